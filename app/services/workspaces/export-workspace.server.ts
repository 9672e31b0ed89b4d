import { Readable } from "node:stream";
import yazl from "yazl";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { findWorkspace, membersOf } from "../../../db/queries/accounts";
import { auditTrail } from "../../../db/queries/audit";
import { generationTables, nameOf, ownedTables, rowsOfWorkspace } from "../../../db/whole-workspace";
import { can } from "../../lib/permissions";
import { keptFiles } from "../reports/kept-file.server";
import type { RegisterFile } from "../register/export-register.server";

/** Columns that open something, or say what would: never in an export. */
const SECRET = new Set(["tokenHash"]);

type Row = Readonly<Record<string, unknown>>;

/** What came from workers, unions, NGOs and hotlines: whole tables by their name, and single rows by their source. */
const isProtectedTable = (name: string): boolean => name.startsWith("protected_");
const isProtectedRow = (row: Row): boolean => typeof row["protectedSource"] === "string";

/** A row as a line of JSON: instants as ISO 8601 in UTC, bytes as base64. */
export function lineOf(row: Row): string {
  const shown = Object.entries(row)
    .filter(([name]) => !SECRET.has(name))
    .map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value,
    ]);
  return `${JSON.stringify(Object.fromEntries(shown))}\n`;
}

/**
 * Everything the workspace holds, as a ZIP that is written while it is read: a file of JSON lines for each table, the members,
 * and last `manifest.json` with the head of the chain from which it was taken and the rows of each file. No password, no
 * token, no key; protected rows only for who may read them; not the files of lists and documents, whose hashes it has. @param dataDir where registers that
 * are kept with reports lie: they are in it whole.
 */
export async function exportWorkspace(
  db: Database,
  scope: Scope,
  now: Date,
  dataDir: string | null = null,
): Promise<RegisterFile> {
  const [workspace, members, [head]] = await Promise.all([
    findWorkspace(db, scope),
    membersOf(db, scope),
    auditTrail(db, scope, { limit: 1 }),
  ]);
  const protectedRows = can(scope.role, "protected:read");
  const chain = { headSeq: head?.seq ?? 0, headHash: head?.hash ?? "" };
  await db.commit(scope, event("workspace.exported", { ...chain, protectedRows }), () => []);
  const rows: Record<string, number> = {};

  async function* linesOf(name: string, pages: AsyncIterable<readonly Row[]>) {
    rows[name] = 0;
    for await (const page of pages) {
      const shown = protectedRows ? page : page.filter((row) => !isProtectedRow(row));
      rows[name] += shown.length;
      if (shown.length > 0) yield shown.map(lineOf).join("");
    }
  }
  async function* once(some: readonly Row[]) {
    yield some;
  }

  const zip = new yazl.ZipFile();
  const stream = Readable.from(zip.outputStream, { objectMode: false });
  // What fails on the way breaks the download off, and nothing else.
  const fail = (error: Error) => void stream.destroy(error);
  zip.on("error", fail);
  const add = (name: string, text: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, { mtime: now, mode: 0o100644 }, (give) =>
      give(null, Readable.from(text()).on("error", fail)),
    );
  add("workspaces.jsonl", () => linesOf("workspaces", once(workspace ? [workspace] : [])));
  add("members.jsonl", () => linesOf("members", once(members.map((member) => ({ ...member })))));
  for (const table of new Set([...ownedTables(db), ...generationTables(db)])) {
    const name = nameOf(table);
    if (protectedRows || !isProtectedTable(name))
      add(`${name}.jsonl`, () => linesOf(name, rowsOfWorkspace(db, table, scope.workspaceNo)));
  }
  for (const { name, bytes } of dataDir === null ? [] : await keptFiles(scope, dataDir))
    zip.addReadStreamLazy(`reports/${name}`, { mtime: now, mode: 0o100644 }, (give) =>
      give(null, Readable.from(bytes(), { objectMode: false }).on("error", fail)),
    );
  const manifest = async function* () {
    const { workspaceId } = scope;
    yield `${JSON.stringify({ workspaceId, takenAt: now.toISOString(), chain, protectedRows, rows }, null, 2)}\n`;
  };
  add("manifest.json", manifest);
  zip.end();
  const day = now.toISOString().slice(0, 10);
  return { fileName: `${scope.workspaceSlug}-${day}.zip`, contentType: "application/zip", stream };
}
