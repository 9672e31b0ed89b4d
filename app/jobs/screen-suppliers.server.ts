import { isSomebodyWaiting } from "../../db/queries/jobs";
import { findGeneration } from "../../db/queries/register";
import { publishedGeneration } from "../../db/queries/generations";
import { CancelledError } from "../services/imports/build-generation.server";
import { AWAITED_JOBS } from "../services/jobs/new-job";
import { comparedBefore, comparedFactsHash, markCompared } from "../services/screening/compared-before.server";
import { findDuplicates } from "../services/screening/find-duplicates.server";
import { keepGroups } from "../services/screening/keep-groups.server";
import { listsHash, listsInForce } from "../services/screening/lists-in-force.server";
import { screenList } from "../services/screening/screen-list.server";
import { screenSoon } from "../services/screening/screen-soon.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

const LOOKED_UP_MS = 1000;

/**
 * Who the suppliers of the list that is shown are: compares them with the lists in force, then with each other, and works out who
 * belongs together. Killed, it goes on where it stood; it makes way for work that a person waits for, and comes back behind it.
 */
export async function screenSuppliers(context: JobContext): Promise<void> {
  const { db, job } = context;
  const scope = scopeOfJob(job);
  const current = await publishedGeneration(db, scope);
  const generation = current === null ? null : await findGeneration(db, scope, current);
  if (!generation) return;
  const { no, suppliers: total } = generation;
  let [makesWay, looked] = [false, 0];
  const cancelled = async () => {
    if (Date.now() - looked >= LOOKED_UP_MS) {
      looked = Date.now();
      makesWay = await isSomebodyWaiting(db, AWAITED_JOBS);
    }
    return makesWay || (await context.cancelled());
  };
  const now = () => new Date();
  try {
    const factsHash = await comparedFactsHash(db, scope, no);
    let done = await comparedBefore(db, scope, no, factsHash);
    if (!done) {
      const onProgress = (rows: number) => context.progress({ phase: "screening", done: rows, total, rows });
      done = await screenList(db, scope, generation, { onProgress, cancelled }, now);
      const onPairs = (rows: number, of: number) =>
        context.progress({ phase: "comparing", done: rows, total: of, rows });
      await findDuplicates(db, scope, no, job.id, { onProgress: onPairs, cancelled }, now);
      await markCompared(db, scope, done.id, factsHash, now());
    }
    await keepGroups(db, scope, generation);
    // Whoever loaded an edition at the instant this job was taken moved a job that waited no more.
    if (done.listsHash !== listsHash(await listsInForce(db, scope)) || (await publishedGeneration(db, scope)) !== no)
      await db.commitPlain(await screenSoon(db, scope, now()));
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    if (makesWay) await db.commitPlain(await screenSoon(db, scope, now()));
  }
}
