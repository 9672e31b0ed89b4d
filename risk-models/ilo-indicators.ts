/**
 * What was told of one supplier, read as the ILO's 11 indicators of forced labour (ILO Indicators of Forced Labour, 2012) and as
 * the two sides of the definition for statistics (guidelines of the 20th International Conference of Labour Statisticians,
 * ICLS, 2018). Ids and meanings are those of the reference table `forced-labour-indicators`, whose sources stand in each row.
 *
 * A reading, no finding: it adds no points and accuses nobody. Unknown unless an answer speaks of the indicator itself.
 *
 * - `present`: an answer names a sign of it, backed by at least a statement of the supplier (an admission is one).
 * - `absent`: an answer as wide as the indicator says no, backed by independent worker interviews. Silence, a bare denial, a policy,
 *   invoices and a confirmed repayment never say so: they do not show what workers live with.
 * - `unknown`: everything else. `pointers` are answers that lie near and do not say it, or were only heard of: what to ask next.
 *
 * | indicator | present | absent | pointers | why not more |
 * | --- | --- | --- | --- | --- |
 * | 01 abuse of vulnerability | | | | no answer speaks of it; the composition of a workforce is no guilt |
 * | 02 deception | | | no contract in the own language before leaving | what was promised is not asked, so neither side |
 * | 03 restriction of movement | leaving job and housing has a penalty | | | a "yes" tells nothing of gates, guards and hours out |
 * | 04 isolation, 05 violence, 10 conditions, 11 overtime | | | | nobody is asked |
 * | 06 intimidation and threats | | | leaving has a penalty | a penalty may be an announced harm; which one is not asked |
 * | 07 retention of documents | employer or agent keeps papers | the worker holds them | | |
 * | 08 withholding of wages | withheld, late or cut to recover costs | | deposits held | a "no" speaks of recruitment costs alone; a deposit is no pay |
 * | 09 debt bondage | debt is carried and wages are withheld to recover it | | fees, debt or advances, withheld wages alone | a fee or a loan alone ties nobody to this work; other debts are not asked |
 *
 * Country, sector and origin are context and say nothing of one supplier. A confirmed finding does not say on which signs it
 * rests. Neither moves an indicator.
 */
import { SMALLEST_GROUP } from "./answers";
import { PROOF_LEVELS, type Proof, type RecruitmentFacts, type RecruitmentKey } from "./facts";
import type { SupplierFacts } from "./types";

export const ILO_INDICATORS = [
  "ILO-01",
  "ILO-02",
  "ILO-03",
  "ILO-04",
  "ILO-05",
  "ILO-06",
  "ILO-07",
  "ILO-08",
  "ILO-09",
  "ILO-10",
  "ILO-11",
] as const;
export type IloIndicatorId = (typeof ILO_INDICATORS)[number];

export const INDICATOR_STATES = ["present", "absent", "unknown"] as const;
export type IndicatorState = (typeof INDICATOR_STATES)[number];

/** An answer by its key under `recruitment`. */
export type SignField = RecruitmentKey | "groups";

export interface IndicatorReading {
  readonly id: IloIndicatorId;
  readonly state: IndicatorState;
  /** The answers that say so; empty when unknown. */
  readonly fields: readonly SignField[];
  /** The weakest proof among them; null when unknown. */
  readonly proof: Proof | null;
  /** Answers that lie near and do not say it, or were only heard of. Empty unless unknown. */
  readonly pointers: readonly SignField[];
}

/** An answer that says something, with what backs it. */
interface Told {
  readonly field: SignField;
  readonly proof: Proof;
}

const isEvidence = ({ proof }: Told): boolean => proof !== "none";
const isFromWorkers = ({ proof }: Told): boolean => proof === "interviews";
const fieldsOf = (told: readonly Told[]): SignField[] => [...new Set(told.map(({ field }) => field))];
const strongest = (told: readonly Told[]): Proof =>
  PROOF_LEVELS[Math.max(...told.map(({ proof }) => PROOF_LEVELS.indexOf(proof)))]!;
