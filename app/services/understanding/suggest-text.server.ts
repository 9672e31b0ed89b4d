import type { AnyScope, Database } from "../../../db/database";
import { unresolvedOfGeneration } from "../../../db/queries/understanding";
import { textKey } from "../../groups/group-key";
import { nearest } from "../../groups/propose";
import type { TextKind } from "../../groups/unresolved-texts";
import type { Resolver } from "../../resolve/types";
import type { SumView } from "./choices.server";
import type { StoredDecision } from "./counted-list.server";

/** A country by its code and the name in the reader's language. */
export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

export interface TextChoice extends SumView {
  readonly kind: TextKind;
  readonly key: string;
  readonly text: string;
  /** A country or currency code, or null. */
  readonly suggestion: string | null;
}

/** Stems of currency words that say more than the table of exact words, folded. */
const CURRENCY_STEMS: readonly (readonly [code: string, stem: RegExp])[] = [
  ["EUR", /^eur|евро/],
  ["GBP", /pound|sterling|фунт/],
  ["USD", /dollar|доллар|^us$/],
  ["PLN", /zlot|злот/],
  ["CZK", /koru|крон/],
  ["CHF", /frank|franc|франк/],
  ["RUB", /rubl|рубл|^руб/],
  ["KZT", /tenge|тенге/],
  ["UAH", /hryv|гривн/],
  ["UZS", /sum|сум/],
  ["TRY", /lira|лир/],
  ["INR", /rupee|рупи/],
  ["CNY", /yuan|renminbi|юан/],
  ["JPY", /yen|иен/],
];

/** What a text could mean: the country it names somewhere or is misspelt from, the currency its word is of. Null: nothing is near. */
export function suggestText(
  kind: TextKind,
  text: string,
  resolver: Resolver,
  countries: readonly NamedCountry[],
): string | null {
  if (kind === "country") return resolver.countryInAddress(text)?.iso2 ?? nearest(text, countries);
  if (kind === "currency") return CURRENCY_STEMS.find(([, stem]) => stem.test(textKey(text)))?.[0] ?? null;
  return null;
}

/** Texts that no table knows and nobody has decided about, those with most rows first, at most `limit` of each kind. */
export async function textChoices(
  db: Database,
  scope: AnyScope,
  generation: number,
  asked: {
    readonly decisions: readonly StoredDecision[];
    readonly resolver: Resolver;
    readonly countries: readonly NamedCountry[];
    readonly limit: number;
  },
): Promise<TextChoice[]> {
  const decided = new Set(asked.decisions.map((one) => `${one.scope} ${one.key}`));
  const found: TextChoice[] = [];
  for (const kind of ["country", "sector", "currency"] as const) {
    const rows = await unresolvedOfGeneration(db, scope, generation, kind, asked.limit + decided.size);
    found.push(
      ...rows
        .filter(({ key }) => !decided.has(`text-${kind} ${key}`))
        .slice(0, asked.limit)
        .map(({ key, text, rows: count, amounts }) => ({
          kind,
          key,
          text,
          rows: count,
          amounts: JSON.parse(amounts) as Record<string, string>,
          suggestion: suggestText(kind, text, asked.resolver, asked.countries),
        })),
    );
  }
  return found;
}
