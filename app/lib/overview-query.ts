/** What the overview shows by country and by sector; the address says which. */
export const MEASURES = ["suppliers", "high", "spend"] as const;
export type Measure = (typeof MEASURES)[number];

/** What the address asks for under `name`, if it is one of `offered`; else the first of them. */
export function readMeasure(search: URLSearchParams, name: string, offered: readonly Measure[]): Measure {
  const asked = search.get(name);
  return offered.find((measure) => measure === asked) ?? offered[0] ?? "suppliers";
}
