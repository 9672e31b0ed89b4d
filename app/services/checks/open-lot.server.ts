import { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { findCategory } from "../../../db/queries/categories";
import { newId } from "../../../db/ids";
import { REGIMES } from "../../../db/schema/checks";
import { nationalOf, NATIONALS } from "../../checks/steps";
import { isDerived } from "../../../risk-models";
import { currencyCode } from "../../imports/currencies";
import { Problem } from "../../lib/problem";

const text = (most: number) => z.string().trim().max(most);
const optional = (most: number) => text(most).transform((given) => given || null).nullable(); // prettier-ignore

/** A lot as a person writes it. No regime is proposed: it is one of those named, and it has to be chosen. */
export const NewLot = z
  .strictObject({
    reference: text(100).min(1),
    name: text(200).min(1),
    buyer: text(200).min(1),
    subject: text(1000).min(1),
    cpv: z.union([z.literal("").transform(() => null), z.string().trim().regex(/^\d{8}(-\d)?$/u)]).nullable(), // prettier-ignore
    value: z.union([z.literal("").transform(() => null), z.string().trim().regex(/^\d{1,13}(\.\d{1,2})?$/u)]).nullable(), // prettier-ignore
    currency: z.union([z.literal("").transform(() => null), z.string().trim().toUpperCase().refine((code) => currencyCode(code) === code)]).nullable(), // prettier-ignore
    regime: z.enum(REGIMES),
    national: z.array(z.enum(NATIONALS as [string, ...string[]])).max(10),
    checklist: optional(300),
    categoryId: optional(60),
  })
  .refine(({ value, currency }) => value === null || currency !== null, { path: ["currency"] })
  .refine(({ regime, checklist }) => regime !== "other" || checklist !== null, { path: ["checklist"] });
export type NewLot = z.input<typeof NewLot>;

/**
 * Opens a lot of a procedure. A category assessment it joins was made with a released model.
 * @returns its id. @throws Problem `lot.unfit`, `lot.category-unknown`, `lot.derived-model` (422).
 */
export async function openLot(db: Database, scope: Scope, given: NewLot, now: Date): Promise<string> {
  const parsed = NewLot.safeParse(given);
  if (!parsed.success)
    throw new Problem("lot.unfit", "Something is missing in this lot, or cannot stand there. Correct the fields.", {}, 422); // prettier-ignore
  const lot = { ...parsed.data, national: nationalOf(parsed.data.regime, parsed.data.national) };
  if (lot.categoryId !== null) await requireReleased(db, scope, lot.categoryId);
  const id = newId(now);
  await db.commit(scope, event("lot.opened", { lotId: id, lot }), (q) => [
    q
      .insert(db.t.lots)
      .values({ id, workspaceNo: scope.workspaceNo, ...lot, stages: [], openedBy: scope.userId, openedAt: now }),
  ]);
  return id;
}

async function requireReleased(db: Database, scope: Scope, categoryId: string): Promise<void> {
  const category = await findCategory(db, scope, categoryId);
  if (!category)
    throw new Problem("lot.category-unknown", "There is no such category assessment in this workspace. Open the lot from the assessment’s page, or without one.", {}, 422); // prettier-ignore
  if (isDerived(category.modelId))
    throw new Problem("lot.derived-model", "This assessment was made with weights of your workspace’s own. In a procedure only a released model has a place: assess the category anew.", {}, 422); // prettier-ignore
}
