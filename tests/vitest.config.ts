import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = new URL("..", import.meta.url).pathname;

/** The longest files, longest first: begun last, one would run on beside an idle core. */
const LONGEST = [
  "tests/services/kill-import.test.ts",
  "tests/attacks/fields.test.ts",
  "tests/services/isolation.test.ts",
  "tests/services/kill-pack.test.ts",
  "tests/attacks/uploads.test.ts",
  "tests/attacks/roles.test.ts",
  "tests/attacks/other-workspaces.test.ts",
  "tests/cli/lists-and-screen.test.ts",
  "tests/attacks/requests.test.ts",
  "tests/cli/score-and-model.test.ts",
  "tests/cli/command-line.test.ts",
  "tests/services/sign-in.test.ts",
  "tests/cli/stamped-packs.test.ts",
  "tests/services/packs.test.ts",
  "tests/cli/packs.test.ts",
  "app/pdf/reports.test.ts",
];
const turnOf = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return at < 0 ? LONGEST.length : at;
};

/** The longest first; then those that share a worker, one after another, so that the worker is kept; then the others. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const alone = ({ project }: TestSpecification): number => (project.name === "alone" ? 1 : 0);
    return (await super.sort(files)).sort((a, b) => turnOf(a) - turnOf(b) || alone(a) - alone(b));
  }
}

/** Changes, or keeps from its first use on, what the modules of others stand on: their code, their surroundings, their clock. */
const CHANGES_MODULES = /\bvi\.(?:mock|doMock|stubEnv|stubGlobal)\(|\/story-(?:clock|place)"|\bkeptData\b/;
const FOLDERS = ["app", "db", "risk-models", "seed", ...["attacks", "contract", "never", "services", "architecture", "cli", "matching", "screening"].map((name) => `tests/${name}`)]; // prettier-ignore
const tests = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const alone = tests.filter((name) => CHANGES_MODULES.test(readFileSync(join(root, name), "utf8")));

/** Of both. */
const ofEach = { root, testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    root,
    globalSetup: [new URL("compile-reference.setup.ts", import.meta.url).pathname],
    passWithNoTests: false,
    // A third of the time of two workers on two cores was waiting for processes: servers that start, are killed, answer.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Most files share a worker and what it has loaded: loading it anew for each took a tenth of the processor's time.
      {
        test: { ...ofEach, name: "together", isolate: false, include: tests.filter((name) => !alone.includes(name)) },
      },
      { test: { ...ofEach, name: "alone", include: alone } },
    ],
  },
});
