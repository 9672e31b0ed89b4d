import type { Database, Scope } from "../../../db/database";
import { judgementsInForce } from "../../../db/queries/judgements";
import type { IsoDate } from "../../../risk-models/types";
import { evidenceOf, type RowEvidence } from "../../commitments/evidence";
import { isAsked, type Asked } from "../../commitments/filter";
import { isComing, selectFor, type Selected } from "../../commitments/select";
import { can } from "../../lib/permissions";
import { reference } from "../../lib/reference.server";
import { buyerOf, buyerProfile } from "./buyer.server";
import { type CommitmentRow } from "./catalogue.server";
import { tableEdition } from "./table-edition.server";
import { asRecords, heldHere, readsAll, reportsNaming } from "./held.server";
import { standing, type Standing } from "./judged";

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
}

/** Every row asked for with its evidence: each kind of record is asked once. */
export async function evidenceView(db: Database, scope: Scope, asked: Asked, today: IsoDate): Promise<EvidenceView> {
  const [profile, here, judgements] = await Promise.all([
    buyerProfile(db, scope),
    heldHere(db, scope),
    judgementsInForce(db, scope),
  ]);
  const buyer = profile && buyerOf(profile);
  const edition = tableEdition();
  const table = reference().table("commitments");
  const byRow = new Map(judgements.map((one) => [one.commitmentId, one]));
  const rows = table.flatMap((row): EvidenceRow[] => {
    const found = buyer && selectFor(row, buyer, today);
    const selected = found?.applies ? found : null;
    if (!isAsked(row, asked, today) || (asked.forUs && selected === null)) return [];
    const evidence = evidenceOf(row.id, here.held, asRecords(reportsNaming(here, row.id)), today);
    const judged = standing(byRow.get(row.id), evidence, edition.sha256, readsAll(scope, evidence));
    return [{ row, coming: isComing(row, today), selected, evidence, judged }];
  });
  const words = (of: "jurisdiction" | "binds" | "theme") => [...new Set(table.map((row) => row[of]))].sort();
  return {
    rows,
    total: table.length,
    hasProfile: buyer !== null,
    edition: edition.day,
    choices: { jurisdiction: words("jurisdiction"), binds: words("binds"), theme: words("theme") },
    mayJudge: can(scope.role, "report:approve"),
  };
}
