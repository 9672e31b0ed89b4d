import { log } from "../lib/log.server";
import { expireOriginals as expire } from "../services/originals/expire-originals.server";
import type { JobContext } from "./job-context";

/** Asked for each hour: encrypted originals whose time is over, and uploads nobody decided about. */
export async function expireOriginals({ db, config }: JobContext): Promise<void> {
  const ended = await expire(db, config, new Date());
  if (ended.deleted + ended.discarded + ended.removed > 0) log.info(ended, "originals ended");
}
