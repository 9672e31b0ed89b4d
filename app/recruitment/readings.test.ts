import fc from "fast-check";
import { expect, test } from "vitest";
import { PROOF_LEVELS, type RecruitmentFacts } from "../../risk-models/facts";
import { isMaterialKey, materialKey } from "./material-key";
import { fromUsd, inUsd, Money } from "./money";
import { answeredOf } from "./questions";
import { inForce, knownAt, openReadings, together, type Reading } from "./readings";

const DAYS = ["2026-01-05", "2026-02-05", "2026-03-05"] as const;
const aValue = fc.constantFrom(
  ["papersHeldBy", "worker"],
  ["papersHeldBy", "employer"],
  ["papersHeldBy", null],
  ["recruiter", "sub-agent"],
  ["recruiter", "own-staff"],
  ["workersRecruited", 40],
  ["workersRepaid", 0],
  ["migrantShare", 0.4],
  ["inputs:Cotton", [{ country: "TM", region: null }]],
  ["inputs:Cotton", null],
  ["inputs:Thread/Yarn", [{ country: "CN", region: "CN-XJ" }]],
) as fc.Arbitrary<[Reading["what"], unknown]>;

const aReading = fc
  .record({
    told: aValue,
    proof: fc.constantFrom(...PROOF_LEVELS),
    validFrom: fc.constantFrom(...DAYS),
    hour: fc.integer({ min: 0, max: 200 }),
    isProtected: fc.boolean(),
    isReleased: fc.boolean(),
  })
  .map(({ told: [what, value], hour, isProtected, isReleased, ...rest }) => ({
    ...rest,
    what,
    value,
    isProtected,
    recordedAt: new Date(Date.UTC(2026, 2, 6, hour)),
    releasedAt: isProtected && isReleased ? new Date(Date.UTC(2026, 3, 6, hour)) : null,
    undoneAt: null,
  }));
/** Some readings, each with an id of its own. */
const someReadings = fc
  .array(aReading, { maxLength: 8 })
  .map((all) => all.map((one, at): Reading => ({ ...one, id: `reading ${at}` })));

const LIST = {
  day: "2026-02-05",
  recruitment: { papersHeldBy: "agent", usesLabourAgents: "yes" } as RecruitmentFacts,
  workforce: {},
};

test("a protected reading that was not released changes nothing of the outside view, wherever it stands", () => {
  fc.assert(
    fc.property(someReadings, someReadings, fc.nat(), (open, more, place) => {
      const hidden = more.map((one) => ({ ...one, id: `hidden ${one.id}`, isProtected: true, releasedAt: null }));
      const at = open.length === 0 ? 0 : place % (open.length + 1);
      const mixed = [...open.slice(0, at), ...hidden, ...open.slice(at)];
      expect(openReadings(mixed)).toEqual(openReadings(open));
      expect(together(LIST, openReadings(mixed))).toEqual(together(LIST, openReadings(open)));
    }),
  );
});

test("outside nothing depends on when what was released was told: neither what counts, nor its day, nor its place", () => {
  const told = fc.array(fc.record({ day: fc.constantFrom(...DAYS), hour: fc.integer({ min: 0, max: 200 }) }), { minLength: 8, maxLength: 8 }); // prettier-ignore
  fc.assert(
    fc.property(someReadings, told, (readings, at) => {
      const asTold = readings.map((one, i) =>
        one.isProtected
          ? { ...one, validFrom: at[i]!.day, recordedAt: new Date(Date.UTC(2026, 2, 1, at[i]!.hour)) }
          : one,
      );
      expect(openReadings(asTold)).toEqual(openReadings(readings));
      expect(together(LIST, openReadings(asTold))).toEqual(together(LIST, openReadings(readings)));
      expect(openReadings(openReadings(readings))).toEqual(openReadings(readings));
    }),
  );
  // Nor on which of those released in one instant was told first.
  const released = someReadings.map((all) => all.map((one) => ({ ...one, isProtected: true, releasedAt: new Date("2026-04-06") }))); // prettier-ignore
  const said = (readings: readonly Reading[]) => openReadings(readings).map(({ id: _id, ...rest }) => rest);
  fc.assert(
    fc.property(released, (readings) => {
      const lastFirst = readings.toReversed().map((one, at) => ({ ...one, id: `reading ${at}`, validFrom: DAYS[0] }));
      expect(said(lastFirst)).toEqual(said(readings));
      expect(together(LIST, openReadings(lastFirst))).toEqual(together(LIST, openReadings(readings)));
    }),
  );
  const hidden = { id: "told", what: "papersHeldBy", value: "employer", proof: "interviews", validFrom: "2025-12-15", recordedAt: new Date("2026-01-02"), isProtected: true, releasedAt: new Date("2026-04-06"), undoneAt: null } as const; // prettier-ignore
  const open = { ...hidden, id: "open", value: "worker", validFrom: "2026-03-05", recordedAt: new Date("2026-03-06"), isProtected: false, releasedAt: null }; // prettier-ignore
  const outside = openReadings<Reading>([hidden, open]);
  expect(outside.map(({ id, validFrom }) => [id, validFrom])).toEqual([["open", "2026-03-05"], ["told", "2026-04-06"]]); // prettier-ignore
  expect(together(LIST, outside).recruitment.papersHeldBy).toBe("employer");
  expect(together(LIST, [...outside, { ...open, id: "later", validFrom: "2026-04-07" }]).recruitment.papersHeldBy).toBe("worker"); // prettier-ignore
});

