// Runs the checks: types and lint side by side, then tests, then browser. Stops at the first that fails and says which were
// not run. Enter through `npm test` or `npm run check`, which install and build first.
//
//   node tests/run-tests.mjs <test|check> [step …]      only the steps named, and says so
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../app/start/browser.mjs";
import { findPdfPrograms } from "../app/start/pdf-programs.mjs";
import { lookAtPackages } from "../app/start/packages.mjs";
import { run } from "../app/start/run.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const results = path.join(root, "test-results");
const [mode, ...only] = process.argv.slice(2);

const say = (line) => process.stdout.write(`${line}\n`);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs the program of an installed package. */
function tool(file, args, env = {}) {
  return run(process.execPath, [path.join(root, "node_modules", file), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "test", ...env },
  });
}

/** What prettier found in files that have not changed since. */
const CACHE = path.join("node_modules", ".cache", "candour-prettier");

async function lint() {
  const steps = [
    ["oxlint/bin/oxlint", ["--deny-warnings"]],
    ["prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "--cache", "--cache-location", CACHE, "."]],
    ["knip/bin/knip.js", []],
  ];
  for (const [file, args] of steps) {
    const code = await tool(file, args);
    if (code !== 0) return code;
  }
  return 0;
}

/** @param {readonly string[]} folders none for all of them */
function vitest(...folders) {
  const report = path.join(results, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return tool("vitest/vitest.mjs", ["run", "--config", "tests/vitest.config.ts", ...reporters, ...folders]);
}

/** The journeys in a real browser, against a server of their own on a free port with an empty data folder. */
async function browserTests() {
  const data = mkdtempSync(path.join(tmpdir(), "candour-browser-tests-"));
  try {
    return await tool("@playwright/test/cli.js", ["test", "--config", "tests/playwright.config.ts"], {
      CANDOUR_CHROMIUM: chromium,
      CANDOUR_DATA: data,
      CANDOUR_TEST_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(results, "playwright.json"),
      NODE_ENV: "production",
    });
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** What vitest and Playwright counted. A skipped test is a failure: it did not run. */
function countTests() {
  const counted = { passed: 0, failed: 0, skipped: 0 };
  const unit = readReport("vitest.json");
  if (unit !== null) {
    counted.passed += unit.numPassedTests;
    counted.failed += unit.numFailedTests;
    counted.skipped += unit.numPendingTests + unit.numTodoTests;
  }
  const browser = readReport("playwright.json");
  if (browser !== null) {
    counted.passed += browser.stats.expected;
    counted.failed += browser.stats.unexpected + browser.stats.flaky;
    counted.skipped += browser.stats.skipped;
  }
  return counted;
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(path.join(results, name), "utf8"));
  } catch {
    return null;
  }
}

/** Half of the time of the quick run: they start programs, make PDFs, hash passwords. `npm test` runs them. */
const SLOW = [
  "app/files/hostile.test.ts",
  "app/start/start.test.ts",
  "app/pdf/compile.test.ts",
  "app/services/accounts/accounts.test.ts",
];

const STEPS = {
  types: { what: "types (tsc)", go: () => tool("typescript/bin/tsc", ["--noEmit", "-p", "."]) },
  lint: { what: "lint (oxlint, prettier, knip)", go: lint },
  packages: { what: "packages (licences, known weaknesses)", go: () => lookAtPackages(root, say) },
  unit: {
    what: "unit tests (vitest)",
    go: () => vitest("app/", "db/", "risk-models/", "seed/", ...SLOW.flatMap((file) => ["--exclude", file])),
  },
  tests: { what: "unit, contract, service, architecture and command line tests (vitest)", go: () => vitest() },
  browser: { what: "browser tests (Playwright)", go: browserTests },
};
const PLANS = {
  check: ["types", "lint", "packages", "unit"],
  test: ["types", "lint", "packages", "tests", "browser"],
};

const plan = PLANS[mode]?.filter((step) => only.length === 0 || only.includes(step)) ?? [];
const unknown = only.filter((step) => !PLANS[mode]?.includes(step));
if (plan.length === 0 || unknown.length > 0) {
  const known = Object.entries(PLANS).map(([name, steps]) => `${name} [${steps.join("|")}]`);
  say(`There is no such step${unknown.length > 0 ? `: ${unknown.join(", ")}` : ""}. Use: ${known.join(", ")}.`);
  process.exit(2);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const began = Date.now();

let chromium = "";
/** What the tests start that is not ours: looked for, and got where it can be, beside types and lint. Answers whether all is there. */
async function findPrograms() {
  const told = (line) => say(`Candour: ${line}`);
  try {
    if (plan.includes("unit") || plan.includes("tests")) await findPdfPrograms(root, told);
    if (!plan.includes("browser")) return true;
    say("Looking for a browser for the browser tests.");
    chromium = await findBrowser(root, told);
    say(`Found: ${chromium === "" ? "Playwright's own Chromium" : chromium}.`);
    return true;
  } catch (error) {
    if (error?.name !== "StartFailure") throw error;
    say(`Candour: ${error.message}`);
    return false;
  }
}

let failedStep = null;
const counted = { passed: 0, failed: 0, skipped: 0 };
async function runStep(step) {
  say(`\n── ${STEPS[step].what}`);
  const stepBegan = Date.now();
  const code = await STEPS[step].go();
  say(`── ${step}: ${code === 0 ? "done" : `failed (exit code ${code})`} in ${seconds(stepBegan)}`);
  return code;
}

// Types and lint need one core each, and packages wait for an answer; the tests need all there are. A machine that lacks a
// program learns it after a minute and not in a quarter of an hour.
const still = plan.filter((step) => ["types", "lint", "packages"].includes(step));
const groups = [still, ...plan.filter((step) => !still.includes(step)).map((step) => [step])];
for (const [at, group] of groups.entries()) {
  const [found, ...codes] = await Promise.all([at > 0 || findPrograms(), ...group.map(runStep)]);
  if (!found && codes.every((code) => code === 0)) {
    failedStep = groups[1][0];
    say(`Not run: ${groups.slice(1).flat().join(", ")}.`);
    break;
  }
  Object.assign(counted, countTests());
  const bad = codes.findIndex((code) => code !== 0);
  if (bad < 0 && counted.skipped === 0) continue;
  failedStep = group[Math.max(bad, 0)];
  if (counted.skipped > 0) say(`${counted.skipped} tests were skipped. A test that does not run counts as failed.`);
  const notRun = groups.slice(at + 1).flat();
  if (notRun.length > 0) say(`Stopped here. Not run: ${notRun.join(", ")}.`);
  break;
}

counted.failed += counted.skipped;
if (failedStep !== null && counted.failed === 0) {
  say(`The step "${failedStep}" failed without a failing test of its own; it counts as one failure.`);
  counted.failed = 1;
}
const leftOut = PLANS[mode].filter((step) => !plan.includes(step));
if (leftOut.length > 0) say(`\nLeft out, as asked: ${leftOut.join(", ")}.`);
say(`\nEverything took ${seconds(began)}.`);
say(`${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = failedStep === null ? 0 : 1;
