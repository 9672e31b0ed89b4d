import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { en, expect, inLanguage, PASSWORD, paths, test } from "./journey";

type Words = typeof en;

interface Asked {
  readonly title: string;
  readonly words: string;
  readonly code: string;
  readonly others: string;
}

/** From the overview to a filed record, with nothing but what the pages say. */
async function fileShirts(page: Page, workspace: string, words: Words, asked: Asked): Promise<void> {
  const { category } = words;
  await page.goto(paths.tenders(workspace));
  await page.getByRole("link", { name: words.tenders.start }).first().click();
  await page.getByLabel(category.what.name).fill(asked.title);
  await page.getByLabel(category.what.search).fill(asked.words);
  await page.getByRole("button", { name: category.what.find, exact: true }).click();
  await page.getByRole("checkbox", { name: asked.code }).check();
  await page.getByRole("button", { name: category.what.goOn, exact: true }).click();
  // Countries are offered from the lists, none is ticked, and the law of the procedure is asked.
  await expect(page.getByRole("heading", { name: category.from.offered })).toBeVisible();
  const offered = page.locator("input[name=origin]");
  await expect(offered.first()).toBeVisible();
  expect(await offered.evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length)).toBe(0);
  await expect(page.getByLabel(category.what.name)).toHaveValue(asked.title);
  await page.locator("input[name=origin][value=BD]").check();
  await page.getByLabel(category.from.more).fill(asked.others);
  await page.getByRole("button", { name: category.assess }).click();
  // What is missing is said, and what was given stays.
  await expect(page.getByText(category.missing.regime)).toBeVisible();
  await expect(page.getByText(category.missing.buyer)).toBeVisible();
  await expect(page.locator("input[name=origin][value=TR]")).toBeChecked();
  await page.getByLabel(category.buyer.country).selectOption("DE");
  await page.getByLabel(category.buyer.regimeOf.eu).check();
  await page.getByRole("button", { name: category.assess }).click();
  await expect(page.getByRole("heading", { name: category.result.title })).toBeVisible();
}

test("from the tenders page to a filed record that can be read, downloaded and corrected, and not changed", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  const { category } = en;
  await fileShirts(page, workspace, en, {
    title: "Work shirts for the fire brigade",
    words: "shirts",
    code: "18332000-5",
    others: "Turkey, Xinjiang",
  });
  const table = page.getByRole("table").first();
  await expect(table.getByRole("rowheader")).toHaveText(["Bangladesh", "China, Xinjiang", "Türkiye"]);
  await expect(page.getByText(category.result.alphabet)).toBeVisible();
  await expect(page.getByText(category.law.goods)).toBeVisible();
  await expect(page.getByText(en.never.scorePoints)).toBeVisible();

  // Nothing ticked and nothing written is no record.
  await page.getByRole("button", { name: category.tender.file }).click();
  await expect(page.getByText(en.problem["category.nothing-chosen"])).toBeVisible();
  await page.getByRole("checkbox", { name: en.measure.originProof.title }).check();
  await page.getByRole("checkbox", { name: en.measure.traceAward.title }).check();
  await page.getByLabel(category.tender.own).fill("The union of the brigade reads the clauses first.");
  await page.getByRole("button", { name: category.tender.file }).click();
  await expect(page.getByText(category.record.just)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No. 1");
  await expect(page.getByText("The union of the brigade reads the clauses first.")).toBeVisible();
  await expect(page.getByText(category.record.limits)).toBeVisible();

  const record = page.url().split("?")[0]!;
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: category.record.json }).click(),
  ]);
  const kept = JSON.parse(readFileSync(await file.path(), "utf8")) as {
    input: { origins: string[] };
    recordSha256: string;
  };
  expect(kept.input.origins).toEqual(["BD", "CN-XJ", "TR"]);
  await expect(page.getByText(kept.recordSha256)).toBeVisible();

  // A correction begins with everything as it was, asks why, and leaves the first version as it is.
  await page.getByRole("link", { name: category.record.correct }).click();
  await page.getByLabel(category.from.unknown).check();
  await page.getByRole("button", { name: category.assess }).click();
  await expect(page.getByRole("checkbox", { name: en.measure.originProof.title })).toBeChecked();
  await page.getByRole("button", { name: category.tender.file }).click();
  await expect(page.getByText(en.problem["category.reason"])).toBeVisible();
  await page.getByLabel(category.tender.reason).fill("One mill is not known yet.");
  await page.getByRole("button", { name: category.tender.file }).click();
  await expect(page.getByText("version 1: One mill is not known yet.")).toBeVisible();
  await page.goto(record);
  await expect(page.getByText(category.record.newer)).toBeVisible();
  await expect(page.getByRole("link", { name: category.record.correct })).toHaveCount(0);

  await page.goto(paths.tenders(workspace));
  await expect(page.getByRole("table").getByText("1, version 2")).toBeVisible();
});

