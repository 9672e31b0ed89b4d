/** A judgement as it is shown: whose it is, when, and what came after it. Pure. */
import { z } from "zod";
import type { SignedJudgement } from "../../../db/queries/judgements";
import type { Judgement } from "../../../db/schema/commitments";
import { madeBefore, type RowEvidence } from "../../commitments/evidence";
import type { IsoDate } from "../../../risk-models/types";

const KnownEvidence = z.object({
  count: z.int().min(0),
  newest: z.iso.date().nullable(),
  kinds: z.record(z.string(), z.int()),
});

export interface Judged {
  readonly id: string;
  readonly judgement: Judgement;
  readonly reason: string;
  readonly who: string;
  readonly at: Date;
  /** Day of the table as it was then. */
  readonly edition: IsoDate;
  /** Records that were held that moment; null: this reader may not read all of them, nor how many there are. */
  readonly knew: number | null;
  readonly replacedAt: Date | null;
  readonly takenBack: { readonly who: string; readonly at: Date; readonly reason: string } | null;
}

/** @param readsAll this reader may read every kind of record that was counted, see `readsAll`. */
export function asJudged(row: SignedJudgement, readsAll: boolean): Judged {
  const { id, judgement, reason, at, edition, replacedAt, takenBackAt, takenBackBy } = row;
  return {
    id,
    judgement,
    reason,
    who: row.who ?? row.by,
    at,
    edition,
    knew: readsAll ? KnownEvidence.parse(row.evidence).count : null,
    replacedAt,
    takenBack: takenBackAt && {
      who: row.takenBackByName ?? takenBackBy ?? "",
      at: takenBackAt,
      reason: row.takenBackReason ?? "",
    },
  };
}

/** Judgements as they stood at an instant: one replaced or taken back later was not yet, one made later is left out. Pure. */
export const judgementsThen = (rows: readonly SignedJudgement[], end: Date): SignedJudgement[] =>
  rows
    .filter(({ at }) => at <= end)
    .map((row) => ({
      ...row,
      ...(row.replacedAt !== null && row.replacedAt > end && { replacedAt: null }),
      ...(row.takenBackAt !== null && row.takenBackAt > end && NOT_TAKEN_BACK),
    }));

const NOT_TAKEN_BACK = { takenBackBy: null, takenBackByName: null, takenBackAt: null, takenBackReason: null };

/** What came after a judgement; `evidence` null: this reader may not read all that was counted, or it cannot be told. */
export interface After {
  readonly evidence: boolean | null;
  readonly edition: boolean;
}

/**
 * The judgement that stands, with what it did not know; null: nobody judged.
 * @param editionSha256 of the table; null: it is not known which was in use. @param untold records that `all` leaves out, because
 *   what stood cannot be told: without them it is not known that none came.
 */
export function standing(
  row: SignedJudgement | undefined,
  { all }: Pick<RowEvidence, "all">,
  editionSha256: string | null,
  readsAll: boolean,
  untold = 0,
): (Judged & { readonly madeBefore: After }) | null {
  if (!row) return null;
  const evidence = KnownEvidence.parse(row.evidence);
  const now = { all, editionSha256: editionSha256 ?? row.editionSha256 };
  const after = madeBefore({ evidence, editionSha256: row.editionSha256 }, now);
  const isNewer = after.includes("evidence");
  return {
    ...asJudged(row, readsAll),
    madeBefore: {
      evidence: readsAll && (isNewer || untold === 0) ? isNewer : null,
      edition: after.includes("edition"),
    },
  };
}
export type Standing = NonNullable<ReturnType<typeof standing>>;
