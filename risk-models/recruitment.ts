/**
 * The recruitment dimension. Silence is worth the value of the setting, the same for all who are silent there. What is told
 * raises it where it is worse than the setting, and lowers it only as far as its proof allows:
 *
 *   inherent = max(setting, told)            residual = max(told, setting × (1 − bound of the proof))
 *
 * so that silence and bare denial never rank better than an honest disclosure up to the typical fee of the setting.
 * Country governance never enters here.
 */
import { DEBT, EXPOSED, INPUTS, RECRUITMENT_INPUTS } from "./answers";
import type { Answers } from "./answers";
import type { Setting, WorkSetting } from "./context";
import { indicatorOf } from "./model-file";
import type { RiskModel } from "./model-file";

/** The dimension of one supplier, all fractions. One object, reused between calls: copy what must outlive the next. */
export interface RecruitmentState {
  /** Per input, order of `RECRUITMENT_INPUTS`. */
  readonly inherentOf: Float64Array;
  readonly residualOf: Float64Array;
  /** What was told as it is read against the kind of work; undefined where nothing was told. */
  readonly readOf: Float64Array;
  /** Plausible ends of the residual per input. */
  readonly lowOf: Float64Array;
  readonly highOf: Float64Array;
  /** What `exposedWorkers` multiplies the other inputs' weighted ends by, on top of themselves. */
  lowFactor: number;
  highFactor: number;
  inherent: number;
  /** After controls. */
  value: number;
  plausibleLow: number;
  plausibleHigh: number;
  possibleLow: number;
  possibleHigh: number;
  /** Share of the weight that is told with proof. */
  coverage: number;
}

export function recruitmentReader(model: RiskModel) {
  const weights = Float64Array.from(RECRUITMENT_INPUTS, (id) => indicatorOf(model, id).weight);
  const exposedWeight = weights[EXPOSED]!;
  const restWeight = 1 - exposedWeight;
  const lowestShare = model.composition.lowestShare;
  const usual = model.disclosure?.usual ?? 0;
  const bareDenial = 1 - model.proof.bounds.statement;

  /**
   * What was told, read against the kind of work: up to the usual bad answer in proportion, so that it never counts more than a
   * bare denial does there; from there on in a straight line to the full value. A model without `disclosure` takes it as it is.
   */
  const asRead = (told: number, silent: Setting): number => {
    const denied = silent.median * bareDenial;
    if (denied >= usual) return told;
    return told <= usual ? (told * denied) / usual : denied + ((1 - denied) * (told - usual)) / (1 - usual);
  };

  const state: RecruitmentState = {
    inherentOf: new Float64Array(INPUTS),
    residualOf: new Float64Array(INPUTS),
    readOf: new Float64Array(INPUTS),
    lowOf: new Float64Array(INPUTS),
    highOf: new Float64Array(INPUTS),
    lowFactor: 1,
    highFactor: 1,
    inherent: 0,
    value: 0,
    plausibleLow: 0,
    plausibleHigh: 0,
    possibleLow: 0,
    possibleHigh: 0,
    coverage: 0,
  };

  const settings = Object.values(model.workKinds).map(({ silent }) => silent);
  const calmest = settings.reduce((least, one) => (one.median < least.median ? one : least));

  const evaluate = (answers: Answers, { kind, setting, debtSetting }: WorkSetting): RecruitmentState => {
    // Where the kind of work is not known, an answer may be read against any: the possible range holds them all.
    const open = kind === "unknown";
    let inherent = 0;
    let residual = 0;
    let plausibleLow = 0;
    let plausibleHigh = 0;
    let possibleLow = 0;
    let possibleHigh = 0;
    let coverage = 0;
    for (let input = 0; input < EXPOSED; input += 1) {
      const weight = weights[input]!;
      const silent = input === DEBT ? debtSetting : setting;
      const answer = answers.value[input]!;
      if (answer < 0) {
        const unknownCorridor = input === DEBT && answers.noStructuralData;
        state.inherentOf[input] = silent.median;
        state.residualOf[input] = silent.median;
        inherent += weight * silent.median;
        residual += weight * silent.median;
        state.lowOf[input] = unknownCorridor ? 0 : silent.p10;
        state.highOf[input] = unknownCorridor ? 1 : silent.p90;
        plausibleLow += weight * state.lowOf[input]!;
        plausibleHigh += weight * state.highOf[input]!;
        possibleHigh += weight;
        continue;
      }
      const told = asRead(answer, silent);
      state.readOf[input] = told;
      const kept = 1 - answers.bound[input]!;
      const before = Math.max(silent.median, told);
      const after = Math.max(told, silent.median * kept);
      state.inherentOf[input] = before;
      state.residualOf[input] = after;
      inherent += weight * before;
      residual += weight * after;
      state.lowOf[input] = Math.max(told, silent.p10 * kept);
      state.highOf[input] = Math.max(told, silent.p90 * kept);
      plausibleLow += weight * state.lowOf[input]!;
      plausibleHigh += weight * state.highOf[input]!;
      // At best every claimed repayment is true; the estimate from a cost gap may be wrong altogether.
      const claimed = input === DEBT ? Math.max(answers.claimedDebt, 0) : answer;
      const best = open ? claimed : asRead(claimed, silent);
      possibleLow += weight * (open ? asRead(claimed, calmest) : best);
      possibleHigh += weight * Math.max(open ? answer : told, best + (1 - best) * kept);
      if (answers.told[input] === 1) coverage += weight;
    }
    // Composition counts only times how people were recruited and tied.
    const share = answers.value[EXPOSED]!;
    const known = share >= 0;
    const kept = 1 - answers.bound[EXPOSED]!;
    const factor = known ? Math.max(share, kept) : 1;
    const part = exposedWeight / restWeight;
    state.readOf[EXPOSED] = share;
    state.inherentOf[EXPOSED] = (inherent / restWeight) * factor;
    state.residualOf[EXPOSED] = (residual / restWeight) * factor;
    state.inherent = inherent + part * inherent * factor;
    state.value = residual + part * residual * factor;
    state.lowFactor = 1 + part * (known ? factor : lowestShare);
    state.highFactor = 1 + part * factor;
    state.plausibleLow = plausibleLow * state.lowFactor;
    state.plausibleHigh = plausibleHigh * state.highFactor;
    state.possibleLow = possibleLow + part * possibleLow * (known ? share : 0);
    state.possibleHigh = possibleHigh + part * possibleHigh * (known ? share + (1 - share) * kept : 1);
    state.coverage = coverage + (answers.told[EXPOSED] === 1 ? exposedWeight : 0);
    return state;
  };

  return { evaluate, weights };
}
