/** Values of a report in words: one place for the page, the PDF and the files. */
import { stepName } from "../i18n/check-keys";
import * as checks from "../i18n/check-keys";
import * as demand from "../i18n/demand-keys";
import * as findings from "../i18n/finding-keys";
import { bandKey, divisionKey, engineKey, levelKey, likelihoodKey, severityKey, supplierRoleKey } from "../i18n/keys";
import * as remedy from "../i18n/remedy-keys";
import * as reports from "../i18n/report-keys";
import { matchStateKey } from "../i18n/screening-keys";
import type { Cell, Value } from "./model";
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
  strength: findings.strengthKey,
  class: findings.accessClassKey,
  "action-state": remedy.actionStateKey,
  involvement: remedy.involvementKey,
  practice: remedy.practiceKey,
  bearer: remedy.bearerKey,
  "step-kind": remedy.stepKey,
  "step-result": remedy.resultKey,
  "ledger-state": remedy.ledgerStateKey,
  "owed-basis": remedy.basisKey,
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
  "demand-measure": demand.measureTitleKey,
  "demand-data": demand.measureDataKey,
  "demand-beside": demand.besideKey,
  "demand-stake": demand.stakeKey,
  "demand-technology": demand.technologyKey,
  "action-age": demand.ageKey,
  trained: demand.trainedKey,
  yesNo: { yes: "reports.yes", no: "reports.no" },
};
/** The names under which values may give a word of a closed list. */
export const LISTS_OF_WORDS: readonly string[] = [...Object.keys(LISTS), "country", "division", "reason", "check-step"];

/** A word of a closed list; the word itself where the list does not have it (any more). */
function wordOf({ of, code }: Extract<Value, { is: "code" }>, { t, format }: Wording): string {
  if (of === "country") return format.country(code);
  if (of === "division") {
    const key = divisionKey(code);
    return key === null ? code : t(key);
  }
  if (of === "reason") return t(engineKey(code));
  if (of === "check-step") return stepName(t, code, undefined);
  const key = LISTS[of]?.[code];
  return key === undefined ? code : t(engineKey(key));
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
      return `${format.amount(BigInt(value.amount))} ${value.currency}`.trim();
    case "day":
      return format.day(value.day);
    case "days":
      return t("reports.days", { count: value.days, days: format.number(value.days, 1) });
    case "code":
      return wordOf(value, wording);
    case "text":
      return value.text;
  }
}

export const cellText = (cell: Cell, wording: Wording): string =>
  cell === null ? wording.t("reports.unknown") : valueText(cell, wording);

/** Values of a point in one line. */
export const valuesText = (values: readonly Value[], wording: Wording): string =>
  values.map((value) => valueText(value, wording)).join("; ");

/** Is it set at the end of its column? */
export const isNumeric = (value: Value | null | undefined): boolean =>
  value?.is === "count" || value?.is === "number" || value?.is === "money" || value?.is === "days";
