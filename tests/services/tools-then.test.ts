/** Lists, own rows, model and weights, packs and plans of a past day say what these pages showed at the end of that day. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { event } from "../../db/audit-events";
import { corridorsThen, corridorsView } from "../../app/lib/corridors-page.server";
import { addOwnCorridor } from "../../app/services/corridors/add-own-corridor.server";
import { ownCorridors, ownFeeRules } from "../../app/services/corridors/own-rows.server";
import { ownRowsThen } from "../../app/services/corridors/own-rows-then.server";
import { restoreOwnRow } from "../../app/services/corridors/restore-own-row.server";
import { withdrawOwnRow } from "../../app/services/corridors/withdraw-own-row.server";
import { agreeDerived } from "../../app/services/models/agree-derived.server";
import { changeModel } from "../../app/services/models/change-model.server";
import { modelsThen } from "../../app/services/models/models-then.server";
import { modelsView } from "../../app/services/models/models-view.server";
import { proposeDerived } from "../../app/services/models/propose-derived.server";
import { withdrawDerived } from "../../app/services/models/withdraw-derived.server";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { packsThen } from "../../app/services/packs/packs-then.server";
import { packsView } from "../../app/services/packs/packs-view.server";
import { acceptPlan } from "../../app/services/plan/accept-plan.server";
import { draftPlan } from "../../app/services/plan/draft-plan.server";
import { planOn } from "../../app/services/plan/plan-then.server";
import { planPageThen } from "../../app/services/plan/plan-view.server";
import { overviewThen } from "../../app/services/overview/overview-then.server";
import { loadEdition } from "../../app/services/screening/load-edition.server";
import { listsThen } from "../../app/services/screening/lists-then.server";
import { listHistory, listsView } from "../../app/services/screening/lists-view.server";
import { screenSoon } from "../../app/services/screening/screen-soon.server";
import { withdrawEdition } from "../../app/services/screening/withdraw-edition.server";
import { knownOn } from "../../app/services/trail/known-on.server";
import { toolsThen } from "../../app/services/trail/tools-then.server";
import { aFolder, aMember, scopeOf } from "../builders";
import { aList, aPast, dayText, now, onDay, type Past } from "./past-steps";
import { erase, story } from "./day-story";
import { runJobs } from "./screening-steps";

let past: Past;
let db: Database;
let scope: Scope;
let folder: ReturnType<typeof aFolder>;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope } = past);
  folder = aFolder();
});
afterEach(async () => {
  await past.end();
  folder.remove();
});

const screen = async () => {
  await db.commitPlain(await screenSoon(db, scope, now()));
  await runJobs(db, scope, folder.path);
};

/** Loads an edition of a list of our own. @returns its id. */
async function load(listId: string, names: readonly string[], readOn: number): Promise<string> {
  const file = path.join(folder.path, "own.csv");
  const content = `name;country\n${names.map((name) => `${name};FR`).join("\n")}\n`;
  writeFileSync(file, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const own = { title: `List ${listId}`, publisher: "Us", approved: false };
  const days = { date: dayText(readOn), readOn: dayText(readOn), expectedEntries: 3 };
  const loaded = await loadEdition(db, scope, { listId, own, fileName: "own.csv", path: file, sha256, ...days }, now());
  return loaded.editionId;
}

test("lists of a past day are the editions loaded and in force then, with who loaded and withdrew them by then", async () => {
  let [first, second] = ["", ""];
  const rebuild = async () => {
    await past.answer((await past.idsNow())[0]!, 1);
    await past.reapply();
    await screen();
  };
  const names = ["Grey Heron Castings", "Tern Foundry", "Avocet Mills"];
  const steps = [
    async () => {
      await past.publish(aList(12));
      await screen();
    },
    async () => (first = await load("own-a", names, 1)),
    async () => screen(),
    // The list that is built again has the same names: the comparison before counts for it.
    async () => {
      await rebuild();
      second = await load("own-a", names.toReversed(), 2);
    },
    async () => withdrawEdition(db, scope, second, now()),
    async () => {
      await withdrawEdition(db, scope, first, now());
      await screen();
    },
    // The first edition of the other list is older than three months by then.
    async () => load("own-b", names, 1),
    async () => screen(),
  ];
  const shown = async () => {
    const { lists, screened } = await listsView(db, scope, now());
    const compared = screened && { ...screened, isOutdated: undefined };
    return { lists, history: await listHistory(db, scope), compared };
  };
  const noted = await story(steps, shown);
  const ofShown: unknown[] = [];
  for (const [day, before] of noted.entries()) {
    const { lists, history, screened } = await listsThen(db, scope, dayText(day));
    ofShown.push(screened?.isOfShownList);
    const compared = screened && { ...screened, isOfShownList: true, isOutdated: undefined };
    expect({ lists, history, compared }, `day ${day}`).toEqual(before);
    const standing = history.filter(({ withdrawnAt }) => withdrawnAt === null).length;
    expect((await toolsThen(db, scope, dayText(day))).editions).toBe(standing);
  }
  expect(noted.map(({ history }) => history.length)).toEqual([0, 1, 1, 2, 2, 2, 3, 3]);
  expect(ofShown).toEqual([true, true, true, null, null, true, true, true]);
  expect(await listsThen(db, scope, dayText(-1))).toEqual({ lists: [], screened: null, history: [] });
});

const CORRIDOR = {
  origin: "NP",
  destination: "MY",
  workers: "",
  kind: "total",
  money: { amount: 1500, currency: "USD", rate: null },
  year: 2025,
  note: "",
  validFrom: "2025-01-01",
} as const;

test("own rows of a past day are those recorded by then, withdrawn or put back as they were", async () => {
  let row = "";
  const steps = [
    async () => past.publish(aList(12)),
    async () => (row = await addOwnCorridor(db, scope, { ...CORRIDOR, source: "A study" }, now())),
    async () => withdrawOwnRow(db, scope, row, now()),
    async () => addOwnCorridor(db, scope, { ...CORRIDOR, source: "Another study" }, now()),
    async () => restoreOwnRow(db, scope, row),
    async () => withdrawOwnRow(db, scope, row, now()),
  ];
  const asked = { from: "NP", to: "MY" };
  const shown = async () => {
    const { categories: _today, ...view } = await corridorsView(db, scope, asked);
    return view;
  };
  const noted = await story(steps, shown);
  for (const [day, before] of noted.entries()) {
    const { untold, published, ...then } = await corridorsThen(db, scope, asked, dayText(day));
    expect(then, `day ${day}`).toEqual(before);
    expect([untold, published?.hash.length]).toEqual([0, 64]);
    const inForce = before.own.corridors.filter(({ withdrawnAt }) => withdrawnAt === null).length;
    expect((await toolsThen(db, scope, dayText(day))).ownRows).toBe(inForce);
  }
  expect(noted.map(({ answer }) => answer?.totals.length)).toEqual([0, 1, 0, 1, 2, 1]);
  const before = await corridorsThen(db, scope, asked, dayText(-1));
  expect(before).toMatchObject({ published: null, figures: [], rules: [], answer: null, ownCount: 0 });
  await erase(db, scope, "own-row.restored");
  expect((await ownRowsThen(db, scope, dayText(3))).untold).toBe(0);
  expect((await ownRowsThen(db, scope, dayText(4))).untold).toBe(1);
  const now2 = { corridors: await ownCorridors(db, scope), rules: await ownFeeRules(db, scope) };
  expect(await ownRowsThen(db, scope, dayText(5))).toEqual({ ...now2, untold: 1 });
});

/** Both released models are in force from here on. */
const LATE = 300;

test("the model and the weights of a past day are those the list was scored with, and those agreed to by then", async () => {
  onDay(LATE - 1);
  const { workspaceNo: no, workspaceId, workspaceSlug: slug, userId } = scope;
  const workspace = { no, id: workspaceId, slug, userId };
  const other = scopeOf(workspace, "owner", (await aMember(db, workspace, "owner")).id);
  let id = "";
  const percents = { country: 40, sector: 25, recruitment: 35 };
  const steps = [
    async () => past.publish(aList(12)),
    async () => {
      await changeModel(db, scope, "2026.1", now());
      await past.reapply();
    },
    async () => (id = await proposeDerived(db, scope, { base: "2026.2", percents, reason: "We buy work." }, now())),
    async () => agreeDerived(db, other, id, now()),
    async () => {
      await changeModel(db, scope, "2026.2~40-25-35", now());
      await past.reapply();
    },
    async () => {
      await changeModel(db, scope, "2026.2", now());
      await past.reapply();
    },
    async () => withdrawDerived(db, scope, id, now()),
  ];
  const shown = async () => {
    const { shown: list, models, derived } = await modelsView(db, scope, now());
    const { modelId, dataDate, dataHash, suppliers } = list!;
    return { list: { modelId, dataDate, dataHash, suppliers }, models, derived };
  };
  const noted = await story(steps, shown, LATE);
  for (const [day, before] of noted.entries()) {
    const { list, models, derived } = await modelsThen(db, scope, dayText(LATE + day));
    const { percents: _of, ...scored } = list as Exclude<typeof list, null | "erased">;
    expect({ list: scored, models, derived }, `day ${day}`).toEqual(before);
    const agreed = before.derived.filter(({ proposal }) => proposal?.agreedAt).length;
    expect((await toolsThen(db, scope, dayText(LATE + day))).weights).toBe(agreed);
  }
  expect(noted.map(({ list }) => list.modelId)).toEqual(["2026.2", "2026.1", "2026.1", "2026.1", "2026.2~40-25-35", "2026.2", "2026.2"]); // prettier-ignore
  const then = await modelsThen(db, scope, dayText(LATE + 4));
  expect(then.list).toMatchObject({ percents });
  expect(then.changes.map(({ from, to }) => [from, to])).toEqual([
    ["2026.1", "2026.2~40-25-35"],
    ["2026.2", "2026.1"],
  ]);
  expect(then.untold).toBe(0);
  expect(then.changes[0]!.who).not.toBeNull();
  // Who did what is read in the trail, by those who may read it.
  const purchaser = await modelsThen(db, { ...scope, role: "purchaser" }, dayText(LATE + 4));
  expect(purchaser).toEqual({ ...then, tellsWho: false, changes: then.changes.map((one) => ({ ...one, who: null })) });
  expect(await modelsThen(db, scope, dayText(LATE - 1))).toMatchObject({ list: null, derived: [], changes: [] });
  await erase(db, scope, "model.changed");
  expect(await modelsThen(db, scope, dayText(LATE + 6))).toMatchObject({ untold: 1, list: { modelId: "2026.2" } });
});

test("packs of a past day are those made by then, and one that was asked for and not made is counted", async () => {
  await past.publish(aList(12));
  const make = async (packId: string) => {
    const said = { generation: 1, upTo: "internal", headSeq: 1, sha256: "0", bytes: 9, fingerprint: "0", faults: 0 } as const; // prettier-ignore
    const list = { fileName: "list.csv", suppliers: 12, modelId: "2026.1", dataDate: dayText(0) };
    const row = { id: packId, workspaceNo: scope.workspaceNo, ...said, ...list, withheld: { finding: 2 }, storedPath: "x", askedBy: scope.userId, madeAt: now() }; // prettier-ignore
    await db.commit(scope, event("pack.made", { packId, ...said }), (q) => [q.insert(db.t.evidencePacks).values(row)]);
    await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  };
  let asked = "";
  const steps = [
    async () => (asked = await askPack(db, scope, "internal", now())),
    async () => make(asked),
    async () => (asked = await askPack(db, scope, "public", now())),
    async () => make(asked),
  ];
  const shown = async () => {
    const { packs, running } = await packsView(db, scope, folder.path);
    return { packs, notMade: running === null ? 0 : 1 };
  };
  const noted = await story(steps, shown);
  for (const [day, before] of noted.entries()) {
    expect(await packsThen(db, scope, dayText(day)), `day ${day}`).toEqual(before);
    expect((await toolsThen(db, scope, dayText(day))).packs).toBe(before.packs.length);
  }
  expect(await packsThen(db, scope, dayText(-1))).toEqual({ packs: [], notMade: 0 });
});

test("a reader is told of what was worked with as far as the role may read it", async () => {
  await past.publish(aList(12));
  const asPurchaser = await toolsThen(db, { ...scope, role: "purchaser" }, dayText(0));
  expect([asPurchaser.records, asPurchaser.packs]).toEqual([null, null]);
  expect(await toolsThen(db, { ...scope, role: "supplier-contact" }, dayText(0))).toEqual({
    editions: null,
    ownRows: null,
    weights: null,
    buyer: null,
    records: null,
    packs: null,
    buying: null,
    judgements: null,
  });
});

test("a plan whose acceptance was erased from the chain is said to be erased, not to be none", async () => {
  await past.publish(aList(12));
  onDay(1);
  await draftPlan(db, scope, 3, now());
  await acceptPlan(db, scope, "", now());
  onDay(3);
  const day = dayText(2);
  expect(await planOn(db, scope, day)).toMatchObject({ untold: 0 });
  expect((await knownOn(db, scope, day)).plan).toMatchObject({ capacity: 3 });
  await erase(db, scope, "plan.accepted");
  expect(await planOn(db, scope, day)).toBe("erased");
  expect(await planPageThen(db, scope, day)).toMatchObject({ accepted: null, isErased: true });
  expect(await overviewThen(db, scope, day)).toMatchObject({ plan: null, planErased: true });
  expect((await knownOn(db, scope, day)).plan).toBe("erased");
  expect(await planOn(db, scope, dayText(0))).toBeNull();
  expect(await overviewThen(db, scope, dayText(0))).toMatchObject({ plan: null, planErased: false });
});
