/** From one header to the fields it can mean. Whole phrases first, then the phrase without units and neutral words, then its parts. */
import { RECRUITMENT_FIELDS, proofField } from "./fields";
import { SYNONYMS } from "./synonyms";
import type { FieldName, SynonymGroup } from "./fields";
import { normaliseHeader, readHeader } from "./header-text";
import type { HeaderText } from "./header-text";
import {
  BANK_PARTS,
  BANK_WORDS,
  BUYER_PARTS,
  BUYER_WORDS,
  IGNORED_WORDS,
  PERSON_PARTS,
  PERSON_WORDS,
} from "./synonyms/not-supplier";
import { TRANSACTION_WORDS } from "./synonyms/money";

export type HeaderVerdict = "buyer" | "person" | "bank" | "ignored" | "transaction";

export interface HeaderMatch {
  readonly field: FieldName;
  /** About 100 for a whole phrase, less for parts; times the weight of the synonym. */
  readonly score: number;
  readonly site: boolean;
  /** Share of the column's values that must fit, 0 when the header is enough. */
  readonly needsValues: number;
  /** Found as a part of a longer header only. */
  readonly partial: boolean;
}

export interface MatchedHeader {
  readonly text: HeaderText;
  /** Null when the column may be a field. */
  readonly verdict: HeaderVerdict | null;
  readonly matches: readonly HeaderMatch[];
}

interface Index {
  readonly exact: Map<string, SynonymGroup[]>;
  readonly verdicts: Map<string, HeaderVerdict>;
  /** Phrases of two words and more, longest first. */
  readonly phrases: readonly (readonly [string, SynonymGroup])[];
  /** Phrases in Chinese, longest first: they are looked for at the end of a header. */
  readonly han: readonly (readonly [string, SynonymGroup])[];
}

const HAN = /[\u3400-\u9fff]/;
let index: Index | null = null;

function synonymIndex(): Index {
  if (index !== null) return index;
  const exact = new Map<string, SynonymGroup[]>();
  for (const group of SYNONYMS) {
    for (const word of group.words) {
      const key = normaliseHeader(word);
      const known = exact.get(key);
      if (known === undefined) exact.set(key, [group]);
      else if (!known.includes(group)) known.push(group);
    }
  }
  const verdicts = new Map<string, HeaderVerdict>();
  const lists = [[IGNORED_WORDS, "ignored"], [TRANSACTION_WORDS, "transaction"], [BUYER_WORDS, "buyer"], [PERSON_WORDS, "person"], [BANK_WORDS, "bank"]] as const; // prettier-ignore
  for (const [words, verdict] of lists) {
    for (const word of words) {
      // "Nr." and "#" say "number" and nothing else; a synonym of a field is never refused.
      const key = normaliseHeader(word);
      if (key !== "" && !exact.has(key)) verdicts.set(key, verdict);
    }
  }
  const all = [...exact].flatMap(([key, groups]) => groups.map((group) => [key, group] as const));
  const byLength = (a: readonly [string, unknown], b: readonly [string, unknown]): number => b[0].length - a[0].length;
  const phrases = all.filter(([key]) => key.includes(" ") && key.length >= 8 && !HAN.test(key)).sort(byLength);
  const han = all.filter(([key]) => HAN.test(key) && key.length >= 2).sort(byLength);
  index = { exact, verdicts, phrases, han };
  return index;
}

const PROOF_WORD =
  /(?:^|\s)(?:proof|evidence|nachweis|preuve|prueba|prova|bevis|documentation|доказательство|подтверждение)(?:\s+(?:of|for|fur|de|por|av))?(?=\s|$)|证明/;
/** X(T) is the text of the code X. */
const TEXT_OF: Partial<Record<FieldName, FieldName>> = {
  supplierNumber: "name",
  name: "name",
  accountCode: "accountName",
};

