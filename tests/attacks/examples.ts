/**
 * What stands in for each `:param` of an address, and what a workspace is filled with so that every page has something to
 * show. A new route needs nothing here unless it has a param of its own: then one line in `examplesOf`, and in `fill` the
 * row it names. Every text given to a workspace has its word in it; no answer to anybody else may hold that word.
 */
import type { Database, Scope } from "../../db/database";
import { invite } from "../../app/services/members/invite.server";
import { buildPages, buildSearch } from "../../db/pages";
import { someRemedy } from "../services/isolation-of-remedy";
import { someAnswers } from "../services/isolation-of-readings";
import { aCategory } from "../services/isolation-of-categories";
import { aJudgement } from "../services/isolation-of-commitments";
import { aCheckedPlace } from "../services/isolation-of-checks";
import { someReports } from "../services/isolation-of-filed-reports";
import { someFindings } from "../services/isolation-of-findings";
import { aProposal } from "../services/isolation-of-models";
import { aPack } from "../services/isolation-of-packs";
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

/** What there is of a workspace before the program starts: a published list, one that waits, one whose columns are open. */
export interface Lists {
  readonly scope: Scope;
  readonly generation: number;
  readonly importId: string;
  readonly waitingId: string;
  readonly mappingId: string;
  readonly packId: string;
}

export async function someLists(db: Database, dataDir: string, workspace: AWorkspace, word: string): Promise<Lists> {
  const scope = scopeOf(workspace);
  const steps = importSteps(db, dataDir, () => A_DAY);
  const { id: importId, generation } = await steps.publish(scope, listOf(word));
  await buildPages(db, generation!);
  await buildSearch(db, generation!);
  const { id: waitingId } = await steps.preview(scope, `${listOf(word)}\n8,New ${word},Spain,,olives,,1,,`);
  const mappingId = await steps.upload(scope, listOf(`${word} third`), `third ${word}.csv`);
  await steps.inspect(scope, mappingId);
  const packId = await aPack(db, scope, word, dataDir);
  return { scope, generation: generation!, importId, waitingId, mappingId, packId };
}

/** Everything else, once the program has looked after the lists and is still. */
export async function fill(db: Database, workspace: AWorkspace, lists: Lists, word: string): Promise<Examples> {
  const { scope, generation, ...ids } = lists;
  const lines = await linesByName(db, scope, generation);
  const line = (name: string) => lines.get(`${name} ${word}`)!;
  const of = {
    generation,
    supplierNo: line("Mill").supplierNo,
    alikeNo: line("Weaver").supplierNo,
    mergedNo: line("Anew").supplierNo,
  };
  const by = (await aMember(db, workspace, "officer")).id;
  const screened = await someScreening(db, scope, of, word, { by, now: A_DAY });
  const { id: supplierId } = line("Mill");
  await threePlans(db, scope);
  await someAnswers(db, scope, supplierId, word);
  await aProposal(db, scope);
  const found = await someFindings(db, scope, supplierId, word);
  await aSharedView(db, scope, word);
  const { lot, contractId } = await aCheckedPlace(db, scope, { id: supplierId, no: of.supplierNo }, word);
  const remedy = await someRemedy(db, scope, supplierId, word);
  const categoryId = await aCategory(db, scope, word, by);
  const judgementId = await aJudgement(db, scope, word);
  const reports = await someReports(db, scope, word);
  const invited = { email: `invited@${word}.example`, role: "officer" } as const;
  const { token } = await invite(db, scope, invited, new Date());
  // What these rows would have the program do is not what is looked at.
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" })]);
  return {
    ...ids,
    workspace: workspace.slug,
    version: "2026.2",
    supplierId,
    matchId: screened.open,
    findingId: found.open,
    evidenceId: found.evidence,
    lotId: lot.lotId,
    checkId: lot.checkIds[0]!,
    actionId: remedy.actionId,
    groupId: remedy.groupId,
    decisionId: remedy.decisionId,
    categoryId,
    commitmentId: "ILO-FR-01",
    judgementId,
    contractId,
    reportId: reports.draft,
    format: "csv",
    kind: "supplier",
    id: supplierId,
    token,
  };
}
