/** Which kind a number of a firm is: only numbers of one kind are compared, and lists of suppliers have one column for all. */

/** VAT numbers of the EU's members, Northern Ireland, the United Kingdom and Switzerland, as the VIES pages of the European Commission and the Swiss register give them. */
const VAT = new RegExp(
  "^(?:" +
    "ATU\\d{8}|BE[01]\\d{9}|BG\\d{9,10}|CHE\\d{9}|CY\\d{8}[A-Z]|CZ\\d{8,10}|DE\\d{9}|DK\\d{8}|EE\\d{9}|EL\\d{9}|" +
    "ES[A-Z\\d]\\d{7}[A-Z\\d]|FI\\d{8}|FR[A-Z\\d]{2}\\d{9}|(?:GB|XI)\\d{9}(?:\\d{3})?|HR\\d{11}|HU\\d{8}|" +
    "IE\\d[A-Z\\d+*]\\d{5}[A-Z]{1,2}|IT\\d{11}|LT(?:\\d{9}|\\d{12})|LU\\d{8}|LV\\d{11}|MT\\d{8}|NL\\d{9}B\\d{2}|" +
    "PL\\d{10}|PT\\d{9}|RO\\d{6,10}|SE\\d{12}|SI\\d{8}|SK\\d{10}" +
    ")$",
);

/** LEI, ISO 17442: eighteen letters and digits, two check digits. */
const LEI = /^[A-Z\d]{18}\d{2}$/;

/**
 * The kind by how the number is written, or by the header of its column where that says it; `registration` for all others.
 * Twenty digits alone are no LEI.
 */
export function numberKind(number: string, header = ""): "lei" | "vat" | "duns" | "registration" {
  const plain = number.toUpperCase().replace(/[\s./-]/g, "");
  if (LEI.test(plain) && /[A-Z]/.test(plain)) return "lei";
  if (VAT.test(plain)) return "vat";
  if (/\bd-?u-?n-?s\b/i.test(header)) return "duns";
  return /(?:^|[^\p{L}])(?:vat|tva|ust|mwst|btw|iva|ндс)/iu.test(header) ? "vat" : "registration";
}

/**
 * The number as it is compared. A Brazilian CNPJ names an establishment by its last six digits and the firm by its first eight:
 * a listed branch and the buyer's branch are one firm. Recognised by its check digits, whatever stands between them.
 */
export function numberCompared(number: string): string {
  const digits = number.replace(/[\s./-]/g, "");
  return /^\d{14}$/.test(digits) && isCnpj(digits) ? digits.slice(0, 8) : number;
}

function isCnpj(digits: string): boolean {
  const check = (length: number): number => {
    let sum = 0;
    for (let at = 0; at < length; at++) sum += Number(digits[at]) * (((length - 1 - at) % 8) + 2);
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  return check(12) === Number(digits[12]) && check(13) === Number(digits[13]);
}

/** A party whose register number is the firm's, not an establishment's. */
export function asFirm<P extends { readonly ids?: Readonly<Record<string, string>> }>(party: P): P {
  const { registration } = party.ids ?? {};
  return registration === undefined
    ? party
    : { ...party, ids: { ...party.ids, registration: numberCompared(registration) } };
}
