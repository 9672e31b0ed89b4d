import { findGeneration } from "../../db/queries/register";
import { publishedGeneration } from "../../db/queries/generations";
import { CancelledError } from "../services/imports/build-generation.server";
import { screenList } from "../services/screening/screen-list.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

/** Compares the list that is shown with the lists in force. Killed, it goes on where it stood. */
export async function screenSuppliers(context: JobContext): Promise<void> {
  const { db, job } = context;
  const scope = scopeOfJob(job);
  const current = await publishedGeneration(db, scope);
  const generation = current === null ? null : await findGeneration(db, scope, current);
  if (!generation) return;
  const total = generation.suppliers;
  const hooks = {
    onProgress: (done: number) => context.progress({ phase: "screening", done, total, rows: done }),
    cancelled: () => context.cancelled(),
  };
  try {
    await screenList(db, scope, generation, hooks, () => new Date());
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
}
