/** The engine: model and reference in, two functions out. `assess` and `score` share every number; only `assess` builds lines. */
import { arithmeticMean, cube, plausibleEnd, powerMean } from "./aggregate";
import type { Triple } from "./aggregate";
import { answersReader, EXPOSED, RECRUITMENT_INPUTS } from "./answers";
import type { Answers } from "./answers";
import { bandOf, between } from "./bands";
import { contextReader } from "./context";
import type { ContextPart, ScoreContext } from "./context";
import { buildContributions } from "./contributions";
import type { RiskModel } from "./model-file";
import { recruitmentReader } from "./recruitment";
import type { RecruitmentState } from "./recruitment";
import { reasonsReader } from "./top-reasons";
import type { RiskReference } from "./reference-types";
import { likelihoodOf, priorityOf, severityDetail, severityOf, signsForAction, stateOf } from "./severity";
import { FLOORS } from "./types";
import type {
  Assessment,
  CompactResult,
  Concern,
  Engine,
  EngineSpans,
  Floor,
  Level,
  RecruitmentReading,
  SupplierFacts,
} from "./types";

/** Numbers of one supplier before any line is built. Scores 0 to 100. One object, reused between calls. */
interface Numbers {
  level: Level;
  /** The inherent power mean as a fraction. */
  inherentMean: number;
  inherent: number;
  /** After controls, before floors. */
  beforeFloor: number;
  score: number;
  plausibleLow: number;
  plausibleHigh: number;
  possibleLow: number;
  possibleHigh: number;
  floorHeight: number;
  floorBits: number;
}

const isEmpty = (facts: object): boolean => {
  for (const key in facts) if ((facts as Record<string, unknown>)[key] !== undefined) return false;
  return true;
};

