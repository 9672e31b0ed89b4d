/** The page of a supplier's answers as plain values: what its form begins with, and what answers do before they are kept. */
import type { WorkerGroup } from "../../risk-models/facts";
import { RECRUITMENT_INPUTS } from "../../risk-models/answers";
import { formatFor } from "../i18n/format";
import { fieldName } from "../i18n/keys";
import type { Language } from "../i18n/languages";
import { translatorFor } from "../i18n/language.server";
import { answerText } from "../components/recruitment-answer";
import type { ReasonLine } from "../components/supplier-reasons";
import { fromUsd, type Denomination } from "../recruitment/money";
import { ANSWER_KEYS, countriesOfAnswer, questionOf, type AnswerKey, type QuestionId } from "../recruitment/questions";
import { internalFacts } from "../recruitment/protected-findings";
import { inForce } from "../recruitment/readings";
import { newAnswers, ofKind, type NewAnswer } from "../services/readings/record-readings.server";
import type { SignedAnswer } from "../services/readings/readings-of.server";
import { filledIn, type OwnRows, type RecruitmentView } from "../services/readings/recruitment-view.server";
import type { ToldMoney } from "../services/readings/stored-answers";
import { findingsOfLine } from "../services/readings/rescored-line";
import { standingOf, tryAnswers, type Standing, type Step } from "../services/readings/try-answers";
import { GROUP_AMOUNTS } from "./recruitment-form.server";
import { billOf, gapView, type GapView } from "./recruitment-gap.server";
import { reasonLines } from "./supplier-page.server";

export interface TriedView {
  readonly before: Standing;
  readonly steps: readonly Step[];
  readonly overtaken: readonly QuestionId[];
  readonly after: Standing;
  readonly reasons: readonly Pick<ReasonLine, "key" | "points">[];
  readonly gap: GapView;
}

/** Reasons of recruitment that are shown beside the form. */
const REASONS = 5;
/** What is entered as protected takes nothing over that others see. */
const NO_OWN_ROWS: OwnRows = { corridors: [], rules: [] };
const OF_RECRUITMENT: ReadonlySet<string> = new Set(RECRUITMENT_INPUTS);

/**
 * What the answers of a form do, each after the other. Open answers are tried on the view everyone has; protected ones on the
 * internal view.
 */
export function tryForm(
  view: RecruitmentView,
  answers: readonly NewAnswer[],
  isProtected: boolean,
  now: Date,
): TriedView {
  const { engine, day, line, listReadings } = view.told;
  const before = filledIn(view, isProtected);
  const readings = isProtected
    ? view.readings.filter(({ undoneAt }) => undoneAt === null)
    : ofKind(view.readings, false);
  const fresh = newAnswers(answers, before);
  const inConfidence = isProtected ? internalFacts(view.internal?.findings ?? []) : null;
  const supplier = { line, listReadings, listDay: day, findings: findingsOfLine(line), inConfidence };
  const tried = tryAnswers(engine, view.model, supplier, readings, fresh, now, day);
  const { assessment } = tried.view;
  return {
    before: tried.before,
    steps: tried.steps,
    overtaken: tried.overtaken,
    after: standingOf(assessment),
    reasons: reasonLines(assessment)
      .filter(({ indicator, kind }) => kind === "control" || OF_RECRUITMENT.has(indicator))
      .slice(0, REASONS)
      .map(({ key, points }) => ({ key, points })),
    gap: gapView(engine, tried.view, billOf([...before, ...fresh]), isProtected ? NO_OWN_ROWS : view.own),
  };
}

const money = (amount: number) => String(amount);

/** What the fields of the form hold at first: the answers in force of its kind. */
export function formValues(view: RecruitmentView, isProtected: boolean, language: Language): Record<string, string> {
  const { country } = formatFor(language);
  const values: Record<string, string> = {};
  const denominations = new Map<string, Denomination>();
  for (const { what, value, proof, money: told } of inForce(filledIn(view, isProtected)).values()) {
    const question = questionOf(what);
    if (question === null || value === null) continue;
    values[`proof.${question}`] ??= proof;
    if (told) denominations.set(told.currency, told);
    if (what === "groups") {
      putGroups(values, value as readonly WorkerGroup[], told, country);
    } else if (told && "amount" in told) {
      values[what] = money(told.amount);
      values[`currency.${what}`] = told.currency;
    } else if (what === "recruitedFrom") values[what] = (value as readonly string[]).map(country).join(", ");
    else if (what.endsWith("Share")) values[what] = String(Math.round(Number(value) * 10_000) / 100);
    else values[what] = String(value);
  }
  let row = 0;
  for (const { currency, rate } of denominations.values())
    if (rate) {
      Object.assign(values, rateValues(row, currency, rate));
      row += 1;
    }
  return values;
}

export const rateValues = (row: number, currency: string, rate: NonNullable<Denomination["rate"]>) => ({
  [`rate.${row}.currency`]: currency,
  [`rate.${row}.perUsd`]: String(rate.perUsd),
  [`rate.${row}.on`]: rate.on,
  [`rate.${row}.source`]: rate.source,
});

