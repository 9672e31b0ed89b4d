import fc from "fast-check";
import { expect, test } from "vitest";
import { BandMoves, MAX_NAMED } from "./band-moves";

const [LOW, RAISED, HIGH] = [0, 1, 2];

test("a band that stayed is no move; one that fell is counted and not named", () => {
  const moves = new BandMoves();
  moves.held(1, HIGH, HIGH, 90);
  moves.held(2, HIGH, LOW, 20);
  moves.held(3, RAISED, null, 50);
  expect(moves.stored).toEqual({
    counts: { "high>low": 1, "raised>": 1 },
    risen: [],
    newHigh: { count: 0, first: [] },
  });
});

test("from no band into the high one is a rise, into a lower one it is only counted", () => {
  const moves = new BandMoves();
  moves.held(1, null, HIGH, 80);
  moves.held(2, null, RAISED, 50);
  moves.held(3, LOW, RAISED, 40);
  expect(moves.stored.risen).toEqual([
    { supplierNo: 1, from: null, to: "high" },
    { supplierNo: 3, from: "low", to: "raised" },
  ]);
  expect(moves.stored.counts).toEqual({ ">high": 1, ">raised": 1, "low>raised": 1 });
});

test("the suppliers named are those with the highest scores, the highest first, however the list is ordered", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 40 }), (scores) => {
      const moves = new BandMoves();
      scores.forEach((score, no) => moves.fresh(no, HIGH, score));
      const { count, first } = moves.stored.newHigh;
      expect(count).toBe(scores.length);
      expect(first.map((no) => scores[no]!)).toEqual([...scores].sort((a, b) => b - a).slice(0, MAX_NAMED));
    }),
  );
});
