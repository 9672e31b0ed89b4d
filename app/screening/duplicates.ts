/**
 * Suppliers that may be one firm: pairs inside one list, and between two lists. Proposes and decides nothing. Pure; the order in
 * which a list stands does not matter.
 *
 * Suppliers of one name are brought together first. A few are compared with each other; of many each is compared with the next
 * alone, by country and place, so that 500 branches of one name give a chain and not 125,000 pairs. Names are then looked up in
 * an index of names, and each pair of names is looked at once.
 */
import { BlockingIndex } from "../matching/blocking";
import { compare, match } from "../matching/match";
import { namesOf } from "../matching/name";
import { idsOf, preparedParty, type PreparedParty } from "../matching/prepared";
import { countWords, noWords, rarityOf, type Rarity } from "../matching/rarity";
import type { MatchAnswer, Name, Party } from "../matching/types";

export interface DuplicatePair {
  /** Places in the list; between two lists the place in each. */
  readonly left: number;
  readonly right: number;
  readonly score: number;
  /** The full answer; made when it is asked for. */
  answer(): MatchAnswer;
}

export interface DuplicateOptions {
  /** The lowest score that is told. */
  readonly least?: number;
  /** Pairs of one supplier at most; the strongest stay. */
  readonly most?: number;
}

/** How far the work is, in names. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

const LEAST = 0.7;
const MOST = 5;
/** Names looked at for one name. */
const CANDIDATES = 8;
/** So many suppliers of one name are compared with each other; of more, each with the next. */
const ALL_OF = 4;
/** Suppliers that stand for a name, of different countries. */
const FACES = 3;
/** A trigram that more names than this have is not looked up. */
const LONGEST = 5000;
/** Names between two reports of progress. */
const BATCH = 500;

/** Pairs inside one list, the strongest first; reports progress on the way. `left` is the smaller place. */
export function* duplicatesWithin(
  list: readonly Party[],
  { least = LEAST, most = MOST }: DuplicateOptions = {},
): Generator<Progress, DuplicatePair[]> {
  const side = new NamedSuppliers(list);
  const rarity = rarityOfNames(side.groups);
  const index = side.index();
  const found = new FoundPairs(least);
  const score = (a: number, b: number) => compare(side.prepared(a, rarity), side.prepared(b, rarity), least).score;
  const look = (a: number, b: number) => found.add(Math.min(a, b), Math.max(a, b), score(a, b));
  for (const members of [...side.groups.map((group) => group.members), ...sharedNumbers(side)])
    for (const [a, b] of ofOneName(members)) look(a, b);
  // What each name before this one has looked at: a pair is looked at from one side only.
  const lookedAt = new Int32Array(side.groups.length * CANDIDATES).fill(-1);
  for (const [at, group] of side.groups.entries()) {
    if (at % BATCH === 0) yield { done: at, of: side.groups.length };
    let place = at * CANDIDATES;
    for (const { entry } of index.candidatesOf(index.names[at]!, NO_IDS, CANDIDATES + 1)) {
      if (entry === at || place === (at + 1) * CANDIDATES) continue;
      lookedAt[place++] = entry;
      const own = entry * CANDIDATES;
      if (entry < at && lookedAt.subarray(own, own + CANDIDATES).includes(at)) continue;
      best(group.faces, side.groups[entry]!.faces, score, least, look);
    }
  }
  const pairsOf = new Map<number, number>();
  return found
    .strongest(side.ranks, side.ranks)
    .filter(({ left, right }) => counted(pairsOf, left, pairsOf, right, most))
    .map((pair) => ({ ...pair, answer: () => match(list[pair.left]!, list[pair.right]!, rarity) }));
}

/** Pairs of a supplier of one list and a supplier of another, the strongest first; reports progress on the way. */
export function* duplicatesBetween(
  lefts: readonly Party[],
  rights: readonly Party[],
  { least = LEAST, most = MOST }: DuplicateOptions = {},
): Generator<Progress, DuplicatePair[]> {
  const [one, other] = [new NamedSuppliers(lefts), new NamedSuppliers(rights)];
  const rarity = rarityOfNames([...one.groups, ...other.groups]);
  const index = other.index();
  const found = new FoundPairs(least);
  const score = (a: number, b: number) => compare(one.prepared(a, rarity), other.prepared(b, rarity), least).score;
  const look = (a: number, b: number) => found.add(a, b, score(a, b));
  for (const [key, members] of one.byNumber)
    for (const [a, b] of sideBySide(one, members, other, other.byNumber.get(key) ?? [])) look(a, b);
  for (const [at, group] of one.groups.entries()) {
    if (at % BATCH === 0) yield { done: at, of: one.groups.length };
    const same = other.byKey.get(group.key);
    for (const [a, b] of sideBySide(one, group.members, other, same?.members ?? [])) look(a, b);
    for (const { entry } of index.candidatesOf(one.namesOf(group), NO_IDS, CANDIDATES)) {
      const candidate = other.groups[entry]!;
      if (candidate !== same) best(group.faces, candidate.faces, score, least, look);
    }
  }
  const [ofLeft, ofRight] = [new Map<number, number>(), new Map<number, number>()];
  return found
    .strongest(one.ranks, other.ranks)
    .filter(({ left, right }) => counted(ofLeft, left, ofRight, right, most))
    .map((pair) => ({ ...pair, answer: () => match(lefts[pair.left]!, rights[pair.right]!, rarity) }));
}

