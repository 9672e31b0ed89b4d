/** The internal assessment as pages show it: plain values, for a reader of protected information alone. */
import type { RiskModel } from "../../risk-models";
import { effectOf, signsStanding } from "../recruitment/protected-findings";
import type { InternalFinding } from "../services/findings/internal-findings.server";
import type { RecruitmentView } from "../services/readings/recruitment-view.server";
import { signsView } from "./signs-page.server";

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

/** Null: nothing protected is known, or this reader may not see it. */
export function internalPage({ internal, model }: Pick<RecruitmentView, "internal" | "model">) {
  if (!internal) return null;
  const { standing, without, findings, view } = internal;
  return {
    standing,
    without,
    floor: pairFloor(model),
    findings: findings.map(lineOf),
    signs: { ...signsView(view.facts), settled: signsStanding(findings) },
  };
}
export type InternalView = NonNullable<ReturnType<typeof internalPage>>;
