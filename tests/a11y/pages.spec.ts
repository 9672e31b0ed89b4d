import { appendFileSync } from "node:fs";
import {
  aFile,
  aList,
  atMapping,
  build,
  en,
  expect,
  methodVersion,
  openTable,
  paths,
  publish,
  test,
  upload,
} from "../e2e/journey";
import { hasNoFaults } from "./faults";

/** A list with faults, with suppliers of whom only a name, or a name and a country, is known. */
function aListOfEveryLevel(): string {
  const file = aList(70, { dirty: 0.25 });
  appendFileSync(file, `P1,Only Placed Works,Norway${",".repeat(18)}\nL1,Only Listed Works${",".repeat(19)}\n`);
  return file;
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("the pages that need no sign-in have no accessibility fault", async ({ page }) => {
      for (const address of [paths.home(), paths.login(), paths.signup(), "/no-such-page"]) {
        await page.goto(address);
        await hasNoFaults(page, address);
      }
      await page.goto(paths.signup());
      await page.getByRole("button", { name: en.account.signup.submit }).click();
      await expect(page.getByText(en.account.form.required).first()).toBeVisible();
      await hasNoFaults(page, "sign-up with errors");
    });

    // Long pages: axe looks at each of them for as long as at ten others.
    const method: Readonly<Record<string, (version: string) => string>> = {
      "the model": (version) => paths.method(version),
      "worked suppliers": (version) => paths.methodWorked(version, "W12"),
      "the tests": (version) => paths.methodStudy(version),
      coverage: (version) => paths.methodCoverage(version),
      "the sources": () => paths.methodSources(),
    };
    for (const [name, address] of Object.entries(method))
      test(`the method has no accessibility fault: ${name}`, async ({ page }) => {
        test.setTimeout(240_000);
        const version = await methodVersion(page);
        await page.goto(address(version));
        await hasNoFaults(page, name);
      });

    test("the pages of a workspace have no accessibility fault, from empty to a supplier", async ({
      page,
      workspace,
    }) => {
      test.setTimeout(240_000);
      for (const address of [
        `${paths.workspaces()}?all=1`,
        paths.workspace(workspace),
        paths.newImport(workspace),
        paths.suppliers(workspace),
        paths.understand(workspace),
      ]) {
        await page.goto(address);
        await hasNoFaults(page, `${address}, empty`);
      }
      await upload(page, workspace, aFile("suppliers.pdf", "%PDF-1.7\n%%EOF\n"));
      await expect(page.getByText(en.imports.failed.title).first()).toBeVisible();
      await hasNoFaults(page, "a file that cannot be used");

      await upload(page, workspace, aListOfEveryLevel());
      await atMapping(page);
      await hasNoFaults(page, "columns");
      await build(page);
      await hasNoFaults(page, "preview");
      await publish(page);
      await hasNoFaults(page, "published");
      await page.goto(paths.workspace(workspace));
      await hasNoFaults(page, "overview");
      for (const tab of ["groups", "payees", "texts", "aside", "decided"]) {
        await page.goto(paths.understand(workspace, `tab=${tab}`));
        await hasNoFaults(page, `understanding, ${tab}`);
      }
      await openTable(page, workspace);
      await hasNoFaults(page, "suppliers");
      await openTable(page, workspace, "band=high&level=indicative&level=assessed");
      await page.getByRole("table").getByRole("checkbox").nth(1).check();
      for (const menu of [en.table.views, en.suppliers.columns, en.suppliers.downloads])
        await page.getByText(menu, { exact: true }).click();
      await hasNoFaults(page, "suppliers, filtered, one selected, every menu open");
      await page.goto(paths.suppliersChange(workspace, "level=assessed&every=1"));
      await hasNoFaults(page, "several suppliers, to be changed");
      await page.getByLabel(en.table.change.role).selectOption("trader");
      await page.getByRole("button", { name: en.table.change.save }).click();
      await page.waitForURL(/did=/);
      await hasNoFaults(page, "suppliers, after a change");
      for (const level of ["assessed", "indicative", "placed", "listed"]) {
        await openTable(page, workspace, `level=${level}`);
        await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
        await expect(page.getByRole("heading", { name: en.supplier.missing })).toBeVisible();
        await hasNoFaults(page, `a supplier, ${level}`);
      }
      await page.goto(paths.suppliers(workspace, "q=zzzzzz"));
      await hasNoFaults(page, "no supplier found");
    });

    test("progress has no accessibility fault", async ({ page, workspace }) => {
      test.setTimeout(120_000);
      await upload(page, workspace, aList(120_000));
      await atMapping(page);
      await page.getByRole("button", { name: en.imports.mapping.build }).click();
      await expect(page.getByText(en.imports.progress.leave)).toBeVisible();
      await hasNoFaults(page, "progress");
      await page.getByRole("button", { name: en.imports.progress.cancel, exact: true }).click();
      await atMapping(page);
      await hasNoFaults(page, "cancelled");
    });
  });
}
