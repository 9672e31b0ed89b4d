/** The supplier table at work: filters of several values, selection, saved views, export; with script and without. */
import { readFileSync } from "node:fs";
import { hydrated } from "../hydrated";
import { aList, aPath, en, expect, givenList, openTable, paths, test } from "./journey";

const rows = (page: import("@playwright/test").Page) => page.getByRole("table").locator("tbody tr");

test("values are added to a filter and taken away one by one, and the address tells it all", async ({
  page,
  listed,
}) => {
  await openTable(page, listed);
  await hydrated(page);
  const level = page.getByRole("combobox", { name: en.suppliers.level });
  await level.selectOption("assessed");
  await expect(page).toHaveURL(/level=assessed/);
  const chip = (word: string) =>
    page.getByRole("link", {
      name: en.table.remove.replace("{{filter}}", en.suppliers.level).replace("{{value}}", word),
    });
  await expect(chip(en.risk.level.assessed)).toBeVisible();
  await level.selectOption("indicative");
  await expect(page).toHaveURL(/level=assessed&level=indicative/);
  const both = await rows(page).count();
  await chip(en.risk.level.assessed).click();
  await expect(chip(en.risk.level.assessed)).toHaveCount(0);
  await expect(page).toHaveURL(/\?level=indicative$/);
  await expect(rows(page).filter({ hasText: en.risk.level.assessed })).toHaveCount(0);
  expect(both).toBeGreaterThan(0);
  await page.reload();
  await expect(chip(en.risk.level.indicative)).toBeVisible();
});

test("rows are selected one by one, in a range and over pages, and shown and exported as exactly these", async ({
  page,
  listed,
}) => {
  await openTable(page, listed, "sort=name");
  await hydrated(page);
  const boxes = rows(page).getByRole("checkbox");
  await boxes.nth(1).click();
  await boxes.nth(3).click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("link", { name: en.suppliers.next }).click();
  await expect(page.getByRole("link", { name: en.suppliers.previous })).toBeVisible();
  await boxes.nth(0).press("Space");
  await expect(page.getByText("4 selected")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: en.suppliers.asCsv, exact: true }).click(),
  ]);
  await download.saveAs(aPath("selected.csv"));
  expect(readFileSync(aPath("selected.csv"), "utf8").trim().split("\n")).toHaveLength(5);
  await page.getByRole("button", { name: en.table.showPicked }).click();
  await expect(page).toHaveURL(/only=/);
  await expect(rows(page)).toHaveCount(4);
});

test("a saved view opens the table, says when it was changed, and goes when it is deleted", async ({
  page,
  workspace,
}) => {
  await givenList(page, workspace, aList(60));
  await openTable(page, workspace, "level=assessed&sort=name");
  await page.getByText(en.table.views, { exact: true }).click();
  await page.getByLabel(en.table.name, { exact: true }).fill("Known ones");
  await page.getByLabel(en.table.makeDefault).check();
  await page.getByRole("button", { name: en.table.saveButton, exact: true }).click();
  await expect(page).toHaveURL(/view=/);
  await page.goto(paths.suppliers(workspace));
  await expect(page).toHaveURL(/level=assessed&sort=name&view=/);
  const views = page.getByRole("navigation", { name: en.table.views });
  await expect(views.getByRole("link", { name: "Known ones" })).toHaveAttribute("aria-current", "page");
  await hydrated(page);
  await page.getByRole("combobox", { name: en.suppliers.level }).selectOption("indicative");
  await expect(views.getByText(en.table.changed)).toBeVisible();
  const takeAway = async () => {
    await page.getByText(en.table.views, { exact: true }).click();
    await page.getByRole("button", { name: en.table.deleteView.replace("{{name}}", "Known ones") }).click();
    await expect(views).toHaveCount(0);
  };
  await takeAway();
  // It is said, and can be taken back.
  const told = page.getByRole("region", { name: en.shell.told.label });
  await expect(told).toContainText(en.shell.told.viewDeleted);
  await told.getByRole("button", { name: en.shell.told.undo }).click();
  await expect(views.getByRole("link", { name: "Known ones" })).toHaveAttribute("aria-current", "page");
  await expect(told).toContainText(en.shell.told.viewUndone);
  await page.goto(paths.suppliers(workspace));
  await expect(page).toHaveURL(/level=assessed&sort=name&view=/);
  await takeAway();
  await page.goto(paths.suppliers(workspace));
  await expect(page).toHaveURL(/\/suppliers$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("rows are filtered by two values, selected and shown, and the view is saved", async ({ page, workspace }) => {
    await page.goto(paths.newImport(workspace));
    await page.locator("input[type=file]").setInputFiles(aList(40));
    await page.getByRole("button", { name: en.workspace.upload.send, exact: true }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { name: en.imports.mapping.title })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await page.getByRole("button", { name: en.imports.mapping.build }).click();
    await page.getByRole("button", { name: en.imports.preview.confirm }).click({ timeout: 30_000 });
    await openTable(page, workspace);
    for (const level of ["assessed", "indicative"]) {
      await page.getByRole("combobox", { name: en.suppliers.level }).selectOption(level);
      await page.getByRole("button", { name: en.suppliers.filter, exact: true }).click();
    }
    await expect(page).toHaveURL(/level=assessed.*level=indicative/);
    for (const at of [0, 2]) await rows(page).getByRole("checkbox").nth(at).check();
    await page.getByRole("button", { name: en.table.showPicked }).click();
    await expect(rows(page)).toHaveCount(2);
    await page.getByText(en.table.views, { exact: true }).click();
    await page.getByLabel(en.table.name, { exact: true }).fill("These two");
    await page.getByRole("button", { name: en.table.saveButton, exact: true }).click();
    await expect(page.getByRole("link", { name: "These two" })).toHaveAttribute("aria-current", "page");
    await expect(rows(page)).toHaveCount(2);
  });
});
