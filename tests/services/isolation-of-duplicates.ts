/** What the isolation test asks of suppliers that may be one and of groups: with the scope of one workspace and the ids of another. */
import { decideDuplicate, undoDuplicate } from "../../app/services/screening/decide-duplicate.server";
import { duplicatesThen, pairCountsThen } from "../../app/services/screening/duplicates-then.server";
import { duplicatesView } from "../../app/services/screening/duplicates-view.server";
import { findDuplicates } from "../../app/services/screening/find-duplicates.server";
import { groupsThen, groupThen } from "../../app/services/screening/groups-then.server";
import {
  groupOf,
  groupsOfList,
  groupView,
  readGroup,
  shownGroup,
} from "../../app/services/screening/groups-view.server";
import { keepGroups } from "../../app/services/screening/keep-groups.server";
import { becameOf, mergedNames } from "../../app/services/screening/merged-suppliers.server";
import type { Database, Scope } from "../../db/database";
import * as groups from "../../db/queries/groups";
import * as merges from "../../db/queries/merges";
import * as times from "../../db/queries/pair-times";
import { findGeneration } from "../../db/queries/register";
import { idsOfSuppliers } from "../../db/queries/suppliers";
import { A_DAY } from "../builders";
import { aPair } from "../screening-rows";
import { asJob, countsIt, type ScreenedPlace } from "./isolation-of-screening";

type Asked = Readonly<Record<string, (scope: Scope, of: ScreenedPlace) => Promise<unknown>>>;

const LATE = "2100-01-01";

/** The list of the workspace that is asked about, as kept. */
async function listOf(db: Database, of: ScreenedPlace) {
  const generation = (await findGeneration(db, of.scope, of.generation))!;
  return { generation, importId: "", fileName: "", publishedAt: null, listDay: "2026-01-01" };
}

const EVER = new Date("2100-01-01");
const seen = (pairId: string) => ({ pairId, version: 1 });

