/** The model and the weights of a workspace's list as known at the end of a past day, and who had chosen them. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { derivedModelsOf, type DerivedModel } from "../../../db/queries/models";
import { namesOfUsers } from "../../../db/names-of-users";
import { listRiskData } from "../../../db/queries/risk-data";
import { eventsUntil } from "../../../db/queries/trail";
import { modelById, percentsOf, type DimensionPercents } from "../../../risk-models";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { listOn, type ListOn } from "../trail/list-then.server";
import { parseContents } from "../trail/trail-view.server";
import { derivedView, releasedBy, type DerivedView, type ReleasedModel } from "./models-view.server";

/** Another model, or other reference data, asked for by a person. */
export interface ModelChange {
  readonly what: "model" | "data";
  readonly at: Date;
  /** Null when the person has no account any more, or the reader may not read the trail. */
  readonly who: string | null;
  /** Ids of models, or hashes of data. */
  readonly from: string;
  readonly to: string;
}

/** What the list that was shown was scored with; what nothing tells any more is null. */
interface ListModel {
  readonly modelId: string | null;
  /** Of its dimensions, in per cent. */
  readonly percents: DimensionPercents | null;
  readonly dataDate: string | null;
  readonly dataHash: string | null;
  readonly suppliers: number | null;
}

export interface ModelsThen {
  /** `erased`: which list was shown, nothing tells any more; null: none was. */
  readonly list: ListModel | "erased" | null;
  /** The released models that had come into force by then, the newest first. */
  readonly models: readonly ReleasedModel[];
  /** Weights of the workspace's own that were proposed and not withdrawn. */
  readonly derived: readonly DerivedView[];
  /** The newest first. */
  readonly changes: readonly ModelChange[];
  /** Whether the reader is told who made each change. */
  readonly tellsWho: boolean;
  /** How many changes by then nothing tells any more: what the record said was erased. */
  readonly untold: number;
  /** Of the data that `changes` names and this installation keeps: day by hash. */
  readonly dataDays: Readonly<Record<string, string>>;
}

/** A list that was built again since and was never sealed had the model it was published with, or another: nothing tells. */
function listModel(on: ListOn): ModelsThen["list"] {
  if (on.is === "none") return null;
  if (on.is === "kept") {
    const { modelId, dataDate, dataHash, suppliers } = on.list.generation;
    return { modelId, percents: percents(modelId), dataDate, dataHash, suppliers };
  }
  if (on.list === "erased") return "erased";
  const { modelId, dataDate, numbers, builtAt } = on.list;
  if ((numbers === null && builtAt !== null) || modelId === "")
    return { modelId: null, percents: null, dataDate: null, dataHash: null, suppliers: null };
  return { modelId, percents: percents(modelId), dataDate, dataHash: null, suppliers: numbers?.suppliers ?? null };
}

function percents(modelId: string): DimensionPercents | null {
  const model = modelById(modelId);
  return model && percentsOf(model);
}

/** A proposal as far as it had come by then; null: it was not made yet, or withdrawn. Pure. */
function proposalThen(one: DerivedModel, end: Date): DerivedModel | null {
  if (one.proposedAt > end || (one.withdrawnAt !== null && one.withdrawnAt <= end)) return null;
  const notAgreed = { approvedBy: null, approvedAt: null, approver: null, validFrom: null };
  return { ...one, withdrawnAt: null, withdrawnBy: null, ...(one.approvedAt !== null && one.approvedAt > end && notAgreed) }; // prettier-ignore
}

const Changed = z.object({ from: z.string(), to: z.string() });

/** @param day `YYYY-MM-DD` of UTC. */
export async function modelsThen(db: Database, scope: Scope, day: IsoDate): Promise<ModelsThen> {
  const end = endOfDay(day);
  const [on, proposals, events, kept] = await Promise.all([
    listOn(db, scope, day),
    derivedModelsOf(db, scope),
    eventsUntil(db, scope, ["model.changed", "data.changed"], end),
    listRiskData(db),
  ]);
  const tellsWho = can(scope.role, "audit:read");
  const names = await namesOfUsers(db, tellsWho ? events.map(({ actorUserId }) => actorUserId) : []);
  const changes = events.toReversed().flatMap(({ name, at, actorUserId, contents }): ModelChange[] => {
    const { data } = Changed.safeParse(parseContents(contents));
    const what = name === "model.changed" ? "model" : "data";
    return data ? [{ what, at, who: names.get(actorUserId) ?? null, ...data }] : [];
  });
  return {
    list: listModel(on),
    models: releasedBy(day),
    derived: proposals.flatMap((one) => {
      const then = proposalThen(one, end);
      return then ? (derivedView(then.modelId, then, scope.userId, day) ?? []) : [];
    }),
    changes,
    tellsWho,
    untold: events.length - changes.length,
    dataDays: Object.fromEntries(kept.map(({ hash, dataDate }) => [hash, dataDate])),
  };
}
