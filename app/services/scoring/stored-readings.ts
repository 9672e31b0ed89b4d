/**
 * Recruitment and workforce facts, the stated origin of materials, and findings that stand, as a short text: a list of a million rows keeps one for most of them. Each fact is the
 * character of its key, then its value: a number as JavaScript writes it, a letter for a known word, or `~LENGTH:JSON` for
 * anything else. `"MbR0.1"`: no fees paid by workers, … Both lists are only ever added to at their ends.
 */
import { WorkforceFacts, type RecruitmentFacts } from "../../../risk-models/facts";
import type { Finding, StatedInput } from "../../../risk-models/types";

export interface StoredReadings {
  readonly r?: RecruitmentFacts;
  readonly w?: WorkforceFacts;
  readonly inputs?: readonly StatedInput[];
  readonly findings?: readonly Finding[];
}

/** The key at place n has the character "A" + n. */
const KEYS = [
  "workers", "migrantShare", "agencyShare", "womenShare", "youngShare", "workersRecruited", "recruitedFrom", "recruiter", "recruiterLicenceNumber", "employerCostTotalUsd", "papersHeldBy",
  "workersRepaid", "amountRepaidUsd", "feesPaidByWorkers", "feePerWorkerUsd", "monthlyContractPayUsd", "feeMonthsOfPay", "debtMonthsOfPay", "corridorCostPerWorkerUsd", "corridorCostSource",
  "usesLabourAgents", "passportRetention", "depositsHeld", "wagesWithheld", "freedomToLeave", "grievanceMechanism", "employerPaysPolicy", "contractInOwnLanguage", "groups", "remediation", "proof",
  "inputs", "findings",
] as const satisfies readonly (keyof RecruitmentFacts | keyof WorkforceFacts | "inputs" | "findings")[]; // prettier-ignore
const OF_WORKFORCE: ReadonlySet<string> = new Set(Object.keys(WorkforceFacts.shape));
/** The word at place n is the letter "a" + n. */
const WORDS = [
  "yes", "no", "unknown", "own-staff", "licensed-agent", "sub-agent", "worker", "employer", "agent", "none", "statement", "policy", "invoices", "interviews", "confirmed-repayment",
  "found", "disclosed", "repaying",
] as const; // prettier-ignore

const FIRST_KEY = "A".charCodeAt(0);
const FIRST_WORD = "a".charCodeAt(0);
const CHARACTER_OF = new Map<string, string>(KEYS.map((key, at) => [key, String.fromCharCode(FIRST_KEY + at)]));
const LETTER_OF = new Map<string, string>(WORDS.map((word, at) => [word, String.fromCharCode(FIRST_WORD + at)]));
const NUMBER = /[\d.e+-]+/y;
const LENGTH = /~(\d+):/y;

/** The facts as text; null when nothing is known. Keys without a value are left out. */
export function readingsText(
  recruitment: RecruitmentFacts | null,
  workforce: WorkforceFacts | null,
  inputs: readonly StatedInput[] = [],
  findings: readonly Finding[] = [],
): string | null {
  const text =
    (workforce ? textOf(workforce) : "") +
    (recruitment ? textOf(recruitment) : "") +
    (inputs.length > 0 ? textOf({ inputs }) : "") +
    (findings.length > 0 ? textOf({ findings }) : "");
  return text === "" ? null : text;
}

function textOf(facts: object): string {
  let text = "";
  for (const key in facts) {
    const value = (facts as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const character = CHARACTER_OF.get(key);
    if (character === undefined) throw new Error(`There is no character for the fact ${key}`);
    if (typeof value === "number" && Number.isFinite(value)) text += character + value;
    else {
      const letter = typeof value === "string" ? LETTER_OF.get(value) : undefined;
      text += character + (letter ?? jsonToken(value));
    }
  }
  return text;
}

function jsonToken(value: unknown): string {
  const json = JSON.stringify(value);
  return `~${json.length}:${json}`;
}

/** The facts that `readingsText` wrote. @throws Error when the text is none of its. */
export function readingsOfText(text: string | null): StoredReadings {
  if (text === null) return {};
  const r: Record<string, unknown> = {};
  const w: Record<string, unknown> = {};
  let inputs: readonly StatedInput[] = [];
  let findings: readonly Finding[] = [];
  for (let at = 0; at < text.length;) {
    const key = KEYS[text.charCodeAt(at) - FIRST_KEY];
    if (key === undefined) throw new Error(`Stored readings have no fact at ${at}: ${text}`);
    const { value, end } = tokenAt(text, at + 1);
    if (key === "inputs") inputs = value as readonly StatedInput[];
    else if (key === "findings") findings = value as readonly Finding[];
    else (OF_WORKFORCE.has(key) ? w : r)[key] = value;
    at = end;
  }
  return {
    ...(Object.keys(r).length > 0 && { r: r as RecruitmentFacts }),
    ...(Object.keys(w).length > 0 && { w: w as WorkforceFacts }),
    ...(inputs.length > 0 && { inputs }),
    ...(findings.length > 0 && { findings }),
  };
}

function tokenAt(text: string, at: number): { readonly value: unknown; readonly end: number } {
  const word = WORDS[text.charCodeAt(at) - FIRST_WORD];
  if (word !== undefined) return { value: word, end: at + 1 };
  LENGTH.lastIndex = NUMBER.lastIndex = at;
  const length = LENGTH.exec(text);
  if (length) {
    const start = LENGTH.lastIndex;
    const end = start + Number(length[1]);
    return { value: JSON.parse(text.slice(start, end)), end };
  }
  const number = NUMBER.exec(text);
  if (!number) throw new Error(`Stored readings have no value at ${at}: ${text}`);
  return { value: Number(number[0]), end: NUMBER.lastIndex };
}
