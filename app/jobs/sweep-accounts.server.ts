import { deleteEndedSessions } from "../../db/queries/accounts";
import { sweepWorkspaces } from "../services/workspaces/sweep-workspaces.server";
import type { JobContext } from "./job-context";

/** Asked for each hour: sessions that have ended, and workspaces whose time of waiting is over. */
export async function sweepAccounts({ db, config }: Pick<JobContext, "db" | "config">): Promise<void> {
  const now = new Date();
  await deleteEndedSessions(db, now);
  await sweepWorkspaces(db, config.dataDir, now);
}
