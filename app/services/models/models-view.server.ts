import type { Database, Scope } from "../../../db/database";
import { comparisonsOf, derivedModelsOf, type DerivedModel } from "../../../db/queries/models";
import { listRiskData } from "../../../db/queries/risk-data";
import { openReapply } from "../../../db/queries/understanding";
import { reference } from "../../lib/reference.server";
import { shownList } from "../imports/shown-list.server";
import {
  isDerived,
  limitsOf,
  modelById,
  modelInForce,
  MODELS,
  percentsOf,
  releasedIdOf,
  type DimensionPercents,
} from "../../../risk-models";
import { DIMENSIONS, type Dimension, type IsoDate } from "../../../risk-models/types";
import { findImport } from "../imports/import-record.server";
import { dayOf } from "../scoring/assessor.server";
import { isUsableOn } from "./derived-models.server";
import type { MovesSummary } from "./what-moved.server";

/** A released model, and the day it came into force. */
export interface ReleasedModel {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: IsoDate;
}

/** What a person sees about the model of the list: which one it has, which there are, and what another would change. */
export interface ModelsView {
  readonly shown: {
    /** The model that scored what is shown. */
    readonly modelId: string;
    readonly dataDate: string;
    readonly suppliers: number;
    /** The model the list is being built with; null when nothing is under way. */
    readonly changingTo: string | null;
    /** SHA-256 of the reference data it was scored with. */
    readonly dataHash: string;
  } | null;
  /** Other reference data kept here, the newest first; `isInstalled`: those this version brings. */
  readonly data: readonly {
    readonly hash: string;
    readonly dataDate: string;
    readonly recordedAt: Date;
    readonly isInstalled: boolean;
  }[];
  readonly inForce: string;
  /** Newest first; those that came into force until today. */
  readonly models: readonly ReleasedModel[];
  /** Weights of the workspace's own: those proposed, and those tried on the shown list. */
  readonly derived: readonly DerivedView[];
  /** The weights of the model in force, and how far a workspace may move each. */
  readonly weights: Readonly<
    Record<Dimension, { readonly percent: number; readonly least: number; readonly most: number }>
  >;
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

/** Weights of the workspace's own, as far as they have come. */
export interface DerivedView {
  readonly id: string;
  readonly base: string;
  readonly percents: DimensionPercents;
  /** Null: only tried, proposed by nobody. */
  readonly proposal: {
    readonly id: string;
    readonly reason: string;
    /** Null when the person has no account any more. */
    readonly by: string | null;
    readonly at: Date;
    readonly isMine: boolean;
    readonly agreedBy: string | null;
    readonly agreedAt: Date | null;
    readonly validFrom: IsoDate | null;
  } | null;
  /** The list may be scored with them today. */
  readonly isUsable: boolean;
}

async function derivedViews(
  db: Database,
  scope: Scope,
  tried: readonly string[],
  today: IsoDate,
): Promise<DerivedView[]> {
  const proposed = (await derivedModelsOf(db, scope)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const ids = new Set([...proposed.map(({ modelId }) => modelId), ...tried]);
  return [...ids].flatMap(
    (id) =>
      derivedView(
        id,
        proposed.find(({ modelId }) => modelId === id),
        scope.userId,
        today,
      ) ?? [],
  );
}

/**
 * Weights with their proposal, where there is one; null for an id that is none of weights. Pure.
 * @param userId who looks. @param day on which they are to be used.
 */
export function derivedView(
  id: string,
  found: DerivedModel | undefined,
  userId: string,
  day: IsoDate,
): DerivedView | null {
  const model = isDerived(id) ? modelById(id) : null;
  return (
    model && {
      id,
      base: releasedIdOf(id),
      percents: percentsOf(model),
      isUsable: found !== undefined && isUsableOn(found, day),
      proposal: found
        ? {
            id: found.id,
            reason: found.reason,
            by: found.proposer,
            at: found.proposedAt,
            isMine: found.proposedBy === userId,
            agreedBy: found.approver,
            agreedAt: found.approvedAt,
            validFrom: found.validFrom,
          }
        : null,
    }
  );
}

/** The released models that had come into force by a day, the newest first. Pure. */
export const releasedBy = (day: IsoDate): ReleasedModel[] =>
  MODELS.filter(({ effectiveFrom }) => effectiveFrom <= day)
    .map(({ id, title, effectiveFrom }) => ({ id, title, effectiveFrom }))
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));

export async function modelsView(db: Database, scope: Scope, now: Date): Promise<ModelsView> {
  const today = dayOf(now);
  const shown = await shownList(db, scope);
  const made = shown?.generation ?? null;
  const record = shown && (await findImport(db, scope, shown.source.id));
  const wanted = record?.settings.model ?? made?.modelId ?? null;
  const wantedData = record?.settings.data ?? made?.dataHash ?? null;
  const isOther = made !== null && (wanted !== made.modelId || wantedData !== made.dataHash);
  const changing = isOther && (await openReapply(db, scope)) !== null;
  const inForce = modelInForce(MODELS, today);
  const percents = percentsOf(inForce);
  const comparisons = await comparisonsOf(db, scope);
  return {
    shown: made && {
      modelId: made.modelId,
      dataDate: made.dataDate,
      suppliers: made.suppliers,
      changingTo: changing ? wanted : null,
      dataHash: made.dataHash,
    },
    data: (await listRiskData(db))
      .filter(({ hash }) => hash !== made?.dataHash)
      .map((one) => ({ ...one, isInstalled: one.hash === reference().riskHash })),
    inForce: inForce.id,
    derived: await derivedViews(
      db,
      scope,
      comparisons.map(({ toModel }) => toModel),
      today,
    ),
    weights: Object.fromEntries(
      DIMENSIONS.map((name) => [name, { percent: percents[name], ...limitsOf(inForce, name) }]),
    ) as unknown as ModelsView["weights"],
    models: releasedBy(today),
    comparisons: comparisons.map((one) => ({
      id: one.id,
      from: one.fromModel,
      to: one.toModel,
      askedAt: one.askedAt,
      ofShown: one.generation === made?.no,
      summary: one.summary as MovesSummary | null,
    })),
  };
}
