/** What the isolation test of the queries asks of category assessments and of who the buyer is. */
import type { Database, Scope } from "../../db/database";
import * as categories from "../../db/queries/categories";
import { NOW } from "./databases";

export const CATEGORY_MODULES = { categories };

const ID = "category-of-ours";

/** One filed assessment, and who the buyer is. */
export async function aFiledCategory(db: Database, scope: Scope): Promise<void> {
  const { categoryAssessments, buyerProfiles } = db.t;
  const filed = {
    number: 1,
    version: 1,
    replaces: null,
    reason: null,
    title: "Shirts",
    modelId: "2026.2",
    dataDate: "2026-01-01",
    dataHash: "0",
    recordSha256: "0",
  };
  const contents = { ...filed, categoryId: ID, measures: [] };
  await db.commit(scope, { name: "category.filed", contents }, (q) => [
    q.insert(categoryAssessments).values({
      ...filed,
      id: ID,
      workspaceNo: scope.workspaceNo,
      input: {},
      result: {},
      chosen: {},
      filedBy: scope.userId,
      filedAt: NOW,
    }),
    q.insert(buyerProfiles).values({
      workspaceNo: scope.workspaceNo,
      country: "DE",
      sellsTo: [],
      statedBy: scope.userId,
      statedAt: NOW,
    }),
  ]);
}

export const questionsOnCategories = (db: () => Database) =>
  ({
    findCategory: (scope) => categories.findCategory(db(), scope, ID),
    versionsOfCategory: (scope) => categories.versionsOfCategory(db(), scope, 1),
    categoryTitles: (scope) => categories.categoryTitles(db(), scope, 9),
    listCategories: (scope) => categories.listCategories(db(), scope, 9),
    findBuyerProfile: (scope) => categories.findBuyerProfile(db(), scope),
  }) satisfies Record<string, (scope: Scope) => Promise<unknown>>;

/** Queries that must read no whole table. */
export const plansOfCategories = (
  asked: () => { readonly db: Database; readonly scope: Scope },
): [string, () => Promise<unknown>][] =>
  Object.entries(questionsOnCategories(() => asked().db)).map(([name, ask]) => [name, () => ask(asked().scope)]);
