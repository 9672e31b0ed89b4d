import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { aFile, en, expect, givenList, openTable, paths, test } from "./journey";

const words = en.recruitment;

/** A list that tells nothing of recruitment. */
const aSilentList = () =>
  aFile(
    "silent.csv",
    `Supplier name,Country,Product\n${Array.from({ length: 12 }, (_, at) => `Mill ${at + 1} Ltd,${["Germany", "Turkey", "Norway"][at % 3]},cotton shirts`).join("\n")}\n`,
  );

/** From a published list to a plan, and from the plan to whom to ask. */
async function plan(page: Page, workspace: string): Promise<void> {
  await givenList(page, workspace, aSilentList());
  await openTable(page, workspace);
  await page.goto(paths.workspace(workspace));
  await page.getByLabel(en.plan.start.question).fill("5");
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await expect(page.getByRole("heading", { name: en.plan.draftTitle, exact: true })).toBeVisible();
}

const question = (page: Page, name: string) => page.getByRole("group", { name });

test("from the plan to a supplier's five answers in its own currency: the result changes, is saved, and taken back", async ({
  page,
  workspace,
}) => {
  test.setTimeout(240_000);
  await plan(page, workspace);
  await page.getByRole("link", { name: words.queue.title }).first().click();
  const first = page.getByRole("row").nth(1);
  await expect(first).toContainText(words.answered.not);
  await first.getByRole("link", { name: new RegExp(`^${words.enter}`) }).click();
  await expect(page.getByRole("heading", { name: words.title, exact: true })).toBeVisible();
  const effect = page.getByRole("region", { name: words.result.title });
  await expect(effect).toContainText(words.result.nothing);

  await page.getByLabel(words.common.source).fill("head of personnel, letter");
  await page.getByLabel(words.field.workersRecruited).fill("40");
  await page.getByLabel(words.field.recruitedFrom).fill("Nepal, Atlantis");
  await page.getByLabel(words.field.recruiter).first().selectOption("licensed-agent");
  await page.getByLabel(words.field.bill, { exact: true }).fill("665000");
  await question(page, words.q.bill).getByLabel(words.field.currency).fill("npr");
  await page.getByLabel(words.field.papersHeldBy).selectOption("worker");
  await question(page, words.q.papers).getByRole("combobox").last().selectOption("interviews");
  await page.getByLabel(words.field.workersRepaid).fill("12");
  // What it does shows before anything is kept, answer by answer.
  await expect(question(page, words.q.papers)).toContainText(words.result.effect);
  await expect(effect).toContainText(words.result.after);
  await expect(effect).toContainText(en.risk.level.assessed);
  await expect(effect).toContainText(words.state.repaying);

  // Nothing is kept while a country is unknown or a rate is missing, and what was typed stays.
  await page.getByRole("button", { name: words.save }).click();
  await expect(page.getByText(words.form.country.replace("{{text}}", "Atlantis"))).toBeVisible();
  await expect(page.getByText(words.form.rate.replace("{{currency}}", "NPR")).first()).toBeVisible();
  await page.getByLabel(words.field.recruitedFrom).fill("Nepal");
  await page.getByLabel(words.rates.perUsd.replace("{{currency}}", "NPR")).fill("133");
  await page.getByLabel(words.rates.on, { exact: true }).fill("2026-01-30");
  await page.getByLabel(words.rates.source).fill("UN operational rates of exchange");
  const gap = page.getByRole("region", { name: words.gap.title });
  await expect(gap).toContainText(words.gap.paid.replace("{{paid}}", "125"));
  await page.getByRole("button", { name: words.save }).click();
  await expect(page.getByText(words.saved)).toBeVisible();
  const recorded = page.getByRole("region", { name: words.history.title });
  await expect(recorded).toContainText("665,000 NPR = 5,000 US dollars at 133");
  await expect(recorded).toContainText("head of personnel, letter");

  // The supplier is scored by them at once, and its history says who recorded what.
  const here = page.url().split("?")[0]!;
  await page.goto(here.replace(/\/recruitment$/, ""));
  await expect(
    page.getByRole("region", { name: /./ }).filter({ hasText: en.risk.level.assessed }).first(),
  ).toBeVisible();
  await expect(page.getByText(words.history.answered)).toBeVisible();
  await page.goto(paths.toAsk(workspace));
  await expect(page.getByRole("row").nth(1)).toContainText(words.answered.answered);

  await page.goto(here);
  await page.getByRole("button", { name: new RegExp(words.undoOf.split("{{")[0]!) }).click();
  await expect(page.getByText(words.undone)).toBeVisible();
  await expect(page.getByLabel(words.field.workersRecruited)).toHaveValue("");
  await expect(page.getByRole("region", { name: words.result.title })).not.toContainText(en.risk.level.assessed);
  await expect(recorded).toContainText(words.history.undone);
});