const weakest = (told: readonly Told[]): Proof =>
  PROOF_LEVELS[Math.min(...told.map(({ proof }) => PROOF_LEVELS.indexOf(proof)))]!;

/** What takes two answers to say stands on the weaker of them; empty unless both were told. */
function bothOf(one: readonly Told[], other: readonly Told[]): Told[] {
  if (one.length === 0 || other.length === 0) return [];
  const proof = weakest([one, other].map((told) => ({ field: told[0]!.field, proof: strongest(told) })));
  return [...one, ...other].map(({ field }) => ({ field, proof }));
}

/** The answers of a supplier by what they say; a field stands in a list only where it was told. */
function signsIn(facts: RecruitmentFacts) {
  const proofOf = (field: SignField): Proof => {
    // Worker groups stand on the proof of the debt they tell.
    const key = field === "groups" ? "debtMonthsOfPay" : field;
    return typeof facts.proof === "string" ? facts.proof : (facts.proof?.[key] ?? "statement");
  };
  const where = (holds: boolean, field: SignField): Told[] => (holds ? [{ field, proof: proofOf(field) }] : []);
  const { papersHeldBy, passportRetention, feePerWorkerUsd, feeMonthsOfPay, debtMonthsOfPay } = facts;
  const groups = (facts.groups ?? []).filter(({ workers }) => workers >= SMALLEST_GROUP);
  const someGroup = (key: "costsPaidUsd" | "interestUsd" | "wageAdvancesUsd" | "depositsHeldUsd"): boolean =>
    groups.some((group) => (group[key] ?? 0) > 0);
  const wagesWithheld = where(facts.wagesWithheld === "yes", "wagesWithheld");
  const debt = [
    ...where((debtMonthsOfPay ?? 0) > 0, "debtMonthsOfPay"),
    ...where(someGroup("interestUsd") || someGroup("wageAdvancesUsd"), "groups"),
  ];
  return {
    cannotLeave: where(facts.freedomToLeave === "no", "freedomToLeave"),
    papersKept: [
      ...where(papersHeldBy === "employer" || papersHeldBy === "agent", "papersHeldBy"),
      ...where(passportRetention === "yes", "passportRetention"),
    ],
    papersWithWorkers: [
      ...where(papersHeldBy === "worker", "papersHeldBy"),
      ...where(passportRetention === "no", "passportRetention"),
    ],
    wagesWithheld,
    deposits: [
      ...where(facts.depositsHeld === "yes", "depositsHeld"),
      ...where(someGroup("depositsHeldUsd"), "groups"),
    ],
    debt,
    bonded: bothOf(debt, wagesWithheld),
    fees: [
      ...where(facts.feesPaidByWorkers === "yes", "feesPaidByWorkers"),
      ...where((feePerWorkerUsd ?? 0) > 0, "feePerWorkerUsd"),
      ...where((feeMonthsOfPay ?? 0) > 0, "feeMonthsOfPay"),
      ...where(someGroup("costsPaidUsd"), "groups"),
    ],
    noContract: where(facts.contractInOwnLanguage === "no", "contractInOwnLanguage"),
  };
}

/** What one indicator rests on. */
interface Grounds {
  readonly says?: readonly Told[];
  readonly denies?: readonly Told[];
  readonly near?: readonly Told[];
}

function readingOf(id: IloIndicatorId, { says = [], denies = [], near = [] }: Grounds): IndicatorReading {
  const signs = says.filter(isEvidence);
  if (signs.length > 0) return { id, state: "present", fields: fieldsOf(signs), proof: weakest(signs), pointers: [] };
  // Whoever heard otherwise has something to ask: then nothing is absent.
  const denials = says.length === 0 ? denies.filter(isFromWorkers) : [];
  if (denials.length > 0)
    return { id, state: "absent", fields: fieldsOf(denials), proof: weakest(denials), pointers: [] };
  return { id, state: "unknown", fields: [], proof: null, pointers: fieldsOf([...says, ...near]) };
}

