import { sweepGenerations } from "../../db/sweep";
import type { JobContext } from "./job-context";

/** Removes what belongs to no import any more: unpublished generations of runs that were cut off, put away or done again. */
export async function sweep({ db }: Pick<JobContext, "db">): Promise<void> {
  await sweepGenerations(db);
}
