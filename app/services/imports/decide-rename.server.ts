import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { bulkKey } from "../../../db/keys";
import { findingsInForceOf } from "../../../db/queries/floor-findings";
import { mergesInForce, standingFor } from "../../../db/queries/merges";
import { readingsOfSupplier } from "../../../db/queries/readings";
import { renameProposals } from "../../../db/queries/register";
import { Problem } from "../../lib/problem";
import { changeImport, findImport } from "./import-record.server";
import { asConflict } from "./publish-import.server";

/**
 * Decides whether a new supplier of a previewed list is one that was known under another key. Confirmed, its line and its
 * records take the old number, so that its history goes on; declined, it stays a new supplier.
 * @throws Problem when the import is not in preview, or the proposal was decided already.
 */
export async function decideRename(
  db: Database,
  scope: Scope,
  importId: string,
  newSupplierNo: number,
  decision: "confirmed" | "declined",
  now: Date,
): Promise<void> {
  const seen = await findImport(db, scope, importId);
  if (seen.state !== "preview" || seen.generation === null)
    throw new Problem("import.not-previewed", "Renames are decided before a list is confirmed.", {}, 409);
  const { generation } = seen;
  const proposal = (await renameProposals(db, scope, generation, 5000)).find(
    (one) => one.newSupplierNo === newSupplierNo,
  );
  if (!proposal || proposal.decision !== null)
    throw new Problem("rename.decided", "This rename was decided already. Load the page again.", {}, 409);
  const { renameProposals: proposals, registerRows, sourceRows, suppliers } = db.t;
  const { oldSupplierNo } = proposal;
  const contents = { generation, newSupplierId: proposal.newId ?? "", oldSupplierId: proposal.oldId ?? "" };
  const [from, to] = [bulkKey(generation, newSupplierNo), bulkKey(generation, oldSupplierNo)];
  // What was recorded about the old number belongs into the line that takes it: the list is built again when it is published.
  const told = decision === "confirmed" && (await isSpokenOf(db, scope, oldSupplierNo));
  const outdated = told && seen.summary ? { summary: { ...seen.summary, readings: "renamed" } } : null;
  const [fresh] = await db.q.select().from(suppliers).where(eq(suppliers.no, newSupplierNo));
  await db
    .commit(scope, event(`rename.${decision}`, contents), (q) => [
      {
        write: q
          .update(proposals)
          .set({ decision, decidedBy: scope.userId, decidedAt: now })
          .where(
            and(
              eq(proposals.generation, generation),
              eq(proposals.newSupplierNo, newSupplierNo),
              isNull(proposals.decision),
            ),
          ),
        rows: 1,
      },
      ...(outdated ? [changeImport(db, q, seen, outdated, now)] : []),
      ...(decision === "declined" || !fresh
        ? []
        : [
            {
              write: q
                .update(registerRows)
                .set({ key: to, supplierNo: oldSupplierNo })
                .where(eq(registerRows.key, from)),
              rows: 1,
            },
            q.update(sourceRows).set({ supplierKey: to }).where(eq(sourceRows.supplierKey, from)),
            // The next list finds the supplier by its new key.
            q
              .delete(suppliers)
              .where(and(eq(suppliers.no, newSupplierNo), eq(suppliers.workspaceNo, scope.workspaceNo))),
            q
              .update(suppliers)
              .set({ keyKind: fresh.keyKind, keyHi: fresh.keyHi, keyLo: fresh.keyLo })
              .where(and(eq(suppliers.no, oldSupplierNo), eq(suppliers.workspaceNo, scope.workspaceNo))),
          ]),
    ])
    .catch(asConflict);
}

/** Was anything recorded of the supplier that a line carries: answers, findings, a merge? */
async function isSpokenOf(db: Database, scope: Scope, supplierNo: number): Promise<boolean> {
  const [readings, findings, merges] = await Promise.all([
    readingsOfSupplier(db, scope, supplierNo),
    findingsInForceOf(db, scope, supplierNo),
    mergesInForce(db, scope),
  ]);
  return readings.length > 0 || findings.length > 0 || standingFor(merges).has(supplierNo);
}
