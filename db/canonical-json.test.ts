import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";

test("is JSON of the same value, whatever the order of the keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(object));
    }),
  );
  expect(canonicalJson({ b: [1, "ü"], a: null })).toBe('{"a":null,"b":[1,"ü"]}');
});

test.each([[new Date()], [Number.NaN], [() => 1], [new Map()], [{ a: Symbol("x") }]])(
  "refuses %o, which has no JSON form",
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);
