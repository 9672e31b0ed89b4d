import type { Database, Scope } from "../../../db/database";
import { comparisonsOf } from "../../../db/queries/models";
import { openReapply } from "../../../db/queries/understanding";
import { shownList } from "../imports/shown-list.server";
import { modelInForce, MODELS } from "../../../risk-models";
import { findImport } from "../imports/import-record.server";
import { dayOf } from "../scoring/assessor.server";
import type { MovesSummary } from "./what-moved.server";

/** What a person sees about the model of the list: which one it has, which there are, and what another would change. */
export interface ModelsView {
  readonly shown: {
    /** The model that scored what is shown. */
    readonly modelId: string;
    readonly dataDate: string;
    readonly suppliers: number;
    /** The model the list is being built with; null when nothing is under way. */
    readonly changingTo: string | null;
  } | null;
  readonly inForce: string;
  /** Newest first; those that came into force until today. */
  readonly models: readonly { readonly id: string; readonly title: string; readonly effectiveFrom: string }[];
  readonly comparisons: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly askedAt: Date;
    /** False once another list, or the same one built again, is shown. */
    readonly ofShown: boolean;
    /** Null while it is being counted. */
    readonly summary: MovesSummary | null;
  }[];
}

export async function modelsView(db: Database, scope: Scope, now: Date): Promise<ModelsView> {
  const today = dayOf(now);
  const shown = await shownList(db, scope);
  const made = shown?.generation ?? null;
  const record = shown && (await findImport(db, scope, shown.source.id));
  const wanted = record?.settings.model ?? made?.modelId ?? null;
  const changing = made !== null && wanted !== made.modelId && (await openReapply(db, scope)) !== null;
  return {
    shown: made && {
      modelId: made.modelId,
      dataDate: made.dataDate,
      suppliers: made.suppliers,
      changingTo: changing ? wanted : null,
    },
    inForce: modelInForce(MODELS, today).id,
    models: MODELS.filter(({ effectiveFrom }) => effectiveFrom <= today)
      .map(({ id, title, effectiveFrom }) => ({ id, title, effectiveFrom }))
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1)),
    comparisons: (await comparisonsOf(db, scope)).map((one) => ({
      id: one.id,
      from: one.fromModel,
      to: one.toModel,
      askedAt: one.askedAt,
      ofShown: one.generation === made?.no,
      summary: one.summary as MovesSummary | null,
    })),
  };
}
