/** The sector dimension: how much is published about the division, and the strongest sign about what is bought. */
import { classOf, dimensionReading } from "./country";
import type { DimensionReading, InputReading } from "./country";
import { divisionOf, sectionOf } from "./isic";
import { indicatorOf } from "./model-file";
import type { RiskModel } from "./model-file";
import { blankSpan, measuredSpan } from "./normalise";
import type { Span } from "./normalise";
import { INPUT_SIGN } from "./reasons";
import type { GoodReference, ListedPair, RiskReference } from "./reference-types";
import type { Iso2, SupplierFacts, SupplierRole, WorkKind } from "./types";
import { WORK_KINDS } from "./types";

/** Where the goods come from, as far as the signs need it. */
export interface OriginReading {
  readonly country: Iso2 | null;
  /** `stated` also for a place that was read from a stated field; `derived` when the seat or place of work stands in. */
  readonly basis: "stated" | "derived" | "unknown";
  /** Stated, or where a maker makes: strong enough to say the goods come from nowhere else. */
  readonly firm: boolean;
}

export interface SectorReading {
  readonly dimension: DimensionReading;
  readonly signId: string;
  readonly good: string | null;
  readonly pair: ListedPair | null;
  /** Countries where a good bought is listed with forced labour. */
  readonly listedIn: readonly Iso2[];
  /** Child labour only, at the origin used. */
  readonly childOnlyGood: string | null;
  /** False when neither sector, good nor role says what is bought. */
  readonly known: boolean;
}

/** Kind of work by the longest ISIC prefix of the model that fits, or by role. */
export function workKindOf(model: RiskModel): (isic: string | null, role: SupplierRole) => WorkKind {
  const byPrefix = new Map<string, WorkKind>();
  const byRole = new Map<SupplierRole, WorkKind>();
  for (const kind of WORK_KINDS) {
    for (const prefix of model.workKinds[kind].isic) byPrefix.set(prefix, kind);
    for (const role of model.workKinds[kind].roles) byRole.set(role, kind);
  }
  return (isic, role) => {
    const fromRole = byRole.get(role);
    if (fromRole) return fromRole;
    if (isic === null || sectionOf(isic) === null) return "unknown";
    for (let length = isic.length; length > 0; length -= 1) {
      const kind = byPrefix.get(isic.slice(0, length));
      if (kind) return kind;
    }
    return "other-service";
  };
}

/** ISIC of the work behind the purchase: as stated, else of its first good, else of its role. For a trader the good comes first. */
export function sectorCode(facts: SupplierFacts, reference: RiskReference, trader: boolean): string | null {
  const { isic } = facts.sector;
  const stated = isic !== null && sectionOf(isic) !== null ? isic : null;
  if (stated !== null && !(trader && facts.goods.some((name) => reference.goods[name]))) return stated;
  for (const name of facts.goods) {
    const good = reference.goods[name];
    if (good) return good.isicClasses[0] ?? good.isicDivision;
  }
  return facts.role === "labour-provider" ? "78" : null;
}

const makes = (good: GoodReference, isic: string): boolean =>
  isic.length >= 4 ? good.isicClasses.includes(isic) : good.isicDivision === isic.slice(0, 2);

interface ListedGood {
  readonly name: string;
  readonly good: GoodReference;
  /** Any row with forced labour. */
  readonly forced: ListedPair;
}

/** Goods a sector makes that are listed with forced labour somewhere; kept per code. */
function listedGoodsBySector(reference: RiskReference): (isic: string) => readonly ListedGood[] {
  const listed = Object.entries(reference.goods).flatMap(([name, good]): ListedGood[] => {
    const forced = Object.values(good.pairs).find((pair) => pair.forced);
    return forced ? [{ name, good, forced }] : [];
  });
  const bySector = new Map<string, readonly ListedGood[]>();
  return (isic) => {
    const found = bySector.get(isic) ?? listed.filter(({ good }) => makes(good, isic));
    bySector.set(isic, found);
    return found;
  };
}

