/** Reports of a past day say what their pages showed at the end of that day, and what cannot be told exactly is left out and said. */
import { text } from "node:stream/consumers";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { auditTrail } from "../../db/queries/audit";
import type { Role } from "../../db/schema/codes";
import { reportPast, reportsPast } from "../../app/lib/report-past.server";
import { FiledReport } from "../../app/reports/model";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { correctReport } from "../../app/services/reports/correct-report.server";
import { exportReport } from "../../app/services/reports/export-report.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportThen } from "../../app/services/reports/report-then.server";
import { MOST_LISTED, reportList, reportView } from "../../app/services/reports/report-view.server";
import { countReports, reportsThen } from "../../app/services/reports/reports-then.server";
import { signReport } from "../../app/services/reports/sign-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { aMember, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";
import { erase, story } from "./day-story";
import { aPast, dayText, now, onDay, type Past } from "./past-steps";
import { publishAsItIs, returnAsItIs } from "./as-it-is";

let past: Past;
let db: Database;
let owner: Scope;
let officer: Scope;
let auditor: Scope;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope: owner } = past);
  [officer, auditor] = [await as("officer"), await as("auditor")];
});
afterEach(() => past.end());

async function as(role: Role): Promise<Scope> {
  const { workspaceNo: no, workspaceId: id, workspaceSlug: slug, userId } = owner;
  const workspace = { no, id, slug, userId };
  return scopeOf(workspace, role, (await aMember(db, workspace, role)).id);
}

const STATEMENT = { type: "statement", variant: "uk", subjectId: "", subjectName: "" };
const start = () => startReport(db, officer, STATEMENT, now());
const submit = (id: string) => submitReport(db, officer, id, { title: "Buyer", note: "Look at it" }, now());
const view = (id: string) => reportView(db, owner, id, now());

/** Writes of a point, over what stands there. */
async function say(id: string, point: string, words: string): Promise<void> {
  const replaces = (await view(id)).written.get(point)?.id ?? "";
  await statePoint(
    db,
    officer,
    id,
    { point, text: words, evidence: "Company register, 3 March 2026", replaces },
    now(),
  );
}

async function approve(id: string): Promise<void> {
  const contentSha256 = (await view(id)).filed.sha256!;
  await approveReport(db, owner, id, { title: "Owner", note: "", contentSha256, knowsGaps: true }, now());
}

/** Changes a draft's variant and class. */
async function change(id: string, variant: string, given: "public" | "internal" | "confidential"): Promise<void> {
  const { seen, settings } = await view(id);
  const { from, to } = settings;
  const about = { variant, from, to, organisation: "Alder GmbH", identifier: "DE 1", country: "DE", class: given };
  await changeReportSettings(db, officer, id, { ...about, seen });
}

/** What of a report's page is kept by day: of a draft what people wrote and chose. */
const kept = async (id: string) => {
  const { filed, isIntact, steps, correction, settings } = await view(id);
  const { report } = filed;
  const points = report.sections.flatMap((section) => section.points);
  const said = points.flatMap((point) => (point.statement ? [[point.id, point.statement] as const] : []));
  const is =
    filed.state === "draft"
      ? { said: Object.fromEntries(said), settings, variant: report.variant }
      : { filed, isIntact };
  return { id, steps, correction, ...is };
};

/** The same, as the page of a past day has it. */
async function keptThen(id: string, day: string) {
  const then = await reportThen(db, owner, id, day);
  if (typeof then === "string") return then;
  const { steps, correction } = then;
  const is =
    then.is === "draft"
      ? { said: Object.fromEntries(then.said), settings: then.settings, variant: then.variant }
      : { filed: then.filed, isIntact: then.isIntact };
  return { id, steps, correction, ...is };
}

const shown = async () => {
  const { lines } = await reportList(db, owner);
  return { lines, records: await Promise.all(lines.map(({ id }) => kept(id))) };
};

/** A statement from its draft, given back once, to its publication, an auditor's signature and a correction. */
async function told(): Promise<{ readonly id: string; readonly noted: Awaited<ReturnType<typeof shown>>[] }> {
  let [id, correction] = ["", ""];
  const noted = await story(
    [
      async () => (id = await start()),
      async () => say(id, "about", "We sew shirts."),
      async () => change(id, "common", "internal"),
      async () => say(id, "about", "We sew trousers."),
      async () => submit(id),
      async () => returnAsItIs(db, owner, id, "Say how many you are.", now()),
      async () => {
        await say(id, "about", "We sew trousers, with 120 people.");
        await submit(id);
      },
      async () => approve(id),
      async () => publishAsItIs(db, owner, id, now()),
      async () => {
        const contentSha256 = (await view(id)).filed.sha256!;
        await signReport(db, auditor, id, { role: "external-audit", title: "Audit Ltd", contentSha256 }, now());
      },
      async () => (correction = await correctReport(db, officer, id, "A sum was wrong.", now())),
      async () => say(correction, "about", ""),
      async () => {
        await submit(correction);
        onDay(12, 2);
        await approve(correction);
        onDay(12, 3);
        await publishAsItIs(db, owner, correction, now());
      },
    ],
    shown,
  );
  return { id, noted };
}

