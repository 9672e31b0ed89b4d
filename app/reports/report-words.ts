/** Values of a report in words: one place for the page, the PDF and the files. */
import * as categories from "../i18n/category-keys";
import { stepName } from "../i18n/check-keys";
import * as checks from "../i18n/check-keys";
import * as demand from "../i18n/demand-keys";
import * as findings from "../i18n/finding-keys";
import {
  answerKey,
  bandKey,
  dimensionKey,
  bandsKey,
  divisionKey,
  engineKey,
  fieldName,
  gapKey,
  levelKey,
  likelihoodKey,
  regionName,
  severityKey,
  supplierRoleKey,
} from "../i18n/keys";
import { materialName } from "../i18n/material-keys";
import { placeOfRow } from "../i18n/own-texts";
import * as remedy from "../i18n/remedy-keys";
import * as reports from "../i18n/report-keys";
import * as tables from "../i18n/report-table-keys";
import { measureKey as contractMeasureKey } from "../i18n/contract-keys";
import { indicatorKey } from "../i18n/plan-keys";
import { matchStateKey } from "../i18n/screening-keys";
import { LAWS, MEASURES, NEVERS, type LawId, type MeasureId, type NeverId } from "../categories/measures";
import type { FieldName } from "../imports/fields";
import { goodOf, isMaterialKey } from "../recruitment/material-key";
import type { Band } from "../../risk-models/types";
import type { Cell, Value } from "./model";
import { GUIDELINES } from "./response-guidelines";
import type { Wording } from "./wording";

type Words = Readonly<Record<string, string>>;

/** Closed lists whose words a report may hold, by the name a value gives them. */
const LISTS: Readonly<Record<string, Words>> = {
  level: levelKey,
  band: { ...bandKey, none: "reports.noBand" },
  role: supplierRoleKey,
  likelihood: likelihoodKey,
  severity: severityKey,
  "finding-source": findings.findingSourceKey,
  "finding-status": findings.findingStatusKey,
  "action-state": remedy.actionStateKey,
  involvement: remedy.involvementKey,
  practice: remedy.practiceKey,
  bearer: remedy.bearerKey,
  "step-kind": remedy.stepKey,
  "step-result": remedy.resultKey,
  "workers-total": reports.workersTotalKey,
  "ledger-state": remedy.ledgerStateKey,
  party: remedy.partyKey,
  decision: remedy.supplierDecisionKey,
  "decision-state": remedy.decisionStateKey,
  regime: checks.regimeKey,
  stage: checks.stageKey,
  "step-of-check": checks.resultKey,
  "check-decision": checks.decisionKindKey,
  "firm-kind": checks.firmKindKey,
  "match-state": matchStateKey,
  "check-fact": reports.checkFactKey,
  "second-member": reports.secondMemberKey,
  "demand-measure": demand.measureTitleKey,
  "demand-data": demand.measureDataKey,
  "demand-beside": demand.besideKey,
  "demand-stake": demand.stakeKey,
  "buying-changed": { fixed: "demand.fixed" },
  "demand-technology": demand.technologyKey,
  "action-age": demand.ageKey,
  trained: demand.trainedKey,
  measured: { not: "reports.notMeasured" },
  rest: { places: "reports.restPlaces", sectors: "reports.restSectors" },
  withheld: { few: "reports.tooFew", parts: "reports.tooFewOfAPart", name: "reports.namedInside" },
  "category-fact": { ...reports.categoryFactKey, ...tables.categoryMoreKey },
  "category-regime": categories.regimeKey,
  "tender-stage": categories.stageOfTenderKey,
  trait: categories.traitKey,
  "response-fact": reports.responseFactKey,
  "chain-position": reports.chainPositionKey,
  "rest-days": reports.restDaysKey,
  "unknown-of": reports.unknownOfKey,
  "record-kind": reports.recordKindKey,
  "risk-told": reports.riskToldKey,
  done: reports.doneKey,
  indicator: indicatorKey,
  gap: gapKey,
  "row-count": reports.rowCountKey,
  "file-fact": reports.fileFactKey,
  "list-change": reports.listChangeKey,
  "espd-fact": reports.espdFactKey,
  "espd-holds": reports.espdHoldsKey,
  "espd-carries": reports.espdCarriesKey,
  "espd-refusal": reports.espdRefusalKey,
  "espd-purpose": reports.espdPurposeKey,
  listed: { none: "reports.noMatch" },
  said: { none: "reports.unsaid" },
  dash: { none: "reports.blank.dash" },
  excluded: { none: "reports.nobodyExcluded" },
  size: tables.sizeKey,
  "early-sign": tables.earlySignKey,
  record: tables.recordKey,
  strength: findings.strengthKey,
  dimension: dimensionKey,
  "contract-measure": contractMeasureKey,
  "answer-of": { supplier: "reportRegister.ofSupplier" },
  "contract-term": tables.contractTermKey,
  effect: tables.effectKey,
  tier: { other: "reportStatement.tier.other", unknown: "reportStatement.tier.unknown" },
  reply: tables.replyKey,
  "claim-basis": remedy.basisKey,
  "period-step": tables.periodStepKey,
  "told-by": tables.toldByKey,
  "contract-fact": tables.contractFactKey,
  yesNo: { yes: "reports.yes", no: "reports.no" },
};
const SOURCE = "source";

