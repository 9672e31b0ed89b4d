/** Findings: who may record and settle them, the supplier's right to reply, the second person, and what reaches a score. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { stepsFor } from "../../app/services/findings/finding-page.server";
import { findingFor, findingsFor } from "../../app/services/findings/findings-view.server";
import { askToLift, agreeToLift, placeHold } from "../../app/services/findings/hold-supplier.server";
import { recordFinding, type NewFinding } from "../../app/services/findings/record-finding.server";
import { releaseFinding } from "../../app/services/findings/release-finding.server";
import {
  confirmSettlement,
  proposeSettlement,
  refuseSettlement,
} from "../../app/services/findings/settle-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { findingsInForceOf } from "../../db/queries/floor-findings";
import { findSupplier } from "../../db/queries/register";
import {
  A_DAY,
  aDatabase,
  aMember,
  aSupplier,
  aWorkspace,
  scopeOf,
  type ASupplier,
  type AWorkspace,
} from "../builders";

let db: Database;
let workspace: AWorkspace;
let owner: Scope;
let officer: Scope;
let auditor: Scope;
let reviewer: Scope;
let mill: ASupplier;

beforeAll(async () => {
  db = await aDatabase();
});

/** A workspace with one member of each role, and a scored supplier. */
async function place(): Promise<void> {
  workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  auditor = scopeOf(workspace, "auditor", (await aMember(db, workspace, "auditor")).id);
  reviewer = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
  mill = await aSupplier(db, workspace, { name: "Mill", seat: "DE", isic: "1410", score: 30, band: "low" });
}
beforeAll(place);

const aFinding = (more: Partial<NewFinding> = {}): NewFinding => ({
  supplierId: mill.id,
  source: "authority",
  saidBy: "Labour inspectorate, case 7/2026",
  foundOn: "2026-02-01",
  site: "Mill 2",
  product: null,
  indicators: ["ILO-07", "ILO-09", "no indicator"],
  severity: "severe",
  summary: "Papers of 40 workers lie in the office safe.",
  accessClass: "internal",
  namesNobody: true,
  ...more,
});
const seen = async (id: string, scope = owner) => ({
  findingId: id,
  version: (await findingFor(db, scope, id)).finding.version,
});
const settle = async (scope: Scope, id: string, to: "substantiated" | "rejected" | "under-review" | "closed") =>
  proposeSettlement(db, scope, { ...(await seen(id)), to, reason: "As the decision says.", on: "2026-03-01" }, A_DAY);
const replied = async (id: string) =>
  changeFinding(db, officer, await seen(id), { kind: "reply", text: "It is so.", on: "2026-03-01" }, A_DAY);
const scoreOf = async () => (await findSupplier(db, owner, mill.id, mill.generation))!.score;

describe("recording", () => {
  test("keeps the words, the known indicators and the day, as alleged; the chain holds the finding", async () => {
    const id = await recordFinding(db, officer, aFinding(), A_DAY);
    const { finding, isProtected } = await findingFor(db, auditor, id);
    expect(isProtected).toBe(false);
    expect(finding).toMatchObject({ status: "alleged", indicators: ["ILO-07", "ILO-09"], foundOn: "2026-02-01" });
    const [last] = await auditTrail(db, owner, { limit: 1 });
    expect(last).toMatchObject({ name: "finding.recorded" });
  });

  test.each<[string, Partial<NewFinding>]>([
    ["finding.person", { summary: "Call +47 912 34 567, he knows." }],
    ["finding.person", { saidBy: "Mr. Rahman of the inspectorate" }],
    ["finding.text", { summary: "  " }],
    ["finding.day", { foundOn: "2026-03-03" }],
    ["finding.day", { foundOn: "2026-02-30" }],
    ["finding.names", { namesNobody: false }],
    ["finding.supplier", { supplierId: "000000000000" }],
  ])("is refused with %s for %o", async (code, more) => {
    await expect(recordFinding(db, officer, aFinding(more), A_DAY)).rejects.toMatchObject({ code });
  });

  test("by an auditor is refused, and so is what was told in confidence by an officer", async () => {
    await expect(recordFinding(db, auditor, aFinding(), A_DAY)).rejects.toMatchObject({ code: "finding.role" });
    await expect(recordFinding(db, officer, aFinding({ source: "union" }), A_DAY)).rejects.toMatchObject({
      code: "finding.protected",
    });
  });
});

