import { redirect } from "@remix-run/node";
import type { Database } from "../../db/database";
import { findSupplier, supplierHistory } from "../../db/queries/register";
import { countryNames } from "../i18n/countries.server";
import { requestLanguage } from "../i18n/language.server";
import { countriesOfAnswer } from "../recruitment/questions";
import { supplierAsOf } from "../services/readings/supplier-as-of.server";
import { dayOf } from "../services/scoring/assessor.server";
import { becameOf } from "../services/screening/merged-suppliers.server";
import { lastDayOf } from "../services/trail/list-then.server";
import { plainAsOf } from "./as-of.server";
import { pageTitle } from "./page-title.server";
import { onDay, paths } from "./paths";
import { isProblem } from "./problem";
import { notFound, type WorkspaceScope } from "./scope.server";

/**
 * The page of a supplier on a past day: how it was known then. One that was not known then and has been merged leads to the one it
 * became, on the same day.
 * @throws a redirect, or 404 where no list that was published has the supplier.
 */
export async function supplierThen(request: Request, db: Database, scope: WorkspaceScope, id: string, day: string) {
  const { publishedGeneration: shown, workspaceSlug } = scope;
  const [found, became, line] = await Promise.all([
    supplierAsOf(db, scope, id, day),
    becameOf(db, scope, id),
    shown === null ? null : findSupplier(db, scope, id, shown),
  ]);
  const asOf = plainAsOf(found);
  if (became !== null && !asOf.known) throw redirect(onDay(paths.supplier(workspaceSlug, became), day));
  const name = asOf.known ? asOf.name : (await supplierHistory(db, scope, id, 1))[0]?.name;
  if (name === undefined) throw notFound();
  const answers = asOf.known ? asOf.answers : [];
  return {
    title: pageTitle(request, { subject: name }),
    past: {
      workspace: workspaceSlug,
      id,
      name,
      today: dayOf(new Date()),
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

/**
 * For `catch` where the list of today does not have the supplier that a page asks for: one that was merged leads to the same page of the
 * one it became, and one that left the list to its own on the last day that ended with a list which had it.
 * @param error any other than "not there" goes on. @throws the redirect, 404 or the error.
 */
export async function supplierGone(
  db: Database,
  scope: WorkspaceScope,
  { id, page }: { readonly id: string; readonly page: "supplier" | "recruitment" },
  error: unknown,
): Promise<never> {
  if (!isProblem(error) || error.status !== 404) throw error;
  const became = await becameOf(db, scope, id);
  if (became !== null) throw redirect(paths[page](scope.workspaceSlug, became));
  const last = await lastDayOf(db, scope, id);
  throw last === null ? notFound() : redirect(onDay(paths[page](scope.workspaceSlug, id), last));
}
