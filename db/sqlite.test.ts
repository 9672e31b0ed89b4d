import BetterSqlite from "better-sqlite3";
import { eq } from "drizzle-orm";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aGeneration, aWorkspace, NOW } from "../tests/contract/databases";
import { event } from "./audit-events";
import { verifyChain } from "./chain";
import type { Database } from "./database";
import { migrationsFolder, openDatabase } from "./open";
import { dropPages, buildPages } from "./pages";
import { supplierSourceRows } from "./queries/register";
import { bulkKey, bulkRange } from "./keys";

let folder: string;
let file: string;
const open: Database[] = [];
const opened = async (role: "web" | "job" | "cli"): Promise<Database> => {
  const db = await openDatabase({ file, role });
  open.push(db);
  return db;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-sqlite-"));
  file = join(folder, "candour.db");
});
afterEach(async () => {
  for (const db of open.splice(0)) await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const discarded = event("import.discarded", { importId: "x", generation: null });

test("a file opened again keeps what it holds and applies no migration twice", async () => {
  const first = await opened("web");
  const scope = await aWorkspace(first);
  const second = await opened("job");
  const third = await opened("web");
  await third.commit(scope, discarded, () => []);
  expect(await verifyChain(second, scope.workspaceNo)).toMatchObject({ valid: true, events: 2 });
});

test("a commit waits while another process writes, lets everything else go on, and then succeeds", async () => {
  const web = await opened("web");
  const scope = await aWorkspace(web);
  const other = new BetterSqlite(file, { timeout: 0 });
  other.exec("BEGIN IMMEDIATE");
  let turns = 0;
  const commit = web.commit(scope, discarded, () => []);
  for (; turns < 20; turns++) await new Promise((resolve) => setTimeout(resolve, 1));
  expect((await web.q.select().from(web.t.auditEvents)).length).toBe(1);
  other.exec("COMMIT");
  other.close();
  expect(await commit).toEqual({ seq: 2 });
  expect(turns).toBe(20);
});

test("commits of two processes and a mass load at the same time all arrive, in one valid chain", async () => {
  const [web, job] = [await opened("web"), await opened("job")];
  const scope = await aWorkspace(web);
  const loading = (async () => {
    const issues = job.bulk.writer("rowIssues", ["key", "recordNo", "line", "outcome", "code", "found"], {
      batchRows: 500,
    });
    for (let i = 0; i < 20_000; i++)
      if (issues.add([bulkKey(7, i), i, i + 1, 0, "x", ""])) await job.bulk.flush([issues]);
    await job.bulk.flush([issues]);
    return issues.written;
  })();
  const commits = Promise.all(
    Array.from({ length: 40 }, (_, i) => (i % 2 ? web : job).commit(scope, discarded, () => [])),
  );
  expect((await commits).length).toBe(40);
  expect(await loading).toBe(20_000);
  expect(await verifyChain(web, scope.workspaceNo)).toMatchObject({ valid: true, events: 41 });
});

test("what the web process writes stays in the log until the job process moves it into the file", async () => {
  const web = await openDatabase({ file, role: "web" });
  const start = statSync(file).size;
  const text = "x".repeat(4000);
  for (let at = 0; at < 40; at++)
    await web.commitPlain((q) =>
      Array.from({ length: 50 }, (_, i) =>
        q.insert(web.t.users).values({
          id: `${at}-${i}`,
          email: text,
          emailKey: `${at}-${i}`,
          name: "Person",
          passwordHash: "none",
          locale: "en",
          createdAt: NOW,
        }),
      ),
    );
  expect(statSync(file).size).toBe(start);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const job = await openDatabase({ file, role: "job" });
  vi.advanceTimersByTime(5000);
  expect(statSync(file).size).toBeGreaterThan(start + 40 * 50 * 4000);
  await job.close();
  vi.useRealTimers();
  await web.close();
});

test("what a commit wrote is gone when its last write is refused", async () => {
  const db = await opened("web");
  const scope = await aWorkspace(db);
  const { workspaces, memberships } = db.t;
  const broken = db.commit(scope, discarded, (q) => [
    q.update(workspaces).set({ name: "Half" }).where(eq(workspaces.no, scope.workspaceNo)),
    q.insert(memberships).values({ workspaceNo: scope.workspaceNo, userId: "nobody", role: "owner", createdAt: NOW }),
  ]);
  await expect(broken).rejects.toThrow(/FOREIGN KEY/);
  const [workspace] = await db.q.select().from(workspaces);
  expect(workspace?.name).not.toBe("Half");
  expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ events: 1 });
});

