import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, attemptGuard, type Attempt, type GuardRules } from "./attempts";

const MINUTE = 60_000;
const RULES: GuardRules = { each: 10, windowMs: 15 * MINUTE, address: 40, slowAfter: 10, wallAfter: null };
const stranger = (n: number): Attempt => ({ account: "ann", address: `198.51.100.${n}`, device: null });
const known: Attempt = { account: "ann", address: "198.51.100.1", device: "laptop" };

/** Tries from addresses that take turns. */
function besiege(guard: ReturnType<typeof attemptGuard>, tries: number, addresses: number, from = 0): void {
  for (let i = 0; i < tries; i++) guard.admit(stranger(i % addresses), from + i * 100);
}

test("an address that failed ten times for an account waits until its window ends", () => {
  const guard = attemptGuard(RULES);
  for (let i = 0; i < 10; i++) expect(guard.admit(stranger(1), i)).toBe("go");
  expect(guard.admit(stranger(1), 11)).toBe("blocked");
  expect(guard.admit({ ...stranger(1), account: "ben" }, 12)).toBe("go");
  expect(guard.admit(stranger(1), 15 * MINUTE + 1)).toBe("go");
});

describe("however often strangers fail", () => {
  test("a device that signed in before is heard at once, even from their address", () => {
    const guard = attemptGuard(RULES);
    besiege(guard, 5000, 200);
    expect(guard.admit(known, 500_001)).toBe("go");
  });

  test("a new device is heard at once the first time, and within a minute each time after", () => {
    const guard = attemptGuard(RULES);
    besiege(guard, 5000, 200);
    const me = stranger(250);
    expect(guard.admit(me, 500_000)).toBe("go");
    expect(guard.admit(me, 501_000)).toBe("wait");
    expect(guard.admit(me, 500_000 + MINUTE)).toBe("go");
  });

  test("waiting is never longer than a minute, whatever came before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 100 }), (tries, addresses) => {
        const guard = attemptGuard(RULES);
        besiege(guard, tries, addresses);
        const me = stranger(200);
        const first = guard.admit(me, tries * 100);
        const second = guard.admit(me, tries * 100 + MINUTE);
        return first === "go" && second === "go";
      }),
      { numRuns: 50 },
    );
  });
});

test("the more strangers fail at an account, the longer each of them rests", () => {
  const guard = attemptGuard({ ...RULES, each: 1000, address: null });
  const heard = (from: number) => {
    let count = 0;
    for (let at = 0; at < 10 * MINUTE; at += 500) if (guard.admit(stranger(1), from + at) === "go") count++;
    return count;
  };
  const [early, late] = [heard(0), heard(10 * MINUTE)];
  expect(early).toBeLessThan(120);
  expect(late).toBeLessThan(early / 2);
});

test("a known device cannot guess without end either", () => {
  const guard = attemptGuard(RULES);
  for (let i = 0; i < 10; i++) guard.admit(known, i);
  expect(guard.admit(known, 11)).toBe("blocked");
});

test("one address cannot try account after account", () => {
  const guard = attemptGuard(RULES);
  const tried = Array.from({ length: 60 }, (_, i) => guard.admit({ ...stranger(1), account: `person ${i}` }, i));
  expect(tried.filter((answer) => answer === "go")).toHaveLength(40);
});

test("tries that are sent at the same moment are counted before any of them is looked at", () => {
  const guard = attemptGuard(RULES);
  const answers = Array.from({ length: 50 }, () => guard.admit(stranger(1), 0));
  expect(answers.filter((answer) => answer === "go")).toHaveLength(10);
});

test("who gets in begins anew", () => {
  const guard = attemptGuard(RULES);
  for (let i = 0; i < 9; i++) guard.admit(stranger(1), i);
  guard.succeed(stranger(1));
  for (let i = 0; i < 9; i++) expect(guard.admit(stranger(1), 100 + i * MINUTE)).toBe("go");
});

test("a wall keeps unknown devices out for an hour at most, and no known one", () => {
  const guard = attemptGuard({ ...RULES, each: 5, slowAfter: 5, wallAfter: 20 });
  besiege(guard, 100, 50);
  expect(guard.admit(stranger(250), 20_000)).toBe("blocked");
  expect(guard.admit(known, 20_000)).toBe("go");
  expect(guard.admit(stranger(250), 61 * MINUTE)).toBe("go");
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["198.51.100.7", "198.51.100.7"],
  ["::ffff:198.51.100.7", "::ffff:198.51.100.7"],
  ["", ""],
])("the address %s counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
