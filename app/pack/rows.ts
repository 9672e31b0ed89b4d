/** The rows of the lists that a verifier computes with. Amounts are whole ten-thousandths of a currency unit, as text. */
import { z } from "zod";
import { OUTCOME_CODES } from "../../db/schema/codes";
import { PROOF_LEVELS, RecruitmentFacts, WorkforceFacts } from "../../risk-models/facts";
import { FINDING_GROUNDS, ROLES, type SupplierFacts } from "../../risk-models/types";
import { Report, SIGN_ROLES } from "../reports/model";
import { day } from "./format";
import { PackedResult } from "./result";

const text = z.string();
const count = z.int().min(0);
const amount = z.string().regex(/^-?\d{1,30}$/u);
const instant = z.string();
const basis = z.enum(["stated", "derived", "unknown"]);

const Place = z.strictObject({ country: text.nullable(), region: text.nullable(), basis });

const Told = z.strictObject({ recruitment: RecruitmentFacts, workforce: WorkforceFacts });

/** Everything the engine was told of a supplier, but the day. */
export const PackedFacts = z.strictObject({
  seat: Place,
  placeOfWork: Place,
  origin: Place,
  role: z.enum(ROLES),
  sector: z.strictObject({ isic: text.nullable(), basis, confidence: z.number().nullable() }),
  goods: z.array(text),
  inputs: z.array(z.strictObject({ good: text, country: text, region: text.nullable() })).optional(),
  findings: z
    .array(
      z.strictObject({
        ground: z.enum(FINDING_GROUNDS),
        source: text,
        year: z.int().nullable(),
        liftedOn: day.nullable(),
      }),
    )
    .optional(),
  recruitment: RecruitmentFacts,
  workforce: WorkforceFacts,
});
export type PackedFacts = Omit<SupplierFacts, "asOf">;

/** A supplier of the list: what it is, what the engine was told, what came of it. */
export const SupplierRow = z.strictObject({
  no: z.int().positive(),
  id: text,
  name: text,
  supplierNumber: text.nullable(),
  registrationId: text.nullable(),
  city: text.nullable(),
  address: text.nullable(),
  product: text.nullable(),
  parent: text.nullable(),
  tier: text.nullable(),
  accountCode: text.nullable(),
  facts: PackedFacts,
  /** What the list itself told, where recorded answers stand beside it. */
  told: Told.optional(),
  /** By currency ("" where the file names none): the sum, and the part of it that is credit notes. */
  spend: z.record(text, z.tuple([amount, amount])),
  /** Records of the file that count for it. */
  records: count,
  /** Its first record: line of the file, and where it lies in the kept file. */
  first: z.strictObject({ line: count, offset: count, bytes: count }),
  result: PackedResult,
});
export type SupplierRow = z.infer<typeof SupplierRow>;

/** A record that is not the first of a supplier, or that counts for none. */
export const RecordRow = z.strictObject({
  record: count,
  line: count,
  offset: count,
  bytes: count,
  outcome: z.enum(OUTCOME_CODES),
  /** `no` of the supplier; null: it counts for none. */
  supplier: z.int().positive().nullable(),
  amount: amount.nullable(),
  currency: text.nullable(),
  date: text.nullable(),
});
export type RecordRow = z.infer<typeof RecordRow>;

export const Totals = z.strictObject({
  kind: z.enum(["list", "ledger"]),
  rows: z.strictObject({ read: count, imported: count, repaired: count, setAside: count, leftOut: count }),
  suppliers: count,
  /** `file` = `counted` + `setAside` + `rejected`; `creditNotes` is the negative part of `counted`. */
  currencies: z.array(
    z.strictObject({
      currency: text,
      file: amount,
      counted: amount,
      creditNotes: amount,
      setAside: amount,
      rejected: amount,
    }),
  ),
});
export type Totals = z.infer<typeof Totals>;

const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** An event of the chain as the pack shows it; `contents` null: erased for a lawful reason. */
export const OpenEvent = z.strictObject({
  seq: z.int().positive(),
  at: instant,
  actor: text.nullable(),
  name: text,
  digest: hash,
  seals: z.union([hash, z.literal("")]),
  hash,
  salt: text.nullable(),
  contents: z.record(text, z.unknown()).nullable(),
});
export type OpenEvent = z.infer<typeof OpenEvent>;

/** Events that are about something else than the pack: how many, and the hash of the last of them. */
export const ClosedEvents = z.strictObject({
  from: z.int().positive(),
  to: z.int().positive(),
  hash,
});
export type ClosedEvents = z.infer<typeof ClosedEvents>;
export const EventRow = z.union([OpenEvent, ClosedEvents]);

/** An answer that was recorded, in force on the day of the pack. */
export const ReadingRow = z.strictObject({
  id: text,
  supplier: z.int().positive(),
  what: text,
  value: z.unknown(),
  proof: z.enum(PROOF_LEVELS),
  validFrom: day,
  recordedAt: instant,
  /** Null: the answer was released for others, and from whom it came was not. */
  source: text.nullable(),
  recordedBy: text.nullable(),
  told: z.unknown(),
});
export type ReadingRow = z.infer<typeof ReadingRow>;

/** Of the frozen contents what a verifier looks at; the rest is in them as it was signed. */
const { schema, type, variant, version, corrects, class: readBy, attachments } = Report.shape;

/** A report whose contents were frozen; a draft is in no pack. */
export const ReportRow = z.strictObject({
  id: text,
  state: z.enum(["review", "approved", "published"]),
  /** Of its type in the workspace, with `publishedAt` from publication on. */
  number: z.int().positive().nullable(),
  publishedAt: instant.nullable(),
  /** Of the contents as canonical JSON: what everybody signed. */
  sha256: hash,
  signatures: z.array(
    z.strictObject({ id: text, role: z.enum(SIGN_ROLES), by: text, title: text, at: instant, sha256: hash, alone: z.boolean() }), // prettier-ignore
  ),
  content: z.looseObject({ schema, type, variant, version, corrects, class: readBy, attachments }),
});
export type ReportRow = z.infer<typeof ReportRow>;
