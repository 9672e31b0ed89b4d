import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Database, Scope } from "../../../db/database";
import { decryptFile, encryptFile, sha256OfEncrypted } from "../../files/encrypted-file.server";
import { instanceKey } from "../../files/instance-key.server";
import { Problem } from "../../lib/problem";
import type { Attachment, Report } from "../../reports/model";
import { registerInto } from "../register/write-register.server";
import type { ToldList } from "./told-list.server";

/** Files kept with reports lie below the workspace's number, so that they go with it; each by its report and its content. */
const folderOf = (workspaceNo: number): string => path.join("reports", String(workspaceNo));
export const keptPath = (workspaceNo: number, reportId: string, { sha256 }: Pick<Attachment, "sha256">): string =>
  path.join(folderOf(workspaceNo), `${reportId}-${sha256.slice(0, 32)}`);
const subjectOfFile = (reportId: string): string => `report ${reportId}`;

const UNFINISHED = "plain-";
/** No freezing takes as long; a folder that is older was left by a process that was killed. */
const UNFINISHED_MS = 60 * 60 * 1000;

/**
 * Keeps the whole list that a report tells of with it, as it tells of it: streamed, encrypted in the data folder, read back and compared.
 * @returns what the report says of it; null where there is no list.
 */
export async function keepRegister(
  db: Database,
  scope: Scope,
  reportId: string,
  dataDir: string,
  { generation, linesThen }: ToldList,
): Promise<Attachment | null> {
  if (generation === null) return null;
  const folder = path.join(dataDir, folderOf(scope.workspaceNo));
  await mkdir(folder, { recursive: true });
  await dropUnfinishedIn(folder, Date.now());
  const work = await mkdtemp(path.join(folder, UNFINISHED));
  try {
    const plain = path.join(work, "register.csv");
    const to = createWriteStream(plain, { mode: 0o600 });
    const { rows, bytes, sha256 } = await registerInto(db, generation, to, linesThen);
    const kept: Attachment = { id: "register", name: "register.csv", rows, bytes, sha256 };
    const target = path.join(dataDir, keptPath(scope.workspaceNo, reportId, kept));
    const key = await instanceKey(dataDir);
    await encryptFile(plain, target, key, subjectOfFile(reportId));
    if ((await sha256OfEncrypted(target, key, subjectOfFile(reportId))) !== sha256)
      throw new Error(`The register of the report ${reportId} was not kept as it was written`);
    return kept;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Takes away what killed freezings left unencrypted in the folder. @param now in milliseconds. @returns how many. */
async function dropUnfinishedIn(folder: string, now: number): Promise<number> {
  let dropped = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const left = path.join(folder, name);
    const found = name.startsWith(UNFINISHED) ? await stat(left).catch(() => null) : null;
    if (found === null || now - found.mtimeMs < UNFINISHED_MS) continue;
    await rm(left, { recursive: true, force: true });
    dropped++;
  }
  return dropped;
}

/** The same for every workspace: asked for each hour. @returns how many were left. */
export async function dropUnfinished(dataDir: string, now: Date): Promise<number> {
  const all = path.join(dataDir, "reports");
  const folders = await readdir(all).catch(() => []);
  const dropped = await Promise.all(folders.map((one) => dropUnfinishedIn(path.join(all, one), now.getTime())));
  return dropped.reduce((sum, one) => sum + one, 0);
}

/** Takes away what earlier freezings of the report left behind. */
export async function dropOthers(
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  reportId: string,
  kept: readonly Attachment[],
  dataDir: string,
): Promise<void> {
  const folder = path.join(dataDir, folderOf(workspaceNo));
  const wanted = new Set(kept.map((one) => path.basename(keptPath(workspaceNo, reportId, one))));
  const found = await readdir(folder).catch(() => []);
  for (const name of found)
    if (name.startsWith(`${reportId}-`) && !wanted.has(name)) await rm(path.join(folder, name), { force: true });
}

/** @throws Problem `report.file-gone` (410) when a file that is kept with a report is not in the data folder. */
export async function requireKept(
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  reportId: string,
  file: Attachment,
  dataDir: string,
): Promise<void> {
  const stored = path.join(dataDir, keptPath(workspaceNo, reportId, file));
  if ((await stat(stored).catch(() => null)) === null)
    throw new Problem(
      "report.file-gone",
      "The file that was kept with this report is not in the data folder. Take it from a backup.",
      {},
      410,
    );
}

/**
 * Nobody signs for a file that is not there or is another. @throws Problem as `requireKept`, `report.file-changed` (410) when a kept
 * file is not the one that was frozen.
 */
export async function requireKeptAsFrozen(
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  reportId: string,
  { attachments }: Pick<Report, "attachments">,
  dataDir: string,
): Promise<void> {
  for (const file of attachments) {
    await requireKept({ workspaceNo }, reportId, file, dataDir);
    const stored = path.join(dataDir, keptPath(workspaceNo, reportId, file));
    const sha256 = await sha256OfEncrypted(stored, await instanceKey(dataDir), subjectOfFile(reportId)).catch(() => "");
    if (sha256 !== file.sha256)
      throw new Problem(
        "report.file-changed",
        "The file that was kept with this report is not the one that was frozen. Take it from a backup, or give the report back.",
        {},
        410,
      );
  }
}

/**
 * The bytes of a file that is kept with a report, a chunk at a time.
 * @throws Problem as `requireKept`, and as `decryptFile`.
 */
export async function* keptBytes(
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  reportId: string,
  file: Attachment,
  dataDir: string,
): AsyncGenerator<Buffer> {
  await requireKept({ workspaceNo }, reportId, file, dataDir);
  const stored = path.join(dataDir, keptPath(workspaceNo, reportId, file));
  yield* decryptFile(stored, await instanceKey(dataDir), subjectOfFile(reportId));
}

/** Files that are kept with reports of the workspace, as they lie in the data folder. */
export async function keptFiles(
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  dataDir: string,
): Promise<{ readonly name: string; readonly bytes: () => AsyncIterable<Buffer> }[]> {
  const folder = path.join(dataDir, folderOf(workspaceNo));
  const key = await instanceKey(dataDir);
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && /^[0-9a-z]{22}-[0-9a-f]{32}$/u.test(entry.name))
    .map(({ name }) => ({
      name: `${name}.csv`,
      bytes: () => decryptFile(path.join(folder, name), key, subjectOfFile(name.slice(0, name.indexOf("-")))),
    }));
}
