/** Matches as known on a past day: what people decided and what comparisons made of the pairs since is as it was then. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { and, eq, like } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { confirmMatch } from "../../app/services/screening/confirm-match.server";
import { decideMatch } from "../../app/services/screening/decide-match.server";
import { loadEdition } from "../../app/services/screening/load-edition.server";
import { matchPageThen, matchQueueThen, type MatchRowThen } from "../../app/services/screening/matches-then.server";
import { matchPage, matchQueue } from "../../app/services/screening/matches-view.server";
import { QUEUE_TABS } from "../../app/services/screening/queue-tabs";
import { reopenMatch } from "../../app/services/screening/reopen-match.server";
import { screenList } from "../../app/services/screening/screen-list.server";
import type { Database, Scope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { publishedGeneration } from "../../db/queries/generations";
import { findGeneration } from "../../db/queries/register";
import type { MatchDecision, MatchState } from "../../db/schema/screening";
import { aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { dayOf, now, onDay } from "../story-clock";
import { importSteps } from "./import-steps";
import { pairsIn, systemScope } from "./screening-steps";

const BAODING = "Baoding LYSZD Trade & Business Company Limited";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let [scope, second]: [Scope, Scope] = [undefined as never, undefined as never];

beforeEach(async () => {
  onDay(0);
  folder = aFolder();
  db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  second = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
  const list = `Supplier;Country;City;Product\n${BAODING};CN;Baoding;Hair products\n`;
  await importSteps(db, folder.path, () => now).publish(scope, list);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const screen = async () => {
  const generation = (await findGeneration(db, scope, (await publishedGeneration(db, scope))!))!;
  await screenList(db, systemScope(scope), generation, { onProgress: () => undefined, cancelled: () => false }, () => now); // prettier-ignore
};
/** Loads an edition of the workspace's own list and compares with it. */
const loadOwn = async (...lines: readonly string[]) => {
  const file = path.join(folder.path, "own.csv");
  writeFileSync(file, ["name;country;city", "Grey Heron Castings SA;FR;Lyon", ...lines, ""].join("\n"));
  const own = { title: "We do not buy from", publisher: "Us", approved: false };
  const given = { listId: "own-we", own, fileName: "own.csv", path: file, sha256: "0", date: "2026-02-01" };
  const readOn = now.toISOString().slice(0, 10);
  await loadEdition(db, scope, { ...given, readOn, expectedEntries: lines.length + 1 }, now);
  await screen();
};
const pairOn = async (listId: string, state: MatchState = "open") =>
  (await pairsIn(db, scope, state)).find((one) => one.listId === listId)!;
const seen = async (candidateId: string) => ({
  candidateId,
  version: (await matchPage(db, scope, candidateId, now)).candidate.version,
});
const decide = async (id: string, decision: MatchDecision) =>
  decideMatch(db, scope, { ...(await seen(id)), decision, reason: "Same address", checkedOn: null }, now);
const reopen = async (id: string) => reopenMatch(db, scope, { ...(await seen(id)), reason: "Look again" }, now);

/** Everything the queue and the pages of its pairs show, by the id of the pair. */
async function shownNow() {
  const rows = (await Promise.all(QUEUE_TABS.map((tab) => matchQueue(db, scope, { tab, after: null }, now)))).flatMap(
    ({ rows: some }) => some,
  );
  const pages = await Promise.all(rows.map(({ candidate }) => matchPage(db, scope, candidate.id, now)));
  return new Map(pages.map((page) => [page.candidate.id, page]));
}
type Shown = Awaited<ReturnType<typeof shownNow>>;

async function shownThen(day: string) {
  const tabs = await Promise.all(QUEUE_TABS.map((tab) => matchQueueThen(db, scope, day, { tab, after: null })));
  return { rows: new Map(tabs.flatMap(({ rows }) => rows).map((row) => [row.candidate.id, row])), first: tabs[0]! };
}

/** A row as of a day says nothing that was not so. */
function expectSame(row: MatchRowThen, was: NonNullable<ReturnType<Shown["get"]>>) {
  const { candidate, stood } = row;
  expect(stood.state).toBe(was.candidate.state);
  expect(row.decisions).toEqual(was.decisions);
  if (stood.cause !== null) expect(stood.cause).toBe(was.candidate.cause);
  const { supplier, entry, list, answer, entryHash, supplierHash } = was.candidate;
  if (stood.facts === "as-then") expect(candidate).toMatchObject({ supplier, entry, list, answer });
  if (stood.facts === "same-firms") expect(candidate).toMatchObject({ entryHash, supplierHash });
}

