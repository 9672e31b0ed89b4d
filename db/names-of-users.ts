import { inArray } from "drizzle-orm";
import type { Database } from "./database";

/** The names of these people by their ids, in one query; who has no account any more is left out, null among them too. */
export async function namesOfUsers(
  db: Database,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> {
  const { users } = db.t;
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const rows = await db.q.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, asked));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
