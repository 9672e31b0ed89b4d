/** Names as publishers write them in one cell: aliases in brackets, several firms, "and subsidiaries", footnote marks. */
import { nameKey } from "../imports/name-key";
import { startsWithGivenName } from "../imports/payees";
import { LEGAL_CLASSES } from "../matching/legal-forms";
import { readName } from "../matching/name";
import { commonShare, isPlace } from "../matching/vocabulary";
import { distinct } from "./entries";
import type { EntryKind } from "./types";

export interface NamedParty {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The publisher's words where subsidiaries are covered that are not named: "and subsidiaries"; else null. */
  readonly scope: string | null;
}

/** Characters of a cell that are looked at; the longest seen in the lists has some hundreds. */
const LONGEST_CELL = 4000;

const KNOWN_AS = String.raw`(?:also|formerly|previously|now)\s+known\s+as|a\.?\/?k\.?\/?a\.?|f\.?\/?k\.?\/?a\.?|d\.?\/?b\.?\/?a\.?`;
const CLAUSE = new RegExp(
  String.raw`[([]\s*(?:(?:and|including)\s+[\w-]+\s+alias(?:es)?\s*:|(?:and\s+)?(?:${KNOWN_AS})(?![\w]))\s*:?\s*`,
  "i",
);
const INLINE = new RegExp(
  String.raw`\s*(?:,\s*|\s)(?:a\/k\/a|a\.k\.a\.?|aka|f\/k\/a|f\.k\.a\.?|d\/b\/a)(?![\w])[.:]?\s*`,
  "i",
);
const LEAD = new RegExp(String.raw`^(?:and\s+|or\s+)?(?:(?:${KNOWN_AS})(?![\w])\s*:?\s*)?`, "i");
const COVERED =
  /,?\s+(?:and|including)\s+(?:(?:all|any|of|its|their|the)\s+)*(?:subsidiar(?:y|ies)|subordinates?(?:\s+and\s+affiliated)?(?:\s+entities)?|affiliate[sd]?(?:\s+entities)?|affiliated\s+entities)\b.*$/i;
const NAMED_SUBSIDIARIES = /,?\s+and\s+(?:its|their)\s+(?:[\w-]+\s+)?subsidiaries(?:\s+[^,:]*)?[,:]\s+(?=\S)/i;
const ENDS_IN_FORM =
  /(?:\b(?:ltd|limited|llc|inc|incorporated|corp|corporation|co|company|gmbh|plc|pvt|ag|srl|sa)|\b(?:l\.l\.c|s\.a|s\.r\.l|c\.v|d\.o\.o|s\.p\.a|b\.v|n\.v))\.?$/i;

/** A name with its aliases: those in brackets after "also known as", those after "a/k/a", and an acronym in brackets. */
export function readNamed(text: string): NamedParty {
  let name = tidy(text).slice(0, LONGEST_CELL);
  const aliases: string[] = [];
  for (let clause = CLAUSE.exec(name); clause; clause = CLAUSE.exec(name)) {
    const end = closingOf(name, clause.index);
    aliases.push(...aliasesIn(name.slice(clause.index + clause[0].length, end)));
    name = tidy(`${name.slice(0, clause.index)} ${name.slice(end + 1)}`);
  }
  const covered = COVERED.exec(name);
  if (covered) name = name.slice(0, covered.index);
  const [first = "", ...others] = name.split(INLINE);
  aliases.push(...others.flatMap((other) => other.split(/;\s*/)));
  name = first;
  const acronym = /\s\(([A-Z][A-Z0-9&.-]{2,9})\)$/.exec(name);
  if (acronym) {
    aliases.unshift(acronym[1]!);
    name = name.slice(0, acronym.index);
  }
  name = trimmed(name);
  return {
    name,
    aliases: distinct(aliases.map(trimmed)).filter((alias) => alias !== name),
    scope: covered && scopeIn(covered[0]),
  };
}

const scopeIn = (covered: string): string => covered.replace(/^[,\s]+|[.\s]+$/g, "");

/** Place of the bracket that closes the one at `open`; the end of the text when none does. */
function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(" || text[at] === "[") depth++;
    else if ((text[at] === ")" || text[at] === "]") && --depth === 0) return at;
  }
  return text.length;
}

const aliasesIn = (text: string): string[] =>
  text
    .split(/\s*;\s*/)
    .flatMap((part) => splitAtAnd(part.replace(LEAD, "")))
    .map((part) => part.replace(LEAD, ""));

