/** The page of corridors, fee rules and cost categories as plain values: the published tables beside the workspace's own rows. */
import type { Database, Scope } from "../../db/database";
import {
  bearsOn,
  inForceRows,
  newestTotals,
  onCorridor,
  type OwnCorridor,
  type OwnFeeRule,
} from "../recruitment/corridors";
import { ownCorridors, ownFeeRules } from "../services/corridors/own-rows.server";
import { sourceNotes } from "./line-origin.server";
import { reference } from "./reference.server";

/** Countries of origin and of work that the page is asked about; null: all. */
export interface CorridorAsked {
  readonly from: string | null;
  readonly to: string | null;
}

/** The countries of an address; what is no country code is not asked for. */
export function corridorAsked(searchParams: URLSearchParams): CorridorAsked {
  const country = (name: string) => /^[A-Z]{2}$/u.exec(searchParams.get(name) ?? "")?.[0] ?? null;
  return { from: country("from"), to: country("to") };
}

const withSources = <T extends { readonly source: string }>({ source, ...rest }: T) => ({
  ...rest,
  sources: sourceNotes({ source }),
});

export async function corridorsView(db: Database, scope: Scope, { from, to }: CorridorAsked) {
  const [costs, rules] = [await ownCorridors(db, scope), await ownFeeRules(db, scope)];
  const risk = reference().risk();
  const isAsked = (country: string) => (from === null && to === null) || country === from || country === to;
  const isOwnAsked = (row: OwnCorridor) => bearsOn(row, from, to);
  const figures = risk.corridors.filter((row) => bearsOn(row, from, to));
  const published = risk.feeRules.filter(({ country }) => isAsked(country));
  return {
    from,
    to,
    own: { corridors: costs.filter(isOwnAsked), rules: rules.filter(({ country }) => isAsked(country)) },
    /** Rows of the workspace that the countries asked about leave out. */
    ownElsewhere:
      costs.filter((row) => !isOwnAsked(row)).length + rules.filter(({ country }) => !isAsked(country)).length,
    ownCount: costs.length + rules.length,
    figures: figures.map(withSources),
    rules: published.map(withSources),
    categories: reference()
      .table("recruitment-cost-categories")
      .map(({ sourceId, ...row }) => ({ ...row, sources: sourceNotes({ source: sourceId.join(";") }) })),
    answer: from !== null && to !== null ? answerOf(from, to, costs, rules) : null,
  };
}
export type CorridorsView = Awaited<ReturnType<typeof corridorsView>>;

/** What is known of one corridor in a word: as the risk engine reads the published tables, and by the workspace. */
function answerOf(from: string, to: string, costs: readonly OwnCorridor[], rules: readonly OwnFeeRule[]) {
  const { corridors, feeRules } = reference().risk();
  const isExact = ({ destination }: { readonly destination: string | null }) => destination === null || destination === to; // prettier-ignore
  return {
    totals: newestTotals(costs, from, to),
    figures: corridors.filter((row) => isExact(row) && bearsOn(row, from, to)).length,
    rules: feeRules.filter(({ country }) => country === from || country === to).length,
    own:
      onCorridor(costs, from, to).length +
      inForceRows(rules).filter(({ country, side }) => country === (side === "origin" ? from : to)).length,
  };
}
