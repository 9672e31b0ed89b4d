import type { Language } from "../i18n/languages";
import { groundsFor, type GroundId } from "../checks/grounds";
import { lastDecision } from "../checks/state";
import { countriesIn } from "../i18n/countries.server";
import { CURRENCY_CODES } from "../imports/currencies";
import type { Database, Scope } from "../../db/database";
import { checkView, type CheckView } from "../services/checks/check-view.server";
import { dayOf } from "../services/scoring/assessor.server";
import { z } from "zod";
import { can } from "./permissions";

export interface CheckPage extends CheckView {
  readonly workspace: string;
  readonly canWrite: boolean;
  readonly canDecidePairs: boolean;
  readonly canExclude: boolean;
  /** It admitted the bidder and is filed: a contract can come of it. */
  readonly canContract: boolean;
  /** It may be written in: not filed, and looked at as it is now. */
  readonly isOpen: boolean;
  readonly today: string;
  /** The past day it is shown of; null: now. */
  readonly on: string | null;
  readonly grounds: readonly GroundId[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly currencies: readonly string[];
}

const isAdmission = ({ status }: CheckView): boolean => {
  const kind = lastDecision(status)?.decision.kind;
  return kind === "admit" || kind === "conditions";
};

/** The end of a day an address names; null when it names none, or today. */
function endOfDay(on: string | null, today: string): Date | null {
  const day = z.iso.date().safeParse(on).data;
  return day === undefined || day >= today ? null : new Date(`${day}T23:59:59.999Z`);
}

/** A check for this reader; `on`: as it was known at the end of that day. @throws Problem `check.not-found` (404). */
export async function checkPage(
  db: Database,
  scope: Scope,
  checkId: string,
  { language, on, now }: { readonly language: Language; readonly on: string | null; readonly now: Date },
): Promise<CheckPage> {
  const today = dayOf(now);
  const until = endOfDay(on, today);
  const view = await checkView(db, scope, checkId, until);
  return {
    ...view,
    workspace: scope.workspaceSlug,
    canWrite: can(scope.role, "vendor-check:write"),
    canDecidePairs: can(scope.role, "match:decide"),
    canExclude: can(scope.role, "exclusion:decide"),
    canContract: can(scope.role, "contract:write") && view.check.state === "filed" && isAdmission(view),
    isOpen: view.check.state === "open" && until === null,
    today,
    on: until && on,
    grounds: groundsFor(view.lot.regime, view.lot.national),
    countries: countriesIn(language),
    currencies: CURRENCY_CODES,
  };
}
