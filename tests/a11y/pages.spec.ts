/**
 * axe on every page and state of the one table (`tests/screenshots/scenes.ts`), in every language and in light and dark: one program,
 * each state arranged once. Dark follows light on the same page, so only what depends on colours is asked again; what is laid out in another
 * way for phones is asked in full, dark and narrow.
 *
 * Colours and what opens on a page are the same in every language: a language other than the first is looked at in dark, every rule, on the
 * pages that are laid out for phones in another way. `CANDOUR_AXE=all` looks at every state of it in light and dark, with every line; what that found stands in docs/design.md.
 */
import path from "node:path";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { hydrated } from "../hydrated";
import { LANGUAGES, type Lang } from "../screenshots/options";
import type { Scene, Stage, World } from "../screenshots/scene";
import { STAGES } from "../screenshots/scenes";
import { startWalk, WORDS, type Walk } from "../screenshots/walk";
import { hasNoFaults } from "./faults";
import { refusedByPolicy, watchPolicy } from "./policy";
import { shorten } from "./shorten";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
/** A table of a few lines has every kind of line. */
const ROWS = 24;
/** Against a walk that stands still; how long it takes is the machine's. */
const PATIENCE_MS = 20 * 60_000;
const ALL = process.env.CANDOUR_AXE === "all";
const inFull = (lang: Lang): boolean => ALL || lang === LANGUAGES[0];

async function look(world: World, page: Page, { name, address, open, narrow }: Scene, lang: Lang): Promise<void> {
  await page.emulateMedia({ colorScheme: inFull(lang) ? "light" : "dark" });
  await page.setViewportSize(WIDE);
  const answer = await page.goto(address(world));
  expect.soft(await answer!.text(), `${name} has no empty bytes between its letters`).not.toContain("\0");
  await expect.soft(page.locator("html"), name).toHaveAttribute("lang", lang);
  await hydrated(page);
  await open?.(page, WORDS[lang]);
  expect.soft(await refusedByPolicy(page), `${name} asks for nothing its policy refuses`).toEqual([]);
  if (!ALL) await shorten(page);
  await hasNoFaults(page, `${name}, ${lang}`);
  // A past page has the colours of today's, which are asked there.
  if (!inFull(lang) || (!ALL && name.endsWith("-past"))) return;
  await page.emulateMedia({ colorScheme: "dark" });
  if (narrow) await page.setViewportSize(NARROW);
  if (!narrow) return hasNoFaults(page, `${name}, ${lang}, dark`, "colours");
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

/** Pages of the first language side by side: while one waits for its answer or its picture, another is looked at. */
const SIDE_BY_SIDE = 2;
/** A browser reads the scripts anew for every page that is opened, and not for every address: pages stay open. */
type Pages = Map<BrowserContext, Page[]>;

/** Looks at every scene of a stage, in one language. */
async function lookAtAll(walk: Walk, pages: Pages, stage: Stage, lang: Lang): Promise<void> {
  const context = await walk.contextOf(stage, lang);
  const open = pages.get(context) ?? [];
  pages.set(context, open);
  const rest = stage.scenes.filter(({ narrow }) => inFull(lang) || narrow);
  const oneAfterAnother = async (_: unknown, at: number): Promise<void> => {
    const page = (open[at] ??= await context.newPage());
    for (let scene = rest.shift(); scene; scene = rest.shift()) {
      const next = scene;
      await test.step(`${next.name}, ${lang}`, () => look(walk.world, page, next, lang));
    }
    // What is arranged next is not asked for by a page that is left.
    await page.goto("about:blank");
  };
  const needed = Math.min(rest.length, inFull(lang) ? SIDE_BY_SIDE : 1);
  await Promise.all(Array.from({ length: needed }, oneAfterAnother));
}

test("no page has an accessibility fault, in any language, light or dark", async ({ browser }) => {
  test.setTimeout(PATIENCE_MS);
  const walk = await startWalk(browser, path.resolve(import.meta.dirname, "../.."), ROWS, watchPolicy);
  const pages: Pages = new Map();
  try {
    for (const stage of STAGES.filter(({ again }) => ALL || !again)) {
      await walk.arrange(stage);
      await Promise.all(LANGUAGES.map((lang) => lookAtAll(walk, pages, stage, lang)));
    }
    await chosenAgainstTheDevice(walk);
  } finally {
    await walk.close();
  }
});
