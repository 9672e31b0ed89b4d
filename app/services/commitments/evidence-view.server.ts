import type { Database, Scope } from "../../../db/database";
import { judgementsInForce } from "../../../db/queries/judgements";
import type { IsoDate } from "../../../risk-models/types";
import { evidenceOf, type RowEvidence } from "../../commitments/evidence";
import { isAsked, type Asked } from "../../commitments/filter";
import { isComing, selectFor, type Selected } from "../../commitments/select";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { reference } from "../../lib/reference.server";
import { buyerOf, buyerProfile } from "./buyer.server";
import { type CommitmentRow } from "./catalogue.server";
import type { CommitmentsThen } from "./commitments-then.server";
import { tableEdition } from "./table-edition.server";
import { asRecords, heldHere, readsAll, reportsNaming, untoldOf } from "./held.server";
import { judgementsThen, standing, type Standing } from "./judged";

/** A row of the table with what the workspace holds for it, and what a person judged. */
export interface EvidenceRow {
  readonly row: CommitmentRow;
  readonly coming: boolean;
  readonly selected: Extract<Selected, { applies: true }> | null;
  readonly evidence: RowEvidence;
  readonly judged: Standing | null;
}

export interface EvidenceView {
  /** Rows asked for, in the order of the table. */
  readonly rows: readonly EvidenceRow[];
  readonly total: number;
  readonly hasProfile: boolean;
  readonly edition: IsoDate;
  readonly choices: Readonly<Record<"jurisdiction" | "binds" | "theme", readonly string[]>>;
  readonly mayJudge: boolean;
  /** Of a past day: how many records stood then that cannot be told exactly and are in no count. */
  readonly untold: number;
}

/**
 * Every row asked for with its evidence: each kind of record is asked once.
 * @param past what the chain tells of `today`, which is a past day then: as known at its end. Null: now.
 */
export async function evidenceView(
  db: Database,
  scope: Scope,
  asked: Asked,
  today: IsoDate,
  past: CommitmentsThen | null = null,
): Promise<EvidenceView> {
  const [profile, here, judgements] = await Promise.all([
    past ? past.buyer : buyerProfile(db, scope),
    heldHere(db, scope, past && today),
    judgementsInForce(db, scope, past && endOfDay(today)),
  ]);
  const buyer = profile && buyerOf(profile);
  const edition = tableEdition();
  const table = reference().table("commitments");
  const stood = past ? judgementsThen(judgements, endOfDay(today)) : judgements;
  const byRow = new Map(stood.map((one) => [one.commitmentId, one]));
  const named = past ? (past.named?.sha256 ?? null) : edition.sha256;
  const rows = table.flatMap((row): EvidenceRow[] => {
    const found = buyer && selectFor(row, buyer, today);
    const selected = found?.applies ? found : null;
    if (!isAsked(row, asked, today) || (asked.forUs && selected === null)) return [];
    const evidence = evidenceOf(row.id, here.held, asRecords(reportsNaming(here, row.id)), today);
    const judged = standing(byRow.get(row.id), evidence, named, readsAll(scope, evidence), untoldOf(here, evidence));
    return [{ row, coming: isComing(row, today), selected, evidence, judged }];
  });
  const words = (of: "jurisdiction" | "binds" | "theme") => [...new Set(table.map((row) => row[of]))].sort();
  return {
    rows,
    total: table.length,
    hasProfile: buyer !== null,
    edition: edition.day,
    choices: { jurisdiction: words("jurisdiction"), binds: words("binds"), theme: words("theme") },
    mayJudge: past === null && can(scope.role, "report:approve"),
    untold: [...here.untold.values()].reduce((sum, one) => sum + one, 0),
  };
}
