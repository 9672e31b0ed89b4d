/** Question 3 of a study in words. */
import type { StudyResults } from "./study";
import { listed, percent, tableOf, tenth, whole } from "./words";

type Known = StudyResults["knownCases"];
type Country = Known["countries"][number];

/** The section on known cases. */
export function knownCasesWords({ countries, customs, leftOut }: Known): string {
  return `## Known companies, within one country

Entries left out: ${listed(Object.entries(leftOut).map(([why, count]) => `${whole(count)} (${why})`))}. Only companies of a country with at least 30 that carry a sector are used: ${listed(countries.map(({ country }) => country))}.

${countries.map(countryWords).join("\n\n")}

### US Customs orders, apart

Descriptive only: no lift, no interval. What is ordered is read from the reason printed in the list by the same reader that reads a buyer's list; some readings are wrong, and ${customs.notRead} of ${customs.companies} could not be read at
all. Inputs of US authorities are off (${listed(customs.switchedOff.inputs)}, ${whole(customs.switchedOff.pairs)} rows of goods, ${customs.switchedOff.sectorSources} mentions of sectors). Among the 88 divisions of its own country the middle company stands at ${customs.medianPlace === null ? "no place" : percent(customs.medianPlace)}; ${percent(customs.shareInTopFifth)} stand in the top fifth. Many of these orders are old and concern prisons: the model does not aim at them.`;
}

function countryWords(known: Country): string {
  const { country, entries, companies, authorities, entriesByDivision, switchedOff, constructions } = known;
  const largest = entriesByDivision.slice(0, 8);
  const [first] = constructions;
  const top = first!.lifts[0]!.topDivisions;
  const outside = largest.filter(({ division }) => !top.whole.includes(division) && !top.inPart.includes(division));
  const rows = constructions.flatMap(({ construction, ordinary, lifts }) =>
    lifts.map((one) => [
      construction,
      whole(ordinary),
      one.ranking,
      percent(one.listedInTopFifth),
      `${tenth(one.lift)} (${tenth(one.interval[0]!)} to ${tenth(one.interval[1]!)})`,
      one.aboveListedGood === null
        ? ""
        : `${tenth(one.aboveListedGood.difference)} (${tenth(one.aboveListedGood.interval[0]!)} to ${tenth(one.aboveListedGood.interval[1]!)})`,
    ]),
  );
  const own = constructions.map(({ construction, lifts: [model, strict] }) => ({ construction, model, strict }));
  const shown = own.filter(({ model }) => model!.interval[0]! > 1);
  const notBetter = own
    .filter(({ model }) => !(model!.aboveListedGood!.interval[0]! > 0))
    .map((one) => one.construction);
  const strictNotBetter = own
    .filter(({ strict }) => !(strict!.aboveListedGood!.interval[0]! > 0))
    .map((one) => one.construction);
  const shares = own.map(({ model }) => model!.listedInTopFifth);
  return `### ${country}

${entries} entries of ${companies} companies on the register of: ${listed(authorities)}. Natural persons are left out of the tables on purpose: nothing is said about them. **All known cases with a sector are of this one country.** There the country dimension is the same for all, and no company
told anything: **this tests the sector side alone**, by division, without a product (the register names none).

Inputs by the same authority: ${switchedOff.inputs.length + switchedOff.pairs + switchedOff.sectorSources === 0 ? "there are none, so nothing had to be switched off" : listed(switchedOff.inputs)}. The US list of goods rests in part on inspections of that country, so a second run leaves it out.

**Ordinary companies could not be drawn from published sector structure**: no table holds the number of companies or workers by sector. Instead: _classification_, each class of ISIC is one company; _purchases_, each lowest CPV code is one purchase. Neither is a picture of the country's
companies. A lift of 1 is what chance gives; the interval comes from drawing the listed companies again.

${tableOf(["ordinary companies", "number", "ranked by", "listed in the top fifth", "lift", "above listed good alone"], rows)}

- ${shown.length === constructions.length ? "With either construction, companies on the register stand in the top fifth more often than these ordinary ones." : `**Not shown** that companies on the register stand higher, with ${listed(own.filter((one) => !shown.includes(one)).map((one) => one.construction))}.`} These are spread over sectors, not over real companies: against those the lift may be smaller or larger.
- The TIP tier alone tells nothing within a country: it is one value for all.
- Against "makes a good listed for this country" alone the model is ${notBetter.length === 0 ? "better with both constructions" : `**not shown to be better** with ${listed(notBetter)}`}${strictNotBetter.length === 0 ? ", also without the list of goods" : `; without the list of goods it is **not shown to be better** with ${listed(strictNotBetter)}`}.
- Break-even: in the top fifth are the divisions ${listed(top.whole)}, and of ${listed(top.inPart)} a part. If they hold ${percent(Math.min(...shares))} of all companies of the country, the lift is 1. Whoever has the business register can check it.
- Those who made the model knew which sectors such registers name. This is no blind test.

Entries by division: ${largest.map(({ division, entries: count }) => `${division} (${count})`).join(", ")}. ${outside.length === 0 ? "" : `**Outside the top fifth, though often on the register: ${listed(outside.map(({ division }) => division))}.**`}`;
}
