/** A report from its draft to a correction: what is frozen stays, what is missing is named, and who stands by it is printed. */
import { buffer, text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { problemSentence } from "../../app/i18n/problem-sentence";
import type { Problem } from "../../app/lib/problem";
import { emptyPoints, FiledReport, isTold, unsupportedPoints } from "../../app/reports/model";
import { reportDocument } from "../../app/reports/report-document";
import { TEMPLATES } from "../../app/reports/templates";
import { sectionsOf } from "../../app/reports/template";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { correctReport } from "../../app/services/reports/correct-report.server";
import { exportReport } from "../../app/services/reports/export-report.server";
import { signReport } from "../../app/services/reports/sign-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { auditTrail } from "../../db/queries/audit";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf } from "../builders";
import { later, reportTeam, STATEMENT } from "./report-team";
import { wordingIn } from "../report-wording";
import { publishAsItIs, returnAsItIs } from "./as-it-is";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const { aTeam, say, view, approval, published } = reportTeam(() => db);

test("nobody signs what they did not see: a draft that changed since is not sent", async () => {
  const { officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  const { seen } = await view(officer, id);
  await say(officer, id, {});
  const stale = submitReport(db, officer, id, { title: "", note: "", seen }, later(1));
  await expect(stale).rejects.toMatchObject({ code: "report.changed", status: 409 });
  expect((await view(officer, id)).filed.state).toBe("draft");
  await submitReport(db, officer, id, { title: "", note: "", seen: (await view(officer, id)).seen }, later(1));
  expect((await view(officer, id)).filed.state).toBe("review");
});

test("what no page could show is not frozen: the draft stays, and the author is told in which point it is", async () => {
  const { officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await say(officer, id, {});
  const { reportStatements } = db.t;
  const evidence = [{ kind: "cited", id: "", title: "A letter", day: "spring", sha256: null, class: "public" }];
  await db.transact(function* (q) {
    yield q.update(reportStatements).set({ evidence }).where(eq(reportStatements.reportId, id));
  });
  const failed: unknown = await submitReport(db, officer, id, { title: "", note: "" }, later(1)).catch((error: unknown) => error); // prettier-ignore
  expect(failed).toMatchObject({ code: "report.unreadable", status: 422 });
  const sentences = await Promise.all(
    (["en", "ru"] as const).map(async (language) => {
      const { t } = await wordingIn(language);
      return problemSentence({ t, language }, failed as Problem);
    }),
  );
  expect(sentences[0]).toContain("“The organisation and what it does” of the section “1 Structure");
  expect(sentences[1]).toContain("«Организация и чем она занимается» раздела «1 ");
  expect((await view(officer, id)).filed.state).toBe("draft");
});

test("who sends a draft stands in it as who made it, whoever started it", async () => {
  const { owner, officer } = await aTeam();
  const { users } = db.t;
  await db.transact(function* (q) {
    yield q.update(users).set({ name: "Ines Officer" }).where(eq(users.id, officer.userId));
    yield q.update(users).set({ name: "Mara Owner" }).where(eq(users.id, owner.userId));
  });
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  const made = async () => (await view(owner, id)).filed.report.made.by;
  expect(await made()).toBe("Ines Officer");
  await submitReport(db, owner, id, { title: "", note: "" }, later(1));
  expect(await made()).toBe("Mara Owner");
});

test("a draft follows its statements; what rests on nothing and what is empty is named before approval, and printed", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  const before = (await view(officer, id)).filed.report;
  expect(emptyPoints(before)).toContainEqual({ section: "structure", point: "about" });
  expect(emptyPoints(before)).toContainEqual({ section: "ukAct", point: "ukSteps" });
  await say(officer, id, {});
  const after = (await view(officer, id)).filed.report;
  expect(emptyPoints(after)).not.toContainEqual({ section: "structure", point: "about" });
  expect(unsupportedPoints(after)).toEqual([{ section: "structure", point: "about" }]);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const refused = approveReport(db, owner, id, await approval(owner, id, false), later(2));
  await expect(refused).rejects.toMatchObject({ code: "report.gaps", status: 422 });
  await approveReport(db, owner, id, await approval(owner, id), later(2));
  const { filed, template } = await view(owner, id);
  const printed = JSON.stringify(reportDocument(filed, template, await wordingIn("en")).blocks);
  expect(printed).toContain("Unsupported: no record or document is named.");
  expect(printed).toContain("Needed by the template and empty:");
});

test("what is in review is frozen: later records and words do not change it, and nobody writes in it", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await say(officer, id, {});
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const frozen = (await view(owner, id)).filed;
  await expect(say(officer, id, { text: "We sew trousers." })).rejects.toMatchObject({ code: "report.state" });
  const other = await startReport(db, officer, STATEMENT, later(2));
  await say(officer, other, { text: "Other" });
  expect((await view(owner, id, later(600))).filed).toEqual(frozen);
  expect((await view(owner, id)).isIntact).toBe(true);
  const { reports } = db.t;
  const content = { ...frozen.report, organisation: { ...frozen.report.organisation, name: "Somebody else" } };
  await db.transact(function* (q) {
    yield q.update(reports).set({ content }).where(eq(reports.id, id));
  });
  expect((await view(owner, id)).isIntact).toBe(false);
});

const CHANGED = { code: "report.not-intact", status: 409 };

test("contents that were changed on the disk are not approved, published, signed or given out; they can be given back", async () => {
  const team = await aTeam();
  const { owner, officer, auditor } = team;
  const change = (id: string, content: unknown) =>
    db.transact(function* (q) {
      yield q.update(db.t.reports).set({ content }).where(eq(db.t.reports.id, id));
    });
  const order = { language: "en", wording: await wordingIn("en"), now: later(40), format: "json" } as const;
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const { filed } = await view(owner, id);
  const other = { ...filed.report, organisation: { ...filed.report.organisation, name: "Somebody else" } };
  const signing = { role: "reviewer", title: "", contentSha256: filed.sha256! };
  await change(id, other);
  await expect(approveReport(db, owner, id, await approval(owner, id), later(2))).rejects.toMatchObject(CHANGED);
  await expect(signReport(db, owner, id, signing, later(2))).rejects.toMatchObject(CHANGED);
  await expect(exportReport(db, owner, id, order)).rejects.toMatchObject(CHANGED);
  await change(id, filed.report);
  await approveReport(db, owner, id, await approval(owner, id), later(3));
  await change(id, other);
  await expect(publishAsItIs(db, owner, id, later(4))).rejects.toMatchObject(CHANGED);
  expect((await view(owner, id)).filed.state).toBe("approved");
  await returnAsItIs(db, owner, id, "The contents were changed.", later(5));
  expect((await view(owner, id)).isIntact).toBeNull();

  const out = await published(team);
  await change(out, { schema: "none" });
  await expect(exportReport(db, auditor, out, order)).rejects.toMatchObject(CHANGED);
  await expect(view(auditor, out)).rejects.toMatchObject(CHANGED);
});

test("somebody else approves; whoever is alone may, and it is printed so", async () => {
  const { owner } = await aTeam();
  const id = await startReport(db, owner, STATEMENT, A_DAY);
  await submitReport(db, owner, id, { title: "", note: "" }, later(1));
  await approveReport(db, owner, id, await approval(owner, id), later(2));
  const { filed } = await view(owner, id);
  expect(filed.signatures.map(({ role, alone }) => [role, alone])).toEqual([
    ["author", false],
    ["approver", true],
  ]);

  const workspace = await aWorkspace(db);
  const first = scopeOf(workspace);
  const second: Scope = {
    ...first,
    role: "legal-reviewer",
    userId: (await aMember(db, workspace, "legal-reviewer")).id,
  };
  const own = await startReport(db, first, STATEMENT, A_DAY);
  await submitReport(db, first, own, { title: "", note: "" }, later(1));
  await expect(approveReport(db, first, own, await approval(first, own), later(2))).rejects.toMatchObject({
    code: "report.second-person",
    status: 403,
  });
  await approveReport(db, second, own, await approval(second, own), later(2));
  expect((await view(second, own)).filed.signatures.at(-1)).toMatchObject({ role: "approver", alone: false });
});

test("what was read is what is approved: other contents are refused", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const seen = await approval(owner, id);
  await returnAsItIs(db, owner, id, "Say what you make.", later(2));
  await say(officer, id, {}, later(3));
  await submitReport(db, officer, id, { title: "", note: "" }, later(4));
  await expect(approveReport(db, owner, id, seen, later(5))).rejects.toMatchObject({ code: "report.state" });
  // What was signed for other contents is not printed under these.
  expect((await view(owner, id)).filed.signatures).toHaveLength(1);
});

