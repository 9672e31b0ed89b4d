/**
 * The three populations of the study: grids of what may be asked of the model, made from the reference tables alone. They are no
 * picture of trade or of suppliers; PLAN.md beside each study says so.
 */
import {
  PAPER_HOLDERS,
  PROOF_LEVELS,
  RECRUITERS,
  YES_NO_UNKNOWN,
  type RecruitmentFacts,
  type RecruitmentKey,
} from "../facts";
import { DIVISIONS } from "../isic";
import type { RiskReference } from "../reference-types";
import type { Iso2, IsoDate, SupplierFacts } from "../types";
import { Random } from "./random";
import { supplierOf } from "./suppliers";

export const POPULATIONS = ["silent", "answering", "goods"] as const;
export type PopulationName = (typeof POPULATIONS)[number];

/** Country of each supplier, and what is known of it. */
export interface Population {
  readonly name: PopulationName;
  readonly suppliers: readonly SupplierFacts[];
}

/** Countries with at least one input of the country dimension, by code. */
export const countriesWithData = (reference: RiskReference): Iso2[] =>
  Object.keys(reference.countries)
    .filter((code) => Object.keys(reference.countries[code]!.values).length > 0)
    .sort();

/** Keys answered from a closed list, with their words. */
export const CLOSED_ANSWERS = {
  recruiter: RECRUITERS,
  papersHeldBy: PAPER_HOLDERS,
  feesPaidByWorkers: YES_NO_UNKNOWN,
  usesLabourAgents: YES_NO_UNKNOWN,
  passportRetention: YES_NO_UNKNOWN,
  depositsHeld: YES_NO_UNKNOWN,
  wagesWithheld: YES_NO_UNKNOWN,
  freedomToLeave: YES_NO_UNKNOWN,
  grievanceMechanism: YES_NO_UNKNOWN,
  employerPaysPolicy: YES_NO_UNKNOWN,
  contractInOwnLanguage: YES_NO_UNKNOWN,
} as const satisfies Partial<Record<RecruitmentKey, readonly string[]>>;
const MOST_MONTHS = 12;

/** Answers drawn evenly: each key is there with chance 1/2; one level of proof for all. */
export function anyAnswers(random: Random): RecruitmentFacts {
  const answers: Record<string, unknown> = {};
  for (const [key, words] of Object.entries(CLOSED_ANSWERS)) {
    const there = random.next() < 0.5;
    const word = random.one<string>(words.filter((one) => one !== "unknown"));
    if (there) answers[key] = word;
  }
  const [there, months] = [random.next() < 0.5, random.between(0, MOST_MONTHS)];
  if (there) answers["feeMonthsOfPay"] = months;
  return { ...answers, proof: random.one(PROOF_LEVELS) } as RecruitmentFacts;
}

/** All three populations; the answers of the second depend on the seed. */
export function populationsOf(reference: RiskReference, asOf: IsoDate, seed: number): Population[] {
  const countries = countriesWithData(reference);
  const random = new Random(seed, "answers");
  const grid = countries.flatMap((seat) => DIVISIONS.map((isic) => ({ seat, isic })));
  const goods = Object.keys(reference.goods).sort();
  return [
    { name: "silent", suppliers: grid.map((short) => supplierOf(short, asOf)) },
    {
      name: "answering",
      suppliers: grid.map((short) => supplierOf({ ...short, recruitment: anyAnswers(random) }, asOf)),
    },
    {
      name: "goods",
      suppliers: countries.flatMap((seat) =>
        goods.map((good) => supplierOf({ seat, placeOfWork: seat, role: "maker", goods: [good] }, asOf)),
      ),
    },
  ];
}
