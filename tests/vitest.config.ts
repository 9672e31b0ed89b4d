import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest file first: begun last, it would run on beside an idle core. */
const FIRST = "tests/services/kill-import.test.ts";
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFirst = ({ moduleId }: TestSpecification) => moduleId.endsWith(FIRST);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: [
      "{app,db,risk-models,seed}/**/*.test.{ts,tsx}",
      "tests/{attacks,contract,never,services,architecture,imports,cli,matching,screening}/**/*.test.ts",
    ],
    globalSetup: [new URL("compile-reference.setup.ts", import.meta.url).pathname],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    // A third of the time of two workers on two cores was waiting for processes: servers that start, are killed, answer.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
});
