import { buildPages, buildSearch } from "../../db/pages";
import { importOfGeneration } from "../../db/queries/imports";
import { findGeneration } from "../../db/queries/register";
import { countOverview } from "../services/overview/count-overview.server";
import { dayOf } from "../services/scoring/assessor.server";
import { engineOfList } from "../services/scoring/kept-data.server";
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
  const scope = scopeOfJob(job);
  const [source, made] = [await importOfGeneration(db, scope, generation), await findGeneration(db, scope, generation)];
  if (source && made) await countOverview(db, generation, await engineOfList(db, dayOf(source.createdAt), made));
  await buildPages(db, generation);
  await buildSearch(db, generation);
  await sweep(context);
}