test("a report that no evidence pack could hold is not frozen, and says how much it would be", async () => {
  const { officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await say(officer, id, {});
  // As long as thousands of rows would make it.
  const length = async (text: string) =>
    db.transact(function* (q) {
      yield q.update(db.t.reportStatements).set({ text }).where(eq(db.t.reportStatements.reportId, id));
    });
  await length("ж".repeat(8_000_000));
  const submit = () => submitReport(db, officer, id, { title: "", note: "" }, later(1));
  await expect(submit()).rejects.toMatchObject({ code: "report.too-large", status: 422, values: { found: 17, limit: 15 } }); // prettier-ignore
  expect((await view(officer, id)).filed.state).toBe("draft");
  await length("ж".repeat(7_000_000));
  await submit();
  expect((await view(officer, id)).filed.state).toBe("review");
});

test("numbers run on in a type, a correction keeps its number as the next version, and only one can be begun", async () => {
  const team = await aTeam();
  const [first, second] = [await published(team), await published(team)];
  expect((await view(team.owner, first)).filed.number).toBe(1);
  expect((await view(team.owner, second)).filed.number).toBe(2);
  const correction = await correctReport(db, team.officer, first, "A sum was wrong.", later(10));
  await expect(correctReport(db, team.officer, first, "Once more.", later(11))).rejects.toMatchObject({
    code: "report.corrected",
    status: 409,
  });
  const draft = await view(team.officer, correction);
  expect(draft.written.get("about")?.text).toBe("We sew shirts.");
  await submitReport(db, team.officer, correction, { title: "", note: "" }, later(12));
  await approveReport(db, team.owner, correction, await approval(team.owner, correction), later(13));
  await publishAsItIs(db, team.owner, correction, later(14));
  const { filed } = await view(team.owner, correction);
  expect([filed.number, filed.report.version]).toEqual([1, 2]);
  expect(filed.report.corrects).toEqual({ id: first, number: 1, reason: "A sum was wrong." });
  expect((await view(team.owner, first)).correction).toBe(correction);
  expect((await view(team.owner, first)).filed.report.version).toBe(1);
});

test("two people write a point at once: the later one is told, and nothing is lost", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await say(officer, id, { text: "First" });
  await expect(say(owner, id, { text: "Second" })).rejects.toMatchObject({ code: "report.changed", status: 409 });
  const [{ id: standing } = { id: "" }] = [...(await view(owner, id)).written.values()];
  await say(owner, id, { text: "Second", replaces: standing });
  expect((await view(owner, id)).written.get("about")?.text).toBe("Second");
  const empty = [...(await view(owner, id)).written.values()][0]!;
  await say(owner, id, { text: "", replaces: empty.id });
  expect((await view(owner, id)).filed.report.sections[0]!.points[0]!.statement).toBeNull();
});

