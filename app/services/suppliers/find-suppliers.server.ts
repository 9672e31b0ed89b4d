import type { Database, Scope } from "../../../db/database";
import { listSuppliers } from "../../../db/queries/register-page";

/** What tells one supplier from another in a short list. */
export interface FoundSupplier {
  readonly id: string;
  readonly name: string;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2; null when unknown. */
  readonly seat: string | null;
}

const FOUND_SHOWN = 7;

/** The first few suppliers of a list whose name, town or numbers hold the words, in any script, by priority. */
export async function findSuppliers(
  db: Database,
  scope: Scope,
  generation: number,
  words: string,
): Promise<FoundSupplier[]> {
  if (words.trim() === "") return [];
  const { rows } = await listSuppliers(db, scope, {
    generation,
    sort: "priority",
    limit: FOUND_SHOWN,
    filters: { q: words },
  });
  return rows.map(({ id, name, city, seat }) => ({ id, name, city, seat }));
}
