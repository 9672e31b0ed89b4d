import { expect, test } from "vitest";
import { REASON_KEYS } from "../../risk-models";
import { FLOORS } from "../../risk-models/types";
import { reasonsFirst } from "./reasons";

const LISTED_PAIR = 1 << FLOORS.indexOf("listedPair");
const STATE_IMPOSED = 1 << FLOORS.indexOf("stateImposed");

test.each([
  [
    "a floor that holds",
    ["reason.setting.unknown", "reason.sign.labourProvider"],
    LISTED_PAIR,
    "reason.floor.listedPair",
  ],
  ["the graver floor of two", [], LISTED_PAIR | STATE_IMPOSED, "reason.floor.stateImposed"],
  ["what was told", ["reason.governance", "reason.sign.labourProvider", "reason.papers"], 0, "reason.papers"],
  ["what it sells", ["reason.setting.labour-provider", "reason.sign.labourProvider"], 0, "reason.sign.labourProvider"],
  ["else the strongest", ["reason.governance", "reason.sign.none", "reason.voice"], 0, "reason.governance"],
])("the reason given is %s", (_, reasons, floors, first) => {
  expect(reasonsFirst(reasons, floors)[0]).toBe(first);
});

test("no reason is lost or named twice, and each is a reason of the engine", () => {
  const reasons = ["reason.floor.listedPair", "reason.governance", "reason.papers"];
  expect(reasonsFirst(reasons, LISTED_PAIR).toSorted()).toEqual(reasons.toSorted());
  for (const bit of FLOORS.keys()) for (const key of reasonsFirst([], 1 << bit)) expect(REASON_KEYS).toContain(key);
});
