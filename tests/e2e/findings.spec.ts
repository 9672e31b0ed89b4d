import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { aFile, en, expect, givenList, inLanguage, openMenu, openTable, paths, secondMember, test } from "./journey";

const MILL = "Padma Apparel Ltd";
const aList = () =>
  aFile(
    "mills.csv",
    `Supplier name,Country,Product,Role\n${MILL},Bangladesh,cotton shirts,manufacturer\nFjord Office Ltd,Norway,accounting,service\n`,
  );

async function supplierId(page: Page, workspace: string): Promise<string> {
  await openTable(page, workspace);
  await page.getByRole("link", { name: MILL }).first().click();
  // The address comes before the page, and a page that arrives closes what was opened on the one before.
  await expect(page.getByRole("heading", { level: 1, name: MILL })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

for (const [language, all] of [
  ["en", en],
  ["ru", ru],
] as const)
  test(`an officer records what an inspectorate found, the supplier replies, a second member agrees; the score has its floor (${language})`, async ({
    page,
    workspace,
    browser,
    stranger,
  }) => {
    test.setTimeout(240_000);
    const words = all.findings;
    await givenList(page, workspace, aList());
    const id = await supplierId(page, workspace);
    const other = await secondMember(page, workspace, browser, stranger);
    await inLanguage(page, language);
    await inLanguage(other, language);

    await page.goto(paths.supplier(workspace, id));
    await page.getByRole("link", { name: words.list.record }).click();
    await expect(region(page, words.meaning.title)).toContainText("EU-ATD-06");
    await expect(region(page, words.meaning.title)).toContainText("COE-CETS197-03");
    await page.getByLabel(words.source.authority, { exact: true }).check();
    await page.getByLabel(words.new.saidBy).fill("Labour inspectorate, case 7/2026");
    await page.getByLabel(words.new.foundOn).fill("2026-02-01");
    await page.getByLabel(words.new.summary).fill("Call +47 912 34 567 about the papers of 40 workers.");
    await page.getByLabel(all.plan.indicator.ilo07).check();
    await page.getByLabel(words.new.severity).selectOption("severe");
    await page.getByLabel(words.new.names).check();
    await page.getByRole("button", { name: words.new.save }).click();
    await expect(page.getByRole("alert")).toContainText(all.problem["finding.person"]);
    await expect(page.getByLabel(all.plan.indicator.ilo07)).toBeChecked();
    await page.getByLabel(words.new.summary).fill("Papers of 40 workers lie in the office safe.");
    await page.getByRole("button", { name: words.new.save }).click();
    await page.waitForURL(/\/findings\/[0-9a-z]{22}$/);
    const finding = new URL(page.url()).pathname;
    await expect(page.getByText(words.settle.unheard)).toBeVisible();

    await page.getByText(words.reply.record).click();
    await page.getByLabel(words.reply.text).fill("It is so; they are handed back this week.");
    await region(page, words.reply.title).getByRole("button", { name: words.reply.save }).last().click();
    await expect(region(page, words.page.history)).toContainText("they are handed back this week");

    const file = aFile("decision.txt", "The inspectorate's decision of 1 February 2026.\n");
    await page.getByRole("link", { name: all.evidence.add }).click();
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByLabel(all.evidence.new.personsNo).check();
    await page.getByLabel(all.evidence.new.shows, { exact: true }).fill("The decision");
    await page.getByLabel(all.evidence.new.issuer).fill("Labour inspectorate");
    await page.getByLabel(all.evidence.new.strength).selectOption("primary");
    await page.getByRole("button", { name: all.evidence.new.save }).click();
    await page.waitForURL(finding);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: new RegExp(all.evidence.download) }).click(),
    ]);
    const sha = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    expect(sha(readFileSync(await download.path()))).toBe(sha(readFileSync(file)));

    const settle = region(page, words.settle.title);
    await settle.getByLabel(words.settle.to, { exact: true }).selectOption("substantiated");
    await settle.getByLabel(words.settle.reason).first().fill("The decision is final.");
    await settle.getByRole("button", { name: words.settle.do }).click();
    await expect(page.getByText(words.settle.own)).toBeVisible();

    await other.goto(finding);
    await other.getByRole("button", { name: words.settle.agree }).click();
    await expect(other.getByText(words.page.floor)).toBeVisible();
    await other.goto(paths.supplier(workspace, id));
    await expect(region(other, all.supplier.floors)).toBeVisible();
    await other.context().close();

    // From the finding to what is done about it, and back.
    await page.goto(finding);
    await region(page, words.done.title).getByRole("link", { name: all.remedy.action.add }).click();
    await expect(page.getByLabel(all.remedy.action.onFinding)).toHaveValue(finding.split("/").at(-1)!);
    await page.getByLabel(all.remedy.action.title, { exact: true }).fill("Hand the papers back");
    await page.getByRole("button", { name: all.remedy.save, exact: true }).click();
    await page.getByRole("link", { name: "Papers of 40 workers lie in the office safe." }).click();
    await expect(region(page, words.done.title)).toContainText("Hand the papers back");
  });

