/** Keys of the method's pages that depend on a word of a closed list. */
import type { Proof } from "../../risk-models/facts";
import type { Floor, WorkKind } from "../../risk-models/types";
import type { Effect, Question, Verdict } from "../lib/method-findings";
import type { VersionLine } from "../lib/method.server";
import type { Key, Keys } from "./keys";

export const questionKey = {
  worked: "methodStudy.q.worked",
  ordering: "methodStudy.q.ordering",
  effects: "methodStudy.q.effects",
  between: "methodStudy.q.between",
  income: "methodStudy.q.income",
  providers: "methodStudy.q.providers",
  lifts: "methodStudy.q.lifts",
  better: "methodStudy.q.better",
  forward: "methodStudy.q.forward",
  laws: "methodStudy.q.laws",
  silence: "methodStudy.q.silence",
  near: "methodStudy.q.near",
} as const satisfies Keys<Question>;

export const verdictKey = {
  holds: "methodStudy.holds",
  fails: "methodStudy.fails",
  untested: "methodStudy.untested",
  notShown: "methodStudy.notShown",
} as const satisfies Keys<Verdict>;

export const effectKey = {
  less: "methodStudy.effects.less",
  more: "methodStudy.effects.more",
  mixed: "methodStudy.effects.mixed",
} as const satisfies Keys<Effect["is"]>;

export const populationKey = {
  silent: "methodStudy.effects.populationOf.silent",
  answering: "methodStudy.effects.populationOf.answering",
  goods: "methodStudy.effects.populationOf.goods",
} as const;

export const groupKey = {
  low: "methodStudy.groups.groupOf.low",
  "lower middle": "methodStudy.groups.groupOf.lower middle",
  "upper middle": "methodStudy.groups.groupOf.upper middle",
  high: "methodStudy.groups.groupOf.high",
  "not known": "methodStudy.groups.groupOf.not known",
} as const;

export const constructionKey = {
  classification: "methodStudy.known.constructionOf.classification",
  purchases: "methodStudy.known.constructionOf.purchases",
} as const;

export const choiceKindKey = {
  aggregation: "methodStudy.ranks.kind.aggregation",
  imputation: "methodStudy.ranks.kind.imputation",
  missingness: "methodStudy.ranks.kind.missingness",
} as const;

export const levelOfChoiceKey = {
  "power-mean-3": "methodStudy.ranks.level.power-mean-3",
  arithmetic: "methodStudy.ranks.level.arithmetic",
  "geometric-of-distance": "methodStudy.ranks.level.geometric-of-distance",
  "class-median": "methodStudy.ranks.level.class-median",
  "median-of-all": "methodStudy.ranks.level.median-of-all",
  "from-the-span": "methodStudy.ranks.level.from-the-span",
  "upper-end": "methodStudy.ranks.level.upper-end",
  none: "methodStudy.ranks.level.none",
  "at-random": "methodStudy.ranks.level.at-random",
  "depends-on-risk": "methodStudy.ranks.level.depends-on-risk",
} as const;

export const kindNameKey = {
  "labour-provider": "method.kinds.name.labour-provider",
  "labour-heavy-service": "method.kinds.name.labour-heavy-service",
  "labour-intensive-production": "method.kinds.name.labour-intensive-production",
  "other-production": "method.kinds.name.other-production",
  "other-service": "method.kinds.name.other-service",
  unknown: "method.kinds.name.unknown",
} as const satisfies Keys<WorkKind>;

export const proofKey = {
  none: "method.proof.of.none",
  statement: "method.proof.of.statement",
  policy: "method.proof.of.policy",
  invoices: "method.proof.of.invoices",
  interviews: "method.proof.of.interviews",
  "confirmed-repayment": "method.proof.of.confirmed-repayment",
} as const satisfies Keys<Proof>;

export const scopeKey = {
  entity: "method.floors.scopeOf.entity",
  site: "method.floors.scopeOf.site",
  "product-line": "method.floors.scopeOf.product-line",
} as const satisfies Keys<Floor["scope"]>;

export const stateKey = {
  inForce: "method.state.inForce",
  notYet: "method.state.notYet",
  replaced: "method.state.replaced",
  variant: "method.state.variant",
} as const satisfies Keys<VersionLine["state"]>;

export const sourceListKey = {
  "sources-countries": "method.sources.list.sources-countries",
  "sources-sectors": "method.sources.list.sources-sectors",
  "sources-screening": "method.sources.list.sources-screening",
} as const;

/** The text for a word that may be one of a list: a study of a later model may bring words this version does not know. */
export const keyIn = (keys: Readonly<Record<string, Key>>, word: string): Key | null =>
  Object.hasOwn(keys, word) ? keys[word]! : null;
