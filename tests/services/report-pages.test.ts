/** Pages of the list of reports, and suppliers that are named in a report: each once, none left out, and a fault of the database is told as one. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { ReportSettings } from "../../app/reports/settings";
import { response } from "../../app/reports/templates/response";
import { factsOf } from "../../app/services/reports/report-facts.server";
import { MOST_LISTED, reportList } from "../../app/services/reports/report-view.server";
import { toldList } from "../../app/services/reports/told-list.server";
import { waitingReports } from "../../app/services/reports/waiting-reports.server";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { A_DAY, aDatabase, aGeneration, aSupplier, aWorkspace, scopeOf, type AWorkspace } from "../builders";

let db: Database;
let workspace: AWorkspace;
let scope: Scope;
beforeAll(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
});
afterAll(() => db.close());

const SETTINGS = ReportSettings.parse({ from: "2025-01-01", to: "2025-12-31", organisation: { name: "Buyer", identifier: "", country: null }, subject: null, class: "public" }); // prettier-ignore
/** Fifty reports were started at each second. */
const startedAt = (at: number) => new Date(A_DAY.getTime() + Math.floor(at / 50) * 1000);

test("the pages of the list have every report once, the newest first, also where many were started at one instant", async () => {
  const many = MOST_LISTED + 40;
  const ids = Array.from({ length: many }, (_, at) => newId(startedAt(at)));
  const { workspaceNo, userId: startedBy } = scope;
  const row = { workspaceNo, type: "statement", variant: "common", settings: SETTINGS, startedBy };
  await db.transact(function* (q) {
    for (let from = 0; from < many; from += 20) {
      const some = ids.slice(from, from + 20);
      yield q.insert(db.t.reports).values(some.map((id, at) => ({ ...row, id, startedAt: startedAt(from + at) })));
    }
  });
  const first = await reportList(db, scope);
  expect(first.lines).toHaveLength(MOST_LISTED);
  const second = await reportList(db, scope, first.next);
  expect(second.next).toBeNull();
  const all = [...first.lines, ...second.lines];
  expect(all).toHaveLength(many);
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set(ids));
  const times = all.map((line) => line.startedAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect((await reportList(db, scope, "nobody")).lines[0]?.id).toBe(first.lines[0]?.id);
});

test("the list goes on after no report that the reader may not read: it begins with the newest", async () => {
  const { workspaceNo, userId: startedBy } = scope;
  const row = { workspaceNo, type: "espd", settings: SETTINGS, startedBy };
  const [hidden, open] = [newId(A_DAY), newId(A_DAY)];
  await db.transact(function* (q) {
    yield q.insert(db.t.reports).values([
      { ...row, id: hidden, variant: "known", startedAt: new Date(0) },
      { ...row, id: open, variant: "send", startedAt: A_DAY },
    ]);
  });
  const purchaser = scopeOf(workspace, "purchaser", startedBy);
  const after = async (before: string) => (await reportList(db, purchaser, before)).lines.map(({ id }) => id);
  expect(await after(hidden)).toContain(open);
  expect(await after(open)).not.toContain(open);
});

test("a report waits for whoever approves it, however many were published since", async () => {
  const owner = scopeOf(await aWorkspace(db));
  const { workspaceNo, userId: startedBy } = owner;
  const row = { workspaceNo, type: "statement", variant: "common", settings: SETTINGS, startedBy };
  const waits = newId(A_DAY);
  await db.transact(function* (q) {
    yield q.insert(db.t.reports).values({ ...row, id: waits, state: "review", startedAt: new Date(0) });
    for (let from = 0; from <= MOST_LISTED; from += 20) {
      const some = Array.from({ length: 20 }, (_, at) => ({ ...row, id: newId(A_DAY), state: "published" as const, fileNo: from + at + 1, publishedAt: A_DAY, startedAt: A_DAY })); // prettier-ignore
      yield q.insert(db.t.reports).values(some);
    }
  });
  expect((await waitingReports(db, owner, A_DAY))?.approve).toEqual([waits]);
});

/** A database that counts how often it is asked, or that cannot be asked any more. */
function watched(fails: boolean) {
  const asked = { times: 0 };
  const spied = new Proxy(db, {
    get: (target, name) => {
      if (name !== "q") return Reflect.get(target, name) as unknown;
      asked.times++;
      if (fails) throw new Error("disk I/O error");
      return target.q;
    },
  });
  return { spied, asked };
}

test("200 suppliers of a folder are looked up in as many queries as one, and one that is none is named", async () => {
  const { no: generation } = await aGeneration(db, workspace);
  const ids: string[] = [];
  for (let at = 0; at < 200; at++) ids.push((await aSupplier(db, workspace, { name: `Mill ${at}`, generation })).id);
  const list = await toldList(db, scope, { to: "2100-01-01" }, A_DAY);
  const ask = async (lines: readonly string[]) => {
    const { spied, asked } = watched(false);
    const kept = await factsOf(spied, scope, response, { suppliers: lines.join("\n") }, list);
    return { kept: kept["suppliers"], times: asked.times };
  };
  const one = await ask(ids.slice(0, 1));
  const all = await ask(ids.map((id, at) => (at % 2 === 0 ? id : `/w/any/suppliers/${id}?on=2026-01-01`)));
  expect(all.kept).toBe(ids.join("\n"));
  expect(all.times).toBe(one.times);
  const none = "/w/any/suppliers/nobody00000000000000";
  await expect(ask([...ids.slice(0, 3), none])).rejects.toMatchObject({ code: "report.fact-supplier", values: { line: none } }); // prettier-ignore
});

test("a fault of the database is no supplier that is missing", async () => {
  const { no: generation } = await aGeneration(db, workspace);
  const { id } = await aSupplier(db, workspace, { name: "Mill", generation });
  const list = await toldList(db, scope, { to: "2100-01-01" }, A_DAY);
  const { spied } = watched(true);
  const asked = factsOf(spied, scope, response, { suppliers: `/w/any/suppliers/${id}` }, list);
  await expect(asked).rejects.toThrow("disk I/O error");
});
