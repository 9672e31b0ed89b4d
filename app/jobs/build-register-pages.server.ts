import { buildPages, buildSearch } from "../../db/pages";
import { importOfGeneration } from "../../db/queries/imports";
import { countOverview } from "../services/overview/count-overview.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";
import { sweep } from "./sweep.server";

/**
 * After a list is published: what its overview shows, the orders its pages are read in, then the search index. All may be
 * built again after a crash.
 */
export async function buildRegisterPages(context: JobContext): Promise<void> {
  const { db, job } = context;
  const generation = Number(job.payload["generation"]);
  await context.progress({ phase: "indexing", done: 0, total: 0, rows: 0 });
  const source = await importOfGeneration(db, scopeOfJob(job), generation);
  if (source) await countOverview(db, generation, assessorFor(dayOf(source.createdAt)).engine);
  await buildPages(db, generation);
  await buildSearch(db, generation);
  await sweep(context);
}
