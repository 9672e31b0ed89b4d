import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { reportDocument } from "./report-document";
import { statement } from "./templates/statement";
import { aFiled } from "./test-filed";

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