/** The 11 indicators, each present, absent or unknown with the answers that say so, in the ILO's order. Pure; adds no points. */
export function iloIndicators({ recruitment }: Pick<SupplierFacts, "recruitment">): IndicatorReading[] {
  const told = signsIn(recruitment);
  const grounds: Partial<Record<IloIndicatorId, Grounds>> = {
    "ILO-02": { near: told.noContract },
    "ILO-03": { says: told.cannotLeave },
    "ILO-06": { near: told.cannotLeave },
    "ILO-07": { says: told.papersKept, denies: told.papersWithWorkers },
    "ILO-08": { says: told.wagesWithheld, near: told.deposits },
    "ILO-09": { says: told.bonded, near: [...told.debt, ...told.fees, ...told.wagesWithheld] },
  };
  return ILO_INDICATORS.map((id) => readingOf(id, grounds[id] ?? {}));
}

export const ICLS_SIGNS = ["ICLS-I9", "ICLS-C3", "ICLS-C4", "ICLS-C5"] as const;
/** Signs of the ICLS guidelines that an answer can name: `I` involuntary work, `C` threat and menace of penalty. */
export type IclsSignId = (typeof ICLS_SIGNS)[number];

export interface IclsSign {
  readonly id: IclsSignId;
  readonly fields: readonly SignField[];
  /** The strongest proof among them. */
  readonly proof: Proof;
}

export interface IclsPair {
  /** `evidence`: both sides are backed by at least a statement. `heard`: both are told, one only heard of. */
  readonly state: "evidence" | "heard" | "none";
  /** Signs told, those only heard of (`proof` "none") among them. */
  readonly involuntariness: readonly IclsSign[];
  readonly threat: readonly IclsSign[];
  /** A person confirmed such a pair as a finding that is not lifted; its floor acts in the result. */
  readonly isConfirmed: boolean;
}

const signOf = (id: IclsSignId, told: readonly Told[]): IclsSign[] => {
  if (told.length === 0) return [];
  return [{ id, fields: fieldsOf(told), proof: strongest(told) }];
};

/**
 * Signs of involuntariness and of threat told together, a case for action. The same answers that the engine's
 * `caseForAction` looks at, which does not ask for evidence; no answer stands on both sides.
 *
 * - I9 no freedom to end the contract: leaving job and housing has a penalty.
 * - C3 debt bondage: as ILO-09 above. C4 withheld wages or benefits: wages, and deposits, which are lost by who leaves.
 *   C5 withheld documents: employer or agent keeps papers.
 */
export function iclsPair({
  recruitment,
  findings,
  asOf,
}: Pick<SupplierFacts, "recruitment" | "findings" | "asOf">): IclsPair {
  const told = signsIn(recruitment);
  const involuntariness = signOf("ICLS-I9", told.cannotLeave);
  const deposits = told.deposits.filter(({ field }) => field === "depositsHeld");
  const threat = [
    ...signOf("ICLS-C3", told.bonded),
    ...signOf("ICLS-C4", [...told.wagesWithheld, ...deposits]),
    ...signOf("ICLS-C5", told.papersKept),
  ];
  const isBacked = (signs: readonly IclsSign[]) => signs.some(({ proof }) => proof !== "none");
  const isPair = involuntariness.length > 0 && threat.length > 0;
  return {
    state: !isPair ? "none" : isBacked(involuntariness) && isBacked(threat) ? "evidence" : "heard",
    involuntariness,
    threat,
    isConfirmed: (findings ?? []).some(
      ({ ground, liftedOn }) => ground === "icls-pair" && (liftedOn === null || liftedOn > asOf),
    ),
  };
}
