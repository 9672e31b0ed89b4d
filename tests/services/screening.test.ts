/** From a list to confirmed matches: what is found, what people decide, and what it does to a score. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { screeningsOf } from "../../db/queries/screening";
import { sweepGenerations } from "../../db/sweep";
import { confirmMatch } from "../../app/services/screening/confirm-match.server";
import { screenOutdated } from "../../app/jobs/screen-outdated.server";
import { decideMatch } from "../../app/services/screening/decide-match.server";
import { listsView } from "../../app/services/screening/lists-view.server";
import { loadEdition } from "../../app/services/screening/load-edition.server";
import { matchPage, supplierMatches } from "../../app/services/screening/matches-view.server";
import { reopenMatch } from "../../app/services/screening/reopen-match.server";
import { screenList } from "../../app/services/screening/screen-list.server";
import type { Candidate } from "../../app/services/screening/stored-candidate";
import { withdrawEdition } from "../../app/services/screening/withdraw-edition.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { decideRename } from "../../app/services/imports/decide-rename.server";
import { renamesOf } from "../../app/services/imports/import-view.server";
import { confirmImport } from "../../app/services/imports/publish-import.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { importSteps, type Steps } from "./import-steps";
import { pairsIn, runJobs, shownLines, systemScope } from "./screening-steps";

/** A day on which every list that comes with the program is out of date. */
const LATER = new Date("2026-11-28T09:00:00.000Z");

