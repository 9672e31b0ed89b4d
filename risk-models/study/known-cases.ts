/** Question 3 of a study: companies known for forced labour, within one country, beside two baselines. No names come out. */
import { createEngine } from "../engine";
import { DIVISIONS } from "../isic";
import type { RiskModel } from "../model-file";
import type { ListedPair, RiskReference } from "../reference-types";
import type { IsoDate, Iso2 } from "../types";
import { Random } from "./random";
import { inTop, mean, quantiles, rankShares, topEdge, type TopEdge } from "./statistics";
import { supplierOf } from "./suppliers";

/** One entry of a list. `company` tells entries of one company; it stays inside. */
export interface ListedEntry {
  readonly company: string;
  readonly country: Iso2;
  readonly division: string;
  /** Publisher of the list. */
  readonly authority: string;
}

/** A product a Customs order names, as the product's own reader reads it. */
export interface CustomsEntry {
  readonly country: Iso2;
  readonly product: string;
  readonly isic: string | null;
  readonly goods: readonly string[];
}

/** The reference without anything a publisher of the kind named has made, and how much that was. */
export function withoutPublisher(
  reference: RiskReference,
  made: (publisher: string) => boolean,
): { reference: RiskReference; switchedOff: { inputs: string[]; pairs: number; sectorSources: number } } {
  const theirs = (ids: string) => ids.split(";").some((id) => made(reference.sources[id]?.publisher ?? ""));
  const inputs = new Set<string>();
  const countries = Object.entries(reference.countries).map(([code, country]) => {
    const kept = Object.entries(country.values).filter(([id, { source }]) => {
      if (theirs(source)) inputs.add(id);
      return !theirs(source);
    });
    return [code, { ...country, values: Object.fromEntries(kept) }];
  });
  let pairs = 0;
  const goods = Object.entries(reference.goods).map(([name, good]) => {
    const kept = Object.entries(good.pairs).filter(([, pair]: [string, ListedPair]) => !theirs(pair.source));
    pairs += Object.keys(good.pairs).length - kept.length;
    return [name, { ...good, pairs: Object.fromEntries(kept) }];
  });
  let sectorSources = 0;
  const sectors = Object.entries(reference.sectorSources).map(([division, entry]) => {
    const kept = entry.sources.filter((id) => !theirs(id));
    sectorSources += entry.sources.length - kept.length;
    return [division, { ...entry, sources: kept }];
  });
  return {
    reference: {
      ...reference,
      countries: Object.fromEntries(countries) as RiskReference["countries"],
      goods: Object.fromEntries(goods) as RiskReference["goods"],
      sectorSources: Object.fromEntries(sectors) as RiskReference["sectorSources"],
      stateImposed: reference.stateImposed.filter((row) => !theirs(row.source) && !made(row.basis)),
    },
    switchedOff: { inputs: [...inputs].sort(), pairs, sectorSources },
  };
}

/** Score of each division of one country, for a supplier that told nothing. */
export function scoresByDivision(
  model: RiskModel,
  reference: RiskReference,
  country: Iso2,
  asOf: IsoDate,
): Map<string, number> {
  const engine = createEngine(model, reference);
  return new Map(DIVISIONS.map((isic) => [isic, engine.score(supplierOf({ seat: country, isic }, asOf)).score ?? 0]));
}

/** Divisions that make a good listed with forced labour for the country: 1, else 0. */
const listedGoodAlone = (reference: RiskReference, country: Iso2): Map<string, number> => {
  const listed = new Set(
    Object.values(reference.goods).flatMap((good) => (good.pairs[country]?.forced ? [good.isicDivision] : [])),
  );
  return new Map(DIVISIONS.map((division) => [division, listed.has(division) ? 1 : 0]));
};

/** Listed companies: the divisions of each one's entries. */
const byCompany = (entries: readonly ListedEntry[]): string[][] => {
  const found = new Map<string, string[]>();
  for (const { company, division } of [...entries].sort((a, b) => (a.company < b.company ? -1 : 1)))
    found.set(company, [...(found.get(company) ?? []), division].sort());
  return [...found.values()];
};

/** For each company how far it is in the top fifth, its entries counting by equal parts. */
const membership = (companies: readonly string[][], scores: ReadonlyMap<string, number>, edge: TopEdge): number[] =>
  companies.map((divisions) => mean(divisions.map((division) => inTop(scores.get(division) ?? 0, edge))));

export interface KnownCasesInput {
  readonly model: RiskModel;
  readonly reference: RiskReference;
  readonly country: Iso2;
  readonly listed: readonly ListedEntry[];
  /** Divisions of ordinary companies, by construction. */
  readonly ordinary: Readonly<Record<string, readonly string[]>>;
  /** Publisher of the list of goods, for the second run. */
  readonly goodsList: (publisher: string) => boolean;
  readonly resamples: number;
  readonly seed: number;
  readonly asOf: IsoDate;
}

