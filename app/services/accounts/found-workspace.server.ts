import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { createWorkspace } from "../../../db/queries/accounts";

const RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const LATIN = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(" ");

/** The address part for a workspace's name: lower-case Latin letters, digits and hyphens, at most 40; "workspace" when nothing is left. */
export function slugOf(name: string): string {
  const latin = [...name.toLowerCase()]
    .map((letter) => (RUSSIAN.includes(letter) ? LATIN[RUSSIAN.indexOf(letter)]!.replace("_", "") : letter))
    .join("");
  const slug = latin
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 40)
    .replace(/-$/u, "");
  return slug || "workspace";
}

/** Founds a workspace; the founder is its owner. When the address is taken, a number is added to it. */
export async function foundWorkspace(db: Database, userId: string, name: string, now: Date): Promise<Scope> {
  const slug = slugOf(name);
  for (let attempt = 1; ; attempt++) {
    try {
      return await createWorkspace(db, userId, { name, slug: attempt === 1 ? slug : `${slug}-${attempt}` }, now);
    } catch (error) {
      if (!isUniqueViolation(error) || attempt >= 1000) throw error;
    }
  }
}
