/** The internal assessment as pages show it: plain values, for a reader of protected information alone. */
import type { RiskModel } from "../../risk-models";
import { effectOf, indicatorsStanding, signsStanding } from "../recruitment/protected-findings";
import { INVOLUNTARY_SIGNS, THREAT_SIGNS, type SettledSign } from "../recruitment/settled-signs";
import type { InternalFinding } from "../services/findings/internal-findings.server";
import type { InternalAssessment, RecruitmentView } from "../services/readings/recruitment-view.server";
import { signsView, type SignView } from "./signs-page.server";

/** Longest piece of a summary that stands in the list. */
const PIECE = 160;
const pieceOf = (text: string): string => (text.length > PIECE ? `${text.slice(0, PIECE).trimEnd()}…` : text);

/** The height of the floor that the ICLS pair holds, 0 to 100. */
export const pairFloor = ({ floors }: RiskModel): number => floors.find(({ id }) => id === "iclsPair")!.height;

const lineOf = (finding: InternalFinding) => ({
  id: finding.id,
  status: finding.status,
  summary: pieceOf(finding.summary),
  foundOn: finding.foundOn,
  indicators: finding.indicators,
  effect: effectOf(finding),
});

/** The signs of what everybody may know and of protected answers, with what was substantiated in confidence beside them. */
function internalSigns({ view, findings }: InternalAssessment) {
  // Without the answer that a finding stands for: it is shown as the finding it is.
  const { indicators, pair } = signsView({ ...view.facts, recruitment: view.told.recruitment });
  const standing = indicatorsStanding(findings);
  const settled = signsStanding(findings);
  const side = (answers: readonly SignView[], ofSide: readonly SettledSign[]) => {
    const isBacked = answers.some(({ proof }) => proof !== "none") || settled.some((sign) => ofSide.includes(sign));
    return { isBacked, isTold: isBacked || answers.length > 0 };
  };
  const sides = [side(pair.involuntariness, INVOLUNTARY_SIGNS), side(pair.threat, THREAT_SIGNS)];
  const isPair = pair.state === "evidence" || sides.every(({ isBacked }) => isBacked);
  const state: typeof pair.state = isPair ? "evidence" : sides.every(({ isTold }) => isTold) ? "heard" : "none";
  return {
    indicators: indicators.map((one) =>
      standing.has(one.id) ? { ...one, state: "present" as const, inConfidence: true } : one,
    ),
    pair: { ...pair, state },
    settled,
  };
}

/** Null: nothing protected is known, or this reader may not see it. */
export function internalPage({ internal, model }: Pick<RecruitmentView, "internal" | "model">) {
  if (!internal) return null;
  const { standing, without, findings } = internal;
  return {
    standing,
    without,
    floor: pairFloor(model),
    findings: findings.map(lineOf),
    signs: internalSigns(internal),
  };
}
export type InternalView = NonNullable<ReturnType<typeof internalPage>>;
