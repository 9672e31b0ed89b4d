import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import type { Stage } from "../../db/schema/checks";
import { addBidder } from "../services/checks/add-bidder.server";
import { askQuestion } from "../services/checks/ask-question.server";
import type { NewLot } from "../services/checks/open-lot.server";
import { openStage } from "../services/checks/open-stage.server";
import { screenFirms } from "../services/checks/screen-firms.server";
import { CheckForm } from "./check-form.server";

/** What the page of a lot can ask for. */
export const LotIntent = z.enum(["add-bidder", "open-stage", "ask"]);
export type LotIntent = z.infer<typeof LotIntent>;

/** What was typed into a form, by field. */
export function valuesOf(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === "string") (values[name] ??= []).push(value);
  return values;
}

/** What cannot stand there is for the service to refuse. */
export function lotOfForm(form: FormData): NewLot {
  const given = new CheckForm(form, new Date(0));
  const text = (name: string) => given.text(name);
  return {
    reference: text("reference"),
    name: text("name"),
    buyer: text("buyer"),
    subject: text("subject"),
    cpv: text("cpv"),
    value: text("value").replace(/[\s\u00A0\u202F]/gu, "").replace(",", "."), // prettier-ignore
    currency: text("currency"),
    regime: text("regime") as NewLot["regime"],
    national: given.all("national"),
    checklist: text("checklist"),
    categoryId: text("categoryId"),
  };
}

/** The id at the end of a supplier's address, or the id itself; null for a blank. */
function supplierIn(text: string): string | null {
  if (text === "") return null;
  return /(?:^|\/suppliers\/)([0-9a-z]{12})(?:[/?#].*)?$/u.exec(text)?.[1] ?? text.slice(0, 20);
}

/** @throws Problem as the services have it. */
export async function actOnLot(
  db: Database,
  scope: Scope,
  lotId: string,
  intent: LotIntent,
  form: FormData,
  now: Date,
): Promise<void> {
  const given = new CheckForm(form, now);
  if (intent === "ask") {
    const question = { stage: given.text("stage") as Stage, text: given.text("text"), link: given.text("link") };
    await askQuestion(db, scope, lotId, question, now);
    return;
  }
  const checkIds =
    intent === "open-stage"
      ? await openStage(db, scope, lotId, stageIn(form), now)
      : (
          await addBidder(
            db,
            scope,
            lotId,
            {
              name: given.text("name"),
              country: given.orNull("country"),
              identifier: given.text("identifier"),
              supplierId: supplierIn(given.text("supplier")),
            },
            now,
          )
        ).checkIds;
  if (checkIds.length > 0) await screenFirms(db, scope, checkIds, now);
}

/** @throws Response (400) for what no button of the page sends. */
function stageIn(form: FormData): Stage {
  const found = z.enum(["selection", "award", "contract"]).safeParse(form.get("stage"));
  if (!found.success) throw new Response(null, { status: 400 });
  return found.data;
}
