import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../app/start/browser.mjs";

// `npm test` gives the port, the data folder and the browser; `npx playwright test` alone takes the defaults below.
const port = Number((process.env.CANDOUR_TEST_PORT ??= "3917"));
const baseURL = `http://127.0.0.1:${port}`;
process.env.CANDOUR_DATA ??= path.join(tmpdir(), `candour-browser-tests-${process.pid}`);
const executablePath = process.env.CANDOUR_CHROMIUM;

export default defineConfig({
  testDir: ".",
  testMatch: ["e2e/**/*.{test,spec}.ts", "a11y/**/*.{test,spec}.ts"],
  outputDir: "../test-results/browser",
  fullyParallel: false,
  // The browser is what takes the time, and one waits while the other works.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    // A step that comes to nothing is named, long before its test runs out of time.
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: process.env.CANDOUR_TRACE ? "retain-on-failure" : "off",
    launchOptions: { args: BROWSER_ARGUMENTS, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: "node app/start.mjs start",
    cwd: path.resolve(import.meta.dirname, ".."),
    url: `${baseURL}/healthz`,
    env: { ...(process.env as Record<string, string>), PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production" },
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
