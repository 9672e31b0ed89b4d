import type { Database, Scope } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { findSupplier, type RegisterLine } from "../../../db/queries/register";
import { Problem } from "../../lib/problem";
import { shownList, type ShownList } from "../imports/shown-list.server";

/** A supplier as the list that is shown has it. */
export interface ShownSupplier {
  readonly shown: ShownList;
  readonly line: RegisterLine;
}

/**
 * Looks the supplier up in the list that is shown. A list that was built again may take its place between two reads, and its rows
 * go then: who found nothing in the one before looks into the new one.
 * @throws Problem `supplier.not-found` (404) when the list that is shown has no such supplier.
 */
export async function shownSupplier(db: Database, scope: Scope, supplierId: string): Promise<ShownSupplier> {
  for (;;) {
    const shown = await shownList(db, scope);
    const line = shown && (await findSupplier(db, scope, supplierId, shown.generation.no));
    if (shown && line) return { shown, line };
    if ((shown?.generation.no ?? null) === (await publishedGeneration(db, scope)))
      throw new Problem("supplier.not-found", "There is no such supplier in the list that is shown now.", {}, 404);
  }
}
