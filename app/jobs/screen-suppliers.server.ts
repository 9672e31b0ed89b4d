import { findGeneration } from "../../db/queries/register";
import { publishedGeneration } from "../../db/queries/generations";
import { CancelledError } from "../services/imports/build-generation.server";
import { findDuplicates } from "../services/screening/find-duplicates.server";
import { keepGroups } from "../services/screening/keep-groups.server";
import { screenList } from "../services/screening/screen-list.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

/**
 * Who the suppliers of the list that is shown are: compares them with the lists in force, then with each other, and works out who
 * belongs together. Killed, it goes on where it stood; what people decided is kept.
 */
export async function screenSuppliers(context: JobContext): Promise<void> {
  const { db, job } = context;
  const scope = scopeOfJob(job);
  const current = await publishedGeneration(db, scope);
  const generation = current === null ? null : await findGeneration(db, scope, current);
  if (!generation) return;
  const { no, suppliers: total } = generation;
  const cancelled = () => context.cancelled();
  const now = () => new Date();
  try {
    const onProgress = (done: number) => context.progress({ phase: "screening", done, total, rows: done });
    await screenList(db, scope, generation, { onProgress, cancelled }, now);
    const onPairs = (done: number, of: number) => context.progress({ phase: "comparing", done, total: of, rows: done });
    await findDuplicates(db, scope, no, job.id, { onProgress: onPairs, cancelled }, now);
    await keepGroups(db, scope, no);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
}