test("a list of workers is refused, and so is what its uploader says shows people", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  await givenList(page, workspace, aList());
  const id = await supplierId(page, workspace);
  const send = async (file: string, shows: string) => {
    await page.goto(paths.newEvidence(workspace, id));
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByLabel(shows).check();
    await page.getByLabel(en.evidence.new.shows, { exact: true }).fill("Workers");
    await page.getByLabel(en.evidence.new.issuer).fill("The mill");
    await page.getByLabel(en.evidence.new.strength).selectOption("self-declared");
    await page.getByRole("button", { name: en.evidence.new.save }).click();
  };
  await send(aFile("w.csv", "Full name,Date of birth,Passport No.\nA,1990,1\nB,1991,2\n"), en.evidence.new.personsNo);
  await expect(page.getByRole("alert")).toContainText(en.problem["evidence.persons"]);
  await send(aFile("x.txt", "A letter.\n"), en.evidence.new.personsYes);
  await expect(page.getByRole("alert")).toContainText(en.problem["evidence.persons-said"]);
});

test("“someone may be in danger” stops what is asked of the supplier, in Russian too", async ({ page, workspace }) => {
  test.setTimeout(120_000);
  await givenList(page, workspace, aList());
  const id = await supplierId(page, workspace);
  await openMenu(page);
  await page.getByRole("button", { name: "Русский" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.goto(paths.newFinding(workspace, id));
  const words = ru.findings;
  await page.getByLabel(words.source.press, { exact: true }).check();
  await page.getByLabel(words.new.saidBy).fill("Газета «Север», 3 марта");
  await page.getByLabel(words.new.foundOn).fill("2026-03-03");
  await page.getByLabel(words.new.summary).fill("Паспорта сорока работников лежат в сейфе.");
  await page.getByLabel(words.new.severity).selectOption("severe");
  await page.getByLabel(words.new.names).check();
  await page.getByRole("button", { name: words.new.save }).click();
  await page.waitForURL(/\/findings\/[0-9a-z]{22}$/);
  const finding = page.url();
  await page.getByRole("link", { name: ru.danger.link }).click();
  await expect(page.getByText(ru.danger.blank).first()).toBeVisible();
  await page.getByRole("button", { name: ru.danger.place }).click();
  await expect(page.getByRole("alert")).toContainText(ru.danger.standsNote);
  await page.goto(paths.supplier(workspace, id));
  await expect(region(page, ru.supplier.askFirst)).toContainText(ru.danger.stands);
  await expect(region(page, ru.supplier.askFirst).getByRole("listitem")).toHaveCount(0);
  await page.goto(paths.questionSheet(workspace, id, "ru"));
  await expect(page.getByRole("alert")).toContainText(ru.danger.stands);
  expect((await page.request.get(paths.questionSheetText(workspace, id, "ru"))).status()).toBe(409);
  await page.goto(finding);
  await expect(page.getByText(words.reply.ask, { exact: true })).toHaveCount(0);
  await expect(page.getByText(words.reply.doNotAsk, { exact: true })).toBeVisible();
});
