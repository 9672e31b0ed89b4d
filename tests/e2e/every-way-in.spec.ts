import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import {
  aList,
  assess,
  atMapping,
  build,
  en,
  expect,
  openMenu,
  openTable,
  paths,
  publishList,
  ROOT,
  signUp,
  test,
  upload,
} from "./journey";

/** Moves on with the Tab key until the element has the focus. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not reach ${target.toString()}`);
}

test("the whole way can be gone with the keyboard alone", async ({ page, workspace }) => {
  await page.goto(paths.workspace(workspace));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: en.common.skip })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  // Asked for early: the browser gives the dialogue to the test only from then on.
  const chooser = page.waitForEvent("filechooser");
  await page.goto(paths.newImport(workspace));
  await page.getByText(en.workspace.upload.drop).waitFor();
  await tabTo(page, page.locator("input[type=file]"));
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(aList(25));
  await atMapping(page);
  const build = page.getByRole("button", { name: en.imports.mapping.build });
  await tabTo(page, build);
  await page.keyboard.press("Enter");
  const publish = page.getByRole("button", { name: en.imports.preview.confirm });
  await expect(publish).toBeVisible();
  await tabTo(page, publish);
  await page.keyboard.press("Enter");
  await expect(page.getByText(en.imports.published.title)).toBeVisible();

  await openTable(page, workspace);
  await tabTo(page, page.getByLabel(en.suppliers.search));
  await page.keyboard.type("zzzz no such supplier");
  await page.keyboard.press("Enter");
  await expect(page.getByText(en.suppliers.noneFound)).toBeVisible();
  await openTable(page, workspace);
  const supplier = page.getByRole("table").getByRole("row").nth(1).getByRole("link").first();
  await tabTo(page, supplier);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: en.supplier.missing })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a list is uploaded, mapped, published, sorted and opened", async ({ page, workspace }) => {
    await page.goto(paths.newImport(workspace));
    await page.locator("input[type=file]").setInputFiles(aList(35));
    await page.getByRole("button", { name: en.workspace.upload.send, exact: true }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { name: en.imports.mapping.title })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await page.getByRole("button", { name: en.imports.mapping.build }).click();
    const publish = page.getByRole("button", { name: en.imports.preview.confirm });
    // The page looks again by itself; no reload here.
    await expect(publish).toBeVisible({ timeout: 30_000 });
    await publish.click();
    await expect(page.getByText(en.imports.published.title)).toBeVisible();
    await openTable(page, workspace);
    await page.getByRole("columnheader", { name: en.suppliers.head.name }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=name/);
    await page.getByRole("combobox", { name: en.suppliers.level }).selectOption("assessed");
    await page.getByRole("button", { name: en.suppliers.filter, exact: true }).click();
    await expect(page).toHaveURL(/level=assessed/);
    await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: en.supplier.reasons })).toBeVisible();
  });

  test("a form that is not right comes back with what was typed", async ({ page }) => {
    await page.goto(paths.signup());
    await page.getByLabel(en.account.signup.workspace, { exact: true }).fill("Kept Works");
    await page.getByLabel(en.account.signup.email, { exact: true }).fill("not an address");
    await page.getByLabel(en.account.signup.password, { exact: true }).fill("short");
    await page.getByRole("button", { name: en.account.signup.submit }).click();
    await expect(page.getByText(en.account.form.email)).toBeVisible();
    await expect(page.getByText(en.account.form.passwordShort)).toBeVisible();
    await expect(page.getByLabel(en.account.signup.workspace, { exact: true })).toHaveValue("Kept Works");
    await expect(page.getByLabel(en.account.signup.email, { exact: true })).toHaveValue("not an address");
    await expect(page.getByLabel(en.account.signup.password, { exact: true })).toHaveValue("");
  });
});

test("everything can be done in Russian, and numbers are written as Russian writes them", async ({
  page,
  workspace,
}) => {
  await page.goto(paths.workspace(workspace));
  await openMenu(page);
  await page.getByRole("button", { name: "Русский" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.goto(paths.newImport(workspace));
  await page.getByText(ru.workspace.upload.drop).waitFor();
  await page.locator("input[type=file]").setInputFiles(aList(1500));
  await expect(page.getByRole("heading", { name: ru.imports.mapping.title })).toBeVisible();
  await page.getByRole("button", { name: ru.imports.mapping.build }).click();
  const publish = page.getByRole("button", { name: ru.imports.preview.confirm });
  await expect(publish).toBeVisible();
  await expect(page.getByText(/^1[\u00a0\u202f]500$/).first()).toBeVisible();
  await publish.click();
  await expect(page.getByText(ru.imports.published.title)).toBeVisible();
  await openTableInRussian(page, workspace);
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: ru.supplier.missing })).toBeVisible();
  const english = new RegExp(
    `^(${[en.supplier.reasons, en.supplier.missing, en.supplier.plausible.split(":")[0], en.supplier.change].join("|")})`,
  );
  await expect(page.getByText(english)).toHaveCount(0);
  await openMenu(page, ru.shell.menu);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

async function openTableInRussian(page: Page, workspace: string): Promise<void> {
  await expect(async () => {
    await page.goto(paths.suppliers(workspace));
    await expect(page.getByText(ru.suppliers.preparing)).toHaveCount(0, { timeout: 500 });
    await expect(page.getByRole("table")).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

test.describe("on a phone of 390 pixels", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("no page is wider than the screen, and the way goes through", async ({ page, workspace }) => {
    const fits = async (what: string) => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, what).toBeLessThanOrEqual(0);
    };
    for (const address of [`${paths.workspaces()}?all=1`, paths.workspace(workspace), paths.newImport(workspace)]) {
      await page.goto(address);
      await fits(address);
    }
    await upload(page, workspace, aList(30, { dirty: 0.2 }));
    await atMapping(page);
    await fits("mapping");
    await build(page);
    await fits("preview");
    await page.getByRole("button", { name: en.imports.preview.confirm }).tap();
    await expect(page.getByText(en.imports.published.title)).toBeVisible();
    await fits("published");
    await openTable(page, workspace);
    await fits("table");
    await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().tap();
    await expect(page.getByRole("heading", { name: en.supplier.missing })).toBeVisible();
    await fits("supplier");
  });
});

test("who signs up owns a workspace, can sign out, and then sees nothing of it", async ({ browser }) => {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await signUp(page, "Nora Newcomer");
  const address = page.url();
  await expect(page.getByText(en.workspace.home.emptyTitle)).toBeVisible();
  await openMenu(page);
  await page.getByRole("button", { name: en.common.signOut }).click();
  await page.goto(address);
  await expect(page).toHaveURL(/\/login/);
  await context.close();
});

test("the demo is marked as invented on every page, and its numbers are those of the command line", async ({
  page,
}) => {
  const { email, password } = await demoSignIn();
  await page.goto(paths.login());
  await page.getByLabel(en.account.login.email, { exact: true }).fill(email);
  await page.getByLabel(en.account.login.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: en.account.login.submit }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  const slug = decodeURIComponent(new URL(page.url()).pathname.split("/")[2] ?? "");
  await openTable(page, slug);
  const { summary } = await assess(path.join(ROOT, "seed/demo/suppliers.csv"));
  await expect(page.getByText(new RegExp(`^${summary.suppliers} suppliers$`))).toBeVisible();
  const supplier = await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().getAttribute("href");
  for (const address of [paths.workspace(slug), paths.newImport(slug), paths.suppliers(slug), supplier!]) {
    await page.goto(address);
    await expect(page.getByText(en.common.demo, { exact: true }).first(), address).toBeVisible();
  }
});

test("a list of one's own is not marked as demo", async ({ page, workspace }) => {
  await publishList(page, workspace, aList(10));
  await expect(page.getByText(en.common.demo, { exact: true })).toHaveCount(0);
});

/** What the start script prints, from the data folder of the server under test. */
async function demoSignIn(): Promise<{ readonly email: string; readonly password: string }> {
  let text = "";
  await expect(async () => {
    text = readFileSync(path.join(process.env.CANDOUR_DATA ?? "", "demo-sign-in.json"), "utf8");
  }).toPass({ timeout: 20_000 });
  return JSON.parse(text) as { email: string; password: string };
}