test("the files say what the page says: JSON as its schema has it, CSV and workbook with every value, and who took it is kept", async () => {
  const team = await aTeam();
  const id = await published(team);
  const order = { language: "en", wording: await wordingIn("en"), now: later(40) } as const;
  const json = await text((await exportReport(db, team.auditor, id, { ...order, format: "json" })).stream);
  const { filed } = await view(team.auditor, id);
  expect(FiledReport.parse(JSON.parse(json))).toEqual(filed);
  const csv = await text((await exportReport(db, team.auditor, id, { ...order, format: "csv" })).stream);
  expect(csv).toContain("We sew shirts.");
  expect(csv).toContain("Company register, 3 March 2026, intranet");
  // A file that lies somewhere by itself says whose report it is, which, and who signed it.
  for (const said of [filed.sha256!, filed.report.organisation.name, ...filed.signatures.map(({ name }) => name)])
    expect(csv).toContain(said);
  const { stream, fileName } = await exportReport(db, team.auditor, id, { ...order, format: "xlsx" });
  expect((await buffer(stream)).subarray(0, 2).toString()).toBe("PK");
  expect(fileName).toBe("candour-statement-uk-1-v1-en.xlsx");
  const taken = (await auditTrail(db, team.owner, { limit: 100 })).filter(({ name }) => name === "report.exported");
  expect(taken).toHaveLength(3);
});

test.each(TEMPLATES.map((template) => [template.type, template] as const))(
  "the template of %s has points of its own names, and each mandatory one says where it is asked for",
  (_type, template) => {
    const points = template.sections.flatMap((section) => section.points);
    expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
    expect(points.filter(({ mandatory, asked }) => mandatory && asked === "")).toEqual([]);
    for (const { id, released } of template.variants)
      if (released) expect(sectionsOf(template, id).length).toBeGreaterThan(0);
  },
);

test("a point that is told is one of which something stands in the report", async () => {
  const team = await aTeam();
  const { filed } = await view(team.owner, await published(team));
  const told = filed.report.sections.flatMap(({ points }) => points).filter(isTold);
  expect(told.map(({ id }) => id)).toContain("about");
  expect(told.map(({ id }) => id)).not.toContain("policies");
  // The rows of the catalogue are those of points that are told, each as the catalogue has it.
  expect(filed.report.commitments.every(({ confidence, instrument }) => confidence !== "" && instrument !== "")).toBe(
    true,
  );
});
