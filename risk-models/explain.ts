/** From an assessment to ordered reasons as message keys and values; what to ask first; what to change first. No sentences here. */
import { cube, plausibleEnd, powerMean } from "./aggregate";
import type { Triple } from "./aggregate";
import type { Proof, RecruitmentFacts, RecruitmentKey } from "./facts";
import { RECRUITMENT_KEYS } from "./facts";
import type { RiskModel } from "./model-file";
import type { Assessment, Contribution, Engine, Level, Points, Score, SupplierFacts } from "./types";

export { CONCERN_KEYS, FLOOR_KEYS, MISSING_KEYS, REASON_KEYS, reasonCode } from "./reasons";

/** One reason: a key of `REASON_KEYS` and what fills its text. */
export interface Reason {
  readonly key: string;
  readonly points: Points;
  readonly kind: Contribution["kind"];
  readonly values: Readonly<Record<string, number | string>>;
  /** The lines it stands for: one, or all recruitment inputs that were not told. */
  readonly lines: readonly Contribution[];
}

function keyOf(line: Contribution, assessment: Assessment): string {
  if (line.kind === "floor") return `reason.floor.${line.indicator}`;
  if (line.kind === "control") return `reason.control.${line.indicator}`;
  if (line.indicator === "boughtSign") return `reason.sign.${line.value ?? "unknown"}`;
  if (line.value !== null) return `reason.${line.indicator}`;
  return line.dimension === "recruitment" ? `reason.setting.${assessment.workKind}` : `reasonBlank.${line.indicator}`;
}

/** Reasons by the size of their points, a floor that lifts first; recruitment not told is one reason. Lines without points are left out. */
export function explain(assessment: Assessment): Reason[] {
  const grouped = new Map<string, Contribution[]>();
  for (const line of assessment.contributions) {
    if (line.points === 0) continue;
    const key = keyOf(line, assessment);
    grouped.set(key, [...(grouped.get(key) ?? []), line]);
  }
  const reasons = [...grouped].map(([key, lines]): Reason => {
    const first = lines[0]!;
    return {
      key,
      kind: first.kind,
      points: lines.reduce((sum, line) => sum + line.points, 0),
      values: {
        country: assessment.countryUsed.country ?? "",
        unit: first.unit,
        source: first.source,
        ...(first.value === null ? {} : { value: first.value }),
        ...(first.year === null ? {} : { year: first.year }),
      },
      lines,
    };
  });
  const floorFirst = (reason: Reason) => (reason.kind === "floor" ? 1 : 0);
  return reasons.sort(
    (a, b) => floorFirst(b) - floorFirst(a) || Math.abs(b.points) - Math.abs(a.points) || (a.key < b.key ? -1 : 1),
  );
}

/** What can be asked; `ask.<id>` is the key of its text. */
export const QUESTIONS = [
  "seat",
  "sector",
  "product",
  "origin",
  "debt",
  "recruiter",
  "papers",
  "deposits",
  "wages",
  "freedom",
  "contract",
  "grievance",
] as const;
export type Question = (typeof QUESTIONS)[number];
export const ASK_KEYS = QUESTIONS.map((id) => `ask.${id}` as const);

export interface Ask {
  readonly question: Question;
  readonly key: `ask.${Question}`;
  /** By how many points the plausible range would shrink with a full, proven answer. */
  readonly narrows: Points;
}

/**
 * Questions without whose answer nothing is scored: for a name alone its country, then what is bought; for a placed supplier
 * what is bought. Lower = asked first.
 */
function needOf(question: Question, level: Level): number {
  if (level !== "listed" && level !== "placed") return 0;
  if (question === "seat") return level === "listed" ? 0 : 1;
  return question === "sector" || question === "product" ? 1 : 2;
}

/**
 * The open questions, at most `limit`: first those without whose answer nothing is scored, then by how much the plausible
 * range would narrow, most first.
 */
export function whatWouldNarrow(engine: Engine, facts: SupplierFacts, limit = 3): Ask[] {
  const spans = engine.spans(facts);
  const w = spans.weights;
  const [a, b, c] = [
    cube(w[0], spans.country.value),
    cube(w[1], spans.sector.value),
    cube(w[2], spans.recruitment.value),
  ];
  const value = powerMean(a, b, c);
  const end = (x: Triple) => plausibleEnd(a, b, c, cube(w[0], x[0]), cube(w[1], x[1]), cube(w[2], x[2]), value);
  const width = (low: Triple, high: Triple) => 100 * (end(high) - end(low));
  const low: Triple = [spans.country.plausibleLow, spans.sector.plausibleLow, spans.recruitment.plausibleLow];
  const high: Triple = [spans.country.plausibleHigh, spans.sector.plausibleHigh, spans.recruitment.plausibleHigh];
  const now = width(low, high);
  const asks: Ask[] = [];
  for (const question of QUESTIONS) {
    const input = spans.inputs.find((one) => one.id === question);
    const l: [number, number, number] = [...low];
    const h: [number, number, number] = [...high];
    if (input) {
      if (!input.open) continue;
      l[2] += input.lowGain;
      h[2] -= input.highGain;
    } else {
      if (!spans.missing.includes(question)) continue;
      if (question === "seat" || (question === "origin" && spans.originOpen)) l[0] = h[0] = spans.country.value;
      if (question === "sector") l[1] = h[1] = spans.sector.value;
      if (question === "origin" || question === "product") {
        l[1] += spans.sign.weight * (spans.sign.value - spans.sign.plausibleLow);
        h[1] -= spans.sign.weight * (spans.sign.plausibleHigh - spans.sign.value);
      }
    }
    const narrows = now - width(l, h);
    if (narrows > 1e-9) asks.push({ question, key: `ask.${question}`, narrows });
  }
  return asks
    .sort(
      (a, b) =>
        needOf(a.question, spans.level) - needOf(b.question, spans.level) ||
        b.narrows - a.narrows ||
        QUESTIONS.indexOf(a.question) - QUESTIONS.indexOf(b.question),
    )
    .slice(0, limit);
}

