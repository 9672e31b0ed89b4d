/**
 * The one table of fields a supplier list can carry: their names (`candour assess --map FIELD=HEADER`), what their cells hold
 * and the schema of a cleaned value; the headers they are known by stand in `synonyms/`. The labour fields are those of
 * the risk engine, so that a question added there is a column here.
 */
import { z } from "zod";
import { RECRUITMENT_ANSWERS, REMEDIATION_STAGES, PROOF_LEVELS, WorkforceFacts } from "../../risk-models/facts";
import type { RecruitmentKey } from "../../risk-models/facts";
import { ROLES } from "../../risk-models/types";

/** What a cell of the field holds; it decides how the cell is read and which columns can be the field. */
export type ValueKind =
  | "name"
  | "text"
  | "identifier"
  | "country"
  | "countries"
  | "address"
  | "code"
  | "amount"
  | "currency"
  | "date"
  | "count"
  | "share"
  | "dollars"
  | "months"
  | "answer"
  | "choice";

export type LabourShare = "migrantShare" | "agencyShare" | "womenShare" | "youngShare";
export type ProofField = `${RecruitmentKey}Proof`;

const BASE_FIELDS = {
  name: { kind: "name", note: "name of the supplier or site (required)" },
  supplierNumber: { kind: "identifier", note: "the buyer's own number for the supplier" },
  registrationId: { kind: "identifier", note: "company register, VAT, tax, LEI or DUNS number" },
  country: { kind: "country", note: "country of the supplier: ISO code or name" },
  region: { kind: "text", note: "state, province or region" },
  city: { kind: "text", note: "town" },
  postalCode: { kind: "identifier", note: "postal code, kept as text" },
  address: { kind: "address", note: "address of the site" },
  placeOfWork: { kind: "text", note: "country or place where the work is done" },
  origin: { kind: "country", note: "country the goods come from" },
  role: { kind: "choice", note: `what the supplier is to the buyer: ${ROLES.join(", ")}` },
  product: { kind: "text", note: "what is bought, free text" },
  sector: { kind: "text", note: "sector word or category" },
  isic: { kind: "code", note: "ISIC Rev. 4 code" },
  nace: { kind: "code", note: "NACE Rev. 2 code, or a national code made from it (NAF, WZ, OKVED 2, UK SIC)" },
  hs: { kind: "code", note: "Harmonised System, CN, TARIC, HTS or TN VED code" },
  cpv: { kind: "code", note: "CPV 2008 code" },
  accountCode: { kind: "text", note: "the buyer's account, as code or text" },
  accountName: { kind: "text", note: "text of the buyer's account" },
  amount: { kind: "amount", note: "money paid, ordered or spent" },
  currency: { kind: "currency", note: "ISO 4217 currency of the amount" },
  date: { kind: "date", note: "day of the payment, order or contract" },
  parent: { kind: "text", note: "parent company or group" },
  tier: { kind: "text", note: "tier in the supply chain" },
  workers: { kind: "count", note: "number of workers" },
  migrantShare: { kind: "share", note: "migrant workers: share, percent, or number beside the number of workers" },
  agencyShare: { kind: "share", note: "agency workers: share, percent, or number beside the number of workers" },
  womenShare: { kind: "share", note: "women: share, percent, or number beside the number of workers" },
  youngShare: { kind: "share", note: "workers under 25: share, percent, or number beside the number of workers" },
  recruitmentProof: { kind: "choice", note: `how all recruitment answers are backed: ${PROOF_LEVELS.join(", ")}` },
  remediation: {
    kind: "choice",
    note: `how far a supplier that found fees has come: ${REMEDIATION_STAGES.join(", ")}`,
  },
} as const satisfies Record<string, { kind: ValueKind; note: string }>;

const RECRUITMENT_KINDS: Readonly<Record<RecruitmentKey, ValueKind>> = {
  workersRecruited: "count",
  recruitedFrom: "countries",
  recruiter: "choice",
  recruiterLicenceNumber: "identifier",
  employerCostTotalUsd: "dollars",
  papersHeldBy: "choice",
  workersRepaid: "count",
  amountRepaidUsd: "dollars",
  feesPaidByWorkers: "answer",
  feePerWorkerUsd: "dollars",
  monthlyContractPayUsd: "dollars",
  feeMonthsOfPay: "months",
  debtMonthsOfPay: "months",
  corridorCostPerWorkerUsd: "dollars",
  corridorCostSource: "text",
  usesLabourAgents: "answer",
  passportRetention: "answer",
  depositsHeld: "answer",
  wagesWithheld: "answer",
  freedomToLeave: "answer",
  grievanceMechanism: "answer",
  employerPaysPolicy: "answer",
  contractInOwnLanguage: "answer",
};

export type FieldName = keyof typeof BASE_FIELDS | RecruitmentKey | ProofField;

export interface FieldDefinition {
  readonly name: FieldName;
  readonly kind: ValueKind;
  /** One line for `--help` and the mapping page. */
  readonly note: string;
  readonly required: boolean;
  /** What a cleaned value must satisfy; blank is `undefined`. */
  readonly schema: z.ZodType;
}

/** Headers that name a field, with their standing when several columns compete (100 when left out). */
export interface SynonymGroup {
  readonly field: FieldName;
  readonly weight?: number;
  /** Names the site itself: when it is mapped, a company column beside it is somebody else. */
  readonly level?: "site";
  /** The column is taken only when this share of its values fits. */
  readonly needsValues?: number;
  readonly words: readonly string[];
}

const text = z.string().max(10_000).optional();
const SCHEMAS: Partial<Record<ValueKind, z.ZodType>> = {
  name: z.string().min(1).max(10_000),
  amount: z.int().optional().describe("ten-thousandths of the currency unit"),
  currency: z.string().regex(/^[A-Z]{3}$/).optional(), // prettier-ignore
  date: z.iso.date().optional(),
};

/** Name of the field that carries the proof of one recruitment answer. */
export const proofField = (key: RecruitmentKey): ProofField => `${key}Proof`;

export const RECRUITMENT_FIELDS = Object.keys(RECRUITMENT_KINDS) as readonly RecruitmentKey[];

/** Every field, in the order in which `--help` prints them. */
export const FIELDS: readonly FieldDefinition[] = [
  ...(Object.keys(BASE_FIELDS) as (keyof typeof BASE_FIELDS)[]).map((name): FieldDefinition => {
    const { kind, note } = BASE_FIELDS[name];
    const workforce = (WorkforceFacts.shape as Partial<Record<string, z.ZodType>>)[name];
    return { name, kind, note, required: name === "name", schema: workforce ?? SCHEMAS[kind] ?? text };
  }),
  ...RECRUITMENT_FIELDS.map((name): FieldDefinition => {
    const schema = RECRUITMENT_ANSWERS[name];
    return { name, kind: RECRUITMENT_KINDS[name], note: schema.description ?? "", required: false, schema };
  }),
  ...RECRUITMENT_FIELDS.map((key): FieldDefinition => {
    const note = `proof of ${key}: ${PROOF_LEVELS.join(", ")}`;
    return { name: proofField(key), kind: "choice", note, required: false, schema: z.enum(PROOF_LEVELS).optional() };
  }),
];

/** The closed list that `candour assess --help` prints. */
export const IMPORT_FIELD_NAMES: readonly FieldName[] = FIELDS.map((field) => field.name);

const byName = new Map(FIELDS.map((field) => [field.name as string, field]));
export const isFieldName = (name: string): name is FieldName => byName.has(name);
export const fieldDefinition = (name: FieldName): FieldDefinition => byName.get(name)!;
