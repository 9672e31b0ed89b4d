import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDecision, anExclusion, TODAY, toExclude } from "../../tests/check-steps";
import { decisionFaults } from "./decide";
import type { CheckEntry } from "./entries";
import { FLOOR_NEEDED, labourCostFloor, type FloorInput } from "./floor";
import { GROUNDS, GROUND_IDS, groundsFor, latestEnd, yearsAfter } from "./grounds";
import { isDay } from "../screening/age";
import { checkStatus, stepsAsked } from "./state";
import { nationalOf, NATIONALS, STEPS, STEP_IDS, stepsFor, type Step } from "./steps";
import { REGIMES, STAGES } from "../../db/schema/checks";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the labour-cost floor", () => {
  const amount = fc.double({ min: 0, max: 1e7, noNaN: true });
  const complete: fc.Arbitrary<FloorInput> = fc.record({
    price: amount,
    currency: fc.constant("EUR"),
    hours: fc.double({ min: 1, max: 1e5, noNaN: true }),
    hourlyWage: fc.double({ min: 0, max: 200, noNaN: true }),
    onCosts: fc.double({ min: 0, max: 100, noNaN: true }),
    otherDirectCosts: fc.option(amount),
    subcontracted: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    wageBasis: fc.constantFrom("law" as const, "agreement" as const),
    wageSource: fc.constant("Minimum wage act"),
    wageSourceOn: day,
  });

  test("worked by hand: 6,000 hours at 14.50 with 22 per cent on top cost 106,140", () => {
    const answer = labourCostFloor({ price: 100_000, currency: "EUR", hours: 6000, hourlyWage: 14.5, onCosts: 22, otherDirectCosts: 2000, subcontracted: 10, wageBasis: "law", wageSource: "Act", wageSourceOn: "2026-01-01" }); // prettier-ignore
    expect(answer).toEqual({ missing: [], unstated: [], floor: { labourCost: 106_140, left: 88_000, gap: -18_140, hourlyLeft: 12.02 } }); // prettier-ignore
  });

  test("is not worked out while anything it needs is missing, and says what", () => {
    fc.assert(
      fc.property(complete, fc.subarray([...FLOOR_NEEDED], { minLength: 1 }), (input, parts) => {
        const lacking = { ...input, ...Object.fromEntries(parts.map((part) => [part, part === "wageSource" ? "" : null])) }; // prettier-ignore
        const answer = labourCostFloor(lacking);
        expect(answer.floor).toBeNull();
        expect([...answer.missing].sort()).toEqual([...parts].sort());
      }),
    );
  });

  test("falls with more hours, a higher wage, higher on-costs, other costs and a larger share of others, and rises with the price", () => {
    const gap = (input: FloorInput) => labourCostFloor(input).floor!.gap;
    fc.assert(
      fc.property(complete, fc.double({ min: 0, max: 100, noNaN: true }), (input, more) => {
        for (const part of ["hours", "hourlyWage", "onCosts"] as const)
          expect(gap({ ...input, [part]: input[part]! + more })).toBeLessThanOrEqual(gap(input) + 0.011);
        expect(gap({ ...input, otherDirectCosts: (input.otherDirectCosts ?? 0) + more })).toBeLessThanOrEqual(gap(input) + 0.011); // prettier-ignore
        expect(gap({ ...input, subcontracted: Math.min(100, (input.subcontracted ?? 0) + more) })).toBeLessThanOrEqual(gap(input) + 0.011); // prettier-ignore
        expect(gap({ ...input, price: input.price! + more })).toBeGreaterThanOrEqual(gap(input) - 0.011);
      }),
    );
  });

  test("read without what is not stated is never harder on the bidder", () => {
    fc.assert(
      fc.property(complete, (input) => {
        const without = labourCostFloor({ ...input, otherDirectCosts: null, subcontracted: null });
        expect(without.unstated).toEqual(["otherDirectCosts", "subcontracted"]);
        expect(without.floor!.gap).toBeGreaterThanOrEqual(labourCostFloor(input).floor!.gap - 0.011);
      }),
    );
  });
});

