/** What the isolation test asks about the story of one supplier and what is done to several: see `isolation.test.ts`. */
import { gapLinks } from "../../app/services/overview/gap-links.server";
import { selectSuppliers } from "../../app/services/suppliers/select-suppliers.server";
import { supplierStory } from "../../app/services/suppliers/supplier-history.server";
import { didSay, whatWasDone } from "../../app/services/suppliers/what-was-done.server";
import { alikeFilter, alikeSuppliers, readTie } from "../../app/services/plan/alike-suppliers.server";
import { supplierPlan } from "../../app/services/plan/supplier-plan.server";
import { bringBack } from "../../app/services/understanding/bring-back.server";
import { setAsidePayees } from "../../app/services/understanding/set-aside.server";
import { decideSuppliers } from "../../app/services/understanding/decide-many.server";
import { undoBatch } from "../../app/services/understanding/undo-batch.server";
import type { Database, Scope } from "../../db/database";
import * as audit from "../../db/queries/audit";
import { planOrder, suppliersBetween } from "../../db/queries/plan-order";
import * as history from "../../db/queries/history";
import { linesOf, sourceRowsAt, type RegisterLine } from "../../db/queries/register";
import * as understanding from "../../db/queries/understanding";
import { A_DAY, type ASupplier } from "../builders";

interface Place {
  readonly scope: Scope;
  readonly supplier: ASupplier;
  readonly generation: number;
  readonly importId: string;
  readonly understood: { readonly decisionId: string; readonly payeeKey: string; readonly batch: string };
}
type Ask = (scope: Scope, of: Place) => Promise<unknown>;

/** The line as its own workspace has it. */
const lineOf = async (db: Database, of: Place): Promise<RegisterLine> =>
  (await linesOf(db, of.scope, of.generation, [of.supplier.no]))[0]!;

export const storyReads = (db: () => Database): Readonly<Record<string, Ask>> => ({
  "db/queries/audit.ts auditEvent": async (scope, of) => {
    const [own] = await audit.eventsAbout(db(), of.scope, ["import.published"], of.importId, 1);
    const found = await audit.auditEvent(db(), scope, own!.seq);
    return found && { ...found, contents: found.contents };
  },
  "db/queries/audit.ts eventsAbout": (scope, of) =>
    audit.eventsAbout(db(), scope, ["import.published"], of.importId, 9),
  "db/queries/audit.ts eventsAfter": (scope) => audit.eventsAfter(db(), scope, "import.published", 0, 9),
  "db/queries/history.ts publishedLists": (scope, of) => history.publishedLists(db(), scope, [of.generation]),
  "db/queries/history.ts renamesOfSupplier": async (scope, of) =>
    (await history.renamesOfSupplier(db(), scope, of.supplier.no, [of.generation])).map((one) => ({
      ...one,
      generation: of.generation,
    })),
  "db/queries/understanding.ts decisionsAbout": async (scope, of) => [
    ...(await understanding.decisionsAbout(db(), scope, "payee", [of.understood.payeeKey])),
  ],
  "db/queries/understanding.ts decisionsOfBatch": (scope, of) =>
    understanding.decisionsOfBatch(db(), scope, of.understood.batch),
  "db/queries/understanding.ts decisionHistory": (scope, of) =>
    understanding.decisionHistory(db(), scope, "payee", of.understood.payeeKey),
  "app/services/suppliers/select-suppliers.server.ts selectSuppliers": (scope, of) =>
    selectSuppliers(db(), scope, { ids: [of.supplier.id] }),
  "app/services/suppliers/supplier-history.server.ts supplierStory": async (scope, of) =>
    supplierStory(db(), scope, await lineOf(db(), of), true),
  "app/services/suppliers/what-was-done.server.ts whatWasDone": async (scope, of) =>
    (await whatWasDone(db(), scope, didSay(of.understood.batch))) && { batch: of.understood.batch },
  "db/queries/register.ts sourceRowsAt": async (scope, of) => [
    ...(await sourceRowsAt(db(), scope, of.generation, [9])),
  ],
  "app/services/understanding/set-aside.server.ts setAsidePayees": (scope) => setAsidePayees(db(), scope, null),
  "app/services/overview/gap-links.server.ts gapLinks": async (scope, of) => {
    const gaps = [{ gap: "role" as const, lacking: 2, spend: null, raisesLevel: 0, raisesCoverage: 0 }];
    const links = await gapLinks(db(), scope, of.generation, gaps);
    return links.role && { generation: of.generation };
  },
  "app/services/plan/supplier-plan.server.ts supplierPlan": async (scope, of) =>
    supplierPlan(db(), scope, await lineOf(db(), of)),
  "app/services/plan/alike-suppliers.server.ts alikeSuppliers": async (scope, of) =>
    (await alikeSuppliers(db(), scope, await lineOf(db(), of))) && { generation: of.generation },
  "app/services/plan/alike-suppliers.server.ts alikeFilter": (scope, of) => alikeFilter(db(), scope, of.supplier.id),
  "db/queries/plan-order.ts suppliersBetween": async (scope, of) =>
    (await suppliersBetween(db(), scope, of.generation, 0, 1)).length > 0 && { generation: of.generation },
  "app/services/plan/alike-suppliers.server.ts readTie": async (scope, of) =>
    readTie(db(), scope, (await planOrder(db(), of.scope, of.generation))!, { from: 0, to: 1 }, 1),
});

export const storyChanges = (db: () => Database): Readonly<Record<string, Ask>> => ({
  "app/services/understanding/decide-many.server.ts decideSuppliers": (scope, of) =>
    decideSuppliers(db(), scope, { ids: [of.supplier.id] }, { role: "maker" }, A_DAY),
  "app/services/understanding/bring-back.server.ts bringBack": async (scope, of) => {
    const { payees } = await setAsidePayees(db(), of.scope, null);
    return bringBack(db(), scope, { key: payees[0]!.key, after: null }, A_DAY);
  },
  "app/services/understanding/undo-batch.server.ts undoBatch": (scope, of) =>
    undoBatch(db(), scope, of.understood.batch, A_DAY),
});
