/**
 * What a person or a list can tell the engine about one supplier: how workers were recruited, who they are, and one line of
 * `candour score`. Every key is optional and carries its unit in its name; a key left out, `null` or `"unknown"` is unknown,
 * never zero. Unknown keys are an error that names the key. The schemas are published as JSON Schema (`scoreRequestJsonSchema`).
 *
 * The questions and the ladder of proof follow the ILO definition of recruitment fees and related costs (2019) and the method
 * page of this model; `PROOF_LEVELS` is ordered from weakest to strongest.
 */
import { z } from "zod";
import { FINDING_GROUNDS, ROLES } from "./types";

export const YES_NO_UNKNOWN = ["yes", "no", "unknown"] as const;
export const RECRUITERS = ["own-staff", "licensed-agent", "sub-agent", "unknown"] as const;
export const PAPER_HOLDERS = ["worker", "employer", "agent", "unknown"] as const;
/** How an answer is backed, weakest first. */
export const PROOF_LEVELS = ["none", "statement", "policy", "invoices", "interviews", "confirmed-repayment"] as const;
/** How far a supplier that found worker-paid fees has come. */
export const REMEDIATION_STAGES = ["found", "disclosed", "repaying"] as const;

export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];
export type Recruiter = (typeof RECRUITERS)[number];
export type PaperHolder = (typeof PAPER_HOLDERS)[number];
export type Proof = (typeof PROOF_LEVELS)[number];

const answer = (text: string) => z.enum(YES_NO_UNKNOWN).optional().describe(text);
const count = (text: string) => z.int().min(0).max(10_000_000).optional().describe(text);
const usd = (text: string) => z.number().min(0).max(1e12).optional().describe(text);
const months = (text: string) => z.number().min(0).max(600).optional().describe(text);
const share = (text: string) => z.number().min(0).max(1).optional().describe(text);
const iso2 = z.string().regex(/^[A-Z]{2}$/, "write the country as two capital letters (ISO 3166-1), for example NP");

/** Workers who came by the same corridor and recruiter in the same year; money is the mean per worker of the group. */
export const WorkerGroup = z
  .strictObject({
    origin: iso2.optional().describe("country the workers were recruited from"),
    destination: iso2.optional().describe("country they work in"),
    recruiter: z.enum(RECRUITERS).optional().describe("who recruited the group"),
    year: z.int().min(1990).max(2100).optional().describe("year of recruitment"),
    workers: z
      .int()
      .min(1)
      .max(10_000_000)
      .describe("workers in the group; a group under five is not shown on its own"),
    costsPaidUsd: usd("recruitment fees and related costs the worker paid, mean, US dollars"),
    interestUsd: usd("interest on loans taken for them, mean, US dollars"),
    wageAdvancesUsd: usd("wage advances still owed, mean, US dollars"),
    depositsHeldUsd: usd("deposits or bonds held from the worker, mean, US dollars"),
    repaidUsd: usd("already repaid to the worker, mean, US dollars"),
    monthlyContractPayUsd: z.number().gt(0).max(1e6).optional().describe("basic contract pay a month, US dollars"),
  })
  .describe("one group of workers: corridor, recruiter and year");
export type WorkerGroup = z.infer<typeof WorkerGroup>;