describe("the bulk writer", () => {
  const COLUMNS = ["key", "recordNo", "line", "outcome", "code", "found"] as const;

  test.each([0, 1, 63, 64, 65, 67, 68, 69, 1000])(
    "writes %d rows, each as it was, and scans them in order",
    async (count) => {
      const db = await opened("job");
      const writer = db.bulk.writer("rowIssues", COLUMNS);
      const rows = Array.from({ length: count }, (_, i) => [bulkKey(3, i), i, i + 1, i % 3, `code-${i}`, "é'\"\0华"]);
      for (const row of rows) writer.add(row);
      expect(writer.pending).toBe(count);
      await db.bulk.flush([writer]);
      expect([writer.pending, writer.written]).toEqual([0, count]);
      const found: unknown[] = [];
      for await (const chunk of db.bulk.scan("rowIssues", COLUMNS, bulkRange(3), 64)) found.push(...chunk);
      expect(found).toEqual(rows);
      for await (const chunk of db.bulk.scan("rowIssues", COLUMNS, bulkRange(4))) expect(chunk).toEqual([]);
    },
  );

  test("says when it is full, and refuses a row of another width", async () => {
    const db = await opened("job");
    const writer = db.bulk.writer("rowIssues", COLUMNS, { batchRows: 3 });
    const row = (i: number) => [bulkKey(1, i), i, i, 0, "c", ""];
    expect([writer.add(row(0)), writer.add(row(1)), writer.add(row(2))]).toEqual([false, false, true]);
    expect(() => writer.add([1, 2])).toThrow(RangeError);
    expect(() => db.bulk.writer("rowIssues", ["nothing" as never])).toThrow(/no column nothing/);
  });

  test("rows, the writes before and the writes after are one transaction: all or none, and the rows are kept for another try", async () => {
    const db = await opened("job");
    const { jobs, rowIssues } = db.t;
    const writer = db.bulk.writer("rowIssues", COLUMNS);
    writer.add([bulkKey(1, 1), 1, 1, 0, "c", ""]);
    const job = { id: "j", kind: "k", payload: {}, state: "queued" as const, createdAt: NOW };
    const twice = db.bulk.flush([writer], {
      before: (q) => [q.insert(jobs).values(job)],
      after: (q) => [q.insert(jobs).values(job)],
    });
    await expect(twice).rejects.toThrow(/UNIQUE/);
    expect([await db.q.select().from(jobs), await db.q.select().from(rowIssues)]).toEqual([[], []]);
    expect(writer.pending).toBe(1);
    await db.bulk.flush([writer], { after: (q) => [q.insert(jobs).values(job)] });
    expect((await db.q.select().from(rowIssues)).length).toBe(1);
  });
});

