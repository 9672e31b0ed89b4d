import fc from "fast-check";
import { expect, test } from "vitest";
import { newId, newSupplierId, supplierNoOf } from "./ids";
import { bulkKey, bulkParts, bulkRange, pagePosition, pageRange, pageSlot } from "./keys";

const generation = fc.integer({ min: 1, max: 2 ** 21 - 1 });
const line = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const position = fc.integer({ min: 0, max: 2 ** 24 - 1 });
const sort = fc.integer({ min: 0, max: 7 });

test("a bulk key gives back the generation and the line it was made of, and is exact", () => {
  fc.assert(
    fc.property(generation, line, (g, n) => {
      const key = bulkKey(g, n);
      expect(Number.isSafeInteger(key)).toBe(true);
      expect(bulkParts(key)).toEqual({ generation: g, n });
      const [first, last] = bulkRange(g);
      expect(key >= first && key <= last).toBe(true);
    }),
  );
});

test("keys of different lines, and slots of different places, never meet", () => {
  fc.assert(
    fc.property(
      generation,
      line,
      generation,
      line,
      (g, n, h, m) => (bulkKey(g, n) === bulkKey(h, m)) === (g === h && n === m),
    ),
  );
  fc.assert(
    fc.property(generation, sort, position, generation, sort, position, (g, s, p, h, r, q) => {
      const slot = pageSlot(g, s, p);
      expect(slot === pageSlot(h, r, q)).toBe(g === h && s === r && p === q);
      expect(pagePosition(slot)).toBe(p);
      const [first, last] = pageRange(g, s);
      expect(slot >= first && slot <= last).toBe(true);
      const [lowest, highest] = pageRange(g);
      expect(first >= lowest && last <= highest).toBe(true);
    }),
  );
});

test.each([
  [1, -1],
  [1, 2 ** 32],
  [0, 1],
  [2 ** 21, 1],
  [1, Number.NaN],
])("generation %d, line %d is refused", (g, n) => {
  expect(() => bulkKey(g, n)).toThrow(RangeError);
});

test("a supplier's number is read from its public id, and ids stand in the order of the numbers", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 }), fc.integer({ min: 0, max: 2 ** 32 }), (a, b) => {
      expect(supplierNoOf(newSupplierId(a))).toBe(a);
      if (a < b) expect(newSupplierId(a) < newSupplierId(b)).toBe(true);
    }),
  );
  expect(newSupplierId(7)).not.toBe(newSupplierId(7));
});

test.each(["", "abc", "ABCDEFGHJKMN", "0000000iiiii", "../../../etc", "0".repeat(13)])(
  "%j is not a supplier id",
  (id) => {
    expect(supplierNoOf(id)).toBeNull();
  },
);

test("ids of later moments sort after earlier ones", () => {
  const ids = [1, 2, 1000, 86_400_000].map((ms) => newId(new Date(Date.UTC(2026, 0, 1) + ms)));
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => /^[0-9a-z]{22}$/.test(id))).toBe(true);
});
