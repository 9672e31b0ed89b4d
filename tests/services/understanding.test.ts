import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../../db/database";
import { verifyChain } from "../../db/chain";
import { publishedGeneration } from "../../db/queries/generations";
import { auditTrail } from "../../db/queries/audit";
import { decisionsInForce, openReapply } from "../../db/queries/understanding";
import { wordOf, ROLE_CODES } from "../../db/schema/codes";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { sweepGenerations } from "../../db/sweep";
import { readConfig } from "../../app/lib/config.server";
import type { Decision } from "../../app/groups/decision";
import { confirmImport, undoImport } from "../../app/services/imports/publish-import.server";
import { findImport } from "../../app/services/imports/import-record.server";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { sectorOfWords } from "../../app/services/understanding/sector-of-words.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { understandView, type UnderstandView } from "../../app/services/understanding/understand-view.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { ACCOUNTS, councilLedger } from "./council-ledger";
import { importSteps, linesByName, type Steps } from "./import-steps";

const folder = aFolder();
afterAll(() => folder.remove());

let db: Database;
let scope: Scope;
let steps: Steps;
let clock: number;
/** Later than every moment before, so that the last of two decisions is the later one. */
const now = () => new Date(A_DAY.getTime() + ++clock);
beforeEach(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => A_DAY);
  clock = 0;
});

const { resolver } = assessorFor("2026-03-02");
const sector = (words: string): NonNullable<Decision["sector"]> => {
  const found = sectorOfWords(words, resolver);
  if (!found) throw new Error(`No sector for "${words}"`);
  return { isic: found.isic, goods: [...found.goods], words };
};

/** Runs the job that waits, if one does, as the job process would. */
async function apply(): Promise<void> {
  const { jobs } = db.t;
  for (;;) {
    const job = await openReapply(db, scope);
    if (!job) return;
    await db.commitPlain((q) => [q.update(jobs).set({ state: "running" }).where(eq(jobs.id, job.id))]);
    await reapplyImport({
      db,
      config: readConfig({ CANDOUR_DATA: folder.path }),
      job: { id: job.id, workspaceNo: scope.workspaceNo, payload: {} },
      progress: async () => undefined,
      cancelled: async () => false,
    });
    await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(eq(jobs.id, job.id))]);
  }
}

const decide = (
  key: string,
  decision: Decision,
  of: "group" | "payee" | "text-country" | "text-sector" | "text-currency" = "group",
) => decideUnderstanding(db, scope, { scope: of, key, decision }, now());

const look = async (): Promise<UnderstandView> => {
  const view = await understandView(db, scope, [{ code: "VN", name: "Vietnam" }], now());
  if (!view) throw new Error("nothing is published");
  return view;
};
const lines = async () => linesByName(db, scope, (await publishedGeneration(db, scope))!);
const part = (view: UnderstandView, name: UnderstandView["control"][number]["part"]) =>
  view.control.find((one) => one.part === name)!;

const LEDGER = `Payee,Payment date,Amount (EUR),Account name,Purpose
Alder Ltd,2026-01-05,100,Cleaning,offices
Birch Ltd,2026-01-06,900,Plant,
Birch Ltd,2026-01-07,50,Cleaning,
Cedar Ltd,2026-01-08,300,Plant,
Dunmoor Ltd,2026-01-09,40,Tax,
North Borough Council,2026-01-10,10,Plant,
`;

