/** The colours of the style sheet, measured: WCAG 2.2 contrast of every pair that meets on a page, in both themes. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const read = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");

/** `--name: #rrggbb` of a piece of the style sheet. */
const coloursIn = (css: string): Map<string, string> =>
  new Map([...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = "", value = ""]) => [name, value]));

const [light = "", dark = ""] = read("tokens.css").split(/@variant dark/);
const THEMES = { light: coloursIn(light), dark: coloursIn(dark) };

/** Relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken"];
const WASHES = ["accent-wash", "note-wash", "low-wash", "raised-wash", "high-wash"];

/** What is read, and on which grounds. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: [...GROUNDS, ...WASHES],
  "ink-soft": [...GROUNDS, ...WASHES],
  accent: [...GROUNDS, "accent-wash"],
  "accent-strong": [...GROUNDS, "accent-wash"],
  "on-accent": ["accent", "accent-strong"],
  low: [...GROUNDS, "low-wash"],
  raised: [...GROUNDS, "raised-wash"],
  high: [...GROUNDS, "high-wash"],
  // The tooltip of a chart.
  surface: ["ink"],
};
/** What is seen: borders of controls, the focus ring, bars on their groove. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  "line-strong": GROUNDS,
  focus: [...GROUNDS, ...WASHES],
  accent: ["sunken"],
};

const pairs = (of: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(of).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

describe.each(Object.entries(THEMES))("in %s colours", (_, colours) => {
  const ratio = (front: string, ground: string) => contrast(colours.get(front) ?? "", colours.get(ground) ?? "");

  test.each(pairs(TEXT))("%s can be read on %s", (front, ground) => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(SHAPES))("%s can be seen on %s", (front, ground) => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(3);
  });
});

test("both themes have the same colours", () => {
  expect([...THEMES.dark.keys()].sort()).toEqual([...THEMES.light.keys()].sort());
});

test("the other style sheets take every colour from the tokens", () => {
  for (const name of ["app.css", "table.css", "overview.css"]) {
    // Paper is white when it is printed.
    const own = read(name).match(/#[0-9a-f]{3,8}\b(?=[;\s])/gi) ?? [];
    expect(own.filter((colour) => colour !== "#fff")).toEqual([]);
  }
});
