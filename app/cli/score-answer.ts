import { explain, iclsPair, iloIndicators, sourcesOf, whatWouldLower, whatWouldNarrow } from "../../risk-models";
import type { Assessment, Engine, SupplierFacts } from "../../risk-models/types";
import { catalogue as english } from "../i18n/en";
import { engineKey } from "../i18n/keys";
import { indicatorKey } from "../i18n/plan-keys";
import { createTranslator } from "../i18n/translator";
import { reference } from "../lib/reference.server";
import type { Ties } from "./score-ties";

/** The published shape of one answer; see docs/command-line.md. */
export function answerOf(id: string | number | null, a: Assessment, ties: Ties): Record<string, unknown> {
  const dimension = (name: "country" | "sector" | "recruitment") => ({
    score: a.dimensions[name].score,
    coverage: a.dimensions[name].coverage,
  });
  return {
    id,
    kind: a.kind,
    level: a.level,
    score: a.residual,
    band: a.band,
    between: a.between,
    range: { plausible: a.plausible, possible: a.possible },
    coverage: a.coverage,
    dimensions: { country: dimension("country"), sector: dimension("sector"), recruitment: dimension("recruitment") },
    inherent: a.inherent,
    controls: a.controls,
    likelihood: a.likelihood,
    severity: a.severity,
    priority: a.priority,
    ties,
    countryUsed: a.countryUsed,
    floors: a.floors,
    contributions: a.contributions.map(
      ({ kind, dimension: of, indicator, value, unit, year, source, basis, normalised, weight, points }) => ({
        kind,
        dimension: of,
        indicator,
        value,
        unit,
        year,
        source,
        basis,
        normalised,
        weight,
        points,
      }),
    ),
    missing: a.missing,
    concerns: a.concerns,
    caseForAction: a.caseForAction,
    state: a.state,
    asOf: a.asOf,
    model: { id: a.model, dataDate: reference().riskDate, dataHash: reference().riskHash },
    ...(a.released && { released: a.released }),
  };
}

let translator: ReturnType<typeof createTranslator> | undefined;

/**
 * What `--explain` adds: reasons in words, what to ask first, what would lower the risk, the sources with their addresses; what
 * was told as the ILO's 11 indicators and as the two sides of the ICLS guidelines.
 */
export function explanationOf(engine: Engine, facts: SupplierFacts, a: Assessment): Record<string, unknown> {
  translator ??= createTranslator("en", english);
  const text = (key: string): string => translator!.t(engineKey(key)) as string;
  const sources = new Map(
    [...a.contributions, ...a.floors, ...a.concerns]
      .flatMap((line) => sourcesOf(line, reference().risk().sources))
      .map((source) => [source.id, source]),
  );
  return {
    reasons: explain(a).map(({ key, points, kind, values }) => ({ key, text: text(key), points, kind, values })),
    ask: whatWouldNarrow(engine, facts).map(({ question, key, narrows }) => ({ question, text: text(key), narrows })),
    change: whatWouldLower(engine, facts).map(({ change, key, lowers, score }) => ({
      change,
      text: text(key),
      lowers,
      score,
    })),
    concerns: a.concerns.map(({ key, values }) => ({ key, text: translator!.t(engineKey(`concern.${key}`), values) })),
    ilo11: iloIndicators(facts).map(({ id, ...reading }) => ({
      id,
      text: translator!.t(indicatorKey[id]),
      ...reading,
    })),
    iclsPair: iclsPair(facts),
    sources: [...sources.values()],
  };
}
