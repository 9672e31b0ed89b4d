import { ACCESS_CLASSES } from "../../db/schema/findings";
import { makePack } from "../services/packs/make-pack.server";
import type { JobContext } from "./job-context";
import { scopeOfJob } from "./job-scope";

/** Somebody asked for an evidence pack. */
export async function makePackJob({ db, config, job, progress }: JobContext): Promise<void> {
  const { packId, upTo, stamp, reportId, userId } = job.payload;
  const accessClass = ACCESS_CLASSES.find((one) => one === upTo) ?? "public";
  const of = typeof reportId === "string" ? reportId : null;
  const asked = { packId: String(packId), upTo: accessClass, stamp: stamp === 1, reportId: of, userId: String(userId) };
  await makePack(db, scopeOfJob(job), asked, config, new Date(), (done, total) =>
    progress({ phase: "packing", done, total, rows: done }),
  );
}