describe("the ledger of a council", () => {
  test("nine tenths of its spend are settled in at most 40 decisions, by what is proposed and a few words", async () => {
    await steps.publish(scope, councilLedger(), { country: "GB" });
    const before = await look();
    expect(before.settled.spendShare).toBeLessThan(0.1);
    expect(before.ahead!.choices).toBeLessThanOrEqual(40);
    const words = new Map(ACCOUNTS.map((account) => [account.name, account.words]));
    let decisions = 0;
    let typed = 0;
    while ((await look()).settled.spendShare! < 0.9) {
      const [group] = (await look()).groups;
      const { notSeller, sector: proposed, role } = group!.proposal;
      if (!notSeller && !proposed) typed++;
      await decide(
        group!.key,
        notSeller
          ? { notSeller: notSeller.kind }
          : {
              sector: proposed
                ? { isic: proposed.isic, goods: [...proposed.goods], words: group!.label }
                : sector(words.get(group!.label)!),
              ...(role && { role }),
            },
      );
      decisions++;
    }
    expect(decisions).toBeLessThanOrEqual(40);
    expect(typed).toBeLessThan(decisions / 2);
    await apply();
    const after = await look();
    expect(after.settled.spendShare).toBeGreaterThanOrEqual(0.9);
    expect(after.applying).toBeNull();
    const counts = { stated: 0, all: 0 };
    for (const line of (await lines()).values()) {
      counts.all++;
      if (line.isic !== null && line.sectorBasis === 2) counts.stated++;
    }
    expect(counts.stated).toBeGreaterThan(counts.all / 2);
  });

  test("what is settled, set aside, open and left out adds up to the control total of the file, before and after decisions", async () => {
    await steps.publish(scope, councilLedger());
    const adds = async () => {
      const view = await look();
      const sum = view.control.reduce((total, one) => total + BigInt(one.amounts[view.currency] ?? "0"), 0n);
      expect(String(sum)).toBe(view.fileTotal);
      expect(view.total.amounts[view.currency]).toBe(view.fileTotal);
      expect(view.control.reduce((rows, one) => rows + one.rows, 0)).toBe(view.total.rows);
      return view;
    };
    const before = await adds();
    expect(part(before, "aside").rows).toBe(6);
    await decide(before.groups[0]!.key, { sector: sector("refuse collection vehicles") });
    await decide(before.groups[1]!.key, { notSeller: "grants" });
    await decide(before.payees[0]!.key, { sector: sector("software") }, "payee");
    const decided = await adds();
    await apply();
    const applied = await adds();
    expect(applied.control).toEqual(decided.control);
    expect(part(applied, "decided").rows).toBeGreaterThan(0);
    expect(part(applied, "notSellers").rows).toBeGreaterThan(0);
  });
});

describe("a decision about a group", () => {
  test("gives every payee of it what was said, as stated, and the page says at once what it settles", async () => {
    await steps.publish(scope, LEDGER, { country: "DE" });
    const { groups } = await look();
    expect(groups.map(({ key, rows }) => [key, rows])).toEqual([
      ["account:plant", 2],
      ["account:cleaning", 2],
      ["account:tax", 1],
    ]);
    await decide("account:plant", {
      sector: sector("2822"),
      role: "trader",
      origin: ["VN", "BD"],
    });
    const view = await look();
    expect(part(view, "decided")).toMatchObject({ rows: 2, amounts: { EUR: "12000000" } });
    expect(view.groups.map(({ key }) => key)).toEqual(["account:cleaning", "account:tax"]);
    expect(view.applying).toMatchObject({ state: "queued" });
    expect((await lines()).get("Cedar Ltd")).toMatchObject({ origin: null });

    await apply();
    const cedar = (await lines()).get("Cedar Ltd")!;
    expect(cedar).toMatchObject({ isic: "2822", sectorBasis: 2, originBasis: 2 });
    expect(["VN", "BD"]).toContain(cedar.origin);
    expect(wordOf(ROLE_CODES, cedar.role)).toBe("trader");
    expect(cedar.level).toBeGreaterThan(1);
    expect((await look()).applying).toBeNull();
  });

  test("of a payee in two groups, the one with most of its spend decides, whatever the order of the rows", async () => {
    for (const text of [
      LEDGER,
      LEDGER.split("\n")
        .toSorted((a, b) => Number(b.startsWith("Payee")) - Number(a.startsWith("Payee")) || b.localeCompare(a))
        .join("\n"),
    ]) {
      scope = scopeOf(await aWorkspace(db));
      await steps.publish(scope, text);
      await decide("account:cleaning", { sector: sector("8121"), role: "service-on-our-premises", placeOfWork: "DE" });
      await decide("account:plant", { sector: sector("2822"), role: "maker" });
      await apply();
      const found = await lines();
      expect(found.get("Alder Ltd")).toMatchObject({ isic: "8121", placeOfWork: "DE" });
      expect(found.get("Birch Ltd")).toMatchObject({ isic: "2822", sectorBasis: 2, placeOfWork: "DE" });
      expect(wordOf(ROLE_CODES, found.get("Birch Ltd")!.role)).toBe("maker");
    }
  });

  test("gives way to a decision about the payee itself", async () => {
    await steps.publish(scope, LEDGER);
    await decide("birch ltd", { sector: sector("6201") }, "payee");
    const plant = (await look()).groups.find(({ key }) => key === "account:plant");
    expect([plant?.suppliers, plant?.payees.map(({ name }) => name)]).toEqual([1, ["Cedar Ltd"]]);
    await decide("account:plant", { sector: sector("2822") });
    const view = await look();
    expect(part(view, "decided").rows).toBe(3);
    await apply();
    const found = await lines();
    expect(found.get("Birch Ltd")!.isic).toBe("6201");
    expect(found.get("Cedar Ltd")!.isic).toBe("2822");
    expect((await look()).control).toEqual(view.control);
  });

  test("that nothing is bought sets its rows aside: kept, counted, not scored, and there again when it is undone", async () => {
    await steps.publish(scope, LEDGER);
    const id = await decide("account:tax", { notSeller: "taxes" });
    await apply();
    expect((await lines()).has("Dunmoor Ltd")).toBe(false);
    const { summary } = await findImport(db, scope, (await look()).importId);
    expect(summary).toMatchObject({ rows: { read: 6, imported: 4, setAside: 2 } });
    expect(part(await look(), "notSellers")).toMatchObject({ rows: 1, amounts: { EUR: "400000" } });

    await undoDecision(db, scope, id, now());
    expect((await look()).groups.map(({ key }) => key)).toContain("account:tax");
    await apply();
    expect((await lines()).has("Dunmoor Ltd")).toBe(true);
    expect(part(await look(), "notSellers").rows).toBe(0);
  });

  test("keeps the finer code of the list where it lies inside what was decided", async () => {
    const list =
      "Supplier name,Country,Category,ISIC\nMill,VN,Clothes,1410\nOffice,VN,Clothes,6201\nShed,VN,Clothes,\n";
    await steps.publish(scope, list);
    await decide("category:clothes", { sector: sector("14") });
    await apply();
    const found = await lines();
    expect(["Mill", "Office", "Shed"].map((name) => found.get(name)?.isic)).toEqual(["1410", "14", "14"]);
    const noted = async (name: string) => !!(await supplierView(db, scope, found.get(name)!.id)).decided.sector;
    expect([await noted("Shed"), await noted("Mill")]).toEqual([true, false]);
  });

  test("is put into the next list that is uploaded, without being made again", async () => {
    await steps.publish(scope, LEDGER);
    await decide("account:plant", { sector: sector("2822") });
    await apply();
    const next = await steps.preview(scope, LEDGER.replaceAll("Cedar", "Elm"));
    expect(next.summary?.decisions).toHaveLength(1);
    expect((await linesByName(db, scope, next.generation!)).get("Elm Ltd")!.isic).toBe("2822");
    await confirmImport(db, scope, next.id, now());
    expect((await look()).applying).toBeNull();
  });
});

