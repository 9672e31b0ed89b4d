/** What the decisions about actions, repayments and suppliers share: whom they are about, who is the second person, who was faster. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { membersOf } from "../../../db/queries/accounts";
import { publishedGeneration } from "../../../db/queries/generations";
import { supplierNoOf } from "../../../db/ids";
import { mergesInForce, standingFor } from "../../../db/queries/merges";
import { linesOf } from "../../../db/queries/register";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";

/** A trimmed text of at most so many characters. */
export const words = (most: number) => z.string().trim().max(most);
export const needed = (most: number) => words(most).min(1);
export const Day = z.iso.date();
/** Whole ten-thousandths of a currency unit. */
export const AmountText = z.string().regex(/^\d{1,20}$/u);

/** The supplier of the list that is shown, as a record keeps it; of one that was merged away, the one it became. @throws Problem `remedy.supplier` (404). */
export async function supplierOf(db: Database, scope: Scope, supplierId: string): Promise<SupplierHere> {
  const found = (await suppliersOf(db, scope, [supplierId])).get(supplierId);
  if (!found) throw new Problem("remedy.supplier", "There is no such supplier in the list that is shown.", {}, 404);
  return found;
}

/** A supplier of the list that is shown, as a record keeps it. */
export interface SupplierHere {
  readonly supplierNo: number;
  readonly supplierId: string;
  readonly supplierName: string;
}

/** Those of these suppliers that the list shown has, by the id given, in as many queries for one as for many; of one merged away the one it became. */
export async function suppliersOf(
  db: Database,
  scope: Scope,
  given: readonly string[],
): Promise<ReadonlyMap<string, SupplierHere>> {
  const generation = await publishedGeneration(db, scope);
  const asked = given.flatMap((id) => {
    const no = supplierNoOf(id);
    return no === null ? [] : [{ id, no }];
  });
  if (generation === null || asked.length === 0) return new Map();
  const into = standingFor(await mergesInForce(db, scope));
  const shown = asked.map(({ id, no }) => ({ id, no, into: into.get(no) ?? no }));
  const ids = await idsOfSuppliers(db, scope, [...new Set(shown.flatMap((one) => [one.no, one.into]))]);
  const lines = await linesOf(db, scope, generation, [...new Set(shown.map((one) => one.into))]);
  const byNo = new Map(lines.map((line) => [line.supplierNo, line]));
  return new Map(
    shown.flatMap(({ id, no, into: standing }) => {
      const line = ids.get(no) === id ? byNo.get(standing) : undefined;
      return line ? [[id, { supplierNo: line.supplierNo, supplierId: line.id, supplierName: line.name }] as const] : [];
    }),
  );
}

/** Members who may be named as owners, and who may confirm what another one did. */
export async function followUpMembers(db: Database, scope: Scope) {
  const members = await membersOf(db, scope);
  return members
    .filter(({ role }) => can(role, "action:verify"))
    .map(({ userId, name, role }) => ({ userId, name, role }));
}

/** @throws Problem `remedy.owner` (422): not a member who may follow up here. */
export async function checkOwner(db: Database, scope: Scope, ownerId: string): Promise<void> {
  if ((await followUpMembers(db, scope)).some(({ userId }) => userId === ownerId)) return;
  throw new Problem("remedy.owner", "Choose an owner among the members who may follow up in this workspace.", {}, 422);
}

/** @throws Problem `remedy.day-ahead` (422). */
export function checkPast(day: string, today: string): void {
  if (day > today)
    throw new Problem("remedy.day-ahead", "The day lies ahead. Say what has happened, not what will.", {}, 422);
}

export const unfit = (): Problem =>
  new Problem("remedy.unfit", "Something is missing in this form, or cannot stand there.", {}, 422);

/** The input as it may be kept. @throws Problem `remedy.unfit` (422). */
export function fit<T>(shape: z.ZodType<T>, given: unknown): T {
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw unfit();
  return parsed.data;
}

export const asChanged = (): Problem =>
  new Problem(
    "remedy.changed",
    "Somebody changed this while you looked at it. Nothing of yours was saved: compare it with what stands there now.",
    {},
    409,
  );

/** For `catch`: a write that met a row which is not as it was read. @throws Problem `remedy.changed` (409). */
export const orChanged = (error: unknown): never => {
  throw isStaleWrite(error) ? asChanged() : error;
};
