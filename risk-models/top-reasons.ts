/** The three strongest reasons of a score, for lists: the same points as the contributions, without building lines. */
import { cube, powerMean } from "./aggregate";
import { INPUTS, RECRUITMENT_INPUTS } from "./answers";
import type { Answers } from "./answers";
import type { ContextSide, ScoreContext } from "./context";
import type { RecruitmentState } from "./recruitment";
import { reasonNumber } from "./reasons";
import { FLOORS } from "./types";
import type { Fraction, Score } from "./types";

export interface ScoreNumbers {
  /** The inherent power mean as a fraction. */
  readonly inherentMean: Fraction;
  /** After controls, before floors. */
  readonly beforeFloor: Score;
  readonly score: Score;
  readonly floorBits: number;
}

/** @param weight of the recruitment dimension; `weights` of its inputs. @returns codes of the reasons, 0 = none. */
export function reasonsReader(weight: Fraction, weights: Float64Array) {
  const recruitmentReasons = Array.from(RECRUITMENT_INPUTS, (id) => reasonNumber(`reason.${id}`));
  const floorReasons = FLOORS.map((id) => reasonNumber(`reason.floor.${id}`));

  /** The strongest three so far, strongest first; the earlier one of equals stands first. */
  const codes = new Int32Array(3);
  const points = new Float64Array(3);
  const offer = (code: number, size: number) => {
    if (!(size > points[2]!)) return;
    let place = 2;
    while (place > 0 && size > points[place - 1]!) {
      points[place] = points[place - 1]!;
      codes[place] = codes[place - 1]!;
      place -= 1;
    }
    points[place] = size;
    codes[place] = code;
  };

  const offerSide = ({ value, reasonCodes, reasonShares }: ContextSide, sidePoints: number) => {
    const scale = value > 0 ? sidePoints / value : 0;
    for (let index = 0; index < reasonCodes.length; index += 1)
      offer(reasonCodes[index]!, reasonShares[index]! * scale);
  };

  /** The three strongest reasons: a floor that lifts first, then inputs by their points; recruitment not told counts as one. */
  return (
    { countrySide, sectorSide, work }: ScoreContext,
    answers: Answers,
    state: RecruitmentState,
    numbers: ScoreNumbers,
  ): [number, number, number] => {
    // Shapley values as in aggregate.ts; those of a dimension alone were worked out with the context.
    const va = countrySide.mean;
    const vb = sectorSide.mean;
    const a = countrySide.cubes.value;
    const b = sectorSide.cubes.value;
    const c = cube(weight, state.inherent);
    const vab = powerMean(a, b, 0);
    const vc = Math.cbrt(c);
    const vac = Math.cbrt(a + c);
    const vbc = Math.cbrt(b + c);
    const all = numbers.inherentMean;
    const countryPoints = va / 3 + (vab - vb + vac - vc) / 6 + (all - vbc) / 3;
    const sectorPoints = vb / 3 + (vab - va + vbc - vc) / 6 + (all - vac) / 3;
    const recruitmentPoints = vc / 3 + (vac - va + vbc - vb) / 6 + (all - vab) / 3;

    codes.fill(0);
    points.fill(0);
    offerSide(countrySide, countryPoints);
    offerSide(sectorSide, sectorPoints);
    const scale = state.inherent > 0 ? recruitmentPoints / state.inherent : 0;
    let blank = 0;
    for (let input = 0; input < INPUTS; input += 1) {
      const size = scale * weights[input]! * state.inherentOf[input]!;
      if (answers.value[input]! < 0) blank += size;
      else offer(recruitmentReasons[input]!, size);
    }
    offer(work.reason, blank);
    if (numbers.score <= numbers.beforeFloor) return [codes[0]!, codes[1]!, codes[2]!];
    return [floorReasons[31 - Math.clz32(numbers.floorBits & -numbers.floorBits)] ?? 0, codes[0]!, codes[1]!];
  };
}
