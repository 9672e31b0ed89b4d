import { randomUUID } from "node:crypto";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { findEvidence } from "../../../db/queries/evidence";
import { findProtectedEvidence } from "../../../db/queries/protected-evidence";
import { can } from "../../lib/permissions";
import { hashOfRows } from "../findings/record-finding.server";
import type { RegisterFile } from "../register/export-register.server";
import { documentNotFound, openFile } from "./add-evidence.server";
import { unsealWith } from "./document-file.server";
import { protectedFile } from "./protected-document.server";

/**
 * A document as it was received. The download is an event of the chain. A protected one is asked for only when the reader may
 * read it: for everyone else the same queries run whether there is one or not, and its event is one of any change, whose hash has
 * a fresh id in it: nobody can tell a copy from a change, nor two copies of the same document from two of others.
 * @throws Problem `evidence.not-found` (404), `evidence.gone` (410) when its file is not in the data folder, `original.damaged`
 *   or `original.other-key` (409).
 */
export async function downloadEvidence(
  db: Database,
  scope: Scope,
  evidenceId: string,
  dataDir: string,
): Promise<RegisterFile> {
  const open = await findEvidence(db, scope, evidenceId);
  if (open) {
    const taken = event("evidence.downloaded", { evidenceId, sha256: open.sha256 });
    const file = { ...openFile(scope.workspaceNo, open.id), storedPath: open.storedPath };
    return unsealWith(open, file, dataDir, () => db.commit(scope, taken, () => []));
  }
  const held = can(scope.role, "protected:read") ? await findProtectedEvidence(db, scope, evidenceId) : null;
  if (!held) throw documentNotFound();
  const taken = event("protected-finding.changed", { sha256: hashOfRows({ copied: held.id, copy: randomUUID() }) });
  const file = { ...protectedFile(scope.workspaceNo, held.id), storedPath: held.storedPath };
  return unsealWith(held, file, dataDir, () => db.commit(scope, taken, () => []));
}
