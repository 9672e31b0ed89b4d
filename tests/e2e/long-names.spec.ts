import { LONG_NAMES, longNamesList } from "../long-names";
import { aFile, en, expect, givenList, openTable, paths, test } from "./journey";

test("names of a hundred letters in any script make no page wider than the screen", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  const published = await givenList(page, workspace, aFile("names.csv", longNamesList()));
  await openTable(page, workspace);
  const suppliers = await page
    .getByRole("main")
    .getByRole("rowheader")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  await page.goto(paths.plan(workspace));
  await page.getByLabel(en.plan.start.question).fill("3");
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await expect(page.getByRole("heading", { name: en.plan.draftTitle, exact: true })).toBeVisible();
  const pages = [
    published,
    paths.workspace(workspace),
    paths.suppliers(workspace),
    ...suppliers,
    paths.understand(workspace),
    paths.understand(workspace, "tab=payees"),
    paths.plan(workspace),
  ];
  expect(pages.length).toBeGreaterThan(LONG_NAMES.length + 6);
  for (const address of pages) {
    await page.goto(address);
    for (const width of [390, 900]) {
      await page.setViewportSize({ width, height: 844 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(wide, `${address} at ${width} px`).toBe(0);
    }
  }
});
