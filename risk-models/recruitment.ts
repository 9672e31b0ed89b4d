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
import type { Setting } from "./context";
import { indicatorOf } from "./model-file";
import type { RiskModel } from "./model-file";

/** The dimension of one supplier, all fractions. One object, reused between calls: copy what must outlive the next. */
export interface RecruitmentState {
  /** Per input, order of `RECRUITMENT_INPUTS`. */
  readonly inherentOf: Float64Array;
  readonly residualOf: Float64Array;
  inherent: number;
  residual: number;
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
  const state: RecruitmentState = {
    inherentOf: new Float64Array(INPUTS),
    residualOf: new Float64Array(INPUTS),
    inherent: 0,
    residual: 0,
    plausibleLow: 0,
    plausibleHigh: 0,
    possibleLow: 0,
    possibleHigh: 0,
    coverage: 0,
  };

  const evaluate = (answers: Answers, setting: Setting, debtSetting: Setting): RecruitmentState => {
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
      const told = answers.value[input]!;
      if (told < 0) {
        const unknownCorridor = input === DEBT && answers.noStructuralData;
        state.inherentOf[input] = silent.median;
        state.residualOf[input] = silent.median;
        inherent += weight * silent.median;
        residual += weight * silent.median;
        plausibleLow += unknownCorridor ? 0 : weight * silent.p10;
        plausibleHigh += unknownCorridor ? weight : weight * silent.p90;
        possibleHigh += weight;
        continue;
      }
      const kept = 1 - answers.bound[input]!;
      const before = Math.max(silent.median, told);
      const after = Math.max(told, silent.median * kept);
      state.inherentOf[input] = before;
      state.residualOf[input] = after;
      inherent += weight * before;
      residual += weight * after;
      plausibleLow += weight * Math.max(told, silent.p10 * kept);
      plausibleHigh += weight * Math.max(told, silent.p90 * kept);
      possibleLow += weight * told;
      possibleHigh += weight * (told + (1 - told) * kept);
      if (answers.told[input] === 1) coverage += weight;
    }
    // Composition counts only times how people were recruited and tied.
    const share = answers.value[EXPOSED]!;
    const known = share >= 0;
    const kept = 1 - answers.bound[EXPOSED]!;
    const factor = known ? Math.max(share, kept) : 1;
    const part = exposedWeight / restWeight;
    state.inherentOf[EXPOSED] = (inherent / restWeight) * factor;
    state.residualOf[EXPOSED] = (residual / restWeight) * factor;
    state.inherent = inherent + part * inherent * factor;
    state.residual = residual + part * residual * factor;
    state.plausibleLow = plausibleLow + part * plausibleLow * (known ? factor : lowestShare);
    state.plausibleHigh = plausibleHigh + part * plausibleHigh * factor;
    state.possibleLow = possibleLow + part * possibleLow * (known ? share : 0);
    state.possibleHigh = possibleHigh + part * possibleHigh * (known ? share + (1 - share) * kept : 1);
    state.coverage = coverage + (answers.told[EXPOSED] === 1 ? exposedWeight : 0);
    return state;
  };

  return { evaluate, weights };
}
