import type { CpvKind } from "../categories/cpv-search";
import type { MeasureId, NeverId, Stage } from "../categories/measures";
import type { Missing, Regime, Trait } from "../categories/words";
import type { Key, Keys } from "./keys";

// Maps for keys of a category's assessment that depend on a word of a closed list.

export const cpvKindKey = {
  supplies: "category.what.kind.supplies",
  services: "category.what.kind.services",
  works: "category.what.kind.works",
} as const satisfies Keys<CpvKind>;

export const regimeKey = {
  eu: "category.buyer.regimeOf.eu",
  uk: "category.buyer.regimeOf.uk",
  other: "category.buyer.regimeOf.other",
} as const satisfies Keys<Regime>;

export const missingKey = {
  title: "category.missing.name",
  codes: "category.missing.codes",
  origin: "category.missing.origin",
  place: "category.missing.place",
  buyer: "category.missing.buyer",
  regime: "category.missing.regime",
  tooManyCodes: "category.missing.tooManyCodes",
  tooManyPlaces: "category.missing.tooManyPlaces",
} as const satisfies Keys<Missing>;

export const stageOfTenderKey = {
  specification: "category.stage.specification",
  selection: "category.stage.selection",
  award: "category.stage.award",
  performance: "category.stage.performance",
  reporting: "category.stage.reporting",
} as const satisfies Keys<Stage>;

export const traitKey = {
  always: "category.trait.always",
  "state-imposed": "category.trait.stateImposed",
  "listed-origin": "category.trait.listedOrigin",
  "origin-open": "category.trait.originOpen",
  "listed-material": "category.trait.listedMaterial",
  "labour-provider": "category.trait.labourProvider",
  "labour-heavy": "category.trait.labourHeavy",
  "labour-intensive": "category.trait.labourIntensive",
  "work-performed": "category.trait.workPerformed",
  goods: "category.trait.goods",
  "reaches-high": "category.trait.reachesHigh",
} as const satisfies Keys<Trait>;

interface MeasureKeys {
  readonly title: Key;
  readonly text: Key;
  readonly check: Key;
}
const of = <const Id extends MeasureId>(id: Id): MeasureKeys => ({
  title: `measure.${id}.title`,
  text: `measure.${id}.text`,
  check: `measure.${id}.check`,
});

/** Title, wording and way to check of a measure. */
export const measureKeys = (id: MeasureId): MeasureKeys => of(id);

/** What must not go into a tender. */
export const neverKey = (id: NeverId): Key => `never.${id}`;
