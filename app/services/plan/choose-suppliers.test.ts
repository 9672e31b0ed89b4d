import { expect, test } from "vitest";
import type { PlanOrder, Turn } from "../../../db/queries/plan-order";
import { compareStanding } from "../../plan/order";
import { LIKELIHOODS, SEVERITIES } from "../../../risk-models/types";
import { chooseSuppliers } from "./choose-suppliers.server";

/** A list of any length that is never made: what stands at a position follows from the position. */
function aLongList(total: number, turnAt: (position: number) => Partial<Turn>) {
  const asked = { suppliers: 0 };
  const order: PlanOrder = {
    generation: 1,
    total,
    at: (positions) => {
      asked.suppliers += positions.length;
      return Promise.resolve(
        positions
          .filter((position) => position >= 0 && position < total)
          .map((position) => ({
            position,
            supplierNo: position + 1,
            sells: true,
            severity: "unknown",
            likelihood: "likely",
            score: 60,
            rangeLow: 40,
            rangeHigh: 80,
            level: "indicative",
            ...turnAt(position),
          })),
      );
    },
  };
  return { order, asked };
}

const MILLION = 1_000_000;

/** Falling severity, then likelihood, in twelve groups; within each the score falls every thousand suppliers. */
function falling(position: number): Partial<Turn> {
  const group = Math.floor((position / MILLION) * 12);
  const severity = (["critical", "severe", "unknown", "moderate"] as const)[Math.floor(group / 3)]!;
  const likelihood = (["very-likely", "likely", "possible"] as const)[group % 3]!;
  const start = Math.ceil((group * MILLION) / 12);
  return { severity, likelihood, score: 90 - Math.floor((position - start) / 1000) / 10 };
}

test("of a million suppliers it reads the plan's own and some hundred more", async () => {
  const { order, asked } = aLongList(MILLION, falling);
  const { chosen, drawn, reserve, tie, waiting } = await chooseSuppliers(order, 20, "seed");
  expect([chosen.length, drawn.length, reserve.length]).toEqual([18, 2, 4]);
  expect(tie).toEqual({ from: 0, to: 1000, places: 18 });
  expect(waiting.reduce((sum, { count }) => sum + count, 0)).toBe(MILLION - 24);
  expect(waiting.map(({ why }) => why)).toEqual([
    "not-drawn",
    "lower-score",
    "less-likely",
    "less-likely",
    ...Array<string>(9).fill("lower-severity"),
  ]);
  expect(asked.suppliers).toBeLessThan(1500);
});

test("a million that cannot be told apart are one tie, and said to be one", async () => {
  const { order, asked } = aLongList(MILLION, () => ({}));
  const { tie, waiting, chosen } = await chooseSuppliers(order, 1000, "seed");
  expect(tie).toEqual({ from: 0, to: MILLION, places: 900 });
  expect(new Set(chosen.map(({ position }) => position)).size).toBe(900);
  expect(waiting.map(({ why, count }) => [why, count])).toEqual([["not-drawn", MILLION - 1050]]);
  expect(asked.suppliers).toBeLessThan(2000);
});

test("who sells nothing, at the end, is neither chosen nor drawn nor counted", async () => {
  const { order } = aLongList(1000, (position) => ({
    sells: position < 6,
    score: position < 4 ? 60 - position : null,
  }));
  const { chosen, drawn, reserve, sellers, scored } = await chooseSuppliers(order, 20, "seed");
  expect({ sellers, scored }).toEqual({ sellers: 6, scored: 4 });
  expect([...chosen, ...drawn, ...reserve].map(({ position }) => position).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(chosen.every(({ score }) => score !== null)).toBe(true);
});

test("every mixture of severities and likelihoods is counted whole", async () => {
  const turns = SEVERITIES.flatMap((severity) =>
    LIKELIHOODS.filter((one) => one !== "unknown").flatMap((likelihood) =>
      [50, 50, 40].map((score) => ({
        severity,
        likelihood,
        score,
        rangeLow: 30,
        rangeHigh: 70,
        level: "indicative" as const,
      })),
    ),
  ).sort(compareStanding);
  for (const capacity of [1, 2, 5, 17, 40, 59, 60, 100]) {
    const { order } = aLongList(turns.length, (position) => turns[position]!);
    const { chosen, drawn, reserve, waiting } = await chooseSuppliers(order, capacity, "seed");
    const named = chosen.length + drawn.length + reserve.length;
    expect([capacity, waiting.reduce((sum, { count }) => sum + count, 0)]).toEqual([capacity, turns.length - named]);
  }
});

test("those without a score who told of something severe are counted", async () => {
  const { order } = aLongList(10, (position) => ({
    score: position < 2 ? 50 : null,
    level: position < 2 ? "indicative" : "placed",
    severity: position === 2 ? "critical" : position === 3 ? "severe" : "unknown",
  }));
  expect((await chooseSuppliers(order, 1, "seed")).unscoredSevere).toBe(2);
});
