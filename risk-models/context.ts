/**
 * Everything about a supplier that does not depend on its own answers: country, sector, floors and concerns. Computed once
 * per distinct (places, role, sector, goods) and kept in a bounded cache, so that a list of a million suppliers costs a few
 * thousand of these.
 */
import { cubesOf, powerMean } from "./aggregate";
import { countsMaterials } from "./chains";
import { rememberContexts } from "./context-cache";
import { countryTable } from "./country";
import type { DimensionReading } from "./country";
import type { RiskModel } from "./model-file";
import { normalise } from "./normalise";
import { contextLevel } from "./levels";
import { indicatorOf } from "./model-file";
import { countryUsed, originUsed, trades } from "./places";
import { reasonNumber } from "./reasons";
import type { RiskReference } from "./reference-types";
import { sectorCode, sectorReader, workKindOf } from "./sector";
import type { OriginReading, SectorReading } from "./sector";
import { FLOORS } from "./types";
import type {
  CompactResult,
  Concern,
  CountryUsed,
  Floor,
  Fraction,
  Iso2,
  Level,
  Span,
  SupplierFacts,
  WorkKind,
} from "./types";

/** Value of the setting for those who are silent, with its 10–90 % span. */
export interface Setting {
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
}

/** Setting and reason of those who are silent: one object per kind of work and published norm. */
export interface WorkSetting {
  readonly kind: WorkKind;
  readonly setting: Setting;
  /** As `setting`, for fees and debt where the destination has a published norm. */
  readonly debtSetting: Setting;
  readonly reason: number;
}

/** The numbers of one dimension of the context: one object for all contexts that share them, so that lists keep few in reach. */
export interface ContextSide {
  readonly value: Fraction;
  readonly coverage: Fraction;
  /** The span as weighted cubes, see aggregate.ts. */
  readonly cubes: Span;
  /** Power mean of this dimension alone. */
  readonly mean: number;
  /** The inputs that can be among the three strongest reasons, in their order: code and weight × value. */
  readonly reasonCodes: Int32Array;
  readonly reasonShares: Float64Array;
}

/** What a score takes from a context. */
export interface ScoreContext {
  /** Country used. */
  readonly place: Iso2 | null;
  /** Level without own facts. */
  readonly level: Exclude<Level, "assessed">;
  readonly countrySide: ContextSide;
  readonly sectorSide: ContextSide;
  readonly sectorKnown: boolean;
  readonly work: WorkSetting;
  readonly floorBits: number;
  /** Filled by the engine: the result of a supplier that told nothing. */
  silent: CompactResult | null;
}

/** A context with all that explains it. */
export interface ContextPart extends ScoreContext {
  readonly used: CountryUsed;
  readonly country: DimensionReading;
  readonly sector: SectorReading;
  readonly floors: readonly Floor[];
  readonly concerns: readonly Concern[];
  /** Context questions still open: seat, sector, product, origin, inputOrigin, and blank country inputs. */
  readonly missing: readonly string[];
}

export interface ContextReader {
  /** What a score needs. */
  readonly score: (facts: SupplierFacts) => ScoreContext;
  /** With floors, concerns and open questions. */
  readonly part: (facts: SupplierFacts) => ContextPart;
}

