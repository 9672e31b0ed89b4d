/** Two models side by side: every figure that differs, by where it stands. Wording that gives reasons is not compared. */
import type { RiskModel } from "./model-file";

export const DIFF_SECTIONS = [
  "dates",
  "weights",
  "anchors",
  "answers",
  "errors",
  "signs",
  "silence",
  "proof",
  "practices",
  "floors",
  "bands",
  "likelihood",
  "severity",
  "priority",
  "references",
  "sources",
  "other",
] as const;
export type DiffSection = (typeof DIFF_SECTIONS)[number];

/** One difference. `before` and `after` are null where the model does not have it. */
export interface ModelChange {
  readonly section: DiffSection;
  /** What it is about, for example `tipTier` or `recruitment`. */
  readonly of: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Entries = readonly (readonly [section: DiffSection, of: string, value: unknown])[];

const entriesOf = (model: RiskModel): Entries => [
  ["dates", "effectiveFrom", model.effectiveFrom],
  ["dates", "dataDate", model.dataDate],
  ...Object.entries(model.dimensions).flatMap(([id, { weight, importance }]): Entries => [
    ["weights", `${id} (dimension)`, weight],
    ["weights", `${id} (meant to decide)`, importance ?? null],
  ]),
  ...model.indicators.flatMap(({ id, weight, anchors, answers, error, sources }): Entries => [
    ["weights", id, weight],
    ["anchors", id, anchors],
    ["answers", id, answers ?? null],
    ["errors", id, error ? { plausible: error.plausible, possible: error.possible } : null],
    ["sources", id, sources],
  ]),
  ...model.signs.map(({ id, value, low, high, known }) => ["signs", id, { value, low, high, known }] as const),
  ...Object.entries(model.workKinds).map(
    ([id, { isic, roles, silent, feesAreTheNorm }]) =>
      ["silence", id, { isic, roles, silent, feesAreTheNorm }] as const,
  ),
  ["silence", "typicalFeeMonths", model.typicalFeeMonths.value],
  ...Object.entries(model.destinationNorms).map(
    ([id, { months }]) => ["silence", `destination ${id}`, months] as const,
  ),
  ["silence", "answers up to this height are read in proportion to it", model.disclosure?.usual ?? null],
  ...Object.entries(model.proof.bounds).map(([id, bound]) => ["proof", id, bound] as const),
  ...model.practices.map(({ id, lowers, answers }) => ["practices", id, { lowers, answers }] as const),
  ...model.floors.map(({ id, height, scope, liftedBy }) => ["floors", id, { height, scope, liftedBy }] as const),
  ["bands", "raised", model.bands.raised],
  ["bands", "high", model.bands.high],
  ["likelihood", "from", model.likelihood.from],
  ["severity", "manyWorkers", model.severity.manyWorkers],
  ["severity", "severeMonths", model.severity.severeMonths],
  ["priority", "table", model.priority.table],
  ...Object.entries(model.referenceClasses).flatMap(([id, { all, groups, groupedBy }]): Entries => [
    ["references", `${id}, grouped by`, groupedBy],
    ["references", `${id}, all`, all],
    ...Object.entries(groups).map(([group, one]) => ["references", `${id}, ${group}`, one] as const),
  ]),
  ["other", "order of the power mean", model.aggregation.order],
  ["other", "sector known by its section only", numbersOf(model.sectorOnly)],
  ["other", "composition", numbersOf(model.composition)],
  ["other", "cost of a corridor entered by the user", numbersOf(model.corridorGap)],
];

const numbersOf = (entry: object) =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => typeof value === "number"));

/** What differs from `a` to `b`, in the order of `DIFF_SECTIONS`; empty when they score alike. */
export function diffModels(a: RiskModel, b: RiskModel): ModelChange[] {
  const keyOf = ([section, of]: Entries[number]) => `${section}\u0001${of}`;
  const [before, after] = [a, b].map((model) => new Map(entriesOf(model).map((entry) => [keyOf(entry), entry])));
  return [...new Set([...before!.keys(), ...after!.keys()])]
    .flatMap((key): ModelChange[] => {
      const [old, now] = [before!.get(key), after!.get(key)];
      const [section, of] = (now ?? old)!;
      const change = { section, of, before: old?.[2] ?? null, after: now?.[2] ?? null };
      return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
    })
    .sort((x, y) => DIFF_SECTIONS.indexOf(x.section) - DIFF_SECTIONS.indexOf(y.section));
}
