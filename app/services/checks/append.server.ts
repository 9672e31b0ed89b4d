/** Appending to a check: one entry, one event, and nothing once it is filed. */
import { and, eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { VendorCheck } from "../../../db/queries/checks";
import type { CheckEntryKind } from "../../../db/schema/checks";
import type { EntryContents } from "../../checks/entries";
import { Problem } from "../../lib/problem";

export type NewEntry = { readonly [K in CheckEntryKind]: { readonly kind: K; readonly contents: EntryContents[K] } }[CheckEntryKind]; // prettier-ignore

/** @throws Problem `check.is-filed` (409). */
export function requireOpen({ state }: Pick<VendorCheck, "state">): void {
  if (state !== "open")
    throw new Problem(
      "check.is-filed",
      "This check is filed, and its record does not change. Open a correction to note something new.",
      {},
      409,
    );
}

/** The write that moves a check on; refused when somebody moved it meanwhile. */
export const touchCheck = (
  db: Database,
  q: Queries,
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  { id, version }: Pick<VendorCheck, "id" | "version">,
  change: Partial<VendorCheck> = {},
): Step => ({
  write: q
    .update(db.t.vendorChecks)
    .set({ ...change, version: version + 1 })
    .where(
      and(
        eq(db.t.vendorChecks.id, id),
        eq(db.t.vendorChecks.workspaceNo, workspaceNo),
        eq(db.t.vendorChecks.version, version),
      ),
    ),
  rows: 1,
});

/** What the chain holds of an entry: of a comparison the pairs without the texts of the lists. */
const forChain = (entry: NewEntry): unknown =>
  entry.kind !== "screened"
    ? entry.contents
    : {
        ...entry.contents,
        candidates: entry.contents.candidates.map((one) => ({
          candidateId: one.candidateId,
          listId: one.list.listId,
          entryId: one.entry.id,
          likeness: one.answer.score,
        })),
      };

/** @throws Problem `check.is-filed`, StaleWriteError when somebody noted something at the same time. */
export async function appendEntry(
  db: Database,
  scope: Scope,
  check: Pick<VendorCheck, "id" | "version" | "state">,
  position: number,
  entry: NewEntry,
  now: Date,
): Promise<string> {
  requireOpen(check);
  const id = newId(now);
  const noted = event("check.noted", { checkId: check.id, entryId: id, kind: entry.kind, contents: forChain(entry) });
  await db.commit(scope, noted, (q) => [
    touchCheck(db, q, scope, check),
    q.insert(db.t.checkEntries).values({
      id,
      workspaceNo: scope.workspaceNo,
      checkId: check.id,
      ...entry,
      enteredBy: scope.userId,
      enteredAt: now,
      position,
    }),
  ]);
  return id;
}