export function createEngine(model: RiskModel, reference: RiskReference): Engine {
  const contexts = contextReader(model, reference);
  const { read: readAnswers, costGap } = answersReader(model, reference);
  const { evaluate, weights } = recruitmentReader(model);
  const w: Triple = [
    model.dimensions.country.weight,
    model.dimensions.sector.weight,
    model.dimensions.recruitment.weight,
  ];
  const floorEntries = new Map(model.floors.map((floor) => [floor.id, floor]));
  const topReasons = reasonsReader(w[2], weights);

  const findingFloors = (facts: SupplierFacts): Floor[] =>
    (facts.findings ?? []).flatMap((finding): Floor[] => {
      const id =
        finding.ground === "authority-finding"
          ? "authorityFinding"
          : finding.ground === "confirmed-match"
            ? "confirmedMatch"
            : "iclsPair";
      const entry = floorEntries.get(id);
      if (!entry || (finding.liftedOn !== null && finding.liftedOn <= facts.asOf)) return [];
      return [
        {
          id,
          height: entry.height,
          scope: entry.scope,
          on: finding.ground,
          country: null,
          year: finding.year,
          source: finding.source,
        },
      ];
    });

  const numbers: Numbers = {
    level: "listed",
    inherentMean: 0,
    inherent: 0,
    beforeFloor: 0,
    score: 0,
    plausibleLow: 0,
    plausibleHigh: 0,
    possibleLow: 0,
    possibleHigh: 0,
    floorHeight: 0,
    floorBits: 0,
  };

  const heightOf = (floorBits: number): number =>
    FLOORS.reduce(
      (height, id, at) => ((floorBits >> at) & 1 ? Math.max(height, floorEntries.get(id)?.height ?? 0) : height),
      0,
    );
  const floorHeights = Float64Array.from({ length: 1 << FLOORS.length }, (_, bits) => heightOf(bits));

  const numbersOf = (part: ScoreContext, facts: SupplierFacts, answers: Answers, state: RecruitmentState): Numbers => {
    const c = part.countrySide.cubes;
    const s = part.sectorSide.cubes;
    let { floorBits } = part;
    let floorHeight = floorHeights[floorBits]!;
    if (facts.findings && facts.findings.length > 0)
      for (const floor of findingFloors(facts)) {
        floorHeight = Math.max(floorHeight, floor.height);
        floorBits |= 1 << FLOORS.indexOf(floor.id);
      }
    let told = false;
    for (let input = 0; input < EXPOSED; input += 1) if (answers.told[input] === 1) told = true;
    const a = c.value;
    const b = s.value;
    const r = cube(w[2], state.value);
    const mean = powerMean(a, b, r);
    const beforeFloor = 100 * mean;
    const low = plausibleEnd(a, b, r, c.plausibleLow, s.plausibleLow, cube(w[2], state.plausibleLow), mean);
    const high = plausibleEnd(a, b, r, c.plausibleHigh, s.plausibleHigh, cube(w[2], state.plausibleHigh), mean);
    const inherentMean = state.inherent === state.value ? mean : powerMean(a, b, cube(w[2], state.inherent));
    const possibleLow = powerMean(c.possibleLow, s.possibleLow, cube(w[2], state.possibleLow));
    const possibleHigh = powerMean(c.possibleHigh, s.possibleHigh, cube(w[2], state.possibleHigh));
    numbers.level = part.level === "indicative" && told ? "assessed" : part.level;
    numbers.inherentMean = inherentMean;
    numbers.inherent = 100 * inherentMean;
    numbers.beforeFloor = beforeFloor;
    numbers.score = Math.max(beforeFloor, floorHeight);
    numbers.plausibleLow = Math.max(100 * low, floorHeight);
    numbers.plausibleHigh = Math.max(100 * high, floorHeight);
    numbers.possibleLow = Math.max(100 * possibleLow, floorHeight);
    numbers.possibleHigh = Math.max(100 * possibleHigh, floorHeight);
    numbers.floorHeight = floorHeight;
    numbers.floorBits = floorBits;
    return numbers;
  };

  const contextWeight = w[0] + w[1];

  const compact = (part: ScoreContext, facts: SupplierFacts): CompactResult => {
    const { place, countrySide, sectorSide, work } = part;
    const answers = readAnswers(facts.recruitment, facts.workforce, place);
    const state = evaluate(answers, work);
    const numbers = numbersOf(part, facts, answers, state);
    const scored = numbers.level === "indicative" || numbers.level === "assessed";
    const score = scored ? numbers.score : null;
    const spread = scored ? between(model, numbers.plausibleLow, numbers.plausibleHigh) : null;
    const likelihood = likelihoodOf(model, score);
    const severity = severityOf(model, facts, answers, numbers.floorBits);
    return {
      level: numbers.level,
      kind: scored ? "scored" : "not-enough-evidence",
      score,
      band: score === null || spread ? null : bandOf(model, score),
      between: spread,
      inherent: numbers.inherent,
      controls: numbers.beforeFloor - numbers.inherent,
      country: place === null ? null : 100 * countrySide.value,
      sector: part.sectorKnown ? 100 * sectorSide.value : null,
      recruitment: work.kind === "unknown" && state.coverage === 0 ? null : 100 * state.inherent,
      countryCoverage: countrySide.coverage,
      sectorCoverage: sectorSide.coverage,
      recruitmentCoverage: state.coverage,
      plausibleLow: numbers.plausibleLow,
      plausibleHigh: numbers.plausibleHigh,
      possibleLow: numbers.possibleLow,
      possibleHigh: numbers.possibleHigh,
      contextCoverage: (w[0] * countrySide.coverage + w[1] * sectorSide.coverage) / contextWeight,
      supplierCoverage: state.coverage,
      floorBits: numbers.floorBits,
      reasons: topReasons(part, answers, state, numbers),
      likelihood,
      severity,
      priority: priorityOf(model, severity, likelihood),
      state: stateOf(facts),
      caseForAction: signsForAction(answers) || (numbers.floorBits & 0b100) !== 0,
      workKind: work.kind,
    };
  };

  const score = (facts: SupplierFacts): CompactResult => {
    const part = contexts.score(facts);
    if (facts.findings?.length || !isEmpty(facts.recruitment) || !isEmpty(facts.workforce)) return compact(part, facts);
    return (part.silent ??= Object.freeze(compact(part, facts)));
  };

  const recruitmentReading = (part: ContextPart, facts: SupplierFacts, answers: Answers): RecruitmentReading => {
    const destination = part.used.country;
    const groups = facts.recruitment.groups ?? [];
    const workers = groups.reduce((sum, group) => sum + group.workers, 0);
    const affected = groups.reduce((sum, group) => sum + ((group.costsPaidUsd ?? 0) > 0 ? group.workers : 0), 0);
    return {
      months: answers.months < 0 ? null : answers.months,
      fromGroup: answers.group < 0 ? null : answers.group,
      affectedShare: workers === 0 ? null : affected / workers,
      costGap: costGap(facts.recruitment, destination),
      corridors: (facts.recruitment.recruitedFrom ?? []).map((origin) => {
        const rows = reference.corridors.filter(
          (row) =>
            (row.origin === origin && (row.destination === null || row.destination === destination)) ||
            (row.origin === null && row.destination !== null && row.destination === destination),
        );
        const rules = reference.feeRules.filter((rule) => rule.country === origin || rule.country === destination);
        return {
          origin,
          destination,
          data: rows.length + rules.length === 0 ? "none" : "published",
          rows: rows.map(({ statistic, value, unit, months, year, source }) => ({
            statistic,
            value,
            unit,
            months,
            year,
            source,
          })),
          rules: rules.map(({ side, rule, covers, value, unit, source }) => ({
            side,
            rule,
            covers,
            value,
            unit,
            source,
          })),
        } as const;
      }),
    };
  };

  const assess = (facts: SupplierFacts): Assessment => {
    const part = contexts.part(facts);
    const short = compact(part, facts);
    const answers = readAnswers(facts.recruitment, facts.workforce, part.used.country);
    const state = evaluate(answers, part.work);
    const numbers = numbersOf(part, facts, answers, state);
    const floors = [...findingFloors(facts), ...part.floors].sort((a, b) => b.height - a.height);
    const concerns: Concern[] = [...part.concerns];
    if (answers.noStructuralData)
      concerns.push({
        key: "noStructuralData",
        values: { origins: (facts.recruitment.recruitedFrom ?? []).join(", "), destination: part.used.country ?? "" },
        year: null,
        source: "recruitment-corridors and recruitment-fee-rules tables",
      });
    const [c, s] = [part.country.span.value, part.sector.dimension.span.value];
    const common = {
      level: short.level,
      model: model.id,
      dataDate: model.dataDate,
      asOf: facts.asOf,
      countryUsed: part.used,
      inherent: short.inherent,
      controls: short.controls,
      dimensions: {
        country: { score: short.country, used: 100 * c, residual: 100 * c, coverage: short.countryCoverage },
        sector: { score: short.sector, used: 100 * s, residual: 100 * s, coverage: short.sectorCoverage },
        recruitment: {
          score: short.recruitment,
          used: 100 * state.inherent,
          residual: 100 * state.value,
          coverage: state.coverage,
        },
      },
      arithmeticMean: 100 * arithmeticMean(w, [c, s, state.value]),
      plausible: [short.plausibleLow, short.plausibleHigh] as const,
      possible: [short.possibleLow, short.possibleHigh] as const,
      coverage: { context: short.contextCoverage, supplier: short.supplierCoverage },
      floors,
      missing: [...part.missing, ...RECRUITMENT_INPUTS.filter((_, input) => answers.told[input] === 0)],
      likelihood: short.likelihood,
      severity: severityDetail(model, facts, answers, numbers.floorBits),
      priority: short.priority,
      state: short.state,
      caseForAction: short.caseForAction,
      concerns,
      recruitment: recruitmentReading(part, facts, answers),
      workKind: part.work.kind,
    };
    const contributions = buildContributions({
      model,
      part,
      facts,
      answers,
      state,
      weights,
      ...numbers,
      floor: floors[0] ?? null,
    });
    if (short.score === null)
      return {
        ...common,
        kind: "not-enough-evidence",
        residual: null,
        band: null,
        between: null,
        contributions: contributions.filter((line) => line.kind === "indicator"),
      };
    return {
      ...common,
      kind: "scored",
      residual: short.score,
      band: short.band,
      between: short.between,
      contributions,
    };
  };

  const spans = (facts: SupplierFacts): EngineSpans => {
    const part = contexts.part(facts);
    const answers = readAnswers(facts.recruitment, facts.workforce, part.used.country);
    const state = evaluate(answers, part.work);
    const sign = part.sector.dimension.inputs.find((input) => input.indicator.id === "boughtSign");
    if (!sign) throw new Error(`Model ${model.id} has no indicator boughtSign`);
    return {
      level: part.level,
      weights: w,
      country: part.country.span,
      sector: part.sector.dimension.span,
      recruitment: {
        value: state.value,
        plausibleLow: state.plausibleLow,
        plausibleHigh: state.plausibleHigh,
        possibleLow: state.possibleLow,
        possibleHigh: state.possibleHigh,
      },
      sign: { ...sign.span, weight: sign.indicator.weight },
      inputs: RECRUITMENT_INPUTS.slice(0, EXPOSED).map((id, input) => ({
        id,
        open: state.highOf[input]! > state.lowOf[input]!,
        lowGain: state.lowFactor * weights[input]! * (state.residualOf[input]! - state.lowOf[input]!),
        highGain: state.highFactor * weights[input]! * (state.highOf[input]! - state.residualOf[input]!),
      })),
      missing: part.missing,
      originOpen: part.used.originOpen,
    };
  };

  return { model: model.id, dataDate: model.dataDate, assess, score, spans };
}
