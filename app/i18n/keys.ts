import type { ParseKeys } from "i18next";
import type { ImportState, RegisterSort, Role } from "../../db/schema/codes";
import type {
  Band,
  Basis,
  Dimension,
  FloorId,
  Level,
  Likelihood,
  SeverityLevel,
  SupplierRole,
} from "../../risk-models/types";
import type { RecruitmentKey } from "../../risk-models/facts";
import type { IssueCode } from "../imports/codes";
import type { FieldName, ProofField } from "../imports/fields";
import type { TFunction } from "i18next";
import type { ColumnProposal } from "../imports/types";
import type { NotSellerKind, DecisionScope } from "../groups/decision";
import type { GroupKind } from "../groups/group-key";
import type { LabourKind } from "../groups/labour-heavy";
import type { RenameReason } from "../services/imports/compare-generations.server";
import type { JobProgress } from "../jobs/job-context";
import type { Measure } from "../lib/overview-query";
import type { Gap } from "../../risk-models";
// The declaration of the keys' type stands with the translator.
import type {} from "./translator";

/** A key of the catalogues. */
export type Key = ParseKeys;

/** A key of the catalogues for each word of a closed list. */
export type Keys<T extends string> = Readonly<Record<T, Key>>;

// Maps for keys that depend on a word of a closed list: the test for unused keys reads them here.

export const bandKey = {
  low: "risk.band.low",
  raised: "risk.band.raised",
  high: "risk.band.high",
} as const satisfies Keys<Band>;

/** A range that reaches from one band to a higher one. */
export function bandsKey(low: Band, high: Band) {
  if (low === "raised") return "supplier.bands.raisedHigh" as const;
  return high === "high" ? ("supplier.bands.lowHigh" as const) : ("supplier.bands.lowRaised" as const);
}

export const levelKey = {
  listed: "risk.level.listed",
  placed: "risk.level.placed",
  indicative: "risk.level.indicative",
  assessed: "risk.level.assessed",
} as const satisfies Keys<Level>;

export const levelMeaningKey = {
  listed: "risk.levelMeaning.listed",
  placed: "risk.levelMeaning.placed",
  indicative: "risk.levelMeaning.indicative",
  assessed: "risk.levelMeaning.assessed",
} as const satisfies Keys<Level>;

export const levelWhyKey = {
  listed: "supplier.levelWhy.listed",
  placed: "supplier.levelWhy.placed",
  indicative: "supplier.levelWhy.indicative",
  assessed: "supplier.levelWhy.assessed",
} as const satisfies Keys<Level>;

export const supplierRoleKey = {
  maker: "risk.role.maker",
  trader: "risk.role.trader",
  "service-on-our-premises": "risk.role.serviceOnOurPremises",
  "service-elsewhere": "risk.role.serviceElsewhere",
  "labour-provider": "risk.role.labourProvider",
  agent: "risk.role.agent",
  "not-a-seller": "risk.role.notASeller",
  unknown: "risk.role.unknown",
} as const satisfies Keys<SupplierRole>;

/** Divisions of ISIC that have a short name. */
export const DIVISIONS = [
  "01", "02", "03", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21",
  "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "35", "36", "37", "38", "39", "41", "42", "43",
  "45", "46", "47", "49", "50", "51", "52", "53", "55", "56", "58", "59", "60", "61", "62", "63", "64", "65", "66", "68",
  "69", "70", "71", "72", "73", "74", "75", "77", "78", "79", "80", "81", "82", "84", "85", "86", "87", "88", "90", "91",
  "92", "93", "94", "95", "96", "97", "98", "99",
] as const; // prettier-ignore
const divisions: ReadonlySet<string> = new Set(DIVISIONS);

/** The short name of a division of ISIC; null for a code that is none. */
export const divisionKey = (code: string): Key | null =>
  divisions.has(code) ? `division.${code as (typeof DIVISIONS)[number]}` : null;

export const dimensionKey = {
  country: "supplier.dimensionName.country",
  sector: "supplier.dimensionName.sector",
  recruitment: "supplier.dimensionName.recruitment",
} as const satisfies Keys<Dimension>;

export const basisKey = {
  stated: "supplier.basis.stated",
  derived: "supplier.basis.derived",
  unknown: "supplier.basis.unknown",
} as const satisfies Keys<Basis>;

export const memberRoleKey = {
  owner: "account.role.owner",
  officer: "account.role.officer",
  auditor: "account.role.auditor",
  purchaser: "account.role.purchaser",
  "legal-reviewer": "account.role.legalReviewer",
  "supplier-contact": "account.role.supplierContact",
} as const satisfies Keys<Role>;

export const importStateKey = {
  received: "imports.state.received",
  inspecting: "imports.state.inspecting",
  mapping: "imports.state.mapping",
  building: "imports.state.building",
  preview: "imports.state.preview",
  published: "imports.state.published",
  undone: "imports.state.undone",
  discarded: "imports.state.discarded",
  failed: "imports.state.failed",
} as const satisfies Keys<ImportState>;

