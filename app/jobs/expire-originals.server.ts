import { log } from "../lib/log.server";
import { expireOriginals as expire } from "../services/originals/expire-originals.server";
import { dropUnfinished } from "../services/reports/kept-file.server";
import type { JobContext } from "./job-context";

/** Asked for each hour: originals whose time is over, uploads nobody decided about, registers a killed process left unencrypted. */
export async function expireOriginals({ db, config }: JobContext): Promise<void> {
  const now = new Date();
  const ended = await expire(db, config, now);
  const unfinished = await dropUnfinished(config.dataDir, now);
  if (unfinished > 0) log.info({ unfinished }, "unfinished registers removed");
  if (ended.deleted + ended.discarded + ended.removed > 0) log.info(ended, "originals ended");
}
