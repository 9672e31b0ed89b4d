/**
 * What a product is made of, stage by stage, and which material to ask about. A path adds no points: only a stated origin of a
 * material does (`SupplierFacts.inputs`, sign `inputForcedAtOrigin`). Pure.
 */
import { divisionOf } from "./isic";
import type { RiskModel } from "./model-file";
import { INPUT_SIGN } from "./reasons";
import type { ChainBasis, ChainStage, RiskReference } from "./reference-types";
import type { Iso2, StatedInput, SupplierFacts } from "./types";

/** Whether a model counts the origin of materials that is stated; earlier ones read none. */
export const countsMaterials = ({ signs }: Pick<RiskModel, "signs">): boolean =>
  signs.some(({ id }) => id === INPUT_SIGN);

/** A place where a good of a stage is listed with forced labour. */
export interface ListedPlace {
  readonly country: Iso2;
  /** ISO 3166-2, for a State-imposed programme of a region. */
  readonly region: string | null;
  readonly isStateImposed: boolean;
  readonly year: number | null;
  readonly source: string;
}

/** A stage upstream of where the supplier stands. */
export interface PathStage {
  readonly stage: string;
  readonly step: number;
  readonly goods: readonly string[];
  readonly basis: ChainBasis;
  readonly source: string;
  /** State-imposed programmes first, then the rows of the list. */
  readonly listed: readonly ListedPlace[];
  /** What is stated of its origin. */
  readonly stated: readonly StatedInput[];
}

export interface ProductPath {
  readonly chain: string;
  /** Materials first. */
  readonly upstream: readonly PathStage[];
  /** The stages where the supplier stands. */
  readonly own: readonly string[];
}

/** The stages of each chain; the rows of a chain stand together. */
function byChain(chains: RiskReference["chains"]): ReadonlyMap<string, readonly ChainStage[]> {
  const found = new Map<string, ChainStage[]>();
  for (const stage of chains) {
    const own = found.get(stage.chain);
    if (own) own.push(stage);
    else found.set(stage.chain, [stage]);
  }
  return found;
}

/** Stages that `from` are made of, at any depth. */
function upstreamOf(chain: readonly ChainStage[], from: readonly ChainStage[]): ReadonlySet<ChainStage> {
  const found = new Set<ChainStage>();
  const open = [...from];
  for (let stage = open.pop(); stage; stage = open.pop())
    for (const one of chain)
      if (stage.madeOf.includes(one.stage) && !found.has(one)) {
        found.add(one);
        open.push(one);
      }
  return found;
}

/**
 * Where a supplier stands in a chain. Its listed goods decide. Some of them name a material for all that is made of it (cocoa
 * for chocolate): where the supplier's ISIC class does not make that good, and makes a later stage of the chain, it stands at
 * the later stage. Without a listed good its class decides, and only in a chain that is that class's own (`ownIsic`): a class
 * that makes many things (spinning, electronic components) says nothing about a material.
 */
function standsAt(chain: readonly ChainStage[], { goods, sector }: SupplierFacts, reference: RiskReference) {
  const isic = sector.isic ?? "";
  const inChains = (good: string) => reference.chains.some((stage) => stage.goods.includes(good));
  const named = goods.filter((good) => reference.goods[good] !== undefined || inChains(good));
  if (named.length === 0) {
    const own = chain.filter(({ ownIsic }) => ownIsic.includes(isic));
    // A class that works a material up, as well as preparing it, is taken to buy it (fish, tobacco).
    const worked = own.filter(({ madeOf }) => madeOf.length > 0);
    return worked.length > 0 ? worked : own;
  }
  const byGood = chain.filter((stage) => stage.goods.some((good) => named.includes(good)));
  return byGood.flatMap((stage) => {
    const made = stage.goods.filter((good) => named.includes(good));
    // A good that is on no list has no classes of its own: those that make its stage count.
    if (made.some((good) => (reference.goods[good]?.isicClasses ?? stage.isic).includes(isic))) return [stage];
    const later = chain.filter((one) => one.isic.includes(isic) && upstreamOf(chain, [one]).has(stage));
    return later.length > 0 ? later : [stage];
  });
}

