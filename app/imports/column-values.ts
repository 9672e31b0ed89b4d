/** What the cells of one column of the sample look like, as shares of its non-empty cells. */
import { cleanCell } from "./cells";
import { currencyCode } from "./currencies";
import { isCountryCode, isWorldRegion, looksLikeCountry } from "./country-words";
import { readDate } from "./dates";
import { isAnswerWord } from "./answers";
import { readAmount, readCount } from "./numbers";

export interface ColumnValues {
  /** Cells of the sample that hold something. */
  readonly filled: number;
  /** Different cleaned values. */
  readonly distinct: number;
  readonly samples: readonly string[];
  /** Cleaned values of the sample, "" where empty, one a record. */
  readonly values: readonly string[];
  readonly meanLength: number;
  readonly country: number;
  readonly countryCode: number;
  readonly worldRegion: number;
  readonly number: number;
  /** Whole numbers without separators. */
  readonly integer: number;
  /** Numbers with decimals or thousands marks. */
  readonly decimal: number;
  readonly date: number;
  readonly answer: number;
  readonly currency: number;
  readonly percentSign: number;
  readonly email: number;
  readonly phone: number;
  readonly link: number;
  readonly iban: number;
  /** Holds a letter. */
  readonly letters: number;
  /** No space, at least one digit, at most 24 characters: written like an identifier. */
  readonly codeLike: number;
  /** Ends or begins with a legal form of companies (Ltd, GmbH, ООО …). */
  readonly legalForm: number;
  /** Holds both a digit and a comma, or a street word: written like an address. */
  readonly addressLike: number;
  /** Largest plain number, for telling shares from percentages and counts. */
  readonly largest: number;
}

const LEGAL_FORM =
  /(?:^|[\s,.(])(?:ltd|limited|llc|llp|inc|incorporated|corp|corporation|co|company|plc|gmbh|ag|kg|ohg|se|sa|s\.?a\.?s|sas|sarl|srl|s\.?r\.?l|spa|s\.?p\.?a|bv|b\.v|nv|n\.v|as|asa|a\/s|aps|ab|oy|oyj|oü|uab|sia|kft|zrt|doo|d\.o\.o|a\.?d|sp\.? z o\.?o|s\.?a|s\.?l|slu|lda|ltda|s\/a|eireli|pvt|private limited|pte|pty|sdn bhd|sdn\.? bhd|berhad|tbk|cv|pt|jsc|ojsc|cjsc|zao|ooo|oao|pao|fze|fzco|fzc|wll|w\.l\.l|qpsc|est|kk|k\.k|s\.?a\. de c\.?v|de cv|a\.?ş|a\.?s|şti|sti|tic|san|k\.?d|ehf|hf|ltée|ltee|eg|ev|e\.v|ооо|оао|зао|пао|ао|тоо|тов|пп|ип|оао|хо|нко|гуп|муп|фгуп|чп|ғылыми)(?:[\s,.)]|$)|有限公司|股份|公司|集团|集團|株式会社|주식회사|工厂|工廠|厂$/i;

const ADDRESS_WORD =
  /\b(?:street|str|road|rd|avenue|ave|lane|zone|park|district|p\.?o\.? ?box|building|floor|unit|plot|block|no\.?|calle|rua|rue|via|ul\.?|jl\.?|strasse|straße|industrial|km|highway|hwy|blvd|boulevard|village|ward|estate)\b|ул\.|г\.|пр-т|обл\.|路|街|号|號|區|区|市|gate|veien|gata/i;

export function describeColumn(cells: readonly string[]): ColumnValues {
  const values: string[] = [];
  const seen = new Set<string>();
  const samples: string[] = [];
  let filled = 0;
  let length = 0;
  let largest = 0;
  const hits = {
    country: 0,
    countryCode: 0,
    worldRegion: 0,
    number: 0,
    integer: 0,
    decimal: 0,
    date: 0,
    answer: 0,
    currency: 0,
    percentSign: 0,
    email: 0,
    phone: 0,
    link: 0,
    iban: 0,
    letters: 0,
    codeLike: 0,
    legalForm: 0,
    addressLike: 0,
  };
  for (const cell of cells) {
    const value = cleanCell(cell);
    values.push(value);
    if (value === "") continue;
    filled++;
    length += value.length;
    if (!seen.has(value)) {
      seen.add(value);
      if (samples.length < 3) samples.push(value.slice(0, 200));
    }
    if (isCountryCode(value)) hits.countryCode++;
    if (looksLikeCountry(value)) hits.country++;
    if (isWorldRegion(value)) hits.worldRegion++;
    const percent = /^[<>~]?\s?\d+(?:[.,]\d+)?\s?%$/.test(value);
    if (percent) hits.percentSign++;
    const amount = /\d/.test(value) ? readAmount(value, ".") : null;
    if (amount !== null) {
      hits.number++;
      largest = Math.max(largest, amount / 10_000);
      if (/^-?\d+$/.test(value)) hits.integer++;
      else hits.decimal++;
    } else if (percent) hits.number++;
    else if (/^\D{0,12}\d/.test(value) && value.length < 30 && readCount(value) !== null) hits.number++;
    if (value.length >= 6 && /[-/.\s年]/.test(value) && readDate(value, "dmy") !== "") hits.date++;
    if (isAnswerWord(value)) hits.answer++;
    if (value.length <= 5 && currencyCode(value) !== "") hits.currency++;
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) hits.email++;
    if (
      /^\+?[\d\s()./-]{7,20}$/.test(value) &&
      /^\+|[()\s-]/.test(value) &&
      !/^\d{6,9}-\d$/.test(value) &&
      readDate(value, "dmy") === "" &&
      amount === null
    )
      hits.phone++;
    if (/^(?:https?:\/\/|www\.)/i.test(value)) hits.link++;
    if (/^[A-Z]{2}\d{2}[\sA-Z0-9]{11,34}$/.test(value)) hits.iban++;
    if (/\p{L}/u.test(value)) hits.letters++;
    if (value.length <= 24 && !/\s/.test(value) && /\d/.test(value)) hits.codeLike++;
    if (LEGAL_FORM.test(value)) hits.legalForm++;
    if (value.length > 8 && /\d/.test(value) && (value.includes(",") || ADDRESS_WORD.test(value)) && amount === null)
      hits.addressLike++;
  }
  const shares = Object.fromEntries(
    Object.entries(hits).map(([key, n]) => [key, filled === 0 ? 0 : n / filled]),
  ) as typeof hits;
  return {
    filled,
    distinct: seen.size,
    samples,
    values,
    meanLength: filled === 0 ? 0 : length / filled,
    largest,
    ...shares,
  };
}
