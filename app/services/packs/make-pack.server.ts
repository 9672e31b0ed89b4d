import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { event } from "../../../db/audit-events";
import { chainStanding } from "../../../db/chain-heads";
import type { AnyScope, Database } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { eventNamesAfter, findPack, listPacks } from "../../../db/queries/packs";
import { findWorkspace } from "../../../db/queries/accounts";
import type { AccessClass } from "../../../db/schema/findings";
import { verifySealedList, type TrailFault } from "../../../db/verify-trail";
import { hashOfFile } from "../../files/hash-of-file.server";
import { signingKey, type SigningKey } from "../../files/signing-key.server";
import { syncFolder } from "../../files/sync-folder.server";
import type { Config } from "../../lib/config.server";
import { Problem } from "../../lib/problem";
import { isShown } from "../../pack/open-events";
import type { PackStamp } from "../../pack/stamp/pack-stamp";
import { verifyPack } from "../../pack/verify";
import { stampsOf } from "./ask-stamp.server";
import { packParts, type PackedList } from "./pack-parts.server";
import { NODE_TOOLS, withFile } from "./pack-tools.server";
import { programName, READ_ME } from "./pack-words.server";
import { listOfReport } from "./report-list.server";
import { listToPack } from "./workspace-list.server";
import { writePack, type AskStamp, type Described } from "./write-pack.server";

export interface AskedPack {
  readonly packId: string;
  readonly upTo: AccessClass;
  /** Whether it is to have a time stamp. */
  readonly stamp?: boolean;
  /** The published report whose list it is to hold; null or left out: the list that is shown. */
  readonly reportId?: string | null;
  readonly userId: string;
}

type Folder = Pick<Config, "dataDir" | "keepOriginalsDays"> & Partial<Pick<Config, "timestampUrl">>;

/** How far it is: suppliers written. */
type OnProgress = (done: number, total: number) => void | Promise<void>;

/** Events that change what a pack holds without being shown in one. */
const CHANGES_UNSEEN = ["protected.released", "protected.undone", "protected-finding.released"];
const changesPack = (name: string): boolean => isShown(name) || CHANGES_UNSEEN.includes(name);

/** Where the stamp that was asked for comes from; null: none was. @throws Problem `stamp.no-service` (409) */
function stampsFor({ stamp }: AskedPack, { timestampUrl }: Folder): AskStamp | null {
  if (stamp !== true) return null;
  if (typeof timestampUrl === "string") return stampsOf(timestampUrl);
  throw new Problem(
    "stamp.no-service",
    "A time stamp was asked for, and this installation has no time-stamping service any more. Ask for the pack without one.",
    {},
    409,
  );
}

/** Somebody decides something while a pack is written: then it is written again, but not for ever. */
const TRIES = 5;

/**
 * Makes an evidence pack of the list that is shown, or of the one a report rests on, and of what was recorded, signs it, verifies it as anybody else would, and
 * puts it into the data folder. Does nothing when it was made already.
 * @throws Problem `register.none`, as `listOfReport`, `pack.busy` (409) when what it holds changed again and again meanwhile, `pack.too-large`,
 * `stamp.…` when no time stamp could be had: then there is no pack, for whoever asked for a stamp does not look whether it is there.
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
  let isUntold = false;
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const askStamp = stampsFor(asked, folder);
    const key = await signingKey(folder.dataDir);
    const { list, trail, withheld } = await writeUndisturbed(db, scope, asked, {
      ...folder,
      part,
      key,
      askStamp,
      now,
      onProgress,
    });
    const { fingerprint } = key;
    const check = await withFile(part, (source) => verifyPack(source, NODE_TOOLS, { fingerprint }));
    const [{ size: bytes }, sha256] = [await stat(part), await hashOfFile(part)];
    await rename(part, target);
    isUntold = true;
    await syncFolder(path.dirname(target));
    const { generation, fileName, modelId, dataDate, totals } = list;
    const lines = await listLines(db, scope, generation);
    const [{ headSeq }, faults] = [trail, check.faultCount + lines.faults];
    const stamp = check.stamp && { time: check.stamp.time, fingerprint: check.stamp.authorities[0].fingerprint };
    const made = event("pack.made", {
      packId,
      generation,
      upTo,
      headSeq,
      sha256,
      bytes,
      fingerprint,
      faults,
      lines,
      stamp,
    });
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
        lines,
        reportId: asked.reportId ?? null,
        ...stampColumns(check.stamp),
        storedPath,
        askedBy: userId,
        madeAt: now,
      }),
    ]);
    isUntold = false;
  } finally {
    await rm(part, { force: true });
    if (isUntold && (await findPack(db, scope, packId)) === null) await rm(target, { force: true });
  }
}

/**
 * Writes the pack, and again as long as something it shows was decided meanwhile: a list that is put out of sight while it is
 * read, or an answer in the middle of it, would make a pack of two moments.
 */
async function writeUndisturbed(
  db: Database,
  scope: AnyScope,
  { upTo, userId, reportId = null }: AskedPack,
  how: Folder & { part: string; key: SigningKey; askStamp: AskStamp | null; now: Date; onProgress: OnProgress },
): Promise<Omit<Described, "list"> & { readonly list: PackedList }> {
  const { part, key, askStamp, now, onProgress } = how;
  const [workspace, names] = [await findWorkspace(db, scope), await namesOfUsers(db, [userId])];
  for (let tried = 0; tried < TRIES; tried++) {
    const of = reportId === null ? null : await listOfReport(db, scope, reportId, upTo);
    const list = await listToPack(db, scope, how, now, of);
    const [before] = await listPacks(db, scope, 1);
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
      before: before ? { packId: before.id, madeOn: before.madeAt.toISOString().slice(0, 10), sha256: before.sha256, headSeq: before.headSeq, generation: before.generation, suppliers: before.suppliers } : null, // prettier-ignore
      reportId,
      dataDir: how.dataDir,
      onSuppliers: progressOf(list.totals.suppliers, onProgress),
    });
    await writePack(part, parts, described, key, askStamp);
    if (!(await eventNamesAfter(db, scope, headSeq)).some(changesPack)) return { ...described, list };
  }
  throw new Problem(
    "pack.busy",
    "Something was decided again and again while the pack was written. Ask for it again in a quieter moment.",
    {},
    409,
  );
}

/** Lines of a packed list against its seal in the trail. */
export interface ListLines {
  /** False: the list waits for its seal, so that nothing could be compared. */
  readonly sealed: boolean;
  readonly faults: number;
  /** The first of them. */
  readonly named: readonly TrailFault[];
}

const LINES_NAMED = 20;

/**
 * Whoever changes a line's facts and its score together makes a list of which every score follows from its facts: only the seal of
 * its lines, which is no part of a pack, tells.
 */
async function listLines(db: Database, { workspaceNo }: AnyScope, generation: number): Promise<ListLines> {
  const { sealed, faults, faultCount } = await verifySealedList(db, workspaceNo, generation);
  return { sealed, faults: faultCount, named: faults.slice(0, LINES_NAMED) };
}

/** What is kept of a time stamp beside its pack. */
function stampColumns(stamp: PackStamp | null) {
  const authority = stamp?.authorities[0] ?? null;
  return {
    stampedAt: stamp && new Date(stamp.time),
    stampedBy: authority?.name ?? null,
    stampFingerprint: authority?.fingerprint ?? null,
  };
}

function progressOf(total: number, onProgress: OnProgress): (rows: number) => void | Promise<void> {
  let done = 0;
  return (rows) => onProgress((done += rows), total);
}
