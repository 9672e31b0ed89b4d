/**
 * Remembers what depends only on places, role, sector and goods, by their values. No key text is built for a supplier: the
 * three places are one whole number, role and ISIC code another, since millions of suppliers ask and a few thousand differ.
 */
import { ROLES } from "./types";
import type { Basis, Place, SupplierFacts, SupplierRole } from "./types";

/** The most contexts held at once; then the memory starts anew. */
const CACHE_LIMIT = 20_000;
const NO_PLACE = 0;
/** Alpha-2 countries without a region are numbered by their letters, others as they come, up to `PLACES`. */
const LETTERS = 26;
const BASES: Readonly<Record<Basis, number>> = { stated: 0, derived: 1, unknown: 2 };
const LETTER_PLACES = LETTERS * LETTERS * 3;
const PLACES = 4096;
/** Four characters of six bits, with the role, fit one small integer. */
const LONGEST_ISIC = 4;

interface Step<T> {
  /** By the number of seat and place of work, where no origin is known: it is small, and quickly looked up. */
  readonly withoutOrigin: Map<number, T>;
  /** By the number of the three places. */
  readonly withOrigin: Map<number, T>;
  /** By a further word: a confidence, a good. */
  next: Map<string | number, Step<T>> | null;
}

const step = <T>(): Step<T> => ({ withoutOrigin: new Map(), withOrigin: new Map(), next: null });

function follow<T>(from: Step<T>, word: string | number): Step<T> {
  from.next ??= new Map();
  let next = from.next.get(word);
  if (next === undefined) from.next.set(word, (next = step()));
  return next;
}

/** `read`, remembered per distinct context. The day and own answers are not part of a context: no table value depends on them. */
export function rememberContexts<T>(
  read: (facts: SupplierFacts) => T,
  limit = CACHE_LIMIT,
): (facts: SupplierFacts) => T {
  /** By `sectorNumber`. */
  const starts = new Map<number, Step<T>>();
  const places = new Map<string, number>();
  const oddSectors = new Map<string, number>();
  let count = 0;

  const startAnew = () => {
    starts.clear();
    places.clear();
    oddSectors.clear();
    count = 0;
  };

  const numberOf = (place: Place): number => {
    const { country, region } = place;
    if (country === null && region === null) return NO_PLACE;
    if (region === null && country!.length === 2) {
      const first = country!.charCodeAt(0) - 65;
      const second = country!.charCodeAt(1) - 65;
      if (first >= 0 && first < LETTERS && second >= 0 && second < LETTERS)
        return 1 + (first * LETTERS + second) * 3 + BASES[place.basis];
    }
    return numbered(places, `${place.basis}\u0001${country ?? ""}\u0001${region ?? ""}`, LETTER_PLACES + 1);
  };

  const sectorNumber = (isic: string | null, role: SupplierRole): number => {
    let code = 0;
    if (isic !== null) {
      if (isic.length > LONGEST_ISIC) return -1 - numbered(oddSectors, `${role} ${isic}`, 0);
      for (let at = 0; at < isic.length; at += 1) {
        const letter = isic.charCodeAt(at) - 32;
        if (letter < 1 || letter > 63) return -1 - numbered(oddSectors, `${role} ${isic}`, 0);
        code = (code << 6) | letter;
      }
      // The empty text is not the code that is not known.
      code += 1;
    }
    return code * ROLES.length + (role === "unknown" ? ROLES.length - 1 : ROLES.indexOf(role));
  };

  return (facts) => {
    if (count >= limit || places.size + 3 >= PLACES - LETTER_PLACES) startAnew();
    const { sector, goods, seat, placeOfWork, origin } = facts;
    const start = sectorNumber(sector.isic, facts.role);
    let at = starts.get(start);
    if (at === undefined) starts.set(start, (at = step()));
    if (sector.confidence !== null && sector.confidence !== 1) at = follow(at, sector.confidence);
    for (let index = 0; index < goods.length; index += 1) at = follow(at, goods[index]!);
    if (facts.inputs !== undefined)
      for (const { good, country, region } of facts.inputs)
        at = follow(at, `\u0001${good}\u0001${country}\u0001${region ?? ""}`);
    const from = numberOf(origin);
    const held = from === NO_PLACE ? at.withoutOrigin : at.withOrigin;
    const where = numberOf(seat) + PLACES * (numberOf(placeOfWork) + PLACES * from);
    let found = held.get(where);
    if (found === undefined) {
      found = read(facts);
      held.set(where, found);
      count += 1;
    }
    return found;
  };
}

/** The number of a key, from `first` on as they come. */
function numbered(numbers: Map<string, number>, key: string, first: number): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = first + numbers.size));
  return number;
}