/** Where the good that is asked about is listed: what an answer is compared with, and nothing else. */
function listedPlaces(
  { goods: [asked] }: ChainStage,
  chain: readonly ChainStage[],
  reference: RiskReference,
): ListedPlace[] {
  if (asked === undefined) return [];
  const byCountry = new Map<Iso2, ListedPlace>();
  for (const [country, { forced, year, source }] of Object.entries(reference.goods[asked]?.pairs ?? {}))
    if (forced) byCountry.set(country, { country, region: null, isStateImposed: false, year, source });
  const inChain = new Set(chain.flatMap(({ goods }) => goods));
  const programmes = reference.stateImposed.flatMap((row): ListedPlace[] => {
    const { acts, good, country, region, year, source } = row;
    // A programme of a region is about many goods: it stands beside what it names, and beside goods listed in its country in
    // chains of which it names one.
    const isOfRegion = () =>
      row.namedGoods.includes(asked) || (byCountry.has(country) && row.namedGoods.some((named) => inChain.has(named)));
    const isMeant = good === null ? isOfRegion() : good === asked;
    return acts && isMeant ? [{ country, region, isStateImposed: true, year, source }] : [];
  });
  const place = ({ country, region }: ListedPlace) => `${country} ${region ?? ""}`;
  const inOrder = (some: Iterable<ListedPlace>) => [...some].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  // A programme of a whole country says more than that country's row of the list.
  const whole = new Set(programmes.filter(({ region }) => region === null).map(({ country }) => country));
  return [...inOrder(programmes), ...inOrder([...byCountry.values()].filter(({ country }) => !whole.has(country)))];
}

/**
 * The paths from materials to what a supplier sells, one a chain; only stages before its own. None for who sells nothing or
 * provides labour. The countries are those of the tables, whatever is stated.
 */
export function productPaths(facts: SupplierFacts, reference: RiskReference): ProductPath[] {
  const { role, sector, inputs = [] } = facts;
  if (role === "not-a-seller" || role === "labour-provider") return [];
  if (sector.isic !== null && divisionOf(sector.isic) === "78") return [];
  return [...byChain(reference.chains)].flatMap(([chain, stages]) => {
    const own = new Set(standsAt(stages, facts, reference));
    const before = upstreamOf(stages, [...own]);
    const upstream = stages.filter((stage) => before.has(stage) && !own.has(stage));
    if (upstream.length === 0) return [];
    return {
      chain,
      own: stages.filter((stage) => own.has(stage)).map(({ stage }) => stage),
      upstream: upstream.map((one) => ({
        stage: one.stage,
        step: one.step,
        goods: one.goods,
        basis: one.basis,
        source: one.source,
        listed: listedPlaces(one, stages, reference),
        stated: inputs.filter(({ good }) => one.goods.includes(good)),
      })),
    };
  });
}

/** The good under which the origin of a stage's material is asked and stated; null where nothing is to be asked. */
export const materialGood = ({ goods, listed }: Pick<PathStage, "goods" | "listed">): string | null =>
  listed.length > 0 ? (goods[0] ?? null) : null;

/** Whether what is stated settles where a material is from: a country of which a region alone is listed leaves the region open. */
function isSettled({ stated, listed }: PathStage): boolean {
  const inRegion = ({ country }: StatedInput) => {
    const places = listed.filter((place) => place.country === country);
    return places.length > 0 && places.every(({ region }) => region !== null);
  };
  return stated.length > 0 && !stated.some((input) => input.region === null && inRegion(input));
}

/**
 * The stages whose origin is to be asked, each good once: those with a State-imposed programme first, then by the number of
 * places where they are listed, then the material before what is made of it. An origin that is stated answers the question
 * (`isSettled`).
 */
export function materialsToAsk(paths: readonly ProductPath[]): PathStage[] {
  const open = new Map<string, PathStage>();
  for (const { upstream } of paths)
    for (const stage of upstream) {
      const good = materialGood(stage);
      if (good !== null && !isSettled(stage) && !open.has(good)) open.set(good, stage);
    }
  const programme = ({ listed }: PathStage) => (listed.some(({ isStateImposed }) => isStateImposed) ? 0 : 1);
  return [...open.values()].sort(
    (a, b) => programme(a) - programme(b) || b.listed.length - a.listed.length || a.step - b.step,
  );
}