test("every day shows again the states, decisions and facts that it had; the one that nothing tells of is counted", async () => {
  const shown: Shown[] = [];
  const states: (string | undefined)[] = [];
  let [first, own] = ["", ""];
  const steps = [
    screen,
    async () => decide((first = (await pairOn("US-UFLPA")).id), "match"),
    async () => confirmMatch(db, second, { ...(await seen(first)), checkedOn: null }, now),
    async () => {
      await loadOwn(`${BAODING};CN;`);
      own = (await pairOn("own-we")).id;
    },
    async () => decide(own, "not-match"),
    () => loadOwn(`${BAODING};CN;Baoding`),
    async () => decide(own, "cannot-tell"),
    async () => reopen(first),
    async () => reopen(own),
    () => loadOwn(),
    () => loadOwn(`${BAODING};CN;`),
    async () => decide(own, "match"),
    async () => reopenMatch(db, second, { ...(await seen(own)), reason: "Another firm" }, now),
  ];
  for (const [day, step] of steps.entries()) {
    onDay(day);
    await step();
    shown.push(await shownNow());
    states.push([first, own].map((id) => shown.at(-1)!.get(id)?.candidate.state ?? "-").join(" "));
  }
  expect(states).toEqual([
    "- -",
    "proposed -",
    "match -",
    "match open",
    "match not-match",
    "match open",
    "match cannot-tell",
    "open cannot-tell",
    "open open",
    "open -",
    "open open",
    "open proposed",
    "open open",
  ]);
  for (const [day, was] of shown.entries()) {
    const { rows, first: queue } = await shownThen(dayOf(day));
    // On the tenth day the pair was gone: two comparisons lie between what people did before it and after it.
    expect([day, queue.untold]).toEqual([day, day === 9 ? 1 : 0]);
    expect([...rows.keys()].sort()).toEqual([...was.keys()].sort());
    for (const [id, row] of rows) {
      expectSame(row, was.get(id)!);
      const page = await matchPageThen(db, scope, id, dayOf(day));
      if (page === "untold") throw new Error("A pair of the queue has a page");
      expect(page.stood).toEqual(row.stood);
      const { previous, next, others } = was.get(id)!;
      // Ranks are today's, and those of the pairs did not change.
      expect([page.previous, page.next, page.others]).toEqual([previous, next, others]);
    }
    expect(queue.screened?.finishedAt.toISOString().slice(0, 10) ?? null).toBe(
      dayOf([0, 3, 5, 9, 10].findLast((one) => one <= day)!),
    );
  }
  expect(await matchPageThen(db, scope, own, dayOf(9))).toBe("untold");
  await expect(matchPageThen(db, scope, own, dayOf(2))).rejects.toMatchObject({ code: "match.not-found" });
  expect((await shownThen(dayOf(-1))).rows.size).toBe(0);
  expect((await shownThen(dayOf(-1))).first.screened).toBeNull();
});

test("a pair whose decisions were erased from the chain is told only for the days between which nothing was erased", async () => {
  await screen();
  const { id } = await pairOn("US-UFLPA");
  onDay(2);
  await decide(id, "match");
  onDay(4);
  await confirmMatch(db, second, { ...(await seen(id)), checkedOn: null }, now);
  const stateOn = async (days: number) => {
    const page = await matchPageThen(db, scope, id, dayOf(days));
    return page === "untold" ? page : page.stood.state;
  };
  const days = [0, 1, 2, 3, 4, 5];
  const told = () => Promise.all(days.map(stateOn));
  expect(await told()).toEqual(["open", "open", "proposed", "proposed", "match", "match"]);
  const { auditContents: c } = db.t;
  await db.transact(function* (q) {
    yield q.delete(c).where(and(eq(c.workspaceNo, scope.workspaceNo), like(c.contents, `%${id}%`)));
  });
  expect(await told()).toEqual(["open", "open", "untold", "untold", "match", "match"]);
});

test("the pages of a long stretch follow each other without a gap", async () => {
  await screen();
  const { rows } = (await shownThen(dayOf(0))).first;
  expect(rows.length).toBeGreaterThan(1);
  const { rank, id } = rows[0]!.candidate;
  const behind = await matchQueueThen(db, scope, dayOf(0), { tab: "open", after: { rank, id } });
  expect(behind.rows.map(({ candidate }) => candidate.id)).toEqual(rows.slice(1).map(({ candidate }) => candidate.id));
});
