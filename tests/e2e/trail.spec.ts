/** Reading the trail: what happened, narrowed, as of a day, taken away, and whether it stands as it was written. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { en, expect, paths, test } from "./journey";

type Words = typeof en | typeof ru;

async function choose(page: Page, language: "en" | "ru"): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: "candour_language", value: language, url: origin }]);
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

test("from a supplier one comes to what was decided about it, and to what was remarked", async ({ page, listed }) => {
  await page.goto(paths.suppliers(listed));
  await page.getByRole("table").getByRole("link").filter({ hasText: /\w{3}/ }).last().click();
  await page.getByRole("link", { name: en.trail.notes.decided }).click();
  await expect(page).toHaveURL(/trail\?record=/);
  await expect(page.getByText(en.trail.find.record)).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: en.trail.notes.link }).click();
  await expect(page.getByText(en.trail.notes.none)).toBeVisible();
});
