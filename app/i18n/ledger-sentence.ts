import type { i18n } from "i18next";
import { formatFor } from "./format";

interface Due {
  readonly currency: string;
  readonly owed: string;
  readonly open: string;
}

/** What is open by the ledger as a sentence, a currency after the other: it is put into a decision that people then change. */
export function createLedgerSentence({ t }: Pick<i18n, "t">, language: string): (due: readonly Due[]) => string {
  const format = formatFor(language);
  return (due) =>
    due.length === 0
      ? t("remedy.decide.ledgerNothing")
      : due
          .map(({ currency, owed, open }) =>
            t("remedy.decide.ledgerSays", {
              currency,
              owed: format.amount(BigInt(owed)),
              open: format.amount(BigInt(open)),
            }),
          )
          .join("; ");
}
