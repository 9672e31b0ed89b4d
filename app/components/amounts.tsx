import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat, type Format } from "../i18n/format";

type Stored = Record<string, readonly [sum: string | number, creditNotes: string | number]>;

/** Stored amounts `{ currency: [sum, credit notes] }` in ten-thousandths, as lines of their own, never added together. */
export function Amounts({ stored, credits = false }: { stored: string | null; credits?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (stored === null) return null;
  const withCredits = (sum: string, creditNotes: string) =>
    t("supplier.amountWithCredits", { amount: sum, credits: creditNotes });
  return amountLines(stored, format, t("imports.preview.noCurrency"), credits ? withCredits : undefined);
}

/** What `Amounts` shows; a table of many rows calls this as a function. `none` stands where no currency is said. */
export const amountLines = (
  stored: string,
  { amount }: Format,
  none: string,
  withCredits?: (sum: string, creditNotes: string) => string,
): ReactNode =>
  Object.entries(JSON.parse(stored) as Stored).map(([currency, [sum, creditNotes]]) => {
    const total = amount(BigInt(sum));
    const text = withCredits && BigInt(creditNotes) !== 0n ? withCredits(total, amount(BigInt(creditNotes))) : total;
    return (
      <span key={currency} className="amount">
        {`${text} `}
        <span className="text-soft">{currency || none}</span>
      </span>
    );
  });
