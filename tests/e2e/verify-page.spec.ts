/** The verifier as a page, opened from the disk as whoever got a pack opens it. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, type Page } from "@playwright/test";
import { pack as en } from "../../app/i18n/en/pack";
import { verifyPage as words } from "../../app/i18n/en/verify-page";
import { verifyPage as russian } from "../../app/i18n/ru/verify-page";
import { LISTS } from "../../app/pack/format";
import { aFolder } from "../builders";
import { aKey, smallPack, withRows, zipped } from "../services/small-pack";

const PAGE = pathToFileURL(path.resolve(import.meta.dirname, "../../build/verify.html")).href;
const folder = aFolder();
test.afterAll(folder.remove);

const answer = (page: Page) => page.locator("#answer");

async function check(page: Page, file: string): Promise<void> {
  await page.getByLabel(words.pack, { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: words.check }).click();
  await expect(answer(page)).toBeVisible();
}

test("the page finds an intact pack intact, names the row of one changed byte, and reaches nothing outside", async ({
  page,
  context,
}) => {
  const key = aKey();
  const files = await smallPack(folder.path, key);
  const broken = withRows(files, LISTS.suppliers, (rows) => rows.with(4, rows[4]!.replace("Mill 5", "Mill 6")));
  const intactZip = path.join(folder.path, "intact.zip");
  const brokenZip = path.join(folder.path, "broken.zip");
  writeFileSync(intactZip, await zipped(files));
  writeFileSync(brokenZip, await zipped(broken));

  const reached: string[] = [];
  context.on("request", (request) => reached.push(request.url().split(":")[0]!));
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(PAGE);
  expect(await page.locator("main p").first().textContent()).toBe(words.warning);

  await check(page, intactZip);
  await expect(answer(page).getByRole("heading")).toHaveText(words.intact);
  await expect(answer(page).getByRole("heading")).toBeFocused();
  await expect(answer(page)).toContainText(en.intact);
  await expect(answer(page)).toContainText(words.signerNotChecked);
  await expect(answer(page)).toContainText(en.dataOwn);

  await page.getByLabel(words.key, { exact: true }).fill(key.fingerprint.toUpperCase());
  await page.getByRole("button", { name: words.check }).click();
  await expect(answer(page)).toContainText(en.signerExpected);
  await page.getByRole("button", { name: "Русский" }).click();
  await expect(answer(page).getByRole("heading")).toHaveText(russian.intact);
  await page.getByRole("button", { name: "English" }).click();

  await check(page, brokenZip);
  await expect(answer(page).getByRole("heading")).toHaveText(words.notIntact);
  await expect(answer(page)).toContainText(`list/suppliers.jsonl, block 1, row 5: ${en.fault["row.changed"]}`);

  await page.getByLabel(words.key, { exact: true }).fill("abc");
  await page.getByRole("button", { name: words.check }).click();
  await expect(page.getByText(words.keyWrong)).toBeVisible();
  await expect(answer(page)).toBeHidden();
  expect({ reached: [...new Set(reached)].sort(), complaints }).toEqual({ reached: ["blob", "file"], complaints: [] });
});

test("the page has every byte it needs in it: it names no address but the licences' none", () => {
  const html = readFileSync(new URL(PAGE), "utf8");
  expect(html.match(/<(?:link|img|iframe)\b|\bsrc=|@import|url\(/gu)).toBeNull();
});