/** Words that another list of the program makes, by the name a value gives them. */
const MADE: Readonly<Record<string, (code: string, wording: Wording) => string | null>> = {
  country: (code, { format }) => format.country(code),
  /** `CN`, or `CN-XJ` where the region matters. */
  place: (code, { t, format }) => {
    if (code === "unknown") return t("category.result.unknownPlace");
    const country = format.country(code.slice(0, 2));
    return code.length === 2 ? country : `${country}, ${regionName(t, code)}`;
  },
  /** `low-raised`: the range reaches both. */
  "band-between": (code, { t }) => {
    if (code === "none") return t("registerPdf.none");
    const [low, high] = code.split("-").filter((band): band is Band => Object.hasOwn(bandKey, band));
    return low && high ? t(bandsKey(low, high)) : null;
  },
  /** `2026-03-02/Kim Ålund`: who or what, and its day. */
  dated: (code, { format }) => {
    const [day = "", ...words] = code.split("/");
    return [words.join("/"), day === "" ? "" : format.day(day).replaceAll(" ", "\u00a0")]
      .filter((part) => part !== "")
      .join(", ");
  },
  /** `2026-03-02/held`: what a look came to, and its day. */
  "result-on": (code, wording) => {
    const [day = "", result = ""] = code.split("/");
    return [result === "" ? "" : wordOf("step-result", result, wording), wording.format.day(day)]
      .filter((part) => part !== "")
      .join(", ");
  },
  /** `setting/2026.1`: the part of a model that a value comes from. */
  origin: (code, { t }) => {
    const [from = "", model] = code.split("/");
    return t(engineKey(`origin.${from}`), { model });
  },
  /** The id of a source: its number in the list of the report. */
  [SOURCE]: (code, { sourceReference }) => sourceReference?.(code) ?? null,
  /** `KG/TR`: from where to where. */
  corridor: (code, { format }) => code.split("/").map((country) => format.country(country)).join(" → "), // prettier-ignore
  /** `43.2/70.9`: the ends of a range of scores. */
  range: (code, { t, format }) => {
    const [low, high] = code.split("/").map(Number);
    return low === undefined || high === undefined || Number.isNaN(low + high)
      ? null
      : t("reports.range", { low: format.score(low), high: format.score(high) });
  },
  division: (code, { t }) => {
    const key = divisionKey(code);
    return key === null ? null : t(key);
  },
  /** `CN-XJ/Cotton`: where a material is from. */
  input: (code, wording) => {
    const [place = "", ...good] = code.split("/");
    return `${materialName(wording.t, good.join("/"))}: ${wordOf("place", place, wording)}`;
  },
  stated: (code, wording) => {
    const key = (tables.statedKey as Words)[code];
    return key === undefined ? wordOf("field", code, wording) : wording.t(engineKey(key));
  },
  "risk-input": (code, { t }) => t(engineKey(`missing.${code}`)),
  good: (code, { t }) => materialName(t, code),
  /** Where in a law something stands, as our tables have it. */
  "law-place": (article, { language }) => placeOfRow({ instrument: "", article }, language),
  law: (code, { language }) => (isLaw(code) ? placeOfRow(LAWS[code], language) : null),
  reason: (code, { t }) => t(engineKey(code)),
  "check-step": (code, { t }) => stepName(t, code, undefined),
  measure: (code, { t }) => (isMeasure(code) ? t(categories.measureKeys(code).title) : null),
  "measure-text": (code, { t }) => (isMeasure(code) ? t(categories.measureKeys(code).text) : null),
  "measure-check": (code, { t }) => (isMeasure(code) ? t(categories.measureKeys(code).check) : null),
  "espd-question": (code, { t }) => t(engineKey(`reportEspd.question.${code}.name`)),
  "espd-ask": (code, { t }) => t(engineKey(`reportEspd.question.${code}.ask`)),
  "espd-why": (code, { t }) => t(engineKey(`reportEspd.question.${code}.why`)),
  field: (code, { t }) => {
    if (isMaterialKey(code)) return t("materials.answer", { material: materialName(t, goodOf(code)) });
    return code === "groups" ? t("recruitment.q.groups") : fieldName(t, code as FieldName);
  },
  answer: (code, { t }) => {
    const key = answerKey(code);
    return key === null ? null : t(key);
  },
  /** `actions/2`: what is left out of a count, and how many. */
  "left-out": (code, { t, format }) => {
    const [what = "", number] = code.split("/");
    const key = (reports.leftOutKey as Words)[what];
    return key === undefined ? null : t(engineKey(key), { formatted: format.number(Number(number)) });
  },
  /** The number of a check; none: it is not filed. */
  "in-check": (code, { t }) => t("reports.inCheck", { number: code || "–" }),
  percent: (code, { format }) => format.percent(Number(code)),
  /** The kind of what was done: rows of the catalogue that advise it. */
  guidelines: (code) => ((GUIDELINES as Readonly<Record<string, readonly string[]>>)[code] ?? []).join("; "),
  /** `working/30-60`: a period by law. */
  "period-length": (code, { t }) => {
    const [unit = "", length = ""] = code.split("/");
    const key = (tables.periodLengthKey as Words)[unit];
    return key === undefined ? null : t(engineKey(key), { length: length.replace("-", "–") });
  },
  /** `2028-02-01/2028-03-14`: the earliest and the latest day. */
  "day-span": (code, { format }) => code.split("/").map((one) => format.day(one)).join(" – "), // prettier-ignore
  never: (code, { t }) => (isNever(code) ? t(categories.neverKey(code)) : null),
};
const isLaw = (code: string): code is LawId => Object.hasOwn(LAWS, code);
const isMeasure = (code: string): code is MeasureId => Object.hasOwn(MEASURES, code);
const isNever = (code: string): code is NeverId => Object.hasOwn(NEVERS, code);