test("in Russian, a service: the product ban concerns goods, and what fits is about how people are recruited", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await inLanguage(page, "ru");
  const { category } = ru;
  await page.goto(paths.newCategory(workspace));
  await page.getByLabel(category.what.name).fill("Уборка школ");
  await page.getByLabel(category.what.search).fill("уборка школ");
  await page.getByRole("button", { name: category.what.find, exact: true }).click();
  await page.getByRole("checkbox", { name: "90919300-5" }).check();
  await page.getByRole("button", { name: category.what.goOn, exact: true }).click();
  await expect(page.getByRole("heading", { name: category.from.title })).toHaveCount(0);
  await page.getByLabel(category.at.places).fill("Германия");
  await page.getByLabel(category.buyer.country).selectOption("DE");
  await page.getByLabel(category.buyer.regimeOf.eu).check();
  await page.getByRole("button", { name: category.assess }).click();
  await expect(page.getByText(category.law.services)).toBeVisible();
  await expect(page.getByText(category.law.goods)).toHaveCount(0);
  await expect(page.getByText(ru.measure.traceSpec.title)).toHaveCount(0);
  await page.getByRole("checkbox", { name: ru.measure.employerPays.title }).check();
  await page.getByRole("checkbox", { name: ru.measure.recruitmentLine.title }).check();
  await page.getByRole("button", { name: category.tender.file }).click();
  await expect(page.getByText(category.record.just)).toBeVisible();
  // The rows of law are English and say so; how each was checked is in the reader's language.
  await expect(page.locator("[lang=en]").filter({ hasText: "Art. 70" }).first()).toBeVisible();
  await expect(page.getByText(ru.plan.confidence.secondary).first()).toBeVisible();

  // The lot that joins it begins with what was stated: nothing of it is typed twice, and the law is the one the person named.
  await page.locator("main a[href*='/lots/new']").click();
  await expect(page.locator("main [name=subject]")).not.toHaveValue("");
  await expect(page.locator("main [name=cpv]")).toHaveValue(/^\d{8}$/u);
  await expect(page.locator("main [name=regime]:checked")).toHaveCount(1);
});

test("a country that is none is named, and nothing is guessed", async ({ page, workspace }) => {
  await page.goto(paths.newCategory(workspace, "cpv=18332000-5&title=Shirts&originMore=Atlantis&step=result"));
  await expect(page.getByText(en.category.missing.country.replace("{{text}}", "Atlantis"))).toBeVisible();
  await expect(page.getByRole("heading", { name: en.category.result.title })).toHaveCount(0);
});

