import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";

/** Stored amounts `{ currency: [sum, credit notes] }` in ten-thousandths, as lines of their own, never added together. */
export function Amounts({ stored, credits = false }: { stored: string | null; credits?: boolean }) {
  const { t } = useTranslation();
  const { amount } = useFormat();
  if (stored === null) return null;
  const amounts = Object.entries(
    JSON.parse(stored) as Record<string, readonly [sum: string | number, creditNotes: string | number]>,
  );
  return (
    <>
      {amounts.map(([currency, [sum, creditNotes]]) => (
        <span key={currency} className="figures block whitespace-nowrap">
          {credits && BigInt(creditNotes) !== 0n
            ? t("supplier.amountWithCredits", { amount: amount(BigInt(sum)), credits: amount(BigInt(creditNotes)) })
            : amount(BigInt(sum))}{" "}
          <span className="text-soft">{currency || t("imports.preview.noCurrency")}</span>
        </span>
      ))}
    </>
  );
}
