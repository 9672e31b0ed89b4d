/**
 * axe on every page and state of the one table (`tests/screenshots/scenes.ts`), in every language and in light and dark: one program,
 * each state arranged once. Dark follows light on the same page, so only what depends on colours is asked again.
 */
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { LANGUAGES, type Lang } from "../screenshots/options";
import type { Scene } from "../screenshots/scene";
import { STAGES } from "../screenshots/scenes";
import { startWalk, WORDS, type Walk } from "../screenshots/walk";
import { hasNoFaults } from "./faults";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
/** Against a walk that stands still; how long it takes is the machine's. */
const PATIENCE_MS = 30 * 60_000;

// What axe tells names the element; a trace of so many pages would cost more than the search.
test.use({ trace: "off" });

async function look(walk: Walk, page: Page, { name, address, open, narrow }: Scene, lang: Lang): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(WIDE);
  const answer = await page.goto(address(walk.world), { waitUntil: "networkidle" });
  expect.soft(await answer!.text(), `${name} has no empty bytes between its letters`).not.toContain("\0");
  await expect.soft(page.locator("html"), name).toHaveAttribute("lang", lang);
  await open?.(page, WORDS[lang]);
  await hasNoFaults(page, `${name}, ${lang}`);
  await page.emulateMedia({ colorScheme: "dark" });
  await hasNoFaults(page, `${name}, ${lang}, dark`, "colours");
  if (!narrow) return;
  await page.setViewportSize(NARROW);
  await hasNoFaults(page, `${name}, ${lang}, dark, on a phone`);
}

/** Light on a dark device, and dark on a light one, on the pages with most colours. */
async function chosenAgainstTheDevice(walk: Walk): Promise<void> {
  const stage = STAGES.find(({ scenes }) => scenes.some(({ name }) => name === "suppliers"))!;
  const context = await walk.contextOf(stage, "ru");
  const page = await context.newPage();
  const names = ["overview", "suppliers", "supplier-assessed"];
  for (const [device, chosen] of [
    ["light", "dark"],
    ["dark", "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme: device });
    for (const { name, address } of stage.scenes.filter((scene) => names.includes(scene.name))) {
      await page.goto(address(walk.world));
      await context.addCookies([{ name: "candour_theme", value: chosen, url: page.url() }]);
      await page.reload();
      await expect.soft(page.locator("html")).toHaveAttribute("data-theme", chosen);
      await hasNoFaults(page, `${name}, ${chosen} by choice`, "colours");
    }
  }
}

test("no page has an accessibility fault, in any language, light or dark", async ({ browser }) => {
  test.setTimeout(PATIENCE_MS);
  const walk = await startWalk(browser, path.resolve(import.meta.dirname, "../.."));
  try {
    for (const stage of STAGES) {
      await walk.arrange(stage);
      for (const lang of LANGUAGES) {
        const context = await walk.contextOf(stage, lang);
        for (const scene of stage.scenes)
          await test.step(`${scene.name}, ${lang}`, async () => {
            const page = await context.newPage();
            await look(walk, page, scene, lang);
            await page.close();
          });
      }
    }
    await chosenAgainstTheDevice(walk);
  } finally {
    await walk.close();
  }
});
