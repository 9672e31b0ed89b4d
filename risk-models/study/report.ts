/** The figures of a study as words a buyer understands. Made from `results.json` alone; what fails stands first. */
import { knownCasesWords } from "./report-known";
import type { StudyResults } from "./study";
import { listed, percent, tableOf, tenth, whole } from "./words";

/** What `results.json` holds. */
export interface StudyReport extends StudyResults {
  readonly model: { readonly id: string; readonly sha256: string; readonly casesSha256: string };
  readonly reference: { readonly dataDate: string; readonly hash: string };
  readonly plan: { readonly sha256: string };
  readonly settings: Readonly<Record<"draws" | "seed" | "resamples" | "sample" | "lawSuppliers", number>>;
}

const yes = (holds: boolean) => (holds ? "holds" : "**does not hold**");
const times = (count: number, word: string) => `${whole(count)} ${word}${count === 1 ? "" : "s"}`;

/** The whole README of a study. */
export function reportOf(report: StudyReport): string {
  const { model, reference, plan, settings } = report;
  return `# The study of model ${model.id}

Made by \`npm run model:study\` from [\`results.json\`](results.json); the [plan](PLAN.md) was committed before the first run. Nothing in the model
was changed after it. A score ranks where to look first. It is no probability and never a finding of forced labour, and nothing below makes it one.

## In short

${shortWords(report)}

${caseWords(report)}

${uncertaintyWords(report)}

${knownCasesWords(report.knownCases)}

## The 2024 list

${
  report.forwardTest2024.tested
    ? "The full 2024 edition is loaded, but this version of the study has no forward test: **not tested**."
    : `**Not tested.** The test would ask whether goods and countries that came onto the 2024 list stood high before. It needs the full edition (${report.forwardTest2024.goodsNeeded} goods); of it the tables hold ${report.forwardTest2024.goodsOfThatEdition}.`
}

${releaseWords(report)}

${lawWords(report)}

## What the data cannot show

- **Whether a score predicts forced labour.** Nobody publishes an even-handed sample of suppliers that were looked at. Lists hold those that someone inspected.
- **Whether the country dimension is right.** The known cases lie in one country; between countries there is nothing independent to test it with.
- **Whether the recruitment dimension is right.** No table holds recruitment facts of companies together with what was found there. Its values are judgement.
- **How real suppliers are spread.** No table holds companies or workers by sector. The populations are even grids.
- **Income groups of today.** The table holds those of fiscal year 2023; some countries have moved since.

## To run it again

\`npm run model:study\`; the same seed gives the same bytes.

${tableOf(
  ["what", "value"],
  [
    ["model.json, SHA-256", model.sha256],
    ["cases.json, SHA-256", model.casesSha256],
    ["PLAN.md, SHA-256", plan.sha256],
    ["reference data of", reference.dataDate],
    ["reference data, SHA-256 over the tables read", reference.hash],
    ["seed", String(settings.seed)],
    ["draws, resamples", `${whole(settings.draws)}, ${whole(settings.resamples)}`],
  ],
)}
`;
}

/** Kinds of work in which telling of a fee up to the typical one already counts more than silence or denial. */
const silenceRewarded = ({ disclosure, typicalFeeMonths }: StudyReport["laws"]): string[] =>
  disclosure
    .filter((one) =>
      [one.costsMoreThanSilenceFrom, one.costsMoreThanDenialFrom].some(
        (months) => months !== null && months <= typicalFeeMonths,
      ),
    )
    .map((one) => one.kind);

function shortWords({ cases, release, laws, forwardTest2024, knownCases }: StudyReport): string {
  const failing = release.populations.flatMap(({ population, mainEffects }) =>
    mainEffects.filter((one) => !one.holds).map((one) => `${one.dimension} (${population})`),
  );
  const broken = laws.laws.filter((law) => law.broken > 0);
  const rewarded = silenceRewarded(laws);
  const lifts = knownCases.countries.flatMap(({ country, constructions }) =>
    constructions.map(({ construction, lifts: [own] }) => {
      const against = own!.aboveListedGood!;
      const [low, high] = own!.interval as [number, number];
      return `${country}, against constructed companies (${construction}): lift ${tenth(own!.lift)} (${tenth(low)} to ${tenth(high)}); better than "listed good alone": ${against.interval[0]! > 0 ? "yes" : "**not shown**"}`;
    }),
  );
  const rows: [string, string][] = [
    [
      "worked cases",
      `${yes(cases.worked.disagreements.length === 0)}: ${cases.worked.cases - cases.worked.disagreements.length} of ${cases.worked.cases}`,
    ],
    [
      "ordering cases",
      `${yes(cases.ordering.disagreements.length === 0)}: ${cases.ordering.cases - cases.ordering.disagreements.length} of ${cases.ordering.cases}`,
    ],
    [
      "each dimension matters as much as its weight says, within 25 %",
      `${yes(release.mainEffectsHold)}${failing.length > 0 ? `: ${failing.join(", ")}` : ""}`,
    ],
    ["at most 60 % of the variance lies between countries", yes(release.betweenCountriesHolds)],
    ["every income group has suppliers in the top fifth", yes(release.everyIncomeGroupInTopFifth)],
    [
      "a silent labour provider is never in the lowest band, in any country",
      yes(release.labourProviders.inLowest.length === 0),
    ],
    ["known companies stand higher within their country", lifts.join("; ") || "**not tested**"],
    ["forward test on the 2024 list", forwardTest2024.tested ? "see below" : "**not tested**"],
    [
      "laws of the model",
      `${yes(broken.length === 0)}${broken.length > 0 ? `: ${broken.map((law) => law.law).join(", ")}` : ""}`,
    ],
    [
      "silence never ranks better than a told fee up to the typical one, in every kind of work",
      rewarded.length === 0 ? "holds" : `**does not hold** in ${listed(rewarded)}; see the laws`,
    ],
  ];
  return tableOf(["question", "answer"], rows);
}

