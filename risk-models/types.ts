/**
 * The words of the risk engine. Scores and points are 0 to 100, higher = more risk; fractions are 0 to 1.
 * Nothing here knows a clock, a file or a database: the day and the reference data are arguments.
 */

/** 0 to 100, higher = more risk. */
export type Score = number;
/** A signed part of a score; the points of all contributions sum to the score. */
export type Points = number;
/** 0 to 1. */
export type Fraction = number;
/** `YYYY-MM-DD`. */
export type IsoDate = string;
/** ISO 3166-1 alpha-2, upper case. */
export type Iso2 = string;
/** `[low, high]`, low <= high. */
export type Range = readonly [low: Score, high: Score];

/** How a fact came to be known. */
export type Basis = "stated" | "derived" | "unknown";

/** A place. `region` is an ISO 3166-2 code where the region matters to the method (today: `CN-XJ`), else null. */
export interface Place {
  readonly country: Iso2 | null;
  readonly region: string | null;
  readonly basis: Basis;
}

export const ROLES = [
  "maker",
  "trader",
  "service-on-our-premises",
  "service-elsewhere",
  "labour-provider",
  "agent",
  "not-a-seller",
  "unknown",
] as const;
export type SupplierRole = (typeof ROLES)[number];

/** Shown before any number. `listed`: a name. `placed`: + country. `indicative`: + sector or product. `assessed`: + a supplier fact with evidence. */
export const LEVELS = ["listed", "placed", "indicative", "assessed"] as const;
export type Level = (typeof LEVELS)[number];

export const BANDS = ["low", "raised", "high"] as const;
export type Band = (typeof BANDS)[number];

