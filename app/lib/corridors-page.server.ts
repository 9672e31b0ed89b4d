/** The page of corridors, fee rules and cost categories as plain values: the published tables beside the workspace's own rows. */
import type { Database, Scope } from "../../db/database";
import type { RiskReference } from "../../risk-models/reference-types";
import type { IsoDate } from "../../risk-models/types";
import {
  bearsOn,
  inForceRows,
  newestTotals,
  onCorridor,
  type OwnCorridor,
  type OwnFeeRule,
} from "../recruitment/corridors";
import { ownCorridors, ownFeeRules } from "../services/corridors/own-rows.server";
import { ownRowsThen } from "../services/corridors/own-rows-then.server";
import { keptData } from "../services/scoring/kept-data.server";
import { listOn } from "../services/trail/list-then.server";
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

const withSources =
  (risk: RiskReference) =>
  <T extends { readonly source: string }>({ source, ...rest }: T) => ({
    ...rest,
    sources: sourceNotes({ source }, risk),
  });

/** What the page says of corridors: the rows of the workspace, and the published tables it shows beside them. */
interface Told {
  readonly corridors: readonly OwnCorridor[];
  readonly rules: readonly OwnFeeRule[];
  /** Null: nothing tells which published tables stood there. */
  readonly risk: RiskReference | null;
}

export async function corridorsView(db: Database, scope: Scope, asked: CorridorAsked) {
  const told = {
    corridors: await ownCorridors(db, scope),
    rules: await ownFeeRules(db, scope),
    risk: reference().risk(),
  };
  return {
    ...viewOf(told, asked),
    categories: reference()
      .table("recruitment-cost-categories")
      .map(({ sourceId, ...row }) => ({ ...row, sources: sourceNotes({ source: sourceId.join(";") }) })),
  };
}
export type CorridorsView = Awaited<ReturnType<typeof corridorsView>>;

/**
 * The page as known at the end of a day (UTC). The published tables are those that the list of that day was scored with: without a
 * list that is kept nothing tells which edition stood there.
 */
export async function corridorsThen(db: Database, scope: Scope, asked: CorridorAsked, day: IsoDate) {
  const [{ untold, ...own }, list] = await Promise.all([ownRowsThen(db, scope, day), listOn(db, scope, day)]);
  const scored = list.is === "kept" ? list.list.generation : null;
  const data = scored && (await keptData(db, scored.dataHash));
  return {
    ...viewOf({ ...own, risk: data?.risk ?? null }, asked),
    untold,
    /** Day and hash of the published tables shown; null: none are. */
    published: data && { date: data.date, hash: data.hash },
  };
}

export type CorridorsThen = Awaited<ReturnType<typeof corridorsThen>>;

function viewOf(told: Told, { from, to }: CorridorAsked) {
  const { corridors: costs, rules, risk } = told;
  const isAsked = (country: string) => (from === null && to === null) || country === from || country === to;
  const isOwnAsked = (row: OwnCorridor) => bearsOn(row, from, to);
  return {
    from,
    to,
    own: { corridors: costs.filter(isOwnAsked), rules: rules.filter(({ country }) => isAsked(country)) },
    /** Rows of the workspace that the countries asked about leave out. */
    ownElsewhere:
      costs.filter((row) => !isOwnAsked(row)).length + rules.filter(({ country }) => !isAsked(country)).length,
    ownCount: costs.length + rules.length,
    figures: risk ? risk.corridors.filter((row) => bearsOn(row, from, to)).map(withSources(risk)) : [],
    rules: risk ? risk.feeRules.filter(({ country }) => isAsked(country)).map(withSources(risk)) : [],
    // Without the published tables nobody can say what was known of a corridor.
    answer: from !== null && to !== null && risk ? answerOf(from, to, { ...told, risk }) : null,
  };
}

/** What is known of one corridor in a word: as the risk engine reads the published tables, and by the workspace. */
function answerOf(
  from: string,
  to: string,
  { corridors: costs, rules, risk }: Told & { readonly risk: RiskReference },
) {
  const isExact = ({ destination }: { readonly destination: string | null }) => destination === null || destination === to; // prettier-ignore
  return {
    totals: newestTotals(costs, from, to),
    figures: risk.corridors.filter((row) => isExact(row) && bearsOn(row, from, to)).length,
    rules: risk.feeRules.filter(({ country }) => country === from || country === to).length,
    own:
      onCorridor(costs, from, to).length +
      inForceRows(rules).filter(({ country, side }) => country === (side === "origin" ? from : to)).length,
  };
}
