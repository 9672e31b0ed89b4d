import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { PAPER_HOLDERS, RECRUITERS, REMEDIATION_STAGES } from "../../risk-models/facts";
import type { Key } from "../i18n/keys";
import { papersKey, recruiterKey, stageKey } from "../i18n/recruitment-keys";
import type { QuestionId } from "../recruitment/questions";
import {
  COUNTRIES_ID,
  CurrencyField,
  FormContext,
  MoneyField,
  NumberField,
  Question,
  SelectField,
  TextField,
} from "./recruitment-fields";

/** The five questions of the core set. */
export function CoreQuestions() {
  const { t } = useTranslation();
  return (
    <>
      <Question question="hires">
        <NumberField name="workersRecruited" label={t("recruitment.field.workersRecruited")} />
        <TextField
          name="recruitedFrom"
          label={t("recruitment.field.recruitedFrom")}
          hint={t("recruitment.field.recruitedFromHint")}
        />
      </Question>
      <Question question="recruiter">
        <SelectField
          name="recruiter"
          label={t("recruitment.field.recruiter")}
          options={RECRUITERS.filter((one) => one !== "unknown").map((one) => [one, t(recruiterKey[one])])}
        />
        <TextField name="recruiterLicenceNumber" label={t("recruitment.field.licence")} maxLength={200} />
      </Question>
      <Question question="bill">
        <MoneyField name="employerCostTotalUsd" label={t("recruitment.field.bill")} />
      </Question>
      <Question question="papers">
        <SelectField
          name="papersHeldBy"
          label={t("recruitment.field.papersHeldBy")}
          options={PAPER_HOLDERS.filter((one) => one !== "unknown").map((one) => [one, t(papersKey[one])])}
        />
      </Question>
      <Question question="repaid">
        <NumberField name="workersRepaid" label={t("recruitment.field.workersRepaid")} />
        <MoneyField name="amountRepaidUsd" label={t("recruitment.field.amountRepaid")} />
      </Question>
    </>
  );
}

const YES_NO = [
  ["policy", "employerPaysPolicy"],
  ["contract", "contractInOwnLanguage"],
  ["wages", "wagesWithheld"],
  ["deposits", "depositsHeld"],
  ["freedom", "freedomToLeave"],
  ["channel", "grievanceMechanism"],
] as const satisfies readonly (readonly [QuestionId, string])[];

/** What goes deeper: debt by group, fees, pay, contract, wages, freedom to leave, channel, workforce. */
export function FurtherQuestions() {
  const { t } = useTranslation();
  const yesNo = [
    ["yes", t("answer.yes")],
    ["no", t("answer.no")],
  ] as const;
  return (
    <>
      <Question question="corridorCost" hasProof={false}>
        <MoneyField name="corridorCostPerWorkerUsd" label={t("recruitment.field.corridorCost")} />
        <TextField name="corridorCostSource" label={t("recruitment.field.corridorCostSource")} />
      </Question>
      <Question question="pay" hasProof={false}>
        <MoneyField name="monthlyContractPayUsd" label={t("recruitment.field.pay")} />
      </Question>
      <Question question="fees">
        <SelectField name="feesPaidByWorkers" label={t("recruitment.field.feesPaid")} options={yesNo} />
        <MoneyField name="feePerWorkerUsd" label={t("recruitment.field.fee")} />
      </Question>
      <Groups />
      <Question question="remediation">
        <SelectField
          name="remediation"
          label={t("recruitment.field.stage")}
          options={REMEDIATION_STAGES.map((stage) => [stage, t(stageKey[stage])])}
        />
      </Question>
      {YES_NO.map(([question, name]) => (
        <Question key={question} question={question}>
          <SelectField name={name} label={t("recruitment.field.answer")} options={yesNo} />
        </Question>
      ))}
      <Question question="workforce" hasProof={false}>
        <NumberField name="workers" label={t("recruitment.field.workers")} />
        <NumberField name="migrantShare" label={t("recruitment.field.migrantShare")} />
        <NumberField name="agencyShare" label={t("recruitment.field.agencyShare")} />
        <NumberField name="womenShare" label={t("recruitment.field.womenShare")} />
        <NumberField name="youngShare" label={t("recruitment.field.youngShare")} />
      </Question>
    </>
  );
}

const AMOUNTS = {
  costsPaid: "recruitment.field.costsPaid",
  interest: "recruitment.field.interest",
  advances: "recruitment.field.advances",
  deposits: "recruitment.field.deposits",
  repaid: "recruitment.field.repaid",
  pay: "recruitment.field.pay",
} as const satisfies Readonly<Record<string, Key>>;

const MOST_GROUPS = 12;

/** Worker groups by corridor and recruiter, in one currency; one empty group stands ready. */
function Groups() {
  const { t } = useTranslation();
  const { values } = useContext(FormContext);
  const filled = Array.from({ length: MOST_GROUPS }, (_, at) => at).filter(
    (at) => (values[`group.${at}.workers`] ?? "") !== "",
  ).length;
  const [shown, setShown] = useState(Math.min(MOST_GROUPS, filled + 1));
  return (
    <Question question="groups">
      <div className="space-y-3 sm:col-span-2">
        <CurrencyField name="currency.groups" label={t("recruitment.groupsCurrency")} />
        {Array.from({ length: shown }, (_, at) => (
          <fieldset key={at} className="rounded-md border border-line p-3">
            <legend className="px-1 text-sm font-semibold">{t("recruitment.groupNo", { no: String(at + 1) })}</legend>
            <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3">
              <NumberField name={`group.${at}.workers`} label={t("recruitment.field.groupWorkers")} />
              <TextField name={`group.${at}.origin`} label={t("recruitment.field.origin")} list={COUNTRIES_ID} />
              <TextField
                name={`group.${at}.destination`}
                label={t("recruitment.field.destination")}
                list={COUNTRIES_ID}
              />
              <SelectField
                name={`group.${at}.recruiter`}
                label={t("recruitment.field.recruiter")}
                options={RECRUITERS.filter((one) => one !== "unknown").map((one) => [one, t(recruiterKey[one])])}
              />
              <NumberField name={`group.${at}.year`} label={t("recruitment.field.year")} />
              {Object.entries(AMOUNTS).map(([field, key]) => (
                <NumberField key={field} name={`group.${at}.${field}`} label={t(key)} />
              ))}
            </div>
          </fieldset>
        ))}
        {shown < MOST_GROUPS && (
          <button type="button" className="button" data-size="small" onClick={() => setShown(shown + 1)}>
            {t("recruitment.addGroup")}
          </button>
        )}
      </div>
    </Question>
  );
}
