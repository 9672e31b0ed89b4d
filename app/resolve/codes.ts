import type { Fraction } from "../../risk-models/types";
import type { CodeTables, Share } from "./tables";

/** ISIC codes a code of another classification leads to, most likely first. Shares sum to at most 1. */
export interface IsicReading {
  readonly how: "isic" | "nace" | "hs" | "cpv";
  readonly options: readonly Share[];
  /** The code as the tables write it: ISIC or NACE digits, HS digits with their leading zero, CPV digits without check digit. */
  readonly code: string;
}

/** From the share of subheadings on, one class is named; below it the widest group or division they share. */
const ONE_CLASS_FROM: Fraction = 0.5;

export interface CodeReaders {
  readonly isic: (text: string) => IsicReading | null;
  readonly nace: (text: string) => IsicReading | null;
  readonly hs: (text: string) => IsicReading | null;
  readonly cpv: (text: string) => IsicReading | null;
}

/** Readers of ISIC Rev. 4, NACE Rev. 2, HS and CPV codes. A code that is not in the tables gives null, never a neighbour. */
export function createCodeReaders(tables: CodeTables): CodeReaders {
  const isicCodes = new Set(tables.isic);

  function isic(text: string): IsicReading | null {
    const parsed = lettersAndDigits(text);
    if (!parsed) return null;
    const { letter, digits } = parsed;
    if (digits === "") return letter && isicCodes.has(letter) ? one("isic", letter) : null;
    const code = knownIsic(digits);
    if (code) return letter && tables.isicSections[code.slice(0, 2)] !== letter ? null : one("isic", code);
    // An ISIC column often holds NACE or a national code built on it.
    return nace(text);
  }

  /** The code itself, or with the leading zero a spreadsheet took away. */
  function knownIsic(digits: string): string | null {
    if (digits.length >= 2 && digits.length <= 4 && isicCodes.has(digits)) return digits;
    if (digits.length <= 3 && isicCodes.has(`0${digits}`)) return `0${digits}`;
    return null;
  }

  function nace(text: string): IsicReading | null {
    const parsed = lettersAndDigits(text);
    if (!parsed) return null;
    const { letter, digits } = parsed;
    if (digits === "") return letter && tables.nace[letter] ? one("nace", letter) : null;
    // National codes go on after the class: 14.13.1, 62.01.11.000.
    for (const candidate of digits.length > 4 ? [digits.slice(0, 4)] : [digits, `0${digits}`]) {
      const target = tables.nace[candidate];
      if (target && (!letter || tables.isicSections[target.slice(0, 2)] === letter))
        return { how: "nace", options: [[target, 1]], code: candidate };
    }
    return null;
  }

  function hs(text: string): IsicReading | null {
    const digits = hsDigits(text);
    if (digits === null) return null;
    const shares = digits.length === 2 ? tables.hs2[digits] : tables.hs4[digits.slice(0, 4)];
    return shares ? { how: "hs", options: shares, code: digits } : null;
  }

  function hsDigits(text: string): string | null {
    const cleaned = text
      .trim()
      .replace(/^['’]/, "")
      .replace(/^(hs|hts|tn ved|тн вэд|cn|taric)(\s*code)?[\s:.#№]*/i, "")
      .replace(/^(\d{3,12})\.0$/, "$1");
    const firstPart = /^(\d{4})[.\s]/.exec(cleaned)?.[1];
    const digits = cleaned.replace(/[.\s-]/g, "");
    if (!/^\d{2,12}$/.test(digits)) return null;
    if (digits.length === 2) return tables.hs2[digits] ? digits : null;
    // Codes have an even number of digits: an odd one has lost its leading zero, unless a dot after four digits says otherwise.
    const readings = firstPart ? [digits] : digits.length % 2 === 1 ? [`0${digits}`] : [digits];
    return readings.find((reading) => tables.hs4[reading.slice(0, 4)]) ?? null;
  }

  function cpv(text: string): IsicReading | null {
    const code = cpvDigits(text);
    if (code === null) return null;
    const group = isicOfCpv(tables, code);
    if (group) return { how: "cpv", options: [[group, 1]], code };
    const divisions = tables.cpvDivisions[code.slice(0, 2)];
    // One primary division and further ones, by own judgement: the primary one is stated with the share of one among them.
    return divisions
      ? { how: "cpv", options: divisions.map((division) => [division, 1 / divisions.length]), code }
      : null;
  }

  function cpvDigits(text: string): string | null {
    const cleaned = text
      .trim()
      .replace(/^['’]/, "")
      .replace(/^cpv[\s:.#№-]*/i, "")
      .replace(/\.0$/, "");
    const parted = /^(\d{7,8})\s*[-–—/ ]\s*(\d)$/.exec(cleaned);
    if (parted?.[1] && parted[2]) return checked(parted[1].padStart(8, "0"), parted[2]);
    const digits = cleaned.replace(/[.\s]/g, "");
    if (!/^\d{2,9}$/.test(digits)) return null;
    if (digits.length === 9) return checked(digits.slice(0, 8), digits[8] ?? "");
    const padded = digits.padEnd(8, "0");
    if (Object.hasOwn(tables.cpv, padded)) return padded;
    const restored = `0${digits}`;
    if (restored.length === 9) return checked(restored.slice(0, 8), restored[8] ?? "");
    const restoredPadded = restored.padEnd(8, "0");
    return Object.hasOwn(tables.cpv, restoredPadded) ? restoredPadded : null;
  }

  function checked(code: string, digit: string): string | null {
    return tables.cpv[code] === digit ? code : null;
  }

  function one(how: "isic" | "nace", code: string): IsicReading {
    const target = how === "isic" ? code : (tables.nace[code] ?? code);
    return { how, options: [[target, 1]], code };
  }

  return { isic, nace, hs, cpv };
}

/** ISIC of the longest listed beginning of a CPV code, or undefined. */
export function isicOfCpv(tables: Pick<CodeTables, "cpvGroups">, code: string): string | undefined {
  for (let length = 8; length >= 2; length -= 1) {
    const isic = tables.cpvGroups[code.slice(0, length)];
    if (isic !== undefined) return isic;
  }
  return undefined;
}

/**
 * The deepest ISIC code the options agree on: one class from half of the share on, else the group or division that holds
 * the greatest share. The share is the confidence.
 */
export function deepestAgreed(options: readonly Share[]): Share {
  const [first] = options;
  if (!first) return ["", 0];
  if (options.length === 1 || first[1] >= ONE_CLASS_FROM) return first;
  for (const length of [3, 2]) {
    const sums = new Map<string, Fraction>();
    for (const [code, share] of options)
      if (code.length >= length) sums.set(code.slice(0, length), (sums.get(code.slice(0, length)) ?? 0) + share);
    let best: Share = ["", 0];
    for (const [code, share] of sums) if (share > best[1] + 1e-9) best = [code, Math.min(1, share)];
    if (best[1] >= ONE_CLASS_FROM) return best;
  }
  return [first[0].slice(0, 2), first[1]];
}

/** "C 14.10", "ISIC 1410", "1410.0", "01.43", "A" → section letter and digits. */
function lettersAndDigits(text: string): { letter: string | null; digits: string } | null {
  const cleaned = text
    .trim()
    .toUpperCase()
    .replace(/^['’]/, "")
    .replace(
      /^(ISIC|NACE|SIC|ОКВЭД|OKVED|WZ|SN|NAF|CNAE|КЭД|ОКЭД)(\s*(REV\.?|Р\.?)?\s*[24](\.\d)?(?=[\s:.]))?[\s:.#№-]*/,
      "",
    )
    .replace(/^([A-U]?\s*\d{2,4})\.0$/, "$1");
  const match = /^([A-U])?[\s.-]*((?:\d[.\s-]*)*)[A-Z]?$/.exec(cleaned);
  if (!match) return null;
  const digits = (match[2] ?? "").replace(/\D/g, "");
  if (digits === "" && !match[1]) return null;
  return { letter: match[1] ?? null, digits };
}
