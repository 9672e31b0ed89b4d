import { z } from "zod";
import { PLAN_OUTCOMES } from "../../db/schema/plans";
import type { Permission } from "./permissions";

/** A day, or none. */
export const Day = z
  .union([z.literal(""), z.iso.date()])
  .default("")
  .transform((day) => day || null);

/** What the plan's page can send; what no page of ours sends is refused. */
export const PlanForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("draft"), capacity: z.coerce.number() }),
  z.object({
    intent: z.literal("move"),
    supplierId: z.string().max(40),
    to: z.enum(["in", "out"]),
    reason: z.string().max(2000),
  }),
  z.object({ intent: z.literal("accept"), note: z.string().max(5000).default(""), dueOn: Day }),
  z.object({ intent: z.literal("discard") }),
  z.object({
    intent: z.literal("outcome"),
    supplierId: z.string().max(40),
    outcome: z.enum(PLAN_OUTCOMES),
    on: z.iso.date(),
    note: z.string().max(5000).default(""),
    dueOn: Day,
  }),
]);
export type PlanForm = z.infer<typeof PlanForm>;

export const permissionOf = ({ intent }: PlanForm): Permission => (intent === "accept" ? "plan:accept" : "plan:write");
