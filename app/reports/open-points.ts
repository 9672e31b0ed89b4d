/** What a draft still lacks, by who can tell it. Pure. */
import { emptyPoints, type Report } from "./model";
import { sectionOf } from "./report-keys";
import { statedPoints, type Template } from "./template";

export interface OpenPoints {
  /** Needed and empty, and for a person to write; in the order of the report. */
  readonly yours: readonly string[];
  /** So many are empty because nothing was told of the buyer's own ways of buying. */
  readonly demand: number;
  /** So many others are empty because no record tells them. */
  readonly records: number;
}

export function openPoints(report: Pick<Report, "sections" | "variant">, template: Template): OpenPoints {
  const empty = emptyPoints(report);
  const stated = statedPoints(template, report.variant);
  const computed = empty.filter(({ point }) => !stated.includes(point));
  const ofDemand = computed.filter(
    ({ section }) => sectionOf(template, report.variant, section).words === DEMAND_WORDS,
  );
  return {
    yours: empty.filter(({ point }) => stated.includes(point)).map(({ point }) => point),
    demand: ofDemand.length,
    records: computed.length - ofDemand.length,
  };
}

/** The sections of the demand annex are those whose words stand here. */
const DEMAND_WORDS = "reportDemand";