test("the order in which readings are read does not matter, and a later valid day always stands before an earlier one", () => {
  fc.assert(
    fc.property(someReadings, (readings) => {
      expect(together(LIST, readings.toReversed())).toEqual(together(LIST, readings));
      for (const [what, one] of inForce(readings))
        for (const other of readings) if (other.what === what) expect(other.validFrom <= one.validFrom).toBe(true);
    }),
  );
});

test("a reading of a day before the list's never stands before the list, one of its day or later does", () => {
  fc.assert(
    fc.property(fc.constantFrom(...DAYS), fc.constantFrom("worker", "employer"), (validFrom, value) => {
      const one: Reading = {
        id: "a",
        what: "papersHeldBy",
        value,
        proof: "interviews",
        validFrom,
        recordedAt: new Date("2026-03-06"),
        isProtected: false,
        releasedAt: null,
        undoneAt: null,
      };
      const { recruitment, listReplaced } = together(LIST, [one]);
      const isNewer = validFrom >= LIST.day;
      expect(recruitment.papersHeldBy).toBe(isNewer ? value : "agent");
      expect(listReplaced).toEqual(isNewer ? ["papersHeldBy"] : []);
      expect(recruitment.usesLabourAgents).toBe("yes");
    }),
  );
});

test("without readings the facts are those of the list, unchanged", () => {
  const list = { ...LIST, recruitment: { ...LIST.recruitment, proof: "policy" as const }, workforce: { workers: 9 } };
  expect(together(list, [])).toMatchObject({ recruitment: list.recruitment, workforce: list.workforce });
});

test("the origin of a material touches no other answer, nor that of another material", () => {
  const ofMaterial = ({ what }: Pick<Reading, "what">) => isMaterialKey(what);
  fc.assert(
    fc.property(someReadings, (readings) => {
      const { inputs, recruitment, workforce } = together(LIST, readings);
      const others = together(
        LIST,
        readings.filter((one) => !ofMaterial(one)),
      );
      expect({ recruitment, workforce }).toEqual({ recruitment: others.recruitment, workforce: others.workforce });
      expect(others.inputs).toEqual([]);
      for (const good of ["Cotton", "Thread/Yarn"])
        expect(inputs.filter((one) => one.good === good)).toEqual(
          together(
            LIST,
            readings.filter(({ what }) => what === materialKey(good)),
          ).inputs,
        );
    }),
  );
});

test("an old answer of the list in other words goes with the newer answer about the same", () => {
  const one = { what: "recruiter", value: "own-staff", proof: "policy", validFrom: "2026-03-05" } as const;
  const reading = { ...one, id: "a", recordedAt: new Date(), isProtected: false, releasedAt: null };
  expect(together(LIST, [reading]).recruitment).toEqual({
    recruiter: "own-staff",
    papersHeldBy: "agent",
    proof: { recruiter: "policy", papersHeldBy: "statement" },
  });
});

test("what was known at an instant has nothing that was recorded later, and still has what was taken back later", () => {
  fc.assert(
    fc.property(someReadings, fc.integer({ min: 0, max: 200 }), (readings, hour) => {
      const instant = new Date(Date.UTC(2026, 2, 6, hour));
      const later = new Date(instant.getTime() + 1);
      expect(knownAt(readings, instant).every(({ recordedAt }) => recordedAt <= instant)).toBe(true);
      const undone = readings.map((one) => ({ ...one, undoneAt: later }));
      expect(knownAt(undone, instant)).toHaveLength(knownAt(readings, instant).length);
      expect(knownAt(undone, later)).toEqual([]);
    }),
  );
});

test("who recruited nobody has nothing to say of recruiters and bills; unknown is no answer", () => {
  expect(answeredOf({})).toBe("not");
  expect(answeredOf({ recruiter: "unknown" })).toBe("not");
  expect(answeredOf({ workersRecruited: 0 })).toBe("partly");
  expect(answeredOf({ workersRecruited: 0, papersHeldBy: "worker" })).toBe("answered");
  expect(answeredOf({ workersRecruited: 5, papersHeldBy: "worker" })).toBe("partly");
});

test("an amount goes to US dollars and back at its own rate; without a rate, or with one too many, it is none", () => {
  const rate = { perUsd: 133.25, on: "2026-03-01", source: "UN" };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (amount) => {
      expect(fromUsd(inUsd(amount, { rate }), { rate })).toBeCloseTo(amount, 1);
    }),
  );
  expect(Money.safeParse({ amount: 5, currency: "NPR", rate: null }).success).toBe(false);
  expect(Money.safeParse({ amount: 5, currency: "USD", rate }).success).toBe(false);
  expect(Money.safeParse({ amount: 5, currency: "NPR", rate: { ...rate, source: " " } }).success).toBe(false);
  expect(Money.safeParse({ amount: 5, currency: "NPR", rate }).success).toBe(true);
});
