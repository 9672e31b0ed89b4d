import { redirect } from "@remix-run/node";
import type { Database } from "../../db/database";
import { findSupplier, supplierHistory } from "../../db/queries/register";
import { countryNames } from "../i18n/countries.server";
import { requestLanguage } from "../i18n/language.server";
import { countriesOfAnswer } from "../recruitment/questions";
import { dayOf } from "../services/scoring/assessor.server";
import { becameOf } from "../services/screening/merged-suppliers.server";
import { lastDayOf } from "../services/trail/list-then.server";
import { asOfView } from "./as-of.server";
import { pastDay } from "./as-known-on";
import { pageTitle } from "./page-title.server";
import { onDay, paths } from "./paths";
import { isProblem } from "./problem";
import { notFound, type WorkspaceScope } from "./scope.server";

/**
 * For the page of a supplier on the past day that the address asks for, and for one that the list of today does not have: how the
 * supplier was known then. Without such a day, or where it was not known then, a merged supplier leads to the one it became, on
 * the same day; one that left the list leads to the last day that ended with a list which had it.
 * @param error why the page of today could not be shown; any other than "not there" goes on. Null: it was not asked for.
 * @throws a redirect, or 404 where no list that was published has the supplier.
 */
export async function supplierThen(
  request: Request,
  db: Database,
  scope: WorkspaceScope,
  { id, page }: { readonly id: string; readonly page: "supplier" | "recruitment" },
  error: unknown,
) {
  if (error !== null && (!isProblem(error) || error.status !== 404)) throw error;
  const { searchParams } = new URL(request.url);
  const today = dayOf(new Date());
  const day = pastDay(searchParams, today);
  const { publishedGeneration: shown } = scope;
  const [asOf, became, line] = await Promise.all([
    asOfView(db, scope, id, day),
    becameOf(db, scope, id),
    shown === null ? null : findSupplier(db, scope, id, shown),
  ]);
  if (became !== null && !asOf?.known) {
    const to = paths[page](scope.workspaceSlug, became);
    throw redirect(day === null ? to : onDay(to, day));
  }
  if (day === null && line === null) {
    const last = await lastDayOf(db, scope, id);
    if (last !== null) throw redirect(onDay(paths[page](scope.workspaceSlug, id), last));
  }
  const name = asOf?.known ? asOf.name : asOf && (await supplierHistory(db, scope, id, 1))[0]?.name;
  if (asOf === null || name === null || name === undefined) throw notFound();
  const answers = asOf.known ? asOf.answers : [];
  return {
    title: pageTitle(request, { subject: name }),
    past: {
      workspace: scope.workspaceSlug,
      id,
      name,
      today,
      asOf,
      became,
      /** The list of today has it. */
      isShown: line !== null,
      countryNames: countryNames(
        requestLanguage(request),
        answers.flatMap(({ what, value }) => countriesOfAnswer(what, value)),
      ),
    },
  };
}

export type SupplierThenView = Awaited<ReturnType<typeof supplierThen>>["past"];
