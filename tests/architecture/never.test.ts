import { expect, test } from "vitest";
import { projectFiles, textOf } from "./tree";

/** The last cell of each row of docs/never.md: the name of its test. */
const named = textOf("docs/never.md")
  .split("\n")
  .flatMap((line) => (/^\|\s*\d+\s*\|/u.test(line) ? [line.split("|").at(-2)!.trim()] : []));

test("each of the fourteen has one test of its own, by the name its row gives", () => {
  expect(named.map((name) => Number(name.split(":")[0]))).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
  const tests = projectFiles("tests/never")
    .flatMap((file) => [...textOf(file).matchAll(/^test\("(\d+: [^"]+)"/gmu)])
    .map((found) => found[1]!);
  expect(tests.sort()).toEqual([...named].sort());
});
