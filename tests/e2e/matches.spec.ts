/** From a list to decided matches, own lists and merged suppliers, as the person does it who has to answer for it. */
import type { Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { aFile, en, expect, givenList, inLanguage, openTable, paths, test } from "./journey";

const BAODING = "Baoding LYSZD Trade & Business Company Limited";
const HOSHINE = "Hoshine Silicon Industry Company Limited";
const CLEANING = "Alder & Birch Cleaning Ltd";
const [KEPT, GONE] = ["Grey Heron Castings Ltd", "Gray Heron Castings Limited"] as const;

const LIST = `Supplier;Country;City;Product
${BAODING};CN;Baoding;Hair products
${HOSHINE};CN;;Silicon
${CLEANING};GB;York;Cleaning
${KEPT};GB;Leeds;Castings
${GONE};GB;Leeds;Castings
`;

const planted = (page: Page, workspace: string) => givenList(page, workspace, aFile("planted.csv", LIST));

const rowsOf = (page: Page, supplier: string) => page.getByRole("main").getByRole("row").filter({ hasText: supplier });

/** Opens the queue when everything has been compared and that supplier stands in it. */
async function openQueue(page: Page, workspace: string, supplier: string): Promise<void> {
  await expect(async () => {
    await page.goto(paths.matches(workspace));
    await expect(rowsOf(page, supplier).first()).toBeVisible({ timeout: 500 });
    await expect(page.getByText(en.matches.running)).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

const pairLink = (page: Page, supplier: string) => page.getByRole("link", { name: supplier, exact: true }).first();
const nameOfPair = (page: Page, supplier: string) => page.getByRole("heading", { level: 1, name: supplier });

/** The day on which the publisher's list was looked at: asked for where the edition is out of date. */
async function sayDay(page: Page): Promise<void> {
  const day = page.getByLabel(en.matches.checkedOn);
  if ((await day.count()) > 0) await day.fill((await day.getAttribute("max"))!);
}

test("a match is decided with the keyboard alone, the next pair comes, and the supplier stands at the floor", async ({
  page,
  workspace,
}) => {
  await planted(page, workspace);
  await openQueue(page, workspace, BAODING);
  await pairLink(page, BAODING).focus();
  await page.keyboard.press("Enter");
  await expect(nameOfPair(page, BAODING)).toBeVisible();
  const pair = page.url();

  await page.keyboard.press("1");
  await expect(page.getByRole("radio", { name: en.matches.decision.match })).toBeChecked();
  const reason = page.getByLabel(en.matches.reason, { exact: true });
  await expect(reason).toBeFocused();
  await page.keyboard.type("Same name and same town.");
  if ((await page.getByLabel(en.matches.checkedOn).count()) > 0) {
    const day = page.getByLabel(en.matches.checkedOn);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(reason).toHaveValue("Same name and same town.");
    await reason.focus();
    for (let tabs = 0; tabs < 3 && !(await day.evaluate((one) => one === document.activeElement)); tabs++)
      await page.keyboard.press("Tab");
    await expect(day).toBeFocused();
    await sayDay(page);
  }
  await page.keyboard.press("Control+Enter");
  await expect(nameOfPair(page, HOSHINE)).toBeVisible();

  await page.goto(pair);
  await expect(page.getByText(en.matches.state.match, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: en.matches.toSupplier }).click();
  const onLists = page.getByRole("region", { name: en.matches.supplier.title });
  await expect(onLists.getByText(en.matches.state.match).first()).toBeVisible();
  await expect(page.getByText("85.0", { exact: true }).first()).toBeVisible();
});

test("without script a pair is decided by its form, and the queue says what is left", async ({
  page,
  workspace,
  me,
  browser,
}) => {
  await planted(page, workspace);
  await openQueue(page, workspace, HOSHINE);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await context.addCookies(me.cookies);
  const plain = await context.newPage();
  await plain.goto(paths.matches(workspace));
  await pairLink(plain, BAODING).click();
  await plain.getByRole("radio", { name: en.matches.decision.notMatch }).check();
  await plain.getByLabel(en.matches.reason, { exact: true }).fill("Another town, another trade.");
  await plain.getByRole("button", { name: en.matches.decide.save }).click();
  await expect(nameOfPair(plain, HOSHINE)).toBeVisible();
  await plain.goto(paths.matches(workspace));
  await expect(rowsOf(plain, BAODING)).toHaveCount(0);
  await plain.getByRole("link", { name: en.matches.tab.notMatch }).click();
  await expect(rowsOf(plain, BAODING).first()).toBeVisible();
  await context.close();
});

test("a list of one's own finds its suppliers anew; a file with far fewer rows is refused until its number is given", async ({
  page,
  workspace,
}) => {
  await planted(page, workspace);
  await openQueue(page, workspace, BAODING);
  await expect(rowsOf(page, CLEANING)).toHaveCount(0);
  const title = "We do not buy from";
  const rows = ["Alder and Birch Cleaning;GB", "Quiet Harbour Plating;PL", "Stone Bridge Textiles;PT"];
  const form = page.getByRole("region", { name: en.lists.load.title });
  const load = async (file: string, lines: readonly string[]) => {
    await form.getByLabel(en.lists.load.which).selectOption(en.lists.load.ownBlock);
    await form.getByLabel(en.lists.load.ownName).fill(title);
    await form.getByLabel(en.lists.load.file, { exact: true }).setInputFiles(aFile(file, `name;country\n${lines.join("\n")}\n`)); // prettier-ignore
    await form.getByRole("button", { name: en.lists.load.send }).click();
  };
  const inForce = page.getByRole("region", { name: en.lists.inForce }).getByRole("row").filter({ hasText: title });
  const entries = inForce.getByRole("cell").nth(1);

  await page.goto(paths.lists(workspace));
  await load("ours.csv", rows);
  await expect(entries).toHaveText("3");
  await page.getByRole("link", { name: en.lists.changes.touched }).click();
  await openQueue(page, workspace, CLEANING);
  await expect(rowsOf(page, CLEANING)).toContainText(title);

  await page.goto(paths.lists(workspace));
  await load("cut-off.csv", rows.slice(0, 1));
  await expect(form.getByRole("alert")).toContainText("1 entries were found, and the edition in force has 3");
  await expect(entries).toHaveText("3");
  await form.getByLabel(en.lists.load.expected).fill("1");
  await form.getByRole("button", { name: en.lists.load.send }).click();
  await expect(entries).toHaveText("1");
});

test("two spellings of one firm are merged and taken apart again", async ({ page, workspace }) => {
  await planted(page, workspace);
  const shown = async (count: number) =>
    expect(async () => {
      await openTable(page, workspace, "q=heron");
      await expect(rowsOf(page, "Heron")).toHaveCount(count, { timeout: 500 });
    }).toPass({ timeout: 30_000 });
  await shown(2);
  const keep = page.getByRole("button", { name: en.duplicates.keep.replace("{{name}}", KEPT) });
  await expect(async () => {
    await page.goto(paths.duplicates(workspace));
    await expect(keep).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await keep.click();
  await expect(page.getByText(en.duplicates.none.open)).toBeVisible();
  await shown(1);
  await rowsOf(page, KEPT).getByRole("link", { name: KEPT }).click();
  await expect(page.getByText(en.duplicates.mergedHere.replace("{{names}}", GONE))).toBeVisible();

  await page.goto(paths.duplicates(workspace, "tab=merged"));
  await page.getByRole("button", { name: en.duplicates.unmerge }).click();
  await expect(page.getByText(en.duplicates.none.merged)).toBeVisible();
  await shown(2);
});

test("in Russian on a phone neither the queue nor a pair is wider than the screen", async ({ page, workspace }) => {
  await planted(page, workspace);
  await openQueue(page, workspace, BAODING);
  await inLanguage(page, "ru");
  await page.setViewportSize({ width: 390, height: 844 });
  const isWithin = () =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  await page.reload();
  await expect(page.getByRole("heading", { name: ru.matches.title })).toBeVisible();
  expect(await isWithin()).toBe(true);
  await pairLink(page, BAODING).click();
  await expect(page.getByRole("heading", { name: ru.matches.decide.title })).toBeVisible();
  expect(await isWithin()).toBe(true);
});
