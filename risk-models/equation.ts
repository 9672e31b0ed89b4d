/**
 * Equations of printed figures. Fractions are printed to 4 decimals, points to 2, figures of the model as they stand in its file.
 */
import { normalise } from "./normalise";
import type { Anchors } from "./normalise";

/** A number as it is printed: with exactly `digits` decimals, or as it stands (null). */
export interface Figure {
  readonly value: number;
  readonly digits: number | null;
}
/** What stands in an equation: a figure, or signs that are the same in every language. */
export type Token = string | Figure;
export interface Equation {
  readonly left: readonly Token[];
  readonly result: Figure;
}

const FRACTION_DIGITS = 4;
const POINT_DIGITS = 2;
export const fraction = (value: number): Figure => ({ value, digits: FRACTION_DIGITS });
export const points = (value: number): Figure => ({ value, digits: POINT_DIGITS });
export const exact = (value: number): Figure => ({ value, digits: null });
/** A raw value: whole numbers and months as they are, estimates to 4 decimals. */
export const raw = (value: number): Figure =>
  Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? exact(Math.round(value * 100) / 100) : fraction(value);

/** Tokens with a sign between each two. */
export const joined = (parts: readonly (readonly Token[])[], sign: string): Token[] =>
  parts.flatMap((part, at) => (at === 0 ? [...part] : [sign, ...part]));

/** The straight line between the anchors around a raw value, written out; null where it is flat or the value is an anchor. */
export function onAnchors(anchors: Anchors, value: number): Equation | null {
  const at = anchors.findIndex(([position]) => value <= position);
  if (at <= 0) return null;
  const [[x0, y0], [x1, y1]] = [anchors[at - 1]!, anchors[at]!];
  if (value === x1) return null;
  const less = (number: number): Token[] => (number < 0 ? ["(", exact(number), ")"] : [exact(number)]);
  return {
    left: [exact(y0), " + (", exact(y1), " − ", exact(y0), ") × (", raw(value), " − ", ...less(x0), ") ÷ (", exact(x1), " − ", ...less(x0), ")"], // prettier-ignore
    result: fraction(normalise(anchors, value)),
  };
}

/** Weighted sum of printed fractions. */
export const weighted = (
  lines: readonly { readonly weight: Figure; readonly value: Figure }[],
  value: number,
): Equation => ({
  left: joined(
    lines.filter(({ weight }) => weight.value > 0).map((line) => [line.weight, " × ", line.value]),
    " + ",
  ),
  result: fraction(value),
});
