/**
 * Remembers what depends only on places, role, sector and goods, by their values. No key text is built for a supplier: the
 * words are steps of a tree and the three places one whole number, since millions of suppliers ask and a few thousand differ.
 */
import type { Basis, Place, SupplierFacts } from "./types";

/** The most contexts held at once; then the memory starts anew. */
const CACHE_LIMIT = 20_000;
/** Places are numbered below this, so that three numbers fit one small integer. */
const PLACES = 1024;
const NO_PLACE = 0;

interface Step<T> {
  readonly next: Map<string | number | null, Step<T>>;
  /** By the number of the three places. */
  readonly held: Map<number, T>;
}

const step = <T>(): Step<T> => ({ next: new Map(), held: new Map() });

function follow<T>(from: Step<T>, word: string | number | null): Step<T> {
  let next = from.next.get(word);
  if (next === undefined) from.next.set(word, (next = step()));
  return next;
}

/** `read`, remembered per distinct context. The day and own answers are not part of a context: no table value depends on them. */
export function rememberContexts<T>(
  read: (facts: SupplierFacts) => T,
  limit = CACHE_LIMIT,
): (facts: SupplierFacts) => T {
  let start = step<T>();
  let held = 0;
  let places = 0;
  const numbers: Record<Basis, Map<string, number>> = { stated: new Map(), derived: new Map(), unknown: new Map() };

  const startAnew = () => {
    start = step();
    held = 0;
    places = 0;
    numbers.stated.clear();
    numbers.derived.clear();
    numbers.unknown.clear();
  };

  const numberOf = ({ country, region, basis }: Place): number => {
    if (country === null && region === null) return NO_PLACE;
    const key = region === null ? country! : `${country ?? ""}\u0001${region}`;
    let number = numbers[basis].get(key);
    if (number === undefined) numbers[basis].set(key, (number = ++places));
    return number;
  };

  return (facts) => {
    if (held >= limit || places + 3 >= PLACES) startAnew();
    const { sector, goods, seat, placeOfWork, origin } = facts;
    let at = follow(follow(start, facts.role), sector.isic);
    if (sector.confidence !== null && sector.confidence !== 1) at = follow(at, sector.confidence);
    for (let index = 0; index < goods.length; index += 1) at = follow(at, goods[index]!);
    const where = numberOf(seat) + PLACES * (numberOf(placeOfWork) + PLACES * numberOf(origin));
    let found = at.held.get(where);
    if (found === undefined) {
      found = read(facts);
      at.held.set(where, found);
      held += 1;
    }
    return found;
  };
}
