import { describe, expect, test } from "vitest";
import { compare } from "./compare";
import {
  ASK_KEYS,
  CHANGES,
  CONCERN_KEYS,
  entryOf,
  explain,
  MISSING_KEYS,
  REASON_KEYS,
  reasonCode,
  sourcesOf,
  whatWouldLower,
  whatWouldNarrow,
} from "./explain";
import { MISSING_IDS, reasonNumber } from "./reasons";
import { engine, model, reference, sum, supplier } from "./test-kit";

const maker = { seat: "MY", isic: "2610", goods: ["Electronics"], role: "maker" } as const;

describe("reasons", () => {
  test("they come strongest first and sum to the score", () => {
    const found = engine.assess(supplier({ ...maker, recruitment: { feeMonthsOfPay: 8 } }));
    const reasons = explain(found);
    const sizes = reasons.map((reason) => Math.abs(reason.points));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sum(reasons.map((reason) => reason.points))).toBeCloseTo(found.residual!, 9);
  });

  test("recruitment that was not told is one reason, that of the setting", () => {
    const reasons = explain(engine.assess(supplier({ seat: "DE", isic: "8121" })));
    const setting = reasons.find((reason) => reason.key === "reason.setting.labour-heavy-service");
    expect(setting?.lines).toHaveLength(9);
  });

  test("the three codes kept in a register are the first reasons of the explanation", () => {
    for (const short of [
      maker,
      { seat: "DE", isic: "8121" },
      { seat: "RU", isic: "6201" },
      { seat: "CN/CN-XJ", role: "maker", isic: "6201" },
    ]) {
      const kept = engine.score(supplier(short)).reasons.map(reasonCode);
      const told = explain(engine.assess(supplier(short))).filter((reason) => reason.kind !== "control");
      expect(kept).toEqual(told.slice(0, 3).map((reason) => reason.key));
    }
  });

  test("codes and keys name each other, and keys are unique", () => {
    expect(new Set(REASON_KEYS).size).toBe(REASON_KEYS.length);
    for (const key of REASON_KEYS) expect(reasonCode(reasonNumber(key))).toBe(key);
    expect([reasonCode(0), reasonCode(9999), reasonNumber("nothing")]).toEqual([null, null, 0]);
  });

  test("the source of a line is found with its title and year", () => {
    const line = engine.assess(supplier(maker)).contributions.find((one) => one.indicator === "governance")!;
    expect(sourcesOf(line, reference.sources)[0]).toMatchObject({ id: "wb-wgi-2024", year: "2024" });
    expect(entryOf(model, "governance")).toMatchObject({ name: "Governance" });
    expect(entryOf(model, "nothing")).toBeNull();
  });

  test("everything missing or of concern has a published key", () => {
    for (const short of [
      {},
      { seat: "IR" },
      maker,
      { seat: "DE", role: "trader", goods: ["Cotton"] },
      { seat: "BY", isic: "46" },
    ]) {
      const found = engine.assess(supplier(short));
      for (const id of found.missing) expect(MISSING_KEYS).toContain(`missing.${id}`);
      for (const concern of found.concerns) expect(CONCERN_KEYS).toContain(`concern.${concern.key}`);
      expect(new Set(found.missing).size).toBe(found.missing.length);
    }
    expect(MISSING_KEYS).toHaveLength(MISSING_IDS.length);
  });
});

describe("what to ask", () => {
  test("at most three open questions, the one that narrows most first", () => {
    const asks = whatWouldNarrow(engine, supplier({ seat: "DE", role: "trader", goods: ["Cotton"] }));
    expect(asks).toHaveLength(3);
    expect(asks.map((ask) => ask.question)).toContain("origin");
    expect(asks.map((ask) => ask.narrows)).toEqual(asks.map((ask) => ask.narrows).sort((a, b) => b - a));
    for (const ask of asks) expect(ASK_KEYS).toContain(ask.key);
  });

  test("what was proven is not asked again", () => {
    const asks = whatWouldNarrow(
      engine,
      supplier({ ...maker, recruitment: { feesPaidByWorkers: "no", proof: "interviews" } }),
      99,
    );
    expect(asks.map((ask) => ask.question)).not.toContain("debt");
    expect(asks.map((ask) => ask.question)).toContain("recruiter");
  });

  test("a name alone is asked for its country first, then for what is bought", () => {
    const asks = whatWouldNarrow(engine, supplier({}), 99).map((ask) => ask.question);
    expect(asks.slice(0, 2)).toEqual(["seat", "sector"]);
  });

  test("a supplier known by its country alone is asked first what is bought: only that gives a score", () => {
    for (const seat of ["DE", "MY", "SA", "CN/CN-XJ"]) {
      const facts = supplier({ seat });
      const asks = whatWouldNarrow(engine, facts, 99);
      expect([engine.score(facts).level, asks[0]?.question]).toEqual(["placed", "sector"]);
      const others = asks.slice(1).map((ask) => ask.narrows);
      expect(others).toEqual([...others].sort((a, b) => b - a));
    }
  });
});

describe("what to change", () => {
  test("debt that was told is undone by repayment, debt not told by employer pays", () => {
    const told = whatWouldLower(engine, supplier({ ...maker, recruitment: { feeMonthsOfPay: 6 } }), 99).map(
      (one) => one.change,
    );
    expect(told).toContain("repayment");
    expect(told).not.toContain("employerPays");
    const silent = whatWouldLower(engine, supplier(maker), 99).map((one) => one.change);
    expect(silent).toContain("employerPays");
    expect(silent).not.toContain("repayment");
  });

  test("the closed list sets nothing but recruitment practice", () => {
    const forbidden = [
      "recruitedFrom",
      "workersRecruited",
      "seat",
      "origin",
      "placeOfWork",
      "workers",
      "migrantShare",
      "womenShare",
      "youngShare",
      "agencyShare",
    ];
    for (const { set } of Object.values(CHANGES))
      for (const key of Object.keys(set)) expect(forbidden).not.toContain(key);
  });

  test("nothing is proposed where nothing is scored, and nothing that is already proven", () => {
    expect(whatWouldLower(engine, supplier({ seat: "DE" }))).toEqual([]);
    const proven = supplier({ ...maker, recruitment: { papersHeldBy: "worker", proof: "interviews" } });
    expect(whatWouldLower(engine, proven, 99).map((one) => one.change)).not.toContain("papersReturned");
  });
});

describe("what moved", () => {
  test("lines that moved sum to the move of the score", () => {
    const before = engine.assess(supplier(maker));
    const after = engine.assess(
      supplier({ ...maker, recruitment: { feeMonthsOfPay: 12, papersHeldBy: "worker", proof: "policy" } }),
    );
    const found = compare(before, after);
    expect(found.score).toBeCloseTo(after.residual! - before.residual!, 9);
    expect(sum(found.moved.map((one) => one.points))).toBeCloseTo(found.score!, 9);
    expect(found.moved.find((one) => one.indicator === "debt")).toMatchObject({ valueBefore: null, valueAfter: 12 });
    expect(found.level).toEqual(["indicative", "assessed"]);
  });

  test("the same result twice moved nothing", () => {
    const one = engine.assess(supplier(maker));
    expect(compare(one, one)).toMatchObject({ score: 0, moved: [] });
    expect(compare(engine.assess(supplier({})), one).score).toBeNull();
  });
});