/**
 * The closed list of practices and remedies that may be proposed. Country, sector, origin, nationality, sex, age, shares and
 * headcount are not in it and cannot be proposed.
 */
export const CHANGES = {
  employerPays: { set: { feesPaidByWorkers: "no", employerPaysPolicy: "yes" }, proof: "interviews" },
  repayment: {
    set: {
      feeMonthsOfPay: 0,
      debtMonthsOfPay: 0,
      feePerWorkerUsd: 0,
      groups: undefined,
      feesPaidByWorkers: "no",
      remediation: undefined,
    },
    proof: "confirmed-repayment",
  },
  papersReturned: { set: { papersHeldBy: "worker", passportRetention: "no" }, proof: "interviews" },
  licensedAgents: { set: { recruiter: "licensed-agent", usesLabourAgents: undefined }, proof: "interviews" },
  contract: { set: { contractInOwnLanguage: "yes" }, proof: "interviews" },
  wages: { set: { wagesWithheld: "no", depositsHeld: "no" }, proof: "interviews" },
  channel: { set: { grievanceMechanism: "yes" }, proof: "interviews" },
  freedomToLeave: { set: { freedomToLeave: "yes" }, proof: "interviews" },
} as const satisfies Record<string, { set: Partial<RecruitmentFacts>; proof: Proof }>;
export type ChangeId = keyof typeof CHANGES;
export const CHANGE_IDS = Object.keys(CHANGES) as readonly ChangeId[];
export const CHANGE_KEYS = CHANGE_IDS.map((id) => `change.${id}` as const);

export interface Change {
  readonly change: ChangeId;
  readonly key: `change.${ChangeId}`;
  /** Points it would take off the score before floors, once proven by worker interviews or confirmed repayment. */
  readonly lowers: Points;
  /** The score then, floors included. */
  readonly score: Score;
}

/** The facts as they would be with one change made and proven. */
export function withChange(facts: SupplierFacts, change: ChangeId): SupplierFacts {
  const { set, proof } = CHANGES[change];
  const keys = RECRUITMENT_KEYS.filter((key) => key in set);
  const before = facts.recruitment.proof;
  const told: Partial<Record<RecruitmentKey, Proof>> =
    typeof before === "string" ? Object.fromEntries(RECRUITMENT_KEYS.map((key) => [key, before])) : { ...before };
  for (const key of keys) told[key] = proof;
  return { ...facts, recruitment: { ...facts.recruitment, ...set, proof: told } };
}

const debtTold = ({
  feePerWorkerUsd,
  feeMonthsOfPay,
  debtMonthsOfPay,
  feesPaidByWorkers,
  groups,
  remediation,
}: RecruitmentFacts) =>
  (feePerWorkerUsd ?? 0) > 0 ||
  (feeMonthsOfPay ?? 0) > 0 ||
  (debtMonthsOfPay ?? 0) > 0 ||
  feesPaidByWorkers === "yes" ||
  remediation !== undefined ||
  (groups?.length ?? 0) > 0;

/** The changes of the closed list that would lower the risk most, at most `limit`, most first; empty when nothing is scored. */
export function whatWouldLower(engine: Engine, facts: SupplierFacts, limit = 3): Change[] {
  const now = engine.score(facts);
  if (now.score === null) return [];
  const changes: Change[] = [];
  for (const change of CHANGE_IDS) {
    // Debt that was told is undone by repayment, not by a policy for later hires; without debt there is nothing to repay.
    if (change === (debtTold(facts.recruitment) ? "employerPays" : "repayment")) continue;
    const then = engine.score(withChange(facts, change));
    const lowers = now.inherent + now.controls - (then.inherent + then.controls);
    if (lowers > 1e-9) changes.push({ change, key: `change.${change}`, lowers, score: then.score ?? now.score });
  }
  return changes
    .sort((a, b) => b.lowers - a.lowers || CHANGE_IDS.indexOf(a.change) - CHANGE_IDS.indexOf(b.change))
    .slice(0, limit);
}

/** Title, year and address of each source id in a contribution, for the page. Unknown ids (what was stated) are left out. */
export function sourcesOf(
  line: Pick<Contribution, "source">,
  sources: Readonly<Record<string, { title: string; year: string; url: string; licence: string }>>,
): { id: string; title: string; year: string; url: string; licence: string }[] {
  return line.source
    .split(";")
    .map((id) => id.trim())
    .flatMap((id) => {
      const found = sources[id];
      return found ? [{ id, title: found.title, year: found.year, url: found.url, licence: found.licence }] : [];
    });
}

/** The entry of the model an indicator, practice or floor line refers to, for the method page; null when the id is unknown. */
export function entryOf(
  model: RiskModel,
  id: string,
): RiskModel["indicators"][number] | RiskModel["practices"][number] | RiskModel["floors"][number] | null {
  return (
    model.indicators.find((one) => one.id === id) ??
    model.practices.find((one) => one.id === id) ??
    model.floors.find((one) => one.id === id) ??
    null
  );
}
