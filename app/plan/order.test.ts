import { expect, test } from "vitest";
import { severityTellsApart } from "./order";

test("severity tells nobody apart where it is unknown for all, or no more than serious for some", () => {
  expect(severityTellsApart(["unknown", "unknown"])).toBe(false);
  expect(severityTellsApart(["unknown", "serious"])).toBe(false);
  expect(severityTellsApart([])).toBe(false);
  expect(severityTellsApart(["unknown", "severe"])).toBe(true);
  expect(severityTellsApart(["unknown", "moderate"])).toBe(true);
});
