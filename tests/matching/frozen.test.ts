import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { alertsAt, CLEAN_SUPPLIERS, cleanSuppliers, measureCases, ours, readCases, screenScores } from "./cases";
import { trainingPairs } from "./training";

/** Written by hand from `npm run bench -- --only match` when a change is meant. */
interface Frozen {
  readonly cases: number;
  readonly bestF1: number;
  readonly precisionAtRecall90: number;
  readonly alerts70: number;
  readonly alerts80: number;
}

const frozen = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "frozen.json"), "utf8")) as Frozen;
const cases = readCases();

test("every labelled case has its reason and one number, and no pair is labelled twice", () => {
  expect(cases).toHaveLength(frozen.cases);
  expect(cases.filter(({ reason }) => reason.trim() === "")).toEqual([]);
  const pairs = cases.map(({ left, right }) => JSON.stringify([left, right]));
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

test("no labelled case is among the pairs the weights are fitted on", () => {
  const fitted = new Set(trainingPairs(5000, 20260301).flatMap(({ left, right }) => [left.name, right.name]));
  expect(cases.filter(({ left, right }) => fitted.has(left.name) && fitted.has(right.name))).toEqual([]);
});

test("the labelled cases are told apart no more than a point worse than before", () => {
  const { bestF1, precisionAtRecall90 } = measureCases(cases, ours);
  expect(bestF1).toBeGreaterThanOrEqual(frozen.bestF1 - 1);
  expect(precisionAtRecall90).toBeGreaterThanOrEqual(frozen.precisionAtRecall90 - 1);
});

test("planted aliases are found with no more false alerts than before", () => {
  const { aliases, clean } = screenScores(cleanSuppliers(CLEAN_SUPPLIERS));
  const [at70, at80] = alertsAt(aliases, clean, [0.7, 0.8]);
  expect(at70!.alertsPer1000).toBeLessThanOrEqual(frozen.alerts70 + 1);
  expect(at80!.alertsPer1000).toBeLessThanOrEqual(frozen.alerts80 + 1);
});
