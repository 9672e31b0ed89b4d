import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { aFile, en, expect, givenList, inLanguage, openTable, paths, secondMember, test } from "./journey";

type Words = typeof en.remedy | typeof ru.remedy;

/** A workspace with one supplier in Malaysia; the page of the supplier. */
async function aSupplier(page: Page, workspace: string): Promise<string> {
  const list = aFile("one.csv", "Supplier name,Country,Product\nAlder Gloves,MY,rubber gloves\n");
  await givenList(page, workspace, list);
  await openTable(page, workspace);
  await page.getByRole("link", { name: "Alder Gloves" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Alder Gloves");
  return page.url().split("?")[0]!;
}

const enter = (page: Page, words: Words, kind: "payment" | "confirmation" | "instalment") => {
  const form = page.locator("details", { has: page.locator(`input[name=kind][value=${kind}]`) });
  return { form, save: form.getByRole("button", { name: words.repayment.enter, exact: true }) };
};

for (const [language, words] of [
  ["en", en.remedy],
  ["ru", ru.remedy],
] as const)
  test(`an officer follows a risk until workers are repaid and it is verified (${language})`, async ({
    page,
    workspace,
    browser,
    stranger,
  }) => {
    test.setTimeout(240_000);
    const supplier = await aSupplier(page, workspace);
    await inLanguage(page, language);
    await page.goto(supplier);
    const card = page.getByRole("region", { name: words.supplier.title, exact: true });
    await expect(card).toContainText(words.supplier.none);

    // What is to be done: without a title nothing is saved, and what was typed stays.
    await card.getByRole("link", { name: words.action.add }).click();
    await page.getByLabel(words.action.cause).fill("Agents took fees");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByText(words.fault.needed).first()).toBeVisible();
    await expect(page.getByLabel(words.action.cause)).toHaveValue("Agents took fees");
    await page.getByLabel(words.action.title, { exact: true }).fill("Pay back the fees");
    await page.getByLabel(words.practice.price, { exact: true }).check();
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay back the fees");
    const action = page.url();
    await expect(page.getByRole("definition").filter({ hasText: words.practice.price })).toBeVisible();

    // Who is owed what: receipts of 10 of 40 show 9,000, so that all are owed 36,000.
    await page.getByRole("link", { name: words.repayment.add }).click();
    await page.getByLabel(words.repayment.group, { exact: true }).fill("Packers hired in 2024");
    await page.getByLabel(words.repayment.origin, { exact: true }).fill("NP");
    await page.getByLabel(words.repayment.destination, { exact: true }).fill("MY");
    await page.getByLabel(words.repayment.workers, { exact: true }).fill("40");
    await page.locator("[name=currency]").fill("EUR");
    await page.locator("[name=receipts]").fill("9000");
    await page.locator("[name=receiptsWorkers]").fill("10");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    const owed = page.getByRole("region", { name: words.repayment.owed });
    await expect(owed).toContainText(/36[,\s\u00A0]000[.,]00/u);
    await expect(owed).toContainText(words.repayment.taken);
    const repayment = page.url();

    // By way of wages it is refused with a sentence; to each worker by bank it is entered.
    const paid = enter(page, words, "payment");
    await paid.form.locator("[name=amount]").fill("36000");
    await paid.form.locator("[name=proof]").fill("bank list 7");
    await paid.form.locator("[name=way]").selectOption("wages");
    await paid.save.click();
    const refusal =
      language === "en" ? "Workers cannot repay themselves" : "Работники не могут возвращать долг сами себе";
    await expect(page.getByRole("alert")).toContainText(refusal);
    await paid.form.locator("[name=way]").selectOption("bank");
    await paid.save.click();
    await expect(page.getByText(words.ledgerState.unconfirmed)).toBeVisible();

    // A list of signatures from the supplier leaves it unconfirmed; a union asked in private confirms it.
    for (const party of ["supplier", "union"] as const) {
      const told = enter(page, words, "confirmation");
      await told.form.locator("summary").click();
      await told.form.locator("[name=amount]").fill("36000");
      await told.form.locator("[name=party]").selectOption(party);
      await told.form.locator("[name=acceptedBy]").selectOption("workers");
      await told.form.locator("[name=inPrivate]").selectOption("yes");
      await told.save.click();
      await expect(page.getByRole("row", { name: new RegExp(words.party[party]) })).toBeVisible();
      const state = party === "supplier" ? words.ledgerState.unconfirmed : words.ledgerState.confirmed;
      await expect(page.getByText(state).first()).toBeVisible();
    }
    await expect(page.getByText(words.notCounted.party)).toBeVisible();

    // Done by the supplier, then verified: by the same person, for there is nobody else, and it says so.
    await page.goto(action);
    await page.getByRole("button", { name: words.moveTo.done, exact: true }).click();
    await expect(page.getByText(words.action.alone)).toBeVisible();
    await page.getByLabel(words.action.how).fill("Asked ten workers outside the plant");
    await page.getByRole("button", { name: words.action.verify, exact: true }).click();
    await expect(page.getByText(words.action.self)).toBeVisible();
    await expect(page.getByRole("region", { name: words.action.looks })).toContainText(words.step.reprisal3);

    // All of it stands on the page of the follow-up, and its file.
    await page.goto(paths.followUp(workspace));
    await expect(page.getByRole("table", { name: words.tab.actions })).toContainText("Pay back the fees");
    await page.goto(paths.followUp(workspace, "tab=repayments"));
    await expect(page.getByRole("table", { name: words.totals.title })).toContainText("EUR");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: words.file.csv, exact: true }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("Packers hired in 2024");
    await page.goto(paths.followUp(workspace, "as=calendar"));
    await expect(page.getByRole("columnheader")).toHaveCount(7);
    await page.goto(repayment);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Packers hired in 2024");

    // As soon as there is somebody else, who did it does not verify it, and the other does.
    const other = await secondMember(page, workspace, browser, stranger);
    await inLanguage(other, language);
    await page.goto(supplier);
    await card.getByRole("link", { name: words.action.add }).click();
    await page.getByLabel(words.action.title, { exact: true }).fill("Licensed agents only");
    await page.getByRole("button", { name: words.save, exact: true }).click();
    await page.getByRole("button", { name: words.moveTo.done, exact: true }).click();
    await expect(page.getByText(words.action.waitsForOther)).toBeVisible();
    await expect(page.getByRole("button", { name: words.action.verify, exact: true })).toHaveCount(0);
    await other.goto(new URL(page.url()).pathname);
    await other.getByLabel(words.action.how).fill("Read the contracts of three agents");
    await other.getByRole("button", { name: words.action.verify, exact: true }).click();
    await expect(other.getByText(words.action.self)).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("region", { name: words.action.looks })).toContainText(words.step.reprisal3);
    await other.context().close();
  });