test("reports of a past day stand where they stood, with what was written, frozen and signed by then", async () => {
  const { id, noted } = await told();
  for (const [day, { lines, records }] of noted.entries()) {
    const then = await reportsThen(db, owner, dayText(day));
    expect(then, `day ${day}`).toEqual({ lines, untold: 0, next: null });
    for (const record of records) expect(await keptThen(record.id, dayText(day)), `day ${day}`).toEqual(record);
  }
  const states = noted.map(({ lines }) => lines.map(({ state, number }) => number ?? state).join(" "));
  expect(states).toEqual(["draft", "draft", "draft", "draft", "review", "draft", "review", "approved", "1", "1", "draft 1", "draft 1", "1 1"]); // prettier-ignore
  expect(countReports(await reportsThen(db, owner, dayText(11)))).toEqual({ counts: { draft: 1, published: 1 }, untold: 0 }); // prettier-ignore
  expect(await reportsThen(db, owner, dayText(-1))).toEqual({ lines: [], untold: 0, next: null });
  expect(await reportThen(db, owner, id, dayText(-1))).toBe("before");
});

test("what was given back stays to be seen on its day, under its own hash and signatures; changed since, it is said to be", async () => {
  const { id, noted } = await told();
  const then = await reportThen(db, owner, id, dayText(4));
  const sent = noted[4]!.records[0] as { filed: FiledReport };
  expect(then).toMatchObject({ is: "frozen", isIntact: true, filed: { state: "review", sha256: sent.filed.sha256 } });
  expect(JSON.stringify(then)).toContain("We sew trousers.");
  expect((await view(id)).filed.sha256).not.toBe(sent.filed.sha256);
  const givenBack = (then as { givenBackAt: Date }).givenBackAt;
  expect(givenBack.toISOString().slice(0, 10)).toBe(dayText(5));
  expect(await reportThen(db, owner, id, dayText(6))).toMatchObject({ givenBackAt: null });

  const page = await reportPast(db, owner, id, await wordingIn("en"), dayText(4));
  expect(page).toMatchObject({ number: "In review", isPublished: false, isIntact: true });
  const { reportSteps: table } = db.t;
  const keep = (content: unknown) =>
    db.transact(function* (q) {
      yield q.update(table).set({ content }).where(and(eq(table.reportId, id), eq(table.step, "returned"))); // prettier-ignore
    });
  await keep({ ...sent.filed.report, organisation: { ...sent.filed.report.organisation, name: "Somebody else" } });
  expect(await reportThen(db, owner, id, dayText(4))).toMatchObject({ is: "frozen", isIntact: false });
  await keep(null);
  expect(await reportThen(db, owner, id, dayText(4))).toBe("untold");
});

test("a file of a past day is one of what was published by then, with the signatures of that day", async () => {
  const { id, noted } = await told();
  const order = { format: "json", language: "en", wording: await wordingIn("en"), now: now() } as const;
  for (const day of [3, 4, 7])
    await expect(exportReport(db, auditor, id, { ...order, day: dayText(day) })).rejects.toMatchObject({
      code: "report.not-published-then",
      status: 409,
    });
  const file = await exportReport(db, auditor, id, { ...order, day: dayText(8) });
  const given = FiledReport.parse(JSON.parse(await text(file.stream)));
  expect(given).toEqual((noted[8]!.records[0] as { filed: FiledReport }).filed);
  expect(given.signatures.map(({ role }) => role)).toEqual(["author", "approver"]);
  expect((await view(id)).filed.signatures).toHaveLength(3);
  expect(file.fileName).toBe(`candour-statement-common-1-v1-on-${dayText(8)}-en.json`);
  const taken = (await auditTrail(db, owner, { limit: 100 })).filter(({ name }) => name === "report.exported");
  expect(taken.map(({ contents }) => (JSON.parse(contents!) as { on?: string }).on)).toEqual([dayText(8)]);
});

test.each([
  ["en", "We sew trousers.", "was not kept", "not measured"],
  ["ru", "We sew trousers.", "не сохранено", "не измерено"],
] as const)(
  "a draft of a past day says in %s what was written, and that the rest is left out",
  async (language, said, leftOut, measured) => {
    // prettier-ignore
    const { id } = await told();
    const wording = await wordingIn(language);
    const page = await reportPast(db, owner, id, wording, dayText(3));
    const printed = JSON.stringify(page.blocks);
    expect(printed).toContain(said);
    expect(printed).toContain("Alder GmbH, DE 1");
    expect(printed).toContain(leftOut);
    expect(printed.toLocaleLowerCase(language)).not.toContain(measured);
    expect(page).toMatchObject({ isPublished: false, isIntact: null });
    expect(JSON.stringify((await reportPast(db, owner, id, wording, dayText(1))).blocks)).not.toContain(said);
    const { reports, untold } = await reportsPast(db, owner, wording, dayText(3));
    expect(reports.map(({ state, number }) => [state, number])).toEqual([["draft", null]]);
    expect(untold).toBe(0);
  },
);

