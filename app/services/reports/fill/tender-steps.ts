/** The steps of a check as rows of a report: what was looked at, what came of it, what proves it, and who did it. Pure. */
import { isOfConviction, type FrozenCheck, type Signed } from "../../../checks/record";
import { code, dated, day, known, text, type Cell, type Value } from "../../../reports/model";

export const signed = ({ by, at }: Signed): Value => dated(by, at.slice(0, 10));

/** Where a proof is kept that the report does not hold. */
export const inCheck = (fileNo: number | null): Cell => code("in-check", String(fileNo ?? ""));

/** What proves the result of a step. Of a conviction only where it is kept: a report is frozen for ever, data of convictions are not. */
export function proofOf(
  step: string,
  answer: Pick<NonNullable<FrozenCheck["steps"][number]["answer"]>, "result" | "proof" | "reference"> | null,
  fileNo: number | null,
): Cell {
  if (answer?.result === "found" && isOfConviction(step)) return inCheck(fileNo);
  return known([answer?.proof, answer?.reference].filter(Boolean).join(" · "), text);
}

/** @param only ids of steps; left out: all. */
export const stepRows = (
  { fileNo, steps }: Pick<FrozenCheck, "fileNo" | "steps">,
  only: readonly string[] | null = null,
): Cell[][] =>
  steps
    .filter(({ id }) => only === null || only.includes(id))
    .map(({ id, law, question, answer }): Cell[] => [
      question ? text(question.text) : code("check-step", id),
      known(law?.article, (article) => code("law-place", article)),
      known(answer?.result, (one) => code("step-of-check", one)),
      proofOf(id, answer, fileNo),
      known(answer?.sourceOn, day),
      answer && signed(answer),
    ]);
