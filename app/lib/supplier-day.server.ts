import { redirect } from "@remix-run/node";
import type { Database } from "../../db/database";
import { supplierNoOf } from "../../db/ids";
import { mergesAt, numbersBy, standingFor } from "../../db/queries/merges";
import { supplierHistory } from "../../db/queries/register";
import { idsOfSuppliers } from "../../db/queries/suppliers";
import { supplierAsOf, type SupplierAsOf } from "../services/readings/supplier-as-of.server";
import { dayOf } from "../services/scoring/assessor.server";
import { endOfDay, pastDayOf } from "./as-known-on";
import { onDay } from "./paths";
import { notFound, type WorkspaceScope } from "./scope.server";

/** A supplier on the past day that the address of one of its pages asks for. */
export interface SupplierDay {
  readonly day: string;
  readonly today: string;
  readonly end: Date;
  /** As the list of that day names it; where that is not known, as the last list that has it. */
  readonly name: string;
  /** The numbers it stood for then: its own, and those that had been merged into it. */
  readonly numbers: readonly number[];
  readonly asOf: SupplierAsOf;
}

/**
 * Null: the address asks for no past day. One that had been merged by then leads to what it had become, on the same day; one that
 * was merged later stands for itself.
 * @param to the same page of another supplier. @throws a redirect, or 404 where no list of the workspace tells of it.
 */
export async function supplierDay(
  request: Request,
  db: Database,
  scope: WorkspaceScope,
  id: string,
  to: (id: string) => string,
): Promise<SupplierDay | null> {
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  if (day === null) return null;
  const no = supplierNoOf(id);
  if (no === null) throw notFound();
  const end = endOfDay(day);
  const [asOf, merges] = await Promise.all([supplierAsOf(db, scope, id, day), mergesAt(db, scope, end)]);
  const became = standingFor(merges).get(no);
  if (!asOf.known && became !== undefined) {
    const ids = await idsOfSuppliers(db, scope, [no, became]);
    const next = ids.get(no) === id ? ids.get(became) : undefined;
    if (next !== undefined) throw redirect(onDay(to(next), day));
  }
  const name = asOf.known ? asOf.name : (await supplierHistory(db, scope, id, 1))[0]?.name;
  if (name === undefined) throw notFound();
  return { day, today, end, name, numbers: numbersBy(merges, no), asOf };
}

/** A page that is a form and no record has no past: one that is asked for leads to the supplier on that day. @throws the redirect. */
export function formOfToday(request: Request, supplier: string): void {
  const day = pastDayOf(request, dayOf(new Date()));
  if (day !== null) throw redirect(onDay(supplier, day));
}