test("whoever asks for a report before it was started is told so on the page of today", async () => {
  const { id } = await told();
  const asked = reportPast(db, owner, id, await wordingIn("en"), dayText(-1));
  const answer = (await asked.catch((error: unknown) => error)) as Response;
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, `/w/${owner.workspaceSlug}/reports/${id}?before=${dayText(-1)}`]); // prettier-ignore
  await expect(reportThen(db, owner, newId(now()), dayText(1))).rejects.toMatchObject({ code: "report.not-found" });
});

test("a draft whose change was erased is left out and counted, and what was published later is not", async () => {
  const { id, noted } = await told();
  await erase(db, owner, "report.settings-changed");
  for (const day of [2, 3, 5]) {
    expect(await reportThen(db, owner, id, dayText(day)), `day ${day}`).toBe("untold");
    expect(await reportsThen(db, owner, dayText(day)), `day ${day}`).toEqual({ lines: [], untold: 1, next: null });
  }
  expect(await reportsThen(db, owner, dayText(1))).toEqual({ lines: noted[1]!.lines, untold: 0, next: null });
  // What was frozen tells itself what it is about.
  expect(await keptThen(id, dayText(4))).toEqual(noted[4]!.records[0]);
  expect(await reportsThen(db, owner, dayText(9))).toEqual({ lines: noted[9]!.lines, untold: 0, next: null });
  // The correction was started later, with what it is about.
  expect(await reportsThen(db, owner, dayText(11))).toEqual({ lines: noted[11]!.lines, untold: 0, next: null });
  await erase(db, owner, "report.started", "first");
  expect(await reportThen(db, owner, id, dayText(1))).toBe("untold");
});

test("a reader sees of a past day what may be read today, and no variant of that day that may not be read", async () => {
  onDay(0, 1);
  await startReport(db, officer, { ...STATEMENT, type: "remediation", variant: "" }, now());
  const purchaser = await as("purchaser");
  const id = newId(now());
  const { settings } = (await reportList(db, owner)).lines[0]!;
  const started = { type: "espd", variant: "known", version: 1, replaces: null, reason: null };
  const asked = { ...settings, subject: { kind: "check", id: "a", name: "A bidder" }, class: "confidential" as const };
  const { workspaceNo, userId: startedBy } = owner;
  await db.commit(owner, event("report.started", { reportId: id, ...started, settings: asked }), (q) => [
    q.insert(db.t.reports).values({ id, workspaceNo, ...started, settings: asked, startedBy, startedAt: now() }),
    q.insert(db.t.reportSteps).values({ id: newId(now()), workspaceNo, reportId: id, step: "started", note: "", by: startedBy, at: now() }), // prettier-ignore
  ]);
  onDay(1, 1);
  // A report is not opened to more readers by way of its page any more; one that was, before, is held to what it was that day.
  const opened = { settings: { ...asked, variant: "send" }, previous: { ...asked, variant: "known" } };
  await db.commit(owner, event("report.settings-changed", { reportId: id, ...opened }), (q) => [
    q.update(db.t.reports).set({ variant: "send" }).where(eq(db.t.reports.id, id)),
  ]);
  onDay(2, 1);
  const lines = async (scope: Scope, day: number) => (await reportsThen(db, scope, dayText(day))).lines.map(({ template, variant }) => `${template.type} ${variant}`).toSorted(); // prettier-ignore
  const remediation = (await lines(owner, 0)).find((line) => line.startsWith("remediation"))!;
  expect(await lines(owner, 0)).toEqual(["espd known", remediation]);
  expect(await lines(purchaser, 0)).toEqual([]);
  expect(await lines(purchaser, 1)).toEqual(["espd send"]);
  expect((await reportsThen(db, purchaser, dayText(0))).untold).toBe(0);
  expect(await reportThen(db, purchaser, id, dayText(0))).toBe("untold");
  expect(await reportThen(db, owner, id, dayText(0))).toMatchObject({ is: "draft", variant: "known" });
  expect(await reportThen(db, purchaser, id, dayText(1))).toMatchObject({ is: "draft", variant: "send" });
});

test("of more reports than a page lists the newest are looked at, and the page says so", async () => {
  onDay(0, 1);
  const { reports } = db.t;
  const { workspaceNo, userId: startedBy } = owner;
  const row = { workspaceNo, type: "statement", variant: "common", settings: {}, startedBy, startedAt: now() };
  const many = (count: number) =>
    db.transact(function* (q) {
      yield q.insert(reports).values(Array.from({ length: count }, () => ({ ...row, id: newId(now()) })));
    });
  await many(MOST_LISTED);
  onDay(1, 1);
  expect(await reportsThen(db, owner, dayText(0))).toEqual({ lines: [], untold: MOST_LISTED, next: null });
  onDay(0, 2);
  await many(1);
  onDay(1, 1);
  const first = await reportsThen(db, owner, dayText(0));
  expect([first.untold, typeof first.next]).toEqual([MOST_LISTED, "string"]);
  expect(await reportsThen(db, owner, dayText(0), first.next)).toEqual({ lines: [], untold: 1, next: null });
});
