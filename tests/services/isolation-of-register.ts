/** What the isolation test asks of the lines of a list: with the scope of one workspace and the ids of another. */
import type { Database, Scope } from "../../db/database";
import * as register from "../../db/queries/register";
import { eachSupplier, listSuppliers, registerFacets } from "../../db/queries/register-page";
import { topSuppliers } from "../../db/queries/top-suppliers";
import type { ASupplier } from "../builders";

interface Place {
  readonly supplier: ASupplier;
  readonly generation: number;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

export const registerReads = (db: () => Database): Asked => ({
  "db/queries/register-page.ts listSuppliers": (scope, of) =>
    listSuppliers(db(), scope, { generation: of.generation, sort: "priority", limit: 50 }),
  "db/queries/top-suppliers.ts topSuppliers": (scope, of) => topSuppliers(db(), scope, of.generation, 50),
  "db/queries/register-page.ts registerFacets": async (scope, of) => {
    const facets = await registerFacets(db(), scope, of.generation);
    return facets && { generation: of.generation, facets };
  },
  "db/queries/register-page.ts eachSupplier": async (scope, of) => {
    const lines: unknown[] = [];
    for await (const some of eachSupplier(db(), scope, of.generation, { sort: "name" })) lines.push(...some);
    return lines;
  },
  "db/queries/register.ts findGeneration": async (scope, of) => {
    const found = await register.findGeneration(db(), scope, of.generation);
    return found && { generation: found.no };
  },
  "db/queries/register.ts previousPointer": (scope) => register.previousPointer(db(), scope),
  "db/queries/register.ts linesOf": (scope, of) => register.linesOf(db(), scope, of.generation, [of.supplier.no]),
  "db/queries/register.ts findSupplier": (scope, of) =>
    register.findSupplier(db(), scope, of.supplier.id, of.generation),
  "db/queries/register.ts supplierHistory": (scope, of) => register.supplierHistory(db(), scope, of.supplier.id),
  "db/queries/register.ts supplierSourceRows": (scope, of) =>
    register.supplierSourceRows(db(), scope, of.generation, of.supplier.no, { limit: 50 }),
  "db/queries/register.ts importIssues": (scope, of) =>
    register.importIssues(db(), scope, of.generation, { limit: 50 }),
  "db/queries/register.ts controlTotals": (scope, of) => register.controlTotals(db(), scope, of.generation),
  "db/queries/register.ts summaryCounts": (scope, of) => register.summaryCounts(db(), scope, of.generation),
  "db/queries/register.ts renameProposals": (scope, of) => register.renameProposals(db(), scope, of.generation),
});
