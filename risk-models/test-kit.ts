/** For tests only: the carried reference tables, the released model and short ways to write facts. */
import fc from "fast-check";
import Papa from "papaparse";
import { createEngine } from "./engine";
import { PAPER_HOLDERS, PROOF_LEVELS, RECRUITERS, REMEDIATION_STAGES, YES_NO_UNKNOWN } from "./facts";
import { MODELS } from "./models/registry";
import { buildRiskReference } from "./reference";
import type { ReferenceTables, Row } from "./reference-types";
import { ROLES } from "./types";
import { supplierOf, type ShortFacts } from "./study/suppliers";
import type { RecruitmentFacts, SupplierFacts, WorkforceFacts } from "./types";

const files = import.meta.glob<string>(
  [
    "../seed/reference/{countries,country-indicators,goods-to-classification,state-imposed-forced-labour}/data.csv",
    "../seed/reference/{tvpra-goods,tvpra-2024-changes,sector-risk-evidence,product-chains}/data.csv",
    "../seed/reference/{concordance-hs4-isic4,hs,chain-goods}/data.csv",
    "../seed/reference/{recruitment-corridors,recruitment-fee-rules,sources-countries,sources-sectors}/data.csv",
  ],
  { query: "?raw", import: "default", eager: true },
);

/** Rows of `seed/reference/<name>/data.csv`. */
export function table(name: string): Row[] {
  const text = files[`../seed/reference/${name}/data.csv`];
  if (text === undefined) throw new Error(`No reference table ${name}`);
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
}

export const tables: ReferenceTables = {
  countries: table("countries"),
  countryIndicators: table("country-indicators"),
  tvpraGoods: table("tvpra-goods"),
  tvpraChanges: table("tvpra-2024-changes"),
  goodsToClassification: table("goods-to-classification"),
  sectorRiskEvidence: table("sector-risk-evidence"),
  stateImposed: table("state-imposed-forced-labour"),
  productChains: table("product-chains"),
  concordanceHsIsic: table("concordance-hs4-isic4"),
  recruitmentCorridors: table("recruitment-corridors"),
  recruitmentFeeRules: table("recruitment-fee-rules"),
  sourcesCountries: table("sources-countries"),
  sourcesSectors: table("sources-sectors"),
};
export const reference = buildRiskReference(tables);
/** The newest model: every law holds for it; what a released one gave stays pinned by its own cases. */
export const model = MODELS.at(-1)!;
export const engine = createEngine(model, reference);

export type { ShortFacts };
export const supplier = (short: ShortFacts): SupplierFacts => supplierOf(short, "2026-11-22");

export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const answer = maybe(fc.constantFrom(...YES_NO_UNKNOWN));
const months = maybe(fc.double({ min: 0, max: 40, noNaN: true }));
const usd = maybe(fc.double({ min: 0, max: 20_000, noNaN: true }));
const share = maybe(fc.double({ min: 0, max: 1, noNaN: true }));

const anyGroup = fc.record({
  workers: fc.integer({ min: 1, max: 60 }),
  costsPaidUsd: usd,
  interestUsd: usd,
  depositsHeldUsd: usd,
  repaidUsd: usd,
  monthlyContractPayUsd: maybe(fc.double({ min: 50, max: 5000, noNaN: true })),
});

/** Recruitment answers without their proof. */
export const anyAnswers: fc.Arbitrary<RecruitmentFacts> = fc.record({
  workersRecruited: maybe(fc.integer({ min: 0, max: 2000 })),
  recruitedFrom: maybe(fc.array(fc.constantFrom("NP", "BD", "PK", "KG", "PH"), { maxLength: 3 })),
  recruiter: maybe(fc.constantFrom(...RECRUITERS)),
  employerCostTotalUsd: usd,
  papersHeldBy: maybe(fc.constantFrom(...PAPER_HOLDERS)),
  workersRepaid: maybe(fc.integer({ min: 0, max: 2000 })),
  amountRepaidUsd: usd,
  feesPaidByWorkers: answer,
  feePerWorkerUsd: usd,
  monthlyContractPayUsd: maybe(fc.double({ min: 50, max: 5000, noNaN: true })),
  feeMonthsOfPay: months,
  debtMonthsOfPay: months,
  corridorCostPerWorkerUsd: usd,
  usesLabourAgents: answer,
  passportRetention: answer,
  depositsHeld: answer,
  wagesWithheld: answer,
  freedomToLeave: answer,
  grievanceMechanism: answer,
  employerPaysPolicy: answer,
  contractInOwnLanguage: answer,
  groups: maybe(fc.array(anyGroup, { maxLength: 3 })),
  remediation: maybe(fc.constantFrom(...REMEDIATION_STAGES)),
});
export const anyProof = fc.constantFrom(...PROOF_LEVELS);
export const anyWorkforce: fc.Arbitrary<WorkforceFacts> = fc.record({
  workers: maybe(fc.integer({ min: 0, max: 5000 })),
  migrantShare: share,
  agencyShare: share,
  womenShare: share,
  youngShare: share,
});

const somewhere = fc.constantFrom(
  "DE",
  "RU",
  "CN",
  "CN/CN-XJ",
  "TM",
  "UZ",
  "MY",
  "BD",
  "US",
  "SA",
  "AE",
  "GB",
  "KG",
  "BY",
  "AX",
  "XK",
);
/** Where, what and in which role, without own answers. */
export const anyContext: fc.Arbitrary<ShortFacts> = fc.record({
  seat: maybe(somewhere),
  placeOfWork: fc.option(somewhere, { nil: undefined, freq: 1 }),
  origin: fc.option(somewhere, { nil: undefined, freq: 1 }),
  role: fc.constantFrom(...ROLES),
  isic: maybe(
    fc.constantFrom("A", "C", "F", "N", "01", "1410", "26", "2410", "4711", "6201", "78", "7820", "8121", "9601", "97"),
  ),
  goods: fc.uniqueArray(
    fc.constantFrom(
      "Cotton",
      "Garments",
      "Electronics",
      "Silk Cocoons",
      "Tomato Products",
      "Bricks",
      "Blueberries",
      "Fish",
      "no such good",
    ),
    {
      maxLength: 2,
    },
  ),
});
export const anySupplier: fc.Arbitrary<SupplierFacts> = fc
  .tuple(anyContext, anyAnswers, maybe(anyProof), anyWorkforce)
  .map(([context, recruitment, proof, workforce]) =>
    supplier({ ...context, recruitment: { ...recruitment, proof }, workforce }),
  );
