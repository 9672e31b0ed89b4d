/** The only door to the risk engine. Read README.md first: what a score means and what it cannot say. */
export { createEngine } from "./engine";
export { compare } from "./compare";
export type { Comparison, Moved } from "./compare";
export {
  ASK_KEYS,
  CHANGE_IDS,
  CHANGE_KEYS,
  CONCERN_KEYS,
  entryOf,
  explain,
  FLOOR_KEYS,
  MISSING_KEYS,
  QUESTIONS,
  REASON_KEYS,
  reasonCode,
  sourcesOf,
  whatWouldLower,
  whatWouldNarrow,
  withChange,
} from "./explain";
export type { Ask, Change, ChangeId, Question, Reason } from "./explain";
export * from "./facts";
export { RiskModel, indicatorOf, variantModel } from "./model-file";
export { checkModel, hashFailures, inputCorrelations, LARGEST_CORRELATION } from "./model-checks";
export { diffModels } from "./model-diff";
export type { ModelChange } from "./model-diff";
export { MODEL_IDS, modelById, modelInForce, modelOrVariant, MODELS } from "./models/registry";
export {
  DERIVED_LIMIT,
  derivedFaults,
  derivedId,
  derivedModel,
  isDerived,
  limitsOf,
  percentsOf,
  releasedIdOf,
} from "./models/derived";
export type { DerivedFault, DimensionPercents } from "./models/derived";
export { engineOf } from "./models/engine-of";
export { countsMaterials, materialGood, materialsToAsk, productPaths } from "./chains";
export type { ListedPlace, PathStage, ProductPath } from "./chains";
export { buildRiskReference } from "./reference";
export { CHAIN_BASES } from "./reference-types";
export type * from "./reference-types";
export { computeReferenceClasses } from "./reference-classes";
export { divisionOf, sectionOf } from "./isic";
export { GAPS, gapsOf, levelOf, toldOfRecruitment } from "./levels";
export type { Gap, GapReading, LevelGrounds } from "./levels";
export { bandOf } from "./bands";
export { ICLS_SIGNS, iclsPair, ILO_INDICATORS, iloIndicators, INDICATOR_STATES } from "./ilo-indicators";
export type {
  IclsPair,
  IclsSign,
  IclsSignId,
  IloIndicatorId,
  IndicatorReading,
  IndicatorState,
  SignField,
} from "./ilo-indicators";
export { workKindOf } from "./sector";
export * from "./types";
