/** How much evidence there is for a row of the commitments table, and how old it is: counted, never weighed. Pure. */
import type { IsoDate } from "../../risk-models/types";
import {
  EVIDENCE_KINDS,
  EVIDENCE_RULES,
  NO_RECORD,
  NO_RECORD_ROWS,
  type Because,
  type EvidenceKind,
  type NoRecord,
} from "./evidence-rules";

/** A record that is held, by its own day. `id`: the same for what is told of the same record by several kinds. */
export interface HeldRecord {
  readonly id: string;
  readonly day: IsoDate;
}

/** What a workspace holds, by kind. A kind that is not in it was not looked at: this reader may not read its records. */
export type Held = ReadonlyMap<EvidenceKind, readonly HeldRecord[]>;

export interface Tally {
  /** Records, each once. */
  readonly count: number;
  /** Null without a record. */
  readonly newest: IsoDate | null;
  readonly oldest: IsoDate | null;
  /** Middle of their ages in days; a record of a day to come is 0 days old. */
  readonly medianAge: number | null;
}

/** What a rule says of a row, with the kinds this reader may read and what they hold. */
interface KindTally {
  readonly kind: EvidenceKind;
  /** Every rule that says so; none for reports, which name their rows themselves. */
  readonly because: readonly Because[];
  /** Null: this reader may not read records of the kind. */
  readonly tally: Tally | null;
}

export interface RowEvidence {
  /** In the order of the work. Reports are always the last: any row can be named by one. */
  readonly kinds: readonly KindTally[];
  readonly all: Tally;
  /** Why no kind of record is evidence of the row; null where one can be. */
  readonly noRecord: NoRecord | null;
}

const DAY_MS = 86_400_000;
const ageOf = (day: IsoDate, today: IsoDate): number => Math.max(0, (Date.parse(today) - Date.parse(day)) / DAY_MS);

/** Counts records and their ages; of one told several times its newest day counts. */
export function tallyOf(records: readonly HeldRecord[], today: IsoDate): Tally {
  const byId = new Map<string, IsoDate>();
  for (const { id, day } of records) {
    const known = byId.get(id);
    if (known === undefined || known < day) byId.set(id, day);
  }
  const days = [...byId.values()].sort();
  const middle = days.length >> 1;
  const ages = days.length === 0 ? [] : [days[middle]!, days.length % 2 === 1 ? days[middle]! : days[middle - 1]!];
  return {
    count: days.length,
    newest: days.at(-1) ?? null,
    oldest: days[0] ?? null,
    medianAge: ages.length === 0 ? null : ages.reduce((sum, day) => sum + ageOf(day, today), 0) / ages.length,
  };
}

const becauseOf = new Map<string, Map<EvidenceKind, Because[]>>();
for (const { because, kinds, rows } of EVIDENCE_RULES)
  for (const row of rows) {
    const ofRow = becauseOf.get(row) ?? new Map<EvidenceKind, Because[]>();
    for (const kind of kinds) ofRow.set(kind, [...new Set([...(ofRow.get(kind) ?? []), because])]);
    becauseOf.set(row, ofRow);
  }

const noRecordOf = new Map(NO_RECORD.flatMap((why) => NO_RECORD_ROWS[why].map((row) => [row, why] as const)));

/** Why no record is evidence of a row; null where one can be. */
export const whyNoRecord = (row: string): NoRecord | null => noRecordOf.get(row) ?? null;

/** The kinds that are evidence of a row by the rules, each with why. Reports besides count for every row they name. */
export const kindsOf = (row: string): ReadonlyMap<EvidenceKind, readonly Because[]> => becauseOf.get(row) ?? new Map();

/**
 * Evidence of a row. @param reports published reports whose points name it; null: this reader may not read reports.
 */
export function evidenceOf(
  row: string,
  held: Held,
  reports: readonly HeldRecord[] | null,
  today: IsoDate,
): RowEvidence {
  const rules = kindsOf(row);
  const recordsOf = (kind: EvidenceKind) => (kind === "report" ? reports : (held.get(kind) ?? null));
  const kinds = EVIDENCE_KINDS.filter((kind) => kind === "report" || rules.has(kind)).map((kind): KindTally => {
    const records = recordsOf(kind);
    return { kind, because: rules.get(kind) ?? [], tally: records && tallyOf(records, today) };
  });
  return {
    kinds,
    all: tallyOf(
      kinds.flatMap(({ kind }) => recordsOf(kind) ?? []),
      today,
    ),
    noRecord: whyNoRecord(row),
  };
}

/** What a judgement knew: kept with it. */
export interface KnownEvidence {
  readonly count: number;
  readonly newest: IsoDate | null;
  readonly kinds: Readonly<Record<string, number>>;
}

export const knownNow = ({ all, kinds }: Pick<RowEvidence, "all" | "kinds">): KnownEvidence => ({
  count: all.count,
  newest: all.newest,
  kinds: Object.fromEntries(
    kinds.flatMap(({ kind, tally }) => (tally && tally.count > 0 ? [[kind, tally.count]] : [])),
  ),
});

/** What came after a judgement: evidence it did not know, or another edition of the table. Whoever judged looks again; nothing follows by itself. */
export function madeBefore(
  judged: { readonly evidence: KnownEvidence; readonly editionSha256: string },
  now: { readonly all: Tally; readonly editionSha256: string },
): readonly ("evidence" | "edition")[] {
  const { newest, count } = judged.evidence;
  const isNewer = now.all.count > count || (now.all.newest !== null && now.all.newest > (newest ?? ""));
  return [
    ...(isNewer ? (["evidence"] as const) : []),
    ...(judged.editionSha256 === now.editionSha256 ? [] : (["edition"] as const)),
  ];
}
