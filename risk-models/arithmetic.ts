/**
 * The arithmetic of one assessment as data: every step as an equation of printed figures, so that a reader with a calculator gets
 * from the raw values to the score and to the points of each line. The numbers are the engine's own; only their order and what
 * stands between them is written here. No sentences: a page names the steps by their ids.
 *
 * Figures are printed rounded: fractions to 4 decimals, points to 2; figures of the model as they stand in its file. Redone from
 * the printed figures, a fraction may differ by 0.0002 and a score or a line by 0.02.
 */
import { cube, powerMean } from "./aggregate";
import { answersReader, DEBT, EXPOSED, RECRUITMENT_INPUTS } from "./answers";
import { contextReader } from "./context";
import type { ContextPart } from "./context";
import type { InputReading } from "./country";
import { createEngine } from "./engine";
import { exact, fraction, joined, onAnchors, points, raw, weighted } from "./equation";
import type { Equation, Figure, Token } from "./equation";
import { indicatorOf } from "./model-file";
import type { RiskModel } from "./model-file";
import { normalise } from "./normalise";
import { recruitmentReader } from "./recruitment";
import type { RiskReference } from "./reference-types";
import { DIMENSIONS } from "./types";
import type { Assessment, Contribution, ContributionBasis, Dimension, SupplierFacts, WorkKind } from "./types";

/** One input of country or sector. */
export interface InputLine {
  readonly indicator: string;
  /** As the assessment gives it; null: not known, the class stands in. */
  readonly value: number | string | null;
  /** The number on the anchors; null where there is none: a blank, or a sign with a height of its own. */
  readonly raw: Figure | null;
  readonly year: number | null;
  readonly source: string;
  readonly basis: ContributionBasis;
  /** From the raw value to the fraction, between the two anchors around it; null outside them or without a raw value. */
  readonly onAnchors: Equation | null;
  readonly normalised: Figure;
  readonly weight: Figure;
}

/** One input of recruitment, before controls (inherent) and after them (residual). */
export interface RecruitmentLine {
  readonly indicator: string;
  /** What was told, as it was written; null: nothing. */
  readonly answer: number | string | null;
  /** How bad what was told is; for the share of exposed workers that share. */
  readonly told: Figure | null;
  /** What was told as it is read against the kind of work; null where it is taken as it is. */
  readonly readAs: Equation | null;
  readonly onAnchors: Equation | null;
  /** Value of silence; null for the share of exposed workers, which has none. */
  readonly setting: Figure | null;
  /** Largest share the proof takes off. */
  readonly bound: Figure | null;
  readonly inherent: Equation;
  readonly residual: Equation;
  readonly weight: Figure;
}

/** One line of the sum with the way to its points. */
export interface PointsLine {
  readonly kind: Contribution["kind"];
  readonly dimension: Dimension | null;
  readonly indicator: string;
  readonly equation: Equation;
}

export interface Arithmetic {
  readonly assessment: Assessment;
  readonly country: { readonly lines: readonly InputLine[]; readonly value: Equation };
  readonly sector: { readonly lines: readonly InputLine[]; readonly value: Equation };
  readonly recruitment: {
    readonly kind: WorkKind;
    readonly lines: readonly RecruitmentLine[];
    /** Where the destination has a published norm: its months on the anchors, and the value of silence on fees that follows. */
    readonly norm: { readonly months: Figure; readonly normalised: Equation | null; readonly setting: Equation } | null;
    readonly inherent: Equation;
    readonly residual: Equation;
  };
  readonly inherent: Equation;
  readonly afterControls: Equation;
  readonly arithmeticMean: Equation;
  /** The highest floor that acts, whether it lifts or not; null when none acts. */
  readonly floor: { readonly id: string; readonly equation: Equation } | null;
  /** Score of each choice of dimensions, the others left out: what the Shapley values are made of. */
  readonly coalitions: readonly { readonly of: readonly Dimension[]; readonly equation: Equation }[];
  /** Points of each dimension; they sum to the inherent score. */
  readonly shapley: Readonly<Record<Dimension, Equation>>;
  readonly lines: readonly PointsLine[];
}

