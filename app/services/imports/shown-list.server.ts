import type { AnyScope, Database } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";
import { findGeneration, type Generation } from "../../../db/queries/register";
import type { IsoDate } from "../../../risk-models/types";
import { dayOf } from "../scoring/assessor.server";

/** The list everyone in the workspace sees. */
export interface ShownList {
  /** With the model that scored it. */
  readonly generation: Generation;
  readonly source: NonNullable<Awaited<ReturnType<typeof importOfGeneration>>>;
  /** The day it was uploaded. */
  readonly day: IsoDate;
}

/** The list that is shown, where it came from and what scored it; null before the first one is published. */
export async function shownList(db: Database, scope: AnyScope): Promise<ShownList | null> {
  const no = await publishedGeneration(db, scope);
  return no === null ? null : listNumbered(db, scope, no);
}

/** The same of a list that is kept, shown or not; null when there is none of that number. */
export async function listNumbered(db: Database, scope: AnyScope, no: number): Promise<ShownList | null> {
  const [generation, source] = await Promise.all([findGeneration(db, scope, no), importOfGeneration(db, scope, no)]);
  return generation && source ? { generation, source, day: dayOf(source.createdAt) } : null;
}
