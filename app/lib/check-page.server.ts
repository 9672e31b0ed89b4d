import type { Language } from "../i18n/languages";
import { groundsFor, type GroundId } from "../checks/grounds";
import { lastDecision } from "../checks/state";
import { countriesIn } from "../i18n/countries.server";
import { CURRENCY_CODES } from "../imports/currencies";
import type { Database, Scope } from "../../db/database";
import { checkView, type CheckView } from "../services/checks/check-view.server";
import { startsFrom, type StartedFrom } from "../services/reports/startable.server";
import { dayOf } from "../services/scoring/assessor.server";
import { endOfDay } from "./as-known-on";
import { can } from "./permissions";

export interface CheckPage extends CheckView {
  readonly workspace: string;
  readonly canWrite: boolean;
  readonly canDecidePairs: boolean;
  readonly canExclude: boolean;
  /** It admitted the bidder and is filed: a contract can come of it. */
  readonly canContract: boolean;
  /** Reports that this reader may start about it. */
  readonly reports: readonly StartedFrom[];
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

/** A check for this reader; `on`: as known at the end of that past day; null: now. @throws Problem `check.not-found` (404). */
export async function checkPage(
  db: Database,
  scope: Scope,
  checkId: string,
  { language, on, now }: { readonly language: Language; readonly on: string | null; readonly now: Date },
): Promise<CheckPage> {
  const until = on === null ? null : endOfDay(on);
  const view = await checkView(db, scope, checkId, until);
  return {
    ...view,
    workspace: scope.workspaceSlug,
    // Nothing is written to a past day.
    canWrite: until === null && can(scope.role, "vendor-check:write"),
    canDecidePairs: until === null && can(scope.role, "match:decide"),
    canExclude: until === null && can(scope.role, "exclusion:decide"),
    canContract:
      until === null && can(scope.role, "contract:write") && view.check.state === "filed" && isAdmission(view),
    reports: until === null && view.check.state === "filed" ? startsFrom(scope.role, "check") : [],
    isOpen: view.check.state === "open" && until === null,
    today: dayOf(now),
    on,
    grounds: groundsFor(view.lot.regime, view.lot.national),
    countries: countriesIn(language),
    currencies: CURRENCY_CODES,
  };
}
