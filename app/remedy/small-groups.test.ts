import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidesWorking, shownCount, shownPart, shownTotal, SMALLEST } from "./small-groups";

/** A group as it is recorded: where it belongs, how many it is, and parts of it. */
interface Group {
  readonly supplier: number;
  readonly currency: string;
  readonly workers: number;
  readonly left: number;
  readonly withReceipts: number | null;
}

const group: fc.Arbitrary<Group> = fc
  .record({
    supplier: fc.integer({ min: 0, max: 3 }),
    currency: fc.constantFrom("EUR", "NPR", "USD"),
    // Small numbers often: that is where it can go wrong.
    workers: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 400 })),
    left: fc.nat(400),
    withReceipts: fc.option(fc.nat(400)),
  })
  .map((one) => ({
    ...one,
    left: one.left % (one.workers + 1),
    withReceipts: one.withReceipts === null ? null : one.withReceipts % (one.workers + 1),
  }));
const groups = fc.array(group, { maxLength: 9 });

/** Everything the product shows of numbers of workers: each group with its parts, and every sum by every selection. */
function published(all: readonly Group[]) {
  const of = (keep: (one: Group) => boolean) => shownTotal(all.filter(keep));
  return {
    groups: all.map(({ supplier, currency, workers, left, withReceipts }) => ({
      supplier,
      currency,
      workers: shownCount(workers),
      left: shownPart(workers, left),
      withReceipts: shownPart(workers, withReceipts),
      working: !hidesWorking(workers),
    })),
    suppliers: [0, 1, 2, 3].map((no) => of(({ supplier }) => supplier === no)),
    currencies: ["EUR", "NPR", "USD"].map((code) => of(({ currency }) => currency === code)),
    both: [0, 1, 2, 3].flatMap((no) =>
      ["EUR", "NPR", "USD"].map((code) => of((one) => one.supplier === no && one.currency === code)),
    ),
    workspace: of(() => true),
  };
}

const isSmall = (count: number) => count > 0 && count < SMALLEST;

describe("no combination of published numbers determines a group under five", () => {
  test("ledgers that differ only inside groups under five are published alike, so that 1, 2, 3 and 4 all stay possible", () => {
    fc.assert(
      fc.property(groups, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }), (all, others) => {
        const changed = all.map((one, at) => {
          const workers = others[at]!;
          return isSmall(one.workers) ? { ...one, workers, left: one.left % (workers + 1), withReceipts: null } : one;
        });
        const before = all.map((one) => (isSmall(one.workers) ? { ...one, withReceipts: null } : one));
        expect(published(changed)).toEqual(published(before));
      }),
    );
  });

  test("whatever is published of one group, more than one number of any part under five remains", () => {
    fc.assert(
      fc.property(group, (one) => {
        for (const part of ["left", "withReceipts"] as const) {
          const told = one[part];
          if (told === null || !(isSmall(told) || isSmall(one.workers - told))) continue;
          const seen = JSON.stringify(published([one]));
          const possible = Array.from({ length: one.workers + 1 }, (_, count) => count).filter(
            (count) => JSON.stringify(published([{ ...one, [part]: count }])) === seen,
          );
          expect(possible.length).toBeGreaterThan(1);
        }
      }),
    );
  });

  test("a sum over all groups of any selection is the sum of the numbers that are shown in it", () => {
    fc.assert(
      fc.property(groups, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (all, picked) => {
        const some = all.filter((_, at) => picked[at]);
        const shown = some.map(({ workers }) => shownCount(workers));
        expect(shownTotal(some)).toEqual({
          workers: shown.reduce<number>((total, count) => total + (count === "<5" ? 0 : count), 0),
          smallGroups: shown.filter((count) => count === "<5").length,
        });
      }),
    );
  });

  test("this check would see a sum that counts hidden groups", () => {
    const leaky = (all: readonly Pick<Group, "workers">[]) => all.reduce((total, { workers }) => total + workers, 0);
    const [one, other] = [
      [{ workers: 12 }, { workers: 2 }],
      [{ workers: 12 }, { workers: 3 }],
    ];
    expect(shownTotal(one)).toEqual(shownTotal(other));
    expect(leaky(one)).not.toBe(leaky(other));
  });
});

test.each([
  [0, 0],
  [1, "<5"],
  [4, "<5"],
  [5, 5],
  [120, 120],
] as const)("a group of %s shows as %s", (workers, shown) => expect(shownCount(workers)).toBe(shown));

test.each([
  ["40 of whom 38 have left", 40, 38, null],
  ["40 of whom 2 have left", 40, 2, null],
  ["40 of whom 20 have left", 40, 20, 20],
  ["40 of whom all have left", 40, 40, 40],
  ["40 of whom none has left", 40, 0, 0],
  ["4 of whom none has left", 4, 0, null],
  ["9 of whom 5 have left", 9, 5, null],
  ["a part nobody knows", 40, null, null],
] as const)("%s: both parts are shown, or neither", (_, workers, part, shown) => {
  expect(shownPart(workers, part)).toBe(shown);
});