function caseWords({ cases }: StudyReport): string {
  const lines = [
    ...cases.worked.disagreements.map((one) => `- ${one.id} ${one.title}: ${JSON.stringify(one.differs)}`),
    ...cases.ordering.disagreements.map((one) => `- ${one.id} ${one.because}: ${one.above} against ${one.below}`),
  ];
  return `## Worked and ordering cases

${times(cases.worked.cases, "worked case")} with the arithmetic written out, ${cases.ordering.cases} of the form "A must not rank below B, because …". ${lines.length === 0 ? "No disagreement. The cases were written by those who made the model: they show that it does what was meant, not that what was meant is right." : `Disagreements, not tuned away:\n\n${lines.join("\n")}`}`;
}

const CHOICE_WORDS: Readonly<Record<string, string>> = {
  "power-mean-3": "power mean of order 3 (released)",
  arithmetic: "arithmetic mean",
  "geometric-of-distance": "100 − geometric mean of (100 − x)",
  "class-median": "median of the class (released)",
  "median-of-all": "median of all",
  "from-the-span": "a value from the class's span",
  "upper-end": "the upper end of the span",
  none: "none beyond today's gaps (released)",
  "at-random": "15 % more, by chance",
  "depends-on-risk": "more, the riskier the oftener",
};

function uncertaintyWords({ uncertainty, settings }: StudyReport): string {
  const { rankIntervals, topFifth, rankShift, importance, followed } = uncertainty;
  const choices = (what: string, levels: readonly { level: string; rankShift: number; topFifthStays: number }[]) =>
    levels.map((one) => [
      what,
      CHOICE_WORDS[one.level] ?? one.level,
      percent(one.rankShift),
      percent(one.topFifthStays),
    ]);
  return `## How much ranks depend on choices

${whole(settings.draws)} draws change every weight by up to 25 %, every anchor, the judgement heights, how dimensions are put together, how blanks are filled and what is missing, all at
once, for ${uncertainty.suppliers} suppliers. The study reports what depends on what. It does not choose.

- Half of the suppliers keep their rank within a span of ${percent(rankIntervals.medianWidth)} of the list or less in 90 of 100 draws; one in ten moves over ${percent(rankIntervals.width90)} or more.
- ${percent(rankIntervals.shareAtMostTenth)} of suppliers have a span of at most a tenth of the list, ${percent(rankIntervals.shareAtMostFifth)} of at most a fifth. **Two suppliers near each other in the list are not in a known order.**
- Of the top fifth, ${percent(topFifth.stays)} stay in it on average, ${percent(topFifth.staysAtWorst5Percent)} in the worst 5 of 100 draws.

![Which choices move the ranks](importance.svg)

${tableOf(
  ["choice", "share of the variance of ranks"],
  [
    ...importance.groups.map((one) => [one.group, percent(one.share)]),
    ["several together, and chance", percent(importance.jointAndChance)],
  ],
)}

"Several together, and chance" holds what no single choice explains: choices that act together, the value drawn from a class's span, and which data happened to go missing.

The single factors that matter most: ${listed(importance.factors.slice(0, 5).map((one) => `${one.id} (${percent(one.share)})`))}.

${tableOf(
  ["choice", "as drawn", "mean shift of a rank", "of the top fifth stays"],
  [
    ...choices("putting dimensions together", rankShift.aggregation),
    ...choices("filling blanks and silence", rankShift.imputation),
    ...choices("missing data", rankShift.missingness),
  ],
)}

Each line is the mean over the draws with that choice; all other factors move too, so even the released choice shows a shift.

Ranks of the worked cases among the sample, 0 % = least risk, 100 % = most:

![Rank intervals of the worked cases](rank-intervals.svg)

${tableOf(
  ["case", "released", "5 to 95 % of the draws"],
  followed.map((one) => [one.name!, percent(one.released), `${percent(one.low)} to ${percent(one.high)}`]),
)}`;
}