describe("the supplier's reply", () => {
  test("comes before a finding is substantiated; silence after its day is enough", async () => {
    const id = await recordFinding(db, officer, aFinding(), A_DAY);
    await expect(settle(officer, id, "substantiated")).rejects.toMatchObject({ code: "finding.unheard" });
    await changeFinding(
      db,
      officer,
      await seen(id),
      { kind: "ask", text: "A letter.", on: "2026-02-10", answerBy: "2026-03-10" },
      A_DAY,
    );
    await expect(settle(officer, id, "substantiated")).rejects.toMatchObject({ code: "finding.unheard" });
    const other = await recordFinding(db, officer, aFinding(), A_DAY);
    await changeFinding(
      db,
      officer,
      await seen(other),
      { kind: "ask", text: "A letter.", on: "2026-02-10", answerBy: "2026-02-24" },
      A_DAY,
    );
    await settle(officer, other, "substantiated");
    expect((await findingFor(db, owner, other)).finding.waitingStepId).not.toBeNull();
  });

  test("is asked for unless somebody may be in danger; then nobody may ask, and why is kept", async () => {
    const id = await recordFinding(db, officer, aFinding(), A_DAY);
    const ask = { kind: "ask", text: "A letter.", on: "2026-03-01", answerBy: "2026-03-20" } as const;
    const not = { kind: "do-not-ask", reason: "The site would know who spoke.", on: "2026-03-01" } as const;
    await expect(changeFinding(db, officer, await seen(id), not, A_DAY)).rejects.toMatchObject({
      code: "finding.may-be-asked",
    });
    await placeHold(db, officer, mill.id, A_DAY);
    await expect(changeFinding(db, officer, await seen(id), ask, A_DAY)).rejects.toMatchObject({ code: "hold.stands" });
    await changeFinding(db, officer, await seen(id), not, A_DAY);
    await settle(officer, id, "substantiated");
    await askToLift(db, officer, mill.id, "Everybody is safe, says the union.", A_DAY);
    await expect(agreeToLift(db, officer, mill.id, A_DAY)).rejects.toMatchObject({ code: "hold.same-person" });
    await agreeToLift(db, owner, mill.id, A_DAY);
    await expect(agreeToLift(db, owner, mill.id, A_DAY)).rejects.toMatchObject({ code: "hold.none" });
  });
});

describe("settling", () => {
  beforeAll(place);

  test("asks a second person; only then an authority's finding holds the floor of the score", async () => {
    const before = await scoreOf();
    const id = await recordFinding(db, officer, aFinding(), A_DAY);
    await changeFinding(
      db,
      officer,
      await seen(id),
      { kind: "review", to: "under-review", reason: "Asked for the file.", on: "2026-03-01" },
      A_DAY,
    );
    await replied(id);
    await settle(officer, id, "substantiated");
    expect(await scoreOf()).toBe(before);
    await expect(confirmSettlement(db, officer, await seen(id), A_DAY)).rejects.toMatchObject({
      code: "finding.same-person",
    });
    await confirmSettlement(db, reviewer, await seen(id), A_DAY);
    expect((await findingFor(db, owner, id)).finding).toMatchObject({ status: "substantiated", waitingStepId: null });
    expect(await findingsInForceOf(db, owner, mill.no)).toMatchObject([{ ground: "authority-finding", year: 2026 }]);
    expect(await scoreOf()).toBe(90);
    await settle(owner, id, "closed");
    expect(await scoreOf()).toBe(90);
    await confirmSettlement(db, officer, await seen(id), A_DAY);
    expect(await findingsInForceOf(db, owner, mill.no)).toEqual([]);
    expect(await scoreOf()).not.toBe(90);
    expect((await findingFor(db, owner, id)).finding.status).toBe("substantiated");
  });

  test("what is refused changes nothing, and stays in the history with its reason", async () => {
    const id = await recordFinding(db, officer, aFinding({ source: "press" }), A_DAY);
    await replied(id);
    await settle(officer, id, "rejected");
    await expect(settle(owner, id, "rejected")).rejects.toMatchObject({ code: "finding.waits" });
    await refuseSettlement(db, owner, { ...(await seen(id)), reason: "The paper stands by it." }, A_DAY);
    const held = await findingFor(db, owner, id);
    expect(held.finding.status).toBe("alleged");
    const steps = await stepsFor(db, owner, held);
    expect(steps.find(({ kind }) => kind === "status")).toMatchObject({
      status: "rejected",
      undoneReason: "The paper stands by it.",
      undoneBy: owner.userId,
    });
  });

  test.each(["audit", "visit", "press", "supplier"] as const)("what %s says never reaches a score", async (source) => {
    const before = await scoreOf();
    const id = await recordFinding(db, officer, aFinding({ source }), A_DAY);
    await replied(id);
    await settle(officer, id, "substantiated");
    await confirmSettlement(db, owner, await seen(id), A_DAY);
    expect(await scoreOf()).toBe(before);
    expect(await findingsInForceOf(db, owner, mill.no)).toEqual([]);
  });

  test("on what somebody else changed meanwhile is refused", async () => {
    const id = await recordFinding(db, officer, aFinding(), A_DAY);
    const old = await seen(id);
    await replied(id);
    await expect(
      proposeSettlement(db, owner, { ...old, to: "rejected", reason: "No.", on: "2026-03-01" }, A_DAY),
    ).rejects.toMatchObject({ code: "finding.changed" });
  });

  test("a mistaken record is taken back with its reason and never deleted; a settled one is opened first", async () => {
    const id = await recordFinding(db, officer, aFinding(), A_DAY);
    await replied(id);
    await settle(officer, id, "substantiated");
    await confirmSettlement(db, owner, await seen(id), A_DAY);
    const mistake = async () => takeBackFinding(db, officer, { ...(await seen(id)), reason: "Another mill." }, A_DAY);
    await expect(mistake()).rejects.toMatchObject({ code: "finding.settled" });
    await settle(officer, id, "under-review");
    await confirmSettlement(db, owner, await seen(id), A_DAY);
    expect(await findingsInForceOf(db, owner, mill.no)).toEqual([]);
    await mistake();
    expect((await findingFor(db, owner, id)).finding).toMatchObject({ undoneReason: "Another mill." });
    await expect(replied(id)).rejects.toMatchObject({ code: "finding.taken-back" });
  });

  test("in a workspace of one it counts at once and is kept as confirmed by the same person", async () => {
    const alone = await aWorkspace(db);
    const self = scopeOf(alone);
    const works = await aSupplier(db, alone, { name: "Works", seat: "DE", isic: "1410", score: 20, band: "low" });
    const id = await recordFinding(db, self, aFinding({ supplierId: works.id, source: "supplier" }), A_DAY);
    const { finding } = await findingFor(db, self, id);
    await proposeSettlement(
      db,
      self,
      { findingId: id, version: finding.version, to: "substantiated", reason: "It says so.", on: "2026-03-01" },
      A_DAY,
    );
    const held = await findingFor(db, self, id);
    expect(held.finding.status).toBe("substantiated");
    expect((await stepsFor(db, self, held))[0]).toMatchObject({ confirmedBy: self.userId, recordedBy: self.userId });
  });
});

