import type { ColumnKit } from "./kit.sqlite";

/** What another risk model would make of a list, asked for by a person. */
export function modelTables(k: ColumnKit) {
  /** The last answer to "who moves from this model to that one": one row for each pair of models in a workspace. */
  const modelComparisons = k.table(
    "model_comparisons",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      fromModel: k.text("from_model").notNull(),
      toModel: k.text("to_model").notNull(),
      /** The list it was counted on. */
      generation: k.int("generation").notNull(),
      /** Null while it is being counted. */
      summary: k.json("summary"),
      askedBy: k.text("asked_by").notNull(),
      askedAt: k.instant("asked_at").notNull(),
      finishedAt: k.instant("finished_at"),
    },
    (t) => [k.uniqueIndex("model_comparisons_by_pair").on(t.workspaceNo, t.fromModel, t.toModel)],
  );

  /**
   * Weights a workspace wants for the dimensions of a released model: the id says which. Used only after a second person agreed,
   * from the day after; kept when withdrawn.
   */
  const derivedModels = k.table(
    "derived_models",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      modelId: k.text("model_id").notNull(),
      reason: k.text("reason").notNull(),
      proposedBy: k.text("proposed_by").notNull(),
      proposedAt: k.instant("proposed_at").notNull(),
      approvedBy: k.text("approved_by"),
      approvedAt: k.instant("approved_at"),
      /** The first day on which a list may be scored with it, `YYYY-MM-DD`. */
      validFrom: k.text("valid_from"),
      withdrawnBy: k.text("withdrawn_by"),
      withdrawnAt: k.instant("withdrawn_at"),
    },
    (t) => [k.index("derived_models_by_workspace").on(t.workspaceNo)],
  );

  return { modelComparisons, derivedModels };
}
