import path from "node:path";
import { changeImport, findImport, storedProblem } from "../services/imports/import-record.server";
import { readAsLastTime } from "../services/imports/remember-reading.server";
import { mergeCorrection } from "../services/imports/merge-correction.server";
import { openList, proposalFor } from "../services/imports/read-list.server";
import { isStaleWrite, unlessStale } from "../../db/errors";
import { isProblem } from "../lib/problem";
import type { JobContext } from "./job-context";
import { scopeOfJob, workDirOf } from "./job-scope";

/**
 * Looks into an uploaded file: type, encoding, delimiter, sheet, header, columns. The result waits for the user, who may
 * change any of it (then this job runs again). A file that cannot be used keeps its sentence and stays where it is.
 */
export async function inspectImport(context: JobContext): Promise<void> {
  const { db, config, job } = context;
  const scope = scopeOfJob(job);
  const importId = String(job.payload["importId"]);
  const seen = await findImport(db, scope, importId);
  await db.commitPlain((q) => [changeImport(db, q, seen, { state: "inspecting", problem: null }, new Date())]);
  const reading = { ...seen, version: seen.version + 1 };
  try {
    let cancelled = false;
    const workDir = await workDirOf(config, importId);
    const { inspected, proposal } = await openList({
      path: path.join(config.dataDir, seen.upload.storedPath),
      fileName: seen.upload.fileName,
      workDir,
      settings: seen.settings,
      onProgress: (done, total) => {
        void context.progress({ phase: "reading", done, total, rows: 0 });
        void context.cancelled().then((stop) => (cancelled ||= stop));
      },
      cancelled: () => cancelled,
    });
    const merged = await mergeCorrection(db, scope, inspected, seen.settings, workDir);
    if (merged) {
      const { file, settings, correction } = merged;
      const inspection = { file, proposal: proposalFor(file, settings), correction };
      await db.commitPlain((q) => [
        changeImport(db, q, reading, { state: "mapping", inspection, settings, problem: null }, new Date()),
      ]);
      return;
    }
    const known = await readAsLastTime(db, scope, inspected, proposal, seen.settings);
    await db.commitPlain((q) => [
      changeImport(
        db,
        q,
        reading,
        {
          state: "mapping",
          inspection: { file: inspected, proposal: known?.proposal ?? proposal },
          ...(known && { settings: known.settings }),
          problem: null,
        },
        new Date(),
      ),
    ]);
  } catch (error) {
    // Put away meanwhile: there is nothing to say.
    if (isStaleWrite(error)) return;
    await db
      .commitPlain((q) => [
        changeImport(db, q, reading, { state: "failed", problem: storedProblem(error) }, new Date()),
      ])
      .catch(unlessStale);
    if (!isProblem(error)) throw error;
  }
}
