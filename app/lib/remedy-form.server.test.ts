import { expect, test } from "vitest";
import { readDecisionForm } from "./remedy-form.server";

const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  const usual = { ownerId: "member", decidedOn: "2026-03-01", nextReviewOn: "2026-09-01", reason: "No progress" };
  for (const [name, value] of Object.entries({ ...usual, ...values })) form.set(name, value);
  return form;
};
const wrong = (values: Readonly<Record<string, string>>) => Object.keys(readDecisionForm(formOf(values)).faults);

test("holding and leaving mark everything that is missing at once, each in its field", () => {
  for (const decision of ["hold", "exit"]) {
    expect(wrong({ decision })).toEqual(["harm", "tried", "wagesDue", "notice"]);
    expect(wrong({ decision, harm: "Forty lose work", tried: "Two plans", wagesDue: "none known" })).toEqual([
      "notice",
    ]);
  }
});

test("a law that bans the purchase leaves the four answers out, and buying never asks for them", () => {
  expect(wrong({ decision: "exit", banLaw: "A named act", banArticle: "3" })).toEqual([]);
  expect(wrong({ decision: "buy" })).toEqual([]);
});

test("conditions need their words, and a decision has to be chosen", () => {
  expect(wrong({ decision: "conditions" })).toEqual(["conditions"]);
  expect(wrong({ decision: "" })).toEqual(["decision"]);
});
