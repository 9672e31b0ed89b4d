import { useTranslation } from "react-i18next";
import type { FloorInput } from "../checks/floor";
import { floorPartKey } from "../i18n/check-keys";
import { SelectInput, TextInput } from "./check-fields";

type Amount = "price" | "hours" | "hourlyWage" | "onCosts" | "otherDirectCosts" | "subcontracted";

/** What the labour-cost floor is worked out from. @param currency where none was stated yet. @param today the last day a wage can be of. */
export function FloorFields({
  input,
  currency,
  today,
  currencies,
}: {
  input: FloorInput | null;
  currency: string;
  today: string;
  currencies: readonly string[];
}) {
  const { t } = useTranslation();
  const field = (part: Amount, hint?: string) => {
    const value = input?.[part] ?? null;
    return <TextInput name={part} label={t(floorPartKey[part])} {...(hint && { hint })} value={value === null ? "" : String(value)} inputMode="decimal" maxLength={20} />; // prettier-ignore
  };
  return (
    <>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {field("price")}
        <TextInput
          name="currency"
          label={t(floorPartKey.currency)}
          value={input?.currency ?? currency}
          maxLength={3}
          list="floor-currencies"
        />
        {field("hours", t("checks.floor.hoursHint"))}
        {field("hourlyWage")}
        {field("onCosts", t("checks.floor.onCostsHint"))}
        {field("otherDirectCosts", t("checks.floor.optional"))}
        {field("subcontracted", t("checks.floor.optional"))}
      </div>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]">
        <SelectInput
          name="wageBasis"
          label={t(floorPartKey.wageBasis)}
          value={input?.wageBasis ?? ""}
          blank={t("checks.choose")}
          options={[
            ["law", t("checks.floor.law")],
            ["agreement", t("checks.floor.agreement")],
          ]}
        />
        <TextInput name="wageSource" label={t(floorPartKey.wageSource)} value={input?.wageSource ?? ""} />
        <TextInput
          name="wageSourceOn"
          label={t(floorPartKey.wageSourceOn)}
          type="date"
          max={today}
          value={input?.wageSourceOn ?? ""}
        />
      </div>
      <datalist id="floor-currencies">
        {currencies.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </datalist>
    </>
  );
}
