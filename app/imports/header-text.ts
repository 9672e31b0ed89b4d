/** Headers are compared after everything that differs between systems and never matters has been taken away. */
import { currencyCode } from "./currencies";

export interface HeaderText {
  /** The whole header, normalised. */
  readonly full: string;
  /** Without what stands in brackets. */
  readonly bare: string;
  /** Without brackets, units, currencies and words that add nothing ("of the supplier", "total", "current"). */
  readonly core: string;
  /** `X(T)`: in some ledgers X is the code and X(T) its text. */
  readonly isText: boolean;
  /** ISO 4217 when the header names a currency ("Net Amount (£)", "annual_spend_eur"), else "". */
  readonly currency: string;
  /** The header says that its numbers are percentages. */
  readonly percent: boolean;
}

/** Text without case, accents, punctuation and camel case: `nordicText` letters are folded too. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/^(?:\ufeff|ï»¿)+/, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/ı/g, "i")
    .normalize("NFC")
    .replace(/#/g, " no ")
    .replace(/[^\p{L}\p{N}\p{M}%]+/gu, " ")
    .replace(/%/g, " % ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words that change nothing about what a column is. Single words only, in normalised form. */
const NEUTRAL = new Set(
  (
    "the of a an in for and to by our your per this current main primary official full latest original reported " +
    "s supplier suppliers vendor vendors payee creditor company companies contractor factory facility site " +
    "der die das des dem den von vom im in und pro lieferant lieferanten lieferantin " +
    "le la les du de des l d et en fournisseur fournisseurs titulaire entreprise " +
    "el los las del al y por proveedor proveedores contratista do da dos das fornecedor " +
    "av til og i fra leverandor leverandorer leverandorens " +
    "поставщика поставщик контрагента компании организации исполнителя подрядчика победителя " +
    "excl excluding incl including ex net vat mwst tva iva mva"
  ).split(" "),
);
const CURRENCY_SIGNS: readonly (readonly [string, string])[] = [
  ["£", "GBP"], ["€", "EUR"], ["₽", "RUB"], ["₸", "KZT"], ["₴", "UAH"], ["₹", "INR"], ["₺", "TRY"], ["US$", "USD"], ["元", "CNY"], ["zł", "PLN"],
]; // prettier-ignore

export function readHeader(header: string): HeaderText {
  const isText = /\(\s*T\s*\)\s*\*?\s*$/i.test(header);
  const full = normaliseHeader(header);
  const bare = normaliseHeader(header.replace(/[([（［][^)\]）］]*[)\]）］]/g, " ")) || full;
  const core = bare
    .split(" ")
    .filter((word) => !NEUTRAL.has(word) && currencyCode(word) === "" && !/^(?:19|20)\d\d$/.test(word) && word !== "%")
    .join(" ");
  return { full, bare, core, isText, currency: currencyOfHeader(header, full), percent: isPercent(header, full) };
}

function currencyOfHeader(header: string, full: string): string {
  for (const [sign, code] of CURRENCY_SIGNS) if (header.includes(sign)) return code;
  for (const word of full.split(" ")) {
    // Three letters alone are too little: "all", "top" and "try" are words; codes that are words must stand in capitals.
    const code = currencyCode(word);
    if (code !== "" && (word.length > 3 || !WORD_LIKE.has(code) || header.includes(code))) return code;
  }
  return "";
}
const WORD_LIKE = new Set([
  "ALL",
  "TOP",
  "TRY",
  "CUP",
  "MOP",
  "PEN",
  "LAK",
  "SOS",
  "GEL",
  "BAM",
  "MAD",
  "COP",
  "DOP",
  "CAD",
  "ANG",
  "RON",
]);

const isPercent = (header: string, full: string): boolean =>
  header.includes("%") ||
  /\b(?:percent|percentage|prozent|pourcentage|porcentaje|prosent|процент)\b/.test(full) ||
  full.includes("процент") ||
  full.includes("比例");