describe("undoing and repeating", () => {
  test("a later decision about the same group stands before the earlier one, which is in force again when it is undone", async () => {
    await steps.publish(scope, LEDGER);
    await decide("account:plant", { sector: sector("2822") });
    const later = await decide("account:plant", { sector: sector("2710") });
    await apply();
    expect((await lines()).get("Cedar Ltd")!.isic).toBe("2710");
    await undoDecision(db, scope, later, now());
    await apply();
    expect((await lines()).get("Cedar Ltd")!.isic).toBe("2822");
    await expect(undoDecision(db, scope, later, now())).rejects.toMatchObject({ code: "understanding.undone" });
  });

  test("decisions in a row wait as one job, and each is an event that the chain holds", async () => {
    await steps.publish(scope, LEDGER);
    await decide("account:plant", { sector: sector("2822") });
    await decide("account:cleaning", { sector: sector("8121") });
    await undoDecision(db, scope, await decide("account:tax", { notSeller: "taxes" }), now());
    const { jobs } = db.t;
    expect(await db.q.select().from(jobs).where(eq(jobs.kind, "import.reapply"))).toHaveLength(1);
    await apply();
    const names = (await auditTrail(db, scope, { limit: 50 })).map(({ name }) => name).toReversed();
    expect(names.slice(-5)).toEqual([
      "understanding.decided",
      "understanding.decided",
      "understanding.decided",
      "understanding.undone",
      "understanding.applied",
    ]);
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
  });

  test("the generation that a rebuilt list replaces is swept, and undoing the import goes back to the list before it", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: A_DAY });
    onTestFinished(() => void vi.useRealTimers());
    const first = await steps.publish(scope, LEDGER);
    const second = await steps.publish(scope, LEDGER.replaceAll("Cedar", "Elm"));
    await decide("account:plant", { sector: sector("2822") });
    await apply();
    expect(await sweepGenerations(db)).toBe(1);
    expect((await db.q.select().from(db.t.generations)).map(({ no }) => no)).not.toContain(second.generation);
    expect(
      (await db.q.select().from(db.t.generationGroups)).some(({ generation }) => generation === second.generation),
    ).toBe(false);
    await undoImport(db, scope, second.id, now());
    expect(await publishedGeneration(db, scope)).toBe(first.generation);
    await apply();
    expect((await lines()).get("Cedar Ltd")!.isic).toBe("2822");
  });

  test("a list that was taken back while it was being rebuilt stays taken back", async () => {
    const only = await steps.publish(scope, LEDGER);
    await decide("account:plant", { sector: sector("2822") });
    const job = (await openReapply(db, scope))!;
    let undone = false;
    await reapplyImport({
      db,
      config: readConfig({ CANDOUR_DATA: folder.path }),
      job: { id: job.id, workspaceNo: scope.workspaceNo, payload: {} },
      progress: async ({ phase }) => {
        if (phase !== "indexing" || undone) return;
        undone = true;
        await undoImport(db, scope, only.id, now());
      },
      cancelled: async () => false,
    });
    expect(undone).toBe(true);
    expect(await publishedGeneration(db, scope)).toBeNull();
    expect((await findImport(db, scope, only.id)).state).toBe("undone");
  });

  test("a preview that waits can still be confirmed after the list before it was rebuilt", async () => {
    await steps.publish(scope, LEDGER);
    const waiting = await steps.preview(scope, LEDGER.replaceAll("Cedar", "Elm"));
    await decide("account:plant", { sector: sector("2822") });
    await apply();
    await confirmImport(db, scope, waiting.id, now());
    await apply();
    expect((await lines()).get("Elm Ltd")!.isic).toBe("2822");
  });
});

