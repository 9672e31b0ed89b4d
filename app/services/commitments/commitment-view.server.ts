import type { Database, Scope } from "../../../db/database";
import { judgementsOf } from "../../../db/queries/judgements";
import type { NamingReport } from "../../../db/queries/record-days";
import type { IsoDate } from "../../../risk-models/types";
import { evidenceOf } from "../../commitments/evidence";
import { isComing, selectFor, type Selected } from "../../commitments/select";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { buyerOf, buyerProfile } from "./buyer.server";
import { requireRow } from "./catalogue.server";
import type { CommitmentsThen } from "./commitments-then.server";
import { tableEdition } from "./table-edition.server";
import type { EvidenceRow } from "./evidence-view.server";
import { asRecords, heldHere, readsAll, reportsNaming, untoldOf } from "./held.server";
import { asJudged, judgementsThen, standing, type Judged } from "./judged";

export interface CommitmentView extends Omit<EvidenceRow, "selected"> {
  /** Null: nobody stated who buys. */
  readonly selected: Selected | null;
  readonly edition: IsoDate;
  /** Published reports that name the row, the newest first; null: this reader may not read reports. */
  readonly reports: readonly NamingReport[] | null;
  /** Every judgement, the newest first. */
  readonly history: readonly Judged[];
  readonly mayJudge: boolean;
  /** Of a past day: how many records of these kinds stood then that cannot be told exactly and are in no count. */
  readonly untold: number;
}

/**
 * One row with all that is held for it and all that was judged.
 * @param past what the chain tells of `today`, which is a past day then: as known at its end. Null: now.
 * @throws Problem `commitment.not-found` (404).
 */
export async function commitmentView(
  db: Database,
  scope: Scope,
  id: string,
  today: IsoDate,
  past: CommitmentsThen | null = null,
): Promise<CommitmentView> {
  const row = requireRow(id);
  const [profile, here, all] = await Promise.all([
    past ? past.buyer : buyerProfile(db, scope),
    heldHere(db, scope, past && today),
    judgementsOf(db, scope, id),
  ]);
  const judgements = past ? judgementsThen(all, endOfDay(today)) : all;
  const buyer = profile && buyerOf(profile);
  const edition = tableEdition();
  const reports = reportsNaming(here, id);
  const evidence = evidenceOf(id, here.held, asRecords(reports), today);
  const reads = readsAll(scope, evidence);
  const untold = untoldOf(here, evidence);
  const named = past ? (past.named?.sha256 ?? null) : edition.sha256;
  const inForce = judgements.find(({ replacedAt, takenBackAt }) => replacedAt === null && takenBackAt === null);
  return {
    row,
    coming: isComing(row, today),
    selected: buyer && selectFor(row, buyer, today),
    evidence,
    judged: standing(inForce, evidence, named, reads, untold),
    edition: edition.day,
    reports: reports && reports.toSorted((a, b) => Number(b.publishedAt) - Number(a.publishedAt)),
    history: judgements.map((one) => asJudged(one, reads)),
    mayJudge: past === null && can(scope.role, "report:approve"),
    untold,
  };
}
