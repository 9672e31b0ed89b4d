/**
 * `npm run screenshots`: a picture of every page and state, for the eyes of whoever designs and reviews, and a list of the faults a
 * machine can see in them. `--help` says how to call it. It judges nothing: the pictures are there to be looked at.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../../app/start/browser.mjs";
import { contactSheet, type Shot } from "./contact-sheet";
import { faultsOf } from "./faults";
import { HELP, readOptions, type Lang, type Options, type Width } from "./options";
import type { Scene, World } from "./scene";
import { STAGES } from "./scenes";
import { startWalk, WORDS, type Walk } from "./walk";

const HEIGHT: Readonly<Record<Width, number>> = { 390: 844, 900: 1100, 1440: 900 };
/** For a chart to be drawn again in its new size and colours. */
const SETTLE_MS = 150;
/** More than three pages of the table. */
const ROWS = 180;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Takes the pictures; answers the exit code. `root` is the folder of the checkout. */
export async function screenshots(args: readonly string[], root: string): Promise<number> {
  if (args.includes("--help")) {
    say(HELP);
    return 0;
  }
  let options: Options;
  try {
    options = readOptions(args, root);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
  const wanted = ({ name }: Scene): boolean =>
    options.only.length === 0 || options.only.some((only) => name.startsWith(only));
  const last = STAGES.findLastIndex(({ scenes }) => scenes.some(wanted));
  if (last < 0) {
    const names = STAGES.flatMap(({ scenes }) => scenes.map(({ name }) => name));
    process.stderr.write(`No page begins with that name. There are: ${names.join(", ")}.\n`);
    return 2;
  }
  const began = Date.now();
  mkdirSync(options.out, { recursive: true });
  const executablePath = await findBrowser(root, say);
  const browser = await chromium.launch({ args: BROWSER_ARGUMENTS, ...(executablePath ? { executablePath } : {}) });
  let walk: Walk | null = null;
  try {
    walk = await startWalk(browser, root, ROWS);
    const shots: Shot[] = [];
    for (const stage of STAGES.slice(0, last + 1)) {
      await walk.arrange(stage);
      for (const scene of stage.scenes.filter(wanted))
        for (const lang of options.languages)
          shots.push(...(await look(await walk.contextOf(stage, lang), scene, lang, walk.world, options)));
    }
    writeFileSync(path.join(options.out, "index.html"), contactSheet(shots));
    const withFaults = shots.filter(({ faults }) => faults.length > 0).length;
    say(
      `\n${shots.length} pictures in ${((Date.now() - began) / 1000).toFixed(0)} s, ${withFaults} of them with something to look at.`,
    );
    say(`To look through them: ${path.join(options.out, "index.html")}`);
    return 0;
  } finally {
    await walk?.close();
    await browser.close();
  }
}

/** Opens a scene once and takes it in every width and theme. */
async function look(
  context: BrowserContext,
  { name, address, open, refused }: Scene,
  lang: Lang,
  world: World,
  { out, widths, themes }: Options,
): Promise<Shot[]> {
  const page = await context.newPage();
  let told: string[] = [];
  page.on("pageerror", (error) => told.push(`error in the page: ${error.message}`));
  page.on("console", (message) => {
    const isAnswer = refused === true && /Failed to load resource/.test(message.text());
    if (message.type() === "error" && !isAnswer) told.push(`console: ${message.text().slice(0, 200)}`);
  });
  const shots: Shot[] = [];
  try {
    await page.setViewportSize({ width: widths.at(-1)!, height: HEIGHT[widths.at(-1)!] });
    await page.goto(address(world), { waitUntil: "networkidle" });
    await open?.(page, WORDS[lang]);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: HEIGHT[width] });
        await page.waitForTimeout(SETTLE_MS);
        const file = `${name}.${width}.${theme}.${lang}.png`;
        const faults = [...(await faultsOf(page)), ...told];
        told = [];
        await picture(page, path.join(out, file));
        shots.push({ page: name, width, theme, lang, file, faults });
        say(`${file}${faults.map((fault) => `\n    ${fault}`).join("")}`);
      }
    }
  } catch (error) {
    // The other pages are still worth looking at.
    say(`${name}, ${lang}: could not be taken: ${(error as Error).message.split("\n")[0]}`);
    process.exitCode = 1;
  } finally {
    await page.close();
  }
  return shots;
}

const picture = (page: Page, file: string): Promise<Buffer> =>
  page.screenshot({ path: file, fullPage: true, animations: "disabled", caret: "hide" });