describe("what was told in confidence", () => {
  beforeAll(place);

  test("is found by owner and legal reviewer, and does not exist for anyone else", async () => {
    const id = await recordFinding(db, reviewer, aFinding({ source: "workers" }), A_DAY);
    expect((await findingFor(db, owner, id)).isProtected).toBe(true);
    for (const scope of [officer, auditor])
      await expect(findingFor(db, scope, id)).rejects.toMatchObject({ status: 404 });
    expect(await findingsFor(db, officer, mill.no)).toEqual([]);
    const held = await seen(id);
    await expect(
      changeFinding(db, owner, held, { kind: "ask", text: "x", on: "2026-03-01", answerBy: "2026-03-20" }, A_DAY),
    ).rejects.toMatchObject({ code: "finding.cannot-be-asked" });
    const before = await scoreOf();
    await settle(reviewer, id, "substantiated");
    await confirmSettlement(db, owner, await seen(id), A_DAY);
    expect(await scoreOf()).toBe(before);
    expect(await findingsInForceOf(db, owner, mill.no)).toEqual([]);
    const trail = JSON.stringify(await auditTrail(db, owner, { limit: 100 }));
    expect(trail).toContain("protected-finding.recorded");
    for (const word of [id, mill.id, "Papers of 40", "workers", "substantiated"]) expect(trail).not.toContain(word);
  });

  test("is released at group level after an assessment, without who told it; the release is once", async () => {
    const id = await recordFinding(db, owner, aFinding({ source: "hotline", saidBy: "The line of the north" }), A_DAY);
    const risk = {
      groupSize: 40,
      assessedBy: "An advisor",
      assessedOn: "2026-03-01",
      assessment: "All workers of the site say it, and nobody can be told apart by it.",
    };
    const release = async (more = {}) =>
      releaseFinding(
        db,
        owner,
        { ...(await seen(id)), summary: "Papers are kept at the site." },
        { ...risk, ...more },
        A_DAY,
      );
    await expect(release({ groupSize: 4 })).rejects.toMatchObject({ code: "release.group" });
    await expect(release({ assessment: "Fine." })).rejects.toMatchObject({ code: "release.assessment" });
    const open = await release();
    const { finding } = await findingFor(db, officer, open);
    expect(finding).toMatchObject({ source: "told-in-confidence", saidBy: "", status: "alleged" });
    expect(JSON.stringify(finding)).not.toContain("north");
    await expect(release()).rejects.toMatchObject({ code: "release.done" });
  });
});

test("the chain holds every change", async () => {
  const { workspaces } = db.t;
  const [found] = await db.q.select().from(workspaces).where(eq(workspaces.no, workspace.no));
  expect(found).toBeDefined();
  expect(await verifyChain(db, workspace.no)).toMatchObject({ valid: true });
});
