import { expect, test } from "vitest";
import { guideSteps, type GuideFacts } from "./guide";

const states = (facts: GuideFacts) => guideSteps(facts).map(({ state }) => state);

test("a workspace without a list begins with its list", () => {
  expect(states({ hasList: false, open: null, plan: "none" })).toEqual(["now", "later", "later"]);
});

test("a published list leads on to what was bought, until nine tenths are understood", () => {
  expect(states({ hasList: true, open: 0.37, plan: "none" })).toEqual(["done", "now", "later"]);
  expect(states({ hasList: true, open: 0.1, plan: "none" })).toEqual(["done", "done", "now"]);
  expect(states({ hasList: true, open: null, plan: "draft" })).toEqual(["done", "done", "now"]);
});

test("a plan that was accepted first leaves only what was passed over", () => {
  expect(states({ hasList: true, open: 0.5, plan: "accepted" })).toEqual(["done", "now", "done"]);
  expect(states({ hasList: true, open: 0, plan: "accepted" })).toEqual(["done", "done", "done"]);
});

test("a list that is taken back is to be uploaded again", () => {
  expect(states({ hasList: false, open: null, plan: "accepted" })).toEqual(["now", "later", "done"]);
});
