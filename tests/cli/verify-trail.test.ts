import { writeFileSync } from "node:fs";
import path from "node:path";
import { and, eq, gt } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import { chainHeads } from "../../db/chain-heads";
import type { Database, Scope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { addMember, createUser, createWorkspace } from "../../db/queries/accounts";
import { aFolder } from "../builders";
import { builtProgram } from "./built-program";

const NOW = new Date("2026-03-01T08:00:00.000Z");
const folder = aFolder();
const program = builtProgram("verify-trail", folder.path);
beforeAll(program.make);
afterAll(() => {
  folder.remove();
  program.remove();
});

let db: Database;
let [alder, birch]: [Scope, Scope] = [undefined as never, undefined as never];
let round = 0;
beforeEach(async () => {
  round += 1;
  const file = path.join(folder.path, `trail-${round}.db`);
  db = await openDatabase({ file, role: "web" });
  const user = await createUser(db, { email: "a@example.org", name: "Ines", passwordHash: "-", locale: "en" }, NOW);
  alder = await createWorkspace(db, user.id, { name: "Alder", slug: "alder" }, NOW);
  birch = await createWorkspace(db, user.id, { name: "Birch", slug: "birch" }, NOW);
  const other = await createUser(db, { email: "b@example.org", name: "Omar", passwordHash: "-", locale: "en" }, NOW);
  await addMember(db, alder, other.id, "auditor", NOW);
  await db.commit(alder, event("import.discarded", { importId: "x", generation: null }), () => []);
  return () => db.close();
});

const verify = (...args: string[]) => program.run(["verify-trail", "--db", `trail-${round}.db`, ...args]);

/** Somebody gives the auditor of Alder another role with a tool of the database. */
const byHand = () =>
  db.transact(function* (q) {
    const { memberships } = db.t;
    yield q.update(memberships).set({ role: "officer" }).where(eq(memberships.role, "auditor"));
  });

describe("candour verify-trail", () => {
  test("ends with 0 when every workspace is as the program left it, and says what it does not cover", () => {
    const { status, stdout, stderr } = verify();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^alder: as the program left it\n {2}3 events, head 3 [0-9a-f]{64}; 3 rows and lines compared$/m,
    );
    expect(stdout).toMatch(/^birch: as the program left it$/m);
    expect(stdout).toMatch(/^ {2}people's own accounts and sessions: .*sessions.*users/m);
    expect(stdout).not.toMatch(/clean|compliant|cleared/i);
  });

  test("ends with 1 and names the row that was changed by hand, in words and as JSON", async () => {
    await byHand();
    const { status, stdout } = verify();
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /! The row \[1,"[^"]+"\] of memberships was changed outside the program\. The last event about it is 2\./,
    );
    const json = verify("--json", "--workspace", "alder");
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      workspace: "alder",
      workspaceId: alder.workspaceId,
      valid: false,
      events: 3,
      faults: [{ kind: "changed", table: "memberships", seq: 2 }],
      headFaults: [],
      notCovered: { users: "own-affairs", jobs: "progress", summary_counts: "derived" },
    });
    expect(verify("--workspace", "birch").status).toBe(0);
  });

  test("finds with the heads noted outside that the end of a trail was cut off with its rows", async () => {
    const heads = (await chainHeads(db)).map((head) => JSON.stringify({ ...head, at: NOW.toISOString() }));
    writeFileSync(path.join(folder.path, "heads.jsonl"), `${heads.join("\n")}\n`);
    expect(verify("--heads", "heads.jsonl").status).toBe(0);
    const { auditEvents, auditContents, auditSeals, memberships } = db.t;
    await db.transact(function* (q) {
      for (const table of [auditEvents, auditContents, auditSeals])
        yield q.delete(table).where(and(eq(table.workspaceNo, alder.workspaceNo), gt(table.seq, 1)));
      yield q.delete(memberships).where(eq(memberships.role, "auditor"));
    });
    expect(verify().status).toBe(0);
    const { status, stdout } = verify("--heads", "heads.jsonl");
    expect(status).toBe(1);
    expect(stdout).toMatch(/! Event 3 was noted outside and is gone: the end of the trail was cut off\./);
    expect(stdout).toMatch(/^birch: as the program left it$/m);
  });

  test("finds with the heads that a trail was written anew, and that a workspace is gone", () => {
    const heads = [
      { workspace: birch.workspaceId, seq: 1, hash: "0".repeat(64) },
      { workspace: "nobody", seq: 1, hash: "0".repeat(64) },
    ];
    writeFileSync(path.join(folder.path, "heads.jsonl"), heads.map((head) => JSON.stringify(head)).join("\n"));
    const { status, stdout } = verify("--heads", "heads.jsonl");
    expect(status).toBe(1);
    expect(stdout).toMatch(/! Event 1 is another one than was noted outside: the trail was written anew\./);
    expect(stdout).toMatch(/! The workspace nobody was noted outside and is gone/);
  });

  test("refuses a file of heads it cannot read, and names the line", () => {
    writeFileSync(path.join(folder.path, "heads.jsonl"), `{"workspace":"a","seq":1,"hash":"0"}\nseq 2\n`);
    const { status, stderr } = verify("--heads", "heads.jsonl");
    expect(status).toBe(2);
    expect(stderr).toMatch(/Line 2 of .*heads\.jsonl is no chain head/);
    expect(verify("--heads", "nowhere.jsonl").stderr).toMatch(/There is no file .*nowhere\.jsonl/);
  });
});
