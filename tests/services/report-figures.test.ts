/** Every computed point of every template is held against the page that shows the same, or against the rows where no page does. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Point, Report, ReportType } from "../../app/reports/model";
import { TEMPLATES } from "../../app/reports/templates";
import { heldHere } from "../../app/services/commitments/held.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import type { Scope } from "../../db/database";
import { A_DAY, aFolder } from "../builders";
import { missingOnPage, numbersInFile, numbersOf, sectionsInJson } from "./figures-in-files";
import { OF_CHAIN, OF_LOG, OF_MEMO, OF_STATED, OF_STATEMENT } from "./figures-of-computed";
import { OF_DEMAND } from "./figures-of-demand";
import { inForceOnce, OF_FOLLOW_UP } from "./figures-of-follow-up";
import { OF_LIST } from "./figures-of-list";
import { ASKED, FOLDER, OF_CATEGORY, OF_CHECK, OF_FOLDER, OF_QUESTIONS } from "./figures-of-records";
import { aFiguresPlace, type FiguresPlace } from "./figures-place";
import { page, PERIOD } from "./figures-pages";
import { expectTold, type Compared } from "./figures-told";

/** By the type of the report and the id of the point: with what it is compared. A point that is new has to be put here. */
const COMPARED: Readonly<Record<ReportType, Readonly<Record<string, Compared>>>> = {
  register: { ...OF_LIST, ...OF_STATED, ...OF_FOLLOW_UP, ...OF_DEMAND },
  statement: { ...OF_LIST, ...OF_STATEMENT, ...OF_FOLLOW_UP, ...OF_DEMAND },
  remediation: { ...OF_FOLLOW_UP, ...OF_LOG, ...OF_DEMAND },
  demand: OF_DEMAND,
  category: OF_CATEGORY,
  "tender-check": { ...OF_DEMAND, ...OF_CHECK, ...OF_MEMO },
  espd: OF_QUESTIONS,
  response: { ...OF_FOLDER, ...OF_CHAIN },
};

const folder = aFolder();
let at: FiguresPlace;
beforeAll(async () => {
  at = await aFiguresPlace();
}, 60_000);
afterAll(async () => {
  await at.close();
  folder.remove();
});

const VARIANT: Readonly<Partial<Record<ReportType, string>>> = { espd: "known", statement: "common" };
const FACTS: Readonly<Partial<Record<ReportType, Readonly<Record<string, string>>>>> = {
  response: FOLDER,
  espd: ASKED,
};

/** A draft of the type; a statement as people inside read it unless told, for the public one has rules of its own. @returns its id. */
async function aDraft(type: ReportType, isPublic = false): Promise<string> {
  const subject = { category: at.categoryId, "tender-check": at.checkId, espd: at.checkId }[type as string] ?? "";
  const asked = { type, variant: VARIANT[type] ?? "", subjectId: subject, subjectName: type === "response" ? "Shirt" : "" }; // prettier-ignore
  const id = await startReport(at.db, at.owner, asked, A_DAY);
  const { settings, filed, seen } = await reportView(at.db, at.owner, id, A_DAY);
  const given = { ...PERIOD, organisation: settings.organisation.name, identifier: "", country: "DE", class: settings.class === "public" && !isPublic ? "internal" : settings.class }; // prettier-ignore
  await changeReportSettings(at.db, at.owner, id, { ...given, variant: filed.report.variant, facts: FACTS[type] ?? {}, seen }, A_DAY); // prettier-ignore
  return id;
}
const read = async (id: string, scope: Scope = at.owner): Promise<Report> =>
  (await reportView(at.db, scope, id, A_DAY)).filed.report;

/** One draft a type, for all tests. */
const drafts = new Map<ReportType, Promise<{ readonly id: string; readonly report: Report }>>();
function draftOf(type: ReportType) {
  const found = drafts.get(type) ?? aDraft(type).then(async (id) => ({ id, report: await read(id) }));
  drafts.set(type, found);
  return found;
}
const pointsOf = ({ sections }: Report): Point[] => sections.flatMap(({ points }) => points);
const computedIn = (type: ReportType) =>
  TEMPLATES.find((one) => one.type === type)!.sections.flatMap(({ points }) => points.filter(({ how }) => how !== "stated")); // prettier-ignore

test.each(TEMPLATES.map(({ type }) => type))(
  "each computed point of %s has a page or rows that it is compared with",
  (type) => {
    // prettier-ignore
    const missing = computedIn(type).filter(({ id }) => COMPARED[type][id] === undefined);
    expect(missing.map(({ id }) => id)).toEqual([]);
  },
);

const CASES = TEMPLATES.flatMap(({ type }) => computedIn(type).map(({ id }) => [type, id] as const));

test.each(CASES)("%s: %s is what its page or the rows say", async (type, id) => {
  const { report } = await draftOf(type);
  expectTold(
    pointsOf(report).find((point) => point.id === id)!,
    await COMPARED[type][id]!.told(at, report),
  );
});

/** A workbook has fifteen digits. */
const asInSheets = (number: number): number => Number(number.toPrecision(14));

const TYPES = TEMPLATES.map(({ type }) => type);

test.each(TYPES)(
  "the numbers of %s are the same in the JSON, the CSV, the workbook and on the page, whose document the PDF has",
  async (type) => {
    // prettier-ignore
    const { id, report } = await draftOf(type);
    const numbers = numbersOf(report);
    expect(numbers.length).toBeGreaterThan(0);
    expect(await sectionsInJson(at, id)).toEqual(report.sections);
    for (const format of ["csv", "xlsx"] as const)
      expect([format, (await numbersInFile(at, id, format, folder.path)).map(asInSheets)]).toEqual([format, numbers.map(asInSheets)]); // prettier-ignore
    expect(await missingOnPage(at, id)).toEqual([]);
  },
);

test.each(TYPES)(
  "%s tells a reader who may not know what was told in confidence the same as one who may",
  async (type) => {
    // prettier-ignore
    const { id, report } = await draftOf(type);
    for (const scope of [at.officer, at.auditor]) expect((await read(id, scope)).sections).toEqual(report.sections);
    expect(JSON.stringify(report.sections)).not.toContain("Union X");
  },
);

test("as evidence for commitments count as many records of each kind as its page shows, and no decision that never came into force", async () => {
  const { held } = await heldHere(at.db, at.owner);
  const counts = Object.fromEntries([...held].map(([kind, records]) => [kind, records.length]));
  const { actions } = await page(at, "actions");
  expect(counts).toMatchObject({
    finding: (await page(at, "findings")).filter(({ isTakenBack }) => !isTakenBack).length,
    action: actions.length,
    verified: actions.filter(({ state }) => state === "verified").length,
    repayment: (await page(at, "repayments")).count,
    decision: (await inForceOnce(at)).size,
    document: 2,
    category: 1,
    check: 2,
  });
  const { decisions } = await page(at, "decisions");
  expect(decisions.filter(({ state }) => state === "replaced").length).toBeGreaterThan(0);
  expect(counts["decision"]).toBeLessThan(decisions.length);
});
