import type { RegisterSort } from "../../db/schema/codes";

/** Columns of the supplier table that can be hidden. */
export const SUPPLIER_COLUMNS = [
  "priority",
  "level",
  "band",
  "score",
  "range",
  "coverage",
  "country",
  "sector",
  "role",
  "product",
  "amount",
  "rows",
  "number",
] as const;
export type SupplierColumn = (typeof SUPPLIER_COLUMNS)[number];

/** The orders a published list can be paged in. */
export type SupplierOrder = RegisterSort;

export const PAGE_SIZE = 50;

/** What the table can be filtered by, each by several values, named as in the address. */
export const FILTER_NAMES = ["band", "level", "country", "sector", "role"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
/** What stands for "not known" in the address. */
export const UNKNOWN = "unknown";
/** The form the boxes of rows belong to, and their name: the address of exactly these suppliers. */
export const CHOICE_FORM = "chosen";
export const CHOICE_NAME = "only";

/** The filter "stands like this supplier": its public id in the address. */
export const ALIKE_NAME = "alike";
/** Every part of an address that leaves suppliers out. */
export const NARROWING: readonly string[] = [...FILTER_NAMES, "q", CHOICE_NAME, ALIKE_NAME];

/** What of an address belongs to one page of the list, or to what was just done there. */
const PLACES: readonly string[] = ["after", "before", "did"];

/** The address without one value of a filter, at its first page. */
export function withoutValue(search: URLSearchParams, name: string, value: string): string {
  const next = new URLSearchParams();
  for (const [key, held] of search)
    if (!PLACES.includes(key) && !(key === name && held === value)) next.append(key, held);
  return next.toString();
}

/** What a saved view keeps of an address: everything but the place in the list, and the view's own name. */
export const viewQuery = (search: URLSearchParams): string =>
  new URLSearchParams(keptQuery(search, ["view"])).toString();

/** The address of the same table with something changed; `null` takes a part away. A change of what is shown starts at its first page. */
export function changedQuery(search: URLSearchParams, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search);
  for (const place of PLACES) next.delete(place);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}

/** The parts of the address a form keeps beside its own fields. */
export function keptQuery(search: URLSearchParams, own: readonly string[]): [name: string, value: string][] {
  return [...search].filter(([name, value]) => value !== "" && !own.includes(name) && !PLACES.includes(name));
}

/** Where each order starts: names from A, everything else from the most. */
export const naturalDirection = (sort: RegisterSort): "asc" | "desc" => (sort === "name" ? "asc" : "desc");
