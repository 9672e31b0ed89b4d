import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareStanding, severityStep, whyWaiting } from "./order";
import { proposePlan, reserveSize, sharePlaces, MAX_CAPACITY } from "./propose-plan";
import { drawNumbers } from "./random";
import { anyCandidates, inOrder, planOf, type Candidate } from "./test-lists";

const seeds = fc.string({ minLength: 1, maxLength: 12 });
const capacities = fc.integer({ min: 1, max: 40 });
const placesOf = (sorted: readonly Candidate[], positions: readonly number[]) => positions.map((at) => sorted[at]!);

describe("laws of the plan", () => {
  test("the same list, number and seed give the same plan", () => {
    fc.assert(
      fc.property(anyCandidates(60), capacities, seeds, (list, capacity, seed) => {
        const sorted = inOrder(list);
        expect(planOf(sorted, capacity, seed)).toEqual(planOf(sorted, capacity, seed));
      }),
    );
  });

  test("every supplier is chosen, drawn, in reserve or waits, and never two of these", () => {
    fc.assert(
      fc.property(anyCandidates(60), capacities, seeds, (list, capacity, seed) => {
        const { chosen, drawn, reserve } = planOf(inOrder(list), capacity, seed);
        const named = [...chosen, ...drawn, ...reserve];
        expect(new Set(named).size).toBe(named.length);
        for (const position of named) expect(position >= 0 && position < list.length).toBe(true);
      }),
    );
  });

  test("no more are followed up than was said, and no place stays empty while someone could take it", () => {
    fc.assert(
      fc.property(anyCandidates(60), capacities, seeds, (list, capacity, seed) => {
        const sorted = inOrder(list);
        const scored = sorted.filter(({ score }) => score !== null).length;
        const { chosen, drawn, reserve } = planOf(sorted, capacity, seed);
        const places = sharePlaces(capacity);
        expect(chosen.length).toBe(Math.min(places.chosen, scored));
        expect(drawn.length).toBe(Math.min(places.drawn, list.length - chosen.length));
        expect(chosen.length + drawn.length).toBeLessThanOrEqual(capacity);
        const left = scored - chosen.length - drawn.filter((at) => at < scored).length;
        expect(reserve.length).toBe(Math.min(reserveSize(capacity), left));
      }),
    );
  });

  test("nobody waits behind a chosen supplier of lower severity, nor of lower likelihood at the same severity", () => {
    fc.assert(
      fc.property(anyCandidates(60), capacities, seeds, (list, capacity, seed) => {
        const sorted = inOrder(list);
        const { chosen } = planOf(sorted, capacity, seed);
        const inPlan = new Set(chosen);
        const waiting = sorted.filter((one, at) => one.score !== null && !inPlan.has(at));
        for (const chosenOne of placesOf(sorted, chosen))
          for (const waitingOne of waiting) expect(compareStanding(chosenOne, waitingOne)).toBeLessThanOrEqual(0);
        for (const chosenOne of placesOf(sorted, chosen))
          for (const waitingOne of waiting)
            expect(severityStep(waitingOne.severity)).toBeLessThanOrEqual(severityStep(chosenOne.severity));
      }),
    );
  });

  test("the reserve is who would come next: no other waiting supplier stands before it", () => {
    fc.assert(
      fc.property(anyCandidates(60), capacities, seeds, (list, capacity, seed) => {
        const sorted = inOrder(list);
        const { chosen, drawn, reserve } = planOf(sorted, capacity, seed);
        const named = new Set([...chosen, ...drawn, ...reserve]);
        const others = sorted.filter((one, at) => one.score !== null && !named.has(at));
        for (const next of placesOf(sorted, reserve))
          for (const other of others) expect(compareStanding(next, other)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("amounts do not change who is in the plan", () => {
    fc.assert(
      fc.property(
        anyCandidates(60),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        capacities,
        seeds,
        (...given) => {
          const [list, amounts, capacity, seed] = given;
          const other = list.map((one, at) => ({ ...one, spend: amounts[at]! }));
          const ids = (from: readonly Candidate[]) => {
            const sorted = inOrder(from);
            const { chosen, drawn, reserve } = planOf(sorted, capacity, seed);
            return [chosen, drawn, reserve].map((part) => placesOf(sorted, part).map(({ id }) => id));
          };
          expect(ids(other)).toEqual(ids(list));
        },
      ),
    );
  });

  test("a tie is told exactly when the last place falls among suppliers that cannot be told apart", () => {
    fc.assert(
      fc.property(anyCandidates(60), capacities, seeds, (list, capacity, seed) => {
        const sorted = inOrder(list);
        const { chosen, tie } = planOf(sorted, capacity, seed);
        const last = placesOf(sorted, chosen).sort(compareStanding).at(-1);
        const alike = last ? sorted.flatMap((one, at) => (compareStanding(one, last) === 0 ? [at] : [])) : [];
        const inPlan = alike.filter((at) => chosen.includes(at));
        if (inPlan.length === alike.length) expect(tie).toBeNull();
        else expect(tie).toEqual({ from: alike[0], to: alike.at(-1)! + 1, places: inPlan.length });
      }),
    );
  });
});

describe("the shares", () => {
  test.each([
    [1, 1, 0],
    [4, 4, 0],
    [5, 4, 1],
    [19, 18, 1],
    [20, 18, 2],
    [1000, 900, 100],
  ])("of %i places %i are chosen and %i drawn", (capacity, chosen, drawn) => {
    expect(sharePlaces(capacity)).toEqual({ chosen, drawn });
  });
});

describe("the draws", () => {
  test("a draw has as many different numbers as asked for, all within the row", () => {
    fc.assert(
      fc.property(seeds, fc.nat(300), fc.nat(300), (seed, count, take) => {
        const drawn = drawNumbers(seed, count, take);
        expect(drawn.length).toBe(Math.min(count, take));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const number of drawn) expect(number >= 0 && number < count).toBe(true);
      }),
    );
  });

  test("a longer draw begins with the shorter one", () => {
    expect(drawNumbers("seed", 1000, 50).slice(0, 10)).toEqual(drawNumbers("seed", 1000, 10));
  });

  test("known seeds give known numbers on every machine and in every release", () => {
    expect(drawNumbers("candour", 1_000_000, 5)).toMatchInlineSnapshot(`
      [
        625991,
        635335,
        525618,
        298180,
        288688,
      ]
    `);
  });

  test("everyone who was not chosen is as likely to be drawn as anyone else", () => {
    // 90 of 100 suppliers are not chosen; 2,000 seeds draw one of them each: some 22 times everyone.
    const times = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const steps = proposePlan({ capacity: 11, seed: `s${seed}`, scored: 100, sellers: 100 });
      let step = steps.next();
      while (!step.done) step = steps.next({ from: step.value, to: step.value + 1 });
      for (const position of step.value.drawn) times.set(position, (times.get(position) ?? 0) + 1);
    }
    expect([...times.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, at) => at + 10));
    const expected = 2000 / 90;
    const chiSquare = [...times.values()].reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0);
    // 89 degrees of freedom: the 99.9 % point is 136.
    expect(chiSquare).toBeLessThan(136);
  });

  test("a tie is drawn, not taken in the order of the list", () => {
    const alike = Array.from({ length: 40 }, (_, id): Candidate => ({ ...LIKE_ALL, id }));
    const plans = ["a", "b", "c"].map((seed) => planOf(alike, 10, seed).chosen.join());
    expect(new Set(plans).size).toBe(3);
  });
});

const LIKE_ALL: Candidate = {
  id: 0,
  spend: 0,
  severity: "unknown",
  likelihood: "likely",
  score: 60,
  rangeLow: 40,
  rangeHigh: 80,
  level: "indicative",
};

test("a million alike cost a handful of questions, and the plan itself", () => {
  const steps = proposePlan({ capacity: MAX_CAPACITY, seed: "s", scored: 1_000_000, sellers: 1_000_000 });
  let asked = 0;
  let step = steps.next();
  while (!step.done) {
    asked += 1;
    step = steps.next({ from: 0, to: 1_000_000 });
  }
  expect(asked).toBe(1);
  expect(step.value.chosen).toHaveLength(900);
  expect(step.value.tie).toEqual({ from: 0, to: 1_000_000, places: 900 });
});

test("why one waits is said in the order that counts: no score, severity, likelihood, score, the draw", () => {
  const last = { ...LIKE_ALL, severity: "severe", likelihood: "likely" } as const;
  expect(whyWaiting(last, { ...last, score: null, likelihood: "unknown" })).toBe("no-score");
  expect(whyWaiting(last, { ...last, severity: "serious", likelihood: "very-likely", score: 99 })).toBe(
    "lower-severity",
  );
  expect(whyWaiting(last, { ...last, likelihood: "possible" })).toBe("less-likely");
  expect(whyWaiting(last, { ...last, score: 59 })).toBe("lower-score");
  expect(whyWaiting(last, last)).toBe("not-drawn");
});
