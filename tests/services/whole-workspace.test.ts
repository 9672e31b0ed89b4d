/** Export and deletion of a workspace, held to every table of the schema: a new table cannot be forgotten. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { getTableColumns, getTableName, type Column } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import yauzl from "yauzl";
import { askDeletion, takeDeletionBack } from "../../app/services/workspaces/delete-workspace.server";
import { exportWorkspace } from "../../app/services/workspaces/export-workspace.server";
import { renameWorkspace } from "../../app/services/workspaces/rename-workspace.server";
import { sweepWorkspaces } from "../../app/services/workspaces/sweep-workspaces.server";
import type { Database } from "../../db/database";
import { bulkKey, pageSlot } from "../../db/keys";
import { findScope } from "../../db/queries/accounts";
import { packDetails, DETAILS } from "../../db/schema/register-details";
import { A_DAY, aDatabase, aFolder, aGeneration, aMember, aWorkspace, scopeOf, type AWorkspace } from "../builders";

type Table = Database["t"][keyof Database["t"]];

/** Tables that belong to no workspace: people, how they sign in, published facts, and the proof of a deletion. */
const OF_NO_WORKSPACE = [
  "users",
  "sessions",
  "password_resets",
  "second_factors",
  "recovery_codes",
  "reference_datasets",
  "risk_data",
  "ended_workspaces",
];

interface Place extends AWorkspace {
  readonly generation: number;
  readonly mark: string;
}

/** A value for a column of a row that belongs to the place. */
function cellOf(name: string, column: Column, place: Place, table: string): unknown {
  if (name === "workspaceNo") return place.no;
  if (name === "generation") return place.generation;
  if (name === "userId" && ["memberships", "member_preferences"].includes(table)) return place.userId;
  if (["key", "supplierKey"].includes(name) && column.dataType === "number") return bulkKey(place.generation, 77);
  if (name === "slot") return pageSlot(place.generation, 0, 77);
  if (name === "details" && table === "register_rows") return packDetails(DETAILS.map(() => null));
  if (column.enumValues?.length) return column.enumValues[0];
  switch (column.dataType) {
    case "number":
      // Numbers of suppliers and generations count over all workspaces.
      return name === "no" ? 10_000 * place.no : 77;
    case "boolean":
      return true;
    case "date":
      return A_DAY;
    case "json":
      return { mark: place.mark };
    case "buffer":
      return Buffer.from(place.mark);
    default:
      return place.mark;
  }
}

/** One row in every table that holds anything of a workspace, but for those the workspace began with. */
async function aRowEverywhere(db: Database, place: Place): Promise<void> {
  const has = new Set(["workspaces", "memberships", "audit_events", "audit_contents", ...OF_NO_WORKSPACE]);
  await db.transact(function* (q) {
    for (const table of Object.values(db.t)) {
      const name = getTableName(table);
      if (has.has(name)) continue;
      const cells = Object.entries(getTableColumns(table) as Record<string, Column>).map(
        ([column, kind]) => [column, cellOf(column, kind, place, name)] as const,
      );
      yield q.insert(table as Database["t"]["jobs"]).values(Object.fromEntries(cells) as never);
    }
  });
}

/** How many rows each table has that belong to the place, by what its columns say. */
async function rowsOf(db: Database, place: Place): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const key = [bulkKey(place.generation, 0), bulkKey(place.generation, 2 ** 32 - 1)] as const;
  const slot = [pageSlot(place.generation, 0, 0), pageSlot(place.generation, 7, 2 ** 24 - 1)] as const;
  const within = (value: unknown, [first, last]: readonly [number, number]) =>
    typeof value === "number" && value >= first && value <= last;
  for (const table of Object.values(db.t)) {
    const rows = (await db.q.select().from(table as Table)) as Record<string, unknown>[];
    counts[getTableName(table)] = rows.filter(
      (row) =>
        row["workspaceNo"] === place.no ||
        row["generation"] === place.generation ||
        within(row["key"], key) ||
        within(row["supplierKey"], key) ||
        within(row["slot"], slot) ||
        (getTableName(table) === "workspaces" && row["no"] === place.no),
    ).length;
  }
  return counts;
}

const files = aFolder();
let db: Database;
let ours: Place;
let theirs: Place;

async function aFullPlace(mark: string): Promise<Place> {
  const workspace = await aWorkspace(db, { name: `Buyer ${mark}` });
  const { no, importId } = await aGeneration(db, workspace);
  const place = { ...workspace, generation: no, mark };
  await aRowEverywhere(db, place);
  for (const file of [
    `uploads/${workspace.id}/a`,
    `originals/${workspace.no}/a`,
    `evidence/${workspace.no}/a`,
    `protected-evidence/${workspace.no}/a`,
    `tables/${importId}/a`,
  ]) {
    mkdirSync(path.dirname(path.join(files.path, file)), { recursive: true });
    writeFileSync(path.join(files.path, file), mark);
  }
  return place;
}

beforeAll(async () => {
  db = await aDatabase();
  ours = await aFullPlace("OUR-MARK");
  theirs = await aFullPlace("THEIR-MARK");
});
afterAll(async () => {
  await db.close();
  files.remove();
});

/** The files of a ZIP by their names. */
async function unzip(zip: Buffer): Promise<Record<string, string>> {
  const opened = await yauzl.fromBufferPromise(zip);
  const found: Record<string, string> = {};
  for await (const entry of opened.eachEntry())
    found[entry.fileName] = (await buffer(await opened.openReadStreamPromise(entry))).toString("utf8");
  return found;
}

const exported = async (place: Place, role: "owner" | "officer" = "owner") =>
  unzip(await buffer((await exportWorkspace(db, scopeOf(place, role), A_DAY)).stream));