const SUPERSCRIPT: readonly string[] = ["", "", "²", "³", "⁴", "⁵"];
const CHOICES: readonly (readonly Dimension[])[] = [
  ["country"],
  ["sector"],
  ["recruitment"],
  ["country", "sector"],
  ["country", "recruitment"],
  ["sector", "recruitment"],
  [...DIMENSIONS],
];

/** The way to every number of an assessment under one model; ask it for one supplier after the other. */
export function arithmeticReader(model: RiskModel, reference: RiskReference): (facts: SupplierFacts) => Arithmetic {
  const engine = createEngine(model, reference);
  const contexts = contextReader(model, reference);
  const { read } = answersReader(model, reference);
  const { evaluate, weights } = recruitmentReader(model);
  const numberOf = numbersBehindWords(reference);
  const { order } = model.aggregation;
  const weightOf = (dimension: Dimension) => model.dimensions[dimension].weight;

  const inputLine = ({ indicator, span, value, year, source, basis }: InputReading): InputLine => {
    const number = indicator.id === "boughtSign" ? null : numberOf(indicator.id, value);
    return {
      indicator: indicator.id,
      value,
      raw: number === null ? null : raw(number),
      year,
      source,
      basis,
      onAnchors: number === null ? null : onAnchors(indicator.anchors, number),
      normalised: fraction(span.value),
      weight: exact(indicator.weight),
    };
  };
  const dimension = (inputs: readonly InputReading[], value: number) => {
    const lines = inputs.map(inputLine);
    return {
      lines,
      value: weighted(
        lines.map((line) => ({ weight: line.weight, value: line.normalised })),
        value,
      ),
    };
  };

  /** `100 × (w·x³ + …)^(1/3)` of the dimensions chosen. */
  const mean = (of: readonly Dimension[], values: Readonly<Record<Dimension, number>>): Equation => {
    const cubes = DIMENSIONS.map((one) => (of.includes(one) ? cube(weightOf(one), values[one]) : 0));
    const parts = of.map((one): Token[] => [
      exact(weightOf(one)),
      " × ",
      fraction(values[one]),
      SUPERSCRIPT[order] ?? `^${order}`,
    ]);
    return {
      left: ["100 × (", ...joined(parts, " + "), `)^(1/${order})`],
      result: points(100 * powerMean(cubes[0]!, cubes[1]!, cubes[2]!)),
    };
  };

  const recruitment = (part: ContextPart, facts: SupplierFacts, assessment: Assessment) => {
    const answers = read(facts.recruitment, facts.workforce, part.used.country);
    const state = evaluate(answers, part.work);
    const told = new Map(assessment.contributions.map((line) => [line.indicator, line.value]));
    const others = { inherent: 0, residual: 0 };
    const lines = RECRUITMENT_INPUTS.map((id, input): RecruitmentLine => {
      const indicator = indicatorOf(model, id);
      const value = answers.value[input]!;
      const [before, after] = [state.inherentOf[input]!, state.residualOf[input]!];
      const base = {
        indicator: id,
        answer: told.get(id) ?? null,
        told: value < 0 ? null : fraction(value),
        weight: exact(indicator.weight),
      };
      if (input === EXPOSED) {
        const rest = exact(1 - indicator.weight);
        const bound = exact(answers.bound[input]!);
        const times: Token[] = value < 0 ? [] : [" × max(", exact(value), "; 1 − ", bound, ")"];
        const equation = (sum: number, result: number): Equation => ({
          left: [fraction(sum), " ÷ ", rest, ...times],
          result: fraction(result),
        });
        return {
          ...base,
          onAnchors: null,
          readAs: null,
          setting: null,
          bound: value < 0 ? null : bound,
          inherent: equation(others.inherent, before),
          residual: equation(others.residual, after),
        };
      }
      others.inherent += weights[input]! * before;
      others.residual += weights[input]! * after;
      const silent = (input === DEBT ? part.work.debtSetting : part.work.setting).median;
      const setting = fraction(silent);
      const bound = exact(answers.bound[input]!);
      const { months } = answers;
      const measured = input === DEBT && months >= 0 && Math.abs(normalise(indicator.anchors, months) - value) < 1e-12;
      const onLine = measured ? onAnchors(indicator.anchors, months) : null;
      const readAs = value < 0 ? null : readAgainst(value, silent, state.readOf[input]!);
      const read = fraction(state.readOf[input]!);
      return {
        ...base,
        onAnchors: onLine,
        readAs,
        setting,
        bound: value < 0 ? null : bound,
        inherent: {
          left: value < 0 ? [setting] : ["max(", setting, "; ", read, ")"],
          result: fraction(before),
        },
        residual: {
          left: value < 0 ? [setting] : ["max(", read, "; ", setting, " × (1 − ", bound, "))"],
          result: fraction(after),
        },
      };
    });
    const sum = (which: "inherent" | "residual", value: number) =>
      weighted(
        lines.map((line) => ({ weight: line.weight, value: line[which].result })),
        value,
      );
    return {
      state: {
        inherentOf: [...state.inherentOf],
        residualOf: [...state.residualOf],
        inherent: state.inherent,
        value: state.value,
      },
      view: {
        kind: part.work.kind,
        lines,
        norm: normOf(part),
        inherent: sum("inherent", state.inherent),
        residual: sum("residual", state.value),
      },
    };
  };

  /** What was told against the kind of work: in proportion up to the usual bad answer, then in a line to the full value. */
  const readAgainst = (told: number, silent: number, read: number): Equation | null => {
    const kept = model.proof.bounds.statement;
    const denied = silent * (1 - kept);
    const usual = model.disclosure?.usual ?? 0;
    if (denied >= usual) return null;
    const left: Token[] =
      told <= usual
        ? [fraction(told), " × ", fraction(denied), " ÷ ", exact(usual)]
        : [fraction(denied), " + (1 − ", fraction(denied), ") × (", fraction(told), " − ", exact(usual), ") ÷ (1 − ", exact(usual), ")"]; // prettier-ignore
    return { left, result: fraction(read) };
  };

  const normOf = ({ work, used }: ContextPart): Arithmetic["recruitment"]["norm"] => {
    const norm = used.country === null ? undefined : model.destinationNorms[used.country];
    if (!norm || work.debtSetting === work.setting) return null;
    const { anchors } = indicatorOf(model, "debt");
    const height = normalise(anchors, norm.months);
    return {
      months: exact(norm.months),
      normalised: onAnchors(anchors, norm.months),
      setting: {
        left: ["max(", exact(work.setting.median), "; min(1; ", fraction(height), " ÷ (1 − ", exact(model.proof.bounds.statement), ")))"], // prettier-ignore
        result: fraction(work.debtSetting.median),
      },
    };
  };

  return (facts) => {
    const assessment = engine.assess(facts);
    const part = contexts.part(facts);
    const { state, view } = recruitment(part, facts, assessment);
    const fixed = { country: part.country.span.value, sector: part.sector.dimension.span.value };
    const before = { ...fixed, recruitment: state.inherent };
    const after = { ...fixed, recruitment: state.value };
    const afterControls = mean(DIMENSIONS, after);
    const coalitions = CHOICES.map((of) => ({ of, equation: mean(of, before) }));
    const shapley = shapleyOf(assessment, (of) => coalitions.find((one) => same(one.of, of))!.equation.result);
    const floor = assessment.floors[0];
    return {
      assessment,
      country: dimension(part.country.inputs, fixed.country),
      sector: dimension(part.sector.dimension.inputs, fixed.sector),
      recruitment: view,
      inherent: mean(DIMENSIONS, before),
      afterControls,
      arithmeticMean: {
        left: ["100 × (", ...joined(DIMENSIONS.map((one) => [exact(weightOf(one)), " × ", fraction(after[one])]), " + "), ")"], // prettier-ignore
        result: points(assessment.arithmeticMean),
      },
      floor: floor
        ? {
            id: floor.id,
            equation: {
              left: ["max(", afterControls.result, "; ", exact(floor.height), ")"],
              result: points(Math.max(afterControls.result.value, floor.height)),
            },
          }
        : null,
      coalitions,
      shapley,
      lines: assessment.contributions.map((line) =>
        pointsLine(line, before, shapley, assessment, taken(state, weights)),
      ),
    };
  };
}

