import type { ColumnKit } from "./kit.sqlite";

/** What a person judges of a row of the commitments table; none is ever computed. `not-bound`: the duty does not bind this organisation. */
export const JUDGEMENTS = ["met", "partly", "not-met", "not-bound", "undecided"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** What named people judged of rows of the commitments table: a row is only ever marked replaced or taken back. */
export function commitmentTables(k: ColumnKit) {
  const commitmentJudgements = k.table(
    "commitment_judgements",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** Id of the row in the table of commitments. */
      commitmentId: k.text("commitment_id").notNull(),
      /** 1, 2, 3 … of the row in the workspace. */
      position: k.int("position").notNull(),
      /** Day and SHA-256 of the table as it was when this was judged. */
      edition: k.text("edition").notNull(),
      editionSha256: k.text("edition_sha256").notNull(),
      judgement: k.enumText("judgement", JUDGEMENTS).notNull(),
      reason: k.text("reason").notNull(),
      /** What the workspace held that moment: a `KnownEvidence`. */
      evidence: k.json("evidence").notNull(),
      by: k.text("by_user_id").notNull(),
      at: k.instant("at").notNull(),
      replacedAt: k.instant("replaced_at"),
      takenBackBy: k.text("taken_back_by"),
      takenBackAt: k.instant("taken_back_at"),
      takenBackReason: k.text("taken_back_reason"),
    },
    (t) => [
      k.uniqueIndex("commitment_judgements_by_row").on(t.workspaceNo, t.commitmentId, t.position),
      k.index("commitment_judgements_by_id").on(t.workspaceNo, t.id),
    ],
  );

  return { commitmentJudgements };
}