/** Lifts into the top fifth with intervals, beside the baselines, for each construction. */
export function knownCases(input: KnownCasesInput) {
  const { model, country, asOf } = input;
  const companies = byCompany(input.listed);
  const authorities = new Set(input.listed.map(({ authority }) => authority));
  const own = withoutPublisher(input.reference, (publisher) => authorities.has(publisher));
  const strict = withoutPublisher(own.reference, input.goodsList);
  const tier = own.reference.countries[country]?.values["tipTier"]?.value ?? 0;
  const rankings: readonly (readonly [string, ReadonlyMap<string, number>])[] = [
    ["model", scoresByDivision(model, own.reference, country, asOf)],
    ["model without the list of goods", scoresByDivision(model, strict.reference, country, asOf)],
    ["TIP tier alone", new Map(DIVISIONS.map((division) => [division, tier]))],
    ["listed good alone", listedGoodAlone(own.reference, country)],
  ];
  const constructions = Object.entries(input.ordinary).map(([construction, divisions]) => {
    const members = rankings.map(([, scores]) => {
      const edge = topEdge(divisions.map((division) => scores.get(division) ?? 0));
      return { edge, members: membership(companies, scores, edge) };
    });
    const random = new Random(input.seed, `resamples ${construction}`);
    const resampled = members.map(() => new Float64Array(input.resamples));
    for (let round = 0; round < input.resamples; round += 1) {
      const drawn = companies.map(() => random.below(companies.length));
      for (const [ranking, one] of members.entries())
        resampled[ranking]![round] = mean(drawn.map((at) => one.members[at]!)) / 0.2;
    }
    const lifts = rankings.map(([name, scores], at) => {
      const share = mean(members[at]!.members);
      const [low, high] = quantiles(resampled[at]!, [0.025, 0.975]) as [number, number];
      const above = quantiles(
        resampled[at]!.map((lift, round) => lift - resampled[3]![round]!),
        [0.025, 0.975],
      );
      const { edge } = members[at]!;
      return {
        ranking: name,
        listedInTopFifth: share,
        lift: share / 0.2,
        interval: [low, high],
        aboveListedGood: at < 2 ? { difference: (share - mean(members[3]!.members)) / 0.2, interval: above } : null,
        topDivisions: {
          whole: DIVISIONS.filter((division) => inTop(scores.get(division)!, edge) === 1),
          inPart: DIVISIONS.filter((division) => Math.abs(scores.get(division)! - edge.at) <= 1e-9),
          part: edge.part,
        },
      };
    });
    return { construction, ordinary: divisions.length, lifts };
  });
  const counts = new Map<string, number>();
  for (const { division } of input.listed) counts.set(division, (counts.get(division) ?? 0) + 1);
  return {
    country,
    entries: input.listed.length,
    companies: companies.length,
    authorities: [...authorities].sort(),
    entriesByDivision: [...counts]
      .map(([division, entries]) => ({ division, entries }))
      .sort((a, b) => b.entries - a.entries || (a.division < b.division ? -1 : 1)),
    switchedOff: own.switchedOff,
    switchedOffInSecondRun: strict.switchedOff,
    constructions,
  };
}

/** Customs orders: place of each among the divisions of its own country, with inputs of that government off. Descriptive. */
export function customsOrders(
  model: RiskModel,
  reference: RiskReference,
  entries: readonly CustomsEntry[],
  authority: (publisher: string) => boolean,
  asOf: IsoDate,
) {
  const off = withoutPublisher(reference, authority);
  const engine = createEngine(model, off.reference);
  const rows = entries
    .map(({ country, product, isic, goods }) => {
      const { score } = engine.score(supplierOf({ seat: country, isic: isic ?? undefined, goods }, asOf));
      if (score === null) return { country, product, division: null, score: null, place: null, inTopFifth: null };
      const divisions = [...scoresByDivision(model, off.reference, country, asOf).values()];
      return {
        country,
        product,
        division: isic?.slice(0, 2) ?? null,
        score,
        place: rankShares([...divisions, score]).at(-1)!,
        inTopFifth: inTop(score, topEdge(divisions)),
      };
    })
    .sort((a, b) => (`${a.country} ${a.product}` < `${b.country} ${b.product}` ? -1 : 1));
  const read = rows.filter((row) => row.place !== null);
  return {
    companies: rows.length,
    notRead: rows.length - read.length,
    shareInTopFifth: mean(read.map((row) => row.inTopFifth!)),
    medianPlace:
      read.length === 0
        ? null
        : quantiles(
            read.map((row) => row.place!),
            [0.5],
          )[0]!,
    switchedOff: off.switchedOff,
    rows,
  };
}
