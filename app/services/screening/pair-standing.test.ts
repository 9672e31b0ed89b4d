import { describe, expect, test } from "vitest";
import { whenSeen, whenUnseen, type KnownPair } from "./pair-standing";

const FACTS = { supplierHash: "s", entryHash: "e" };
const seen = { ...FACTS, isNewlyListed: false };
const known = (
  state: KnownPair["state"],
  cause: KnownPair["cause"],
  match: "match" | "proposed" | null,
): KnownPair => ({
  ...FACTS,
  state,
  cause,
  decidedOn: { ...FACTS, match },
});

describe("an entry that was off its list and stands on it again", () => {
  test("leaves a confirmed match where it stood", () => {
    expect(whenSeen(known("open", "delisted", "match"), seen)).toEqual({ state: "match", cause: "found" });
  });

  test("makes no match of one that waits for its second member", () => {
    expect(whenSeen(known("open", "delisted", "proposed"), seen)).toEqual({ state: "proposed", cause: "found" });
  });

  test("makes no match of a pair about which something else was said last", () => {
    expect(whenSeen(known("open", "delisted", null), seen)).toEqual({ state: "open", cause: "newly-listed" });
  });

  test("is not confirmed to be taken off: people are asked anew", () => {
    expect(whenSeen(known("proposed", "delisted", null), seen)).toEqual({ state: "open", cause: "newly-listed" });
  });
});

test("a delisting that waits for its second member goes on waiting when suppliers are compared again", () => {
  const waiting = known("proposed", "delisted", null);
  expect(whenUnseen(waiting, "delisted", true)).toEqual({ state: waiting.state, cause: waiting.cause });
  expect(whenUnseen(known("proposed", "found", null), "delisted", true)).toEqual({ state: "open", cause: "delisted" });
});
