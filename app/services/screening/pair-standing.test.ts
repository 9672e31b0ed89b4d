import fc from "fast-check";
import { expect, test } from "vitest";
import { MATCH_CAUSES, MATCH_STATES } from "../../../db/schema/screening";
import { whenSeen, whenUnseen, type KnownPair, type SeenPair } from "./pair-standing";

const hash = fc.constantFrom("a", "b", "c");
const facts = fc.record({ supplierHash: hash, entryHash: hash });
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
      const isDecided = ["match", "not-match", "cannot-tell", "proposed"].includes(pair.state);
      if (isDecided) expect(state).toBe(sameFacts(pair, now) ? pair.state : "open");
      // Nobody's decision is ever made by the program; only one that was asked about for a listing that ended comes back.
      else if (state !== "open") expect([pair.cause, sameFacts(pair, now)]).toEqual(["delisted", true]);
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
      expect(twice).toEqual(once);
    }),
  );
});

test("not seen any more, a match is kept or asked about, and only what nobody decided leaves", () => {
  const why = fc.constantFrom("supplier-gone", "delisted", "unlike" as const);
  fc.assert(
    fc.property(known, why, fc.boolean(), (pair, reason, isMatch) => {
      const { state, cause } = whenUnseen(pair, reason as "delisted", isMatch);
      if (isMatch && reason === "delisted") expect([state, cause]).toEqual(["open", "delisted"]);
      else if (isMatch || ["match", "not-match", "cannot-tell"].includes(pair.state)) expect(state).toBe(pair.state);
      else expect(state).toBe("gone");
    }),
  );
});
