/** Bars have shares only where they are parts of one whole: the page, the PDF, the workbook and the CSV are made of these blocks and rows. */
import { expect, test } from "vitest";
import { wordingIn } from "../../tests/report-wording";
import { code, text, type FiledReport, type Value } from "./model";
import type { Chart } from "./pdf-document";
import { sectionBlocks } from "./report-blocks";
import { reportRows } from "./report-rows";
import type { Template } from "./template";
import { demand } from "./templates/demand";
import { register } from "./templates/register";
import { remediation } from "./templates/remediation";
import { aFiled } from "./test-filed";

type Bar = { readonly label: Value; readonly count: number };

const chartIn = async (filed: FiledReport, template: Template): Promise<Chart> =>
  sectionBlocks(filed.report, template, await wordingIn("en")).flatMap((block) =>
    block.kind === "charts" ? block.charts : [],
  )[0]!;

test.each([
  ["register", register, "registerIndicators", code("indicator", "ILO-01")],
  ["remediation report", remediation, "ownPart", code("practice", "price")],
] as const)(
  "in a %s one record may count in several bars, so no bar has a share",
  async (_name, template, point, label) => {
    const chart = point === "ownPart" ? "ownPractices" : point;
    const filed = aFiled(template, {
      [point]: { values: [], bars: { [chart]: [{ label, count: 2 }] satisfies Bar[] } },
    });
    const drawn = await chartIn(filed, template);
    expect(drawn.head).toEqual(["What", "Number"]);
    expect(drawn.bars.map(({ number, share }) => [number, share])).toEqual([["2", ""]]);
  },
);

test("what was paid back is a per cent of what is owed in its currency, and no part of the sum of such per cents", async () => {
  const bars = { feesPaid: [{ label: text("EUR"), count: 85 }, { label: text("USD"), count: 15 }] }; // prettier-ignore
  const filed = aFiled(demand, { feesRepaid: { values: [], bars } });
  const { head, most, bars: drawn } = await chartIn(filed, demand);
  expect(head).toHaveLength(2);
  expect([most, ...drawn.map(({ number, share, length }) => [number, share, length])]).toEqual([
    "100%",
    ["85%", "", 0.85],
    ["15%", "", 0.15],
  ]);
  const { rows } = reportRows(filed, demand, await wordingIn("en"));
  expect(rows.filter((row) => row[2] === "feesPaid").map((row) => row.slice(4, 8))).toEqual([
    ["EUR", "85%", 0.85, "share"],
    ["USD", "15%", 0.15, "share"],
  ]);
});

test("bars that are parts of one whole keep their shares", async () => {
  const bars = { findingStates: [{ label: code("finding-status", "alleged"), count: 1 }, { label: code("finding-status", "rejected"), count: 3 }] }; // prettier-ignore
  const filed = aFiled(remediation, { findingsOpen: { values: [], bars } });
  expect((await chartIn(filed, remediation)).bars.map(({ share }) => share)).toEqual(["25%", "75%"]);
});

test("a template says of no chart that it does not have how it counts", () => {
  for (const { sections } of [demand, register, remediation])
    for (const { bars = [], notParts = {} } of sections.flatMap(({ points }) => points))
      expect(bars).toEqual(expect.arrayContaining(Object.keys(notParts)));
});