const same = (a: readonly Dimension[], b: readonly Dimension[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

/** `alone ÷ 3 + (with one − that one + with the other − that other) ÷ 6 + (all − the other two) ÷ 3`. */
function shapleyOf(assessment: Assessment, valueOf: (of: readonly Dimension[]) => Figure): Record<Dimension, Equation> {
  const pointsOf = (dimension: Dimension) =>
    assessment.contributions
      .filter((line) => line.kind === "indicator" && line.dimension === dimension)
      .reduce((sum, line) => sum + line.points, 0);
  const entries = DIMENSIONS.map((own): [Dimension, Equation] => {
    const [one, two] = DIMENSIONS.filter((other) => other !== own) as [Dimension, Dimension];
    const equation: Equation = {
      left: [
        valueOf([own]),
        " ÷ 3 + (",
        valueOf([own, one]),
        " − ",
        valueOf([one]),
        " + ",
        valueOf([own, two]),
        " − ",
        valueOf([two]),
        ") ÷ 6 + (",
        valueOf([...DIMENSIONS]),
        " − ",
        valueOf([one, two]),
        ") ÷ 3",
      ],
      result: points(pointsOf(own)),
    };
    return [own, equation];
  });
  return Object.fromEntries(entries) as Record<Dimension, Equation>;
}

/** weight × (inherent − residual) of each recruitment input: what its control takes off the dimension. */
const taken = (
  state: { readonly inherentOf: readonly number[]; readonly residualOf: readonly number[] },
  weights: Float64Array,
): readonly number[] =>
  Array.from(
    { length: EXPOSED },
    (_, input) => weights[input]! * (state.inherentOf[input]! - state.residualOf[input]!),
  );

function pointsLine(
  { kind, dimension, indicator, normalised, weight, points: own }: Contribution,
  values: Readonly<Record<Dimension, number>>,
  shapley: Readonly<Record<Dimension, Equation>>,
  assessment: Assessment,
  off: readonly number[],
): PointsLine {
  const result = points(own);
  const line = (...left: Token[]): PointsLine => ({ kind, dimension, indicator, equation: { left, result } });
  if (kind === "indicator" && dimension !== null)
    return line(shapley[dimension].result, " × ", exact(weight), " × ", fraction(normalised), " ÷ ", fraction(values[dimension])); // prettier-ignore
  if (kind === "control") {
    const controls = assessment.contributions.filter((one) => one.kind === "control");
    const parts = off.filter((one) => one > 0);
    const share = parts[controls.findIndex((one) => one.indicator === indicator)] ?? 0;
    const all = parts.reduce((sum, one) => sum + one, 0);
    return line("(", points(assessment.controls), ") × ", fraction(share), " ÷ ", fraction(all));
  }
  return line(points(assessment.residual ?? 0), " − ", points((assessment.residual ?? 0) - own));
}

/** A word printed in place of a number (a tier) back to its number: the same word is the same number everywhere. */
function numbersBehindWords(reference: RiskReference) {
  const known = new Map<string, number>();
  for (const { values, notes } of Object.values(reference.countries))
    for (const [id, word] of Object.entries(notes)) {
      const reading = values[id];
      if (reading) known.set(`${id} ${word}`, reading.value);
    }
  return (id: string, value: number | string | null): number | null =>
    typeof value === "number" ? value : value === null ? null : (known.get(`${id} ${value}`) ?? null);
}
