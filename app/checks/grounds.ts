/** Grounds on which a regime lets, or makes, a buyer exclude, and for how long. A list, a score, a country is none of them. Pure. */
import type { IsoDate } from "../../risk-models/types";
import type { Regime } from "../../db/schema/checks";
import { isDay } from "../screening/age";
import type { National } from "./steps";

/**
 * How long an exclusion may last: years from the final conviction or from the event (Directive, Article 57(7)), this procedure
 * alone, or as a provision that has to be named sets it, where the catalogue holds no period.
 */
export type Limit =
  | { readonly years: number; readonly from: "conviction" | "event" }
  | { readonly within: "procedure" | "named-provision" };

export interface Ground {
  readonly of: Regime | National;
  readonly article: string;
  /** A mandatory ground needs a conviction or decision that nobody can appeal any more. */
  readonly mandatory: boolean;
  readonly commitments: readonly string[];
  readonly limit: Limit;
}

const FIVE_FROM_CONVICTION: Limit = { years: 5, from: "conviction" };
const THREE_FROM_EVENT: Limit = { years: 3, from: "event" };

export const GROUNDS = {
  "eu57-1f": { of: "eu", article: "57(1)(f)", mandatory: true, commitments: ["EU-PPD-05", "EU-PPD-06", "EU-PPD-14"], limit: FIVE_FROM_CONVICTION },
  "eu57-4a": { of: "eu", article: "57(4)(a)", mandatory: false, commitments: ["EU-PPD-08", "EU-PPD-14"], limit: THREE_FROM_EVENT },
  "eu57-4c": { of: "eu", article: "57(4)(c)", mandatory: false, commitments: ["EU-PPD-09", "EU-PPD-14"], limit: THREE_FROM_EVENT },
  "eu57-4g": { of: "eu", article: "57(4)(g)", mandatory: false, commitments: ["EU-PPD-10", "EU-PPD-14"], limit: THREE_FROM_EVENT },
  "eu57-4h": { of: "eu", article: "57(4)(h)", mandatory: false, commitments: ["EU-PPD-11", "EU-PPD-14"], limit: THREE_FROM_EVENT },
  "eu56-1": { of: "eu", article: "56(1)", mandatory: false, commitments: ["EU-PPD-04"], limit: { within: "procedure" } },
  "eu69-3": { of: "eu", article: "69(3)", mandatory: false, commitments: ["EU-PPD-19"], limit: { within: "procedure" } },
  de123: { of: "de", article: "§ 123(1) no. 10 GWB", mandatory: true, commitments: ["DE-GWB-01", "DE-GWB-02"], limit: FIVE_FROM_CONVICTION },
  "de-lksg22": { of: "de", article: "§ 22 LkSG", mandatory: true, commitments: ["DE-LKSG-11"], limit: { years: 3, from: "conviction" } },
  fr2141: { of: "fr", article: "L. 2141-7-1", mandatory: false, commitments: ["FR-CCP-01"], limit: { within: "named-provision" } },
  "uk-s6": { of: "uk", article: "s. 57, Schedule 6", mandatory: true, commitments: ["GB-PA23-01"], limit: { within: "named-provision" } },
  "uk-s7-1": { of: "uk", article: "Schedule 7, para. 1", mandatory: false, commitments: ["GB-PA23-02"], limit: { within: "named-provision" } },
  "uk-s7-2": { of: "uk", article: "Schedule 7, paras. 2–3", mandatory: false, commitments: ["GB-PA23-03"], limit: { within: "named-provision" } },
  "uk-debarment": { of: "uk", article: "ss. 59–65", mandatory: false, commitments: ["GB-PA23-05"], limit: { within: "named-provision" } },
  other: { of: "other", article: "", mandatory: false, commitments: [], limit: { within: "named-provision" } },
} as const satisfies Readonly<Record<string, Ground>>; // prettier-ignore
export type GroundId = keyof typeof GROUNDS;
export const GROUND_IDS = Object.keys(GROUNDS) as [GroundId, ...GroundId[]];

/** The grounds of a procedure. */
export const groundsFor = (regime: Regime, national: readonly string[]): readonly GroundId[] =>
  GROUND_IDS.filter((id) => GROUNDS[id].of === regime || national.includes(GROUNDS[id].of));

/** The same day some years on; the last of February where there is none. @throws RangeError for what is no day. */
export function yearsAfter(day: IsoDate, years: number): IsoDate {
  if (!isDay(day)) throw new RangeError(`${day} is no day`);
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return isDay(later) ? later : `${later.slice(0, 8)}28`;
}

export interface GroundDates {
  /** The day on which the conviction or decision became final. */
  readonly convictionOn: IsoDate | null;
  /** The day of the relevant event. */
  readonly eventOn: IsoDate | null;
  /** The last day that the judgment itself sets; it goes before the law's period. */
  readonly setByJudgment: IsoDate | null;
}

/** The last day on which an exclusion may end; null where the catalogue sets none, or the day it runs from is missing. */
export function latestEnd(ground: GroundId, dates: GroundDates): IsoDate | null {
  const limit: Limit = GROUNDS[ground].limit;
  if ("within" in limit) return null;
  if (limit.from === "conviction") {
    if (dates.setByJudgment !== null) return dates.setByJudgment;
    return dates.convictionOn === null ? null : yearsAfter(dates.convictionOn, limit.years);
  }
  return dates.eventOn === null ? null : yearsAfter(dates.eventOn, limit.years);
}