/** The answers themselves, without their proof. Columns of a supplier list map onto these keys. */
export const RECRUITMENT_ANSWERS = {
  workersRecruited: count("workers recruited from abroad or another region in the last 24 months"),
  recruitedFrom: z.array(iso2).max(100).optional().describe("countries they were recruited from, ISO 3166-1 alpha-2"),
  recruiter: z.enum(RECRUITERS).optional().describe("who recruited them; the weakest link when there were several"),
  recruiterLicenceNumber: z
    .string()
    .max(200)
    .optional()
    .describe("licence number of the agent; shown, never lowers a value"),
  employerCostTotalUsd: usd(
    "what the employer paid to recruiters, travel, visa and medical for those hires, in total, US dollars",
  ),
  papersHeldBy: z.enum(PAPER_HOLDERS).optional().describe("who holds passports and identity papers"),
  workersRepaid: count("workers to whom fees or costs were repaid"),
  amountRepaidUsd: usd("repaid to workers in total, US dollars"),
  feesPaidByWorkers: answer("did workers pay any recruitment fee or related cost"),
  feePerWorkerUsd: usd("fees and related costs a worker paid, mean, US dollars"),
  monthlyContractPayUsd: z.number().gt(0).max(1e6).optional().describe("basic contract pay a month, US dollars"),
  feeMonthsOfPay: months("fees and related costs a worker paid, in months of basic contract pay"),
  debtMonthsOfPay: months("recruitment debt a worker still carries, in months of basic contract pay"),
  corridorCostPerWorkerUsd: usd(
    "what recruitment costs in this corridor in total, entered by the user, US dollars a worker",
  ),
  corridorCostSource: z.string().max(500).optional().describe("source of corridorCostPerWorkerUsd"),
  usesLabourAgents: answer("does the supplier use labour agents or agency workers"),
  passportRetention: answer("are passports or identity papers kept by employer or agent"),
  depositsHeld: answer("are deposits, bonds or securities held from workers"),
  wagesWithheld: answer("are wages withheld, delayed or cut to recover recruitment costs"),
  freedomToLeave: answer("can workers leave the job and the housing without penalty"),
  grievanceMechanism: answer("is there a complaints channel workers trust, in their languages"),
  employerPaysPolicy: answer("is there an Employer Pays policy: no worker pays for a job"),
  contractInOwnLanguage: answer("did workers sign, before leaving home, a contract in their own language"),
} as const;

/** Names of the answers a proof can stand beside. */
export const RECRUITMENT_KEYS = Object.keys(RECRUITMENT_ANSWERS) as readonly RecruitmentKey[];
export type RecruitmentKey = keyof typeof RECRUITMENT_ANSWERS;

export const RecruitmentFacts = z
  .strictObject({
    ...RECRUITMENT_ANSWERS,
    groups: z
      .array(WorkerGroup)
      .max(200)
      .optional()
      .describe("worker groups; the worst group of five or more workers counts"),
    remediation: z
      .enum(REMEDIATION_STAGES)
      .optional()
      .describe("worker-paid fees were found, disclosed, or are being repaid"),
    proof: z
      .union([
        z.enum(PROOF_LEVELS),
        z.partialRecord(
          z.enum(Object.keys(RECRUITMENT_ANSWERS) as [RecruitmentKey, ...RecruitmentKey[]]),
          z.enum(PROOF_LEVELS),
        ),
      ])
      .optional()
      .describe("how the answers are backed: one level for all, or one a key; left out means 'statement'"),
  })
  .describe("how workers were recruited and what ties them; every key optional");
export type RecruitmentFacts = z.infer<typeof RecruitmentFacts>;

export const WorkforceFacts = z
  .strictObject({
    workers: count("workers at the supplier, agency workers included"),
    migrantShare: share("share of workers from abroad or another region, 0 to 1"),
    agencyShare: share("share of workers employed through an agency, 0 to 1"),
    womenShare: share("share of women, 0 to 1"),
    youngShare: share("share of workers under 25, 0 to 1"),
  })
  .describe("who works there; counts only together with how people were recruited and tied");
export type WorkforceFacts = z.infer<typeof WorkforceFacts>;

/** A finding of harm that a person has confirmed; it acts as a floor until the model's way out has lifted it. */
export const FindingInput = z
  .strictObject({
    ground: z
      .enum(FINDING_GROUNDS)
      .describe(
        "authority or court on this entity; confirmed match with a list; signs of involuntariness and of threat",
      ),
    source: z.string().min(1).max(500).describe("title or address of the record"),
    year: z.int().min(1900).max(2100).optional().describe("year of the finding"),
    liftedOn: z.iso.date().optional().describe("day the way out the model names was reached, YYYY-MM-DD"),
  })
  .describe("one confirmed finding");
export type FindingInput = z.infer<typeof FindingInput>;

const placeText = z.string().min(1).max(200);
/** A country as ISO 3166 code or name, or a country with the region in it. */
export const PlaceInput = z.union([
  placeText.describe("country: ISO 3166-1 alpha-2 or alpha-3, or a name"),
  z.strictObject({
    country: placeText.describe("country: ISO 3166-1 alpha-2 or alpha-3, or a name"),
    region: z.string().max(200).optional().describe("region, for example Xinjiang or CN-XJ"),
  }),
]);
export type PlaceInput = z.infer<typeof PlaceInput>;

