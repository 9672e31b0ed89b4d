import { aList, en, expect, openTable, paths, publishList, test } from "../e2e/journey";
import { hasNoFaults } from "./faults";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("the pages of a plan have no accessibility fault, from the question to the record", async ({
      page,
      workspace,
    }) => {
      test.setTimeout(120_000);
      await publishList(page, workspace, aList(40));
      await openTable(page, workspace);
      await page.goto(paths.plan(workspace));
      await hasNoFaults(page, "plan, to be started");
      await page.getByLabel(en.plan.start.question).fill("6");
      await page.getByRole("button", { name: en.plan.start.submit }).click();
      await expect(page.getByRole("heading", { name: en.plan.draftTitle, exact: true })).toBeVisible();
      await page.getByText(en.plan.takeOut).first().click();
      await page.getByText(en.plan.steps.backing).first().click();
      await hasNoFaults(page, "plan, draft");
      await page.getByLabel(en.plan.due.all).fill("2020-01-31");
      await page.getByRole("button", { name: en.plan.accept }).click();
      await expect(page.getByRole("heading", { name: en.plan.acceptedTitle })).toBeVisible();
      await page.getByText(en.plan.outcomeOf.change).first().click();
      await hasNoFaults(page, "plan, in force");
      await page.getByRole("link", { name: en.plan.print }).click();
      await expect(page.getByRole("heading", { name: en.plan.record.title })).toBeVisible();
      await hasNoFaults(page, "plan, record");
      await page.goto(paths.workspace(workspace));
      await hasNoFaults(page, "overview with a plan");
      await page.getByRole("region", { name: en.overview.due.title }).getByRole("link").first().click();
      await page.getByText(en.supplier.stopFollowing).click();
      await page.getByText(en.plan.outcomeOf.change).click();
      await page.getByText(en.supplier.askMore).click();
      await hasNoFaults(page, "a supplier of the plan, everything open");
    });
  });
}