test("commitments are searched and filtered, say how each was checked, and who we are says which may apply and why", async ({
  page,
  workspace,
}) => {
  const words = en.commitments;
  await page.goto(paths.commitments(workspace));
  await expect(page.getByRole("heading", { name: "269 rows" })).toBeVisible();
  await page.locator("select[name=country]").selectOption("DE");
  await page.locator("select[name=body]").selectOption("public");
  await page.locator("select[name=buys]").selectOption("services");
  await page.getByRole("button", { name: words.us.save }).click();
  await expect(page.getByText(words.us.saved)).toBeVisible();
  await page.getByRole("searchbox", { name: words.search }).fill("trafficking in human beings convicted");
  await page.getByRole("button", { name: words.show, exact: true }).click();
  const row = page.locator("#EU-PPD-05");
  await expect(row).toContainText(words.reach.euMember);
  await expect(row).toContainText(en.plan.confidence.read);
  await expect(page.locator("#GB-PA23-01")).toHaveCount(0);
  await page.getByRole("link", { name: words.clear }).click();
  await expect(page.getByRole("searchbox", { name: words.search })).toHaveValue("");
  await page.getByLabel(words.when).selectOption("coming");
  await page.getByRole("button", { name: words.show, exact: true }).click();
  await expect(page.locator("#EU-FLR-01")).toContainText(words.coming);
  await expect(page.locator("#EU-FLR-01")).not.toContainText(words.reach.euMember);
});

/** Someone else joins the workspace with a role, in a browser of their own. */
async function joinAs(
  { page, browser }: { readonly page: Page; readonly browser: Browser },
  workspace: string,
  role: string,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  await page.goto(paths.members(workspace));
  const form = page.getByRole("region", { name: en.members.invite.title });
  await form
    .getByLabel(en.members.invite.email)
    .fill(`${role.replaceAll(" ", "-")}.${process.pid}.category@candour.example`);
  await form.getByLabel(en.members.invite.role).selectOption({ label: role });
  await form.getByRole("button", { name: en.members.invite.submit }).click();
  const link = await page.getByLabel(en.members.link.label).inputValue();
  const other = await (await browser.newContext({ locale: "en-GB", ...options })).newPage();
  await other.goto(new URL(link).pathname);
  await other.getByLabel(en.account.signup.name, { exact: true }).fill(role);
  await other.getByLabel(en.account.signup.password, { exact: true }).fill(PASSWORD);
  await other.getByRole("button", { name: en.members.join.create }).click();
  await other.waitForURL(/\/w\/[^/]+$/);
  return other;
}

test("a government purchaser without script is led from the overview to a filed record; an auditor reads it and files nothing", async ({
  page,
  workspace,
  browser,
}) => {
  test.setTimeout(120_000);
  const { category } = en;
  const purchaser = await joinAs({ page, browser }, workspace, en.account.role.purchaser, { javaScriptEnabled: false });
  await expect(purchaser.getByRole("heading", { name: en.tenders.home.title })).toBeVisible();
  await purchaser.getByRole("link", { name: en.tenders.start }).click();
  await purchaser.getByLabel(category.what.name).fill("School cleaning");
  await purchaser.getByLabel(category.what.search).fill("school cleaning");
  await purchaser.getByRole("button", { name: category.what.find, exact: true }).click();
  await purchaser.getByRole("checkbox", { name: "90919300-5" }).check();
  await purchaser.getByRole("button", { name: category.what.goOn, exact: true }).click();
  await purchaser.getByLabel(category.at.places).fill("GB");
  await purchaser.getByLabel(category.buyer.country).selectOption("GB");
  await purchaser.getByLabel(category.buyer.regimeOf.uk).check();
  await purchaser.getByRole("button", { name: category.assess }).click();
  await purchaser.getByRole("checkbox", { name: en.measure.recruitmentLine.title }).check();
  await purchaser.getByRole("button", { name: category.tender.file }).click();
  await expect(purchaser.getByText(category.record.just)).toBeVisible();

  const auditor = await joinAs({ page, browser }, workspace, en.account.role.auditor);
  await auditor.goto(paths.tenders(workspace));
  await expect(auditor.getByRole("link", { name: en.tenders.start })).toHaveCount(0);
  await auditor.getByRole("link", { name: "School cleaning" }).click();
  await expect(auditor.getByRole("heading", { level: 1 })).toContainText("No. 1");
  await expect(auditor.getByRole("link", { name: category.record.correct })).toHaveCount(0);
  const asked = paths.newCategory(workspace, new URL(purchaser.url()).search);
  const answer = await auditor.request.post(asked, {
    form: { measure: "grounds" },
    headers: { Origin: new URL(auditor.url()).origin },
  });
  expect(answer.status()).toBe(404);
});
