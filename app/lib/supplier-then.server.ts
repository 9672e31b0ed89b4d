import { redirect } from "@remix-run/node";
import type { Database } from "../../db/database";
import { supplierHistory } from "../../db/queries/register";
import { countryNames } from "../i18n/countries.server";
import { requestLanguage } from "../i18n/language.server";
import { countriesOfAnswer } from "../recruitment/questions";
import { dayOf } from "../services/scoring/assessor.server";
import { becameOf } from "../services/screening/merged-suppliers.server";
import { asOfView, type AsOfView } from "./as-of.server";
import { pastDay } from "./as-known-on";
import { pageTitle } from "./page-title.server";
import { onDay, paths } from "./paths";
import { isProblem } from "./problem";
import { notFound, type WorkspaceScope } from "./scope.server";

/**
 * For a page of a supplier that the list of today does not have: how the supplier was known on the past day that the address asks
 * for. Without such a day, or where it was not known then, a merged supplier leads to the one it became, on the same day.
 * @param error why the page of today could not be shown; any other than "not there" goes on.
 * @throws a redirect, or 404 where no list that was published has the supplier.
 */
export async function supplierThen(
  request: Request,
  db: Database,
  scope: WorkspaceScope,
  { id, page }: { readonly id: string; readonly page: "supplier" | "recruitment" },
  error: unknown,
) {
  if (!isProblem(error) || error.status !== 404) throw error;
  const { searchParams } = new URL(request.url);
  const today = dayOf(new Date());
  const day = pastDay(searchParams, today);
  const [asOf, became] = await Promise.all([asOfView(db, scope, id, day), becameOf(db, scope, id)]);
  if (became !== null && !asOf?.known) {
    const to = paths[page](scope.workspaceSlug, became);
    throw redirect(day === null ? to : onDay(to, day));
  }
  const name = asOf?.known ? asOf.name : asOf && (await supplierHistory(db, scope, id, 1))[0]?.name;
  if (asOf === null || name === null || name === undefined) throw notFound();
  return shownThen(request, scope, { id, name, today, asOf, became, isListed: false });
}

/** A supplier of the list of today as it was known on a past day. */
export async function listedSupplierThen(
  request: Request,
  db: Database,
  scope: WorkspaceScope,
  { id, name }: { readonly id: string; readonly name: string },
  day: string,
) {
  const asOf = await asOfView(db, scope, id, day);
  if (asOf === null) throw notFound();
  const then = asOf.known ? asOf.name : name;
  return shownThen(request, scope, { id, name: then, today: dayOf(new Date()), asOf, became: null, isListed: true });
}

interface ShownThen {
  readonly id: string;
  readonly name: string;
  readonly today: string;
  readonly asOf: AsOfView;
  /** What it was merged into; null: nothing. */
  readonly became: string | null;
  /** The list of today has it. */
  readonly isListed: boolean;
}

function shownThen(request: Request, scope: WorkspaceScope, shown: ShownThen) {
  const answers = shown.asOf.known ? shown.asOf.answers : [];
  return {
    title: pageTitle(request, { subject: shown.name }),
    past: {
      workspace: scope.workspaceSlug,
      ...shown,
      countryNames: countryNames(
        requestLanguage(request),
        answers.flatMap(({ what, value }) => countriesOfAnswer(what, value)),
      ),
    },
  };
}

export type SupplierThenView = ReturnType<typeof shownThen>["past"];