/** A material in what is bought, and where it comes from. */
export const InputOrigin = z
  .strictObject({
    good: z.string().min(1).max(200).describe("the material, by its name in the goods table, for example Cotton"),
    country: placeText.describe("country it comes from: ISO 3166-1 alpha-2 or alpha-3, or a name"),
    region: z.string().max(200).optional().describe("region it comes from, for example Xinjiang or CN-XJ"),
  })
  .describe("one material and one place it comes from");
export type InputOrigin = z.infer<typeof InputOrigin>;

const code = (text: string) => z.string().min(1).max(40).optional().describe(text);

/** One JSON line of `candour score`. */
export const ScoreRequest = z
  .strictObject({
    id: z
      .union([z.string().max(200), z.int()])
      .optional()
      .describe("given back unchanged"),
    country: PlaceInput.optional().describe("read as seat when seat is not given"),
    seat: PlaceInput.optional().describe("where the supplier has its seat"),
    region: z.string().max(200).optional().describe("region of the seat, for example Xinjiang or CN-XJ"),
    placeOfWork: PlaceInput.optional().describe("where the work is done; left out: not stated"),
    origin: PlaceInput.optional().describe("where the goods come from; left out: not stated"),
    role: z.enum(ROLES).optional().describe("what the supplier is to the buyer"),
    isic: code("ISIC Rev. 4 code, as text"),
    nace: code("NACE Rev. 2 code, as text"),
    hs: code("Harmonised System code, as text"),
    cpv: code("CPV 2008 code, as text"),
    product: z.string().max(1000).optional().describe("what is bought, free text in English or Russian"),
    inputs: z
      .array(InputOrigin)
      .max(200)
      .optional()
      .describe(
        "materials in what is bought, as far as their origin is stated; a material of several countries is several entries",
      ),
    recruitment: RecruitmentFacts.optional(),
    workforce: WorkforceFacts.optional(),
    findings: z
      .array(FindingInput)
      .max(100)
      .optional()
      .describe("findings a person has confirmed; they act as floors, never as points"),
    asOf: z.iso
      .date()
      .optional()
      .describe("day of the assessment, YYYY-MM-DD; left out: the day of --as-of, else today"),
  })
  .describe("one supplier to score");
export type ScoreRequest = z.infer<typeof ScoreRequest>;

/** `value` without the keys whose value is null, at any depth: null in JSON is read as "not given". */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (item !== null) kept[key] = withoutNulls(item);
  return kept;
}

/** The first thing wrong, as one plain sentence that names the key. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return "The line is not valid.";
  const where = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => (where ? `${where}.${key}` : key)).join(", ");
    return `Unknown key: ${keys}. Remove it or write it as the schema names it.`;
  }
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flat().find((one) => one.code === "unrecognized_keys");
    if (inner && inner.code === "unrecognized_keys") return `Unknown key: ${where}.${inner.keys.join(", ")}.`;
  }
  return where ? `${where}: ${issue.message}.` : `${issue.message}.`;
}

export type ParsedScoreRequest =
  { readonly ok: true; readonly request: ScoreRequest } | { readonly ok: false; readonly message: string };

/** Checks one decoded JSON line. Never throws; a bad line gives one sentence naming the key. */
export function parseScoreRequest(json: unknown): ParsedScoreRequest {
  if (typeof json === "object" && json !== null && "practice" in json)
    return {
      ok: false,
      message:
        "practice: there is no such key. What a supplier does is told under recruitment, with how it is backed under recruitment.proof.",
    };
  const parsed = ScoreRequest.safeParse(withoutNulls(json));
  if (!parsed.success) return { ok: false, message: firstIssue(parsed.error) };
  const request = parsed.data;
  if (request.country !== undefined && request.seat !== undefined)
    return { ok: false, message: "country and seat are both given. Give one of them: country is read as seat." };
  return { ok: true, request };
}

/** The published JSON Schema (draft 2020-12) of one input line. */
export function scoreRequestJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(ScoreRequest, { io: "input" }) as Record<string, unknown>;
}
