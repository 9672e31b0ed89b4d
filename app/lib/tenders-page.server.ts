/** The sections of the page of tenders as plain values: a function a section. */
import type { Database, Scope } from "../../db/database";
import type { Language } from "../i18n/languages";
import { lotsOf } from "../../db/queries/checks";
import { newestCategories } from "../services/categories/category-record.server";
import { readLot } from "../services/checks/check-record.server";
import { lotsThen } from "../services/checks/lot-view.server";
import { endOfDay } from "./as-known-on";
import { codeViews } from "./category-page.server";

const SHOWN = 50;

/** The newest version of each assessment of a category, the newest first. @param day as known at the end of it; null: now. */
export async function categoryCards(db: Database, scope: Scope, language: Language, day: string | null = null) {
  const records = await newestCategories(db, scope, SHOWN, day === null ? null : endOfDay(day));
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

/** Lots, the newest first. @param day as known at the end of it; null: now. */
export async function lotRows(db: Database, scope: Scope, day: string | null = null) {
  if (day !== null) return lotsThen(db, scope, SHOWN, endOfDay(day));
  return (await lotsOf(db, scope, SHOWN)).map(readLot);
}
