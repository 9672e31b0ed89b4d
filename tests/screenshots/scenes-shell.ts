/** What stands around the pages, and what is said after something was done. */
import { paths } from "../../app/lib/paths";
import { at, importOf, of, type Stage } from "./scene";
import { press, untilState } from "./steps";

export const SHELL: Stage = {
  as: "owner",
  scenes: [
    { name: "menu", address: at(paths.workspace), open: (page) => page.locator("summary").first().click() },
    {
      name: "palette",
      address: at(paths.workspace),
      async open(page) {
        await page.keyboard.press("Control+k");
        await page.getByRole("combobox").waitFor();
      },
    },
    {
      name: "palette-nothing",
      address: at(paths.workspace),
      async open(page, words) {
        await page.keyboard.press("Control+k");
        await page.getByRole("combobox").fill("zzzz");
        await page.getByText(words.shell.palette.nothing).waitFor();
      },
    },
    {
      name: "shortcuts",
      address: at(paths.workspace),
      async open(page) {
        await page.keyboard.press("?");
        await page.getByRole("dialog").waitFor();
      },
    },
    { name: "help", address: at(paths.help), narrow: true },
    {
      name: "message",
      address: at(paths.suppliers),
      // Saved again under its name, it is replaced.
      async open(page, words) {
        await page.locator("main .has-menu > summary").first().click();
        await page.locator("input[name=name]").fill("High first");
        await page.locator("form:has(input[value=save-view]) button").click();
        await page.getByRole("region", { name: words.shell.told.label }).waitFor();
      },
    },
    {
      name: "outline",
      address: at(paths.workspace),
      async open(page, words) {
        // The answer never comes.
        await page.route("**/plan.data*", () => new Promise<void>(() => undefined));
        await page.getByRole("link", { name: words.plan.nav, exact: true }).click();
        await page.locator("[data-skeleton]").waitFor();
      },
    },
  ],
};

/** Several suppliers changed at once. */
export const MANY: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    await page.goto(paths.suppliersChange(made.get("list")!, "level=assessed&every=1"));
    await page.locator("main select[name=role]").selectOption("trader");
    await page.locator("main form:has(select[name=role]) button").last().click();
    await page.waitForURL(/did=/);
    made.set("did", new URL(page.url()).pathname + new URL(page.url()).search);
  },
  scenes: [
    { name: "suppliers-change", address: at(paths.suppliersChange, "level=assessed&every=1") },
    { name: "suppliers-done", address: (world) => of(world, "did") },
    { name: "understand-decided-at-once", address: at(paths.understand, "tab=decided") },
  ],
};

export const CANCELLED: Stage = {
  as: "owner",
  async arrange(page, { made, hold }) {
    hold(false);
    await press(page, made.get("small")!, made.get("long")!, "cancel");
    await untilState(page, made.get("small")!, made.get("long")!, "mapping");
  },
  scenes: [{ name: "import-cancelled", address: importOf("long", "small") }],
};