describe.each(["job", "cli"] as const)("rows that come in any order, written by the %s process", (role) => {
  const COLUMNS = ["key", "recordNo", "line", "outcome", "code", "found"] as const;

  test.each([
    ["in order", (i: number) => i],
    ["backwards", (i: number) => 2999 - i],
    ["in no order", (i: number) => (i * 1009) % 3000],
    ["in order at first, then in none", (i: number) => (i < 700 ? i : 700 + ((i * 7) % 2300))],
  ])("%s, are all in place once they are settled, and the writer can go on", async (_, place) => {
    const db = await opened(role);
    const writer = db.bulk.writer("rowIssues", COLUMNS, { batchRows: 250, anyOrder: true });
    for (let run = 0; run < 2; run++) {
      for (let i = 0; i < 3000; i++) {
        const n = place(i);
        if (writer.add([bulkKey(run + 1, n), n, n + 1, 0, `c${n}`, ""])) await db.bulk.flush([writer]);
      }
      await db.bulk.flush([writer]);
      await db.bulk.settle(writer);
      await db.bulk.settle(writer);
    }
    expect(writer.written).toBe(6000);
    for (const generation of [1, 2]) {
      const found: unknown[] = [];
      for await (const chunk of db.bulk.scan("rowIssues", ["recordNo", "code"], bulkRange(generation)))
        found.push(...chunk);
      expect(found).toEqual(Array.from({ length: 3000 }, (_, n) => [n, `c${n}`]));
    }
  });

  test("rows that were not flushed are not forgotten: settle refuses", async () => {
    const db = await opened(role);
    const writer = db.bulk.writer("rowIssues", COLUMNS, { anyOrder: true });
    writer.add([bulkKey(1, 1), 1, 1, 0, "c", ""]);
    await expect(db.bulk.settle(writer)).rejects.toThrow(/not flushed/);
    expect(() => db.bulk.writer("controlTotals", ["generation"], { anyOrder: true })).toThrow(/key/);
  });
});

describe.each(["web", "job", "cli"] as const)("opened by the %s process", (role) => {
  test("a supplier's many source rows are listed in the order of the file, page by page, once and again", async () => {
    const db = await opened(role);
    const scope = await aWorkspace(db);
    const made = await aGeneration(db, scope, [{ name: "One" }, { name: "Many" }, { name: "Few" }], {
      readable: false,
    });
    const writer = db.bulk.writer("sourceRows", ["key", "line", "byteOffset", "byteLength", "outcome", "supplierKey"]);
    const many: number[] = [];
    for (let record = 3; record < 3000; record++) {
      const supplier = record % 97 === 0 ? made.nos[2]! : made.nos[1]!;
      const none = record % 5 === 0;
      if (!none && supplier === made.nos[1]) many.push(record + 1);
      writer.add([
        bulkKey(made.no, record),
        record + 1,
        record * 10,
        9,
        none ? 1 : 0,
        none ? null : bulkKey(made.no, supplier),
      ]);
    }
    await db.bulk.flush([writer]);
    expect(await supplierSourceRows(db, scope, made.no, made.nos[1]!, { limit: 5 })).toEqual({
      rows: [],
      ready: false,
    });
    for (let run = 0; run < 2; run++) {
      await buildPages(db, made.no);
      const lines: number[] = [];
      for (let skip = 0; ; skip += 333) {
        const { rows } = await supplierSourceRows(db, scope, made.no, made.nos[1]!, { skip, limit: 333 });
        lines.push(...rows.map((row) => row.line));
        if (rows.length < 333) break;
      }
      expect(lines).toEqual(many);
      expect((await supplierSourceRows(db, scope, made.no, made.nos[0]!, { limit: 5 })).rows).toEqual([]);
    }
    await dropPages(db, made.no);
    expect(await db.q.select().from(db.t.registerPages)).toEqual([]);
    expect(await db.q.select().from(db.t.sourceLists)).toEqual([]);
  });
});

test("an address of another kind of database is refused with a sentence", async () => {
  await expect(openDatabase({ url: "postgres://localhost/candour", role: "web" })).rejects.toThrow(/PostgreSQL/);
  await expect(openDatabase({ url: "mysql://localhost/candour", role: "web" })).rejects.toThrow(
    /path of an SQLite file/,
  );
  await expect(openDatabase({ role: "web" })).rejects.toThrow(/needs a file/);
  const db = await openDatabase({ url: `file:${file}`, role: "web" });
  await db.close();
  expect(() => migrationsFolder("sqlite", tmpdir())).toThrow(/missing/);
});
