import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { reportDocument } from "./report-document";
import { statement } from "./templates/statement";
import { tender } from "./templates/tender";
import { aFiled } from "./test-filed";
import type { Template } from "./template";

const PERIOD_END = "2026-03-04";

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

/** The head of a report that was made at a moment, by its terms. */
async function head(template: Template, at: string, language: "en" | "ru" = "en", withList = true) {
  const filed = aFiled(template, {});
  const made = { ...filed.report.made, at };
  const list = withList ? { fileName: "list.csv", sha256: "0".repeat(64), publishedAt: null, suppliers: 3 } : null;
  const document = reportDocument(
    { ...filed, report: { ...filed.report, made, list } },
    template,
    await wordingIn(language),
  );
  const facts = document.blocks.find(({ kind }) => kind === "facts");
  return new Map(facts?.kind === "facts" ? facts.items.map(({ term, value }) => [term, value]) : []);
}

test("records are told as known at the end of a past period, the list and scores of the day the report was made", async () => {
  expect((await head(statement, "2026-11-05T09:00:00.000Z")).get("Data cut-off")).toMatch(
    /as known on .*4 Mar\w* 2026\. List, .*5 Nov\w* 2026\.$/u,
  );
  expect((await head(statement, "2026-02-01T09:00:00.000Z")).get("Data cut-off")).toMatch(
    /as known on .*1 Feb\w* 2026\. List, .*1 Feb\w* 2026\.$/u,
  );
  expect((await head(statement, "2026-11-05T09:00:00.000Z", "ru")).get("Данные на")).toMatch(/4 мар.*5 нояб/u);
  // Without a list there is none of that day.
  expect((await head(statement, "2026-11-05T09:00:00.000Z", "en", false)).get("Data cut-off")).toMatch(
    /as known on .*4 Mar\w* 2026\.$/u,
  );
});

test("a report about a check names no cut-off of its own; every language is named that it can be read in", async () => {
  const memo = await head(tender, "2026-11-05T09:00:00.000Z");
  expect(memo.has("Data cut-off")).toBe(false);
  expect(memo.get("Languages")).toBe("English, Русский, from the same contents");
});
