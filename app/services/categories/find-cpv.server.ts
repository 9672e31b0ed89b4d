import type { CpvRow } from "../../categories/cpv-search";
import { searchCpv } from "../../categories/cpv-search";
import { reference } from "../../lib/reference.server";
import { cpv } from "./cpv.server";

/** Codes shown for one search, and codes of the same trade beside them. */
const SHOWN = 12;
const ALIKE = 6;
/** With so many found by all the words, nothing is offered beside them. */
const ENOUGH = 3;
/** From this confidence on the words name a trade. */
const CLEAR = 0.5;
const LEVELS = ["division", "group", "class", "category"];

let byIsic: ReadonlyMap<string, readonly CpvRow[]> | undefined;

/** Codes by the class or division of ISIC they belong to, broad ones first; made once a process. */
function tradeIndex(): ReadonlyMap<string, readonly CpvRow[]> {
  if (byIsic) return byIsic;
  const resolver = reference().resolver();
  const made = new Map<string, CpvRow[]>();
  for (const row of cpv().rows) {
    const isic = resolver.sector({ cpv: row.code })?.isic;
    if (isic) made.set(isic, [...(made.get(isic) ?? []), row]);
  }
  for (const rows of made.values()) rows.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  byIsic = made;
  return made;
}

/**
 * What the vocabulary has for words or a number. Where the labels have not all the words, or hardly any label has them,
 * codes of the trade that the words name come beside what was found: nobody says "computer equipment" for a laptop.
 */
export function findCpv(asked: string): { readonly found: readonly CpvRow[]; readonly alike: readonly CpvRow[] } {
  const { rows: found, whole } = searchCpv(cpv(), asked, SHOWN);
  const trade =
    (whole && found.length >= ENOUGH) || /\d{2}/u.test(asked)
      ? null
      : reference().resolver().sector({ product: asked });
  if (!trade || trade.confidence < CLEAR) return { found, alike: [] };
  const isics = [trade.isic, trade.isic.slice(0, 3), trade.isic.slice(0, 2)];
  const index = tradeIndex();
  const alike = [...new Set(isics.flatMap((isic) => index.get(isic) ?? []))];
  return { found, alike: alike.filter((row) => !found.includes(row)).slice(0, ALIKE) };
}
