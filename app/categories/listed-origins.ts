/**
 * Where the goods of a code are listed with forced labour: what a page offers when it asks for origins. It says nothing of where a
 * buyer's goods come from, and is no guess of trade. Pure.
 */
import type { RiskReference } from "../../risk-models/reference-types";
import { inOrder, placeKey } from "./places";

export interface ListedGood {
  readonly good: string;
  /** `code`: the code names this good; `division`: the code is broader, the good is one of its division. */
  readonly by: "code" | "division";
  /** Countries and regions, in the order of their codes. */
  readonly places: readonly string[];
  /** Those of them under a programme of the State that names the good or the region. */
  readonly stateImposed: readonly string[];
  /** Newest year of the rows. */
  readonly year: number | null;
  /** Ids of sources, joined by ";". */
  readonly source: string;
}

function listedGood(good: string, by: ListedGood["by"], risk: RiskReference): ListedGood | null {
  const pairs = Object.entries(risk.goods[good]?.pairs ?? {}).filter(([, { forced }]) => forced);
  const programmes = risk.stateImposed.filter(
    (row) => row.acts && (row.good === good || (row.good === null && row.namedGoods.includes(good))),
  );
  if (pairs.length + programmes.length === 0) return null;
  const rows = [...pairs.map(([, row]) => row), ...programmes];
  const years = rows.flatMap(({ year }) => year ?? []);
  const stateImposed = inOrder(programmes.map(placeKey));
  return {
    good,
    by,
    places: inOrder([...pairs.map(([country]) => country), ...stateImposed]),
    stateImposed,
    year: years.length === 0 ? null : Math.max(...years),
    source: inOrder(rows.flatMap(({ source }) => source.split(";"))).join(";"),
  };
}

/** @param goods those the code names. @param isic of the code: its division's goods are offered where it names none. */
export function listedOrigins(goods: readonly string[], isic: string | null, risk: RiskReference): ListedGood[] {
  const named = goods.filter((good) => risk.goods[good]);
  const division = isic !== null && isic.length >= 2 ? isic.slice(0, 2) : null;
  const [by, asked] =
    named.length > 0
      ? (["code", named] as const)
      : (["division", Object.keys(risk.goods).filter((good) => risk.goods[good]!.isicDivision === division)] as const);
  return asked.flatMap((good) => listedGood(good, by, risk) ?? []).sort((a, b) => (a.good < b.good ? -1 : 1));
}