/** Whether a pair may still be told: counts it for both of its suppliers when neither has the most yet. */
function counted(
  ofLeft: Map<number, number>,
  left: number,
  ofRight: Map<number, number>,
  right: number,
  most: number,
): boolean {
  const [own, other] = [ofLeft.get(left) ?? 0, ofRight.get(right) ?? 0];
  if (own >= most || other >= most) return false;
  ofLeft.set(left, own + 1);
  ofRight.set(right, other + 1);
  return true;
}

const NO_IDS: ReadonlyMap<string, string> = new Map();

/** Suppliers whose first name reads the same. */
interface NameGroup {
  /** Words written together, and numbers. */
  readonly key: string;
  /** Places in the list, by country, place and what else is known. */
  readonly members: readonly number[];
  /** At most `FACES` of them, of different countries. */
  readonly faces: readonly number[];
  readonly words: readonly string[];
}

/** The suppliers of a list by their names. */
class NamedSuppliers {
  /** In the order of their keys. */
  readonly groups: readonly NameGroup[];
  readonly byKey: ReadonlyMap<string, NameGroup>;
  /** Kind and number to the suppliers that have it, in the order of `groups`. */
  readonly byNumber = new Map<string, number[]>();
  /** Place in the list to a rank that the order of the list does not change. */
  readonly ranks: Int32Array;
  readonly #prepared = new Map<number, PreparedParty>();