test("signs of both sides are named as a case for action, with the ILO's indicators and what to do first", async ({
  page,
  workspace,
}) => {
  await givenList(page, workspace, aSilentList());
  await openTable(page, workspace);
  await page.goto(paths.toAsk(workspace));
  await page
    .getByRole("link", { name: new RegExp(`^${words.enter}`) })
    .first()
    .click();
  const indicators = page.getByRole("region", { name: en.signs.title });
  await expect(indicators).toContainText(en.signs.none);
  await page.getByLabel(words.field.papersHeldBy).selectOption("employer");
  await page.getByText(words.further, { exact: true }).click();
  await question(page, words.q.freedom).getByRole("combobox").first().selectOption("no");
  await page.getByLabel(words.common.source).fill("head of personnel, letter");
  await expect(page.getByRole("region", { name: words.result.title })).toContainText(words.result.action);
  await page.getByRole("button", { name: words.save }).click();
  await expect(page.getByText(words.saved)).toBeVisible();
  const said = async () => {
    const action = page.getByRole("alert").filter({ hasText: en.signs.pair.title });
    await expect(action).toContainText(en.signs.pair.sign.i9);
    await expect(action).toContainText(en.signs.pair.sign.c5);
    await expect(action).toContainText(en.signs.pair.protect);
    await expect(indicators.getByRole("row", { name: en.plan.indicator.ilo07 })).toContainText(en.signs.state.present);
    await expect(indicators).toContainText(en.plan.indicator.ilo05);
    await expect(indicators).not.toContainText(en.signs.state.absent);
  };
  await said();
  await page.goto(
    page
      .url()
      .split("?")[0]!
      .replace(/\/recruitment$/, ""),
  );
  await said();
  await expect(page.getByRole("region", { name: en.supplier.askFirst })).toContainText(en.signs.pair.later);
});

test("the sheet to send has the five questions in the language of the supplier, to print and as text", async ({
  page,
  workspace,
}) => {
  await givenList(page, workspace, aSilentList());
  await openTable(page, workspace);
  await page.goto(paths.toAsk(workspace));
  await page
    .getByRole("link", { name: new RegExp(`^${words.enter}`) })
    .first()
    .click();
  await page.getByRole("link", { name: words.sheet }).click();
  await expect(page.getByRole("heading", { name: words.sheetPage.title })).toBeVisible();
  await page.getByRole("link", { name: "Русский" }).click();
  await expect(page.getByRole("heading", { name: "Пять вопросов о найме" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words.sheetPage.text }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain("5. Платили ли работники");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("answers are tried and saved by forms alone", async ({ page, workspace }) => {
    test.setTimeout(240_000);
    await givenList(page, workspace, aSilentList());
    await openTable(page, workspace);
    await page.goto(paths.toAsk(workspace));
    await page
      .getByRole("link", { name: new RegExp(`^${words.enter}`) })
      .first()
      .click();
    await page.getByLabel(words.field.papersHeldBy).selectOption("employer");
    await page.getByLabel(words.common.source).fill("phone call");
    await page.getByRole("button", { name: words.result.tryIt }).click();
    await expect(question(page, words.q.papers)).toContainText(words.result.effect);
    await page.getByRole("button", { name: words.save }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
  });
});
