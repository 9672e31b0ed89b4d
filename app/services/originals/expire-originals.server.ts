import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { and, eq, inArray, lt } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, SystemScope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findUpload } from "../../../db/queries/imports";
import { endedOriginals } from "../../../db/queries/kept";
import type { Config } from "../../lib/config.server";
import { isProblem } from "../../lib/problem";
import { discardImport } from "../imports/stop-import.server";

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_A_TIME = 500;

const systemScope = (workspaceNo: number): SystemScope => ({
  workspaceNo,
  workspaceId: "",
  workspaceSlug: "",
  userId: null,
  role: "system",
});

/** Deletes encrypted originals whose time is over, an event each; their SHA-256 stays. @returns how many. */
export async function deleteEndedOriginals(db: Database, dataDir: string, now: Date): Promise<number> {
  const { originals } = db.t;
  let deleted = 0;
  for (;;) {
    const ended = await endedOriginals(db, now, AT_A_TIME);
    for (const { uploadId, workspaceNo, storedPath } of ended) {
      const scope = systemScope(workspaceNo);
      // The file first: an event must not say that something is gone which is not.
      if (storedPath !== null) await rm(path.join(dataDir, storedPath), { force: true });
      const upload = await findUpload(db, scope, uploadId);
      await db.commit(scope, event("original.deleted", { uploadId, sha256: upload?.sha256 ?? "" }), (q) => [
        q
          .update(originals)
          .set({ state: "deleted", deletedAt: now, storedPath: null })
          .where(eq(originals.uploadId, uploadId)),
      ]);
      deleted++;
    }
    if (ended.length < AT_A_TIME) return deleted;
  }
}

/** Puts away imports about which nobody has decided anything for as many days as an original is kept. @returns how many. */
export async function discardForgotten(db: Database, keepDays: number, now: Date): Promise<number> {
  const { imports } = db.t;
  // With no days at all, a person still needs one to look at a preview.
  const before = new Date(now.getTime() - Math.max(1, keepDays) * DAY_MS);
  const forgotten = await db.q
    .select({ id: imports.id, workspaceNo: imports.workspaceNo })
    .from(imports)
    .where(and(inArray(imports.state, ["mapping", "preview", "failed"]), lt(imports.updatedAt, before)));
  let discarded = 0;
  for (const { id, workspaceNo } of forgotten)
    await discardImport(db, systemScope(workspaceNo), id, now).then(
      () => discarded++,
      // Somebody decided about it at this very moment.
      (error: unknown) => {
        if (!isProblem(error) && !isStaleWrite(error)) throw error;
      },
    );
  return discarded;
}

/** Removes what uploads left behind that broke off or were killed before they were recorded, a day later. @returns how many. */
export async function removeUnrecorded(db: Database, uploadsDir: string, now: Date): Promise<number> {
  const { uploads } = db.t;
  const known = new Set((await db.q.select({ id: uploads.id }).from(uploads)).map(({ id }) => id));
  const files = await readdir(uploadsDir, { recursive: true, withFileTypes: true }).catch(() => []);
  let removed = 0;
  for (const file of files) {
    if (!file.isFile() || known.has(file.name) || (file.name.endsWith(".copy") && known.has(file.name.slice(0, -5))))
      continue;
    const place = path.join(file.parentPath, file.name);
    const written = await stat(place).catch(() => null);
    if (written === null || now.getTime() - written.mtimeMs < DAY_MS) continue;
    await rm(place, { force: true });
    removed++;
  }
  return removed;
}

/** Everything whose time is over. */
export async function expireOriginals(
  db: Database,
  config: Pick<Config, "dataDir" | "uploadsDir" | "keepOriginalsDays">,
  now: Date,
): Promise<{ readonly deleted: number; readonly discarded: number; readonly removed: number }> {
  return {
    discarded: await discardForgotten(db, config.keepOriginalsDays, now),
    deleted: await deleteEndedOriginals(db, config.dataDir, now),
    removed: await removeUnrecorded(db, config.uploadsDir, now),
  };
}
