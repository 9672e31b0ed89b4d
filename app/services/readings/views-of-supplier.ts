/**
 * The two assessments of a supplier: the one that may be shown outside, and the internal one with protected answers. Pure: the
 * same readings give the same result, and a protected reading that was not released changes nothing in the outside view.
 */
import { explain, type Reason } from "../../../risk-models";
import type { Assessment, Engine, Finding, IsoDate, SupplierFacts } from "../../../risk-models/types";
import type { RegisterLine } from "../../../db/queries/register";
import { withPapersKept, type InternalFacts } from "../../recruitment/protected-findings";
import { openReadings, together, type Reading, type Together } from "../../recruitment/readings";
import { factsOfLine } from "../scoring/register-line";
import { listTold } from "./rescored-line";

/** A supplier's facts but for what is told of recruitment, and what the list told of it. */
export interface Supplier {
  readonly line: RegisterLine;
  readonly listReadings: string | null;
  /** The day of the list. */
  readonly listDay: IsoDate;
  /** Those that stand. */
  readonly findings: readonly Finding[];
  /** Of findings told in confidence: in the internal assessment alone. */
  readonly inConfidence?: InternalFacts | null;
}

export interface AssessmentView {
  readonly facts: SupplierFacts;
  readonly told: Together;
  readonly assessment: Assessment;
  readonly reasons: readonly Reason[];
}

/** With all readings given and what findings told in confidence bring: for those who may read protected information. */
export function internalView(
  engine: Engine,
  { line, listReadings, listDay, findings: open, inConfidence }: Supplier,
  readings: readonly Reading[],
  asOf: IsoDate,
): AssessmentView {
  const told = together(listTold(listReadings, listDay), readings);
  const { workforce, inputs } = told;
  const recruitment = inConfidence?.papersKept ? withPapersKept(told.recruitment) : told.recruitment;
  const findings = [...open, ...(inConfidence?.floors ?? [])];
  const facts = {
    ...factsOfLine({ ...line, readings: null }, asOf),
    recruitment,
    workforce,
    ...(inputs.length > 0 && { inputs }),
    ...(findings.length > 0 && { findings }),
  };
  const assessment = engine.assess(facts);
  return { facts, told, assessment, reasons: explain(assessment) };
}

/** Without anything protected, as the supplier, other buyers and members without the right see it. */
export const outsideView = (
  engine: Engine,
  supplier: Supplier,
  readings: readonly Reading[],
  asOf: IsoDate,
): AssessmentView => internalView(engine, { ...supplier, inConfidence: null }, openReadings(readings), asOf);