export const DIMENSIONS = ["country", "sector", "recruitment"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Everything the engine is told about one supplier. The zod schema of the parts a user can send is in `facts.ts`. */
export interface SupplierFacts {
  readonly seat: Place;
  readonly placeOfWork: Place;
  /** Origin of the goods. */
  readonly origin: Place;
  readonly role: SupplierRole;
  readonly sector: {
    /** ISIC Rev. 4: section letter, or 2 to 4 digits, as deep as known. */
    readonly isic: string | null;
    readonly basis: Basis;
    /** Confidence of a sector read from free text; 1 for a code. */
    readonly confidence: Fraction | null;
  };
  /** Goods by their name in the goods reference table (`goods-to-classification`). */
  readonly goods: readonly string[];
  /** Materials in what is bought, as far as their origin is stated. Left out: none stated. */
  readonly inputs?: readonly StatedInput[] | undefined;
  readonly recruitment: RecruitmentFacts;
  readonly workforce: WorkforceFacts;
  /** Findings a person confirmed (authority, list match, worker interviews). Left out: none recorded. They act as floors only. */
  readonly findings?: readonly Finding[] | undefined;
  readonly asOf: IsoDate;
}

/** A material in what is bought, by its name in the goods reference table, and where it comes from. */
export interface StatedInput {
  readonly good: string;
  readonly country: Iso2;
  /** As `Place.region`. */
  readonly region: string | null;
}

export const FINDING_GROUNDS = ["authority-finding", "confirmed-match", "icls-pair"] as const;
export type FindingGround = (typeof FINDING_GROUNDS)[number];

/** A confirmed finding of harm. It lifts the score to its floor until it is lifted; it adds no points of its own. */
export interface Finding {
  readonly ground: FindingGround;
  /** Source id or title of the record. */
  readonly source: string;
  readonly year: number | null;
  /** Day the floor was lifted by the way out the model names, else null. */
  readonly liftedOn: IsoDate | null;
}
// RecruitmentFacts and WorkforceFacts are inferred from the zod schemas in facts.ts.
import type { RecruitmentFacts, WorkforceFacts } from "./facts";
export type { RecruitmentFacts, WorkforceFacts };

export const LIKELIHOODS = ["less-likely", "possible", "likely", "very-likely", "unknown"] as const;
/** The residual in words. It orders where to look; it is not a probability. */
export type Likelihood = (typeof LIKELIHOODS)[number];

export const SEVERITIES = ["moderate", "serious", "severe", "critical", "unknown"] as const;
export type SeverityLevel = (typeof SEVERITIES)[number];

/** Gravity, workers exposed and irremediability (UNGP 14); each may be unknown. */
export interface Severity {
  readonly level: SeverityLevel;
  readonly gravity: SeverityLevel;
  /** Workers the known signs bear on; null when not known. */
  readonly workersExposed: number | null;
  readonly irremediability: "hard-to-remedy" | "remediable" | "unknown";
}

/** 1 = look first. Severity first, then likelihood (UNGP 24); null when nothing is scored. */
export type Priority = 1 | 2 | 3 | 4;

export interface DimensionScore {
  /** Inherent score of the dimension; null when nothing of it is known. */
  readonly score: Score | null;
  /** What enters the aggregate: `score`, or the reference class where nothing is known. */
  readonly used: Score;
  /** After controls. Differs from `used` for recruitment only. */
  readonly residual: Score;
  /** Share of the dimension's weight that is known. */
  readonly coverage: Fraction;
}

export const CONTRIBUTION_BASES = ["measured", "judgement", "stated", "reference-class", "finding"] as const;
export type ContributionBasis = (typeof CONTRIBUTION_BASES)[number];

/** One line of the sum. Indicator lines sum to `inherent`, all lines sum to the score. */
export interface Contribution {
  readonly kind: "indicator" | "control" | "floor";
  readonly dimension: Dimension | null;
  readonly indicator: IndicatorId;
  /** Raw value; null where the reference class stands in. */
  readonly value: number | string | null;
  readonly unit: string;
  readonly year: number | null;
  /** Source ids joined by ";" or what was stated. */
  readonly source: string;
  readonly basis: ContributionBasis;
  /** 0 to 1, higher = more risk. For a control: the share taken off. For a floor: its height / 100. */
  readonly normalised: Fraction;
  /** Share of the dimension's weight; for a floor 1. */
  readonly weight: Fraction;
  readonly points: Points;
}
export type IndicatorId = string;

export interface Floor {
  readonly id: FloorId;
  readonly height: Score;
  readonly scope: "entity" | "site" | "product-line";
  /** What it rests on: region code, good, or finding ground. */
  readonly on: string;
  readonly country: Iso2 | null;
  readonly year: number | null;
  readonly source: string;
}
export const FLOORS = ["authorityFinding", "confirmedMatch", "iclsPair", "stateImposed", "listedPair"] as const;
export type FloorId = (typeof FLOORS)[number];

/** Shown beside the result, adds no points. Keys are listed in `CONCERN_KEYS` of explain.ts. */
export interface Concern {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly year: number | null;
  readonly source: string;
}

/** Which country the result used, and why. */
export interface CountryUsed {
  readonly country: Iso2 | null;
  readonly region: string | null;
  readonly from: "origin" | "placeOfWork" | "seat" | "none";
  readonly basis: Basis;
  /** True where goods of unknown origin are traded: the seat never lowers, the range covers the countries where the good is listed. */
  readonly originOpen: boolean;
}

export const REMEDIATION_STATES = ["none", "found", "disclosed", "found-disclosed-repaying"] as const;
export type RemediationState = (typeof REMEDIATION_STATES)[number];

/** What the corridor tables say about the recruitment told. Shown, adds no points by itself. */
export interface RecruitmentReading {
  /** Months of pay used, net of repayment, of the worst group; null when nothing was disclosed. */
  readonly months: number | null;
  readonly fromGroup: number | null;
  /** Share of the workers told of who are in a group with costs or debt; null when unknown. */
  readonly affectedShare: Fraction | null;
  /** Employer's bill per hire against the corridor's cost: what workers probably paid. Never a finding. */
  readonly costGap: {
    readonly lowUsd: number;
    readonly highUsd: number;
    readonly employerPaidPerHireUsd: number;
    readonly source: string;
  } | null;
  /** One per country recruited from. */
  readonly corridors: readonly {
    readonly origin: Iso2;
    readonly destination: Iso2 | null;
    readonly data: "none" | "published";
    readonly rows: readonly {
      statistic: string;
      value: string;
      unit: string;
      months: string;
      year: string;
      source: string;
    }[];
    readonly rules: readonly {
      side: string;
      rule: string;
      covers: string;
      value: string;
      unit: string;
      source: string;
    }[];
  }[];
}

/** What every result carries, scored or not. */
export interface Result {
  readonly level: Level;
  readonly model: string;
  readonly dataDate: IsoDate;
  readonly asOf: IsoDate;
  readonly countryUsed: CountryUsed;
  readonly inherent: Score;
  /** What controls take off (0 or negative). */
  readonly controls: Points;
  readonly dimensions: Readonly<Record<Dimension, DimensionScore>>;
  /** Arithmetic mean of the residual dimensions, published beside the score; before floors. */
  readonly arithmeticMean: Score;
  readonly plausible: Range;
  readonly possible: Range;
  readonly coverage: { readonly context: Fraction; readonly supplier: Fraction };
  readonly floors: readonly Floor[];
  readonly missing: readonly IndicatorId[];
  readonly likelihood: Likelihood;
  readonly severity: Severity;
  readonly priority: Priority | null;
  readonly state: RemediationState;
  /** True where signs of involuntariness and of threat stand together: act, do not only score. */
  readonly caseForAction: boolean;
  readonly concerns: readonly Concern[];
  readonly recruitment: RecruitmentReading;
  /** Kind of work the recruitment setting was taken from. */
  readonly workKind: WorkKind;
}

export type Assessment = Result & { readonly released?: ReleasedResult | undefined } & (
    | {
        readonly kind: "scored";
        /** The score: `inherent + controls + floor lift`. */
        readonly residual: Score;
        /** Null when the plausible range covers more than one neighbour: then say `between`. */
        readonly band: Band | null;
        readonly between: readonly [Band, Band] | null;
        readonly contributions: readonly Contribution[];
      }
    | {
        readonly kind: "not-enough-evidence";
        readonly residual: null;
        readonly band: null;
        readonly between: null;
        /** Indicator lines only; they sum to `inherent`. */
        readonly contributions: readonly Contribution[];
      }
  );

export const WORK_KINDS = [
  "labour-provider",
  "labour-heavy-service",
  "labour-intensive-production",
  "other-production",
  "other-service",
  "unknown",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** The same numbers without building contributions. Results without own facts may be one shared frozen object: never change it. */
export interface CompactResult {
  readonly level: Level;
  readonly kind: "scored" | "not-enough-evidence";
  readonly score: Score | null;
  readonly band: Band | null;
  readonly between: readonly [Band, Band] | null;
  readonly inherent: Score;
  readonly controls: Points;
  readonly country: Score | null;
  readonly sector: Score | null;
  readonly recruitment: Score | null;
  readonly countryCoverage: Fraction;
  readonly sectorCoverage: Fraction;
  readonly recruitmentCoverage: Fraction;
  readonly plausibleLow: Score;
  readonly plausibleHigh: Score;
  readonly possibleLow: Score;
  readonly possibleHigh: Score;
  readonly contextCoverage: Fraction;
  readonly supplierCoverage: Fraction;
  /** Bit i is set when `FLOORS[i]` acts. */
  readonly floorBits: number;
  /** Codes of the strongest reasons, strongest first, 0 = none; `reasonCode(code)` gives the key. */
  readonly reasons: readonly [number, number, number];
  readonly likelihood: Likelihood;
  readonly severity: SeverityLevel;
  readonly priority: Priority | null;
  readonly state: RemediationState;
  readonly caseForAction: boolean;
  readonly workKind: WorkKind;
  /** Beside a derived model's result: what the released model it stands on gives. Left out for a released model. */
  readonly released?: ReleasedResult | undefined;
}

/** The result of the released model, printed wherever a derived one stands. */
export interface ReleasedResult {
  readonly model: string;
  readonly score: Score | null;
  readonly band: Band | null;
  readonly between: readonly [Band, Band] | null;
}

export interface Engine {
  readonly model: string;
  readonly dataDate: IsoDate;
  /** Everything, with contributions and sources. Pure: the same facts give the same result. */
  assess(facts: SupplierFacts): Assessment;
  /** The same numbers, for lists. */
  score(facts: SupplierFacts): CompactResult;
  /** The spans behind the plausible range, for "what would narrow it". */
  spans(facts: SupplierFacts): EngineSpans;
}

/** Fractions behind the plausible range of one supplier. */
export interface EngineSpans {
  /** Level without own facts. */
  readonly level: Exclude<Level, "assessed">;
  /** Weights of country, sector, recruitment. */
  readonly weights: readonly [number, number, number];
  readonly country: Span;
  readonly sector: Span;
  readonly recruitment: Span;
  /** What is bought, the sector input that origin and product would narrow. */
  readonly sign: Span & { readonly weight: Fraction };
  /** Recruitment inputs: by how much the dimension's ends would close with a full answer. */
  readonly inputs: readonly {
    readonly id: string;
    readonly open: boolean;
    readonly lowGain: Fraction;
    readonly highGain: Fraction;
  }[];
  readonly missing: readonly string[];
  readonly originOpen: boolean;
}

/**
 * An input or dimension as fractions: the value used, the plausible span (reference class 10–90 %, or the error stated in
 * the model) and the possible span (extremes). possibleLow <= plausibleLow <= value <= plausibleHigh <= possibleHigh.
 */
export interface Span {
  readonly value: Fraction;
  readonly plausibleLow: Fraction;
  readonly plausibleHigh: Fraction;
  readonly possibleLow: Fraction;
  readonly possibleHigh: Fraction;
}