describe("texts that no table knows", () => {
  const ODD = `Supplier name,Country,HS code,Amount,Currency,Product
Alder,Vietnamm,999999,100,Zlotys,
Birch,Vietnamm,,50,EUR,shirts
Cedar,DE,,25,EUR,zzqx widgets
`;

  test("are listed once each with rows and spend, and settled once for all rows", async () => {
    await steps.publish(scope, ODD);
    const { texts } = await look();
    expect(texts.find(({ kind }) => kind === "country")).toMatchObject({ key: "vietnamm", rows: 2, suggestion: "VN" });
    expect(texts.find(({ kind }) => kind === "currency")).toMatchObject({ text: "Zlotys", rows: 1, suggestion: "PLN" });
    expect(texts.filter(({ kind }) => kind === "sector").map(({ key }) => key)).toContain("999999");

    await decide("vietnamm", { country: "VN" }, "text-country");
    await decide("zlotys", { currency: "PLN" }, "text-currency");
    await decide("999999", { sector: sector("6201") }, "text-sector");
    expect((await look()).texts.filter(({ kind }) => kind !== "sector")).toEqual([]);
    await apply();
    const found = await lines();
    expect(found.get("Birch")).toMatchObject({ seat: "VN", seatBasis: 2 });
    expect(found.get("Alder")).toMatchObject({ seat: "VN", isic: "6201", amounts: '{"PLN":["1000000","0"]}' });
    const view = await look();
    expect(view.otherCurrencies).toMatchObject([{ currency: "PLN", total: "1000000" }]);
    // Birch names its product, Alder's code was explained.
    expect(part(view, "known").rows).toBe(2);
  });
});

test("a decision about a wide category is about the rows that do not say themselves what they are", async () => {
  await steps.publish(
    scope,
    "Supplier name,Country,Category,Product\nAlder,VN,Finished goods,shirts\nCedar,VN,Finished goods,zzqx\nDogwood,VN,Finished goods,zzqx\n",
  );
  expect((await lines()).get("Alder")?.isic).toMatch(/^14/);
  expect((await look()).groups.map(({ key, rows }) => [key, rows])).toEqual([["category:finished goods", 2]]);
  await decide("category:finished goods", { sector: sector("2592") });
  await apply();
  const after = await lines();
  expect(after.get("Alder")?.isic).toMatch(/^14/);
  for (const name of ["Cedar", "Dogwood"]) expect(after.get(name)?.isic).toBe("2592");
  expect(part(await look(), "open").rows).toBe(0);
});

describe("what cannot be decided", () => {
  beforeEach(() => steps.publish(scope, LEDGER));

  test("a group the list does not have, and what does not fit the thing", async () => {
    await expect(decide("account:nothing", { notSeller: "taxes" })).rejects.toMatchObject({ status: 404 });
    await expect(decide("account:plant", { country: "DE" })).rejects.toMatchObject({ code: "understanding.unfit" });
    await expect(decide("account:plant", { notSeller: "taxes", role: "maker" })).rejects.toMatchObject({ status: 422 });
    expect(await decisionsInForce(db, scope)).toEqual([]);
  });

  test("a payee whom the check set aside as a natural person is named nowhere", async () => {
    const text = `${LEDGER}Mr John Smith,2026-01-11,5000,Plant,\n`;
    scope = scopeOf(await aWorkspace(db));
    await steps.publish(scope, text);
    expect(JSON.stringify(await look())).not.toContain("Smith");
    expect(part(await look(), "aside").rows).toBe(2);
  });
});
