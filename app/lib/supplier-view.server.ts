import type { Database, Scope } from "../../db/database";
import { findView } from "../../db/queries/views";
import type { Shown } from "../services/register/export-shown.server";
import { SUPPLIER_COLUMNS, viewQuery, type SupplierColumn } from "./supplier-query";
import { askedHere, readSupplierQuery } from "./supplier-query.server";

/** The columns of the exported file that say what a column of the table shows. */
const HEADERS: Readonly<Record<SupplierColumn, readonly string[]>> = {
  priority: ["priority"],
  level: ["level"],
  band: ["band"],
  score: ["score"],
  range: ["plausible_low", "plausible_high"],
  coverage: ["coverage_supplier"],
  country: ["seat"],
  sector: ["isic"],
  role: ["role"],
  product: ["product"],
  amount: ["amounts"],
  rows: ["rows"],
  number: ["supplier_number"],
};

/** What the table shows at the address of this request, and the saved view it says it comes from. */
export async function shownBy(db: Database, scope: Scope, request: Request): Promise<Shown> {
  const search = new URL(request.url).searchParams;
  const query = readSupplierQuery(search);
  const viewId = search.get("view");
  const view = viewId === null ? null : await findView(db, scope, viewId);
  return {
    order: await askedHere(db, scope, query),
    headers: SUPPLIER_COLUMNS.filter((column) => !query.hidden.includes(column)).flatMap((column) => HEADERS[column]),
    query: viewQuery(search),
    view: view && { id: view.id, name: view.name },
  };
}
