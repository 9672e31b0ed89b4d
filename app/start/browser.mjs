// Finds a browser for the browser tests: Playwright's own, else the system's Chromium, else Playwright's download, else
// (as root) the system's package manager. Found means: it starts here and shows a page.
import { accessSync, constants, mkdirSync } from "node:fs";
import path from "node:path";
import { aptGetInstall, canAptGet } from "./apt.mjs";
import { StartFailure, run, tail } from "./run.mjs";

// The one without a window first: it needs half the processor's time for the same pages.
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PACKAGES = ["chromium-headless-shell", "chromium"];
const MAC = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DOWNLOAD_LIMIT_MS = 120_000;

/** Also those of tests/playwright.config.ts: a browser without a sandbox as root, and without calls home. */
export const BROWSER_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const PROBE = `
  const { chromium } = require("@playwright/test");
  const [, executablePath, ...args] = process.argv;
  chromium.launch({ ...(executablePath ? { executablePath } : {}), args }).then(async (browser) => {
    await (await browser.newPage()).setContent("<p>ready</p>");
    await browser.close();
  }).catch((error) => { console.error(error.message); process.exit(1); });
`;

/**
 * @returns {Promise<string>} the path of the browser, or "" for Playwright's own
 */
export async function findBrowser(root, say) {
  const log = path.join(root, ".cache", "browser.log");
  mkdirSync(path.dirname(log), { recursive: true });
  const starts = async (file) =>
    (await run(process.execPath, ["-e", PROBE, file, ...BROWSER_ARGUMENTS], { cwd: root, log, timeoutMs: 60_000 })) ===
    0;

  const given = process.env.CANDOUR_CHROMIUM;
  if (given) {
    if (await starts(given)) return given;
    throw new StartFailure(
      `CANDOUR_CHROMIUM names ${given}, and that does not start. The end of the log:\n${tail(log, 8)}`,
    );
  }
  if (await starts("")) return "";
  const onSystem = async () => {
    for (const file of installedBrowsers()) if (await starts(file)) return file;
    return null;
  };
  const found = await onSystem();
  if (found !== null) return found;

  const playwright = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  if (!process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) {
    say("there is no Chromium here: downloading Playwright's own (at most two minutes).");
    const install = [playwright, "install", "chromium"];
    const code = await run(process.execPath, install, { cwd: root, log, timeoutMs: DOWNLOAD_LIMIT_MS });
    if (code === 0) {
      if (await starts("")) return "";
      if (canAptGet()) {
        say("the browser needs system libraries: installing them with apt-get.");
        await run(process.execPath, [playwright, "install-deps", "chromium"], { cwd: root, log });
        if (await starts("")) return "";
      }
    }
  }
  if (canAptGet()) {
    say("installing the system's Chromium with apt-get.");
    for (const name of PACKAGES) {
      if (!(await aptGetInstall([name], log, say))) continue;
      const installed = await onSystem();
      if (installed !== null) return installed;
    }
  }
  const byHand = process.platform === "darwin" ? "npx playwright install chromium" : "sudo apt-get install -y chromium";
  throw new StartFailure(
    `the browser tests need a Chromium, and none could be had. Type the line below, then run the same command again:\n\n    ${byHand}\n\n(or set CANDOUR_CHROMIUM to the path of one; what was tried stands in .cache/browser.log)`,
  );
}

function installedBrowsers() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...MAC].filter((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
