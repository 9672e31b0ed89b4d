import { useTranslation } from "react-i18next";
import { bearerKey } from "../i18n/remedy-keys";
import { Choice, NumberInput, TextArea, TextInput, useOptions } from "./remedy-fields";

interface Props {
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly currencies: readonly string[];
  /** Numbers that this reader does not see and a blank field keeps. */
  readonly hidden?: readonly string[];
}

/** Who was recruited by which corridor, what they paid, and by when it is to be paid back. */
export function GroupFields({ countries, currencies, hidden = [] }: Props) {
  const { t } = useTranslation();
  const options = useOptions();
  const keeps = (name: string, hint?: string) => (hidden.includes(name) ? t("remedy.repayment.keptHint") : hint);
  const pair = (amount: string, workers: string, labels: readonly [string, string]) => (
    <div className="grid grid-cols-2 items-end gap-2">
      <NumberInput name={amount} label={labels[0]} hint={keeps(amount)} />
      <NumberInput name={workers} label={labels[1]} hint={keeps(workers)} />
    </div>
  );
  return (
    <div className="space-y-5">
      <fieldset>
        <legend className="mb-2 font-semibold">{t("remedy.repayment.ofWorkers")}</legend>
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <TextInput
            name="label"
            label={t("remedy.repayment.group")}
            hint={t("remedy.repayment.groupHint")}
            maxLength={200}
            wide
          />
          <TextInput name="origin" label={t("remedy.repayment.origin")} list="remedy-countries" maxLength={100} />
          <TextInput
            name="destination"
            label={t("remedy.repayment.destination")}
            list="remedy-countries"
            maxLength={100}
          />
          <TextInput
            name="recruiter"
            label={t("remedy.repayment.recruiter")}
            hint={t("remedy.repayment.recruiterHint")}
            maxLength={200}
            wide
          />
          <NumberInput
            name="workers"
            label={t("remedy.repayment.workers")}
            hint={keeps("workers", t("remedy.repayment.workersHint"))}
          />
          <NumberInput name="left" label={t("remedy.repayment.left")} hint={keeps("left")} />
        </div>
      </fieldset>
      <fieldset className="border-t border-line pt-4">
        <legend className="float-start mb-1 w-full font-semibold">{t("remedy.repayment.bases")}</legend>
        <p className="clear-both mb-3 prose-width text-sm text-soft">{t("remedy.repayment.basesNote")}</p>
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <div className="w-28">
            <TextInput name="currency" label={t("remedy.repayment.currency")} list="remedy-currencies" maxLength={3} />
          </div>
          <span className="max-sm:hidden" />
          {pair("receipts", "receiptsWorkers", [t("remedy.repayment.receipts"), t("remedy.repayment.receiptsWorkers")])}
          {pair("interviews", "interviewsWorkers", [
            t("remedy.repayment.interviews"),
            t("remedy.repayment.interviewsWorkers"),
          ])}
          <NumberInput
            name="corridor"
            label={t("remedy.repayment.corridor")}
            hint={keeps("corridor", t("remedy.repayment.corridorHint"))}
          />
          <TextInput name="corridorSource" label={t("remedy.repayment.corridorSource")} maxLength={500} />
        </div>
      </fieldset>
      <fieldset className="border-t border-line pt-4">
        <legend className="float-start mb-1 w-full font-semibold">{t("remedy.repayment.interest")}</legend>
        <p className="clear-both mb-3 prose-width text-sm text-soft">{t("remedy.repayment.interestNote")}</p>
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <NumberInput name="interestPercent" label={t("remedy.repayment.percent")} />
          <TextInput name="interestSource" label={t("remedy.repayment.interestSource")} maxLength={300} />
          <TextInput name="interestFrom" type="date" label={t("remedy.repayment.from")} />
          <TextInput name="interestTo" type="date" label={t("remedy.repayment.to")} />
        </div>
      </fieldset>
      <div className="grid grid-cols-1 items-start gap-4 border-t border-line pt-4 sm:grid-cols-2">
        <Choice name="borneBy" label={t("remedy.repayment.borneBy")} options={options(bearerKey)} />
        <TextInput
          name="dueOn"
          type="date"
          label={t("remedy.repayment.deadline")}
          hint={t("remedy.repayment.deadlineHint")}
        />
        <TextArea name="note" label={t("remedy.repayment.note")} rows={2} maxLength={1000} wide />
      </div>
      <datalist id="remedy-countries">
        {countries.map(({ code, name }) => (
          <option key={code}>{name}</option>
        ))}
      </datalist>
      <datalist id="remedy-currencies">
        {currencies.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </datalist>
    </div>
  );
}
