import { expect, test } from "vitest";
import { failureCounter } from "./rate-limit";

test("an account is blocked after the allowed failures and free again when the window ends", () => {
  const counter = failureCounter({ max: 3, windowMs: 1000 });
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(counter.isBlocked("a", 0)).toBe(false);
    counter.fail("a", 0);
  }
  expect(counter.isBlocked("a", 999)).toBe(true);
  expect(counter.isBlocked("b", 999)).toBe(false);
  expect(counter.isBlocked("a", 1000)).toBe(false);
});

test("a success forgets the failures", () => {
  const counter = failureCounter({ max: 1, windowMs: 1000 });
  counter.fail("a", 0);
  counter.forget("a");
  expect(counter.isBlocked("a", 1)).toBe(false);
});

test("the counter never grows beyond its number of keys", () => {
  const counter = failureCounter({ max: 1, windowMs: 1000, keys: 2 });
  for (const key of ["a", "b", "c"]) counter.fail(key, 0);
  expect([counter.isBlocked("a", 1), counter.isBlocked("b", 1), counter.isBlocked("c", 1)]).toEqual([
    false,
    true,
    true,
  ]);
});
