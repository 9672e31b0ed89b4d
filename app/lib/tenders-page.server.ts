/** The sections of the page of tenders as plain values: a function a section. */
import type { Database, Scope } from "../../db/database";
import type { Language } from "../i18n/languages";
import { lotsOf } from "../../db/queries/checks";
import { newestCategories } from "../services/categories/category-record.server";
import { readLot } from "../services/checks/check-record.server";
import { codeViews } from "./category-page.server";

const SHOWN = 50;

/** The newest version of each assessment of a category, the newest first. */
export async function categoryCards(db: Database, scope: Scope, language: Language) {
  const records = await newestCategories(db, scope, SHOWN);
  return records.map(({ id, number, version, title, input, result, chosen, filedByName, filedAt }) => ({
    id,
    number,
    version,
    title,
    codes: codeViews(input.codes, language),
    bands: result.bands,
    plausible: result.plausible,
    measures: chosen.measures.length,
    filedByName,
    filedAt,
  }));
}
export type CategoryCard = Awaited<ReturnType<typeof categoryCards>>[number];

/** Lots, the newest first. */
export async function lotRows(db: Database, scope: Scope) {
  return (await lotsOf(db, scope, SHOWN)).map(readLot);
}
