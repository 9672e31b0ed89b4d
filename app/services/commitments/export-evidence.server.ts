import { PassThrough } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { writeCsv, type CsvCell } from "../../files/csv-writer.server";
import { log } from "../../lib/log.server";
import { REGISTER_FILE_TYPES, type RegisterFile } from "../register/export-register.server";
import type { EvidenceRow } from "./evidence-view.server";
import type { After } from "./judged";

const before = ({ evidence, edition }: After): string =>
  [evidence && "evidence", edition && "edition"].filter(Boolean).join("; ");

const COLUMNS: readonly (readonly [header: string, from: (row: EvidenceRow) => CsvCell])[] = [
  ["id", ({ row }) => row.id],
  ["instrument", ({ row }) => row.instrumentShort],
  ["article", ({ row }) => row.article],
  ["jurisdiction", ({ row }) => row.jurisdiction],
  ["kind", ({ row }) => row.kind],
  ["binds", ({ row }) => row.binds],
  ["applies_from", ({ row }) => row.appliesFrom],
  ["theme", ({ row }) => row.theme],
  ["requirement", ({ row }) => row.requirement],
  ["how_the_row_was_checked", ({ row }) => row.confidence],
  ["may_apply_because", ({ selected }) => selected?.reach.join("; ")],
  ["binding", ({ selected }) => selected?.binding],
  ["records", ({ evidence }) => evidence.all.count],
  ["newest", ({ evidence }) => evidence.all.newest],
  ["oldest", ({ evidence }) => evidence.all.oldest],
  ["median_age_days", ({ evidence }) => evidence.all.medianAge],
  [
    "records_by_kind",
    ({ evidence }) =>
      evidence.kinds.flatMap(({ kind, tally }) => (tally === null ? [] : [`${kind}: ${tally.count}`])).join("; "),
  ],
  [
    "kinds_not_shown_to_this_role",
    ({ evidence }) => evidence.kinds.flatMap(({ kind, tally }) => (tally === null ? [kind] : [])).join("; "),
  ],
  ["no_record_because", ({ evidence }) => evidence.noRecord],
  ["judgement", ({ judged }) => judged?.judgement],
  ["judged_by", ({ judged }) => judged?.who],
  ["judged_at", ({ judged }) => judged?.at.toISOString()],
  ["reason", ({ judged }) => judged?.reason],
  ["judged_on_edition", ({ judged }) => judged?.edition],
  ["records_known_then", ({ judged }) => judged?.knew],
  ["judged_before", ({ judged }) => judged && before(judged.madeBefore)],
];

/** The header and the rows of the file. Pure. */
export const evidenceTable = (rows: readonly EvidenceRow[]): CsvCell[][] => [
  COLUMNS.map(([header]) => header),
  ...rows.map((row) => COLUMNS.map(([, from]) => from(row))),
];

/**
 * The evidence page as CSV; who took it, and by which filters, is an event of the chain.
 * @param query of the address the filters came from.
 */
export async function exportEvidence(
  db: Database,
  scope: Scope,
  { rows, query }: { readonly rows: readonly EvidenceRow[]; readonly query: string },
): Promise<RegisterFile> {
  await db.commit(scope, event("commitment.evidence-exported", { rows: rows.length, query }), () => []);
  const stream = new PassThrough();
  writeCsv(stream, evidenceTable(rows)).catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error }, "export of the evidence for commitments broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return { fileName: `candour-evidence-${scope.workspaceSlug}.csv`, contentType: REGISTER_FILE_TYPES.csv, stream };
}
