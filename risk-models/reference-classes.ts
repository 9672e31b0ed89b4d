/**
 * The classes that stand in for blanks of context inputs: median and 10–90 % span on the model's anchors, over the countries
 * (by UN sub-region) or the ISIC divisions (by section) of the reference tables, never over a list of suppliers. What this
 * function returns is written into `model.json`; a test computes it again.
 */
import { normalisedCountryInputs } from "./country";
import { DIVISIONS, sectionOf } from "./isic";
import { indicatorOf } from "./model-file";
import type { ReferenceClass, RiskModel } from "./model-file";
import { normalise, quantile } from "./normalise";
import type { RiskReference } from "./reference-types";
import { workKindOf } from "./sector";

/** A group with fewer members than this falls back to all. */
export const SMALLEST_CLASS = 5;
const SMALLEST_SECTION = 2;
const DIGITS = 1e4;

const rounded = (value: number) => Math.round(value * DIGITS) / DIGITS;

function classFrom(values: readonly number[]): ReferenceClass {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: rounded(quantile(sorted, 0.5)),
    p10: rounded(quantile(sorted, 0.1)),
    p90: rounded(quantile(sorted, 0.9)),
    n: sorted.length,
  };
}

function classes(
  entries: readonly (readonly [group: string, value: number])[],
  groupedBy: "subregion" | "section",
): RiskModel["referenceClasses"][string] {
  const byGroup = new Map<string, number[]>();
  for (const [group, value] of entries) {
    const values = byGroup.get(group) ?? [];
    byGroup.set(group, values);
    values.push(value);
  }
  const smallest = groupedBy === "section" ? SMALLEST_SECTION : SMALLEST_CLASS;
  const groups = [...byGroup].filter(([group, values]) => group !== "" && values.length >= smallest);
  return {
    all: classFrom(entries.map(([, value]) => value)),
    groups: Object.fromEntries(
      groups.sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, values]) => [group, classFrom(values)]),
    ),
    groupedBy,
  };
}

/** All classes of a model over a reference. The model's own `referenceClasses` are not read. */
export function computeReferenceClasses(model: RiskModel, reference: RiskReference): RiskModel["referenceClasses"] {
  const found: RiskModel["referenceClasses"] = {};
  for (const [id, values] of normalisedCountryInputs(model, reference))
    found[id] = classes(
      [...values].map(([country, value]) => [reference.countries[country]?.subregion ?? "", value] as const),
      "subregion",
    );
  const evidence = indicatorOf(model, "sectorEvidence");
  found["sectorEvidence"] = classes(
    DIVISIONS.map((division) => [
      sectionOf(division) ?? "",
      normalise(evidence.anchors, reference.sectorSources[division]?.sources.length ?? 0),
    ]),
    "section",
  );
  found["boughtSign"] = classes(
    DIVISIONS.map((division) => [sectionOf(division) ?? "", workSign(model, reference, division)]),
    "section",
  );
  return found;
}

/** Sign of a division when neither good nor origin is known. */
function workSign(model: RiskModel, reference: RiskReference, division: string): number {
  const height = (id: string) => model.signs.find((sign) => sign.id === id)?.value ?? 0;
  const kind = workKindOf(model)(division, "unknown");
  if (kind === "labour-provider") return height("labourProvider");
  if (kind === "labour-heavy-service") return height("labourHeavyService");
  if (sectionOf(division) === "G") return height("productUnknown");
  const listed = Object.values(reference.goods).some(
    (good) => good.isicDivision === division && Object.values(good.pairs).some((pair) => pair.forced),
  );
  return height(listed ? "sectorGoodForcedElsewhere" : "none");
}
