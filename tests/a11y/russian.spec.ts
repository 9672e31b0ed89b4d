import type { Browser } from "@playwright/test";
import { catalogue as ru } from "../../app/i18n/ru";
import {
  aList,
  en,
  expect,
  methodVersion,
  newWorkspace,
  openTable,
  paths,
  publishList,
  test,
  upload,
} from "../e2e/journey";
import { hasNoFaults } from "./faults";

/** Light and dark by the device, and dark as chosen against the device. */
const LOOKS = [
  { name: "light", colorScheme: "light", theme: null },
  { name: "dark", colorScheme: "dark", theme: null },
  { name: "dark, chosen on a light device", colorScheme: "light", theme: "dark" },
] as const;

/** A person's page in Russian, in one of the looks. */
async function russian(browser: Browser, { colorScheme, theme }: (typeof LOOKS)[number], origin: string) {
  const context = await browser.newContext({ locale: "ru-RU", colorScheme, baseURL: origin });
  await context.addCookies([{ name: "candour_language", value: "ru", url: origin }]);
  if (theme) await context.addCookies([{ name: "candour_theme", value: theme, url: origin }]);
  return context;
}

test("the main pages have no accessibility fault in Russian, light, dark, and dark by choice", async ({
  browser,
  page,
  workspace,
  me,
}) => {
  test.setTimeout(240_000);
  const { origin } = new URL(page.url());
  const version = await methodVersion(page);
  const empty = await newWorkspace(page);
  await publishList(page, workspace, aList(40));
  await openTable(page, workspace);
  const supplier = await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().getAttribute("href");
  await page.goto(paths.plan(workspace));
  await page.getByLabel(en.plan.start.question).fill("6");
  await page.getByRole("button", { name: en.plan.start.submit }).click();
  await expect(page.getByRole("heading", { name: en.plan.draftTitle, exact: true })).toBeVisible();
  // A list that waits for its columns, and later to be published: seen by every look.
  await upload(page, empty, aList(30));
  await expect(page.getByRole("heading", { name: en.imports.mapping.title })).toBeVisible();
  const waiting = page.url();

  for (const look of LOOKS) {
    const context = await russian(browser, look, origin);
    const seen = await context.newPage();
    for (const address of [paths.home(), paths.login(), paths.methodWorked(version, "W12")]) {
      await seen.goto(address);
      await hasNoFaults(seen, `${look.name}, ${address}`);
    }
    await context.addCookies(me.cookies);
    await context.addCookies([{ name: "candour_language", value: "ru", url: origin }]);
    const every = [
      paths.workspace(workspace),
      supplier!,
      paths.plan(workspace),
      paths.suppliers(workspace),
      paths.understand(workspace),
      paths.newImport(workspace),
      paths.help(workspace),
      waiting,
    ];
    // What is chosen has the colours of what the device says: a few pages show that it takes effect.
    for (const address of look.theme ? every.slice(0, 3) : every) {
      const answer = await seen.goto(address);
      expect(await answer!.text(), `${address} has no empty bytes between its letters`).not.toContain("\0");
      await expect(seen.locator("html")).toHaveAttribute("lang", "ru");
      if (look.theme) await expect(seen.locator("html")).toHaveAttribute("data-theme", look.theme);
      await hasNoFaults(seen, `${look.name}, ${address}`);
    }
    // On a phone some of these tables are laid out as blocks.
    await seen.setViewportSize({ width: 390, height: 844 });
    for (const address of look.theme ? [] : [paths.suppliers(workspace), supplier!, paths.plan(workspace)]) {
      await seen.goto(address);
      await hasNoFaults(seen, `${look.name}, ${address}, on a phone`);
    }
    await context.close();
  }

  await page.getByRole("button", { name: en.imports.mapping.build }).click();
  await expect(page.getByRole("button", { name: en.imports.preview.confirm })).toBeVisible({ timeout: 45_000 });
  for (const look of LOOKS.slice(0, 2)) {
    const context = await russian(browser, look, origin);
    await context.addCookies(me.cookies);
    await context.addCookies([{ name: "candour_language", value: "ru", url: origin }]);
    const seen = await context.newPage();
    for (const width of [1280, 390]) {
      await seen.setViewportSize({ width, height: 844 });
      await seen.goto(waiting);
      await expect(seen.getByRole("button", { name: ru.imports.preview.confirm })).toBeVisible();
      await hasNoFaults(seen, `${look.name}, preview, ${width} px`);
    }
    await context.close();
  }
});
