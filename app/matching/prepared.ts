/** Names and parties made ready once, to be compared many times. */
import { namesOf } from "./name";
import type { Rarity } from "./rarity";
import { lettersOf, soundOf, type Word } from "./similarity";
import type { Name, Party } from "./types";
import { cleaned, tokensOf } from "./script";
import { isPlace, isTrade } from "./vocabulary";

export interface PreparedName {
  readonly name: Name;
  readonly words: readonly Word[];
  /** Sum of the weights of the words. */
  readonly weight: number;
  readonly places: readonly string[];
}

export interface PreparedParty {
  readonly party: Party;
  readonly names: readonly PreparedName[];
  readonly address: readonly string[];
  readonly city: string;
  readonly parent: PreparedName | null;
  /** Kind to number, both brought to one way of writing. */
  readonly ids: ReadonlyMap<string, string>;
}

export function prepareName(name: Name, rarity: Rarity): PreparedName {
  let weight = 0;
  const words = name.words.map((text, at): Word => {
    const own = rarity.weightOf(text);
    weight += own;
    return {
      text,
      written: name.written[at]!,
      sound: soundOf(text),
      letters: lettersOf(text),
      byConsonants: name.byConsonants[at] ?? false,
      weight: own,
      isTrade: isTrade(text),
    };
  });
  return { name, words, weight, places: name.words.filter(isPlace) };
}

export const prepareParty = (party: Party, rarity: Rarity): PreparedParty =>
  preparedParty(party, namesOf(party), rarity);

/** A party whose names have been read. */
export function preparedParty(party: Party, names: readonly Name[], rarity: Rarity): PreparedParty {
  return {
    party,
    names: names.map((name) => prepareName(name, rarity)),
    address: addressWords(party.address ?? ""),
    city: addressWords(party.city ?? "").join(" "),
    parent: party.parent ? (namesOf({ name: party.parent }).map((name) => prepareName(name, rarity))[0] ?? null) : null,
    ids: idsOf(party.ids ?? {}),
  };
}

const ADDRESS_EMPTY = new Set(
  "road rd street st avenue ave no lane ln building bldg floor fl room rm district dist city town village county province zone the of and block plot unit area industrial park estate rua avenida av km zona rural ul str strasse ulitsa dom sokak cad mah de da do".split(
    " ",
  ),
);

function addressWords(text: string): string[] {
  if (text === "") return [];
  const words = new Set<string>();
  for (const { text: word } of tokensOf(cleaned(text)))
    if ((word.length > 2 || /^\d/.test(word)) && !ADDRESS_EMPTY.has(word)) words.add(word);
  return [...words].sort();
}

const KINDS = new Map([
  ["registrationnumber", "registration"],
  ["registrationno", "registration"],
  ["regno", "registration"],
  ["reg", "registration"],
  ["companynumber", "registration"],
  ["companyno", "registration"],
  ["registrationid", "registration"],
  ["vatnumber", "vat"],
  ["vatid", "vat"],
  ["vatno", "vat"],
  ["dunsnumber", "duns"],
  ["leicode", "lei"],
  ["unifiedsocialcreditcode", "uscc"],
]);
const SHORTEST_ID = 5;

/** One for all parties without numbers: there are many, and an empty map is no small thing. */
const NO_IDS: ReadonlyMap<string, string> = new Map();

/** Numbers by kind; blanks that somebody had to fill ("00000", "N/A") are left out. */
export function idsOf(ids: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const given = Object.entries(ids);
  if (given.length === 0) return NO_IDS;
  const found = new Map<string, string>();
  for (const [kind, value] of given) {
    const plain = kind.toLowerCase().replace(/[^a-z0-9]/g, "");
    const digits = cleaned(String(value ?? ""))
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
    if (digits.length < SHORTEST_ID || !/\d/.test(digits) || /^(.)\1*$/u.test(digits)) continue;
    found.set(KINDS.get(plain) ?? plain, digits.replace(/^0+(?=\d)/, ""));
  }
  return found;
}
