import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { aFile, en, expect, givenList, openTable, paths, test } from "./journey";

const words = en.corridors;
const { gap } = en.recruitment;

/** A supplier in Malaysia that hired 40 workers in Nepal and paid 500 US dollars for each; the page of its answers. */
async function aSupplierThatHires(page: Page, workspace: string): Promise<string> {
  await givenList(page, workspace, aFile("one.csv", "Supplier name,Country,Product\nAlder Gloves,MY,rubber gloves\n"));
  await openTable(page, workspace);
  await page.goto(paths.toAsk(workspace));
  await page
    .getByRole("link", { name: new RegExp(`^${en.recruitment.enter}`) })
    .first()
    .click();
  await page.getByLabel(en.recruitment.common.source).fill("head of personnel, letter");
  await page.getByLabel(en.recruitment.field.workersRecruited).fill("40");
  await page.getByLabel(en.recruitment.field.recruitedFrom).fill("Nepal");
  await page.getByLabel(en.recruitment.field.bill, { exact: true }).fill("20000");
  await page.getByRole("group", { name: en.recruitment.q.bill }).getByLabel(en.recruitment.field.currency).fill("USD");
  await page.getByRole("button", { name: en.recruitment.save }).click();
  await expect(page.getByText(en.recruitment.saved)).toBeVisible();
  return page.url().split("?")[0]!;
}

test("a cost added for Nepal to Malaysia is offered on a supplier's page, used, and the answer stays when the row is withdrawn", async ({
  page,
  workspace,
}) => {
  test.setTimeout(240_000);
  const supplier = await aSupplierThatHires(page, workspace);
  const panel = page.getByRole("region", { name: gap.title });
  await expect(panel).toContainText(gap.paid.replace("{{paid}}", "500"));
  await expect(panel).toContainText(gap.noCost);

  // What is known of the corridor stands there; the way to add a cost leads to the forms, with the corridor filled in.
  await panel.getByText(gap.known).click();
  await expect(panel).toContainText(words.capNote);
  await panel.getByRole("link", { name: gap.all }).click();
  await expect(page.locator("#answer")).toContainText("Nepal → Malaysia");
  await expect(page.locator("#answer")).toContainText(words.ask.noTotal);
  const form = page.locator("details", { has: page.getByRole("heading", { name: words.add.cost }) });
  await expect(form.getByLabel(words.ask.from)).toHaveValue("Nepal");
  await form.getByLabel(words.add.kind).selectOption("total");
  await form.getByLabel(words.add.amount, { exact: true }).fill("199500");
  await form.getByRole("combobox", { name: en.recruitment.field.currency }).fill("npr");
  await form.getByLabel(words.add.year).fill("2024");
  await form.getByRole("button", { name: words.add.submit }).click();
  // Nothing is kept without a source, nor an amount without its rate, and what was typed stays.
  await expect(form.getByText(en.recruitment.form.needed)).toBeVisible();
  await expect(form.getByText(en.recruitment.form.rate.replace("{{currency}}", "NPR"))).toBeVisible();
  await expect(form.getByLabel(words.add.amount, { exact: true })).toHaveValue("199500");
  await form.getByLabel(en.recruitment.rates.perUsdAny).fill("133");
  await form.getByLabel(en.recruitment.rates.on, { exact: true }).fill("2026-01-30");
  await form.getByLabel(en.recruitment.rates.source).fill("UN operational rates of exchange");
  await form.getByLabel(en.methodCoverage.source, { exact: true }).fill("Study of an institute, 2024");
  await form.getByRole("button", { name: words.add.submit }).click();
  await expect(page.getByText(en.shell.told.rowAdded)).toBeVisible();
  const own = page.getByRole("table", { name: words.own.costs });
  await expect(own).toContainText("199,500 NPR = 1,500 US dollars at 133");
  await expect(own).toContainText("Mara Owner");
  await expect(page.locator("#answer")).toContainText("1,500 US dollars a worker in all (2024)");

  // On the supplier's page it is offered, with what it does, and recorded by one click.
  await page.goto(supplier);
  await expect(panel).toContainText("1,500 US dollars a worker in all (2024)");
  await expect(panel).toContainText("700 to 1,300 US dollars each");
  await expect(panel).toContainText(gap.notStated);
  await expect(panel).toContainText(gap.offerSame);
  await panel.getByRole("button", { name: gap.use }).click();
  await expect(page.getByText(en.recruitment.used)).toBeVisible();
  await expect(panel).toContainText(gap.gap.replace("{{low}}", "700").replace("{{high}}", "1,300"));
  await expect(panel).toContainText("NP → MY, 2024: Study of an institute, 2024");
  await expect(panel.getByRole("button", { name: gap.use })).toHaveCount(0);

  // Withdrawn, put back from the message, withdrawn again: the recorded answer stays.
  await page.goto(paths.corridors(workspace));
  const withdraw = own.getByRole("button", { name: new RegExp(`^${words.own.withdraw}`) });
  await withdraw.click();
  await expect(page.getByText(en.shell.told.rowWithdrawn)).toBeVisible();
  await expect(own).toBeHidden();
  await page.getByRole("button", { name: en.shell.told.undo, exact: true }).click();
  await expect(page.getByText(en.shell.told.rowRestored)).toBeVisible();
  await withdraw.click();
  await page.getByText(words.own.withdrawn.replace("{{formatted}}", "1")).click();
  await expect(own).toContainText("withdrawn by Mara Owner");
  await page.goto(supplier);
  await expect(panel).toContainText(gap.gap.replace("{{low}}", "700").replace("{{high}}", "1,300"));
  await expect(panel).toContainText(gap.ownWithdrawn);

  await page.goto(paths.corridors(workspace));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words.own.file }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("Study of an institute, 2024");
});

test("where no table has a corridor the page says so, and leads to adding a cost", async ({ page, workspace }) => {
  await page.goto(paths.corridors(workspace, "from=KG&to=NO"));
  await expect(page.locator("#answer")).toContainText(words.ask.none);
  await page.getByRole("link", { name: words.ask.add }).click();
  await expect(page.getByLabel(words.add.kind)).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a corridor is asked about and a rule on fees is added by forms alone", async ({ page, workspace }) => {
    await page.goto(paths.corridors(workspace));
    await page.getByLabel(words.ask.from).first().selectOption({ label: "Nepal" });
    await page.getByRole("button", { name: words.ask.show }).click();
    await expect(page.getByRole("table").filter({ hasText: "agency service charge" })).toBeVisible();
    const form = page.locator("details", { has: page.getByRole("heading", { name: words.add.rule }) });
    await form.locator("summary").click();
    await form.getByLabel(words.rules.side).selectOption("origin");
    await form.getByLabel(en.methodCoverage.rule, { exact: true }).selectOption("capped");
    await form.getByLabel(words.add.covers).fill("service charge");
    await form.getByLabel(words.add.year).fill("2024");
    await form.getByLabel(en.methodCoverage.source, { exact: true }).fill("An order of a ministry");
    await form.getByRole("button", { name: words.add.submit }).click();
    await expect(page.getByRole("table", { name: words.own.rules })).toContainText("An order of a ministry");
  });
});
