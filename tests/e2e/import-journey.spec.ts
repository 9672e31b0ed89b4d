import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { hydrated } from "../hydrated";
import {
  aList,
  aPath,
  assess,
  atMapping,
  build,
  en,
  expect,
  figure,
  givenList,
  meaning,
  openTable,
  paths,
  publish,
  publishList,
  ROOT,
  test,
  upload,
} from "./journey";
import { readPdf } from "../pdf-text";
import { readSheet } from "./xlsx";

const table = (file: string): string[][] =>
  Papa.parse<string[]>(
    readFileSync(file, "utf8")
      .replace(/^\ufeff/, "")
      .trimEnd(),
  ).data;

test("a list goes from upload to a scored table, and every number is that of the command line", async ({
  page,
  workspace,
}) => {
  const file = aList(130, { dirty: 0.15 });
  await upload(page, workspace, file);

  await atMapping(page);
  const samples = page.getByRole("list", { name: en.imports.mapping.samples });
  await expect(samples.first().getByRole("listitem")).toHaveCount(3);
  await expect(meaning(page, "supplier_name")).toHaveValue("name");
  await expect(meaning(page, "cpv_code")).toHaveValue("cpv");
  await expect(meaning(page, "annual_spend_eur")).toHaveValue("amount");

  await build(page);
  const { out, summary } = await assess(file);
  expect(await figure(page, en.imports.preview.read)).toBe(summary.rows.read);
  expect(await figure(page, en.imports.preview.imported)).toBe(summary.rows.imported);
  expect(await figure(page, en.imports.preview.setAside)).toBe(summary.rows.setAside);
  expect(await figure(page, en.imports.preview.leftOut)).toBe(summary.rows.leftOut);
  expect(await figure(page, en.imports.preview.suppliers)).toBe(summary.suppliers);
  expect(await figure(page, en.imports.preview.countryUnresolved)).toBe(summary.countryUnresolved);
  expect(await figure(page, en.imports.preview.sectorUnresolved)).toBe(summary.sectorUnresolved);
  expect(summary.rows.imported + summary.rows.setAside + summary.rows.leftOut).toBe(summary.rows.read);
  await expect(page.getByText(en.imports.preview.addsNot.split(":")[0]!)).toHaveCount(0);
  await publish(page);

  await openTable(page, workspace);
  await expect(page.getByText(new RegExp(`^${summary.suppliers} suppliers$`))).toBeVisible();

  await page.getByText(en.suppliers.downloads, { exact: true }).click();
  for (const format of ["csv", "xlsx"] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("region", { name: en.table.whole })
        .getByRole("link", { name: format === "csv" ? en.suppliers.asCsv : en.suppliers.asXlsx, exact: true })
        .click(),
    ]);
    await download.saveAs(aPath(`register.${format}`));
  }
  const ours = table(path.join(out, "register.csv"));
  expect(withoutIds(table(aPath("register.csv")))).toEqual(withoutIds(ours));
  expect(ours).toHaveLength(summary.suppliers + 1);
  const sheet = await readSheet(aPath("register.xlsx"));
  const sheetOfCommand = await readSheet(path.join(out, "register.xlsx"));
  expect(withoutIds(sheet)).toEqual(withoutIds(sheetOfCommand));
  expect(sheet.length).toBeGreaterThanOrEqual(ours.length);

  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: en.suppliers.asPdf, exact: true }).click(),
  ]);
  await pdf.saveAs(aPath("register.pdf"));
  const [report, reportOfCommand] = await Promise.all(
    [aPath("register.pdf"), path.join(out, "report.pdf")].map((place) => readPdf(readFileSync(place))),
  );
  expect(report!.attachments).toEqual(reportOfCommand!.attachments);
  expect(report!.alternatives).toEqual(reportOfCommand!.alternatives);
  expect(report!.text).toContain(createHash("sha256").update(readFileSync(file)).digest("hex"));
});

/** Public ids hold chance, so two installations never give the same; everything else must agree. */
function withoutIds(rows: string[][]): string[][] {
  const header = rows.find((row) => row.length > 5) ?? [];
  const id = header.findIndex((name) => /^(id|supplier[_ ]?id)$/i.test(name));
  return rows.map((row) => row.filter((_, at) => at !== id)).sort((a, b) => (a.join("\0") < b.join("\0") ? -1 : 1));
}

test("a column's meaning can be changed, and the preview follows", async ({ page, workspace }) => {
  await upload(page, workspace, aList(40));
  await atMapping(page);
  await meaning(page, "annual_spend_eur").selectOption("");
  await build(page);
  await expect(page.getByText(en.imports.preview.totalsNone)).toBeVisible();
  await page
    .getByRole("link", { name: en.imports.preview.change })
    .or(page.getByRole("button", { name: en.imports.preview.change }))
    .click();
  await atMapping(page);
  await expect(meaning(page, "annual_spend_eur")).toHaveValue("");
});

