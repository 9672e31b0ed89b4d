import { councilLedger } from "../services/council-ledger";
import {
  aFile,
  aList,
  atMapping,
  build,
  en,
  expect,
  givenList,
  newWorkspace,
  openTable,
  paths,
  publish,
  publishList,
  test,
  upload,
} from "./journey";
import type { Page } from "@playwright/test";

const words = en.shell;
const palette = (page: Page) => page.getByRole("dialog", { name: words.palette.title });
const field = (page: Page) => palette(page).getByRole("combobox");
const guide = (page: Page) => page.getByRole("region", { name: words.guide.title });
const step = (page: Page, title: string) => guide(page).getByRole("listitem").filter({ hasText: title });
const done = (page: Page) => page.getByRole("region", { name: words.told.label });
/** "buyer-12-3" is called "Buyer 12 3". */
const workspaceName = (slug: string) => slug.replaceAll("-", " ");
const hydrated = (page: Page) => page.getByRole("button", { name: words.palette.open }).waitFor();

test("a workspace without a list says what to bring, and what comes of it", async ({ page, workspace }) => {
  await page.goto(paths.workspace(workspace));
  await expect(page.getByRole("heading", { name: en.workspace.home.emptyTitle })).toBeVisible();
  await expect(page.getByRole("table", { name: words.first.sampleCaption })).toBeVisible();
  await expect(page.getByRole("heading", { name: words.guide.plan.title })).toBeVisible();
  for (const address of [paths.suppliers(workspace), paths.understand(workspace), paths.plan(workspace)]) {
    await page.goto(address);
    await page.getByRole("main").getByRole("link", { name: words.empty.upload }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.newImport(workspace)}$`));
  }
});

test("the guide follows what the workspace holds, from the upload to the accepted plan", async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await upload(page, workspace, aList(40));
  await atMapping(page);
  await page.goto(paths.workspace(workspace));
  await step(page, words.guide.list.title).getByRole("link", { name: words.guide.list.mapping }).click();
  await atMapping(page);
  await build(page);
  await page.goto(paths.workspace(workspace));
  await step(page, words.guide.list.title).getByRole("link", { name: words.guide.list.preview }).click();
  await publish(page);
  await openTable(page, workspace);
  await page.goto(paths.workspace(workspace));
  await expect(step(page, words.guide.list.title)).toContainText(words.guide.done);
  await step(page, words.guide.plan.title).getByRole("link", { name: words.guide.plan.act }).click();
  await expect(page.getByRole("heading", { level: 1, name: en.plan.title })).toBeVisible();
  await page.getByLabel(en.plan.start.question).fill("5");
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await page.getByRole("button", { name: en.plan.accept }).click();
  await expect(page.getByRole("heading", { name: en.plan.acceptedTitle })).toBeVisible();
  await page.goto(paths.workspace(workspace));
  await expect(guide(page)).toContainText(words.guide.allDone);
});

test("the guide that is put away stays away on another device, and comes back from the help", async ({
  page,
  workspace,
  browser,
  me,
}) => {
  await upload(page, workspace, aList(10));
  await atMapping(page);
  await page.goto(paths.workspace(workspace));
  await guide(page).getByRole("button", { name: words.guide.hide }).click();
  await expect(guide(page)).toHaveCount(0);
  const other = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  await other.addCookies(me.cookies);
  const there = await other.newPage();
  await there.goto(paths.workspace(workspace));
  await expect(there.getByRole("heading", { name: en.workspace.home.history })).toBeVisible();
  await expect(guide(there)).toHaveCount(0);
  await there.goto(paths.help(workspace));
  await there.getByRole("button", { name: words.helpPage.guideShow }).click();
  await expect(guide(there)).toBeVisible();
  await other.close();
});

test("the palette finds a supplier, goes to a page and changes workspace with the keyboard alone", async ({
  page,
  listed,
}) => {
  await openTable(page, listed);
  await hydrated(page);
  const name = (await page.getByRole("table").getByRole("row").nth(2).getByRole("link").first().innerText()).trim();
  await page.goto(paths.workspace(listed));
  await hydrated(page);
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(name);
  const option = palette(page).getByRole("option").filter({ hasText: name }).first();
  await expect(option).toBeVisible();
  await expect(option).toHaveAttribute("aria-selected", "true");
  const active = await field(page).getAttribute("aria-activedescendant");
  expect(await option.getAttribute("id")).toBe(active);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await page.keyboard.type(en.workspace.nav.suppliers.slice(0, 5));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: en.suppliers.title })).toBeVisible();

  const other = await newWorkspace(page);
  await page.goto(paths.workspace(other));
  await hydrated(page);
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("option").filter({ hasText: words.workspaces })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(workspaceName(listed));
  // The names of workspaces are asked for when the palette opens.
  const there = palette(page).getByRole("option", { name: new RegExp(`^${workspaceName(listed)}$`, "i") });
  await expect(there).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${paths.workspace(listed)}$`));
  expect(other).not.toBe(listed);
});

test("the palette finds a supplier in any script, and says so when there is none", async ({ page, workspace }) => {
  await givenList(page, workspace, aFileOfScripts());
  await openTable(page, workspace);
  await hydrated(page);
  await page.getByRole("button", { name: words.palette.open }).click();
  for (const [typed, found] of [
    ["华为", "华为技术有限公司"],
    ["УРАЛЬСКАЯ", "Уральская текстильная фабрика"],
    ["şahin", "Şahin Tekstil"],
  ] as const) {
    await field(page).fill(typed);
    await expect(palette(page).getByRole("option").filter({ hasText: found })).toBeVisible();
  }
  await field(page).fill("zzzz qqqq");
  await expect(palette(page).getByText(words.palette.nothing)).toBeVisible();
});

