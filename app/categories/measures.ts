/**
 * What can be put into a tender against forced labour, before any bidder is known. The texts stand in the catalogues under the
 * same ids; the rows named here are those of `commitments` of the reference data, and a test holds that each exists. Which measure
 * fits what is judgement; a procurement lawyer and the unions of the sector know better.
 */
import { reachOf, type Buyer } from "../commitments/select";
import { TRAITS, type Regime, type Trait } from "./words";

/** Version of the catalogue below, kept with every record. */
export const MEASURES_VERSION = 1;

/** Where in a tender a measure stands. */
export const STAGES = ["specification", "selection", "award", "performance", "reporting"] as const;
export type Stage = (typeof STAGES)[number];

/** Articles that no row of the table has yet. All are cited from memory and say so. */
export const LAWS = {
  "eu-58": { regime: "eu", instrument: "Directive 2014/24/EU", article: "Art. 58(4) and Annex XII, Part II (d)" },
  "uk-22": { regime: "uk", instrument: "Procurement Act 2023", article: "s.22 (conditions of participation)" },
  "uk-23": { regime: "uk", instrument: "Procurement Act 2023", article: "s.23 (award criteria)" },
  "uk-19": { regime: "uk", instrument: "Procurement Act 2023", article: "s.19 (award; abnormally low price)" },
  "uk-56": { regime: "uk", instrument: "Procurement Act 2023", article: "s.56 (technical specifications)" },
} as const satisfies Readonly<Record<string, { regime: Regime; instrument: string; article: string }>>;
export type LawId = keyof typeof LAWS;

export interface Measure {
  readonly stage: Stage;
  /** Fits where any of them holds. */
  readonly fits: readonly Trait[];
  /** Rows that back it: those that reach the buyer, and of the procurement laws those of the regime stated, are shown. */
  readonly commitments: readonly string[];
  readonly laws: readonly LawId[];
}

const LABOUR = ["labour-provider", "labour-heavy", "labour-intensive"] as const;
const CHAIN = ["state-imposed", "listed-origin", "origin-open", "listed-material"] as const;
/** International backing of recruitment at the employer's cost. */
const FAIR = ["ILO-FR-01", "ILO-FR-02", "OSCE-MG18-03", "OSCE-0807-02"] as const;

export const MEASURES = {
  staffing: {
    stage: "specification",
    fits: ["labour-provider", "labour-heavy"],
    commitments: ["EU-PPD-03", "EU-PPD-19", "OSCE-PROC-02", "GB-PPN009-01"],
    laws: ["uk-56"],
  },
  recruitmentLine: {
    stage: "specification",
    fits: ["labour-provider", "labour-heavy"],
    commitments: ["EU-PPD-20", ...FAIR, "OSCE-PROC-01"],
    laws: [],
  },
  traceSpec: {
    stage: "specification",
    fits: CHAIN,
    commitments: ["EU-PPD-03", "GB-PPN009-03", "OSCE-PROC-02", "ILO-P29-04", "EU-FLR-01"],
    laws: ["uk-56"],
  },
  labelOrEqual: {
    stage: "specification",
    fits: ["listed-origin", "listed-material", "origin-open"],
    commitments: ["EU-PPD-03", "OSCE-MG18-01"],
    laws: ["uk-56"],
  },
  grounds: {
    stage: "selection",
    fits: ["always"],
    commitments: [
      "EU-PPD-05", "EU-PPD-08", "EU-PPD-13", "EU-PPD-15", "EU-ESPD-01", "EU-ESPD-03",
      "GB-PA23-01", "GB-PA23-02", "GB-PA23-03", "GB-PA23-04", "GB-PA23-05",
      "DE-GWB-01", "DE-GWB-02", "OSCE-0617-03",
    ],
    laws: [],
  },
  wholeBidder: {
    stage: "selection",
    fits: ["always"],
    commitments: ["EU-PPD-17", "EU-PPD-21", "EU-PPD-22", "EU-ESPD-06", "GB-PA23-06", "OSCE-0807-01"],
    laws: [],
  },
  chainSystem: {
    stage: "selection",
    fits: CHAIN,
    commitments: ["EU-ESPD-05", "GB-PPN009-03", "OSCE-MG18-04"],
    laws: ["eu-58", "uk-22"],
  },
  recruitmentMeans: {
    stage: "selection",
    fits: ["labour-provider", "labour-heavy"],
    commitments: ["ILO-FR-02", "OSCE-0617-03", "OSCE-MG18-03"],
    laws: ["eu-58", "uk-22"],
  },
  traceAward: {
    stage: "award",
    fits: CHAIN,
    commitments: ["EU-PPD-18", "EU-CSDDD-18", "OSCE-0617-03"],
    laws: ["uk-23"],
  },
  workersAward: {
    stage: "award",
    fits: ["labour-provider", "labour-heavy"],
    commitments: ["EU-PPD-18", "EU-CSDDD-18", "OSCE-0617-03"],
    laws: ["uk-23"],
  },
  lowTender: {
    stage: "award",
    fits: LABOUR,
    commitments: ["EU-PPD-19", "OSCE-PROC-01"],
    laws: ["uk-19"],
  },
  labourLaw: {
    stage: "performance",
    fits: ["always"],
    commitments: ["EU-PPD-01", "EU-PPD-02", "EU-PPD-04", "EU-PPD-20", "OSCE-ADD13-01", "GB-PPN009-01", "NO-PPA-01"],
    laws: [],
  },
  employerPays: {
    stage: "performance",
    fits: LABOUR,
    commitments: ["EU-PPD-20", ...FAIR],
    laws: [],
  },
  papersAndLeave: {
    stage: "performance",
    fits: LABOUR,
    commitments: ["EU-PPD-20", "ILO-FR-02", "OSCE-MG18-03", "ILO-IND-01"],
    laws: [],
  },
  namedChain: {
    stage: "performance",
    fits: ["labour-provider", "labour-heavy", "work-performed"],
    commitments: ["EU-PPD-21", "EU-PPD-22", "OSCE-0807-01", "GB-PA23-06"],
    laws: [],
  },
  originProof: {
    stage: "performance",
    fits: CHAIN,
    commitments: ["EU-PPD-20", "EU-FLR-01", "EU-FLR-05", "OSCE-PROC-02"],
    laws: [],
  },
  channel: {
    stage: "performance",
    fits: [...LABOUR, ...CHAIN],
    commitments: ["EU-PPD-20", "OSCE-0807-03", "UN-GP-09", "GB-PPN009-01"],
    laws: [],
  },
  remedyFirst: {
    stage: "performance",
    fits: ["always"],
    commitments: ["EU-PPD-20", "OSCE-MG18-04", "OSCE-PROC-01", "UN-GP-05", "UN-GP-07"],
    laws: [],
  },
  yearlyAnswers: {
    stage: "reporting",
    fits: LABOUR,
    commitments: ["EU-PPD-20", "ILO-FR-01", "OSCE-MG18-04", "GB-PPN009-01"],
    laws: [],
  },
  makersList: {
    stage: "reporting",
    fits: CHAIN,
    commitments: ["EU-PPD-20", "EU-PPD-21", "EU-FLR-05", "OSCE-MG18-04", "GB-PPN009-03"],
    laws: [],
  },
  payRecords: {
    stage: "reporting",
    fits: ["labour-provider", "labour-heavy"],
    commitments: ["EU-PPD-01", "EU-PPD-20", "OSCE-PROC-01", "GB-PPN009-01"],
    laws: [],
  },
} as const satisfies Readonly<Record<string, Measure>>; // prettier-ignore
export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];

