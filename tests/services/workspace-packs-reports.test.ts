/** Reports in the evidence pack of a workspace: which are in it, with what, and what happens where somebody changed one. */
import { buffer } from "node:stream/consumers";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { ROLES } from "../../db/schema/codes";
import { findReport } from "../../db/queries/reports";
import type { AccessClass } from "../../db/schema/findings";
import { LISTS, MANIFEST, type Manifest } from "../../app/pack/format";
import type { OpenEvent, ReportRow } from "../../app/pack/rows";
import { verifyPack, type PackCheck } from "../../app/pack/verify";
import { can } from "../../app/lib/permissions";
import { count, type Report } from "../../app/reports/model";
import { TEMPLATES } from "../../app/reports/templates";
import { recordFinding, type NewFinding } from "../../app/services/findings/record-finding.server";
import { placeHold } from "../../app/services/findings/hold-supplier.server";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { correctReport } from "../../app/services/reports/correct-report.server";
import { signReport } from "../../app/services/reports/sign-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { mayRead } from "../../app/services/reports/subject.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { anAction } from "../remedy-facts";
import { importSteps, linesByName } from "./import-steps";
import { filesOf, sourceOf } from "./small-pack";
import { publishAsItIs, returnAsItIs } from "./as-it-is";

const LIST = `Supplier name,Country,Category,Invoice amount,Currency
Alder Cleaning Ltd,NO,Cleaning of buildings,1200.50,EUR
Birch Mill Ltd,BD,Clothing,900,EUR
`;
const folder = aFolder();
const open: Database[] = [];
let db: Database;
let owner: Scope;
let officer: Scope;
let auditor: Scope;
let mill: { readonly id: string };
let minutes = 0;
/** Each a minute behind the last, so that no two contents are the same. */
const next = () => new Date(A_DAY.getTime() + (minutes += 1) * 60_000);

beforeEach(async () => {
  db = await aDatabase();
  open.push(db);
  const workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  const as = async (role: "officer" | "auditor") => scopeOf(workspace, role, (await aMember(db, workspace, role)).id);
  [officer, auditor] = [await as("officer"), await as("auditor")];
  const list = await importSteps(db, folder.path, () => A_DAY).publish(owner, LIST);
  mill = (await linesByName(db, owner, list.generation!)).get("Birch Mill Ltd")!;
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  folder.remove();
});

const start = (type: string) =>
  startReport(db, officer, { type, variant: "", subjectId: "", subjectName: "Shirt" }, next());
const submit = (id: string) =>
  submitReport(db, officer, id, { title: "Buyer", note: "Look at it" }, next(), folder.path);
const hashOf = async (id: string) => (await findReport(db, owner, id))!.contentSha256!;
const approve = async (id: string) =>
  approveReport(db, owner, id, { title: "Head", note: "", contentSha256: await hashOf(id), knowsGaps: true }, next());
async function published(type: string): Promise<string> {
  const id = await start(type);
  await submit(id);
  await approve(id);
  await publishAsItIs(db, owner, id, next());
  return id;
}
const say = (id: string, point: string, evidence: string) =>
  statePoint(db, officer, id, { point, text: "We asked.", evidence, replaces: "" }, next());

const aFinding = (more: Partial<NewFinding>): NewFinding => ({
  supplierId: mill.id,
  source: "press",
  saidBy: "A paper",
  foundOn: "2026-02-01",
  site: null,
  product: null,
  indicators: ["ILO-07"],
  severity: "serious",
  summary: "For us alone.",
  accessClass: "internal",
  namesNobody: true,
  ...more,
});

interface Made {
  readonly check: PackCheck;
  readonly reports: ReportRow[];
  /** Shown events about reports: name and id. */
  readonly told: string[];
  readonly people: string[];
  readonly withheld: Manifest["withheld"];
  readonly text: string;
}

async function packOf(upTo: AccessClass): Promise<Made> {
  const packId = await askPack(db, owner, upTo, next());
  await makePack(db, owner, { packId, upTo, userId: owner.userId }, { dataDir: folder.path, keepOriginalsDays: 30 }, next()); // prettier-ignore
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  const bytes = await buffer((await downloadPack(db, owner, packId, folder.path)).stream);
  const files = await filesOf(bytes);
  const textOf = (name: string) => Buffer.from(files.get(name)!).toString("utf8");
  const rows = <Row>(list: string) => textOf(list).split("\n").slice(0, -1).map((line) => JSON.parse(line) as Row); // prettier-ignore
  return {
    check: await verifyPack(sourceOf(bytes), NODE_TOOLS),
    reports: rows<ReportRow>(LISTS.reports),
    told: rows<OpenEvent>(LISTS.events).flatMap(({ name, contents }) =>
      name?.startsWith("report.") ? [`${name} ${String(contents?.["reportId"])}`] : [],
    ),
    people: rows<{ id: string }>(LISTS.people).map(({ id }) => id),
    withheld: (JSON.parse(textOf(MANIFEST)) as Manifest).withheld,
    text: Object.values(LISTS).map(textOf).join("\n"),
  };
}
const change = (
  id: string,
  set: Partial<{ content: unknown; contentSha256: string | null; fileNo: number; state: "draft" }>,
) =>
  db.transact(function* (q) {
    yield q.update(db.t.reports).set(set).where(eq(db.t.reports.id, id));
  });