function releaseWords({ release }: StudyReport): string {
  const { labourProviders: providers } = release;
  const low = release.populations.flatMap(({ population, mainEffects }) =>
    mainEffects.flatMap((one) => (one.holds ? [] : [{ population, more: one.share > one.stated, ...one }])),
  );
  const said = release.populations.flatMap(({ population }) => {
    const own = low.filter((one) => one.population === population);
    if (own.length === 0) return [];
    return [`${population}: ${listed(own.map((one) => `${one.dimension} matters ${one.more ? "more" : "less"}`))}`];
  });
  return `## Release conditions

**Does each dimension matter as much as the model says?** A weight of 30 % does not mean that a dimension decides 30 % of the order: that also depends on how far its values
spread. "Meant" is what the model file says a dimension should decide (its weight, where the file says nothing else). The share is what the dimension alone explains of the variance of scores, as
part of the sum of the three; "alone" is before it is shared.

${tableOf(
  ["population", "dimension", "weight", "meant", "share", "alone", "within 25 %"],
  release.populations.flatMap(({ population, mainEffects }) =>
    mainEffects.map((one) => [
      population,
      one.dimension,
      percent(one.weight),
      percent(one.stated),
      percent(one.share),
      percent(one.effect),
      one.holds ? "yes" : "**no**",
    ]),
  ),
)}

${
  low.length === 0
    ? "All hold."
    : `**This condition fails.** In words, against what the model file says: ${said.join("; ")}. For silent suppliers the value of recruitment follows from the kind of work, so that sector and recruitment move together and each explains part of the other. For makers of named goods the kind of work hardly varies, and whether a good is listed goes by country, so that the country explains more there. A buyer should read the weights as what enters the formula, not as how much each dimension decides in every list. The model was not changed after this run.\n\nWith the arithmetic mean in place of the power mean, the shares of the country dimension would be ${listed(release.populations.map(({ population, mainEffects }) => `${percent(mainEffects[0]!.shareWithArithmeticMean)} (${population})`))}.`
}

**Variance between countries** (at most 60 %): ${listed(release.populations.map((one) => `${one.population} ${percent(one.betweenCountries)}`))}. ${release.betweenCountriesHolds ? "Holds: the score is not a country ranking in disguise." : "**Does not hold.**"}

**Every income group in the top fifth** (groups of the World Bank, fiscal year 2023):

${tableOf(
  ["population", "income group", "suppliers", "of them in the top fifth"],
  release.populations.flatMap(({ population, topFifth }) =>
    topFifth.map((one) => [population, one.group, whole(one.suppliers), percent(one.shareInTopFifth)]),
  ),
)}

${release.everyIncomeGroupInTopFifth ? "Every group has suppliers in the top fifth." : "**A group has none.**"}

**Labour providers with unknown recruitment.** ${whole(providers.asked)} of them in ${providers.countries} countries, by role and by sector, by seat and by place of work: ${
    providers.inLowest.length === 0
      ? `none in the lowest band. The lowest score is ${tenth(providers.lowestScore)} (${providers.lowestIn}); ${providers.rangeTouchesLow === 0 ? "no printed range begins in the lowest band" : `${providers.rangeTouchesLow} print a range that begins in the lowest band`}.`
      : `**${providers.inLowest.length} in the lowest band or without a score**: ${providers.inLowest.map((one) => `${one.country} (${one.known})`).join(", ")}.`
  }`;
}

function lawWords({ laws }: StudyReport): string {
  const months = (value: number | null) => (value === null ? "never, up to 12" : `${tenth(value)}`);
  return `## Laws

${tableOf(
  ["law", "suppliers tried", "broken"],
  laws.laws.map((one) => [one.law, whole(one.tried), one.broken === 0 ? "0" : `**${whole(one.broken)}**`]),
)}

The same laws run as property tests of the newest model with every change of the code.${
    laws.laws.some((one) => one.broken > 0) ? " A broken law has to be mended in the next version of the model." : ""
  }

**Where telling costs more than silence.** From how many months of fees, told with a statement, the recruitment dimension is higher than for a supplier that says nothing, or that says "no fees":

${tableOf(
  ["kind of work", "worker-paid fees are the norm", "higher than silence from", "higher than denial from"],
  laws.disclosure.map((one) => [
    one.kind,
    one.feesAreTheNorm ? "yes" : "no",
    months(one.costsMoreThanSilenceFrom),
    months(one.costsMoreThanDenialFrom),
  ]),
)}

${
  silenceRewarded(laws).length === 0
    ? `An honest answer up to the typical fee (${tenth(laws.typicalFeeMonths)} months) never ranks a supplier above one that keeps silent or denies, in any kind of work. Above it more months count more, so that an extreme is not hidden. A buyer should not read silence as better, and should not punish the answer: how grave it is moves severity and the kind of help, not the search for another supplier.`
    : `Where fees are the norm, an honest answer up to the typical fee costs nothing, as the method asks. **Elsewhere it does** (${listed(silenceRewarded(laws))}): there a supplier that tells of a few months of fees ranks above one that keeps silent. A buyer should not read silence in such work as better, and should not punish the answer.`
}`;
}