export function contextReader(model: RiskModel, reference: RiskReference): ContextReader {
  const countries = countryTable(model, reference);
  const kindOf = workKindOf(model);
  const sectors = sectorReader(model, reference);
  const debt = indicatorOf(model, "debt");
  const bareDenial = 1 - model.proof.bounds.statement;
  const floorOf = new Map(model.floors.map((floor) => [floor.id, floor]));

  /** Silence is worth at least the typical disclosed fee, also after a bare denial. */
  const debtSetting = (kind: WorkKind, destination: Iso2 | null): Setting => {
    const { silent, feesAreTheNorm } = model.workKinds[kind];
    const norm = destination !== null ? model.destinationNorms[destination] : undefined;
    if (!feesAreTheNorm || !norm) return silent;
    const median = Math.max(silent.median, Math.min(1, normalise(debt.anchors, norm.months) / bareDenial));
    return { median, p10: silent.p10, p90: Math.max(silent.p90, median) };
  };

  const floor = (
    id: "stateImposed" | "listedPair",
    on: string,
    country: Iso2,
    year: number | null,
    source: string,
  ): Floor => {
    const entry = floorOf.get(id);
    if (!entry) throw new Error(`Model ${model.id} has no floor ${id}`);
    return { id, height: entry.height, scope: entry.scope, on, country, year, source };
  };

  const readsInputs = countsMaterials(model);

  const floorsOf = (facts: SupplierFacts, used: CountryUsed, origin: OriginReading): Floor[] => {
    const floors: Floor[] = [];
    const inputs = readsInputs ? (facts.inputs ?? []) : [];
    const regions = new Set([
      used.region,
      facts.origin.region,
      facts.placeOfWork.region,
      ...inputs.map((input) => input.region),
    ]);
    for (const row of reference.stateImposed) {
      if (!row.acts) continue;
      const byRegion = row.region !== null && regions.has(row.region);
      const byGood =
        row.good !== null &&
        origin.basis === "stated" &&
        origin.country === row.country &&
        facts.goods.includes(row.good);
      const byInput =
        row.good !== null && inputs.some((input) => input.good === row.good && input.country === row.country);
      if (byRegion || byGood || byInput)
        floors.push(floor("stateImposed", row.region ?? row.good ?? "", row.country, row.year, row.source));
    }
    const pairCounts = origin.basis === "stated" || facts.role === "maker";
    if (origin.country !== null && pairCounts)
      for (const name of facts.goods) {
        const pair = reference.goods[name]?.pairs[origin.country];
        if (pair?.forced) floors.push(floor("listedPair", name, origin.country, pair.year, pair.source));
      }
    return floors.filter(
      (one, index) => floors.findIndex((other) => other.id === one.id && other.on === one.on) === index,
    );
  };

  const concernsOf = (
    facts: SupplierFacts,
    used: CountryUsed,
    origin: OriginReading,
    sector: SectorReading,
  ): Concern[] => {
    const concerns: Concern[] = [];
    const add = (key: string, values: Concern["values"], year: number | null, source: string) => {
      if (!concerns.some((one) => one.key === key && JSON.stringify(one.values) === JSON.stringify(values)))
        concerns.push({ key, values, year, source });
    };
    for (const row of reference.stateImposed)
      if (
        row.country === used.country &&
        !row.acts &&
        row.region === null &&
        row.good === null &&
        !/ended|removed/i.test(row.status)
      )
        add("nationalPattern", { country: row.country, basis: row.basis }, row.year, row.source);
    const recent = used.country !== null ? reference.newOnList[used.country] : undefined;
    if (recent && used.country !== null) add("newOnList", { country: used.country }, recent.year, recent.source);
    if (sector.childOnlyGood !== null && sector.pair !== null && origin.country !== null)
      add(
        "childLabourOnly",
        { good: sector.childOnlyGood, country: origin.country },
        sector.pair.year,
        sector.pair.source,
      );
    for (const name of facts.goods)
      for (const path of (origin.country !== null ? reference.goods[name]?.inputs[origin.country] : undefined) ?? [])
        add(
          "madeWithListedInput",
          { good: name, input: path.inputGood, inputCountry: path.inputCountry },
          path.year,
          path.source,
        );
    if (used.originOpen && sector.listedIn.length > 0)
      add(
        "originOpen",
        { good: facts.goods.join(", "), countries: sector.listedIn.join(", ") },
        null,
        `model ${model.id}`,
      );
    if (facts.role === "not-a-seller") add("notASeller", {}, null, "stated");
    return concerns;
  };

  const countryOf = (facts: SupplierFacts, used: CountryUsed, sector: SectorReading): DimensionReading => {
    if (used.originOpen) return countries.open(used.country, sector.listedIn);
    const own = countries.of(used.country);
    if (used.from !== "seat" || facts.role !== "unknown" || sector.known) return own;
    // Nothing says what is sold: it may be a trader, so the extremes are those of any origin.
    const { possibleLow, possibleHigh } = countries.open(used.country, []).span;
    return { ...own, span: { ...own.span, possibleLow, possibleHigh } };
  };

  const w = model.dimensions;
  const works = new Map<string, WorkSetting>();
  const workOf = (kind: WorkKind, destination: Iso2 | null): WorkSetting => {
    const norm = destination !== null && model.destinationNorms[destination] ? destination : "";
    const key = `${kind} ${norm}`;
    let work = works.get(key);
    if (!work)
      works.set(
        key,
        (work = {
          kind,
          setting: model.workKinds[kind].silent,
          debtSetting: debtSetting(kind, destination),
          reason: reasonNumber(`reason.setting.${kind}`),
        }),
      );
    return work;
  };

  const countrySides = new WeakMap<DimensionReading, ContextSide>();
  const countrySide = (reading: DimensionReading): ContextSide => {
    let side = countrySides.get(reading);
    if (!side) countrySides.set(reading, (side = sideOf(w.country.weight, reading, "unknown")));
    return side;
  };

  const sectorSides = new Map<string, ContextSide>();
  /** The numbers of a sector follow from its code, how sure that is, and the sign. */
  const sectorSide = (facts: SupplierFacts, isic: string | null, { dimension, signId }: SectorReading): ContextSide => {
    const key = `${isic ?? ""} ${facts.sector.isic === isic ? (facts.sector.confidence ?? 1) : 1} ${signId} ${dimension.coverage}`;
    let side = sectorSides.get(key);
    if (!side) {
      if (sectorSides.size >= MOST_SECTORS) sectorSides.clear();
      sectorSides.set(key, (side = sideOf(w.sector.weight, dimension, signId)));
    }
    return side;
  };

  const read = (facts: SupplierFacts) => {
    const used = countryUsed(facts);
    const origin = originUsed(facts, used);
    const isic = sectorCode(facts, reference, trades(facts));
    const workKind = kindOf(isic, facts.role);
    const sector = sectors(facts, isic, workKind, origin);
    const country = countryOf(facts, used, sector);
    const floors = floorsOf(facts, used, origin);
    const level = contextLevel({
      role: facts.role,
      countryKnown: used.country !== null,
      sectorKnown: sector.known,
    });
    const score: ScoreContext = {
      place: used.country,
      level,
      countrySide: countrySide(country),
      sectorSide: sectorSide(facts, isic, sector),
      sectorKnown: sector.known,
      work: workOf(workKind, used.country),
      floorBits: floors.reduce((bits, one) => bits | (1 << FLOORS.indexOf(one.id)), 0),
      silent: null,
    };
    return { used, origin, sector, country, floors, score };
  };

  const part = (facts: SupplierFacts): ContextPart => {
    const { used, origin, sector, country, floors, score } = read(facts);
    const concerns = concernsOf(facts, used, origin, sector);
    const missing: string[] = [];
    if (used.country === null) missing.push("seat");
    if (!sector.known) missing.push("sector");
    if (
      sector.known &&
      facts.goods.length === 0 &&
      ["productUnknown", "sectorGoodForcedAtOrigin", "sectorGoodForcedElsewhere"].includes(sector.signId)
    )
      missing.push("product");
    if (facts.origin.country === null && (used.originOpen || sector.listedIn.length > 0)) missing.push("origin");
    const statedOf = new Set(readsInputs ? facts.inputs?.map(({ good }) => good) : []);
    if (concerns.some(({ key, values }) => key === "madeWithListedInput" && !statedOf.has(String(values["input"]))))
      missing.push("inputOrigin");
    for (const input of [...country.inputs, ...sector.dimension.inputs])
      if (input.known === 0 && !(input.indicator.dimension === "country" && (used.country === null || used.originOpen)))
        missing.push(input.indicator.id);
    return { ...score, used, country, sector, floors, concerns, missing };
  };

  return { score: rememberContexts((facts) => read(facts).score), part: rememberContexts(part) };
}

