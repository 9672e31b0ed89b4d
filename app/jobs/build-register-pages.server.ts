import { buildPages, buildSearch } from "../../db/pages";
import type { JobContext } from "./job-context";
import { sweep } from "./sweep.server";

/** After a list is published: the orders its pages are read in, then the search index. Both may be built again after a crash. */
export async function buildRegisterPages(context: JobContext): Promise<void> {
  const { db, job } = context;
  const generation = Number(job.payload["generation"]);
  await context.progress({ phase: "indexing", done: 0, total: 0, rows: 0 });
  await buildPages(db, generation);
  await buildSearch(db, generation);
  await sweep(context);
}