export const duplicateReads = (db: () => Database): Asked => ({
  "db/queries/suppliers.ts idsOfSuppliers": async (scope, of) => [
    ...(await idsOfSuppliers(db(), scope, [of.supplier.no])),
  ],
  "db/queries/groups.ts groupOfSupplier": (scope, of) =>
    groups.groupOfSupplier(db(), scope, of.generation, of.supplier.no),
  "db/queries/groups.ts groupsOfSuppliers": async (scope, of) => [
    ...(await groups.groupsOfSuppliers(db(), scope, of.generation, [of.supplier.no])),
  ],
  "db/queries/groups.ts membersOfGroup": (scope, of) =>
    groups.membersOfGroup(db(), scope, of.generation, of.screened.groupKey, 9),
  "db/queries/groups.ts largestGroups": (scope, of) => groups.largestGroups(db(), scope, of.generation, 9),
  "db/queries/groups.ts countGroups": async (scope, of) =>
    (await groups.countGroups(db(), scope, of.generation)) > 0 && { id: of.supplier.id },
  "db/queries/pair-times.ts changedPairTimes": (scope) => times.changedPairTimes(db(), scope, EVER),
  "db/queries/pair-times.ts unchangedPairTimes": (scope) =>
    times.unchangedPairTimes(db(), scope, EVER, { after: null, limit: 99 }),
  "db/queries/pair-times.ts countUnchangedPairs": (scope, of) => {
    const nos = [of.supplier.no, of.supplier.no + 3_000_000] as const;
    const add = () => aPair(db(), of.scope, nos, "another", { state: "open" }, A_DAY);
    return countsIt(of, () => times.countUnchangedPairs(db(), scope, EVER), add);
  },
  "db/queries/pair-times.ts pairDecisionTimes": (scope) => times.pairDecisionTimes(db(), scope),
  "db/queries/pair-times.ts pairsById": (scope, of) => times.pairsById(db(), scope, [of.screened.openPair]),
  "db/queries/merges.ts everMerged": async (scope, of) =>
    (await merges.everMerged(db(), scope)).has(of.supplier.no) && { id: of.supplier.id },
  "db/queries/merges.ts mergesInForce": (scope) => merges.mergesInForce(db(), scope),
  "db/queries/merges.ts mergesAt": (scope) => merges.mergesAt(db(), scope, new Date("2100-01-01")),
  // The number that was asked about is always among them.
  "db/queries/merges.ts familyOf": async (scope, of) => {
    const found = await merges.familyOf(db(), scope, of.supplier.no);
    const ids = await idsOfSuppliers(db(), of.scope, found);
    return found.filter((no) => no !== of.supplier.no).map((no) => ids.get(no));
  },
  "db/queries/merges.ts numbersOf": async (scope, of) => {
    const found = await merges.numbersOf(db(), scope, of.supplier.no);
    const ids = await idsOfSuppliers(db(), of.scope, found);
    return found.filter((no) => no !== of.supplier.no).map((no) => ids.get(no));
  },
  "db/queries/merges.ts decisionsInto": (scope, of) => merges.decisionsInto(db(), scope, [of.supplier.no]),
  "db/queries/merges.ts pairQueue": (scope) => merges.pairQueue(db(), scope, "open", { after: null, limit: 99 }),
  "db/queries/merges.ts countPairs": (scope, of) => {
    const nos = [of.supplier.no, of.supplier.no + 1_000_000] as const;
    const add = () => aPair(db(), of.scope, nos, "another", { state: "open" }, A_DAY);
    return countsIt(of, () => merges.countPairs(db(), scope), add);
  },
  "db/queries/merges.ts findPair": (scope, of) => merges.findPair(db(), scope, of.screened.openPair),
  "db/queries/merges.ts pairsInOrder": (scope) => merges.pairsInOrder(db(), scope, "", 99),
  "db/queries/merges.ts pairsOfSuppliers": (scope, of) => merges.pairsOfSuppliers(db(), scope, [of.supplier.no]),
  "db/queries/merges.ts decisionsOfPairs": (scope, of) =>
    merges.decisionsOfPairs(db(), scope, [of.screened.mergedPair]),
  "app/services/screening/duplicates-view.server.ts duplicatesView": (scope) =>
    duplicatesView(db(), scope, { state: "merged", after: null }),
  "app/services/screening/duplicates-then.server.ts duplicatesThen": (scope) =>
    duplicatesThen(db(), scope, LATE, { state: "open", after: null, generation: null }),
  "app/services/screening/duplicates-then.server.ts pairCountsThen": (scope, of) => {
    const nos = [of.supplier.no, of.supplier.no + 2_000_000] as const;
    const add = () => aPair(db(), of.scope, nos, "another", { state: "open" }, A_DAY);
    return countsIt(of, () => pairCountsThen(db(), scope, LATE), add);
  },
  "app/services/screening/groups-view.server.ts readGroup": async (scope, of) =>
    (await readGroup(db(), scope, of.generation, of.screened.groupKey)) && { id: of.supplier.id },
  "app/services/screening/groups-view.server.ts shownGroup": async (scope, of) => {
    const group = { groupKey: "a", groupName: "b", supplierNos: [of.supplier.no] };
    return (await shownGroup(db(), scope, of.generation, group)).members;
  },
  "app/services/screening/groups-then.server.ts groupsThen": async (scope, of) =>
    (await groupsThen(db(), scope, await listOf(db(), of)))!.groups,
  "app/services/screening/groups-then.server.ts groupThen": async (scope, of) =>
    groupThen(db(), scope, await listOf(db(), of), of.screened.groupKey),
  "app/services/screening/groups-view.server.ts groupView": (scope, of) => groupView(db(), scope, of.screened.groupKey),
  "app/services/screening/groups-view.server.ts groupOf": (scope, of) => groupOf(db(), scope, of.supplier.no),
  "app/services/screening/groups-view.server.ts groupsOfList": (scope) => groupsOfList(db(), scope),
  "app/services/screening/merged-suppliers.server.ts becameOf": (scope, of) => becameOf(db(), scope, of.mergedId),
  "app/services/screening/merged-suppliers.server.ts mergedNames": (scope, of) =>
    mergedNames(db(), scope, of.supplier.no),
});

export const duplicateChanges = (db: () => Database): Asked => ({
  "app/services/screening/decide-duplicate.server.ts decideDuplicate": (scope, of) => {
    const made = { decision: "merged", stays: "left", reason: "one firm" } as const;
    return decideDuplicate(db(), scope, { ...seen(of.screened.openPair), ...made }, A_DAY);
  },
  "app/services/screening/decide-duplicate.server.ts undoDuplicate": (scope, of) =>
    undoDuplicate(db(), scope, { pairId: of.screened.mergedPair, version: 2 }, A_DAY),
  "app/services/screening/find-duplicates.server.ts findDuplicates": (scope, of) => {
    const hooks = { onProgress: () => undefined, cancelled: () => false };
    return findDuplicates(db(), asJob(scope), of.generation, "a later run", hooks, () => A_DAY);
  },
  "app/services/screening/keep-groups.server.ts keepGroups": (scope, of) =>
    keepGroups(db(), asJob(scope), { no: of.generation, suppliers: 2 }),
});