/** "A Co., Ltd. and B" names two; "Cotton and Linen Co." names one. */
function splitAtAnd(text: string): string[] {
  for (const { index } of text.matchAll(/,?\s+and\s+/gi)) {
    const left = text.slice(0, index);
    if (ENDS_IN_FORM.test(left)) return [left, ...splitAtAnd(text.slice(index).replace(/^,?\s+and\s+/i, ""))];
  }
  return [text];
}

/** The firms one cell names, and what it says of each. Only signs that leave no doubt part a cell. */
export function partiesIn(text: string): NamedParty[] {
  let rest = tidy(text).slice(0, LONGEST_CELL);
  const named = NAMED_SUBSIDIARIES.exec(rest);
  if (named) rest = `${rest.slice(0, named.index)}; ${rest.slice(named.index + named[0].length)}`;
  const covered = COVERED.exec(rest)?.[0] ?? "";
  if (INLINE.test(rest)) return [readNamed(rest)];
  const parts = rest.slice(0, rest.length - covered.length).split(/\s*;\s*/);
  const severalByMark = parts.length > 1;
  const firms = parts
    .filter((part, at) => at === 0 || part.split(/\s+/).length > 1 || ENDS_IN_FORM.test(part))
    .flatMap((part) => atCommas(part, severalByMark))
    .flatMap(splitAtAnd)
    .map((part) => part.replace(/^and\s+/i, ""));
  return firms
    .map((firm) => ({ ...readNamed(firm), scope: covered === "" ? null : scopeIn(covered) }))
    .filter(({ name }) => name !== "");
}

/** Commas part firms where the cell is a list: three or more names of several words, the last after "and", or names beside a semicolon. */
function atCommas(text: string, isList: boolean): string[] {
  const parts: string[] = [];
  for (const piece of text.split(/,\s+/)) {
    const isForm = /^(?:co|ltd|inc|llc|limited|company|corp|corporation|pvt|s\.a|s\.r\.l|l\.l\.c)\b/i.test(piece);
    if (isForm && parts.length > 0) parts[parts.length - 1] += `, ${piece}`;
    else parts.push(piece);
  }
  const last = parts.at(-1) ?? "";
  const allLong = parts.every((part) => part.replace(/^and\s+/i, "").split(/\s+/).length > 1);
  const several = parts.length >= 3 ? /^and\s/i.test(last) : parts.length === 2 && isList && ENDS_IN_FORM.test(last);
  return allLong && several ? parts : [text];
}

/** Without footnote marks, stray quotes and signs at the ends. */
const trimmed = (text: string): string =>
  tidy(text.replace(/\(?\*\d*\)?/g, " "))
    .replace(/^["'“”‘’\s,;]+|["'“”‘’\s,;]+$/g, "")
    .replace(/\.\.+$/, ".");

export const tidy = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/gu, " ").trim();

/** What the entry of an import order stands for, by its words. */
export function kindOf(name: string): EntryKind {
  if (/^(?:fishing )?vessel:/i.test(name)) return "vessel";
  if (/\bproduced\b|\bproducts? (?:containing|from|of)\b/i.test(name)) return "goods";
  if (/\b(?:autonomous region|province|diamond fields|small mines)\b/i.test(name)) return "region";
  return "entity";
}

/** Lists name people with two words at least; scripts that write a whole name as one word are not meant. */
const ONE_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}’'.-]{4,}$/u;

const INSTITUTION =
  /\b(?:academy|agency|army|bank|bureau|cent(?:er|re)|college|club|clube|commission|committee|comunidade|corps|council|department|directorate|division|establishment|factory|foundation|front|hospital|institut\w*|laborator\w*|ministry|mill|museum|office|organi[sz]ation|plant|prison|procurement|regiment|school|society|station|trust|union|universit\w*|works|zavod)\b/i;

/**
 * True where something in the name says that it is no natural person: a legal form other than that of a sole trader, a word of
 * trades or institutions, one word alone, a number, or a sign that names of people do not carry. A name that says nothing, or that begins with a
 * given name and has nothing but a word of trades behind it, is not taken for a firm.
 */
export function readsAsFirm(name: string): boolean {
  if (/[\d&/+]/.test(name) || INSTITUTION.test(name) || ONE_WORD.test(name)) return true;
  const { forms, formClasses, words } = readName(name);
  const soleTrader = 1 << LEGAL_CLASSES.indexOf("person");
  if (forms.length > 0 && formClasses !== soleTrader) return true;
  if (startsWithGivenName(nameKey(name))) return false;
  return words.some((word) => word.length > 2 && commonShare(word) !== null && !isPlace(word));
}
