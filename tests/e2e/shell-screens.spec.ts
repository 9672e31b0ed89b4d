/** The frame of the pages on every screen and on paper: phone, colours, without script. */
import type { Page } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import { aList, atMapping, build, en, expect, inLanguage, openMenu, openTable, paths, test, upload } from "./journey";

const words = en.shell;
const done = (page: Page) => page.getByRole("region", { name: words.told.label });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a message and its way back, menu, colours and search are there", async ({ page, workspace, browser, me }) => {
    const scripted = await browser.newContext({ locale: "en-GB", javaScriptEnabled: true });
    await scripted.addCookies(me.cookies);
    const other = await scripted.newPage();
    await upload(other, workspace, aList(12));
    await atMapping(other);
    await build(other);
    const address = other.url();
    await scripted.close();
    await page.goto(address);
    await page.getByRole("button", { name: en.imports.preview.confirm }).click();
    await expect(done(page)).toContainText(words.told.published);
    await expect(page.getByRole("button", { name: words.told.close })).toHaveCount(0);
    await done(page).getByRole("button", { name: words.told.undo }).click();
    await expect(done(page)).toContainText(words.told.undone);
    await page.reload();
    await expect(done(page)).toHaveCount(0);
    await openMenu(page);
    await page.getByRole("button", { name: words.theme.dark, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.getByRole("link", { name: words.palette.open }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.suppliers(workspace)}$`));
  });
});

test("light or dark as chosen holds for the next page, and for the device again", async ({ page, workspace }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(paths.workspace(workspace));
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await openMenu(page);
  await page.getByRole("button", { name: words.theme.dark, exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.emulateMedia({ media: "print" });
  expect(await paper()).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await openMenu(page);
  await page.getByRole("button", { name: words.theme.light, exact: true }).click();
  await expect.poll(paper).toBe(light);
  await openMenu(page);
  await page.getByRole("button", { name: words.theme.system, exact: true }).click();
  await expect.poll(paper).toBe(dark);
});

test("filters that leave nobody can be cleared where one stands", async ({ page, listed }) => {
  await openTable(page, listed);
  await page.goto(paths.suppliers(listed, "q=zzzz&sort=name"));
  await expect(page.getByText(en.suppliers.noneFound)).toBeVisible();
  await page.getByRole("link", { name: words.empty.clear }).click();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page).toHaveURL(/sort=name/);
});

test("on paper there is no navigation and no button, and whose page it is", async ({ page, listed }) => {
  await openTable(page, listed);
  for (const address of [
    paths.workspace(listed),
    paths.suppliers(listed),
    paths.understand(listed),
    paths.plan(listed),
    paths.help(listed),
  ]) {
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    for (const what of ["nav", "button", ".button", "input", "select", "textarea"])
      await expect(page.locator(`${what}:visible`), `${address} ${what}`).toHaveCount(0);
    await expect(page.locator(".print-only")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  }
});

test.describe("on a phone of 390 pixels", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const [language, catalogue] of [
    ["en", en],
    ["ru", ru],
  ] as const) {
    test(`every page of the navigation is in reach of the thumb, ${language}`, async ({ page, workspace }) => {
      await inLanguage(page, language);
      await page.goto(paths.help(workspace));
      const links = page.getByRole("navigation", { name: catalogue.common.mainNavigation }).getByRole("link");
      await expect(links).toHaveCount(5);
      for (const link of await links.all()) {
        const { x, y, width, height } = (await link.boundingBox())!;
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(390.5);
        expect(y + height).toBeLessThanOrEqual(844.5);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        expect(await link.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
      }
      await page.getByRole("button", { name: catalogue.shell.palette.open }).tap();
      await page.getByRole("option", { name: catalogue.suppliers.title, exact: true }).tap();
      await expect(page).toHaveURL(new RegExp(`${paths.suppliers(workspace)}$`));
    });
  }

  test("what has the focus is never behind the bar", async ({ page, workspace }) => {
    await page.goto(paths.workspace(workspace));
    await page.getByText(en.workspace.upload.drop).waitFor();
    const bar = (await page.getByRole("navigation", { name: en.common.mainNavigation }).boundingBox())!;
    for (let pressed = 0; pressed < 25; pressed++) {
      await page.keyboard.press("Tab");
      const bottom = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused?.closest("main") ? focused.getBoundingClientRect().bottom : 0;
      });
      expect(bottom).toBeLessThanOrEqual(bar.y + 1);
    }
  });
});
