import { aList, atMapping, build, en, expect, openMenu, paths, publish, test, upload } from "../e2e/journey";
import { hasNoFaults } from "./faults";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const language of ["en", "ru"] as const)
      test(`menu, palette, shortcuts, guide and help have no accessibility fault, ${language}`, async ({
        page,
        workspace,
      }) => {
        const { origin } = new URL(page.url());
        await page.context().addCookies([{ name: "candour_language", value: language, url: origin }]);
        await page.goto(paths.workspace(workspace));
        await hasNoFaults(page, "first page");
        await page.locator("summary").first().click();
        await hasNoFaults(page, "menu");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+k");
        await expect(page.getByRole("combobox")).toBeFocused();
        await hasNoFaults(page, "palette");
        await page.keyboard.type("zzzz");
        await hasNoFaults(page, "palette, nothing found");
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog")).toBeVisible();
        await hasNoFaults(page, "shortcuts");
        await page.goto(paths.help(workspace));
        await hasNoFaults(page, "help");
        await page.setViewportSize({ width: 390, height: 844 });
        await hasNoFaults(page, "help on a phone");
      });

    test("the guide, a message and an outline have no accessibility fault", async ({ page, workspace }) => {
      test.setTimeout(90_000);
      await upload(page, workspace, aList(20));
      await atMapping(page);
      await page.goto(paths.workspace(workspace));
      await hasNoFaults(page, "guide");
      await page.goBack();
      await build(page);
      await publish(page);
      await expect(page.getByRole("region", { name: en.shell.told.label })).toBeVisible();
      await hasNoFaults(page, "message");
      await page.route("**/plan.data*", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 6000));
        await route.continue();
      });
      await page.getByRole("link", { name: en.plan.nav, exact: true }).click();
      await expect(page.locator("[data-skeleton]")).toBeVisible();
      await hasNoFaults(page, "outline");
    });

    test("colours that were chosen against the device have no fault", async ({ page, workspace }) => {
      await page.goto(paths.workspace(workspace));
      await openMenu(page);
      const other = colorScheme === "light" ? en.shell.theme.dark : en.shell.theme.light;
      await page.getByRole("button", { name: other, exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("data-theme", /light|dark/);
      await hasNoFaults(page, "first page in the other colours");
    });
  });
}
