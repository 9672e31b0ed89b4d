import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { listRiskData } from "../../../db/queries/risk-data";
import { Problem } from "../../lib/problem";
import { changeImport, findImport } from "../imports/import-record.server";
import { asConflict } from "../imports/publish-import.server";
import { shownList } from "../imports/shown-list.server";
import { commitAndReapply } from "../understanding/decide.server";

/**
 * Has the list that is shown scored anew with other reference data of this installation: newer ones an update brought, or, as the way
 * back, the earlier ones. The model stays. The job builds the list again and shows it when it is whole. One commit with its event.
 * @throws Problem `model.no-list` (404), `data.unknown` (422) for data that are not kept, `data.same` (409) when the list has them already.
 */
export async function changeData(db: Database, scope: Scope, hash: string, now: Date): Promise<void> {
  if (!(await listRiskData(db)).some((kept) => kept.hash === hash))
    throw new Problem("data.unknown", "These reference data are not kept here. Open the page again.", {}, 422);
  const shown = await shownList(db, scope);
  if (!shown) throw new Problem("model.no-list", "There is no published list yet. Upload one first.", {}, 404);
  const seen = await findImport(db, scope, shown.source.id);
  const from = seen.settings.data ?? shown.generation.dataHash;
  if (from === hash) throw new Problem("data.same", "This list is scored with these reference data already.", {}, 409);
  const contents = { importId: seen.id, generation: shown.generation.no, from, to: hash };
  await commitAndReapply(db, scope, now, event("data.changed", contents), (q) => [
    changeImport(db, q, seen, { settings: { ...seen.settings, data: hash } }, now),
  ]).catch(asConflict);
}
