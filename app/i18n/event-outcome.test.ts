import { expect, test } from "vitest";
import { catalogue as en } from "./en";
import { catalogue as ru } from "./ru";
import { eventOutcome } from "./event-outcome";
import { createTranslator } from "./translator";

const english = createTranslator("en", en).t;
const russian = createTranslator("ru", ru).t;

test("the trail says what was decided about a supplier, in the reader's language", () => {
  const contents = { decision: "hold", state: "in-force", record: { reason: "no reply" } };
  expect(eventOutcome(english, "supplier.decided", contents)).toBe("hold, in force");
  expect(eventOutcome(russian, "supplier.decided", contents)).toBe(
    `${ru.remedy.decision.hold}, ${ru.remedy.decisionState.inForce}`,
  );
});

test("it names what a person recorded in the person's own words, shortened", () => {
  expect(eventOutcome(english, "action.recorded", { action: { title: " Hand papers back " } })).toBe(
    "Hand papers back",
  );
  const long = eventOutcome(english, "finding.recorded", { finding: { summary: "word ".repeat(100) } });
  expect(long.length).toBeLessThan(165);
  expect(long.endsWith("…")).toBe(true);
});

test("an event whose contents are erased, of another shape or unknown says nothing more", () => {
  for (const contents of [null, undefined, "text", 7, {}, { decision: 3 }, { decision: "toString" }])
    expect(eventOutcome(english, "supplier.decided", contents)).toBe("");
  expect(eventOutcome(english, "no.such-event", { decision: "hold" })).toBe("");
});
