/** Looking up what was decided about a row, and putting it into what the engine is told. */
import type { Place, SupplierFacts, SupplierRole } from "../../risk-models/types";
import { memoise } from "../resolve/memo";
import { sectorMatch, type SectorMatch } from "../resolve/types";
import type { DecidedItem, NotSellerKind, Understanding } from "./decision";
import { textKey } from "./group-key";

/** A decision made ready: what it says as the parts of a supplier's facts, each one object that rows share. */
export interface Ready {
  readonly item: DecidedItem;
  readonly sector: SectorMatch | null;
  readonly placeOfWork: Place | null;
  readonly origin: Place | null;
}

export interface UnderstandingLookup {
  readonly all: readonly Ready[];
  /**
   * The decisions that apply to a row, strongest first (payee, then the meaning of its text, then its group), as places in `all`. Shared:
   * the same combination is the same array.
   */
  readonly applying: (payee: string, text: string | null, group: string) => readonly number[];
  readonly country: (text: string) => string | null;
  readonly currency: (text: string) => string | null;
  readonly hasSectorTexts: boolean;
}

export const NONE: readonly number[] = Object.freeze([]);

const stated = (country: string): Place => Object.freeze({ country, region: null, basis: "stated" });

const ready = (item: DecidedItem): Ready => {
  const { sector, placeOfWork } = item.decision;
  return {
    item,
    sector: sector ? sectorMatch(sector.isic, "isic", 1, sector.goods) : null,
    placeOfWork: placeOfWork === undefined ? null : stated(placeOfWork),
    origin: item.originUsed === null ? null : stated(item.originUsed),
  };
};

/** The look-up of decisions; made once a list. Pure: the same value gives the same answers in every thread. */
export function createUnderstanding(value: Understanding): UnderstandingLookup {
  const all = value.decisions.map(ready);
  const places = (scope: DecidedItem["scope"]) =>
    new Map(all.flatMap(({ item }, at) => (item.scope === scope ? [[item.key, at] as const] : [])));
  const [payees, groups, texts] = [places("payee"), places("group"), places("text-sector")];
  const meanings = (scope: "text-country" | "text-currency", said: "country" | "currency") => {
    const known = places(scope);
    return memoise((text) => {
      const at = known.get(textKey(text));
      return at === undefined ? null : (all[at]!.item.decision[said] ?? null);
    });
  };
  const combinations = new Map<number, readonly number[]>();
  const base = all.length + 1;
  return {
    all,
    hasSectorTexts: texts.size > 0,
    applying(payee, text, group) {
      const ofPayee = payees.size > 0 ? (payees.get(payee) ?? -1) : -1;
      const ofText = text !== null && texts.size > 0 ? (texts.get(text) ?? -1) : -1;
      const ofGroup = groups.get(group) ?? -1;
      if (ofPayee < 0 && ofText < 0 && ofGroup < 0) return NONE;
      const combination = ((ofPayee + 1) * base + ofText + 1) * base + ofGroup + 1;
      let found = combinations.get(combination);
      if (!found) {
        found = Object.freeze([ofPayee, ofText, ofGroup].filter((at) => at >= 0));
        combinations.set(combination, found);
      }
      return found;
    },
    country: meanings("text-country", "country"),
    currency: meanings("text-currency", "currency"),
  };
}

let last: { readonly value: Understanding; readonly lookup: UnderstandingLookup } | null = null;

/** The look-up of a list's decisions, remembered for the value it was last asked for; null when there are none. */
export function lookupOf(value: Understanding | null): UnderstandingLookup | null {
  if (value === null || value.decisions.length === 0) return null;
  if (last?.value !== value) last = { value, lookup: createUnderstanding(value) };
  return last.lookup;
}

/** Why the row is no purchase, as the strongest decision that says what it is says; null when it is one. */
export function notSellerOf(lookup: UnderstandingLookup, decided: readonly number[]): NotSellerKind | null {
  for (const at of decided) {
    const { notSeller, sector, seller } = lookup.all[at]!.item.decision;
    if (notSeller !== undefined) return notSeller;
    if (sector !== undefined || seller) return null;
  }
  return null;
}

/** The first decided value of one fact. */
function first<T>(lookup: UnderstandingLookup, decided: readonly number[], of: (one: Ready) => T | null): T | null {
  for (const at of decided) {
    const value = of(lookup.all[at]!);
    if (value !== null) return value;
  }
  return null;
}

const inside = (finer: string, coarser: string) => finer.length > coarser.length && finer.startsWith(coarser);

/**
 * The sector with the decisions put in: the decided one, unless the list itself states a finer code that lies inside it. Goods
 * read from the row stay where they are of the decided division.
 */
export function decidedSector(
  lookup: UnderstandingLookup,
  decided: readonly number[],
  found: SectorMatch | null,
): SectorMatch | null {
  const said = first(lookup, decided, (one) => one.sector);
  if (!said) return found;
  if (found && found.how !== "text" && inside(found.isic, said.isic)) return found;
  if (said.goods.length > 0 || !found || found.goods.length === 0 || found.isic.slice(0, 2) !== said.isic.slice(0, 2))
    return said;
  return withGoods(said, found.goods);
}

const goodsOf = new WeakMap<SectorMatch, Map<string, SectorMatch>>();

/** The decided sector with the goods of a row; one object a combination, since sectors are told apart by identity. */
function withGoods(said: SectorMatch, goods: readonly string[]): SectorMatch {
  let known = goodsOf.get(said);
  if (!known) goodsOf.set(said, (known = new Map()));
  const key = goods.join("|");
  let found = known.get(key);
  if (!found) known.set(key, (found = sectorMatch(said.isic, said.how, said.confidence, goods)));
  return found;
}

/** Places and role as decided; what no decision says stays. */
export function withDecidedPlaces(
  lookup: UnderstandingLookup,
  decided: readonly number[],
  facts: SupplierFacts,
): SupplierFacts {
  const role = decidedRole(lookup, decided);
  const placeOfWork = first(lookup, decided, (one) => one.placeOfWork);
  const origin = first(lookup, decided, (one) => one.origin);
  if (role === null && placeOfWork === null && origin === null) return facts;
  return {
    ...facts,
    role: role ?? facts.role,
    placeOfWork: placeOfWork ?? facts.placeOfWork,
    origin: origin ?? facts.origin,
  };
}

const decidedRole = (lookup: UnderstandingLookup, decided: readonly number[]): SupplierRole | null =>
  first(lookup, decided, ({ item }) => item.decision.role ?? null);

/**
 * A supplier's facts with the decisions about all its rows put over what its rows gave together: strongest first, so that of two
 * groups the one with most of its spend decides. `roleOf` gives the role a sector implies by itself.
 */
export function withDecisions(
  lookup: UnderstandingLookup,
  decided: readonly number[],
  facts: SupplierFacts,
  roleOf: (isic: string | null) => SupplierRole,
): SupplierFacts {
  const said = first(lookup, decided, (one) => one.sector);
  const { isic, basis } = facts.sector;
  const finer = said !== null && isic !== null && basis === "stated" && inside(isic, said.isic);
  const placed = withDecidedPlaces(lookup, decided, facts);
  if (!said || finer) return placed;
  const goods = said.goods.length > 0 || isic?.slice(0, 2) !== said.isic.slice(0, 2) ? said.goods : facts.goods;
  const implied = facts.role === roleOf(isic) && decidedRole(lookup, decided) === null;
  return {
    ...placed,
    sector: { isic: said.isic, basis: "stated", confidence: said.confidence },
    goods,
    role: implied ? roleOf(said.isic) : placed.role,
  };
}
