/** Records that are not a supplier's: repeated headers, totals, notes, a chatbot's sentence. */
import { isChatbotText } from "./cells";
import { currencyCode } from "./currencies";
import { normaliseHeader } from "./header-text";
import type { LeftOutReason } from "./codes";

const TOTAL_KEYS = new Set(
  (
    "total|totals|grand total|sum|sub total|subtotal|total amount|overall total|sum total|totale|итого|всего|итог|итого по листу|всего по списку|жиыны|барлыгы|разом|усього|summe|gesamt|gesamtsumme|endsumme|gesamtbetrag|" +
    "total general|total generale|totaux|total ttc|total ht|suma|suma total|total geral|sum totalt|totalt|sum total|i alt|ialt|合计|总计|總計|合計|小计|小計|总额|razem|toplam|genel toplam"
  ).split("|"),
);
/** The name column says that this is the sum of the list. `key` as in `nameKey`. */
export const isTotalWord = (key: string): boolean => key.length <= 20 && TOTAL_KEYS.has(key);

const NOTE_START =
  /^(?:note|notes|source|sources|remark|remarks|disclaimer|example|examples|n\.?b\.?|footnote|explanation|data source|last updated|generated|exported|report|примечание|примечания|источник|пример|сноска|anmerkung|hinweis|quelle|beispiel|fußnote|remarque|exemple|nota|notas|fuente|ejemplo|fonte|exemplo|merknad|kilde|eksempel|注|备注|备註|说明|說明|来源|來源|示例)(?:\s*\d*\s*[:：.)-]|\s*$)|^\*+\s*\S/i;

const isBlank = (cell: string): boolean => {
  for (let i = 0; i < cell.length; i++) {
    const c = cell.charCodeAt(i);
    if (c > 32 && c !== 0xa0 && c !== 0x200b && c !== 0xfeff && c !== 0x3000) return false;
  }
  return true;
};
export const isBlankRecord = (cells: readonly string[]): boolean => cells.every(isBlank);

/** A number, also with currency, percent or brackets: what a total row holds beside its word. */
const isNumber = (cell: string): boolean =>
  /^[(\s]*[^\p{L}\d]{0,3}(?:[A-Za-z]{3}\s?)?[-+]?\d[\d.,\s\u00a0'’]*[)%-]?\s*(?:[A-Za-z]{3}|kr\.?|€|£|\$)?\s*$/u.test(
    cell,
  );

/** What a record without a usable name, or with a suspicious one, is; null for a supplier's row. */
export class NoSupplierRow {
  private readonly headers: readonly string[];

  constructor(
    headers: readonly string[],
    private readonly nameColumn: number,
  ) {
    this.headers = headers.map(normaliseHeader);
  }

  /** At least half of the filled cells, and the name, equal their header. */
  isHeader(cells: readonly string[]): boolean {
    const own = this.headers[this.nameColumn] ?? "";
    if (own === "" || normaliseHeader(cells[this.nameColumn] ?? "") !== own) return false;
    let filled = 0;
    let equal = 0;
    cells.forEach((cell, c) => {
      if (isBlank(cell)) return;
      filled++;
      if ((this.headers[c] ?? "") !== "" && normaliseHeader(cell) === this.headers[c]) equal++;
    });
    return equal >= 1 && equal >= filled * 0.5;
  }

  /** A total word, and nothing but numbers beside it. */
  isTotal(cells: readonly string[], key: string): boolean {
    let words = 0;
    let numbers = 0;
    let totalWord = isTotalWord(key);
    cells.forEach((cell, c) => {
      if (isBlank(cell)) return;
      if (isNumber(cell)) numbers++;
      // The currency of the sum is no word of its own.
      else if (c !== this.nameColumn && currencyCode(cell.trim()) !== "") return;
      else if (c === this.nameColumn) words += totalWord ? 0 : 1;
      else if (key === "" && isTotalWord(normaliseHeader(cell).replace(/ /g, " "))) totalWord = true;
      else words++;
    });
    if (words > 0) return false;
    // Without any word, sums alone under the list are its total too.
    return totalWord || (key === "" && numbers > 0);
  }

  /** The only filled cell of a table of several columns, when it is a sentence and not a name. */
  note(cells: readonly string[]): LeftOutReason | null {
    if (this.headers.length > 0 ? this.headers.length < 2 : cells.length < 2) return null;
    let only = "";
    for (const cell of cells) {
      if (isBlank(cell)) continue;
      if (only !== "") return null;
      only = cell.trim();
    }
    if (isChatbotText(only)) return "chatbot-text";
    return NOTE_START.test(only) || only.length > 120 ? "note-row" : null;
  }
}