function putGroups(
  values: Record<string, string>,
  groups: readonly WorkerGroup[],
  told: ToldMoney | null,
  country: (iso2: string) => string,
): void {
  if (told) values["currency.groups"] = told.currency;
  groups.forEach((group, at) => {
    const put = (name: string, value: string | number | undefined) => {
      if (value !== undefined) values[`group.${at}.${name}`] = String(value);
    };
    put("workers", group.workers);
    put("origin", group.origin && country(group.origin));
    put("destination", group.destination && country(group.destination));
    put("recruiter", group.recruiter);
    put("year", group.year);
    for (const [field, key] of Object.entries(GROUP_AMOUNTS)) {
      const usd = group[key];
      put(field, usd === undefined ? undefined : fromUsd(usd, told ?? { rate: null }));
    }
  });
}

/** Beside each question: what the list says, whose word counts, and when the answer was recorded. */
export function questionNotes(view: RecruitmentView, isProtected: boolean, language: Language) {
  const { t } = translatorFor(language);
  const format = formatFor(language);
  const { listReplaced, readingsReplaced } = view.outside.told;
  const notes: Partial<Record<QuestionId, string[]>> = {};
  const add = (question: QuestionId | null, note: string) => {
    if (question !== null) notes[question] = [...new Set([...(notes[question] ?? []), note])];
  };
  const told: Readonly<Record<string, unknown>> = { ...view.listTold.recruitment, ...view.listTold.workforce };
  for (const [key, value] of Object.entries(told)) {
    if (key === "proof" || value === undefined || isProtected) continue;
    const what = key as AnswerKey;
    const question = questionOf(what) ?? (what === "passportRetention" ? "papers" : what === "usesLabourAgents" ? "recruiter" : "fees"); // prettier-ignore
    const name = fieldName(t, what as Parameters<typeof fieldName>[1]);
    const said = `${name}: ${answerText(t, format, { what, value, money: null })}`;
    const counts = listReplaced.includes(what)
      ? ` ${t("recruitment.listOlder")}`
      : readingsReplaced.some((one) => questionOf(one) === question)
        ? ` ${t("recruitment.listNewer")}`
        : "";
    add(
      question,
      t("recruitment.list", { day: format.day(view.listTold.day), value: said }) + (counts && `.${counts}`),
    );
  }
  for (const { what, recordedAt, validFrom, value } of inForce(filledIn(view, isProtected)).values())
    if (value !== null)
      add(questionOf(what), t("recruitment.recorded", { day: format.day(recordedAt), from: format.day(validFrom) }));
  return notes;
}

/** How a recorded answer stands now. */
export type AnswerState = "counts" | "replaced" | "undone" | "byList";

export interface RecordedAnswer {
  readonly id: string;
  readonly batch: string;
  readonly what: AnswerKey;
  readonly value: unknown;
  readonly money: ToldMoney | null;
  readonly proof: SignedAnswer["proof"];
  readonly validFrom: string;
  readonly recordedAt: Date;
  readonly who: string | null;
  readonly source: string;
  readonly state: AnswerState;
  readonly isProtected: boolean;
  readonly isReleased: boolean;
  readonly protectedSource: SignedAnswer["protectedSource"];
}

/** Everything recorded, the newest first, with whether it counts. */
export function recordedAnswers(view: {
  readonly readings: readonly SignedAnswer[];
  readonly outside: Pick<RecruitmentView["outside"], "told">;
}): RecordedAnswer[] {
  const counting = new Set(
    [...inForce(filledIn(view, false)).values(), ...inForce(filledIn(view, true)).values()].map(({ id }) => id),
  );
  const { readingsReplaced } = view.outside.told;
  const newestFirst = view.readings.toSorted(
    (a, b) =>
      b.recordedAt.getTime() - a.recordedAt.getTime() ||
      (a.batch < b.batch ? 1 : a.batch > b.batch ? -1 : ANSWER_KEYS.indexOf(a.what) - ANSWER_KEYS.indexOf(b.what)),
  );
  return newestFirst.map((one) => ({
    id: one.id,
    batch: one.batch,
    what: one.what,
    value: one.value,
    money: one.money,
    proof: one.proof,
    validFrom: one.validFrom,
    recordedAt: one.recordedAt,
    who: one.who,
    source: one.source,
    state:
      one.undoneAt !== null
        ? "undone"
        : !counting.has(one.id)
          ? "replaced"
          : readingsReplaced.includes(one.what) && (!one.isProtected || one.releasedAt !== null)
            ? "byList"
            : "counts",
    isProtected: one.isProtected,
    isReleased: one.releasedAt !== null,
    protectedSource: one.protectedSource,
  }));
}

/** Countries that the page names by code. */
export const countriesNamed = (view: RecruitmentView): (string | null | undefined)[] => [
  view.outside.assessment.countryUsed.country,
  ...view.outside.assessment.recruitment.corridors.map(({ origin }) => origin),
  ...view.own.corridors.flatMap(({ origin, destination }) => [origin, destination]),
  ...view.own.rules.map(({ country }) => country),
  ...view.readings.flatMap(({ what, value }) => countriesOfAnswer(what, value)),
];
