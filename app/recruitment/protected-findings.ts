/**
 * What findings told in confidence do in the internal assessment, in the way the released model allows: docs/decisions/0030.
 * Only a substantiated one enters, until its remedy is verified: as the answer that papers are kept back, where its indicator
 * means the same as that question; as the floor of the ICLS pair, where two people settled it with signs of both sides. All
 * else moves no number and is named with the reason. Pure.
 */
import { RECRUITMENT_KEYS } from "../../risk-models/facts";
import type { Finding, IsoDate, RecruitmentFacts } from "../../risk-models/types";
import { INVOLUNTARY_SIGNS, signsAmong, THREAT_SIGNS, type SettledSign } from "./settled-signs";

const among = (side: readonly SettledSign[]) => (signs: readonly SettledSign[]) =>
  signs.some((sign) => side.includes(sign));
const isPair = (signs: readonly SettledSign[]): boolean =>
  among(INVOLUNTARY_SIGNS)(signs) && among(THREAT_SIGNS)(signs);

/** A protected finding as it stands. */
export interface ToldFinding {
  readonly id: string;
  readonly status: "alleged" | "under-review" | "substantiated" | "rejected";
  /** The day of the source. */
  readonly foundOn: IsoDate;
  /** Of the ILO's 11. */
  readonly indicators: readonly string[];
  /** Signs of the two sides that it was substantiated with. */
  readonly signs: readonly SettledSign[];
  /** Two people settled that its remedy was verified: the model's way out. */
  readonly isRemedied: boolean;
}

/** A step of a protected finding, as far as it says what it is. */
interface SettledStep {
  readonly kind: string;
  readonly status: string | null;
  readonly signs?: unknown;
  readonly confirmedAt: Date | null;
  readonly undoneAt: Date | null;
}

/** What the last settlement that counts says. @param steps of one finding, the oldest first. */
export function settledAs(steps: readonly SettledStep[]): Pick<ToldFinding, "signs" | "isRemedied"> {
  const last = (is: (step: SettledStep) => boolean) =>
    steps.findLastIndex((step) => step.confirmedAt !== null && step.undoneAt === null && is(step));
  const proven = last(({ kind, status }) => kind === "status" && status === "substantiated");
  return { signs: signsAmong(steps[proven]?.signs), isRemedied: last(({ kind }) => kind === "closed") > proven };
}

/** The one of the ILO's indicators that means the same as a question of the model: `passportRetention`. */
const PAPERS_KEPT = "ILO-07";

/** What a finding does, or could do, to the internal number. */
export const FINDING_MOVES = ["papers", "floor"] as const;
export type FindingMove = (typeof FINDING_MOVES)[number];

/** Why a finding moves nothing. `no-input`: the model asks nothing that means the same as its signs. */
export const STILL = ["not-settled", "rejected", "remedied", "no-input"] as const;
export type Still = (typeof STILL)[number];

export interface FindingEffect {
  readonly id: string;
  readonly moves: readonly FindingMove[];
  /** Null where it moves something. */
  readonly still: Still | null;
  /** What it would do once it is substantiated, with signs of both sides for the floor. */
  readonly would: readonly FindingMove[];
}

/** What one finding does in the internal assessment, and what it would do. */
export function effectOf({ id, status, indicators, signs, isRemedied }: ToldFinding): FindingEffect {
  const papers = indicators.includes(PAPERS_KEPT);
  const could: FindingMove[] = papers ? ["papers", "floor"] : ["floor"];
  const none = (still: Still, would: readonly FindingMove[] = []) => ({ id, moves: [], still, would });
  if (status === "rejected") return none("rejected");
  if (status !== "substantiated") return none("not-settled", could);
  if (isRemedied) return none("remedied");
  const moves = could.filter((move) => move === "papers" || isPair(signs));
  return moves.length > 0 ? { id, moves, still: null, would: [] } : none("no-input", ["floor"]);
}

/** What enters the internal assessment beside what everyone's holds. */
export interface InternalFacts {
  /** Papers are kept back: this answer stands before any other until the remedy is verified. */
  readonly papersKept: boolean;
  readonly floors: readonly Finding[];
}

/** What these findings bring into the internal assessment; null where none moves anything. */
export function internalFacts(findings: readonly ToldFinding[]): InternalFacts | null {
  const entering = findings.map((finding) => ({ finding, moves: effectOf(finding).moves }));
  if (entering.every(({ moves }) => moves.length === 0)) return null;
  const floors = entering.filter(({ moves }) => moves.includes("floor"));
  return {
    papersKept: entering.some(({ moves }) => moves.includes("papers")),
    floors: floors.map(({ finding: { id, foundOn } }) => ({
      ground: "icls-pair",
      source: id,
      year: Number(foundOn.slice(0, 4)),
      liftedOn: null,
    })),
  };
}

const isTold = (answer: string | undefined): boolean => answer !== undefined && answer !== "unknown";

/**
 * Answers with the one that papers are kept back. Its proof is `none`: the model takes points off for what a supplier discloses
 * and backs, and nobody discloses who was found out by others. So the answer takes away what the supplier's own word on
 * papers took off, makes it grave, and never lowers a number, a level or a coverage.
 */
export function withPapersKept(told: RecruitmentFacts): RecruitmentFacts {
  const { proof } = told;
  const kept = { ...told, passportRetention: "yes" as const };
  if (isTold(told.passportRetention)) return kept;
  if (typeof proof !== "string") return { ...kept, proof: { ...proof, passportRetention: "none" } };
  if (proof === "none" || isTold(told.papersHeldBy)) return kept;
  // One proof for all of a list is written out, for it does not back this. Worker groups stand on that of the debt.
  const backed = RECRUITMENT_KEYS.filter(
    (key) => told[key] !== undefined || (key === "debtMonthsOfPay" && told.groups),
  );
  return { ...kept, proof: { ...Object.fromEntries(backed.map((key) => [key, proof])), passportRetention: "none" } };
}

const substantiated = (findings: readonly ToldFinding[]): ToldFinding[] =>
  findings.filter(({ status, isRemedied }) => status === "substantiated" && !isRemedied);

/** The ILO's indicators that were substantiated, and whose remedy was not verified. */
export const indicatorsStanding = (findings: readonly ToldFinding[]): ReadonlySet<string> =>
  new Set(substantiated(findings).flatMap(({ indicators }) => indicators));

/** The ICLS signs that were substantiated, kept papers among them, and whose remedy was not verified. */
export const signsStanding = (findings: readonly ToldFinding[]): SettledSign[] =>
  signsAmong(
    substantiated(findings).flatMap<string>(({ indicators, signs }) =>
      indicators.includes(PAPERS_KEPT) ? [...signs, "ICLS-C5"] : signs,
    ),
  );
