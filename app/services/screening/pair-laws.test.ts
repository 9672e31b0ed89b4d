import fc from "fast-check";
import { expect, test } from "vitest";
import { MATCH_CAUSES, MATCH_STATES } from "../../../db/schema/screening";
import { whenSeen, whenUnseen, type KnownPair, type SeenPair, type Unseen } from "./pair-standing";

const hash = fc.constantFrom("a", "b", "c");
const facts = fc.record({
  supplierHash: hash,
  entryHash: hash,
  match: fc.constantFrom("match", "proposed", null),
});
const seen: fc.Arbitrary<SeenPair> = fc.record({ supplierHash: hash, entryHash: hash, isNewlyListed: fc.boolean() });
const known: fc.Arbitrary<KnownPair> = fc
  .record({
    state: fc.constantFrom(...MATCH_STATES),
    cause: fc.constantFrom(...MATCH_CAUSES),
    supplierHash: hash,
    entryHash: hash,
    decidedOn: fc.option(facts),
  })
  // What is decided was decided by somebody.
  .filter(({ state, decidedOn }) => state === "open" || state === "gone" || decidedOn !== null);

const sameFacts = (pair: KnownPair, now: SeenPair) =>
  pair.decidedOn?.supplierHash === now.supplierHash && pair.decidedOn.entryHash === now.entryHash;

test("a decision holds for as long as its facts do, and is asked for again when one of them changed", () => {
  fc.assert(
    fc.property(known, seen, (pair, now) => {
      const { state } = whenSeen(pair, now);
      if (["match", "not-match", "cannot-tell"].includes(pair.state))
        expect(state).toBe(sameFacts(pair, now) ? pair.state : "open");
      // Nobody's decision is ever made by the program: what was decided comes back at most as it stood.
      else if (state !== "open" && state !== pair.state)
        expect([pair.cause, sameFacts(pair, now), state]).toEqual(["delisted", true, pair.decidedOn?.match]);
    }),
  );
});

test("a pair that is new is put before a person, and says when its entry is new too", () => {
  fc.assert(
    fc.property(seen, (now) => {
      expect(whenSeen(null, now)).toEqual({ state: "open", cause: now.isNewlyListed ? "newly-listed" : "found" });
    }),
  );
});

test("seen twice with the same facts, a pair stands where it stood", () => {
  fc.assert(
    fc.property(known, seen, (pair, now) => {
      const once = whenSeen(pair, now);
      const twice = whenSeen({ ...pair, ...once, supplierHash: now.supplierHash, entryHash: now.entryHash }, now);
      expect(twice.state).toBe(once.state);
    }),
  );
});

test("not seen any more, a match is kept or asked about, and only what nobody decided leaves", () => {
  const why = fc.constantFrom<Unseen>("supplier-gone", "delisted", "unlike");
  fc.assert(
    fc.property(known, why, fc.boolean(), (pair, reason, isMatch) => {
      const { state, cause } = whenUnseen(pair, reason, isMatch);
      if (isMatch && reason === "delisted") expect(cause).toBe("delisted");
      else if (isMatch || ["match", "not-match", "cannot-tell"].includes(pair.state)) expect(state).toBe(pair.state);
      else expect(state).toBe("gone");
    }),
  );
});
