import { Form } from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { costKindKey, feeRuleKey, ruleSideKey } from "../i18n/corridor-keys";
import type { Key } from "../i18n/keys";
import { COST_KINDS, FEE_RULES, RULE_SIDES } from "../recruitment/corridor-words";
import type { Countries } from "./corridors-answer";
import { Notice } from "./notice";
import {
  COUNTRIES_ID,
  CURRENCIES_ID,
  FormContext,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from "./recruitment-fields";

/** Which of the forms stands open. */
type Open = "add-cost" | "add-rule" | string | null;

/** The forms for the workspace's own rows: a cost of a corridor, and a rule on fees. */
export function AddRows({
  countries,
  currencies,
  today,
  open,
}: {
  countries: Countries;
  currencies: readonly string[];
  today: string;
  open: Open;
}) {
  const { t } = useTranslation();
  const options = <T extends string>(words: readonly T[], keys: Readonly<Record<T, Key>>) =>
    words.map((word) => [word, t(keys[word])] as const);
  return (
    <div id="add" className="no-print space-y-3">
      <AddForm intent="add-cost" open={open} title={t("corridors.add.cost")} note={t("corridors.add.costNote")}>
        <TextField name="cost.origin" label={t("corridors.ask.from")} list={COUNTRIES_ID} />
        <TextField name="cost.destination" label={t("corridors.ask.to")} list={COUNTRIES_ID} />
        <SelectField name="cost.kind" label={t("corridors.add.kind")} options={options(COST_KINDS, costKindKey)} />
        <TextField
          name="cost.workers"
          label={t("corridors.workers")}
          hint={t("corridors.add.workersHint")}
          maxLength={100}
        />
        <MoneyField name="cost.amount" label={t("corridors.add.amount")} />
        <TextField name="cost.year" label={t("corridors.add.year")} maxLength={4} />
        <fieldset className="sm:col-span-2">
          <legend className="text-sm font-semibold">{t("recruitment.rates.title")}</legend>
          <p className="mb-2 text-xs text-soft">{t("corridors.add.rateNote")}</p>
          <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-3">
            <NumberField name="rate.0.perUsd" label={t("recruitment.rates.perUsdAny")} />
            <TextField name="rate.0.on" type="date" max={today} label={t("recruitment.rates.on")} />
            <TextField name="rate.0.source" label={t("recruitment.rates.source")} maxLength={300} />
          </div>
        </fieldset>
        <Common part="cost" today={today} sourceHint={t("corridors.add.costSourceHint")} />
      </AddForm>
      <AddForm intent="add-rule" open={open} title={t("corridors.add.rule")} note={t("corridors.capNote")}>
        <TextField name="rule.country" label={t("methodCoverage.country")} list={COUNTRIES_ID} />
        <SelectField name="rule.side" label={t("corridors.rules.side")} options={options(RULE_SIDES, ruleSideKey)} />
        <SelectField name="rule.rule" label={t("methodCoverage.rule")} options={options(FEE_RULES, feeRuleKey)} />
        <TextField
          name="rule.covers"
          label={t("corridors.add.covers")}
          hint={t("corridors.add.coversHint")}
          maxLength={300}
        />
        <NumberField name="rule.value" label={t("corridors.add.value")} hint={t("corridors.add.valueHint")} />
        <TextField
          name="rule.unit"
          label={t("corridors.add.unit")}
          hint={t("corridors.add.unitHint")}
          maxLength={100}
        />
        <TextField name="rule.year" label={t("corridors.add.year")} maxLength={4} />
        <Common part="rule" today={today} sourceHint={t("corridors.add.ruleSourceHint")} />
      </AddForm>
      <datalist id={CURRENCIES_ID}>
        {currencies.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </datalist>
      <datalist id={COUNTRIES_ID}>
        {countries.map(({ code, name }) => (
          <option key={code}>{name}</option>
        ))}
      </datalist>
    </div>
  );
}

function AddForm({
  intent,
  open,
  title,
  note,
  children,
}: {
  intent: "add-cost" | "add-rule";
  open: Open;
  title: string;
  note: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { faults } = useContext(FormContext);
  return (
    <details className="rounded-md border border-line p-3 sm:p-4" open={open === intent}>
      <summary className="font-semibold">
        <h3 className="inline">{title}</h3>
      </summary>
      <p className="mt-2 mb-3 prose-width text-sm text-soft">{note}</p>
      {open === intent && Object.keys(faults).length > 0 && (
        <div className="mb-3">
          <Notice kind="problem">{t("recruitment.form.title")}</Notice>
        </div>
      )}
      <Form method="post" className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        {children}
        <div className="sm:col-span-2">
          <button className="button" data-kind="primary" name="intent" value={intent}>
            {t("corridors.add.submit")}
          </button>
        </div>
      </Form>
    </details>
  );
}

/** What every row has: from which day it is true, and who says so. */
function Common({ part, today, sourceHint }: { part: "cost" | "rule"; today: string; sourceHint: string }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name={`${part}.validFrom`}
        type="date"
        max={today}
        label={t("corridors.add.validFrom")}
        hint={t("corridors.add.validFromHint")}
      />
      <TextField name={`${part}.source`} label={t("methodCoverage.source")} hint={sourceHint} maxLength={300} />
      <TextField name={`${part}.note`} label={t("corridors.add.note")} maxLength={500} />
    </>
  );
}
