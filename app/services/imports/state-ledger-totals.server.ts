import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { readTotal } from "../../imports/numbers";
import { Problem } from "../../lib/problem";
import { changeImport, findImport } from "./import-record.server";
import { asConflict } from "./publish-import.server";

/**
 * Keeps what the general ledger says beside the totals of a previewed list, by currency; an empty text takes it back. The
 * preview says the difference; publishing writes it into the chain. A total is read as the list writes its numbers.
 * @throws Problem `ledger.unreadable` for a text that is no amount; nothing is kept then.
 */
export async function stateLedgerTotals(
  db: Database,
  scope: Scope,
  importId: string,
  typed: Readonly<Record<string, string>>,
  now: Date,
): Promise<void> {
  const seen = await findImport(db, scope, importId);
  if (seen.state !== "preview" || !seen.summary || !seen.inspection)
    throw new Problem("import.not-previewed", "This import is not waiting to be confirmed.", {}, 409);
  const { decimal } = seen.inspection.proposal.numberFormat;
  const ledgerTotals: Record<string, string> = { ...seen.settings.ledgerTotals };
  for (const { currency } of seen.summary.totals) {
    const text = typed[currency]?.trim();
    if (text === undefined) continue;
    if (text === "") {
      delete ledgerTotals[currency];
      continue;
    }
    const total = readTotal(text, decimal);
    if (total === null)
      throw new Problem(
        "ledger.unreadable",
        `"${text}" is not an amount with at most four decimals. Write it like ${decimal === "." ? "1,234.56" : "1.234,56"}.`,
        { text, example: decimal === "." ? "1,234.56" : "1.234,56" },
        422,
      );
    ledgerTotals[currency] = String(total);
  }
  const totals = seen.summary.totals.map(({ currency }) => ({ currency, stated: ledgerTotals[currency] ?? null }));
  await db
    .commit(scope, event("import.ledger-total-stated", { importId, totals }), (q) => [
      changeImport(db, q, seen, { settings: { ...seen.settings, ledgerTotals } }, now),
    ])
    .catch(asConflict);
}
