import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { addOwnCorridor } from "../services/corridors/add-own-corridor.server";
import { addOwnFeeRule } from "../services/corridors/add-own-fee-rule.server";
import { restoreOwnRow } from "../services/corridors/restore-own-row.server";
import { withdrawOwnRow } from "../services/corridors/withdraw-own-row.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { readCorridorForm, readFeeRuleForm } from "./corridors-form.server";
import type { Fault } from "./recruitment-form.server";
import type { ToldWhat } from "./told";

const row = z.string().regex(/^[\w-]{1,60}$/u);

/** What the page of corridors can send; new rows are read by `readCorridorForm` and `readFeeRuleForm`. */
export const RowsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add-cost") }),
  z.object({ intent: z.literal("add-rule") }),
  z.object({ intent: z.literal("withdraw"), row }),
  z.object({ intent: z.literal("restore"), row }),
]);
export type RowsForm = z.infer<typeof RowsForm>;

/** What came of it: what is to be said, or the form with what is wrong with it. */
export type RowsActed =
  | { readonly told: ToldWhat; readonly id: string }
  | {
      readonly faults: Readonly<Record<string, Fault>>;
      readonly values: Readonly<Record<string, string>>;
      readonly sent: RowsForm["intent"];
    };

/** @throws Problem as the services have it. */
export async function actOnRows(
  db: Database,
  scope: Scope,
  parsed: RowsForm,
  form: FormData,
  now: Date,
): Promise<RowsActed> {
  if (parsed.intent === "withdraw") {
    await withdrawOwnRow(db, scope, parsed.row, now);
    return { told: "row-withdrawn", id: parsed.row };
  }
  if (parsed.intent === "restore") {
    await restoreOwnRow(db, scope, parsed.row);
    return { told: "row-restored", id: parsed.row };
  }
  const today = dayOf(now);
  const { resolver } = assessorFor(today);
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))); // prettier-ignore
  if (parsed.intent === "add-cost") {
    const { row: given, faults } = readCorridorForm(form, resolver, today);
    if (given === null) return { faults, values, sent: parsed.intent };
    return { told: "row-added", id: await addOwnCorridor(db, scope, given, now) };
  }
  const { row: given, faults } = readFeeRuleForm(form, resolver, today);
  if (given === null) return { faults, values, sent: parsed.intent };
  return { told: "row-added", id: await addOwnFeeRule(db, scope, given, now) };
}