const faults = ({ check }: Made) => check.faults.map(({ code, file, row }) => `${file} ${row}: ${code}`);

describe("reports in the pack of a workspace", () => {
  test("are those that were sent to review, with contents, number, signatures and the events that tell of them", async () => {
    const register = await published("register");
    const signing = { role: "external-audit", title: "Auditor", contentSha256: await hashOf(register) };
    await signReport(db, auditor, register, signing, next());
    const waiting = await start("statement");
    await submit(waiting);
    const made = await packOf("internal");
    expect(made.check).toMatchObject({ isIntact: true, faults: [], reports: 2 });
    expect(made.reports).toMatchObject([
      {
        id: register,
        state: "published",
        number: 1,
        sha256: await hashOf(register),
        signatures: [
          { role: "author", by: officer.userId, title: "Buyer" },
          { role: "approver", by: owner.userId, title: "Head" },
          { role: "external-audit", by: auditor.userId, title: "Auditor" },
        ],
        content: { type: "register", version: 1, attachments: [{ name: "register.csv", rows: 2 }] },
      },
      { id: waiting, state: "review", number: null, publishedAt: null, signatures: [{ role: "author" }] },
    ]);
    const kept = made.reports[0]!.content.attachments[0]!;
    expect(kept.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(made.told).toEqual([
      ...["submitted", "approved", "published", "signed"].map((word) => `report.${word} ${register}`),
      `report.submitted ${waiting}`,
    ]);
    expect(made.people).toEqual([owner.userId, officer.userId, auditor.userId].sort());
  });

  test("are no drafts: neither one that was never sent nor one that was given back, nor what an earlier version said", async () => {
    const draft = await start("statement");
    await say(draft, "about", "Company register of hats, 2 March 2026");
    const back = await start("statement");
    await submit(back);
    await returnAsItIs(db, owner, back, "Not shirts.", next());
    const before = await packOf("confidential");
    expect(before.check).toMatchObject({ isIntact: true, reports: 0 });
    expect(before.told).toEqual([]);
    expect(before.text).not.toMatch(/hats|Not shirts/u);
    await submit(back);
    const after = await packOf("confidential");
    expect(after.check).toMatchObject({ isIntact: true, reports: 1 });
    expect(after.told).toEqual([`report.submitted ${back}`]);
    expect(after.text).not.toContain("Not shirts.");
  });

  test("stand with what they correct, the number kept", async () => {
    const first = await published("statement");
    const second = await correctReport(db, officer, first, "A name was wrong.", next());
    expect((await packOf("public")).reports.map(({ id }) => id)).toEqual([first]);
    await submit(second);
    await approve(second);
    await publishAsItIs(db, owner, second, next());
    const made = await packOf("public");
    expect(made.check).toMatchObject({ isIntact: true, reports: 2 });
    expect(made.reports.map(({ number, content }) => [number, content.version, content.corrects])).toEqual([
      [1, 1, null],
      [1, 2, { id: first, number: 1, reason: "A name was wrong." }],
    ]);
  });

  test("are left out above the pack's class with every event about them, and counted", async () => {
    const [statement, register, response] = [await published("statement"), await published("register"), await published("response")]; // prettier-ignore
    for (const [upTo, held] of [
      ["public", [statement]],
      ["internal", [statement, register]],
      ["confidential", [statement, register, response]],
    ] as const) {
      const made = await packOf(upTo);
      expect(made.check).toMatchObject({ isIntact: true, faults: [] });
      expect(made.reports.map(({ id }) => id)).toEqual(held);
      expect(made.withheld.reports).toBe(3 - held.length);
      for (const id of [statement, register, response])
        expect([id, made.text.includes(id)]).toEqual([id, held.some((one) => one === id)]);
    }
  });

  test("are left out where they tell of a record that is, and stay where they name its id alone", async () => {
    const findingId = await recordFinding(db, officer, aFinding({ accessClass: "confidential" }), next());
    const facts = anAction(owner.userId, { title: "Ask about papers." });
    const actionId = await recordAction(db, owner, { supplierId: mill.id, findingId, facts }, next());
    const [byId, byTitle] = [await start("demand"), await start("register")];
    await say(byId, "movedSpend", `/w/x/findings/${findingId}`);
    await say(byTitle, "registerPlan", `/w/x/actions/${actionId}`);
    await submit(byId);
    await submit(byTitle);
    const made = await packOf("internal");
    expect(made.check).toMatchObject({ isIntact: true, faults: [] });
    expect(made.withheld).toMatchObject({ findings: 1, actions: 1, reports: 1 });
    expect(made.reports.map(({ id }) => id)).toEqual([byId]);
    expect(made.text).not.toMatch(/For us alone|Ask about papers/u);
    expect(made.text).not.toContain(actionId);
    expect(made.text).toContain(findingId);
    expect((await packOf("confidential")).reports.map(({ id }) => id)).toEqual([byId, byTitle]);
  });

  test("stay where a record that is left out bears an ordinary word of theirs, or the title of another, and are left out with its sentence", async () => {
    for (const summary of ["register", "EUR", "count", "2026.1", "Wages were kept back for a year."])
      await recordFinding(db, officer, aFinding({ accessClass: "confidential", summary }), next());
    const findingId = await recordFinding(db, officer, aFinding({ accessClass: "confidential" }), next());
    const facts = anAction(owner.userId, { title: "Pay back the fees." });
    await recordAction(db, owner, { supplierId: mill.id, findingId, facts }, next());
    const own = await recordAction(db, owner, { supplierId: mill.id, findingId: null, facts }, next());
    const [cites, copies] = [await start("register"), await start("register")];
    await say(cites, "registerPlan", `/w/x/actions/${own}`);
    const copied = { point: "registerPlan", text: "Wages were kept back for a year.", evidence: "", replaces: "" };
    await statePoint(db, officer, copies, copied, next());
    await submit(cites);
    await submit(copies);
    const made = await packOf("internal");
    expect(made.check).toMatchObject({ isIntact: true, faults: [] });
    expect(made.reports.map(({ id }) => id)).toEqual([cites]);
    expect(JSON.stringify(made.reports)).toMatch(/"text":"EUR".*Pay back the fees\./su);
    expect(made.withheld.reports).toBe(1);
    expect(made.text).not.toContain("kept back for a year");
  });

  test("tell in their rows of no finding above their own class, and count it", async () => {
    const [open, closed] = [
      await recordFinding(db, officer, aFinding({ foundOn: "2026-01-11" }), next()),
      await recordFinding(db, officer, aFinding({ accessClass: "confidential", foundOn: "2026-01-12" }), next()),
    ];
    for (const type of ["register", "demand", "statement"]) await published(type);
    const made = await packOf("internal");
    expect(made.check).toMatchObject({ isIntact: true, faults: [], reports: 3 });
    const told = (type: string) => JSON.stringify(made.reports.find(({ content }) => content.type === type));
    for (const type of ["register", "demand"]) {
      expect([type, told(type).includes("2026-01-11"), told(type).includes("2026-01-12")]).toEqual([type, true, false]);
      expect([type, told(type).includes(open), told(type).includes(closed)]).toEqual([type, true, false]);
    }
    expect(told("statement")).not.toMatch(new RegExp(`${open}|${closed}|2026-01-1[12]`, "u"));
    expect(made.text).not.toContain(closed);
  });

  test("hold nothing of what was told in confidence", async () => {
    const answer = { what: "feesPaidByWorkers", value: "yes", proof: "interviews", validFrom: "2026-02-03", money: null } as const; // prettier-ignore
    const told = { supplierId: mill.id, answers: [answer], source: "Night shift, by telephone", protectedSource: "union" } as const; // prettier-ignore
    await recordReadings(db, owner, told, next());
    await recordFinding(db, owner, aFinding({ source: "workers", summary: "Secret of the night shift." }), next());
    await placeHold(db, owner, mill.id, next());
    for (const type of ["register", "statement", "remediation", "response", "demand"]) await published(type);
    const made = await packOf("confidential");
    expect(made.check).toMatchObject({ isIntact: true, reports: 5 });
    expect(made.text).not.toMatch(/night shift|"union"|2026-02-03/iu);
    expect(made.reports.map(({ content }) => JSON.stringify(content)).join()).not.toContain("For us alone");
    // The sign is asked of everybody, and nobody has said anything of it that all may know.
    const signs = made.reports
      .flatMap(({ content }) => (content as Report).sections.flatMap(({ points }) => points))
      .flatMap(({ tables }) => tables.flatMap(({ id, rows }) => (id === "signCounts" ? rows : [])));
    const fees = signs.filter(([sign]) => sign?.is === "code" && sign.code === "feesPaidByWorkers");
    expect(fees.map(([, ...counts]) => counts)).toEqual([[count(0), count(0), count(2)]]);
  });

  test("show what was changed outside the program, and which", async () => {
    await published("register");
    const id = await published("statement");
    const row = (await findReport(db, owner, id))!;
    const content = { ...(row.content as object), keepYears: 99 };
    await change(id, { content });
    expect(faults(await packOf("internal"))).toEqual([`${LISTS.reports} 2: report.hash`]);
    await change(id, { content: row.content, fileNo: 4 });
    expect(faults(await packOf("internal"))).toEqual([`${LISTS.reports} 2: report.differs`]);
    await change(id, { fileNo: 1, contentSha256: "0".repeat(64) });
    const other = faults(await packOf("internal"));
    const otherHash = ["hash", "differs"].map((fault) => `${LISTS.reports} 2: report.${fault}`);
    expect(new Set(other)).toEqual(new Set(otherHash));
    // Contents that name no class any more are taken for confidential ones.
    await change(id, { contentSha256: row.contentSha256!, content: { said: "anything" } });
    expect((await packOf("internal")).withheld.reports).toBe(1);
  });

  test("show one that was sent to review or approved and was taken away, and miss none that was given back", async () => {
    const [waiting, approved, back, confidential] = [await start("statement"), await start("demand"), await start("register"), await start("response")]; // prettier-ignore
    for (const id of [waiting, approved, back, confidential]) await submit(id);
    await approve(approved);
    await returnAsItIs(db, owner, back, "Not shirts.", next());
    expect((await packOf("internal")).check).toMatchObject({ isIntact: true, reports: 2, faults: [] });
    await change(waiting, { state: "draft", content: null, contentSha256: null });
    await db.transact(function* (q) {
      yield q.delete(db.t.reports).where(inArray(db.t.reports.id, [approved, confidential]));
    });
    const gone = expect.stringMatching(new RegExp(`^${LISTS.events} \\d+: report.gone$`, "u")) as string;
    const internal = await packOf("internal");
    expect(faults(internal)).toEqual([gone, gone, gone]);
    // Of one above the class of the pack nothing is told, whether it is there or not.
    expect(internal.text).not.toContain(confidential);
    expect(faults(await packOf("confidential"))).toEqual([gone, gone, gone, gone]);
    expect(internal.text).not.toContain(back);
    // Where nobody can tell any more what was given back, nothing is missed.
    const [told] = await db.q.select().from(db.t.auditEvents).where(eq(db.t.auditEvents.name, "report.returned"));
    await db.transact(function* (q) {
      yield q.delete(db.t.auditContents).where(and(eq(db.t.auditContents.workspaceNo, owner.workspaceNo), eq(db.t.auditContents.seq, told!.seq))); // prettier-ignore
    });
    expect(faults(await packOf("internal"))).toEqual([]);
  });

  test("show one that was published and is not there any more, and one that was changed after some other event was erased", async () => {
    await recordFinding(db, officer, aFinding({}), next());
    const [gone, changed] = [await published("statement"), await published("demand")];
    await change(gone, { state: "draft", content: null, contentSha256: null });
    const all = faults(await packOf("internal"));
    const isGone = expect.stringMatching(new RegExp(`^${LISTS.events} \\d+: report.gone$`, "u")) as string;
    expect(all).toEqual([isGone, isGone, isGone]);
    const [told] = await db.q.select().from(db.t.auditEvents).where(eq(db.t.auditEvents.name, "finding.recorded"));
    await db.transact(function* (q) {
      yield q.delete(db.t.auditContents).where(and(eq(db.t.auditContents.workspaceNo, owner.workspaceNo), eq(db.t.auditContents.seq, told!.seq))); // prettier-ignore
    });
    await change(changed, { contentSha256: "0".repeat(64) });
    expect(faults(await packOf("internal"))).toContain(`${LISTS.reports} 1: report.differs`);
  });
});

test("whoever may take a pack may read every report in it, in every variant", () => {
  const takers = ROLES.filter((role) => can(role, "disclosure:export"));
  expect(takers).toContain("auditor");
  for (const role of takers)
    for (const template of TEMPLATES)
      for (const { id } of template.variants)
        expect([role, template.type, id, can(role, "report:read") && mayRead(role, template, id)]).toEqual([role, template.type, id, true]); // prettier-ignore
});