test("leaving a supplier is not saved without what it does to workers, and of two windows the later one is told", async ({
  page,
  workspace,
}) => {
  test.setTimeout(180_000);
  const words = en.remedy;
  const supplier = await aSupplier(page, workspace);
  await page
    .getByRole("region", { name: words.supplier.title, exact: true })
    .getByRole("link", { name: words.supplier.decide })
    .click();
  await page.getByLabel(words.decide.decision, { exact: true }).selectOption("exit");
  await page.getByLabel(words.decide.reason, { exact: true }).fill("No progress");
  await page.getByRole("button", { name: words.decide.save }).click();
  // All that is missing is marked at once, and the first of it has the focus: the page is long, and the button stands at its end.
  await expect(page.getByText(words.fault.needed)).toHaveCount(3);
  await expect(page.getByLabel(words.decide.harm, { exact: true })).toBeFocused();
  await expect(page.getByLabel(words.decide.reason, { exact: true })).toHaveValue("No progress");
  await page.getByLabel(words.decide.harm, { exact: true }).fill("Forty lose their work");
  await page.getByLabel(words.decide.tried, { exact: true }).fill("Three plans");
  await page.getByLabel(words.decide.notice, { exact: true }).fill("Six months");
  await page.getByRole("button", { name: words.decide.save }).click();
  await expect(page.getByText(words.decide.self).first()).toBeVisible();
  await page.goto(supplier);
  await expect(page.getByRole("region", { name: words.supplier.title, exact: true })).toContainText(
    words.decision.exit,
  );
  await expect(page.locator("#history").locator("..").locator("..")).toContainText(
    words.decide.made.replace("{{decision}}", words.decision.exit),
  );

  await page.goto(supplier);
  await page.getByRole("link", { name: words.action.add }).click();
  await page.getByLabel(words.action.title, { exact: true }).fill("First words");
  await page.getByRole("button", { name: words.save, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("First words");
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const [window, title] of [
    [page, "Of the first window"],
    [other, "Of the second window"],
  ] as const) {
    await window.getByText(words.action.edit).click();
    await window.getByLabel(words.action.title, { exact: true }).fill(title);
    await window.getByRole("button", { name: words.save, exact: true }).click();
  }
  await expect(other.getByRole("alert")).toContainText("Somebody changed this");
  // What was typed is still there, and can be saved over what stands there now.
  await expect(other.getByLabel(words.action.title, { exact: true })).toHaveValue("Of the second window");
  await other.getByRole("button", { name: words.save, exact: true }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Of the second window");
});
