import { z } from "zod";
import { REGISTER_SORTS, type RegisterSort } from "../../db/schema/codes";
import { BANDS, LEVELS } from "../../risk-models/types";

/** Columns of the supplier table that can be hidden, and those hidden until asked for. */
export const SUPPLIER_COLUMNS = ["level", "band", "score", "range", "coverage", "country", "sector", "product", "amount", "rows", "number"] as const;
export type SupplierColumn = (typeof SUPPLIER_COLUMNS)[number];
const HIDDEN_AT_FIRST: readonly SupplierColumn[] = ["coverage", "rows", "number"];

export const PAGE_SIZE = 50;

const Query = z.object({
  q: z.string().trim().max(200).catch(""),
  level: z.enum(LEVELS).nullable().catch(null),
  band: z.enum([...BANDS, "none"]).nullable().catch(null),
  /** ISO 3166-1 alpha-2; `unknown` stands for no country. */
  country: z
    .string()
    .regex(/^(?:[A-Z]{2}|unknown)$/u)
    .nullable()
    .catch(null),
  sort: z.enum(REGISTER_SORTS).catch("priority"),
  direction: z.enum(["asc", "desc"]).nullable().catch(null),
  after: z.string().max(20).nullable().catch(null),
  before: z.string().max(20).nullable().catch(null),
});

export interface SupplierQuery extends z.infer<typeof Query> {
  readonly hidden: readonly SupplierColumn[];
}

/** What the address of the supplier table asks for; what makes no sense in it is as if it were not there. */
export function readSupplierQuery(search: URLSearchParams): SupplierQuery {
  const given = Query.parse(Object.fromEntries(Object.keys(Query.shape).map((name) => [name, search.get(name) || null])));
  const shown = search.getAll("cols");
  const hidden = shown.length === 0 ? HIDDEN_AT_FIRST : SUPPLIER_COLUMNS.filter((column) => !shown.includes(column));
  return { ...given, hidden };
}

/** The address of the same table with something changed; `null` takes a part away. A change of what is shown starts at its first page. */
export function changedQuery(search: URLSearchParams, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search);
  for (const place of ["after", "before"]) next.delete(place);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}

/** The parts of the address a form keeps beside its own fields. */
export function keptQuery(search: URLSearchParams, own: readonly string[]): [name: string, value: string][] {
  return [...search].filter(([name, value]) => value !== "" && !own.includes(name) && name !== "after" && name !== "before");
}

/** Where each order starts: names from A, everything else from the most. */
export const naturalDirection = (sort: RegisterSort): "asc" | "desc" => (sort === "name" ? "asc" : "desc");
