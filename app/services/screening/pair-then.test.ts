import fc from "fast-check";
import { expect, test } from "vitest";
import { MATCH_DECISIONS, MATCH_STATES } from "../../../db/schema/screening";
import { pairThen, watchOf, type PairMove, type Unwatched, type Watch } from "./pair-then";

/** Few instants, so that beginnings, ends and what is asked fall together often. */
const instant = fc.integer({ min: 0, max: 12 });
const date = instant.map((at) => new Date(at));
const unwatched: fc.Arbitrary<Unwatched> = fc
  .tuple(instant, fc.integer({ min: 0, max: 6 }))
  .map(([from, more]) => ({ from: new Date(from), to: new Date(from + more) }));
const times = fc.array(unwatched, { maxLength: 12 });

/** Each question asked of every one of them, as it is said. */
const plain = (all: readonly Unwatched[]): Watch => ({
  wentOn: (from, to) => all.some((one) => one.to.getTime() > from && (to === null || one.from.getTime() <= to)),
  began: (from, to) => all.some((one) => one.from.getTime() > from && one.from.getTime() <= to),
});

test("the quick answer of what went on unseen is the plain one, for any times in any order", () => {
  fc.assert(
    fc.property(times, instant, fc.option(instant), (all, from, to) => {
      expect(watchOf(all).wentOn(from, to)).toBe(plain(all).wentOn(from, to));
      if (to !== null) expect(watchOf(all).began(from, to)).toBe(plain(all).began(from, to));
    }),
    { numRuns: 500 },
  );
});

const move: fc.Arbitrary<PairMove> = fc.record({
  kind: fc.constantFrom("decided", "confirmed", "refused", "reopened"),
  at: date,
  decisionId: fc.constantFrom("one", "other"),
  decision: fc.constantFrom(...MATCH_DECISIONS),
  alone: fc.boolean(),
});
const pair = fc.record({
  state: fc.constantFrom(...MATCH_STATES),
  cause: fc.constant("found" as const),
  version: fc.integer({ min: 1, max: 6 }),
  foundAt: date,
  seenUntil: fc.option(date),
});

test("where a pair stood is told the same by the quick answer and by the plain one", () => {
  const moves = fc.array(move, { maxLength: 4 }).map((all) => all.toSorted((a, b) => a.at.getTime() - b.at.getTime()));
  const told = new Set<string>();
  fc.assert(
    fc.property(pair, moves, times, date, (one, done, all, end) => {
      const quick = pairThen(one, done, watchOf(all), end);
      told.add(typeof quick === "string" ? quick : (quick?.state ?? "not found yet"));
      expect(quick).toEqual(pairThen(one, done, plain(all), end));
    }),
    { numRuns: 1000 },
  );
  expect([...told]).toEqual(expect.arrayContaining(["not found yet", "untold", "open", "match"]));
});

test("a thousand pairs among a thousand comparisons are looked up, not gone through", () => {
  const all = Array.from({ length: 1000 }, (_, at) => ({ from: new Date(at * 10), to: new Date(at * 10 + 5) }));
  let read = 0;
  const counted = all.map(({ from, to }) => ({
    to,
    get from() {
      read += 1;
      return from;
    },
  }));
  const watch = watchOf(counted);
  for (let at = 0; at < 1000; at++) watch.wentOn(at * 10 + 6, at * 10 + 9);
  expect(read).toBe(1000);
});
