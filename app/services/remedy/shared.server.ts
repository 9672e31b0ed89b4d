/** What the decisions about actions, repayments and suppliers share: whom they are about, who is the second person, who was faster. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { membersOf } from "../../../db/queries/accounts";
import { publishedGeneration } from "../../../db/queries/generations";
import { findSupplier } from "../../../db/queries/register";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { becameOf } from "../screening/merged-suppliers.server";

/** A trimmed text of at most so many characters. */
export const words = (most: number) => z.string().trim().max(most);
export const needed = (most: number) => words(most).min(1);
export const Day = z.iso.date();
/** Whole ten-thousandths of a currency unit. */
export const AmountText = z.string().regex(/^\d{1,20}$/u);

/** The supplier of the list that is shown, as a record keeps it; of one that was merged away, the one it became. @throws Problem `remedy.supplier` (404). */
export async function supplierOf(db: Database, scope: Scope, supplierId: string) {
  const generation = await publishedGeneration(db, scope);
  const id = (await becameOf(db, scope, supplierId)) ?? supplierId;
  const line = generation === null ? null : await findSupplier(db, scope, id, generation);
  if (!line) throw new Problem("remedy.supplier", "There is no such supplier in the list that is shown.", {}, 404);
  return { supplierNo: line.supplierNo, supplierId: line.id, supplierName: line.name };
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
