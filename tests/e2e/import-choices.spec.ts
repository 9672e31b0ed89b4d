import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { writeXlsx } from "../../app/files/xlsx-writer.server";
import { aFile, aPath, atMapping, build, en, expect, figure, publish, test, upload } from "./journey";
import { readSheet } from "./xlsx";

const LEDGER = `Payee;Payment date;Amount (EUR);Purpose;E-mail
Alder Cleaning Ltd;05/01/2026;1.250;window cleaning;ann@alder.example
;06/01/2026;-50,00;stationery;bo@birch.example
VARIOUS;07/01/2026;2.005;cleaning materials;
Cedar Ltd;10/01/2026;7;catering;
`;
const originalOf = (page: Page) => page.getByRole("region", { name: en.importing.original.title });

test("a ledger is compared with the general ledger, its left-out rows are corrected, and its original is kept encrypted", async ({
  page,
  workspace,
}) => {
  const file = aFile("payments.csv", LEDGER);
  await upload(page, workspace, file);
  await atMapping(page);
  const comma = page.getByRole("radio", { name: en.importing.reading.comma });
  await expect(comma).toBeChecked();
  await expect(page.getByRole("row", { name: /^1\.250 1\.25 1,250\.00$/ })).toBeVisible();
  await page.getByLabel(en.imports.mapping.product).fill("cleaning services");
  await expect(page.getByText(/^Read as 81, /)).toBeVisible();
  await page.getByLabel(en.imports.mapping.product).fill("");
  await build(page);

  await page.getByLabel("Total of the general ledger, EUR").fill("3.212,01");
  await page.getByRole("button", { name: en.importing.ledger.save }).click();
  await expect(page.getByText("the file has 0.01 less")).toBeVisible();
  await expect(page.getByLabel("Total of the general ledger, EUR")).toHaveValue(/3\.?212,01/);

  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: en.importing.correct.download }).click();
  const workbook = aPath("rows.xlsx");
  await (await arriving).saveAs(workbook);
  const [headers, ...rows] = await readSheet(workbook);
  expect(rows.map((row) => row[0])).toEqual(["3", "4"]);
  rows[0]![3] = "Birch Ltd";
  const corrected = aPath("corrected.xlsx");
  await writeXlsx(corrected, [{ name: "Rows", columns: headers!.map((header) => ({ header })), rows }]);

  await upload(page, workspace, corrected);
  await atMapping(page);
  await expect(page.getByText("Corrected rows of payments.csv")).toBeVisible();
  await build(page);
  expect(await figure(page, en.imports.preview.suppliers)).toBe(3);
  await publish(page);

  await upload(page, workspace, file);
  await atMapping(page);
  await expect(page.getByText(en.importing.remembered.title)).toBeVisible();
  await build(page);
  await page.getByRole("link", { name: `${en.importing.differences.show}: ${en.imports.preview.gone}` }).click();
  await expect(page.getByRole("region", { name: en.imports.preview.compared }).getByText("Birch Ltd")).toBeVisible();
  await publish(page);
  await expect(async () => {
    await page.reload();
    await expect(originalOf(page).getByText(/^The original is encrypted and kept until/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(originalOf(page).getByText("E-mail", { exact: true })).toBeVisible();
  const original = page.waitForEvent("download");
  await page.getByRole("link", { name: en.importing.original.download }).click();
  expect(readFileSync(await (await original).path(), "utf8")).toBe(LEDGER);
});

test("a workbook names its other tables, is built as it was found, and its original is encrypted when it is discarded", async ({
  page,
  workspace,
}) => {
  const workbook = aPath("suppliers.xlsx");
  const rows = Array.from({ length: 20 }, (_, i) => [`Mill ${i} Ltd`, "Norway"]);
  const columns = [{ header: "Supplier name" }, { header: "Country" }];
  await writeXlsx(workbook, [
    { name: "Suppliers", columns, rows },
    { name: "Old list", columns, rows: rows.slice(0, 12) },
  ]);
  await upload(page, workspace, workbook);
  await atMapping(page);
  await expect(page.getByText("One other sheet holds a table: Old list (13 × 2).")).toBeVisible();
  await build(page);
  expect(await figure(page, en.imports.preview.suppliers)).toBe(20);
  await page.getByRole("button", { name: en.imports.preview.discard }).click();
  await expect(async () => {
    await page.reload();
    await expect(originalOf(page).getByText(/^The original is encrypted and kept until/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
});

test("without script another way of writing numbers is chosen, and the product of the whole list says its sector", async ({
  browser,
  me,
}) => {
  const context = await browser.newContext({ locale: "en-GB", javaScriptEnabled: false });
  await context.addCookies(me.cookies);
  const page = await context.newPage();
  await page.goto("/workspaces?all=1");
  await page.getByLabel(en.account.workspaces.name, { exact: true }).fill(`No script ${process.pid}`);
  await page.getByRole("button", { name: en.account.workspaces.create }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await page.goto(`${page.url()}/imports/new`);
  await page.locator("input[type=file]").setInputFiles(aFile("payments.csv", LEDGER));
  await page.getByRole("button", { name: en.workspace.upload.send }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: en.imports.mapping.title })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });

  await page.getByRole("radio", { name: en.importing.reading.point }).check();
  await page.getByLabel(en.imports.mapping.product).fill("cleaning services");
  await page.getByRole("button", { name: en.imports.mapping.reread }).click();
  await expect(page.getByRole("radio", { name: en.importing.reading.point })).toBeChecked();
  await expect(page.getByText(/^Read as 81, /)).toBeVisible();
  await context.close();
});
