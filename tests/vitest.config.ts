import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: [
      "{app,db,risk-models,seed}/**/*.test.{ts,tsx}",
      "tests/{contract,services,architecture,imports,cli,matching}/**/*.test.ts",
    ],
    globalSetup: [new URL("compile-reference.setup.ts", import.meta.url).pathname],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    maxWorkers: 2,
  },
});
