/** A corrective action as it is written and found. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { findAction, type SignedAction } from "../../../db/queries/remedy";
import { COST_BEARERS, INVOLVEMENTS, OWN_PRACTICES } from "../../../db/schema/remedy";
import { SEVERITIES } from "../../../risk-models/types";
import { currencyCode } from "../../imports/currencies";
import { Problem } from "../../lib/problem";
import { asChanged, AmountText, checkOwner, Day, fit, needed, unfit, words } from "./shared.server";

/** What a person says of an action. Days are `YYYY-MM-DD`, the cost whole ten-thousandths of its currency. */
export const ActionFacts = z.strictObject({
  severity: z.enum(SEVERITIES),
  title: needed(200),
  rootCause: words(2000),
  practices: z.array(z.enum(OWN_PRACTICES)).max(OWN_PRACTICES.length),
  practicesNote: words(1000),
  involvement: z.enum(INVOLVEMENTS),
  ownerId: needed(40),
  supplierOwner: words(200),
  startOn: Day.nullable(),
  dueOn: Day,
  cost: AmountText.nullable(),
  costCurrency: z
    .string()
    .refine((code) => currencyCode(code) === code)
    .nullable(),
  costBorneBy: z.enum(COST_BEARERS),
  indicator: words(300),
  baseline: words(100),
  target: words(100),
  consultation: words(1000),
  evidence: words(1000),
});
export type ActionFacts = z.infer<typeof ActionFacts>;

/**
 * The facts as they may be kept.
 * @throws Problem `remedy.unfit`, `remedy.owner`, `action.days` (422) when it is due before it starts.
 */
export async function actionFacts(db: Database, scope: Scope, given: ActionFacts): Promise<ActionFacts> {
  const facts = fit(ActionFacts, given);
  if ((facts.cost === null) !== (facts.costCurrency === null)) throw unfit();
  if (facts.startOn !== null && facts.startOn > facts.dueOn)
    throw new Problem("action.days", "The action is due before it starts. Correct one of the two days.", {}, 422);
  await checkOwner(db, scope, facts.ownerId);
  return facts;
}

export const actionNotFound = () =>
  new Problem("action.not-found", "There is no such action in this workspace.", {}, 404);

/** @throws Problem `action.not-found` (404). */
export async function actionOf(db: Database, scope: Scope, id: string): Promise<SignedAction> {
  const found = await findAction(db, scope, id);
  if (!found) throw actionNotFound();
  return found;
}

/** The action at the version the page showed. @throws Problem `action.not-found` (404), `remedy.changed` (409). */
export async function actionAt(db: Database, scope: Scope, id: string, version: number): Promise<SignedAction> {
  const action = await actionOf(db, scope, id);
  if (action.version !== version) throw asChanged();
  return action;
}
