/**
 * What stands in for each `:param` of an address, and what a workspace is filled with so that every page has something to
 * show. A new route needs nothing here unless it has a param of its own: then one line in `examplesOf`, and in `fill` the
 * row it names. Every text given to a workspace has its word in it; no answer to anybody else may hold that word.
 */
import type { Database } from "../../db/database";
import { buildPages, buildSearch } from "../../db/pages";
import { someAnswers } from "../services/isolation-of-readings";
import { aProposal } from "../services/isolation-of-models";
import { aSharedView } from "../services/isolation-of-views";
import { threePlans } from "../services/isolation-plan";
import { A_DAY, aMember, scopeOf, type AWorkspace } from "../builders";
import { someScreening } from "../screening-rows";
import { importSteps, linesByName } from "../services/import-steps";

/** Values of the params, by their names in the routes. */
export type Examples = Readonly<Record<string, string>>;

/** A list with one firm of each kind: some need a decision, some are paid together. */
const listOf = (word: string): string =>
  [
    "Supplier no.,Supplier name,Country,City,Product,Account,Spend (EUR),Contact person,Contact e-mail",
    `1,Mill ${word},Turkey,Bursa,cotton yarn,${word} textiles,1000.50,Jo ${word},jo@${word}.example`,
    `2,Weaver ${word},India,Pune,cotton fabric,${word} textiles,900,,`,
    `3,Farm ${word},Brazil,Recife,coffee,${word} food,800,,`,
    `4,Cleaning ${word} Ltd,Germany,Bonn,cleaning services,${word} services,700,,`,
    `5,Agency ${word} Staffing,Poland,Lodz,temporary workers,${word} services,600,,`,
    `6,=Formula ${word},China,Urumqi,solar panels,${word} energy,500,,`,
    `7,Anew ${word},,,,,12,,`,
  ].join("\n");

/** Fills a workspace; every row carries `word`. */
export async function fill(db: Database, dataDir: string, workspace: AWorkspace, word: string): Promise<Examples> {
  const scope = scopeOf(workspace);
  const steps = importSteps(db, dataDir, () => A_DAY);
  const { id: importId, generation } = await steps.publish(scope, listOf(word));
  await buildPages(db, generation!);
  await buildSearch(db, generation!);
  const { id: waitingId } = await steps.preview(scope, `${listOf(word)}\n8,New ${word},Spain,,olives,,1,,`);
  const mappingId = await steps.upload(scope, listOf(`${word} third`), `third ${word}.csv`);
  await steps.inspect(scope, mappingId);
  const lines = await linesByName(db, scope, generation!);
  const line = (name: string) => lines.get(`${name} ${word}`)!;
  const decider = await aMember(db, workspace, "officer");
  const screened = await someScreening(
    db,
    scope,
    {
      generation: generation!,
      supplierNo: line("Mill").supplierNo,
      alikeNo: line("Weaver").supplierNo,
      mergedNo: line("Anew").supplierNo,
    },
    word,
    { by: decider.id, now: A_DAY },
  );
  const { id: supplierId } = line("Mill");
  await threePlans(db, scope);
  await someAnswers(db, scope, supplierId, word);
  await aProposal(db, scope);
  await aSharedView(db, scope, word);
  return {
    workspace: workspace.slug,
    version: "2026.2",
    supplierId,
    importId,
    matchId: screened.open,
    waitingId,
    mappingId,
  };
}
