import type { ColumnKit } from "./kit.sqlite";

/** What a figure of a corridor is: all that recruiting one worker costs, or what one worker paid of it. */
export const COST_KINDS = ["total", "paid-by-worker"] as const;
export type CostKind = (typeof COST_KINDS)[number];
/** Where a rule on fees holds: where workers are recruited, or where they work. */
export const RULE_SIDES = ["origin", "destination"] as const;
export type RuleSide = (typeof RULE_SIDES)[number];
export const FEE_RULES = ["capped", "prohibited", "allowed"] as const;
export type FeeRule = (typeof FEE_RULES)[number];

/** A workspace's own rows beside the published corridor tables: docs/decisions/0017. A row is only ever marked withdrawn. */
export function corridorTables(k: ColumnKit) {
  const ownCorridors = k.table(
    "own_corridors",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** ISO 3166-1 alpha-2: where workers are recruited, and where they work. */
      origin: k.text("origin").notNull(),
      destination: k.text("destination").notNull(),
      /** Sector or group of workers; "": all. */
      workers: k.text("workers").notNull(),
      kind: k.enumText("kind", COST_KINDS).notNull(),
      /** US dollars a worker. */
      usd: k.real("usd").notNull(),
      /** As it was told: amount, currency, and the rate with its day and source. */
      told: k.json("told").notNull(),
      /** Of the figure. */
      year: k.int("year").notNull(),
      source: k.text("source").notNull(),
      note: k.text("note").notNull(),
      /** The day from which it is true, `YYYY-MM-DD`. */
      validFrom: k.text("valid_from").notNull(),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      withdrawnAt: k.instant("withdrawn_at"),
      withdrawnBy: k.text("withdrawn_by"),
    },
    (t) => [k.index("own_corridors_by_workspace").on(t.workspaceNo)],
  );

  const ownFeeRules = k.table(
    "own_fee_rules",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      country: k.text("country").notNull(),
      side: k.enumText("side", RULE_SIDES).notNull(),
      rule: k.enumText("rule", FEE_RULES).notNull(),
      /** Which fee, of whom. */
      covers: k.text("covers").notNull(),
      /** Of a cap; null where the rule has no number. */
      value: k.real("value"),
      /** A currency or words, for example months of basic pay; "" without a value. */
      unit: k.text("unit").notNull(),
      /** In which the rule was as it is told. */
      year: k.int("year").notNull(),
      source: k.text("source").notNull(),
      note: k.text("note").notNull(),
      validFrom: k.text("valid_from").notNull(),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      withdrawnAt: k.instant("withdrawn_at"),
      withdrawnBy: k.text("withdrawn_by"),
    },
    (t) => [k.index("own_fee_rules_by_workspace").on(t.workspaceNo)],
  );

  return { ownCorridors, ownFeeRules };
}
