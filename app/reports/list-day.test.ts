import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { reportDocument } from "./report-document";
import { statement } from "./templates/statement";
import { tender } from "./templates/tender";
import { aFiled } from "./test-filed";
import type { ListFrom } from "./model";
import type { Template } from "./template";

const PERIOD_END = "2026-03-04";
const A_LIST = { fileName: "list.csv", sha256: "0".repeat(64), publishedAt: "2026-02-01T09:00:00.000Z", suppliers: 12 };

/** What a report says of the day of its list. */
async function said(publishedAt: string | null) {
  const filed = aFiled(statement, {});
  const list = { fileName: "list.csv", sha256: "0".repeat(64), publishedAt, suppliers: 12 };
  expect(filed.report.period[1]).toBe(PERIOD_END);
  const wording = await wordingIn("en");
  const { blocks } = reportDocument({ ...filed, report: { ...filed.report, list } }, statement, wording);
  return blocks.flatMap((block) =>
    block.kind === "notice" && block.title === wording.t("reports.listLater")
      ? [block.text]
      : block.kind === "text" && block.text.includes("those of the list")
        ? [block.text]
        : [],
  );
}

test("a report names the day of its list, and says so where the list is of a day after the period", async () => {
  const [inTime, ...more] = await said("2026-03-04T23:00:00.000Z");
  expect(more).toEqual([]);
  expect(inTime).toMatch(/published on .*2026\.$/u);
  const [later] = await said("2026-11-05T09:00:00.000Z");
  expect(later).toContain("The period ended on");
  expect(later).not.toBe(inTime);
  expect(await said(null)).toEqual([]);
});

/** What notices and quiet lines a report has about its list, by where the list is from. */
async function saidOf(listFrom: ListFrom, language: "en" | "ru" = "en"): Promise<string[]> {
  const filed = aFiled(statement, {});
  const { blocks } = reportDocument({ ...filed, report: { ...filed.report, list: A_LIST, listFrom } }, statement, await wordingIn(language)); // prettier-ignore
  const texts = blocks.flatMap((block) => (block.kind === "notice" ? [`${block.title}: ${block.text}`] : block.kind === "text" ? [block.text] : [])); // prettier-ignore
  return texts.filter((text) => /those of the list|из списка/u.test(text));
}

test("a report says which list it tells of: that of its period's end, or why it is another", async () => {
  expect(await saidOf("then")).toEqual([
    expect.stringMatching(/shown at the end of the period, as it stood then.*1 Feb/u),
  ]);
  expect(await saidOf("gone")).toEqual([expect.stringMatching(/not kept: .*4 Mar.*built again or taken back.*1 Feb/u)]);
  expect(await saidOf("none")).toEqual([expect.stringMatching(/^No list was shown.*4 Mar.*1 Feb/u)]);
  expect(await saidOf("now")).toEqual([expect.stringMatching(/published on .*1 Feb\w* 2026\.$/u)]);
  for (const from of ["then", "gone", "none", "now"] as const) expect(await saidOf(from, "ru")).toHaveLength(1);
});

/** The head of a report that was made at a moment, by its terms. */
async function head(template: Template, at: string, language: "en" | "ru" = "en", listFrom?: ListFrom) {
  const filed = aFiled(template, {});
  const made = { ...filed.report.made, at };
  const report = { ...filed.report, made, list: A_LIST, ...(listFrom && { listFrom }) };
  const document = reportDocument({ ...filed, report }, template, await wordingIn(language));
  const facts = document.blocks.find(({ kind }) => kind === "facts");
  return new Map(facts?.kind === "facts" ? facts.items.map(({ term, value }) => [term, value]) : []);
}

test("all of a report is as known on one day, but for a list that is not that of its period's end", async () => {
  const cutOff = async (listFrom: ListFrom) => (await head(statement, "2026-11-05T09:00:00.000Z", "en", listFrom)).get("Data cut-off"); // prettier-ignore
  for (const from of ["now", "then"] as const)
    expect(await cutOff(from)).toMatch(/^As known on .*4 Mar\w* 2026: .*scores/u);
  for (const from of ["gone", "none"] as const)
    expect(await cutOff(from)).toMatch(
      /matches with lists: as known on .*4 Mar\w* 2026\. List and scores: of .*5 Nov\w* 2026\.$/u,
    );
});

test("what was frozen before a report told the list of its period says so as it did: list and scores are of the day it was made", async () => {
  expect((await head(statement, "2026-11-05T09:00:00.000Z")).get("Data cut-off")).toMatch(
    /as known on .*4 Mar\w* 2026\. List, .*5 Nov\w* 2026\.$/u,
  );
  expect((await head(statement, "2026-02-01T09:00:00.000Z")).get("Data cut-off")).toMatch(
    /as known on .*1 Feb\w* 2026\. List, .*1 Feb\w* 2026\.$/u,
  );
  expect((await head(statement, "2026-11-05T09:00:00.000Z", "ru")).get("Данные на")).toMatch(/4 мар.*5 нояб/u);
});

test("a report about a check names no cut-off of its own; every language is named that it can be read in", async () => {
  const memo = await head(tender, "2026-11-05T09:00:00.000Z");
  expect(memo.has("Data cut-off")).toBe(false);
  expect(memo.get("Languages")).toBe("English, Русский, from the same contents");
});
