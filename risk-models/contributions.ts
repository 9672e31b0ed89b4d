/**
 * The lines of the sum. Dimensions get their Shapley value of the inherent score, shared within a dimension in proportion to
 * weight × value; controls share what the score loses from inherent to residual; the floor is a line of its own. Indicator
 * lines sum to the inherent score, all lines to the score.
 */
import { cube, shapley } from "./aggregate";
import { EXPOSED, INPUTS, RECRUITMENT_INPUTS } from "./answers";
import type { Answers } from "./answers";
import type { ContextPart } from "./context";
import type { DimensionReading } from "./country";
import { indicatorOf } from "./model-file";
import type { RiskModel } from "./model-file";
import type { RecruitmentState } from "./recruitment";
import type { Contribution, Dimension, Floor, SupplierFacts } from "./types";

export interface Sum {
  readonly model: RiskModel;
  readonly part: ContextPart;
  readonly facts: SupplierFacts;
  readonly answers: Answers;
  readonly state: RecruitmentState;
  readonly weights: Float64Array;
  readonly inherent: number;
  readonly beforeFloor: number;
  readonly score: number;
  readonly floor: Floor | null;
}

function contextLines(dimension: Dimension, reading: DimensionReading, points: number): Contribution[] {
  const total = reading.span.value;
  return reading.inputs.map((input) => ({
    kind: "indicator",
    dimension,
    indicator: input.indicator.id,
    value: input.value,
    unit: input.indicator.unit,
    year: input.year,
    source: input.source,
    basis: input.basis,
    normalised: input.span.value,
    weight: input.indicator.weight,
    points: total > 0 ? (points * input.indicator.weight * input.span.value) / total : 0,
  }));
}

/** What was told for an input, as it was written; null when silent. */
function toldValue({ model, facts, answers }: Sum, input: number): string | number | null {
  if (answers.value[input]! < 0) return null;
  if (input === 0 && answers.months >= 0) return Math.round(answers.months * 100) / 100;
  if (input === EXPOSED) return answers.value[EXPOSED]!;
  const practice = model.practices.find((one) => one.lowers === RECRUITMENT_INPUTS[input]);
  const given = (practice?.answers ?? []).flatMap((key) => {
    const value = (facts.recruitment as Readonly<Record<string, unknown>>)[key];
    return value === undefined || typeof value === "object" ? [] : [`${key}: ${String(value)}`];
  });
  return given.join("; ");
}

/** Where an inherent recruitment value comes from: what was told, the setting, or the setting because what was told is lower. */
const sourceOf = (told: boolean, settingIsHigher: boolean, setting: string): string =>
  !told
    ? setting
    : settingIsHigher
      ? `stated; the inherent value is that of the ${setting}`
      : "stated by the supplier or the list";

function recruitmentLines(sum: Sum, points: number): Contribution[] {
  const { model, part, state, answers, weights } = sum;
  return Array.from({ length: INPUTS }, (_, input): Contribution => {
    const indicator = indicatorOf(model, RECRUITMENT_INPUTS[input]!);
    const told = answers.value[input]! >= 0;
    const normalised = state.inherentOf[input]!;
    return {
      kind: "indicator",
      dimension: "recruitment",
      indicator: indicator.id,
      value: toldValue(sum, input),
      unit: indicator.unit,
      year: null,
      source: sourceOf(told, normalised > state.readOf[input]!, `model ${model.id}, setting ${part.work.kind}`),
      basis: told ? "stated" : "reference-class",
      normalised,
      weight: indicator.weight,
      points: state.inherent > 0 ? (points * weights[input]! * normalised) / state.inherent : 0,
    };
  });
}

/** One negative line per practice that took something off; they sum to `beforeFloor - inherent`. */
function controlLines(sum: Sum): Contribution[] {
  const { model, state, answers, weights, inherent, beforeFloor } = sum;
  const taken = Array.from(
    { length: EXPOSED },
    (_, input) => weights[input]! * (state.inherentOf[input]! - state.residualOf[input]!),
  );
  const total = taken.reduce((all, one) => all + one, 0);
  if (total <= 0) return [];
  return taken.flatMap((one, input): Contribution[] => {
    const practice = model.practices.find((entry) => entry.lowers === RECRUITMENT_INPUTS[input]);
    if (one <= 0 || !practice) return [];
    return [
      {
        kind: "control",
        dimension: "recruitment",
        indicator: practice.id,
        value: toldValue(sum, input),
        unit: "share taken off, bounded by proof",
        year: null,
        source: "stated by the supplier or the list",
        basis: "stated",
        normalised: 1 - state.residualOf[input]! / state.inherentOf[input]!,
        weight: answers.bound[input]!,
        points: ((beforeFloor - inherent) * one) / total,
      },
    ];
  });
}

export function buildContributions(sum: Sum): Contribution[] {
  const { model, part, state, beforeFloor, score, floor } = sum;
  const own = cube(model.dimensions.recruitment.weight, state.inherent);
  const parts = shapley(part.countrySide.cubes.value, part.sectorSide.cubes.value, own);
  const lines = [
    ...contextLines("country", part.country, 100 * parts[0]),
    ...contextLines("sector", part.sector.dimension, 100 * parts[1]),
    ...recruitmentLines(sum, 100 * parts[2]),
    ...controlLines(sum),
  ];
  if (floor && score > beforeFloor)
    lines.push({
      kind: "floor",
      dimension: null,
      indicator: floor.id,
      value: floor.on,
      unit: "floor",
      year: floor.year,
      source: floor.source,
      basis: "finding",
      normalised: floor.height / 100,
      weight: 1,
      points: score - beforeFloor,
    });
  return lines;
}
