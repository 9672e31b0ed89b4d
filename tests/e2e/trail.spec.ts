/** Reading the trail: what happened, narrowed, as of a day, taken away, and whether it stands as it was written. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { en, expect, PASSWORD, paths, test } from "./journey";

type Words = typeof en | typeof ru;

async function choose(page: Page, language: "en" | "ru"): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: "candour_language", value: language, url: origin }]);
}

async function openSupplier(page: Page, workspace: string): Promise<void> {
  await page.goto(paths.suppliers(workspace));
  const link = page.getByRole("table").getByRole("link").filter({ hasText: /\w{3}/ }).last();
  await page.goto((await link.getAttribute("href"))!);
}

async function readTrail(page: Page, workspace: string, words: Words): Promise<void> {
  await page.goto(paths.trail(workspace));
  await expect(page.getByRole("heading", { level: 1, name: words.trail.title })).toBeVisible();
  const events = page.getByRole("list", { name: words.trail.list }).getByRole("listitem");
  await expect(events.first()).toBeVisible();
  const all = await events.count();

  await page.getByLabel(words.trail.find.what).selectOption("people");
  const find = page.getByRole("region", { name: words.trail.find.title });
  await find.getByRole("button", { name: words.trail.find.show }).click();
  await expect(page).toHaveURL(/what=people/);
  await expect.poll(() => events.count()).toBeLessThan(all);
  await expect(events.filter({ hasText: /Mara Owner/ }).first()).toBeVisible();
  await page.getByRole("link", { name: words.trail.find.clear }).click();
  await expect.poll(() => events.count()).toBe(all);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: words.trail.file.jsonl }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines.length).toBeGreaterThanOrEqual(all);
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: 1, name: "workspace.created", previousHash: "0".repeat(64) });

  await page.getByRole("button", { name: words.trail.standing.verify }).click();
  const upTo = words.trail.standing.good.split("{{upTo}}")[1]!.trim();
  await expect(page.getByText(upTo)).toBeVisible({ timeout: 30_000 });

  await page.goto(paths.trailOn(workspace));
  await expect(page.getByRole("heading", { level: 2, name: words.trail.on.list })).toBeVisible();
  await expect(page.getByText("suppliers-400.csv")).toBeVisible();
  await page.goto(paths.trailOn(workspace, "2020-01-01"));
  await expect(page.getByText(words.trail.on.noList)).toBeVisible();
  const pages = page.getByRole("navigation", { name: words.trail.on.pages });
  await pages.getByRole("link", { name: words.suppliers.title, exact: true }).click();
  await expect(page.getByText(words.trail.on.noneShown)).toBeVisible();
  await expect(page.locator("main form[method=post]")).toHaveCount(0);
  await page.getByRole("link", { name: words.trail.on.wholeDay }).click();
  // The page that is left has a link of the same name to its own today.
  await page.waitForURL(`**${paths.trailOn(workspace, "2020-01-01")}`);
  await page.getByRole("link", { name: words.trail.on.today }).click();
  await expect(page.getByText("suppliers-400.csv")).toBeVisible();
}

for (const [language, words] of [
  ["en", en],
  ["ru", ru],
] as const)
  test(`the trail is read, narrowed, taken away, looked through and seen as of a day (${language})`, async ({
    page,
    listed,
  }) => {
    await page.goto(paths.workspace(listed));
    await choose(page, language);
    await readTrail(page, listed, words);
  });

for (const [language, words] of [
  ["en", en],
  ["ru", ru],
] as const)
  test(`an auditor remarks on a supplier and signs it off, and sees the past of the follow-up (${language})`, async ({
    page,
    browser,
    listed,
  }) => {
    await page.goto(paths.members(listed));
    const form = page.getByRole("region", { name: en.members.invite.title });
    await form.getByLabel(en.members.invite.email).fill(`astrid.${language}.${Date.now()}@candour.example`);
    await form.getByLabel(en.members.invite.role).selectOption({ label: en.account.role.auditor });
    await form.getByRole("button", { name: en.members.invite.submit }).click();
    const link = await page.locator("main output input").first().inputValue();

    const context = await browser.newContext({ locale: language === "ru" ? "ru-RU" : "en-GB" });
    const auditor = await context.newPage();
    await auditor.goto(new URL(link).pathname);
    await auditor.getByLabel(words.account.signup.name, { exact: true }).fill("Astrid Auditor");
    await auditor.getByLabel(words.account.signup.password, { exact: true }).fill(PASSWORD);
    await auditor.getByRole("button", { name: words.members.join.create }).click();
    await auditor.waitForURL(/\/w\/[^/]+$/);

    await openSupplier(auditor, listed);
    await auditor.getByRole("link", { name: words.trail.notes.link }).click();
    await auditor.getByLabel(words.trail.notes.text).fill(`Seen the invoices (${language}).`);
    await auditor.getByRole("button", { name: words.trail.notes.addComment }).click();
    await expect(auditor.getByText(`Seen the invoices (${language}).`)).toBeVisible();
    await auditor.getByRole("button", { name: words.trail.notes.addSignOff }).click();
    await expect(auditor.locator("main section li").filter({ hasText: words.trail.notes.signOff })).not.toHaveCount(0);
    await auditor.goto(paths.trail(listed, "what=notes"));
    const events = auditor.getByRole("list", { name: words.trail.list }).getByRole("listitem");
    await expect(events.filter({ hasText: "Astrid Auditor" }).first()).toBeVisible();

    await auditor.goto(paths.followUp(listed));
    await auditor.getByText(words.trail.on.past).click();
    await auditor.locator("main input[name=on]").fill("2026-01-05");
    await auditor.locator("main form:has(input[name=on]) button").click();
    await expect(auditor.getByText(words.trail.on.names)).toBeVisible();
    await auditor.getByRole("link", { name: words.trail.on.today }).click();
    await expect(auditor.getByText(words.trail.on.names)).toHaveCount(0);
    await context.close();
  });

test("from a supplier one comes to what was decided about it, and to what was remarked", async ({ page, listed }) => {
  await openSupplier(page, listed);
  await page.getByRole("link", { name: en.trail.notes.decided }).click();
  await expect(page).toHaveURL(/trail\?record=/);
  await expect(page.getByText(en.trail.find.record)).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: en.trail.notes.link }).click();
  await expect(page.getByRole("heading", { level: 2, name: en.trail.notes.title })).toBeVisible();
});
