import { z } from "zod";
import { REGISTER_SORTS } from "../../db/schema/codes";
import { BANDS, LEVELS } from "../../risk-models/types";
import { SUPPLIER_COLUMNS, type SupplierColumn } from "./supplier-query";

const HIDDEN_AT_FIRST: readonly SupplierColumn[] = ["coverage", "rows", "number"];

const Query = z.object({
  q: z.string().trim().max(200).catch(""),
  level: z.enum(LEVELS).nullable().catch(null),
  band: z
    .enum([...BANDS, "none"])
    .nullable()
    .catch(null),
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
  const given = Query.parse(
    Object.fromEntries(Object.keys(Query.shape).map((name) => [name, search.get(name) || null])),
  );
  const shown = search.getAll("cols");
  const hidden = shown.length === 0 ? HIDDEN_AT_FIRST : SUPPLIER_COLUMNS.filter((column) => !shown.includes(column));
  return { ...given, hidden };
}
