import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NATIONALS } from "../checks/steps";
import { nationalKey, regimeKey } from "../i18n/check-keys";
import { Choices, FormName, TextInput, AreaInput, Tick } from "./check-fields";
import { Section } from "./page";

const REGIME_WORDS = ["eu", "uk", "other"] as const;
const regimeHint = {
  eu: "checks.regimeHint.eu",
  uk: "checks.regimeHint.uk",
  other: "checks.regimeHint.other",
} as const;

interface Props {
  readonly currencies: readonly string[];
  readonly categoryId: string;
  /** What the person stated in the assessment the lot joins; null: it joins none. */
  readonly start: { readonly subject: string; readonly cpv: string; readonly regime: "eu" | "uk" | "other" } | null;
}

/** A lot of a procedure. The law is chosen by the person: here, or in the assessment the lot joins; nothing is proposed. */
export function LotForm({ currencies, categoryId, start }: Props) {
  const { t } = useTranslation();
  return (
    <Section id="new-lot" title={t("checks.lot.what")}>
      <FormName.Provider value="open-lot">
        <Form method="post" className="space-y-4">
          <input type="hidden" name="categoryId" value={categoryId} />
          <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
            <TextInput name="reference" label={t("checks.lot.reference")} required maxLength={100} />
            <TextInput name="name" label={t("checks.lot.name")} required maxLength={200} />
            <TextInput name="buyer" label={t("checks.lot.buyer")} required maxLength={200} />
          </div>
          <AreaInput
            name="subject"
            value={start?.subject ?? ""}
            label={t("checks.lot.subject")}
            hint={t("checks.lot.subjectHint")}
            rows={2}
            required
            maxLength={1000}
          />{" "}
          {/* prettier-ignore */}
          <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-3">
            <TextInput name="cpv" value={start?.cpv ?? ""} label={t("checks.lot.cpv")} hint={t("checks.lot.cpvHint")} maxLength={10} />
            <TextInput name="value" label={t("checks.lot.value")} hint={t("checks.lot.valueHint")} inputMode="decimal" maxLength={16} />
            <TextInput name="currency" label={t("checks.floor.currency")} hint={t("checks.lot.currencyHint")} maxLength={3} list="lot-currencies" />
          </div>
          <datalist id="lot-currencies">
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </datalist>
          <Choices
            name="regime"
            value={start?.regime ?? ""}
            legend={t("checks.lot.regime")}
            columns="sm:grid-cols-3"
            options={REGIME_WORDS.map((value) => ({ value, label: t(regimeKey[value]), hint: t(regimeHint[value]) }))}
          />
          <fieldset className="space-y-1">
            <legend className="mb-1 text-sm font-semibold">{t("checks.lot.national")}</legend>
            {NATIONALS.map((one) => (
              <Tick key={one} name="national" value={one} label={t(nationalKey[one])} />
            ))}
          </fieldset>
          <TextInput name="checklist" label={t("checks.lot.checklist")} hint={t("checks.lot.checklistHint")} />
          <button className="button" data-kind="primary">
            {t("checks.lot.open")}
          </button>
        </Form>
      </FormName.Provider>
    </Section>
  );
}