/** A list with names in three scripts. */
function aFileOfScripts(): string {
  return aFile(
    "scripts.csv",
    "Supplier name,Country\n华为技术有限公司,China\nУральская текстильная фабрика,Russia\nŞahin Tekstil,Türkiye\n",
  );
}

test("keys go to pages, to the search field and through the table, and not while one types", async ({
  page,
  listed,
}) => {
  await openTable(page, listed);
  await hydrated(page);
  await page.keyboard.press("j");
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.nth(1).getByRole("link").first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(2).getByRole("link").first()).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(1).getByRole("link").first()).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByLabel(en.suppliers.search)).toBeFocused();
  await page.keyboard.type("gp?/");
  await expect(page.getByLabel(en.suppliers.search)).toHaveValue("gp?/");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(new RegExp(`${paths.plan(listed)}$`));
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: words.shortcuts.title })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("single keys that are switched off stay off, and the palette still opens", async ({ page, workspace }) => {
  await page.goto(paths.help(workspace));
  await hydrated(page);
  await page.getByRole("button", { name: words.shortcuts.switchOff }).click();
  await expect(page.getByText(words.shortcuts.areOff)).toBeVisible();
  await page.goto(paths.workspace(workspace));
  await hydrated(page);
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${paths.workspace(workspace)}$`));
  await page.goto(paths.help(workspace));
  await page.getByRole("button", { name: words.shortcuts.switchOn }).click();
  await expect(page.getByText(words.shortcuts.single)).toBeVisible();
});

test("what was done is said beside the content and can be taken back", async ({ page, workspace }) => {
  await publishList(page, workspace, aList(30));
  await expect(done(page)).toContainText(words.told.published);
  await page.getByRole("link", { name: en.imports.published.open }).click();
  await expect(page.getByRole("heading", { level: 1, name: en.suppliers.title })).toBeVisible();
  const bar = (await done(page).boundingBox())!;
  const main = (await page.getByRole("main").boundingBox())!;
  expect(bar.y + bar.height).toBeLessThanOrEqual(main.y + 0.5);
  await done(page).getByRole("button", { name: words.told.undo }).click();
  await expect(page.getByText(en.imports.undone.title)).toBeVisible();
  await expect(done(page)).toContainText(words.told.undone);
  await page.reload();
  await expect(done(page)).toHaveCount(0);
});

test("a message stays while it has the focus, and goes by itself when it has not", async ({ page, workspace }) => {
  await page.clock.install();
  await publishList(page, workspace, aList(10));
  await expect(done(page)).toBeVisible();
  await done(page).getByRole("button", { name: words.told.undo }).focus();
  await page.clock.runFor(100);
  await page.clock.fastForward(60_000);
  await expect(done(page)).toBeVisible();
  await page.getByRole("link", { name: en.imports.published.open }).focus();
  await page.clock.runFor(100);
  await page.clock.fastForward(31_000);
  await expect(done(page)).toHaveCount(0);
});

test("a supplier taken out of the plan is back with one press", async ({ page, workspace }) => {
  test.setTimeout(90_000);
  await givenList(page, workspace, aList(40));
  await openTable(page, workspace);
  await page.goto(paths.plan(workspace));
  await page.getByLabel(en.plan.start.question).fill("5");
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await page.getByText(en.plan.takeOut, { exact: true }).first().click();
  await page.getByLabel(en.plan.why).first().fill("asked last year");
  await page.getByRole("button", { name: en.plan.takeOut }).first().click();
  await expect(done(page)).toContainText(words.told.planOut);
  await done(page).getByRole("button", { name: words.told.undo }).click();
  await expect(done(page)).toContainText(words.told.planIn);
});

test("a group that was settled is open again with one press", async ({ page, workspace }) => {
  await upload(page, workspace, aFile("payments.csv", councilLedger()));
  await atMapping(page);
  await build(page);
  await publish(page);
  await page.goto(paths.understand(workspace));
  const group = page.locator("main ul > li").filter({ has: page.locator("textarea[name=words]") });
  const first = await group.first().getByRole("heading").innerText();
  await group.first().locator("textarea[name=words]").fill("refuse collection vehicles");
  await page.keyboard.press("Enter");
  const last = page.getByRole("status").filter({ hasText: en.understand.last.replace("{{label}}", first) });
  await expect(group.first().getByRole("heading")).not.toHaveText(first);
  await last.getByRole("button").click();
  await expect(done(page)).toContainText(words.told.decisionUndone);
  await expect(group.first().getByRole("heading")).toHaveText(first);
});

test("a page that keeps one waiting shows its outline first, and a quick one does not", async ({ page, listed }) => {
  await openTable(page, listed);
  await hydrated(page);
  const outline = page.locator("[data-skeleton]");
  await page.route("**/plan.data*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page
    .getByRole("navigation", { name: en.common.mainNavigation })
    .getByRole("link", { name: en.plan.nav })
    .click();
  await expect(outline).toHaveAttribute("data-skeleton", "plan");
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: en.plan.title })).toBeVisible();
  await expect(outline).toHaveCount(0);
});
