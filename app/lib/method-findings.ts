/** From the results of a study to its questions and answers, what does not hold first. Pure; the words stand in the catalogues. */
import type { StudyReport } from "../../risk-models/study/report";
import { DIMENSIONS, type Dimension, type WorkKind } from "../../risk-models/types";

export type Verdict = "fails" | "notShown" | "untested" | "holds";
const ORDER: readonly Verdict[] = ["fails", "notShown", "untested", "holds"];

export type Question =
  | "worked"
  | "ordering"
  | "effects"
  | "between"
  | "income"
  | "providers"
  | "lifts"
  | "better"
  | "forward"
  | "laws"
  | "silence"
  | "near";

/** How much one dimension decides, over the test populations, as shares of the differences. */
export interface Effect {
  readonly dimension: Dimension;
  /** What the model says it is meant to decide. */
  readonly stated: number;
  readonly from: number;
  readonly to: number;
  /** Where it lies outside the bounds: below its weight, above it, or on both sides. */
  readonly is: "less" | "more" | "mixed";
}

export interface Finding {
  readonly id: Question;
  readonly verdict: Verdict;
  readonly effects?: readonly Effect[] | undefined;
  /** Kinds of work in which silence can rank better. */
  readonly kinds?: readonly WorkKind[] | undefined;
  readonly near?: { readonly tenth: number; readonly fifth: number } | undefined;
  readonly cases?: { readonly right: number; readonly all: number } | undefined;
  readonly countries?: readonly string[] | undefined;
  /** Constructions of ordinary companies with which it is not shown. */
  readonly constructions?: readonly string[] | undefined;
}

type Results = Pick<StudyReport, "cases" | "release" | "laws" | "knownCases" | "uncertainty">;

const holds = (condition: boolean): Verdict => (condition ? "holds" : "fails");

/** What each dimension that is outside its bounds somewhere decides. */
export function effectsOutside({ release }: Pick<Results, "release">): Effect[] {
  return DIMENSIONS.flatMap((dimension): Effect[] => {
    const all = release.populations.flatMap(({ mainEffects }) =>
      mainEffects.filter((effect) => effect.dimension === dimension),
    );
    const outside = all.filter((effect) => !effect.holds);
    if (outside.length === 0) return [];
    const shares = all.map(({ share }) => share);
    const less = outside.every(({ share, stated }) => share < stated);
    const more = outside.every(({ share, stated }) => share > stated);
    return [
      {
        dimension,
        stated: outside[0]!.stated,
        from: Math.min(...shares),
        to: Math.max(...shares),
        is: less ? "less" : more ? "more" : "mixed",
      },
    ];
  });
}

/** True where the country decides less than each of the other two in every population. */
export const countryDecidesLeast = ({ release }: Pick<Results, "release">): boolean =>
  release.populations.every(({ mainEffects }) => {
    const country = mainEffects.find(({ dimension }) => dimension === "country");
    return country !== undefined && mainEffects.every((one) => one === country || one.share > country.share);
  });

/** Every question the study asked, with its answer; what does not hold stands first. */
export function findingsOf(study: Results): Finding[] {
  const { cases, release, laws, knownCases, uncertainty } = study;
  const casesOf = (id: "worked" | "ordering"): Finding => {
    const { cases: all, disagreements } = cases[id];
    return { id, verdict: holds(disagreements.length === 0), cases: { right: all - disagreements.length, all } };
  };
  // The first ranking is the model's own.
  const lifts = knownCases.countries.flatMap(({ country, constructions }) =>
    constructions.map(({ construction, lifts: [own] }) => ({ country, construction, own: own! })),
  );
  const notShown = (id: "lifts" | "better", missing: readonly { construction: string }[]): Finding => ({
    id,
    verdict: lifts.length === 0 ? "untested" : missing.length === 0 ? "holds" : "notShown",
    countries: [...new Set(lifts.map(({ country }) => country))],
    constructions: [...new Set(missing.map(({ construction }) => construction))],
  });
  const effects = effectsOutside(study);
  const kinds = laws.disclosure
    .filter(({ costsMoreThanSilenceFrom: silence, costsMoreThanDenialFrom: denial }) =>
      [silence, denial].some((months) => months !== null && months <= laws.typicalFeeMonths),
    )
    .map(({ kind }) => kind as WorkKind);
  const { shareAtMostTenth: tenth, shareAtMostFifth: fifth } = uncertainty.rankIntervals;
  const findings: Finding[] = [
    { id: "effects", verdict: holds(effects.length === 0), effects },
    { id: "silence", verdict: holds(kinds.length === 0), kinds },
    { id: "near", verdict: holds(tenth >= 1), near: { tenth, fifth } },
    { id: "laws", verdict: holds(laws.laws.every(({ broken }) => broken === 0)) },
    notShown(
      "better",
      lifts.filter(({ own }) => !((own.aboveListedGood?.interval[0] ?? 0) > 0)),
    ),
    notShown(
      "lifts",
      lifts.filter(({ own }) => !((own.interval[0] ?? 0) > 1)),
    ),
    { id: "between", verdict: holds(release.betweenCountriesHolds) },
    { id: "providers", verdict: holds(release.labourProviders.inLowest.length === 0) },
    { id: "income", verdict: holds(release.everyIncomeGroupInTopFifth) },
    // No version of the study has this test yet, whatever is loaded.
    { id: "forward", verdict: "untested" },
    casesOf("worked"),
    casesOf("ordering"),
  ];
  return findings.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}
