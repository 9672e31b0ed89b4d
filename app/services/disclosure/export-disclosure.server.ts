import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import type { AccessClass } from "../../../db/schema/findings";
import type { IsoDate } from "../../../risk-models/types";
import { csvText } from "../../files/csv-writer.server";
import { disclosedRows, isLeftOut } from "../../lib/disclosure";
import { REGISTER_FILE_TYPES, type RegisterFile } from "../register/export-register.server";
import { disclosedRecords, disclosureThen } from "./disclosed-records.server";

const COLUMNS = [
  "record",
  "access_class",
  "id",
  "belongs_to",
  "supplier",
  "recorded_at",
  "valid_on",
  "source",
  "said_by",
  "site",
  "product",
  "indicators",
  "severity",
  "status",
  "text",
  "sha256",
  "taken_back",
] as const;

/**
 * The records of a supplier (null: of the workspace) for somebody outside: what stands above `upTo` is left out, and the file
 * says so at each place. What is protected is never read here, so that it leaves no mark. The export is an event of the chain.
 * @param on as known at the end of this day; null: as they stand. @param mark what stands at a place that was left out, by its class; null: nothing tells
 *   any more which class it had that day.
 * @throws Problem `finding.supplier` (404).
 */
export async function exportDisclosure(
  db: Database,
  scope: Scope,
  { supplierId, upTo, on = null }: { readonly supplierId: string | null; readonly upTo: AccessClass; readonly on?: IsoDate | null }, // prettier-ignore
  mark: (accessClass: AccessClass | null) => string,
): Promise<RegisterFile> {
  const { records, untold } =
    on === null
      ? { records: await disclosedRecords(db, scope, supplierId), untold: 0 }
      : await disclosureThen(db, scope, supplierId, on);
  const rows = [[...COLUMNS], ...disclosedRows(records, upTo, mark)];
  const text = csvText(rows);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const counted = { records: records.length, withheld: records.filter((one) => isLeftOut(one, upTo)).length };
  const what = { supplierId, upTo, ...counted, sha256, ...(on !== null && { on }), ...(untold > 0 && { untold }) };
  await db.commit(scope, event("disclosure.exported", what), () => []);
  return {
    fileName: `candour-disclosure-${scope.workspaceSlug}-${upTo}${on === null ? "" : `-${on}`}.csv`,
    contentType: REGISTER_FILE_TYPES.csv,
    stream: Readable.from([text]),
  };
}
