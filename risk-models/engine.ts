/** The engine: model and reference in, two functions out. `assess` and `score` share every number; only `assess` builds lines. */
import { arithmeticMean, plausibleHigh, plausibleLow, powerMean, shapley } from "./aggregate";
import type { Triple } from "./aggregate";
import { answersReader, EXPOSED, INPUTS, RECRUITMENT_INPUTS } from "./answers";
import type { Answers } from "./answers";
import { bandOf, between } from "./bands";
import { contextReader } from "./context";
import type { ContextPart } from "./context";
import { buildContributions } from "./contributions";
import type { RiskModel } from "./model-file";
import { recruitmentReader } from "./recruitment";
import type { RecruitmentState } from "./recruitment";
import { reasonNumber } from "./reasons";
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

/** Numbers of one supplier before any line is built. Scores 0 to 100. */
interface Numbers {
  level: Level;
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
  const contextOf = contextReader(model, reference);
  const { read: readAnswers, costGap } = answersReader(model, reference);
  const { evaluate, weights } = recruitmentReader(model);
  const w: Triple = [
    model.dimensions.country.weight,
    model.dimensions.sector.weight,
    model.dimensions.recruitment.weight,
  ];
  const floorEntries = new Map(model.floors.map((floor) => [floor.id, floor]));
  const recruitmentReasons = Array.from(RECRUITMENT_INPUTS, (id) => reasonNumber(`reason.${id}`));
  const floorReasons = FLOORS.map((id) => reasonNumber(`reason.floor.${id}`));

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

  const numbersOf = (part: ContextPart, facts: SupplierFacts, answers: Answers, state: RecruitmentState): Numbers => {
    const [c, s] = [part.country.span, part.sector.dimension.span];
    let { floorHeight, floorBits } = part;
    if (facts.findings && facts.findings.length > 0)
      for (const floor of findingFloors(facts)) {
        floorHeight = Math.max(floorHeight, floor.height);
        floorBits |= 1 << FLOORS.indexOf(floor.id);
      }
    let told = false;
    for (let input = 0; input < EXPOSED; input += 1) if (answers.told[input] === 1) told = true;
    const beforeFloor = 100 * powerMean(w, c.value, s.value, state.value);
    const lift = (score: number) => (score > floorHeight ? score : floorHeight);
    return {
      level: part.level === "indicative" && told ? "assessed" : part.level,
      inherent: 100 * powerMean(w, c.value, s.value, state.inherent),
      beforeFloor,
      score: lift(beforeFloor),
      plausibleLow: lift(100 * plausibleLow(w, c, s, state)),
      plausibleHigh: lift(100 * plausibleHigh(w, c, s, state)),
      possibleLow: lift(100 * powerMean(w, c.possibleLow, s.possibleLow, state.possibleLow)),
      possibleHigh: lift(100 * powerMean(w, c.possibleHigh, s.possibleHigh, state.possibleHigh)),
      floorHeight,
      floorBits,
    };
  };

  /** The three strongest reasons: a floor that lifts first, then inputs by their points; recruitment not told counts as one. */
  const topReasons = (
    part: ContextPart,
    answers: Answers,
    state: RecruitmentState,
    numbers: Numbers,
  ): [number, number, number] => {
    let [r1, r2, r3] = [0, 0, 0];
    let [p1, p2, p3] = [0, 0, 0];
    const offer = (reason: number, points: number) => {
      if (points <= p3) return;
      if (points > p1) [r3, p3, r2, p2, r1, p1] = [r2, p2, r1, p1, reason, points];
      else if (points > p2) [r3, p3, r2, p2] = [r2, p2, reason, points];
      else [r3, p3] = [reason, points];
    };
    if (numbers.score > numbers.beforeFloor)
      for (let bit = 0; bit < FLOORS.length; bit += 1)
        if (numbers.floorBits & (1 << bit)) {
          offer(floorReasons[bit]!, 1e3 - bit);
          break;
        }
    const x: Triple = [part.country.span.value, part.sector.dimension.span.value, state.inherent];
    const parts = shapley(w, x);
    for (const reason of part.reasons) {
      const dimension = reason.dimension === "country" ? 0 : 1;
      if (x[dimension] > 0) offer(reason.code, (100 * parts[dimension] * reason.share) / x[dimension]);
    }
    if (x[2] > 0) {
      const scale = (100 * parts[2]) / x[2];
      let blank = 0;
      for (let input = 0; input < INPUTS; input += 1) {
        const points = scale * weights[input]! * state.inherentOf[input]!;
        if (answers.value[input]! < 0) blank += points;
        else offer(recruitmentReasons[input]!, points);
      }
      if (blank > 0) offer(part.settingReason, blank);
    }
    return [r1, r2, r3];
  };

  const compact = (part: ContextPart, facts: SupplierFacts): CompactResult => {
    const answers = readAnswers(facts.recruitment, facts.workforce, part.used.country);
    const state = evaluate(answers, part.setting, part.debtSetting);
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
      country: part.used.country === null ? null : 100 * part.country.span.value,
      sector: part.sector.known ? 100 * part.sector.dimension.span.value : null,
      recruitment: part.workKind === "unknown" && state.coverage === 0 ? null : 100 * state.inherent,
      countryCoverage: part.country.coverage,
      sectorCoverage: part.sector.dimension.coverage,
      recruitmentCoverage: state.coverage,
      plausibleLow: numbers.plausibleLow,
      plausibleHigh: numbers.plausibleHigh,
      possibleLow: numbers.possibleLow,
      possibleHigh: numbers.possibleHigh,
      contextCoverage: part.contextCoverage,
      supplierCoverage: state.coverage,
      floorBits: numbers.floorBits,
      reasons: topReasons(part, answers, state, numbers),
      likelihood,
      severity,
      priority: priorityOf(model, severity, likelihood),
      state: stateOf(facts),
      caseForAction: signsForAction(answers) || (numbers.floorBits & 0b100) !== 0,
      workKind: part.workKind,
    };
  };

  const score = (facts: SupplierFacts): CompactResult => {
    const part = contextOf(facts);
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
    const part = contextOf(facts);
    const short = compact(part, facts);
    const answers = readAnswers(facts.recruitment, facts.workforce, part.used.country);
    const state = evaluate(answers, part.setting, part.debtSetting);
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
      workKind: part.workKind,
    };
    const contributions = buildContributions({
      model,
      w,
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
    const part = contextOf(facts);
    const answers = readAnswers(facts.recruitment, facts.workforce, part.used.country);
    const state = evaluate(answers, part.setting, part.debtSetting);
    const sign = part.sector.dimension.inputs.find((input) => input.indicator.id === "boughtSign");
    if (!sign) throw new Error(`Model ${model.id} has no indicator boughtSign`);
    return {
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
