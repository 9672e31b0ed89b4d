/** What findings told in confidence do in the internal assessment: for the named roles, computed when they look. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { findingPage } from "../../app/lib/finding-page.server";
import { internalPage } from "../../app/lib/internal-page.server";
import { tryForm } from "../../app/lib/recruitment-page.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import {
  confirmSettlement,
  proposeSettlement,
  type ProposedSettlement,
} from "../../app/services/findings/settle-finding.server";
import { takeBackFinding } from "../../app/services/findings/step-finding.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { recruitmentView } from "../../app/services/readings/recruitment-view.server";
import type { Database, Scope } from "../../db/database";
import { buildPages } from "../../db/pages";
import { A_DAY, aDatabase, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { everythingOf } from "./everything-of";
import { importSteps, linesByName } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let owner: Scope;
let reviewer: Scope;
let officer: Scope;
let supplierId: string;

beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  reviewer = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  const list = "Supplier name,Country,Category\nBirch Mill Ltd,BD,Clothing\n";
  const { generation } = await importSteps(db, folder.path, () => A_DAY).publish(owner, list);
  await buildPages(db, generation!);
  supplierId = (await linesByName(db, owner, generation!)).get("Birch Mill Ltd")!.id;
  await recordReadings(
    db,
    officer,
    {
      supplierId,
      answers: [{ what: "papersHeldBy", value: "worker", proof: "policy", validFrom: "2026-02-20", money: null }],
      source: "The mill's manager",
      protectedSource: null,
    },
    A_DAY,
  );
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const told = (indicators: readonly string[]) =>
  recordFinding(
    db,
    reviewer,
    {
      supplierId,
      source: "union",
      saidBy: "Whoever told",
      foundOn: "2026-02-01",
      site: null,
      product: null,
      indicators,
      severity: "severe",
      summary: "Told by the union.",
      accessClass: "public",
      namesNobody: true,
    },
    A_DAY,
  );
let minutes = 0;
/** Each settlement comes a minute after the last. */
const next = () => new Date(A_DAY.getTime() + 60_000 * ++minutes);
const seen = async (id: string) => ({ findingId: id, version: (await findingFor(db, owner, id)).finding.version });
async function settle(id: string, to: ProposedSettlement["to"], signs: readonly string[] = []): Promise<void> {
  const made = { ...(await seen(id)), to, reason: "As agreed.", on: "2026-03-01", signs };
  await proposeSettlement(db, reviewer, made, next());
  await confirmSettlement(db, owner, await seen(id), next());
}
const inside = async (scope = owner) => internalPage(await recruitmentView(db, scope, supplierId));
const outside = async (scope = owner) => (await recruitmentView(db, scope, supplierId)).standing;

test("an allegation is named beside the internal number and moves nothing", async () => {
  const id = await told(["ILO-07"]);
  const page = (await inside())!;
  expect(page.findings).toMatchObject([
    { id, status: "alleged", effect: { moves: [], still: "not-settled", would: ["papers", "floor"] } },
  ]);
  expect(page.without).toBeNull();
  expect(page.standing).toEqual(await outside());
});

test("papers found to be kept take away what the supplier's word took off, until two people say the remedy was verified", async () => {
  const id = await told(["ILO-07"]);
  const everyone = await outside(officer);
  await settle(id, "substantiated");
  const page = (await inside())!;
  expect(page.without).toEqual(everyone);
  expect(page.standing.score!).toBeGreaterThan(everyone.score!);
  expect(page.standing.severity).toBe("severe");
  expect(await outside(officer)).toEqual(everyone);
  await settle(id, "closed");
  expect((await inside())!.findings[0]!.effect.still).toBe("remedied");
  expect((await inside())!.standing).toEqual(everyone);
  const { may } = await findingPage(db, owner, id, A_DAY);
  expect(may.settle).toEqual(["under-review"]);
});

test("signs of both sides, agreed by a second member, hold the model's floor; while they wait they hold nothing", async () => {
  const id = await told([]);
  const proposed = { to: "substantiated", reason: "As agreed.", on: "2026-03-01" } as const;
  const signs = ["ICLS-I9", "ICLS-C1", "ICLS-C9", "made up"];
  await proposeSettlement(db, reviewer, { ...(await seen(id)), ...proposed, signs }, A_DAY);
  expect((await inside())!.standing).toEqual(await outside());
  expect((await findingPage(db, owner, id, A_DAY)).steps[0]!.signs).toEqual(["ICLS-I9", "ICLS-C1"]);
  await confirmSettlement(db, owner, await seen(id), A_DAY);
  const { standing, findings, signs: read, floor } = (await inside())!;
  expect(findings[0]!.effect.moves).toEqual(["floor"]);
  expect([standing.score, floor]).toEqual([85, 85]);
  expect(standing.severity).toBe("critical");
  expect(read.pair.state).toBe("evidence");
  expect(read.settled).toEqual(["ICLS-I9", "ICLS-C1"]);
});

test("kept papers stand as a sign of threat beside what the supplier itself said of leaving", async () => {
  const answers = [
    { what: "freedomToLeave", value: "no", proof: "statement", validFrom: "2026-02-25", money: null },
  ] as const;
  await recordReadings(db, officer, { supplierId, answers, source: "The mill", protectedSource: null }, next());
  const id = await told(["ILO-07"]);
  expect((await inside())!.signs.pair.state).toBe("none");
  await settle(id, "substantiated");
  const { signs } = (await inside())!;
  expect(signs.settled).toEqual(["ICLS-C5"]);
  expect(signs.pair).toMatchObject({ state: "evidence", involuntariness: [{ id: "ICLS-I9" }], threat: [] });
  const papers = signs.indicators.find((one) => one.id === "ILO-07");
  expect(papers).toMatchObject({ state: "present", inConfidence: true });
});

test("what the model asks nothing about is named, and opening it again or taking it back leaves no trace in the number", async () => {
  const id = await told(["ILO-03"]);
  await settle(id, "substantiated", ["ICLS-C2"]);
  expect((await inside())!.findings[0]!.effect).toMatchObject({ moves: [], still: "no-input" });
  await settle(id, "under-review");
  await takeBackFinding(db, owner, { ...(await seen(id)), reason: "Of another mill." }, A_DAY);
  expect(await inside()).toBeNull();
});

test("nobody else has an internal assessment, and none is stored", async () => {
  const id = await told(["ILO-07"]);
  await settle(id, "substantiated", ["ICLS-I9", "ICLS-C5"]);
  expect(await inside(officer)).toBeNull();
  const before = await everythingOf(db, owner.workspaceNo);
  const shown = await inside(reviewer);
  expect(await everythingOf(db, owner.workspaceNo)).toBe(before);
  expect(shown?.standing.score).toBe(85);
});

test("protected answers are tried on the number they will be part of", async () => {
  const id = await told(["ILO-07"]);
  await settle(id, "substantiated");
  const view = await recruitmentView(db, owner, supplierId);
  const answer = {
    what: "grievanceMechanism",
    value: "no",
    proof: "statement",
    validFrom: "2026-03-01",
    money: null,
  } as const;
  expect(tryForm(view, [answer], true, A_DAY).before).toEqual(view.internal!.standing);
  expect(tryForm(view, [answer], false, A_DAY).before).toEqual(view.standing);
});
