import type { Database, Scope } from "../../../db/database";
import { findFinding, findingsAbout, listFindings, type StoredOpenFinding } from "../../../db/queries/findings";
import {
  findProtectedFinding,
  listProtectedFindings,
  protectedFindingsAbout,
  type StoredProtectedFinding,
} from "../../../db/queries/protected-findings";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";

/** A finding with the table it stands in. */
export type HeldFinding =
  | { readonly isProtected: false; readonly finding: StoredOpenFinding }
  | { readonly isProtected: true; readonly finding: StoredProtectedFinding };

export const findingNotFound = () =>
  new Problem("finding.not-found", "There is no such finding in this workspace.", {}, 404);

const asOpen = (finding: StoredOpenFinding): HeldFinding => ({ isProtected: false, finding });
const asProtected = (finding: StoredProtectedFinding): HeldFinding => ({ isProtected: true, finding });

/** The newest first. */
const byTime = (a: HeldFinding, b: HeldFinding) =>
  b.finding.recordedAt.getTime() - a.finding.recordedAt.getTime() || (b.finding.id < a.finding.id ? -1 : 1);

/**
 * A finding this reader may know of. The protected ones are asked for only when the reader may read them: for everyone else
 * the same queries run whether there are any or not. @throws Problem `finding.not-found` (404).
 */
export async function findingFor(db: Database, scope: Scope, id: string): Promise<HeldFinding> {
  const open = can(scope.role, "finding:read") ? await findFinding(db, scope, id) : null;
  if (open) return asOpen(open);
  const held = can(scope.role, "protected:read") ? await findProtectedFinding(db, scope, id) : null;
  if (held) return asProtected(held);
  throw findingNotFound();
}

/** The findings about a supplier and those merged into it that this reader may know of, the newest first. */
export async function findingsFor(db: Database, scope: Scope, supplierNo: number): Promise<HeldFinding[]> {
  const open = can(scope.role, "finding:read") ? await findingsAbout(db, scope, supplierNo) : [];
  const held = can(scope.role, "protected:read") ? await protectedFindingsAbout(db, scope, supplierNo) : [];
  return [...open.map(asOpen), ...held.map(asProtected)].sort(byTime);
}

const MOST = 500;

/** The newest findings of the workspace that this reader may know of. */
export async function workspaceFindings(db: Database, scope: Scope): Promise<HeldFinding[]> {
  const open = can(scope.role, "finding:read") ? await listFindings(db, scope, { limit: MOST }) : [];
  const held = can(scope.role, "protected:read") ? await listProtectedFindings(db, scope, MOST) : [];
  return [...open.map(asOpen), ...held.map(asProtected)].sort(byTime);
}
