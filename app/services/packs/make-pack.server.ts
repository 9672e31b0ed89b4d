import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { event } from "../../../db/audit-events";
import { chainStanding } from "../../../db/chain-heads";
import type { AnyScope, Database } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { eventNamesAfter, findPack } from "../../../db/queries/packs";
import { findWorkspace } from "../../../db/queries/accounts";
import type { AccessClass } from "../../../db/schema/findings";
import { hashOfFile } from "../../files/hash-of-file.server";
import { signingKey, type SigningKey } from "../../files/signing-key.server";
import { syncFolder } from "../../files/sync-folder.server";
import type { Config } from "../../lib/config.server";
import { Problem } from "../../lib/problem";
import { isShown } from "../../pack/open-events";
import { verifyPack } from "../../pack/verify";
import { packParts, type PackedList } from "./pack-parts.server";
import { NODE_TOOLS, withFile } from "./pack-tools.server";
import { programName, READ_ME } from "./pack-words.server";
import { listToPack } from "./workspace-list.server";
import { writePack, type Described } from "./write-pack.server";

export interface AskedPack {
  readonly packId: string;
  readonly upTo: AccessClass;
  readonly userId: string;
}

type Folder = Pick<Config, "dataDir" | "keepOriginalsDays">;

/** How far it is: suppliers written. */
type OnProgress = (done: number, total: number) => void | Promise<void>;

/** Events that change what a pack holds without being shown in one. */
const CHANGES_UNSEEN = ["protected.released", "protected.undone", "protected-finding.released"];
const changesPack = (name: string): boolean => isShown(name) || CHANGES_UNSEEN.includes(name);

/** Somebody decides something while a pack is written: then it is written again, but not for ever. */
const TRIES = 5;

/**
 * Makes an evidence pack of the list that is shown and of what was recorded, signs it, verifies it as anybody else would, and
 * puts it into the data folder. Does nothing when it was made already.
 * @throws Problem `register.none`, `pack.busy` (409) when what it holds changed again and again meanwhile, `pack.too-large`.
 */
export async function makePack(
  db: Database,
  scope: AnyScope,
  asked: AskedPack,
  folder: Folder,
  now: Date,
  onProgress: OnProgress = () => {},
): Promise<void> {
  const { packId, upTo, userId } = asked;
  if ((await findPack(db, scope, packId)) !== null) return;
  const storedPath = path.join("packs", String(scope.workspaceNo), `${packId}.zip`);
  const target = path.join(folder.dataDir, storedPath);
  const part = `${target}.part`;
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const key = await signingKey(folder.dataDir);
    const { list, trail, withheld } = await writeUndisturbed(db, scope, asked, {
      ...folder,
      part,
      key,
      now,
      onProgress,
    });
    const { fingerprint } = key;
    const check = await withFile(part, (source) => verifyPack(source, NODE_TOOLS, { fingerprint }));
    const [{ size: bytes }, sha256] = [await stat(part), await hashOfFile(part)];
    await rename(part, target);
    await syncFolder(path.dirname(target));
    const { generation, fileName, modelId, dataDate, totals } = list;
    const [{ headSeq }, faults] = [trail, check.faultCount];
    const made = event("pack.made", { packId, generation, upTo, headSeq, sha256, bytes, fingerprint, faults });
    await db.commit(scope, made, (q) => [
      q.insert(db.t.evidencePacks).values({
        id: packId,
        workspaceNo: scope.workspaceNo,
        generation,
        fileName,
        suppliers: totals.suppliers,
        modelId,
        dataDate,
        upTo,
        withheld,
        headSeq,
        sha256,
        bytes,
        fingerprint,
        faults,
        storedPath,
        askedBy: userId,
        madeAt: now,
      }),
    ]);
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Writes the pack, and again as long as something it shows was decided meanwhile: a list that is put out of sight while it is
 * read, or an answer in the middle of it, would make a pack of two moments.
 */
async function writeUndisturbed(
  db: Database,
  scope: AnyScope,
  { upTo, userId }: AskedPack,
  how: Folder & { part: string; key: SigningKey; now: Date; onProgress: OnProgress },
): Promise<Omit<Described, "list"> & { readonly list: PackedList }> {
  const { part, key, now, onProgress } = how;
  const [workspace, names] = [await findWorkspace(db, scope), await namesOfUsers(db, [userId])];
  for (let tried = 0; tried < TRIES; tried++) {
    const list = await listToPack(db, scope, how, now);
    const { headSeq, headHash } = await chainStanding(db, scope.workspaceNo);
    const { parts, described } = await packParts(db, scope, {
      list,
      by: { kind: "person", id: userId, name: names.get(userId) ?? "" },
      workspace: { no: scope.workspaceNo, id: workspace?.id ?? "", name: workspace?.name ?? "" },
      upTo,
      head: { headSeq, headHash },
      readMe: READ_ME,
      program: programName(),
      now,
      onSuppliers: progressOf(list.totals.suppliers, onProgress),
    });
    await writePack(part, parts, described, key);
    if (!(await eventNamesAfter(db, scope, headSeq)).some(changesPack)) return { ...described, list };
  }
  throw new Problem(
    "pack.busy",
    "Something was decided again and again while the pack was written. Ask for it again in a quieter moment.",
    {},
    409,
  );
}

function progressOf(total: number, onProgress: OnProgress): (rows: number) => void | Promise<void> {
  let done = 0;
  return (rows) => onProgress((done += rows), total);
}