describe("the export", () => {
  test("holds every row of every table of the workspace, and no row of another", async () => {
    const before = await rowsOf(db, ours);
    const found = await exported(ours);
    expect(Object.values(found).join("")).not.toContain("THEIR-MARK");
    for (const [name, count] of Object.entries(before)) {
      if (OF_NO_WORKSPACE.includes(name)) continue;
      const lines = (found[`${name}.jsonl`] ?? "").split("\n").filter((line) => line !== "");
      // Taking it is an event of the chain.
      const more = name === "audit_events" || name === "audit_contents" ? 1 : 0;
      expect([name, lines.length]).toEqual([name, count + more]);
      expect(count, `${name} has a row`).toBeGreaterThan(0);
      for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
  });

  test("says from which head of the chain it was taken, and how many rows each file has", async () => {
    const found = await exported(ours);
    const manifest = JSON.parse(found["manifest.json"]!) as {
      rows: Record<string, number>;
      chain: { headSeq: number };
    };
    for (const [name, count] of Object.entries(manifest.rows))
      expect([name, (found[`${name}.jsonl`] ?? "").split("\n").length - 1]).toEqual([name, count]);
    expect(manifest.chain.headSeq).toBe(manifest.rows["audit_events"]! - 1);
  });

  test("holds no hash of a token and no password, and says who is a member", async () => {
    const text = Object.values(await exported(ours)).join("");
    expect(text).not.toMatch(/tokenHash|passwordHash|no password/u);
    expect((await exported(ours))["members.jsonl"]).toContain("@candour.example");
  });

  test("that fails on the way breaks off, and is no whole file", async () => {
    const broken = {
      ...db,
      q: {
        ...db.q,
        select: () => {
          throw new Error("the disk is gone");
        },
      },
    } as unknown as Database;
    const begun = await exportWorkspace(db, scopeOf(ours), A_DAY);
    begun.stream.destroy();
    const later = exportWorkspace(broken, scopeOf(ours), A_DAY);
    await expect(later).rejects.toThrow("the disk is gone");
    let reads = 0;
    const failing = new Proxy(db, {
      get: (of, name) => (name !== "q" ? Reflect.get(of, name) : ++reads > 12 ? broken.q : db.q),
    });
    const { stream } = await exportWorkspace(failing, scopeOf(ours), A_DAY);
    await expect(buffer(stream)).rejects.toThrow("the disk is gone");
  });

  test("leaves out what came from workers for whoever may not read it", async () => {
    const [all, without] = [await exported(ours), await exported(ours, "officer")];
    const hidden = Object.keys(all).filter((name) => !(name in without));
    expect(hidden).toContain("protected_releases.jsonl");
    expect(hidden.every((name) => name.startsWith("protected_"))).toBe(true);
    expect(all["readings.jsonl"]).toContain("protectedSource");
    expect(without["readings.jsonl"]).toBe("");
  });
});

test("a workspace is renamed, and its address stays", async () => {
  const place = await aWorkspace(db);
  await renameWorkspace(db, scopeOf(place), "Another name");
  expect(await findScope(db, place.userId, place.slug)).not.toBeNull();
});

describe("the deletion", () => {
  const DAY = 86_400_000;
  const at = (days: number) => new Date(A_DAY.getTime() + days * DAY);
  const ask = (name = "Buyer OUR-MARK") => askDeletion(db, scopeOf(ours), name, A_DAY);

  test("asks for the name, waits a week, and any owner can take it back", async () => {
    await expect(ask("Buyer")).rejects.toMatchObject({ code: "workspace.name" });
    expect(await ask()).toEqual(at(7));
    await expect(ask()).rejects.toMatchObject({ code: "workspace.changed" });
    const other = await aMember(db, ours, "owner");
    await takeDeletionBack(db, scopeOf(ours, "owner", other.id), at(6));
    expect(await sweepWorkspaces(db, files.path, at(30))).toBe(0);
    expect(await findScope(db, ours.userId, ours.slug)).not.toBeNull();
  });

  test("removes every row of every table and every file, keeps the head of the chain, and touches no other workspace", async () => {
    const before = await rowsOf(db, theirs);
    const events = (await rowsOf(db, ours))["audit_events"]!;
    await ask();
    expect(await sweepWorkspaces(db, files.path, at(6.9))).toBe(0);
    expect(await sweepWorkspaces(db, files.path, at(7))).toBe(1);
    const left = Object.entries(await rowsOf(db, ours)).filter(([, count]) => count > 0);
    expect(left).toEqual([]);
    expect(await rowsOf(db, theirs)).toEqual(before);
    const [ended] = await db.q.select().from(db.t.endedWorkspaces);
    expect(ended).toMatchObject({ workspaceId: ours.id, events: events + 1, askedAt: A_DAY, endedAt: at(7) });
    expect(ended!.headHash).toMatch(/^[0-9a-f]{64}$/u);
    const foldersOf = ({ id, no }: Place) => [
      `uploads/${id}`,
      `originals/${no}`,
      `evidence/${no}`,
      `protected-evidence/${no}`,
    ];
    for (const folder of foldersOf(ours)) expect(existsSync(path.join(files.path, folder)), folder).toBe(false);
    for (const folder of foldersOf(theirs)) expect(existsSync(path.join(files.path, folder)), folder).toBe(true);
  });

  test("every table belongs to a workspace, or is named here as one that does not", async () => {
    const covered = Object.keys(await rowsOf(db, theirs)).filter((name) => !OF_NO_WORKSPACE.includes(name));
    const empty = Object.entries(await rowsOf(db, theirs)).filter(
      ([name, count]) => covered.includes(name) && count === 0,
    );
    expect(empty).toEqual([]);
  });
});
