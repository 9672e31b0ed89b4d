/** Trade codes and identifiers as they stand in cells: prefixes, apostrophes, lost zeros, personal numbers. */
import type { RepairCode } from "./codes";

/** Reused result of the readers below. */
export const CodeNote = { repair: null as RepairCode | null };

const PREFIX =
  /^(?:["'`’]+|(?:hs|hts|htsus|cn|tn ?ved|тн ?вэд|isic|nace|wz|naf|ape|sic|cpv|код|code|rev\.? ?\d\.?)[\s.:#-]*(?:code\s*)?)+/i;

const isDigits = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return text.length > 0;
};

/** HS, CN, HTS, TN VED: digits alone; a lost zero put back (codes have an even number of digits). */
export function readHsCode(cell: string): string {
  CodeNote.repair = null;
  if (isDigits(cell) && cell.length % 2 === 0) return cell;
  let text = first(cell);
  text = text.replace(/^(\d{6,})\.0$/, "$1");
  const digits = text.replace(/[.\s-]/g, "");
  if (!isDigits(digits)) return text;
  if (digits.length % 2 === 1 && digits.length > 1) {
    CodeNote.repair = "code.leading-zero";
    // A point shows that the zero fell off the end (8471.3), as spreadsheets do.
    return text.includes(".") ? `${digits}0` : `0${digits}`;
  }
  if (digits !== cell) CodeNote.repair = "code.format";
  return digits;
}

/** ISIC and NACE: a section letter or digits; dots and the letter behind a NAF code dropped. */
export function readActivityCode(cell: string): string {
  CodeNote.repair = null;
  if (isDigits(cell)) return cell;
  const text = first(cell).replace(/^(\d{2,4})\.0$/, "$1");
  const found = /^([A-U])?[\s.-]?(\d{1,2})\.?(\d{0,2})\.?(\d{0,2})\.?(\d{0,2})([A-Z])?$/i.exec(text);
  if (found === null) return text;
  const [, letter = "", a = "", b = "", c = "", d = ""] = found;
  const digits = a + b + c + d || letter.toUpperCase();
  if (digits !== cell) CodeNote.repair = "code.format";
  return digits;
}

/** CPV: eight digits, with or without its check digit. */
export function readCpvCode(cell: string): string {
  CodeNote.repair = null;
  if (cell.length === 10 && cell.charCodeAt(8) === 45) return cell;
  if (cell.length === 8 && isDigits(cell)) return cell;
  const text = first(cell).replace(/\s/g, "");
  const found = /^(\d{2,9})(?:-(\d))?(?:\.0)?$/.exec(text);
  if (found === null) return text;
  const [, digits = "", check] = found;
  if (check !== undefined && digits.length === 7) {
    CodeNote.repair = "code.leading-zero";
    return `0${digits}-${check}`;
  }
  const code =
    digits.length === 9
      ? `${digits.slice(0, 8)}-${digits.slice(8)}`
      : check === undefined
        ? digits
        : `${digits}-${check}`;
  if (code !== cell) CodeNote.repair = "code.format";
  return code;
}

/** The first of several codes, without prefix. */
function first(cell: string): string {
  const text = cell.replace(PREFIX, "").trim();
  return /[;,|/]/.test(text) ? text.split(/\s*[;,|/]\s*/)[0]! : text;
}

/** Own numbers and register numbers stay text: only an apostrophe and a spreadsheet's `.0` go. */
export function readIdentifier(cell: string): string {
  CodeNote.repair = null;
  const start = cell.charCodeAt(0);
  if (start === 39 && /^'[\dA-Za-z]/.test(cell)) {
    CodeNote.repair = "code.format";
    cell = cell.slice(1);
  }
  if (cell.charCodeAt(cell.length - 1) === 48 && /^\d+\.0$/.test(cell)) {
    CodeNote.repair = "code.format";
    cell = cell.slice(0, -2);
  }
  if (cell.includes("E+") && /^\d(?:[.,]\d+)?E\+\d{1,2}$/.test(cell)) {
    CodeNote.repair = "registration.rounded";
    return "";
  }
  return cell;
}

/** A Brazilian CNPJ as it is written: 14.302.981/0001-36. */
const CNPJ = /^\d{2}\.?\d{3}\.?\d{3}\s*\/\s*\d{4}\s*-?\s*\d{2}$/;

/** "ИНН/КПП": the first part is the tax number. The stroke of a CNPJ parts nothing. */
export const firstNumber = (text: string): string => (CNPJ.test(text) ? text : text.split(/\s*[/\\]\s*/)[0]!);

/**
 * A register number; "" with `registration.personal` when it is a person's. The tax office's "MVA" behind Norwegian numbers goes.
 * @param mixed the column holds numbers of companies and persons alike (ИНН, БИН/ИИН, CNPJ/CPF): check digits decide; else only
 *   a CPF in its written form counts, since one company number in a hundred passes two check digits by chance.
 */
export function readRegistration(cell: string, mixed: boolean): string {
  const id = readIdentifier(cell);
  if (id === "") return id;
  if (isPersonal(id, mixed)) {
    CodeNote.repair = "registration.personal";
    return "";
  }
  const last = id.charCodeAt(id.length - 1);
  return (last === 65 || last === 97) && /\dmva$|\smva$/i.test(id)
    ? id
        .replace(/\s*mva$/i, "")
        .replace(/^NO\s?/i, "")
        .replace(/\s/g, "")
    : id;
}

/** What the kept copy of a list has in the place of a person's number. */
const STARS = /^\*+$/;

/**
 * A person's number by its own check: Russian INN of twelve digits (two check digits), Kazakh IIN (date of birth and check digit),
 * Brazilian CPF in its usual form or with a right check.
 */
export function isPersonal(id: string, mixed: boolean): boolean {
  if (id.length < 11 || id.length > 14) return false;
  if (STARS.test(id)) return true;
  const digits = id.replace(/[\s.-]/g, "");
  if (!isDigits(digits)) return false;
  if (digits.length === 11) return (mixed || /^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(id)) && isCpf(digits);
  return mixed && digits.length === 12 && id.length === 12 && (isInn12(digits) || isIin(digits));
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

const isInn12 = (digits: string): boolean =>
  (weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(digits[10]) &&
  (weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(digits[11]);

function isIin(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  if (month < 1 || month > 12 || day < 1 || day > 31 || Number(digits[6]) > 6) return false;
  let check = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  if (check === 10) check = weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return check === Number(digits[11]);
}

function isCpf(digits: string): boolean {
  const check = (length: number): number => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += Number(digits[i]) * (length + 1 - i);
    return ((sum * 10) % 11) % 10;
  };
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}
