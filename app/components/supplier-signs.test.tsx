import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { catalogue as en } from "../i18n/en";
import { createTranslator } from "../i18n/translator";
import { signsView } from "../lib/signs-page.server";
import type { RecruitmentFacts } from "../../risk-models/facts";
import { asksLater, CaseForAction, IloIndicators, type Signs } from "./supplier-signs";

const unknown = { country: null, region: null, basis: "unknown" } as const;
const signs = (recruitment: RecruitmentFacts) =>
  signsView({
    seat: unknown,
    placeOfWork: unknown,
    origin: unknown,
    role: "maker",
    sector: { isic: null, basis: "unknown", confidence: null },
    goods: [],
    recruitment,
    workforce: {},
    asOf: "2026-11-27",
  });
const of = (open: RecruitmentFacts, internal: RecruitmentFacts | null = null): Signs => ({
  open: signs(open),
  internal: internal && signs(internal),
});
const read = (element: React.ReactElement) =>
  renderToStaticMarkup(<I18nextProvider i18n={createTranslator("en", en)}>{element}</I18nextProvider>)
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/ ([;:.,)])/gu, "$1")
    .trim();
const { pair, state, none } = en.signs;

const BOTH = { freedomToLeave: "no", papersHeldBy: "employer" } as const;

test("without answers all 11 are unknown, and none is said to be absent", () => {
  const text = read(<IloIndicators {...of({})} />);
  expect(text).toContain(none);
  expect(text).not.toContain(state.absent);
  expect(read(<CaseForAction {...of({})} />)).toBe("");
});

test("each reading stands beside the answer it rests on and what backs it; the rest is named as unknown", () => {
  const text = read(
    <IloIndicators
      {...of({
        papersHeldBy: "worker",
        wagesWithheld: "yes",
        contractInOwnLanguage: "no",
        proof: { papersHeldBy: "interviews" },
      })}
    />,
  );
  expect(text).toContain(`papers withheld ${state.absent}`);
  expect(text).toContain(`wages withheld ${state.present}`);
  expect(text).toContain("backed by: its own statement");
  expect(text).toMatch(/deception about the job unknown Lies near and does not say it: [^.?]+\? no/u);
  expect(text).toMatch(/Unknown, and no answer bears on them: .*physical and sexual violence/u);
});

test("a pair with evidence names both sides and says to protect workers before the supplier is contacted", () => {
  const text = read(<CaseForAction {...of(BOTH)} />);
  expect(text).toContain(pair.title);
  expect(text).toContain(`${pair.involuntariness} ${pair.sign.i9}`);
  expect(text).toContain(`${pair.threat} ${pair.sign.c5}`);
  expect(text.indexOf(pair.protect)).toBeLessThan(text.indexOf(pair.remedy));
  expect(text).toContain("This is no finding");
});

test("what was only heard of is no pair with evidence", () => {
  const text = read(<CaseForAction {...of({ ...BOTH, proof: { freedomToLeave: "none" } })} />);
  expect(text).toContain(pair.heardTitle);
  expect(text).not.toContain(pair.title);
});

test("the supplier is asked later where signs of both sides stand, also when only protected answers say so", () => {
  expect(asksLater(of(BOTH))).toBe(true);
  expect(asksLater(of({ ...BOTH, proof: "none" }))).toBe(true);
  expect(asksLater(of({}, BOTH))).toBe(true);
  expect(asksLater(of({ papersHeldBy: "employer" }))).toBe(false);
});

test("protected answers are said to be so where they say more than the open ones, and not where there are none", () => {
  const held = of({ papersHeldBy: "worker" }, BOTH);
  expect(read(<CaseForAction {...held} />)).toContain(pair.internal);
  expect(read(<IloIndicators {...held} />)).toContain(`With what is protected: ${state.present}`);
  expect(read(<CaseForAction {...of({ papersHeldBy: "worker" })} />)).toBe("");
  expect(read(<CaseForAction {...of(BOTH, BOTH)} />)).not.toContain(pair.internal);
  expect(read(<IloIndicators {...of(BOTH, BOTH)} />)).not.toContain("With what is protected");
});

test("a pair that was settled in confidence names its own signs, each on its side", () => {
  const { open, internal } = of({}, { freedomToLeave: "no" });
  const pairOf = { ...internal!, pair: { ...internal!.pair, state: "evidence" as const } };
  const text = read(<CaseForAction open={open} internal={{ ...pairOf, settled: ["ICLS-I5", "ICLS-C2"] }} />);
  expect(text).toContain(en.inConfidence.pair);
  expect(text).toContain(`${pair.involuntariness} ${en.inConfidence.sign.i5}`);
  expect(text).toContain(`${pair.threat} ${en.inConfidence.sign.c2}`);
  expect(text).toContain(pair.internal);
  expect(text).not.toContain("This is no finding");
});