test("the table is sorted, filtered, searched and paged, and each supplier explains its score", async ({
  page,
  listed,
}) => {
  await openTable(page, listed);
  const rows = page.getByRole("table").getByRole("row");
  const firstName = () => rows.nth(1).getByRole("rowheader").innerText();

  await page.getByRole("columnheader", { name: en.suppliers.head.name }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: en.suppliers.head.name })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const first = await firstName();

  await page.getByRole("link", { name: en.suppliers.next }).click();
  await expect(page.getByRole("link", { name: en.suppliers.previous })).toBeVisible();
  expect(await firstName()).not.toBe(first);
  await page.getByRole("link", { name: en.suppliers.previous }).click();
  await expect(rows.nth(1).getByRole("rowheader")).toHaveText(first);

  await page.getByLabel(en.suppliers.search).fill(first.slice(0, 6));
  await page.keyboard.press("Enter");
  await expect(rows.filter({ hasText: first })).toHaveCount(1);

  await openTable(page, listed);
  await hydrated(page);
  await page.getByRole("combobox", { name: en.suppliers.level }).selectOption("assessed");
  const apply = page.getByRole("button", { name: en.suppliers.filter, exact: true });
  if (await apply.isVisible()) await apply.click();
  await expect(page).toHaveURL(/level=assessed/);
  await expect(rows.nth(1)).toContainText(en.risk.level.assessed);
  await expect(rows.filter({ hasText: en.risk.level.placed })).toHaveCount(0);

  await rows.nth(1).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: en.supplier.reasons })).toBeVisible();
  await expect(page.getByRole("heading", { name: en.supplier.missing })).toBeVisible();
  await expect(page.getByText(en.supplier.scoreOf)).toBeVisible();
  await expect(
    page.getByText(new RegExp(en.supplier.plausible.replace("{{low}}", "\\d+.*").replace("{{high}}", "\\d+"))),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: en.supplier.rows, exact: true })).toBeVisible();
});

test("the points on a supplier's page add up to its score", async ({ page, listed }) => {
  await openTable(page, listed, "level=assessed");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  const reasons = page.getByRole("region", { name: en.supplier.reasons }).getByRole("table");
  await expect(reasons).toBeVisible();
  const points = await reasons.locator("tbody tr td:first-child").allInnerTexts();
  const total = await reasons.locator("tfoot tr td:first-child").innerText();
  const number = (text: string) => Number(text.replace("−", "-").replace(/[^\d.-]/g, ""));
  const sum = points.reduce((all, text) => all + number(text), 0);
  expect(points.length).toBeGreaterThan(3);
  expect(Math.abs(sum - number(total))).toBeLessThanOrEqual(0.05 * points.length + 0.06);
});

test("a publication can be undone, and the list before comes back", async ({ page, workspace }) => {
  await givenList(page, workspace, aList(30, { seed: "first" }));
  await openTable(page, workspace);
  await expect(page.getByText(/^30 suppliers$/)).toBeVisible();
  await publishList(page, workspace, aList(45, { seed: "second" }));
  await openTable(page, workspace);
  await expect(page.getByText(/^45 suppliers$/)).toBeVisible();
  await page.goto(paths.workspace(workspace));
  await hydrated(page);
  await page.getByRole("link", { name: "suppliers-45.csv" }).first().click();
  await page.waitForURL(/\/imports\/[^/]+$/);
  await page.getByRole("button", { name: en.imports.published.undo }).click();
  await expect(page.getByText(en.imports.undone.title)).toBeVisible();
  await openTable(page, workspace);
  await expect(page.getByText(/^30 suppliers$/)).toBeVisible();
});

test("the same file twice changes nothing", async ({ page, workspace }) => {
  const file = aList(50, { dirty: 0.1 });
  await givenList(page, workspace, file);
  await upload(page, workspace, file);
  await atMapping(page);
  await build(page);
  expect(await figure(page, en.imports.preview.new)).toBe(0);
  expect(await figure(page, en.imports.preview.changed)).toBe(0);
  expect(await figure(page, en.imports.preview.gone)).toBe(0);
  expect(await figure(page, en.imports.preview.unchanged)).toBe(await figure(page, en.imports.preview.suppliers));
});

test("a payment ledger becomes suppliers whose amounts add up", async ({ page, workspace }) => {
  const file = path.join(ROOT, "seed/demo/payments.csv");
  await upload(page, workspace, file);
  await atMapping(page);
  await build(page);
  await expect(page.getByText(en.imports.preview.ledger)).toBeVisible();
  const { summary } = await assess(file);
  expect(summary.kind).toBe("ledger");
  expect(await figure(page, en.imports.preview.suppliers)).toBe(summary.suppliers);
  const totals = page.getByRole("region", { name: en.imports.preview.totals }).last().getByRole("row");
  for (const currency of ["EUR", "NOK", "SEK", "USD"])
    await expect(totals.filter({ hasText: currency })).toContainText(en.imports.preview.adds);
});
