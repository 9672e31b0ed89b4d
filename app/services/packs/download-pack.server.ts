import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { findPack } from "../../../db/queries/packs";
import { Problem } from "../../lib/problem";
import { hashOfFile } from "../../files/hash-of-file.server";
import type { RegisterFile } from "../register/export-register.server";

/**
 * A pack as a file, when it is the one that was made; who took it is an event of the chain.
 * @throws Problem `pack.not-found` (404), `pack.file-gone` or `pack.file-changed` (410).
 */
export async function downloadPack(db: Database, scope: Scope, packId: string, dataDir: string): Promise<RegisterFile> {
  const pack = await findPack(db, scope, packId);
  const file = pack && path.join(dataDir, pack.storedPath);
  if (!pack || !file) throw new Problem("pack.not-found", "There is no such pack in this workspace.", {}, 404);
  if (!existsSync(file))
    throw new Problem(
      "pack.file-gone",
      "The file of this pack is not in the data folder any more. Bring it back from a backup, or make a new pack.",
      {},
      410,
    );
  if ((await hashOfFile(file)) !== pack.sha256)
    throw new Problem(
      "pack.file-changed",
      "The file of this pack is not the one that was made: it was changed outside the program. Do not hand it over. Bring it back from a backup, or make a new pack.",
      {},
      410,
    );
  await db.commit(scope, event("pack.downloaded", { packId, sha256: pack.sha256 }), () => []);
  const day = pack.madeAt.toISOString().slice(0, 10);
  return {
    fileName: `candour-evidence-pack-${scope.workspaceSlug}-${day}.zip`,
    contentType: "application/zip",
    stream: createReadStream(file),
  };
}
