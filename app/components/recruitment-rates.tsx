import { useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Rate } from "../recruitment/money";
import { CURRENCIES_ID, FormContext, NumberField, TextField } from "./recruitment-fields";
import { Section } from "./page";

/** The rate of each currency in use, with its day and source: the last one given is filled in, none is invented. */
export function ExchangeRates({
  inUse,
  rates,
  today,
}: {
  inUse: readonly string[];
  rates: Readonly<Record<string, Rate>>;
  today: string;
}) {
  const { t } = useTranslation();
  const state = useContext(FormContext);
  // Without script nobody knows yet which currency it will be.
  const rows = inUse.length > 0 ? inUse : [""];
  const values: Record<string, string> = { ...state.values };
  rows.forEach((currency, row) => {
    const given = Object.entries(state.values).find(
      ([name, value]) => /^rate\.\d\.currency$/u.test(name) && value.toUpperCase() === currency,
    );
    const from = given?.[0].replace(".currency", "");
    const known = rates[currency];
    const at = (part: keyof Rate) =>
      (from && state.values[`${from}.${part}`]) || (known === undefined ? "" : String(known[part]));
    Object.assign(values, {
      [`rate.${row}.perUsd`]: at("perUsd"),
      [`rate.${row}.on`]: at("on"),
      [`rate.${row}.source`]: at("source"),
    });
  });
  return (
    <FormContext.Provider value={{ ...state, values }}>
      <Section id="rates" title={t("recruitment.rates.title")} note={t("recruitment.rates.note")}>
        <div className="space-y-4">
          {rows.map((currency, row) => (
            <div key={currency || row} className="grid grid-cols-1 items-start gap-3 sm:grid-cols-3">
              {currency === "" ? (
                <TextField
                  name={`rate.${row}.currency`}
                  label={t("recruitment.field.currency")}
                  list={CURRENCIES_ID}
                  maxLength={3}
                />
              ) : (
                <input type="hidden" name={`rate.${row}.currency`} value={currency} />
              )}
              <NumberField
                name={`rate.${row}.perUsd`}
                label={currency === "" ? t("recruitment.rates.perUsdAny") : t("recruitment.rates.perUsd", { currency })}
              />
              <TextField name={`rate.${row}.on`} type="date" max={today} label={t("recruitment.rates.on")} />
              <TextField
                name={`rate.${row}.source`}
                label={t("recruitment.rates.source")}
                hint={t("recruitment.rates.sourceHint")}
                maxLength={300}
              />
            </div>
          ))}
        </div>
      </Section>
    </FormContext.Provider>
  );
}
