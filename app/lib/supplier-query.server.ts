import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { supplierNoOf } from "../../db/ids";
import type { RegisterFilters, RegisterOrder } from "../../db/queries/register-page";
import { REGISTER_SORTS, ROLE_CODES } from "../../db/schema/codes";
import { BANDS, LEVELS } from "../../risk-models/types";
import { alikeFilter } from "../services/plan/alike-suppliers.server";
import type { Selection } from "../services/suppliers/select-suppliers.server";
import { CHOICE_NAME, SUPPLIER_COLUMNS, UNKNOWN, type SupplierColumn } from "./supplier-query";

const HIDDEN_AT_FIRST: readonly SupplierColumn[] = ["coverage", "rows", "number", "role"];
/** Values of one filter, and suppliers asked for one by one, that an address may name; the rest is as if not there. */
const MAX_VALUES = 60;
const MAX_CHOSEN = 500;

/** Values that make no sense are left out; each stands once. */
const several = <T extends string>(value: z.ZodType<T>) =>
  z.array(z.unknown()).transform((given): T[] => {
    const known = given.flatMap((one) => value.safeParse(one).data ?? []);
    return [...new Set(known)].slice(0, MAX_VALUES);
  });

const Query = z.object({
  q: z.string().trim().max(200).catch(""),
  sort: z.enum(REGISTER_SORTS).catch("priority"),
  direction: z.enum(["asc", "desc"]).nullable().catch(null),
  after: z.string().max(20).nullable().catch(null),
  before: z.string().max(20).nullable().catch(null),
  /** Public id of the supplier that all shown stand exactly like. */
  alike: z
    .string()
    .refine((id) => supplierNoOf(id) !== null)
    .nullable()
    .catch(null),
});

const Filters = z.object({
  level: several(z.enum(LEVELS)),
  band: several(z.enum([...BANDS, "none"])),
  /** ISO 3166-1 alpha-2; `unknown` stands for no country. */
  country: several(z.string().regex(/^(?:[A-Z]{2}|unknown)$/u)),
  /** Division of ISIC; `unknown` for none. */
  sector: several(z.string().regex(/^(?:\d{2}|[A-U]|unknown)$/u)),
  role: several(z.enum(ROLE_CODES)),
});

export interface SupplierQuery extends z.infer<typeof Query>, z.infer<typeof Filters> {
  /** Public ids of the suppliers asked for one by one; empty: all. */
  readonly only: readonly string[];
  readonly hidden: readonly SupplierColumn[];
}

/** What the address of the supplier table asks for; what makes no sense in it is as if it were not there. */
export function readSupplierQuery(search: URLSearchParams): SupplierQuery {
  const given = Query.parse(
    Object.fromEntries(Object.keys(Query.shape).map((name) => [name, search.get(name) || null])),
  );
  const filters = Filters.parse(
    Object.fromEntries(Object.keys(Filters.shape).map((name) => [name, search.getAll(name)])),
  );
  const chosen = search.getAll(CHOICE_NAME).flatMap((ids) => ids.split(","));
  const only = [...new Set(chosen)].filter((id) => supplierNoOf(id) !== null).slice(0, MAX_CHOSEN);
  const shown = search.getAll("cols");
  const hidden = shown.length === 0 ? HIDDEN_AT_FIRST : SUPPLIER_COLUMNS.filter((column) => !shown.includes(column));
  return { ...given, ...filters, only, hidden };
}

const blank = (values: readonly string[]) => values.map((value) => (value === UNKNOWN ? "" : value));

/** The suppliers an action is about: those the address names one by one, or, with `every`, all that its filters leave. */
export async function selectionOf(db: Database, scope: Scope, search: URLSearchParams): Promise<Selection> {
  const query = readSupplierQuery(search);
  if (!search.has("every")) return { ids: query.only };
  const { filters = {} } = await askedHere(db, scope, query);
  return { filters };
}

/** Filters and order as the page queries take them, with the name of the supplier that all shown stand like. */
export async function askedHere(
  db: Database,
  scope: Scope,
  query: SupplierQuery,
): Promise<RegisterOrder & { readonly alikeName?: string | null }> {
  const asked = askedOf(query);
  if (query.alike === null) return asked;
  const { name, nos } = await alikeFilter(db, scope, query.alike);
  return { ...asked, filters: { ...asked.filters, among: nos }, alikeName: name };
}

/** Filters and order but for who stands alike, which the list itself must be asked. */
export function askedOf({
  q,
  level,
  band,
  country,
  sector,
  role,
  only,
  sort,
  direction,
}: SupplierQuery): RegisterOrder {
  const filters: RegisterFilters = {
    q: q || undefined,
    level,
    band,
    country: blank(country),
    division: blank(sector),
    role,
    only: only.length > 0 ? only : undefined,
  };
  return { filters, sort, direction: direction ?? undefined };
}