const LIST = `Supplier;Country;City;Product
Baoding LYSZD Trade & Business Company Limited;CN;Baoding;Hair products
和田泰达服饰有限公司;CN;Hotan;Clothing
Dahua Technology;CN;Hangzhou;Cameras
Yorkshire Spring Water Ltd;GB;Leeds;Water
Alder & Birch Cleaning Ltd;GB;Leeds;Cleaning
`;
const BAODING = "Baoding LYSZD Trade & Business Company Limited";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let workspace: AWorkspace;
let scope: Scope;
let steps: Steps;
let now = A_DAY;
beforeEach(async () => {
  now = A_DAY;
  folder = aFolder();
  db = await aDatabase();
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  steps = importSteps(db, folder.path, () => now);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const run = () => runJobs(db, scope, folder.path);
const publish = async (list: string) => {
  await steps.publish(scope, list);
  await run();
};
/** A second member who may decide. */
const colleague = async (): Promise<Scope> => {
  const { id } = await aMember(db, workspace, "legal-reviewer");
  return { ...scope, userId: id, role: "legal-reviewer" };
};
const openOf = async (supplier: string, listId: string): Promise<Candidate> =>
  (await pairsIn(db, scope, "open")).find((one) => one.supplier.name === supplier && one.listId === listId)!;
const decide = (
  { id, version }: Pick<Candidate, "id" | "version">,
  decision: "match" | "not-match" | "cannot-tell" | "delisted",
  by = scope,
  checkedOn: string | null = null,
) => decideMatch(db, by, { candidateId: id, version, decision, reason: "Same address", checkedOn }, now);
const pairNow = async (id: string) => (await matchPage(db, scope, id, now)).candidate;

describe("a screening", () => {
  test("finds listed names in other spellings and scripts, and nothing about the others", async () => {
    await publish(LIST);
    const found = await pairsIn(db, scope, "open");
    expect([...new Set(found.map(({ supplier }) => supplier.name))].sort()).toEqual(
      [BAODING, "Dahua Technology", "和田泰达服饰有限公司"].sort(),
    );
    const taida = found.find(({ supplier, listId }) => supplier.name.startsWith("和田") && listId === "US-UFLPA")!;
    expect(taida.entry.name).toMatch(/Hetian Taida/u);
    expect(taida.answer.because.length).toBeGreaterThan(0);
    expect(taida.list).toMatchObject({ listId: "US-UFLPA", readOn: "2026-07-09" });
    const ranks = found.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    const { screened } = await listsView(db, scope, now);
    expect(screened).toMatchObject({ suppliers: 5, isOutdated: false });
  });

  test("stopped in the middle goes on where it stood and finds the same", async () => {
    const many = Array.from({ length: 1200 }, (_, at) => `Quiet Mill ${at} of Vale ${at * 7};GB;Leeds;Water`).join(
      "\n",
    );
    await steps.publish(scope, `${LIST}${many}\nHoshine Silicon Industry Co Ltd;CN;;Silicon\n`);
    const generation = { no: (await shownLines(db, scope)).values().next().value!.generation, suppliers: 1206 };
    let asked = 0;
    const stopping = { onProgress: () => undefined, cancelled: () => ++asked > 1 };
    await expect(screenList(db, systemScope(scope), generation, stopping, () => now)).rejects.toThrow();
    const [half] = await screeningsOf(db, scope);
    expect(half!.finishedAt).toBeNull();
    expect(half!.doneTo).toBeGreaterThan(0);
    const going = { onProgress: () => undefined, cancelled: () => false };
    const done = await screenList(db, systemScope(scope), generation, going, () => now);
    expect(done.id).toBe(half!.id);
    const pairs = await pairsIn(db, scope, "open");
    expect(pairs.some(({ supplier }) => supplier.name.startsWith("Hoshine"))).toBe(true);
    expect(new Set(pairs.map(({ supplierNo, listId, entryId }) => `${supplierNo} ${listId} ${entryId}`)).size).toBe(
      pairs.length,
    );
  });

  test("is asked for when the program starts, where the last one is not of the list and the editions in force", async () => {
    await steps.publish(scope, LIST);
    const { jobs } = db.t;
    await db.commitPlain((q) => [q.update(jobs).set({ state: "failed" })]);
    expect(await screenOutdated(db, now)).toBe(1);
    await run();
    expect(await screenOutdated(db, now)).toBe(0);
    await db.commitPlain((q) => [q.update(db.t.screenings).set({ listsHash: "of an earlier version" })]);
    expect(await screenOutdated(db, now)).toBe(1);
  });

  test("takes in what a person decides while it writes", async () => {
    await publish(LIST);
    const pair = await openOf(BAODING, "US-UFLPA");
    await decide(pair, "not-match");
    await steps.publish(scope, LIST.replace("Baoding;Hair", "Shanghai;Hair"));
    const generation = { no: (await shownLines(db, scope)).values().next().value!.generation, suppliers: 5 };
    let writes = 0;
    const commitPlain: Database["commitPlain"] = async (build) => {
      // The first write begins the screening, the second keeps what it found.
      if (++writes === 2)
        await reopenMatch(db, scope, { candidateId: pair.id, version: pair.version + 1, reason: "Look again" }, now);
      await db.commitPlain(build);
    };
    const going = { onProgress: () => undefined, cancelled: () => false };
    await screenList({ ...db, commitPlain }, systemScope(scope), generation, going, () => now);
    expect(await pairNow(pair.id)).toMatchObject({
      state: "open",
      cause: "supplier-changed",
      supplier: { city: "Shanghai" },
    });
  });

  test("answers names that are nothing but pictures, marks or 10,000 letters", async () => {
    const odd = ["🙂🙂🙂", "\u202Eelttil", "x".repeat(10_000), "Фабрика 第二 factory مصنع"];
    await publish(`Supplier;Country\n${odd.map((name) => `${name};CN`).join("\n")}\n`);
    const [done] = await screeningsOf(db, scope);
    expect(done!.finishedAt).not.toBeNull();
  });
});

describe("a match on a ground of forced labour", () => {
  test("waits for a second member, then is the floor, in the list that is built again too and on the day it was known", async () => {
    const other = await colleague();
    await publish(LIST);
    const before = (await shownLines(db, scope)).get(BAODING)!;
    const pair = await openOf(BAODING, "US-UFLPA");
    expect(await decide(pair, "match")).toBe("proposed");
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBe(before.score);
    const proposed = await pairNow(pair.id);
    await expect(
      confirmMatch(db, scope, { candidateId: pair.id, version: proposed.version, checkedOn: null }, now),
    ).rejects.toMatchObject({
      code: "match.same-person",
    });
    now = new Date("2026-03-05T10:00:00.000Z");
    await confirmMatch(db, other, { candidateId: pair.id, version: proposed.version, checkedOn: null }, now);
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBe(85);
    await run();
    const line = (await shownLines(db, scope)).get(BAODING)!;
    expect(line.score).toBe(85);
    expect((await supplierMatches(db, scope, line.supplierNo, now)).standing).toEqual([pair.id]);
    const asOf = async (day: string) => {
      const view = await supplierAsOf(db, scope, line.id, day);
      return view.known ? view.view.assessment.residual : null;
    };
    expect(await asOf("2026-03-05")).toBe(85);
    expect(await asOf("2026-03-02")).toBeCloseTo(before.score!, 0);
    const names = (await auditTrail(db, scope, { limit: 10 })).map(({ name }) => name);
    expect(names).toContain("match.decided");
    expect(names).toContain("match.confirmed");
  });

  test("is never another supplier's: its number outlives the list in which it was set aside", async () => {
    const [head, baoding, ...others] = LIST.trim().split("\n");
    await publish([head, ...others, baoding].join("\n"));
    await decide(await openOf(BAODING, "US-UFLPA"), "match");
    await run();
    const key = (await shownLines(db, scope)).get(BAODING)!.nameKey;
    const made = { scope: "payee", key, decision: { notSeller: "taxes" } } as const;
    const id = await decideUnderstanding(db, scope, made, now);
    await run();
    await sweepGenerations(db);
    await publish([head, ...others, "Birch Paper Ltd;GB;Leeds;Paper"].join("\n"));
    expect((await shownLines(db, scope)).get("Birch Paper Ltd")!.floors).toBe(0);
    await undoDecision(db, scope, id, now);
    await publish(LIST);
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBe(85);
  });

  test("goes on with a supplier that comes under another key", async () => {
    const numbered = (no: string) => `Supplier no;Supplier;Country\n${no};${BAODING};CN\n2;Alder Cleaning Ltd;GB\n`;
    await publish(numbered("1"));
    await decide(await openOf(BAODING, "US-UFLPA"), "match");
    await run();
    const next = await steps.preview(scope, numbered("9001"));
    const [rename] = await renamesOf(db, scope, next);
    await decideRename(db, scope, next.id, rename!.newNo, "confirmed", now);
    await confirmImport(db, scope, next.id, now);
    await run();
    expect((await shownLines(db, scope)).get(BAODING)!.floors).not.toBe(0);
  });

  test("counts at once where nobody else may decide, and says so", async () => {
    await publish(LIST);
    const pair = await openOf(BAODING, "US-CBP-WRO");
    expect(await decide(pair, "match")).toBe("match");
    const { decisions, stands } = await matchPage(db, scope, pair.id, now);
    expect(decisions[0]).toMatchObject({ confirmedBy: scope.userId, decidedBy: scope.userId });
    expect(stands).toBe(true);
  });

  test("with an edition that is out of date needs the day on which the publisher's list was looked at", async () => {
    now = LATER;
    await publish(LIST);
    const pair = await openOf(BAODING, "US-UFLPA");
    await expect(decide(pair, "match")).rejects.toMatchObject({ code: "match.checked-missing" });
    await expect(decide(pair, "match", scope, "2026-11-29")).rejects.toMatchObject({ code: "match.checked-day" });
    await expect(decide(pair, "match", scope, "2026-06-01")).rejects.toMatchObject({ code: "match.checked-day" });
    expect((await pairNow(pair.id)).state).toBe("open");
    await decide(pair, "match", scope, "2026-11-27");
    const { decisions } = await matchPage(db, scope, pair.id, now);
    expect(decisions[0]).toMatchObject({ outOfDate: true, checkedOn: "2026-11-27" });
  });
});

test("a match on any other ground stands beside the score and changes nothing in it", async () => {
  await publish(LIST);
  const before = (await shownLines(db, scope)).get("Dahua Technology")!;
  const pair = await openOf("Dahua Technology", "US-BIS-XUAR");
  expect(pair.entry.ground).toBe("human-rights");
  await decide(pair, "match");
  await run();
  const after = (await shownLines(db, scope)).get("Dahua Technology")!;
  expect([after.score, after.floors]).toEqual([before.score, before.floors]);
  expect((await supplierMatches(db, scope, after.supplierNo, now)).standing).toEqual([]);
});

describe("a decision", () => {
  test("is remembered for the pair, and asked for again only when the facts change", async () => {
    await publish(LIST);
    const pair = await openOf(BAODING, "US-UFLPA");
    await decide(pair, "not-match");
    await publish(LIST.replace("Water", "Bottled water"));
    expect((await pairNow(pair.id)).state).toBe("not-match");
    await publish(LIST.replace("Baoding;Hair", "Shijiazhuang;Hair"));
    expect(await pairNow(pair.id)).toMatchObject({ state: "open", cause: "supplier-changed" });
  });

  test("is refused without a reason, for another version of the pair, and twice", async () => {
    await publish(LIST);
    const pair = await openOf(BAODING, "US-UFLPA");
    const made = { candidateId: pair.id, version: pair.version, decision: "not-match" as const, checkedOn: null };
    await expect(decideMatch(db, scope, { ...made, reason: "  " }, now)).rejects.toMatchObject({
      code: "match.reason",
    });
    await expect(decide({ id: pair.id, version: 99 }, "match")).rejects.toMatchObject({ code: "match.changed" });
    await decide(pair, "not-match");
    const after = await pairNow(pair.id);
    await expect(decide(after, "match")).rejects.toMatchObject({ code: "match.decided" });
  });

  test("that the second member refuses leaves what counted before in force, and asks when the entry is delisted", async () => {
    const other = await colleague();
    await publish(LIST);
    const pair = await openOf(BAODING, "US-UFLPA");
    await decide(pair, "match");
    const seen = async () => ({ candidateId: pair.id, version: (await pairNow(pair.id)).version });
    await confirmMatch(db, other, { ...(await seen()), checkedOn: null }, now);
    await reopenMatch(db, scope, { ...(await seen()), reason: "Another town" }, now);
    await decide(await pairNow(pair.id), "cannot-tell");
    await reopenMatch(db, other, { ...(await seen()), reason: "It is the same town" }, now);
    const { candidate, stands, last } = await matchPage(db, scope, pair.id, now);
    expect([candidate.state, stands, last?.decision]).toEqual(["open", true, "match"]);
  });

  test("against a match that counts keeps the floor until a second member agrees", async () => {
    const other = await colleague();
    await publish(LIST);
    const pair = await openOf(BAODING, "US-UFLPA");
    await decide(pair, "match");
    await confirmMatch(
      db,
      other,
      { candidateId: pair.id, version: (await pairNow(pair.id)).version, checkedOn: null },
      now,
    );
    const { version } = await pairNow(pair.id);
    await reopenMatch(db, scope, { candidateId: pair.id, version, reason: "Another town" }, now);
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBe(85);
    // Decisions of one instant are in no order.
    now = new Date(now.getTime() + 60_000);
    await decide(await pairNow(pair.id), "not-match");
    expect((await pairNow(pair.id)).state).toBe("proposed");
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBe(85);
    await confirmMatch(
      db,
      other,
      { candidateId: pair.id, version: (await pairNow(pair.id)).version, checkedOn: null },
      now,
    );
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBeLessThan(85);
  });
});

describe("a list of the workspace's own", () => {
  const load = (text: string, expectedEntries: number | null = null) => {
    now = new Date(now.getTime() + 1000);
    const file = path.join(folder.path, "own.csv");
    writeFileSync(file, text);
    const own = { title: "We do not buy from", publisher: "Us", approved: false };
    return loadEdition(
      db,
      scope,
      {
        listId: "own-we",
        own,
        fileName: "own.csv",
        path: file,
        sha256: "0",
        date: null,
        readOn: "2026-03-01",
        expectedEntries,
      },
      now,
    );
  };
  const OWN = "name;country\nYorkshire Spring Water Ltd;GB\nGrey Heron Castings SA;FR\n";

  test("is compared with, says who is newly listed, and asks about a match that is no longer on it", async () => {
    await publish(LIST);
    expect(await openOf("Yorkshire Spring Water Ltd", "own-we")).toBeUndefined();
    await load("name;country\nGrey Heron Castings SA;FR\nOld Crane Works;FR\n");
    await run();
    const { changes } = await load(OWN);
    expect(changes).toMatchObject({
      listed: [{ name: "Yorkshire Spring Water Ltd" }],
      delisted: [{ name: "Old Crane Works" }],
    });
    await run();
    const pair = await openOf("Yorkshire Spring Water Ltd", "own-we");
    expect(pair).toMatchObject({ cause: "newly-listed", entry: { ground: "own-block" } });
    await decide(pair, "match");
    await load("name;country\nGrey Heron Castings SA;FR\nOld Crane Works;FR\n");
    await run();
    expect(await pairNow(pair.id)).toMatchObject({ state: "open", cause: "delisted" });
    await expect(decide(await pairNow(pair.id), "match")).rejects.toMatchObject({ code: "match.unfit" });
    expect(await decide(await pairNow(pair.id), "delisted")).toBe("gone");
  });

  test("stays as it is when the next file is odd, unless a person read that number at the publisher", async () => {
    await publish(LIST);
    const many = `name;country\n${Array.from({ length: 20 }, (_, at) => `Heron ${at} SA;FR`).join("\n")}\n`;
    await load(many);
    await expect(load(OWN)).rejects.toMatchObject({ code: "list.unusual-count" });
    await expect(load("colour;size\nred;1\n")).rejects.toMatchObject({ name: "Problem" });
    const inForce = async () => (await listsView(db, scope, now)).lists.find(({ listId }) => listId === "own-we");
    expect((await inForce())?.entries).toBe(20);
    const { editionId } = await load(OWN, 2);
    expect((await inForce())?.entries).toBe(2);
    await withdrawEdition(db, scope, editionId, now);
    expect((await inForce())?.entries).toBe(20);
  });

  test("that drops a listed firm lifts the floor only when people say that it was taken off", async () => {
    await publish(LIST);
    const pair = await openOf(BAODING, "US-UFLPA");
    await decide(pair, "match");
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBe(85);
    const { matchCandidates: c, floorFindings: f } = db.t;
    expect(await db.q.select().from(f)).toHaveLength(1);
    // The entry is gone from the list in force: as if the newest edition had it no more.
    await db.commitPlain((q) => [q.update(c).set({ state: "open", cause: "delisted" })]);
    const asked = await pairNow(pair.id);
    await decide(asked, "delisted");
    expect((await shownLines(db, scope)).get(BAODING)!.score).toBeLessThan(85);
    expect((await db.q.select().from(f))[0]).toMatchObject({ undoneAt: null, liftedBy: scope.userId });
  });
});
