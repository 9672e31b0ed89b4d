/**
 * Questions of the European Single Procurement Document that touch forced labour, with their codes by version of its exchange
 * data model, and the supplement that the ESPD does not contain. Facts; the words stand in the catalogues. Pure.
 *
 * Codes: version 4.1, and the alpha of version 5 as of December 2025, which can still change. Null: our table has none.
 */
export const ESPD_VERSIONS = ["4.1", "5.0-alpha"] as const;
export type EspdVersion = (typeof ESPD_VERSIONS)[number];

/** What an answer holds. */
export const ANSWER_PARTS = [
  "yes-no",
  "conviction-day",
  "reason",
  "person",
  "length",
  "self-cleaning",
  "description",
  "share",
  "names",
  "roles",
  "identifiers",
  "evidence",
] as const;
export type AnswerPart = (typeof ANSWER_PARTS)[number];

export interface EspdQuestion {
  /** Part of the form. */
  readonly part: "II.A" | "II.B" | "II.C" | "II.D" | "III.A" | "III.C" | "III.D" | "IV.C";
  readonly codes: readonly Readonly<Record<EspdVersion, string | null>>[];
  readonly holds: readonly AnswerPart[];
  /** Steps of a vendor check that look at the same, as far as its law has them. */
  readonly steps: readonly string[];
}

const named = (old: string | null, alpha: string) => ({ "4.1": old, "5.0-alpha": alpha });
const GROUND: readonly AnswerPart[] = ["yes-no", "self-cleaning", "description", "evidence"];

/** Who the bidder is and with whom it works. Our table has no field codes of these parts. */
export const OPERATOR_QUESTIONS = {
  operator: { part: "II.A", codes: [], holds: ["names", "roles", "identifiers"], steps: [] },
  representatives: { part: "II.B", codes: [], holds: ["names", "roles"], steps: ["eu57persons"] },
  reliance: { part: "II.C", codes: [], holds: ["yes-no", "names", "identifiers", "description"], steps: ["eu63"] },
  subcontractors: { part: "II.D", codes: [], holds: ["yes-no", "names", "identifiers", "share"], steps: ["eu71subcontractors", "eu71list", "ukSubcontractors"] }, // prettier-ignore
} as const satisfies Readonly<Record<string, EspdQuestion>>;

/** Grounds for exclusion: what the template calls the core of the ESPD. The five core questions are others: `app/recruitment/questions.ts`. */
export const GROUND_QUESTIONS = {
  conviction: {
    part: "III.A",
    codes: [named("human-traffic", "exg-crim-traffick")],
    holds: ["yes-no", "conviction-day", "reason", "person", "length", "self-cleaning", "description", "evidence"],
    steps: ["eu57conviction", "eu57persons", "de123", "ukSchedule6"],
  },
  labourLaw: {
    part: "III.C",
    codes: [named("labour-law", "exg-mis-bre-lab-law")],
    holds: GROUND,
    steps: ["eu57labour", "ukOrders"],
  },
  socialLaw: {
    part: "III.C",
    codes: [named("socsec-law", "exg-mis-bre-soc-law")],
    holds: GROUND,
    steps: ["eu57labour"],
  },
  misconduct: {
    part: "III.C",
    codes: [named(null, "exg-mis-misconduct"), named(null, "exg-mis-sanction"), named(null, "exg-mis-misrepresent")],
    holds: GROUND,
    steps: ["eu57conduct", "eu57performance", "eu57information", "ukConduct"],
  },
  national: {
    part: "III.D",
    codes: [named("nati-ground", "exg-natl-bre-nat-law")],
    holds: GROUND,
    steps: ["deLksg22", "fr2141", "no5", "ukDebarment"],
  },
} as const satisfies Readonly<Record<string, EspdQuestion>>;

/** Where the buyer asks for them. */
export const MORE_QUESTIONS = {
  chainManagement: {
    part: "IV.C",
    codes: [named("chain-manage", "slc-abil-mgmt-supply")],
    holds: ["yes-no", "description", "names", "evidence"],
    steps: [],
  },
  subcontracting: {
    part: "IV.C",
    codes: [named("suncont-port", "slc-abil-subc")],
    holds: ["share", "names"],
    steps: ["eu71subcontractors", "eu71list", "ukSubcontractors"],
  },
  checksAccepted: { part: "IV.C", codes: [named("spec-req-check", "slc-abil-check")], holds: ["yes-no"], steps: [] },
} as const satisfies Readonly<Record<string, EspdQuestion>>;

/** No part of the ESPD: asked after the five core questions about recruitment, and only where it is tied to the contract and proportionate. */
export const SUPPLEMENT = [
  "sites",
  "agencies",
  "fees",
  "contractLanguage",
  "wages",
  "freedom",
  "housing",
  "hours",
  "grievance",
  "tierMap",
  "stateImposed",
  "detentions",
  "authorityDecisions",
  "openActions",
] as const;

export const ESPD_QUESTIONS = { ...OPERATOR_QUESTIONS, ...GROUND_QUESTIONS, ...MORE_QUESTIONS };
export type EspdQuestionId = keyof typeof ESPD_QUESTIONS;
export const ESPD_QUESTION_IDS = Object.keys(ESPD_QUESTIONS) as readonly EspdQuestionId[]; // prettier-ignore

/** What every answer carries besides. */
export const ANSWER_CARRIES = ["answered-on", "answered-by", "basis", "proof"] as const;

/** Up to so many employees a firm may refuse what goes beyond the voluntary standard, where the purpose is a CSRD report. */
export const VALUE_CHAIN_CAP = 1000;

/** What the questionnaire is for. */
export const PURPOSES = ["contract", "law", "reporting"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Whether the firm that is asked may refuse. Its size is not known: it is told of the right. */
export function refusalOf(purpose: Purpose | null, employees: number | null): "may" | "may-if-small" | "no-cap" | null {
  if (purpose === null) return null;
  if (purpose !== "reporting") return "no-cap";
  if (employees === null) return "may-if-small";
  return employees <= VALUE_CHAIN_CAP ? "may" : "no-cap";
}