/** What a tender must not hold, printed beside the measures whatever was chosen. `eu`: said where that law is stated. */
export const NEVERS = {
  nationality: null,
  scorePoints: null,
  notTied: null,
  withoutHearing: null,
  foreignList: "eu",
  oneBidder: null,
  silence: null,
  workersNames: null,
} as const satisfies Readonly<Record<string, Regime | null>>;
export type NeverId = keyof typeof NEVERS;
export const NEVER_IDS = Object.keys(NEVERS) as readonly NeverId[];

/** The "never" that go with a regime. */
export const neversOf = (regime: Regime): NeverId[] =>
  NEVER_IDS.filter((id) => NEVERS[id] === null || NEVERS[id] === regime);

/** Rows of a procurement law reach a buyer by the regime stated, not by its country. */
const OF_REGIME: Readonly<Record<string, Regime>> = { "EU-PPD-": "eu", "EU-ESPD-": "eu", "GB-PA23-": "uk" };

const regimeOf = (id: string): Regime | undefined =>
  Object.entries(OF_REGIME).find(([beginning]) => id.startsWith(beginning))?.[1];

/** A measure that fits, with why and by what. */
export interface FittingMeasure {
  readonly id: MeasureId;
  readonly stage: Stage;
  /** Never empty; in the order of `TRAITS`. */
  readonly because: readonly Trait[];
  readonly commitments: readonly string[];
  readonly laws: readonly LawId[];
}

/**
 * The measures that fit a category and are backed by something that reaches the buyer, in the order of a tender.
 * @param jurisdictions of the rows of the table, by id.
 */
export function measuresFor(
  traits: ReadonlySet<Trait>,
  regime: Regime,
  buyer: Pick<Buyer, "country" | "sellsTo">,
  jurisdictions: ReadonlyMap<string, string>,
): FittingMeasure[] {
  const reaches = (id: string) => {
    const procurement = regimeOf(id);
    if (procurement !== undefined) return procurement === regime;
    const jurisdiction = jurisdictions.get(id);
    return jurisdiction !== undefined && reachOf({ jurisdiction }, buyer).length > 0;
  };
  const all: Readonly<Record<MeasureId, Measure>> = MEASURES;
  return MEASURE_IDS.flatMap((id) => {
    const { stage, fits, commitments, laws } = all[id];
    const because = TRAITS.filter((trait) => traits.has(trait) && fits.includes(trait));
    const backed = commitments.filter(reaches);
    const cited = laws.filter((law) => LAWS[law].regime === regime);
    return because.length === 0 || backed.length + cited.length === 0
      ? []
      : [{ id, stage, because, commitments: backed, laws: cited }];
  });
}