  constructor(readonly list: readonly Party[]) {
    const found = new Map<string, { words: readonly string[]; members: number[] }>();
    list.forEach((party, at) => {
      const [first] = namesOf(party);
      // Nothing to compare by but numbers, if any.
      if (first === undefined || first.joined === "") return;
      const key = `${first.joined} ${first.numbers.join(" ")}`;
      const group = found.get(key);
      if (group) group.members.push(at);
      else found.set(key, { words: first.words, members: [at] });
    });
    this.groups = [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { words, members }]) => {
        const inOrder = members.length > 1 ? ordered(list, members) : members;
        return { key, members: inOrder, faces: facesOf(list, inOrder), words };
      });
    this.ranks = new Int32Array(list.length).fill(-1);
    let rank = 0;
    for (const { members } of this.groups) for (const at of members) this.ranks[at] = rank++;
    const nameless = list.flatMap((_, at) => (this.ranks[at] === -1 ? [at] : []));
    for (const at of ordered(list, nameless)) this.ranks[at] = rank++;
    this.byKey = new Map(this.groups.map((group) => [group.key, group]));
    const numbered = ordered(
      list,
      list.flatMap(({ ids }, at) => (ids && Object.keys(ids).length > 0 ? [at] : [])),
    );
    for (const at of numbered)
      for (const [kind, number] of idsOf(list[at]!.ids ?? {})) {
        // A VAT number stands with and without the letters of its country.
        const key = kind === "vat" ? `vat ${number.replace(/^[A-Z]{2}0*(?=\d)/, "")}` : `${kind} ${number}`;
        const known = this.byNumber.get(key);
        if (known) known.push(at);
        else this.byNumber.set(key, [at]);
      }
  }

  /** An index of the names, an entry a group. */
  index(): BlockingIndex {
    return new BlockingIndex(
      this.groups.map((group) => this.#asOne(group)),
      LONGEST,
    );
  }

  /** All spellings of a group's faces. */
  namesOf(group: NameGroup): Name[] {
    return namesOf(this.#asOne(group));
  }

  /** A group as one party: the names of its faces. Numbers are looked up apart. */
  #asOne({ faces }: NameGroup): Party {
    const [first, ...others] = faces.map((at) => this.list[at]!);
    const aliases = [...(first!.aliases ?? []), ...others.flatMap(({ name, aliases: more = [] }) => [name, ...more])];
    return { name: first!.name, aliases, country: first!.country ?? null };
  }

  prepared(at: number, rarity: Rarity): PreparedParty {
    const known = this.#prepared.get(at);
    if (known) return known;
    const party = this.list[at]!;
    const made = preparedParty(party, namesOf(party), rarity);
    if (this.#prepared.size >= MOST_PREPARED) this.#prepared.clear();
    this.#prepared.set(at, made);
    return made;
  }
}

/** Suppliers kept ready for comparing; making one again costs little. */
const MOST_PREPARED = 10_000;

/** What tells suppliers of one name apart, in writing: country and place first. */
function ordered(list: readonly Party[], members: readonly number[]): number[] {
  const text = (at: number) => {
    const { name, aliases, country, city, address, parent, sector, ids } = list[at]!;
    return JSON.stringify([country, city, address, parent, sector, ids && Object.entries(ids).sort(), name, aliases]);
  };
  return members
    .map((at) => [text(at), at] as const)
    .sort(([a, left], [b, right]) => (a < b ? -1 : a > b ? 1 : left - right))
    .map(([, at]) => at);
}

function facesOf(list: readonly Party[], members: readonly number[]): number[] {
  const byCountry = new Map<string, number>();
  for (const at of members) {
    const country = list[at]!.country ?? "";
    if (byCountry.size < FACES && !byCountry.has(country)) byCountry.set(country, at);
  }
  return [...byCountry.values()];
}

function rarityOfNames(groups: readonly NameGroup[]): Rarity {
  const counts = noWords();
  for (const { words } of groups) countWords(counts, words);
  return rarityOf(counts);
}

const sharedNumbers = (side: NamedSuppliers): number[][] =>
  [...side.byNumber.values()].filter(({ length }) => length > 1);

/** A few with each other, of many each with the next. */
function* ofOneName(members: readonly number[]): Generator<readonly [number, number]> {
  const isFew = members.length <= ALL_OF;
  for (let a = 0; a < members.length; a++)
    for (let b = a + 1; b < (isFew ? members.length : Math.min(a + 2, members.length)); b++)
      yield [members[a]!, members[b]!];
}

/** The suppliers of one name in two lists: a few with each other, of many each with one of its country and place. */
function sideBySide(
  one: NamedSuppliers,
  lefts: readonly number[],
  other: NamedSuppliers,
  rights: readonly number[],
): (readonly [number, number])[] {
  if (lefts.length * rights.length <= ALL_OF * ALL_OF) return lefts.flatMap((a) => rights.map((b) => [a, b] as const));
  const [amongRights, amongLefts] = [nearestAmong(other, rights), nearestAmong(one, lefts)];
  return [
    ...lefts.map((a) => [a, amongRights(one.list[a]!)] as const),
    ...rights.map((b) => [amongLefts(other.list[b]!), b] as const),
  ];
}

/** Of some suppliers the first of a party's country and city, else of its country, else the first. */
function nearestAmong({ list }: NamedSuppliers, members: readonly number[]): (party: Party) => number {
  const first = new Map<string, number>();
  const keysOf = ({ country, city }: Party) => [JSON.stringify([country ?? "", city ?? ""]), country ?? "", "any"];
  for (const at of members) for (const key of keysOf(list[at]!)) if (!first.has(key)) first.set(key, at);
  return (party) => first.get(keysOf(party).find((key) => first.has(key))!)!;
}

/** The best pair of faces of two names is looked at. */
function best(
  lefts: readonly number[],
  rights: readonly number[],
  score: (a: number, b: number) => number,
  least: number,
  look: (a: number, b: number) => void,
): void {
  let [top, left, right] = [least, -1, -1];
  for (const a of lefts)
    for (const b of rights) {
      const found = score(a, b);
      if (found < least || (left >= 0 && found <= top)) continue;
      [top, left, right] = [found, a, b];
    }
  if (left >= 0) look(left, right);
}

interface Found {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** More than a list can hold: a pair of places is one whole number below 2^53. */
const MOST_SUPPLIERS = 2 ** 26;

/** Pairs that were found, each once. */
class FoundPairs {
  readonly #pairs: Found[] = [];
  readonly #seen = new Set<number>();

  constructor(readonly least: number) {}

  add(left: number, right: number, score: number): void {
    const key = left * MOST_SUPPLIERS + right;
    if (score < this.least || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#pairs.push({ left, right, score });
  }

  /** The strongest first; of equal ones by the ranks of their suppliers, whatever the order of the list. */
  strongest(ranksLeft: Int32Array, ranksRight: Int32Array): Found[] {
    const [low, high] = [
      ({ left, right }: Found) => Math.min(ranksLeft[left]!, ranksRight[right]!),
      ({ left, right }: Found) => Math.max(ranksLeft[left]!, ranksRight[right]!),
    ];
    return this.#pairs.sort((a, b) => b.score - a.score || low(a) - low(b) || high(a) - high(b));
  }
}
