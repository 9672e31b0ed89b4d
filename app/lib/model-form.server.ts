import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { agreeDerived } from "../services/models/agree-derived.server";
import { changeData } from "../services/models/change-data.server";
import { changeModel } from "../services/models/change-model.server";
import { askWhatMoves } from "../services/models/compare-models.server";
import { idOfWeights, proposeDerived } from "../services/models/propose-derived.server";
import { withdrawDerived } from "../services/models/withdraw-derived.server";

const percent = z.coerce.number().catch(0);
const percents = { country: percent, sector: percent, recruitment: percent };
/** What the page of the list's model sends. */
export const ModelForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("compare"), from: z.string().max(60), to: z.string().max(60) }),
  z.object({ intent: z.literal("change"), to: z.string().max(60) }),
  z.object({ intent: z.literal("change-data"), hash: z.string().max(64) }),
  z.object({ intent: z.literal("try"), from: z.string().max(60), base: z.string().max(60), ...percents }),
  z.object({ intent: z.literal("propose"), base: z.string().max(60), reason: z.string().max(2000), ...percents }),
  z.object({ intent: z.literal("agree"), id: z.string().max(60) }),
  z.object({ intent: z.literal("withdraw"), id: z.string().max(60) }),
]);
export type ModelForm = z.infer<typeof ModelForm>;

/** Does what the form asks for. @throws Problem with a sentence for the page. */
export function decideModel(db: Database, scope: Scope, form: ModelForm, now: Date): Promise<unknown> {
  switch (form.intent) {
    case "compare":
      return askWhatMoves(db, scope, form, now);
    case "change":
      return changeModel(db, scope, form.to, now);
    case "change-data":
      return changeData(db, scope, form.hash, now);
    case "try": {
      const { from, base, ...weights } = form;
      return askWhatMoves(db, scope, { from, to: idOfWeights({ base, percents: weights }, now) }, now);
    }
    case "propose": {
      const { base, reason, ...weights } = form;
      return proposeDerived(db, scope, { base, reason, percents: weights }, now);
    }
    case "agree":
      return agreeDerived(db, scope, form.id, now);
    case "withdraw":
      return withdrawDerived(db, scope, form.id, now);
  }
}
