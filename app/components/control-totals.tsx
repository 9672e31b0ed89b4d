import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { as } from "./block-table";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

/** Exact ten-thousandths of the unit as decimal text, per currency. */
export interface ControlTotal {
  readonly currency: string;
  readonly file: string;
  readonly counted: string;
  readonly creditNotes: string;
  readonly setAside: string;
  readonly rejected: string;
}

/** What the general ledger says of one currency; null where nobody has said. */
export interface StatedTotal {
  readonly currency: string;
  readonly stated: string | null;
  /** Stated less file. */
  readonly difference: string | null;
}

interface Props {
  readonly totals: readonly ControlTotal[];
  readonly ledger: readonly StatedTotal[];
  /** The general ledger's total may still be said. */
  readonly canState: boolean;
  /** How the list writes its decimals; a total that is typed is read the same way. */
  readonly decimal: "." | ",";
}

/** Ten-thousandths as a person would type them, at least two decimals, no thousands marks: reads back as itself. */
function typedAmount(tenThousandths: bigint, decimal: "." | ","): string {
  const digits = String(tenThousandths < 0n ? -tenThousandths : tenThousandths).padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${tenThousandths < 0n ? "-" : ""}${digits.slice(0, -4)}${decimal}${fraction}`;
}

const missing = (total: ControlTotal) =>
  BigInt(total.file) - BigInt(total.counted) - BigInt(total.setAside) - BigInt(total.rejected);

/** The equation of the control totals, a line a currency, and the general ledger beside it; says in words whether they hold. */
export function ControlTotals({ totals, ledger, canState, decimal }: Props) {
  const { t } = useTranslation();
  const { amount } = useFormat();
  const head = {
    counted: t("imports.preview.counted"),
    setAside: `+ ${t("imports.preview.totalSetAside")}`,
    rejected: `+ ${t("imports.preview.rejected")}`,
    file: `= ${t("imports.preview.fileTotal")}`,
  };
  return (
    <Section
      id="totals"
      title={t("imports.preview.totals")}
      note={totals.length > 0 ? t("imports.preview.totalsNote") : null}
    >
      {totals.length === 0 ? (
        <p className="text-soft">{t("imports.preview.totalsNone")}</p>
      ) : (
        <>
          <ScrollRegion labelledBy="totals">
            <table {...as.table} className="table blocks sums">
              <thead {...as.group}>
                <tr {...as.row}>
                  <th {...as.columnHead} scope="col">
                    {t("imports.preview.currency")}
                  </th>
                  {[head.counted, head.setAside, head.rejected, head.file].map((text) => (
                    <th key={text} {...as.columnHead} scope="col" data-align="end">
                      {text}
                    </th>
                  ))}
                  <th {...as.columnHead} scope="col">
                    {t("imports.preview.sum")}
                  </th>
                </tr>
              </thead>
              <tbody {...as.group}>
                {totals.map((total) => (
                  <tr key={total.currency} {...as.row}>
                    <th {...as.rowHead} scope="row">
                      {total.currency || t("imports.preview.noCurrency")}
                    </th>
                    <td {...as.cell} data-align="end" data-label={head.counted}>
                      {amount(BigInt(total.counted))}
                      {BigInt(total.creditNotes) !== 0n && (
                        <span className="block text-xs text-soft">
                          {t("imports.preview.creditNotes")} {amount(BigInt(total.creditNotes))}
                        </span>
                      )}
                    </td>
                    <td {...as.cell} data-align="end" data-label={head.setAside}>
                      {amount(BigInt(total.setAside))}
                    </td>
                    <td {...as.cell} data-align="end" data-label={head.rejected}>
                      {amount(BigInt(total.rejected))}
                    </td>
                    <td {...as.cell} data-align="end" data-label={head.file} className="font-semibold">
                      {amount(BigInt(total.file))}
                    </td>
                    <td {...as.cell}>
                      {missing(total) === 0n
                        ? t("imports.preview.adds")
                        : t("imports.preview.addsNot", { difference: amount(missing(total)) })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {(canState || ledger.some(({ stated }) => stated !== null)) && (
            <Ledger ledger={ledger} canState={canState} decimal={decimal} />
          )}
        </>
      )}
    </Section>
  );
}

/** The general ledger's total by currency, entered by a person, and the difference from the file in words. */
function Ledger({ ledger, canState, decimal }: Omit<Props, "totals">) {
  const { t } = useTranslation();
  const { amount } = useFormat();
  const lines = ledger.map(({ currency, stated, difference }) => {
    const label = currency ? t("importing.ledger.label", { currency }) : t("importing.ledger.labelNone");
    return (
      <li key={currency} className="grid items-end gap-x-5 gap-y-1 sm:grid-cols-[minmax(12rem,18rem)_1fr]">
        {canState ? (
          <label className="block space-y-1">
            <span className="text-sm">{label}</span>
            <input
              name={`ledger.${currency}`}
              defaultValue={stated === null ? "" : typedAmount(BigInt(stated), decimal)}
              inputMode="decimal"
              autoComplete="off"
              className="input text-end"
              data-size="small"
            />
          </label>
        ) : (
          <p>
            <span className="block text-sm text-soft">{label}</span>
            <span className="figures">{stated === null ? t("importing.ledger.none") : amount(BigInt(stated))}</span>
          </p>
        )}
        {difference !== null && (
          <p className="font-semibold sm:pb-1.5">
            <Difference difference={difference} />
          </p>
        )}
      </li>
    );
  });
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3>{t("importing.ledger.heading")}</h3>
      {canState ? (
        <Form method="post" preventScrollReset className="mt-1">
          <p className="mb-3 prose-width text-sm text-soft">{t("importing.ledger.note")}</p>
          <ul className="space-y-3">{lines}</ul>
          <button className="button mt-3" name="intent" value="ledger" data-size="small">
            {t("importing.ledger.save")}
          </button>
        </Form>
      ) : (
        <ul className="mt-2 space-y-3">{lines}</ul>
      )}
    </div>
  );
}

function Difference({ difference }: { difference: string }) {
  const { t } = useTranslation();
  const { amount } = useFormat();
  const value = BigInt(difference);
  if (value === 0n) return <>{t("importing.ledger.equal")}</>;
  return value > 0n ? (
    <>{t("importing.ledger.fileLess", { amount: amount(value) })}</>
  ) : (
    <>{t("importing.ledger.fileMore", { amount: amount(-value) })}</>
  );
}