/** What a list waits for. */
export const waitingKey = {
  mapping: "overview.due.mapping",
  preview: "overview.due.preview",
} as const satisfies Keys<Extract<ImportState, "mapping" | "preview">>;

export const measureKey = {
  suppliers: "overview.measure.suppliers",
  high: "overview.measure.high",
  spend: "overview.measure.spend",
} as const satisfies Keys<Measure>;

export const gapKey = {
  country: "overview.gap.country",
  sector: "overview.gap.sector",
  origin: "overview.gap.origin",
  placeOfWork: "overview.gap.placeOfWork",
  role: "overview.gap.role",
  recruitment: "overview.gap.recruitment",
} as const satisfies Keys<Gap>;

export const gapTodoKey = {
  country: "overview.gapTodo.country",
  sector: "overview.gapTodo.sector",
  origin: "overview.gapTodo.origin",
  placeOfWork: "overview.gapTodo.placeOfWork",
  role: "overview.gapTodo.role",
  recruitment: "overview.gapTodo.recruitment",
} as const satisfies Keys<Gap>;

export const phaseKey = {
  reading: "imports.progress.phase.reading",
  importing: "imports.progress.phase.importing",
  comparing: "imports.progress.phase.comparing",
  counting: "imports.progress.phase.counting",
  indexing: "imports.progress.phase.indexing",
  sweeping: "imports.progress.phase.sweeping",
  screening: "imports.progress.phase.screening",
  packing: "imports.progress.phase.packing",
} as const satisfies Keys<JobProgress["phase"]>;

export const sortKey = {
  priority: "suppliers.sort.priority",
  score: "suppliers.sort.score",
  name: "suppliers.sort.name",
  spend: "suppliers.sort.spend",
} as const satisfies Keys<RegisterSort>;

export const outcomeKey = {
  imported: "imports.preview.outcome.imported",
  "set-aside": "imports.preview.outcome.setAside",
  "left-out": "imports.preview.outcome.leftOut",
} as const;

const formErrors = {
  required: "account.form.required",
  email: "account.form.email",
  passwordShort: "account.form.passwordShort",
  tooLong: "account.form.tooLong",
  wrongSignIn: "account.form.wrongSignIn",
  emailTaken: "account.form.emailTaken",
  tooManyAttempts: "account.form.tooManyAttempts",
  waitAMoment: "account.form.waitAMoment",
  wrongCode: "account.form.wrongCode",
  invalid: "account.form.invalid",
} as const;
export type FormError = keyof typeof formErrors;

/** The sentence for an error word of a form; a word nobody wrote down gives the general sentence. */
export const formErrorKey = (error: string): Key =>
  Object.hasOwn(formErrors, error) ? formErrors[error as FormError] : formErrors.invalid;

export const excludedKey = {
  buyer: "imports.mapping.excludedBuyer",
  person: "imports.mapping.excludedPerson",
  bank: "imports.mapping.excludedBank",
} as const satisfies Keys<NonNullable<ColumnProposal["excluded"]>>;

/** The sentence for what happened to a row. */
export const issueKey = (code: string): Key => `issue.${code as IssueCode}`;

const RECRUITMENT = [
  "workersRecruited",
  "recruitedFrom",
  "recruiter",
  "recruiterLicenceNumber",
  "employerCostTotalUsd",
  "papersHeldBy",
  "workersRepaid",
  "amountRepaidUsd",
  "feesPaidByWorkers",
  "feePerWorkerUsd",
  "monthlyContractPayUsd",
  "feeMonthsOfPay",
  "debtMonthsOfPay",
  "corridorCostPerWorkerUsd",
  "corridorCostSource",
  "usesLabourAgents",
  "passportRetention",
  "depositsHeld",
  "wagesWithheld",
  "freedomToLeave",
  "grievanceMechanism",
  "employerPaysPolicy",
  "contractInOwnLanguage",
] as const satisfies readonly RecruitmentKey[];

/** The fields a column can be, in the groups and order in which a person looks for them. */
export const fieldGroups: readonly { readonly group: Key; readonly fields: readonly FieldName[] }[] = [
  { group: "field.group.who", fields: ["name", "supplierNumber", "registrationId", "parent", "tier", "role"] },
  {
    group: "field.group.where",
    fields: ["country", "region", "city", "postalCode", "address", "placeOfWork", "origin"],
  },
  { group: "field.group.what", fields: ["product", "sector", "isic", "nace", "hs", "cpv"] },
  { group: "field.group.money", fields: ["amount", "currency", "date", "accountCode", "accountName"] },
  { group: "field.group.workers", fields: ["workers", "migrantShare", "agencyShare", "womenShare", "youngShare"] },
  { group: "field.group.recruitment", fields: [...RECRUITMENT, "recruitmentProof", "remediation"] },
  { group: "field.group.proof", fields: RECRUITMENT.map((key): ProofField => `${key}Proof`) },
];