/** The matches of a header, best first, one a field. */
export function matchHeader(header: string): MatchedHeader {
  const text = readHeader(header);
  const { full } = text;
  if (full === "") return { text, verdict: null, matches: [] };
  const found = collect(text);
  if (
    text.isText &&
    found.length > 0 &&
    !found.some((match) => match.score >= 100 && TEXT_OF[match.field] === undefined)
  ) {
    const texts = found.flatMap((match) =>
      TEXT_OF[match.field] ? [{ ...match, field: TEXT_OF[match.field]!, needsValues: 0 }] : [],
    );
    return { text, verdict: texts.length > 0 ? null : verdictOf(text), matches: best(texts) };
  }
  const certain = found.some((match) => !match.partial && match.score > 80);
  const verdict = certain && synonymIndex().exact.has(full) ? null : verdictOf(text);
  return { text, verdict, matches: verdict === null ? best(found) : [] };
}

function collect(text: HeaderText): HeaderMatch[] {
  const { exact, phrases, han } = synonymIndex();
  const { full, bare, core } = text;
  const found: HeaderMatch[] = [];
  const add = (group: SynonymGroup, base: number, partial = false): void => {
    found.push({
      field: group.field,
      score: (base * (group.weight ?? 100)) / 100,
      site: group.level === "site",
      needsValues: group.needsValues ?? 0,
      partial,
    });
  };
  const tries: readonly (readonly [string, number])[] = text.isText
    ? [[full, 100], [full.replace(/ t$/, ""), 98], [bare, 96], [core, 90]]
    : [[full, 100], [bare, 96], [core, 90]]; // prettier-ignore
  for (const [phrase, base] of tries) {
    const groups = phrase === "" ? undefined : exact.get(phrase);
    if (groups !== undefined) {
      for (const group of groups) add(group, base);
      return found;
    }
  }
  if (PROOF_WORD.test(full)) {
    const rest = full.replace(PROOF_WORD, " ").replace(/\s+/g, " ").trim();
    const about =
      rest === ""
        ? undefined
        : ((exact.get(rest) ?? phrases.find(([phrase]) => rest.includes(phrase))?.slice(1)) as
            SynonymGroup[] | undefined);
    const key = RECRUITMENT_FIELDS.find((field) => about?.some((group) => group.field === field));
    if (key !== undefined) return [{ field: proofField(key), score: 100, site: false, needsValues: 0, partial: false }];
  }
  if (HAN.test(bare)) {
    const compact = bare.replace(/ /g, "");
    const match =
      han.find(([phrase]) => compact.endsWith(phrase)) ??
      han.find(([phrase]) => phrase.length >= 3 && compact.includes(phrase));
    if (match !== undefined) add(match[1], compact.endsWith(match[0]) ? 80 : 65, true);
    return found;
  }
  const padded = ` ${bare} `;
  for (const [phrase, group] of phrases) {
    if (!padded.includes(` ${phrase} `)) continue;
    // Words beside the phrase that say something of their own.
    const left = Math.max(0, (core === "" ? 0 : core.split(" ").length) - phrase.split(" ").length);
    if (left <= 3) add(group, 78 - 7 * left, true);
    if (found.length >= 4) break;
  }
  return found;
}

function verdictOf(text: HeaderText): HeaderVerdict | null {
  const { verdicts } = synonymIndex();
  const known =
    verdicts.get(text.full) ?? verdicts.get(text.bare) ?? (text.core === "" ? undefined : verdicts.get(text.core));
  if (known !== undefined) return known;
  const padded = ` ${text.full} `;
  const has = (part: string): boolean => (HAN.test(part) ? text.full.includes(part) : padded.includes(` ${part} `));
  if (PERSON_PARTS.some(has)) return "person";
  if (BANK_PARTS.some(has)) return "bank";
  if (BUYER_PARTS.some(has)) return "buyer";
  return null;
}

function best(matches: readonly HeaderMatch[]): HeaderMatch[] {
  const byField = new Map<FieldName, HeaderMatch>();
  for (const match of matches) {
    const known = byField.get(match.field);
    if (known === undefined || known.score < match.score) byField.set(match.field, match);
  }
  return [...byField.values()].sort((a, b) => b.score - a.score);
}