describe("the end of an exclusion", () => {
  test("years after a day is the same day, or the last of February", () => {
    expect(yearsAfter("2024-02-29", 5)).toBe("2029-02-28");
    expect(yearsAfter("2024-02-29", 4)).toBe("2028-02-29");
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), (from, years) => {
        const to = yearsAfter(from, years);
        expect(isDay(to)).toBe(true);
        expect(Number(to.slice(0, 4)) - Number(from.slice(0, 4))).toBe(years);
      }),
    );
  });

  test("lies at most five years after a final conviction and three after an event, and as the judgment says where it says so", () => {
    expect(latestEnd("eu57-1f", { convictionOn: "2025-05-20", eventOn: null, setByJudgment: null })).toBe("2030-05-20");
    expect(latestEnd("eu57-4a", { convictionOn: null, eventOn: "2025-05-20", setByJudgment: null })).toBe("2028-05-20");
    expect(latestEnd("eu57-1f", { convictionOn: "2025-05-20", eventOn: null, setByJudgment: "2027-01-01" })).toBe("2027-01-01"); // prettier-ignore
    expect(latestEnd("uk-s6", { convictionOn: "2025-05-20", eventOn: null, setByJudgment: null })).toBeNull();
  });

  test("no exclusion is accepted that ends after the longest day of its ground, or is over", () => {
    const status = (step: string) =>
      checkStatus([{ kind: "answer", contents: { steps: [step], result: "found", proof: "P", reference: "", sourceOn: TODAY }, by: "a", at: new Date(0) }]); // prettier-ignore
    fc.assert(
      fc.property(day, day, (from, endsOn) => {
        fc.pre(from <= TODAY);
        for (const [ground, step] of [
          ["eu57-1f", "eu57conviction"],
          ["eu57-4a", "eu57labour"],
        ] as const) {
          const dates = { convictionOn: from, eventOn: from, setByJudgment: null };
          const made = toExclude({ ground, ...dates, endsOn }, { because: [step] });
          const faults = decisionFaults(made, status(step), { regime: "eu", national: [], today: TODAY });
          const isRight = endsOn > TODAY && endsOn <= latestEnd(ground, dates)!;
          expect(faults).toEqual(isRight ? [] : expect.arrayContaining([expect.stringMatching(/^end-/u)]));
        }
      }),
    );
  });

  test("an exclusion on another ground than the one that was found is refused", () => {
    const status = checkStatus([{ kind: "answer", contents: { steps: ["eu57labour"], result: "found", proof: "P", reference: "", sourceOn: TODAY }, by: "a", at: new Date(0) }]); // prettier-ignore
    const made = toExclude({}, { because: ["eu57labour"] });
    expect(decisionFaults(made, status, { regime: "eu", national: [], today: TODAY })).toContain("ground-not-found");
    expect(decisionFaults(made, status, { regime: "uk", national: [], today: TODAY })).toContain("ground-foreign");
  });

  test("an admission in spite of a mandatory ground needs self-cleaning in all its parts, or an exception with its reasons", () => {
    const status = checkStatus([{ kind: "answer", contents: { steps: ["eu57conviction"], result: "found", proof: "P", reference: "", sourceOn: TODAY }, by: "a", at: new Date(0) }]); // prettier-ignore
    const faults = (said: Parameters<typeof aDecision>[0]) =>
      decisionFaults(aDecision({ reasons: "R", ...said }), status, { regime: "eu", national: [], today: TODAY });
    const cleaning = { offered: true, compensation: "Paid", clarification: "Worked with the prosecutor", measures: "New recruiter", assessment: "Enough" }; // prettier-ignore
    expect(faults({})).toEqual(["mandatory-found"]);
    expect(faults({ cleaning: { ...cleaning, measures: "" } })).toEqual(["mandatory-found"]);
    expect(faults({ cleaning: anExclusion().cleaning })).toEqual(["mandatory-found"]);
    expect(faults({ cleaning })).toEqual([]);
    expect(faults({ derogation: "No other maker of the vaccine" })).toEqual([]);
  });
});

describe("the steps of a law", () => {
  test("every stage of every law has steps, each with its article and its rows of the catalogue", () => {
    for (const regime of REGIMES)
      for (const stage of STAGES) expect(stepsFor({ regime, national: [], stage }).length).toBeGreaterThan(0);
    for (const id of STEP_IDS) {
      const one: Step = STEPS[id];
      if (one.of === "other") continue;
      expect([id, one.article !== "", one.commitments.length > 0]).toEqual([id, true, true]);
    }
  });

  test("no law asks for what another does: a lot under the UK Act has no step of the Directive, and a national row comes with its own law alone", () => {
    const of = (regime: (typeof REGIMES)[number], national: readonly string[]) =>
      STAGES.flatMap((stage) => stepsFor({ regime, national, stage })).map((id) => (STEPS[id] as Step).of);
    expect(new Set(of("uk", []))).toEqual(new Set(["uk", "all"]));
    expect(new Set(of("other", []))).toEqual(new Set(["other", "all"]));
    expect(nationalOf("uk", NATIONALS)).toEqual(["nhs"]);
    expect(nationalOf("other", NATIONALS)).toEqual([]);
    expect(groundsFor("uk", []).every((id) => GROUNDS[id].of === "uk")).toBe(true);
  });

  test("every ground belongs to a step in which it can be found, and every step names grounds that exist", () => {
    const named = STEP_IDS.flatMap((id) => (STEPS[id] as Step).grounds);
    expect([...new Set(named)].sort()).toEqual([...GROUND_IDS].sort());
  });
});

test("a check is the fold of its entries: what comes later never takes a result away, and the fold of a part is the check of then", () => {
  const step = fc.constantFrom("eu57conviction", "eu57labour", "eu57conduct");
  const entry: fc.Arbitrary<CheckEntry> = fc
    .tuple(step, fc.constantFrom("done" as const, "found" as const, "not-known" as const))
    .map(([id, result]) => ({ kind: "answer", contents: { steps: [id], result, proof: "P", reference: "", sourceOn: TODAY }, by: "a", at: new Date(0) })); // prettier-ignore
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const keys = (at: number) => Object.keys(checkStatus(entries.slice(0, at)).answers);
      for (let at = 0; at < entries.length; at++) {
        expect(keys(at + 1)).toEqual(expect.arrayContaining(keys(at)));
        const [id] = (entries[at] as Extract<CheckEntry, { kind: "answer" }>).contents.steps;
        expect(checkStatus(entries.slice(0, at + 1)).answers[id!]!.result).toBe((entries[at] as Extract<CheckEntry, { kind: "answer" }>).contents.result); // prettier-ignore
      }
      const asked = stepsAsked({ regime: "eu", national: [], stage: "selection" }, checkStatus(entries), []);
      const found = Object.values(checkStatus(entries).answers).some(({ result }) => result === "found");
      expect(asked.includes("eu57cleaning")).toBe(found);
    }),
  );
});
