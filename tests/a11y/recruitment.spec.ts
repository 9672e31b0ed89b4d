import { aList, en, openTable, paths, publishList, test } from "../e2e/journey";
import { hasNoFaults } from "./faults";

const words = en.recruitment;

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("the pages of answers on recruitment have no accessibility fault, with everything open", async ({
      page,
      workspace,
    }) => {
      test.setTimeout(240_000);
      await publishList(page, workspace, aList(20));
      await openTable(page, workspace);
      await page.goto(paths.toAsk(workspace));
      await hasNoFaults(page, "whom to ask");
      await page
        .getByRole("link", { name: new RegExp(`^${words.enter}`) })
        .first()
        .click();
      await page.getByText(words.further).click();
      await page.getByText(words.day).first().click();
      await page.getByLabel(words.field.bill, { exact: true }).fill("100");
      await page.locator("[name='currency.employerCostTotalUsd']").fill("NPR");
      await page.getByLabel(words.field.papersHeldBy).selectOption("worker");
      await page.getByText(words.result.effect).first().waitFor();
      await page.getByRole("button", { name: words.save }).click();
      await page.getByText(words.form.title).waitFor();
      await hasNoFaults(page, "answers, with what is wrong");
      await page.getByRole("link", { name: words.protected.enter }).click();
      await page.getByText(words.protected.leave).waitFor();
      await hasNoFaults(page, "protected answers");
      await page.getByRole("link", { name: words.sheet }).click();
      await page.getByRole("heading", { name: words.sheetPage.title }).waitFor();
      await hasNoFaults(page, "the sheet to send");
    });
  });
}
