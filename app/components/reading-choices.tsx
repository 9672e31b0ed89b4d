import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { dateOrderKey, decimalKey } from "../i18n/import-keys";
import type { Key } from "../i18n/keys";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

interface Choice {
  readonly value: string;
  readonly label: Key;
}

export interface ReadingChoicesView {
  readonly amounts: readonly { readonly cell: string; readonly readings: readonly (number | null)[] }[] | null;
  readonly dates: readonly { readonly cell: string; readonly readings: readonly (string | null)[] }[] | null;
  /** What the file itself shows. */
  readonly found: { readonly decimal: "." | ","; readonly dateOrder: "dmy" | "mdy" | "ymd" };
  /** What a person chose over it; null: nothing. */
  readonly chosen: { readonly decimal: "." | "," | null; readonly dateOrder: "dmy" | "mdy" | "ymd" | null };
}

const DECIMALS: readonly Choice[] = [
  { value: ".", label: decimalKey["."] },
  { value: ",", label: decimalKey[","] },
];
const ORDERS: readonly Choice[] = (["dmy", "mdy", "ymd"] as const).map((value) => ({
  value,
  label: dateOrderKey[value],
}));

/**
 * How numbers and dates are written: each choice is a column of the table below it, so that its effect on the file's own
 * values is seen before it is chosen, without script too.
 */
export function ReadingChoices({ view }: { view: ReadingChoicesView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amounts, dates, found, chosen } = view;
  return (
    <Section id="reading" title={t("importing.reading.title")} note={t("importing.reading.note")}>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        {amounts && (
          <ChoiceTable
            name="decimal"
            figures
            title={t("importing.reading.numbers")}
            choices={DECIMALS}
            found={found.decimal}
            chosen={chosen.decimal}
            rows={amounts.map(({ cell, readings }) => ({
              cell,
              readings: readings.map((amount) => (amount === null ? null : format.amount(amount))),
            }))}
          />
        )}
        {dates && (
          <ChoiceTable
            name="dateOrder"
            title={t("importing.reading.dates")}
            choices={ORDERS}
            found={found.dateOrder}
            chosen={chosen.dateOrder}
            rows={dates.map(({ cell, readings }) => ({
              cell,
              readings: readings.map((day) => (day === null ? null : format.day(day))),
            }))}
          />
        )}
      </div>
    </Section>
  );
}

interface TableProps {
  readonly name: string;
  /** What is read are numbers, which stand at the end of their column. */
  readonly figures?: boolean;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly found: string;
  readonly chosen: string | null;
  readonly rows: readonly { readonly cell: string; readonly readings: readonly (string | null)[] }[];
}

function ChoiceTable({ name, figures = false, title, choices, found, chosen, rows }: TableProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="min-w-0">
      <legend id={`${name}-title`} className="mb-1 font-semibold">
        {title}
      </legend>
      <ScrollRegion labelledBy={`${name}-title`}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("importing.reading.inFile")}</th>
              {choices.map(({ value, label }) => (
                // The label is the header's text.
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                <th
                  key={value}
                  scope="col"
                  data-align={figures ? "end" : undefined}
                  className="align-top whitespace-normal!"
                >
                  <label
                    htmlFor={`${name}-${value}`}
                    className={`flex items-start gap-1.5 sm:gap-2 ${figures ? "justify-end" : ""}`}
                  >
                    <input
                      id={`${name}-${value}`}
                      type="radio"
                      name={name}
                      // What the file shows is no choice: another file with the same headers may show something else.
                      value={value === found ? "" : value}
                      defaultChecked={(chosen ?? found) === value}
                      className="mt-1 shrink-0 accent-accent"
                    />
                    <span>
                      {t(label)}
                      {value === found && (
                        <span className="block text-xs font-normal">{t("importing.reading.asFound")}</span>
                      )}
                    </span>
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cell, readings }) => (
              <tr key={cell}>
                <th scope="row" className="font-normal">
                  {cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}
                </th>
                {readings.map((reading, i) => (
                  <td key={choices[i]!.value} data-align={figures ? "end" : undefined} className="whitespace-normal!">
                    {reading ?? <span className="text-soft italic">{t("importing.reading.unreadable")}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.every(({ readings }) => new Set(readings).size === 1) && (
        <p className="mt-2 text-sm text-soft">{t("importing.reading.alike")}</p>
      )}
    </fieldset>
  );
}