type NamedField = Exclude<FieldName, ProofField>;

/** The key that names a field, without the proof columns, which are named after the answer they back. */
export const fieldKey = (field: NamedField): Key => `field.name.${field}`;

const isProofField = (field: FieldName): field is ProofField => field.endsWith("Proof") && field !== "recruitmentProof";

/** The name of a field in the reader's language. */
export function fieldName(t: TFunction, field: FieldName): string {
  if (!isProofField(field)) return t(fieldKey(field));
  return t("field.proofOf", { field: t(fieldKey(field.slice(0, -"Proof".length) as RecruitmentKey)) });
}

const renameReasons = {
  registration: "imports.rename.registration",
  "name-country": "imports.rename.nameAndCountry",
  "address-country": "imports.rename.addressAndCountry",
} as const satisfies Keys<RenameReason>;

/** Why two suppliers look the same; the stored word is one of `RenameReason`. */
export const renameReasonKey = (reason: string): Key => renameReasons[reason as RenameReason];

export const floorLiftedByKey = {
  authorityFinding: "floorLiftedBy.authorityFinding",
  confirmedMatch: "floorLiftedBy.confirmedMatch",
  iclsPair: "floorLiftedBy.iclsPair",
  stateImposed: "floorLiftedBy.stateImposed",
  listedPair: "floorLiftedBy.listedPair",
} as const satisfies Keys<FloorId>;

export const likelihoodKey = {
  "less-likely": "likelihood.less-likely",
  possible: "likelihood.possible",
  likely: "likelihood.likely",
  "very-likely": "likelihood.very-likely",
  unknown: "likelihood.unknown",
} as const satisfies Keys<Likelihood>;

export const severityKey = {
  moderate: "severity.moderate",
  serious: "severity.serious",
  severe: "severity.severe",
  critical: "severity.critical",
  unknown: "severity.unknown",
} as const satisfies Keys<SeverityLevel>;

export const notSellerKey = {
  "public-body": "understand.notSeller.publicBody",
  staff: "understand.notSeller.staff",
  taxes: "understand.notSeller.taxes",
  grants: "understand.notSeller.grants",
  refunds: "understand.notSeller.refunds",
  "natural-persons": "understand.notSeller.naturalPersons",
} as const satisfies Keys<NotSellerKind>;

export const labourKey = {
  "labour-provider": "understand.labour.labourProvider",
  cleaning: "understand.labour.cleaning",
  catering: "understand.labour.catering",
  security: "understand.labour.security",
  laundry: "understand.labour.laundry",
  care: "understand.labour.care",
  construction: "understand.labour.construction",
  waste: "understand.labour.waste",
  grounds: "understand.labour.grounds",
  harvest: "understand.labour.harvest",
  household: "understand.labour.household",
} as const satisfies Keys<LabourKind>;

export const groupKindKey = {
  account: "understand.kind.account",
  category: "understand.kind.category",
  purpose: "understand.kind.purpose",
  sector: "understand.kind.sector",
  none: "understand.kind.none",
  other: "understand.kind.other",
} as const satisfies Keys<GroupKind>;

export const decisionScopeKey = {
  group: "understand.decided.scope.group",
  payee: "understand.decided.scope.payee",
  "text-country": "understand.decided.scope.country",
  "text-sector": "understand.decided.scope.sector",
  "text-currency": "understand.decided.scope.currency",
} as const satisfies Keys<DecisionScope>;

const regions: Readonly<Record<string, Key>> = { "CN-XJ": "supplier.region.xinjiang" };

/** The name of a region that matters to the method; other text is given back as it is. */
export const regionName = (t: TFunction, region: string): string => (regions[region] ? t(regions[region]) : region);

const answers = {
  yes: "answer.yes",
  no: "answer.no",
  unknown: "answer.unknown",
  "own-staff": "answer.own-staff",
  "licensed-agent": "answer.licensed-agent",
  "sub-agent": "answer.sub-agent",
  worker: "answer.worker",
  employer: "answer.employer",
  agent: "answer.agent",
} as const satisfies Readonly<Record<string, Key>>;

/** The word for an answer of a closed list; null for a number or free text. */
export const answerKey = (answer: string): Key | null =>
  Object.hasOwn(answers, answer) ? answers[answer as keyof typeof answers] : null;

/**
 * A key the risk engine gives (`REASON_KEYS`, `MISSING_KEYS`, `CONCERN_KEYS`, `ASK_KEYS`, `CHANGE_KEYS`) as a key of the
 * catalogues. The catalogue test holds that every one of them has its text in every language.
 */
export const engineKey = (key: string): Key => key as Key;
