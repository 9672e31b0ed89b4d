import { describe, expect, test } from "vitest";
import { parseScoreRequest, RecruitmentFacts, scoreRequestJsonSchema, withoutNulls } from "./facts";

const messageOf = (json: unknown) => {
  const parsed = parseScoreRequest(json);
  return parsed.ok ? null : parsed.message;
};

describe("one line of candour score", () => {
  test("a full line is accepted as it is", () => {
    const line = {
      id: "A-1",
      seat: "Germany",
      placeOfWork: { country: "CN", region: "Xinjiang" },
      role: "maker",
      isic: "1410",
      recruitment: {
        workersRecruited: 40,
        recruitedFrom: ["NP"],
        recruiter: "licensed-agent",
        proof: { recruiter: "policy" },
      },
      workforce: { migrantShare: 0.4 },
      asOf: "2026-11-22",
    };
    expect(parseScoreRequest(line)).toEqual({ ok: true, request: line });
  });

  test("an unknown key is named, with where it stands", () => {
    expect(messageOf({ supplier: 1 })).toContain("Unknown key: supplier");
    expect(messageOf({ recruitment: { fee: 1 } })).toContain("Unknown key: recruitment.fee");
    expect(messageOf({ recruitment: { groups: [{ workers: 5, cost: 1 }] } })).toContain("recruitment.groups.0.cost");
    expect(messageOf({ seat: { country: "DE", town: "Ulm" } })).toContain("seat.town");
  });

  test("a value out of its unit is named", () => {
    expect(messageOf({ workforce: { migrantShare: 40 } })).toContain("workforce.migrantShare");
    expect(messageOf({ recruitment: { feePerWorkerUsd: -1 } })).toContain("recruitment.feePerWorkerUsd");
    expect(messageOf({ asOf: "22.11.2026" })).toContain("asOf");
    expect(messageOf({ recruitment: { recruitedFrom: ["Nepal"] } })).toContain("two capital letters");
  });

  test("country and seat together are refused", () => {
    expect(messageOf({ country: "DE", seat: "FR" })).toContain("country and seat");
  });

  test("null is read as not given, at any depth", () => {
    expect(parseScoreRequest({ seat: null, recruitment: { feePerWorkerUsd: null } })).toEqual({
      ok: true,
      request: { recruitment: {} },
    });
    expect(withoutNulls([null, { a: null, b: [1, null] }])).toEqual([{ b: [1] }]);
  });

  test("what is no object is refused with a sentence", () => {
    for (const json of [[], "DE", 3, true]) expect(messageOf(json)).toMatch(/\.$/);
  });
});

describe("published schema", () => {
  test("it is JSON, strict, and describes every key", () => {
    const schema = JSON.parse(JSON.stringify(scoreRequestJsonSchema())) as {
      additionalProperties: boolean;
      properties: Record<
        string,
        { additionalProperties?: boolean; properties?: Record<string, { description?: string }> }
      >;
    };
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties["recruitment"]?.additionalProperties).toBe(false);
    const keys = Object.entries(schema.properties["recruitment"]?.properties ?? {});
    expect(keys.length).toBe(Object.keys(RecruitmentFacts.shape).length);
    for (const [key, property] of keys) expect([key, (property.description ?? "").length > 0]).toEqual([key, true]);
  });
});
