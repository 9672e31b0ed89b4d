import type { Fraction } from "../../risk-models/types";
import type { TextIndex } from "./tables";
import type { TextReading } from "./text-reading";

/** How alike a text and a label must be, as twice the shared weight over the sum of both. */
const LIKENESS_FROM: Fraction = 0.72;
/** A likeness of 1 is the label itself; even then the label may be a narrower thing than the buyer meant. */
const CONFIDENCE_OF_LABEL: Fraction = 0.86;
/** Labels this near to the best one have their say. */
const NEAR_BEST: Fraction = 0.92;
/** The rarest words find the candidates; words of more labels than these add none. */
const MOST_CANDIDATES = 400;
const NO_GOODS: readonly string[] = [];

/** The weight of a word: rare words say more. `labels` is the number of labels, `holding` those the word stands in. */
export const weightOf = (labels: number, holding: number): number => Math.log(1 + labels / (1 + holding));

/** The labels of ISIC, NACE, CPV and HS nearest to the words, if near enough and agreed on a division. */
export function readLabels(index: TextIndex, stems: readonly string[]): TextReading | null {
  const distinct = [...new Set(stems)];
  let own = 0;
  const places: { readonly at: readonly number[]; readonly weight: number }[] = [];
  for (const stem of distinct) {
    const at = Object.hasOwn(index.stems, stem) ? index.stems[stem]! : null;
    own += weightOf(index.labels, at?.length ?? 0);
    if (at) places.push({ at, weight: weightOf(index.labels, at.length) });
  }
  places.sort((a, b) => a.at.length - b.at.length);
  const shared = new Map<number, number>();
  let candidates = 0;
  for (const { at, weight } of places) {
    const finding = candidates + at.length <= MOST_CANDIDATES || candidates === 0;
    if (finding) candidates += at.length;
    if (finding) for (const label of at) shared.set(label, (shared.get(label) ?? 0) + weight);
    else for (const label of at) if (shared.has(label)) shared.set(label, shared.get(label)! + weight);
  }
  let best = 0;
  const scores: [label: number, likeness: number][] = [];
  for (const [label, weight] of shared) {
    const likeness = (2 * weight) / (own + index.labelWeight[label]!);
    if (likeness < LIKENESS_FROM) continue;
    scores.push([label, likeness]);
    if (likeness > best) best = likeness;
  }
  if (best === 0) return null;
  const near = scores.filter(([, likeness]) => likeness >= best * NEAR_BEST).map(([label]) => index.labelIsic[label]!);
  const isic = commonCode(near);
  return isic === null ? null : { isic, goods: NO_GOODS, confidence: Math.min(1, best) * CONFIDENCE_OF_LABEL };
}

/** The longest code all agree on; null when not even the division is common. A shallower code does not contradict a deeper one. */
function commonCode(codes: readonly string[]): string | null {
  let common = codes[0] ?? "";
  for (const code of codes) {
    const length = Math.min(common.length, code.length);
    if (common.slice(0, length) === code.slice(0, length)) {
      if (code.length > common.length) common = code;
      continue;
    }
    let at = 0;
    while (at < length && common[at] === code[at]) at += 1;
    if (at < 2) return null;
    common = common.slice(0, at);
  }
  return common === "" ? null : common;
}