interface Candidate {
  readonly id: string;
  readonly good: string | null;
  readonly pair: ListedPair | null;
}

/** Signs one named good gives, for the origin read. */
function signsOfGood(name: string, good: GoodReference, origin: OriginReading): Candidate[] {
  const pair = origin.country !== null ? good.pairs[origin.country] : undefined;
  const pairs = Object.values(good.pairs);
  const forcedSomewhere = pairs.find((one) => one.forced);
  const found: Candidate[] = [];
  if (pair?.forced)
    found.push({
      id: origin.basis === "stated" ? "goodForcedAtOrigin" : "goodForcedAtDerivedOrigin",
      good: name,
      pair,
    });
  else if (forcedSomewhere)
    found.push({
      id: origin.country !== null && origin.firm ? "goodForcedElsewhere" : "goodForcedOriginUnknown",
      good: name,
      pair: forcedSomewhere,
    });
  if (pair && !pair.forced && pair.child) found.push({ id: "goodChildAtOrigin", good: name, pair });
  else if (!forcedSomewhere && pairs.length > 0) found.push({ id: "goodChildElsewhere", good: name, pair: pairs[0]! });
  return found;
}

/** Signs of the work and, where no good is named, of the goods its sector makes. */
function signsOfSector(
  isic: string | null,
  kind: WorkKind,
  origin: OriginReading,
  listedGoods: (isic: string) => readonly ListedGood[],
  goodsNamed: boolean,
): Candidate[] {
  if (kind === "labour-provider") return [{ id: "labourProvider", good: null, pair: null }];
  const found: Candidate[] = [];
  if (kind === "labour-heavy-service") found.push({ id: "labourHeavyService", good: null, pair: null });
  if (isic === null || goodsNamed) return found;
  if (sectionOf(isic) === "G") found.push({ id: "productUnknown", good: null, pair: null });
  if (divisionOf(isic) === null) return found;
  const { country } = origin;
  const made = listedGoods(isic);
  const here = country === null ? undefined : made.find(({ good }) => good.pairs[country]?.forced);
  if (here && country !== null)
    found.push({ id: "sectorGoodForcedAtOrigin", good: here.name, pair: here.good.pairs[country] ?? here.forced });
  else if (made[0]) found.push({ id: "sectorGoodForcedElsewhere", good: made[0].name, pair: made[0].forced });
  return found;
}

/** Mixes a span with the blank's by how sure the sector is; the value itself stays. */
function lessSure(span: Span, blank: Span, sure: number): Span {
  const mix = (own: number, other: number) => own * sure + other * (1 - sure);
  return {
    value: span.value,
    plausibleLow: Math.min(span.plausibleLow, mix(span.plausibleLow, blank.plausibleLow)),
    plausibleHigh: Math.max(span.plausibleHigh, mix(span.plausibleHigh, blank.plausibleHigh)),
    possibleLow: Math.min(span.possibleLow, mix(span.possibleLow, 0)),
    possibleHigh: Math.max(span.possibleHigh, mix(span.possibleHigh, 1)),
  };
}

function evidenceReading(model: RiskModel, reference: RiskReference, isic: string | null, sure: number): InputReading {
  const indicator = indicatorOf(model, "sectorEvidence");
  const blankAll = blankSpan(classOf(model, indicator.id, null));
  const section = isic !== null ? sectionOf(isic) : null;
  const division = isic !== null ? divisionOf(isic) : null;
  if (isic === null || division === null) {
    const source = `model ${model.id}, reference class ${section ?? "all"}`;
    const span = blankSpan(classOf(model, indicator.id, section));
    const known = section === null ? 0 : model.sectorOnly.known;
    return { indicator, span, value: null, year: null, source, basis: "reference-class", known };
  }
  const evidence = reference.sectorSources[division];
  const count = evidence?.sources.length ?? 0;
  let span = measuredSpan(indicator.anchors, count, indicator.error?.plausible ?? 0, indicator.error?.possible ?? 0);
  if (count === 0)
    span = {
      ...span,
      plausibleLow: 0,
      plausibleHigh: model.sectorOnly.silentHigh,
      possibleLow: 0,
      possibleHigh: Math.max(span.possibleHigh, model.sectorOnly.silentHigh),
    };
  return {
    indicator,
    span: lessSure(span, blankAll, sure),
    value: count,
    year: evidence?.year ?? null,
    source: evidence?.sources.join(";") ?? "sector-risk-evidence table: no source names this division",
    basis: "measured",
    known: 1,
  };
}

