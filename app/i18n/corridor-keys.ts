/** Keys that depend on a word of a closed list, for corridors and fee rules. */
import type { CostKind, FeeRule, RuleSide } from "../../db/schema/corridors";
import type { Keys } from "./keys";

export const costKindKey = {
  total: "corridors.kind.total",
  "paid-by-worker": "corridors.kind.paidByWorker",
} as const satisfies Keys<CostKind>;

export const feeRuleKey = {
  capped: "corridors.rule.capped",
  prohibited: "corridors.rule.prohibited",
  allowed: "corridors.rule.allowed",
} as const satisfies Keys<FeeRule>;

export const ruleSideKey = {
  origin: "corridors.side.origin",
  destination: "corridors.side.destination",
} as const satisfies Keys<RuleSide>;