/** A word of a closed list; the word itself where the list does not have it (any more). */
function wordOf(of: string, code: string, wording: Wording): string {
  const made = MADE[of];
  if (made) return made(code, wording) ?? code;
  const key = LISTS[of]?.[code];
  return key === undefined ? code : wording.t(engineKey(key));
}

/** A value as a person reads it. */
export function valueText(value: Value, wording: Wording): string {
  const { t, format } = wording;
  switch (value.is) {
    case "count":
      return format.count(value.count);
    case "number":
      return format.number(value.number);
    case "share":
      return value.whole === 0
        ? t("reports.shareOfNone")
        : t("reports.share", {
            part: format.count(value.part),
            whole: format.count(value.whole),
            share: format.share(value.part / value.whole),
          });
    case "money":
      return `${format.money(BigInt(value.amount))} ${value.currency}`.trim();
    case "day":
      return format.day(value.day);
    case "days":
      // The form of the word follows the number that is printed.
      return t("reports.days", { count: Number(value.days.toFixed(1)), days: format.number(value.days, 1) });
    case "code":
      return wordOf(value.of, value.code, wording);
    case "codes":
      return value.codes.map((one) => wordOf(value.of, one, wording)).join(value.of === SOURCE ? ", " : "; ");
    case "name":
      return value.names[wording.language] ?? value.names.en;
    case "text":
      return value.text;
  }
}

/** Words that go on after something else begin small; names and ranges stay as they are. */
const KEPT: readonly string[] = ["dated", "range", SOURCE];
export const capital = (text: string, { language }: Pick<Wording, "language">): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1); // prettier-ignore

/** A value that stands by itself, in a cell, a list or beside a bar: words of a list begin with a capital. */
export function standingText(value: Value, wording: Wording): string {
  const text = valueText(value, wording);
  return (value.is === "code" || value.is === "codes") && !KEPT.includes(value.of) ? capital(text, wording) : text;
}

export const cellText = (cell: Cell, wording: Wording): string =>
  cell === null ? capital(wording.t("reports.unknown"), wording) : standingText(cell, wording);

/** Values of a point in one line, which begins with a capital; a number after a word is the number of it. */
export function valuesText(values: readonly Value[], wording: Wording): string {
  const parts: string[] = [];
  for (const [at, value] of values.entries()) {
    const text = at === 0 ? standingText(value, wording) : valueText(value, wording);
    if (values[at - 1]?.is === "code" && isNumeric(value)) parts.push(`${parts.pop()}: ${text}`);
    else parts.push(text);
  }
  return parts.join("; ");
}

/** Is it set at the end of its column? */
export const isNumeric = (value: Value | null | undefined): boolean =>
  value?.is === "count" || value?.is === "number" || value?.is === "money" || value?.is === "days";
