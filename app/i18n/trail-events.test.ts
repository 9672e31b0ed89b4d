import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { trailEvents as english } from "./en/trail-events";
import { trailEvents as russian } from "./ru/trail-events";

const source = ["audit-events", "report-events"]
  .map((file) => readFileSync(path.resolve(import.meta.dirname, `../../db/${file}.ts`), "utf8"))
  .join("\n");
/** Names of the chain's events, in the order of their list. */
const names = [...source.matchAll(/^ {2}"([a-z-]+\.[a-z-]+)":/gmu)].map((match) => match[1]!).sort();

test("every event of the chain has its sentence in both languages, and no sentence is left over", () => {
  expect(names.length).toBeGreaterThan(80);
  expect(Object.keys(english).sort()).toEqual(names);
  expect(Object.keys(russian).sort()).toEqual(names);
});

test("no sentence says more than happened", () => {
  for (const text of [...Object.values(english), ...Object.values(russian)])
    expect(text).not.toMatch(/compliant|\bclean\b|cleared|forced labour found/i);
});
