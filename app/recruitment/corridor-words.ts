import type { CostKind, FeeRule, RuleSide } from "../../db/schema/corridors";

// The words of the tables, for pages, which reach no database.

/** What a figure of a corridor is: all that recruiting one worker costs, or what one worker paid of it. */
export const COST_KINDS = ["total", "paid-by-worker"] as const satisfies readonly CostKind[];
/** Where a rule on fees holds: where workers are recruited, or where they work. */
export const RULE_SIDES = ["origin", "destination"] as const satisfies readonly RuleSide[];
export const FEE_RULES = ["capped", "prohibited", "allowed"] as const satisfies readonly FeeRule[];