export function sectorReader(model: RiskModel, reference: RiskReference) {
  const signs = new Map(model.signs.map((sign) => [sign.id, sign]));
  const boughtSign = indicatorOf(model, "boughtSign");
  const listedGoods = listedGoodsBySector(reference);
  const rank = (candidate: Candidate) => signs.get(candidate.id)?.value ?? 0;
  const readsInputs = signs.has(INPUT_SIGN);
  const signsOfInputs = ({ inputs }: SupplierFacts): Candidate[] =>
    !readsInputs || inputs === undefined
      ? []
      : inputs.flatMap(({ good, country }) => {
          const pair = reference.goods[good]?.pairs[country];
          return pair?.forced ? [{ id: INPUT_SIGN, good, pair }] : [];
        });

  return (facts: SupplierFacts, isic: string | null, kind: WorkKind, origin: OriginReading): SectorReading => {
    const named = facts.goods.filter((name) => reference.goods[name] !== undefined);
    const known = isic !== null || named.length > 0 || kind === "labour-provider";
    const sure = facts.sector.isic !== null && facts.sector.isic === isic ? (facts.sector.confidence ?? 1) : 1;
    const candidates = [
      ...named.flatMap((name) => signsOfGood(name, reference.goods[name]!, origin)),
      ...signsOfSector(isic, kind, origin, listedGoods, named.length > 0),
      ...signsOfInputs(facts),
    ];
    const strongest = candidates.reduce<Candidate | null>(
      (best, one) => (best && rank(best) >= rank(one) ? best : one),
      null,
    );
    const found: Candidate = strongest ?? { id: "none", good: null, pair: null };
    const sign = signs.get(found.id);
    if (!sign) throw new Error(`Model ${model.id} has no sign ${found.id}`);
    const blank = blankSpan(classOf(model, boughtSign.id, isic !== null ? sectionOf(isic) : null));
    const sectionOnly =
      isic !== null &&
      divisionOf(isic) === null &&
      named.length === 0 &&
      kind !== "labour-provider" &&
      kind !== "labour-heavy-service";
    const bought: InputReading =
      known && !sectionOnly
        ? {
            indicator: boughtSign,
            span: lessSure(
              {
                value: sign.value,
                plausibleLow: sign.low,
                plausibleHigh: sign.high,
                possibleLow: sign.known < 1 ? 0 : sign.low,
                possibleHigh: sign.known < 1 ? 1 : sign.high,
              },
              blankSpan(classOf(model, boughtSign.id, null)),
              sure,
            ),
            value: sign.id,
            year: found.pair?.year ?? null,
            source: found.pair?.source ?? `model ${model.id}, table of signs`,
            basis: found.pair ? "measured" : "judgement",
            known: sign.known,
          }
        : {
            indicator: boughtSign,
            span: blank,
            value: null,
            year: null,
            source: `model ${model.id}, reference class ${isic ?? "all"}`,
            basis: "reference-class",
            known: sectionOnly ? model.sectorOnly.known : 0,
          };
    const listedIn = new Set<Iso2>();
    for (const name of named)
      for (const [country, pair] of Object.entries(reference.goods[name]!.pairs))
        if (pair.forced) listedIn.add(country);
    const childOnly = candidates.find((one) => one.id === "goodChildAtOrigin");
    return {
      dimension: dimensionReading([evidenceReading(model, reference, isic, sure), bought]),
      signId: bought.value === null ? "unknown" : sign.id,
      good: found.good,
      pair: found.pair,
      listedIn: [...listedIn].sort(),
      childOnlyGood: childOnly?.good ?? null,
      known,
    };
  };
}
