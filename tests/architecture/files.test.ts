import { expect, test } from "vitest";
import { isSource, projectFiles, textOf } from "./tree";

const LONGEST = 400;
const BINARY = /\.(png|jpe?g|gif|webp|ico|woff2?|ttf|otf|pdf|xlsx?|ods|zip|gz|db)$/;

// Put together here, so that this file does not find itself.
const slash = "/";
const MACHINE_PATHS = new RegExp(
  [
    `${slash}(?:home|Users)${slash}\\w+${slash}`,
    `(?<![\\w.])${slash}root${slash}`,
    `(?<![\\w.}])${slash}tmp${slash}`,
    `(?<![\\w.])${slash}work${slash}(?:main|shared)`,
    `[A-Z]:\\\\+Users\\\\+\\w`,
  ].join("|"),
);
const REGISTRY_HOSTS = new RegExp(
  ["registry\\.(?:npmjs|yarnpkg)\\.", "npm\\.pkg\\.github", "artifactory", "verdaccio"].join("|"),
);

/** What these patterns find in a text. */
const machineNames = (text: string) =>
  [MACHINE_PATHS, REGISTRY_HOSTS]
    .map((pattern) => pattern.exec(text))
    .filter((match) => match !== null)
    .map((match) => text.slice(match.index, match.index + 60));

const lines = (text: string) => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

test(`no source file is longer than ${LONGEST} lines`, () => {
  const long = projectFiles()
    .filter((name) => isSource(name) || name.endsWith(".css"))
    .map((name) => ({ name, lines: lines(textOf(name)) }))
    .filter((file) => file.lines > LONGEST);
  expect(long).toEqual([]);
});

test("no file names a folder of one machine or a package registry's host", () => {
  const found = projectFiles()
    .filter((name) => !BINARY.test(name) && name !== "tests/architecture/files.test.ts")
    .flatMap((name) => machineNames(textOf(name)).map((found) => `${name}: ${found}`));
  expect(found).toEqual([]);
});

test("the rule sees a home folder, a temporary folder and a registry, and no address that only looks like one", () => {
  expect(machineNames(`open("${slash}home${slash}ann${slash}list.csv")`)).toHaveLength(1);
  expect(machineNames(`cd ${slash}tmp${slash}x`)).toHaveLength(1);
  expect(machineNames(`https:${slash}${slash}registry.npmjs${"."}org`)).toHaveLength(1);
  expect(machineNames("paths.home() and https://example.org/root/tmp/file, a/tmp/b")).toEqual([]);
});

test("the lock file says where no package comes from, so that any registry will do", () => {
  const { packages } = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, { resolved?: string }> };
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.keys(packages).filter((name) => packages[name]?.resolved?.startsWith("http"))).toEqual([]);
});

test("every package has one exact version, in package.json as in the lock file", () => {
  const { dependencies, devDependencies } = JSON.parse(textOf("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const { packages } = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, { version?: string }> };
  const wrong = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name, version]) =>
      !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) || packages[`node_modules/${name}`]?.version !== version,
  );
  expect(wrong).toEqual([]);
});
