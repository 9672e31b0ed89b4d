import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detached, memoise, memoiseTexts } from "./memo";

describe("remembered answers", () => {
  test("a value is worked out once", () => {
    let calls = 0;
    const length = memoise((text) => {
      calls += 1;
      return text.length;
    });
    expect([length("abc"), length("abc"), length("ab")]).toEqual([3, 3, 2]);
    expect(calls).toBe(2);
  });

  test("an answer of null is remembered as well", () => {
    let calls = 0;
    const nothing = memoise(() => {
      calls += 1;
      return null;
    });
    nothing("a");
    nothing("a");
    expect(calls).toBe(1);
  });

  test("whatever the limit, the answers are those of the function itself", () => {
    const text = fc.constantFrom("", "a", "b", "a long text of more than twelve characters", "c");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, text), { maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (rows, limit) => {
          const join = memoiseTexts((texts) => texts.join("|"), limit);
          const upper = memoise((one) => one.toUpperCase(), limit);
          return rows.every((row) => join(row) === row.join("|") && upper(row[0]) === row[0].toUpperCase());
        },
      ),
    );
  });

  test("a copy is the same text, surrogates and all", () =>
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => detached(text) === text)));
});