/** Kinds of sector numbers held at once. */
const MOST_SECTORS = 20_000;
const REASONS = 3;
/** Shares nearer to each other than this may be equal once they are points. */
const NEARLY = 1e-9;

/** The numbers of one dimension. `signId` names the reason of what is bought. */
function sideOf(weight: Fraction, { inputs, span, coverage }: DimensionReading, signId: string): ContextSide {
  const shares = inputs.map((input) => input.indicator.weight * input.span.value);
  // Points are shares times one factor: what is weaker than three others is never among the strongest three.
  const least = ([...shares].sort((a, b) => b - a)[REASONS - 1] ?? 0) * (1 - NEARLY);
  const strongest = inputs.filter((_, index) => shares[index]! > 0 && shares[index]! >= least);
  const cubes = cubesOf(weight, span);
  return {
    value: span.value,
    coverage,
    cubes,
    mean: powerMean(cubes.value, 0, 0),
    reasonCodes: Int32Array.from(strongest, ({ indicator, value }) =>
      reasonNumber(
        indicator.id === "boughtSign"
          ? `reason.sign.${signId}`
          : value === null
            ? `reasonBlank.${indicator.id}`
            : `reason.${indicator.id}`,
      ),
    ),
    reasonShares: Float64Array.from(strongest, (input) => input.indicator.weight * input.span.value),
  };
}
