import type { Database, Scope } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { linesOf, type RegisterLine } from "../../../db/queries/register";
import { eachSupplier, type RegisterFilters } from "../../../db/queries/register-page";
import { Problem } from "../../lib/problem";

/** Most suppliers that one action may be about: one commit stays short, and a person can still look at them. */
export const MOST_SELECTED = 500;

/** Which suppliers of the published list an action is about: those named, or all that the filters leave. */
export type Selection = { readonly ids: readonly string[] } | { readonly filters: RegisterFilters };

/** The suppliers of a selection with the generation they are read from. */
export interface Selected {
  readonly generation: number;
  readonly lines: readonly RegisterLine[];
}

/**
 * Reads the suppliers an action is about, in the order of their names.
 * @throws Problem `selection.none` when there is nobody, `selection.too-many` when there are more than `MOST_SELECTED`.
 */
export async function selectSuppliers(db: Database, scope: Scope, selection: Selection): Promise<Selected> {
  const generation = await publishedGeneration(db, scope);
  const filters = "ids" in selection ? { only: selection.ids } : selection.filters;
  const nos: number[] = [];
  if (generation !== null && !("ids" in selection && selection.ids.length === 0))
    for await (const lines of eachSupplier(db, scope, generation, { sort: "name", filters })) {
      nos.push(...lines.map(({ supplierNo }) => supplierNo));
      if (nos.length > MOST_SELECTED)
        throw new Problem(
          "selection.too-many",
          `One action may be about at most ${MOST_SELECTED} suppliers. Narrow the filters, or select fewer.`,
          { most: MOST_SELECTED },
          422,
        );
    }
  if (generation === null || nos.length === 0)
    throw new Problem("selection.none", "Nobody is selected. Tick at least one supplier.", {}, 422);
  return { generation, lines: await linesOf(db, scope, generation, nos) };
}
