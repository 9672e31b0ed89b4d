/** A lot, its bidders and their checks, from opening to the filed record, by keyboard where that is what counts. */
import type { Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { en, expect, inLanguage, paths, test } from "./journey";

type Words = typeof en | typeof ru;

/** What a person did on a page: keys that type count as one with the field they go into. */
class Hands {
  count = 0;
  constructor(readonly page: Page) {}
  async click(name: string): Promise<void> {
    this.count++;
    await this.page.getByRole("button", { name, exact: true }).click();
  }
  async check(name: string | RegExp, role: "radio" | "checkbox" = "radio"): Promise<void> {
    this.count++;
    await this.page
      .getByRole(role, { name, exact: typeof name === "string" })
      .first()
      .check();
  }
  async fill(label: string, text: string): Promise<void> {
    this.count++;
    await this.page.getByLabel(label, { exact: true }).first().fill(text);
  }
}

async function openLot(page: Page, workspace: string, { checks: words }: Words): Promise<string> {
  await page.goto(paths.newLot(workspace));
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await fill(words.lot.reference, "2026/17");
  await fill(words.lot.name, "Work clothing");
  await fill(words.lot.buyer, "City of Works");
  await fill(words.lot.subject, "Work clothing for gardeners");
  await page.getByRole("radio", { name: words.regime.eu }).check();
  await page.getByRole("button", { name: words.lot.open }).click();
  await page.getByRole("heading", { name: words.bidders.title }).waitFor();
  return page.url();
}

async function addBidder(page: Page, { checks: words }: Words, name: string): Promise<void> {
  const details = page.locator("details", { has: page.getByText(words.bidders.add, { exact: true }) });
  if ((await details.getAttribute("open")) === null) await page.getByText(words.bidders.add, { exact: true }).click();
  await details.getByLabel(words.firmName, { exact: true }).fill(name);
  await details.getByRole("button", { name: words.bidders.addIt }).click();
  await expect(page.getByRole("rowheader", { name })).toBeVisible();
}

const openSelection = async (page: Page, { checks: words }: Words): Promise<void> => {
  await page.locator("#stages").locator("xpath=../..").getByRole("button").first().click();
  await expect(page.getByText(words.stages.open)).toBeVisible();
};

for (const [language, words] of [["en", en] as const, ["ru", ru] as const])
  test(`in ${language}, a small bidder with nothing found is filed in five moves from the open page`, async ({
    page,
    workspace,
  }) => {
    const { checks } = words;
    if (language === "ru") await inLanguage(page, "ru");
    await openLot(page, workspace, words);
    await addBidder(page, words, "Quiet Mill Works");
    await addBidder(page, words, "Second Mill Works");
    await openSelection(page, words);
    // Both have their checks, and the page of the lot says how far they are and nothing else.
    const links = page.getByRole("table", { name: checks.bidders.title }).getByRole("link");
    await expect(links).toHaveCount(2);
    await links.first().click();
    await expect(page.getByRole("heading", { name: "Quiet Mill Works" })).toBeVisible();
    // No decision and no result stands chosen.
    await expect(page.locator("main input[type=radio]:checked")).toHaveCount(0);
    await expect(page.locator("main input[type=checkbox]:checked")).toHaveCount(0);

    const hands = new Hands(page);
    await hands.fill(checks.steps.sources, "e-Certis extract and the register of convictions");
    await hands.check(new RegExp(`^${language === "en" ? "All" : "Все"} `), "checkbox");
    await hands.click(checks.steps.saveMany);
    await expect(page.getByText(checks.result.done, { exact: true }).first()).toBeVisible();
    await hands.check(checks.decision.admit);
    await hands.click(checks.decide.andFile);
    const filed = checks.file.filed.split("{{no}}")[0]!;
    await expect(page.getByText(new RegExp(`^${filed}1`))).toBeVisible();
    expect(hands.count).toBe(5);

    // The memo has the number, the hash and no verdict; the other bidder's check is still open.
    await page.getByRole("link", { name: checks.file.memo }).click();
    await expect(page.getByText(/[0-9a-f]{64}/)).toBeVisible();
    await page.getByRole("link", { name: checks.memo.back }).click();
    await page.getByRole("link", { name: checks.file.bidder }).click();
    await expect(page.getByText(checks.memo.bidderNote)).toBeVisible();
    // A contract comes of it; ending it without the assessment is refused by the server.
    await page.goBack();
    await page.getByRole("link", { name: words.contracts.new }).click();
    await page.getByLabel(words.contracts.startsOn, { exact: true }).fill("2026-01-01");
    await page.getByRole("button", { name: words.contracts.record }).click();
    await expect(page.getByRole("heading", { name: words.contracts.terms.title })).toBeVisible();
    await page.getByText(words.contracts.end.title, { exact: true }).click();
    await page.locator("form", { has: page.locator("[name=wagesDue]") }).evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.getByLabel(words.contracts.end.reason, { exact: true }).fill("It no longer suits us");
    await page.getByRole("button", { name: words.contracts.end.save }).click();
    await expect(page.getByText(words.problem["contract.termination-assessment"])).toBeVisible();
    await expect(page.getByLabel(words.contracts.end.reason, { exact: true })).toHaveValue("It no longer suits us");
  });

test("without script a check is answered, refused with everything that is missing, and excludes nobody", async ({
  browser,
  me,
  workspace,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  await context.addCookies(me.cookies);
  const page = await context.newPage();
  const words = en.checks;
  await openLot(page, workspace, en);
  await page.getByLabel(words.firmName, { exact: true }).fill("Quiet Mill Works");
  await page.getByRole("button", { name: words.bidders.addIt }).click();
  await openSelection(page, en);
  await page.getByRole("table", { name: words.bidders.title }).getByRole("link").click();
  // Something is found: the exclusion and everything it needs stands there now.
  const step = page.locator("#step-eu57conviction");
  await step.locator("summary").click();
  await step.getByRole("radio", { name: words.result.found }).check();
  await step.getByLabel(words.steps.proof, { exact: true }).fill("Final judgment 12/25 of the Regional Court");
  await step.getByRole("button", { name: words.steps.save }).click();
  await page.getByRole("radio", { name: words.decision.exclude, exact: true }).check();
  await page.getByLabel(words.decide.reasons, { exact: true }).fill("A final conviction");
  await page.getByText(words.exclusion.title, { exact: true }).click();
  await page.getByLabel(words.exclusion.ground, { exact: true }).selectOption("eu57-1f");
  await page.getByRole("button", { name: words.decide.only }).click();
  for (const code of [
    "check.ground-not-found",
    "check.conviction",
    "check.proof",
    "check.hearing",
    "check.proportionality",
    "check.end",
  ] as const)
    // prettier-ignore
    await expect(page.getByText(en.problem[code])).toBeVisible();
  await expect(page.getByLabel(words.decide.reasons, { exact: true })).toHaveValue("A final conviction");
  await context.close();
});
