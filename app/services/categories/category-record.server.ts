import { createHash } from "node:crypto";
import { canonicalJson } from "../../../db/canonical-json";
import type { Database, Scope } from "../../../db/database";
import {
  findCategory,
  listCategories,
  versionsOfCategory,
  type CategoryAssessment,
  type SignedCategory,
} from "../../../db/queries/categories";
import type { CategoryInput } from "../../categories/category";
import { StoredChoice, StoredInput, StoredResult } from "../../categories/record";
import { isBy } from "../../lib/as-known-on";
import { Problem } from "../../lib/problem";

/** A filed assessment with its parts read. */
export type CategoryRecord = Omit<SignedCategory, "input" | "result" | "chosen"> & {
  readonly input: CategoryInput;
  readonly result: StoredResult;
  readonly chosen: StoredChoice;
};

const read = (row: SignedCategory): CategoryRecord => ({
  ...row,
  input: StoredInput.parse(row.input),
  result: StoredResult.parse(row.result),
  chosen: StoredChoice.parse(row.chosen),
});

const categoryNotFound = (): Problem =>
  new Problem("category.not-found", "There is no such assessment in this workspace.", {}, 404);

/** @throws Problem `category.not-found` (404) for a record of another workspace as for one that never was. */
export async function requireCategory(db: Database, scope: Scope, id: string): Promise<CategoryRecord> {
  const found = await findCategory(db, scope, id);
  if (!found) throw categoryNotFound();
  return read(found);
}

/**
 * The record with every version under its number, the newest first.
 * @param until what was filed later is left out. @throws Problem as `requireCategory`, also when it was filed later.
 */
export async function categoryStory(
  db: Database,
  scope: Scope,
  id: string,
  until: Date | null = null,
): Promise<{ readonly record: CategoryRecord; readonly versions: readonly SignedCategory[] }> {
  const record = await requireCategory(db, scope, id);
  if (!isBy(record.filedAt, until)) throw categoryNotFound();
  const versions = await versionsOfCategory(db, scope, record.number);
  return { record, versions: versions.filter(({ filedAt }) => isBy(filedAt, until)) };
}

/** Rows read of a workspace's records: far more than a list shows. */
const READ = 400;

/** The newest version of each of the newest `limit` records, the newest number first. @param until what was filed later is left out. */
export async function newestCategories(
  db: Database,
  scope: Scope,
  limit: number,
  until: Date | null = null,
): Promise<CategoryRecord[]> {
  const newest = new Map<number, SignedCategory>();
  for (const row of await listCategories(db, scope, READ, until))
    if (!newest.has(row.number)) newest.set(row.number, row);
  return [...newest.values()].slice(0, limit).map(read);
}

/** What is hashed of a record: all that was filed, and by whom and when. */
export const recordHash = ({ recordSha256: _hash, workspaceNo: _no, ...filed }: Hashed): string =>
  createHash("sha256")
    .update(canonicalJson({ ...filed, filedAt: filed.filedAt.toISOString() }))
    .digest("hex");
/** What is kept, as it lies in the database, still has the hash with which it was filed. */
export const isIntactCategory = ({ filedByName: _name, ...row }: SignedCategory): boolean =>
  recordHash(row) === row.recordSha256;
type Hashed = Omit<CategoryAssessment, "recordSha256"> & { readonly recordSha256?: string };
