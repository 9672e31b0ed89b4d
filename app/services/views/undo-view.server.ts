import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation, unlessStale } from "../../../db/errors";
import { auditEvent } from "../../../db/queries/audit";
import { findView } from "../../../db/queries/views";
import { Problem } from "../../lib/problem";
import { mayShareViews } from "./save-view.server";

const Kept = z.object({ query: z.string(), shared: z.boolean(), isDefault: z.boolean() });
const Saved = Kept.extend({
  viewId: z.string(),
  before: Kept.nullable(),
  displaced: z.array(z.string()),
});
const Deleted = z.object({
  viewId: z.string(),
  name: z.string(),
  before: Kept.extend({ byUserId: z.string(), createdAt: z.coerce.date() }),
});

const late = () =>
  new Problem("view.undo-late", "This cannot be undone any more: the view was changed since.", {}, 409);

/**
 * Takes back what the same person did to a view: a new one goes, a replaced one is as it was, a deleted one is there again.
 * @param seq the audit event of the change. @returns the view, or null when it is gone.
 * @throws Problem `view.not-found` (404), or `view.undo-late` (409) when the view was changed since.
 */
export async function undoView(
  db: Database,
  scope: Scope,
  seq: number,
  now: Date,
): Promise<{ readonly viewId: string; readonly query: string } | null> {
  const found = await auditEvent(db, scope, seq);
  const contents: unknown = found?.contents ? JSON.parse(found.contents) : null;
  if (!found || contents === null || found.actorUserId !== scope.userId)
    throw new Problem("view.not-found", "There is no such view any more.", {}, 404);
  if (found.name === "view.saved") return undoSave(db, scope, seq, Saved.parse(contents), now);
  if (found.name === "view.deleted") return undoDelete(db, scope, seq, Deleted.parse(contents), now);
  throw new Problem("view.not-found", "There is no such view any more.", {}, 404);
}

async function undoSave(db: Database, scope: Scope, seq: number, saved: z.infer<typeof Saved>, now: Date) {
  const { viewId, before, displaced, query, shared, isDefault } = saved;
  const view = await findView(db, scope, viewId);
  if (!view || view.query !== query || view.shared !== shared || view.isDefault !== isDefault) throw late();
  const { savedViews } = db.t;
  const one = and(
    eq(savedViews.workspaceNo, scope.workspaceNo),
    eq(savedViews.id, viewId),
    eq(savedViews.updatedAt, view.updatedAt),
  );
  const undone = event("view.undone", { viewId, seq });
  await db
    .commit(scope, undone, (q) => [
      {
        write:
          before === null
            ? q.delete(savedViews).where(one)
            : q
                .update(savedViews)
                .set({ ...before, updatedAt: now })
                .where(one),
        rows: 1,
      },
      ...(displaced.length === 0
        ? []
        : [
            q
              .update(savedViews)
              .set({ isDefault: true })
              .where(and(eq(savedViews.workspaceNo, scope.workspaceNo), inArray(savedViews.id, displaced))),
          ]),
    ])
    .catch((error: unknown) => {
      unlessStale(error);
      throw late();
    });
  return before && { viewId, query: before.query };
}

async function undoDelete(
  db: Database,
  scope: Scope,
  seq: number,
  { viewId, name, before }: z.infer<typeof Deleted>,
  now: Date,
) {
  if (before.byUserId !== scope.userId && !mayShareViews(scope)) throw late();
  const { savedViews } = db.t;
  await db
    .commit(scope, event("view.undone", { viewId, seq }), (q) => [
      q.insert(savedViews).values({ ...before, id: viewId, name, workspaceNo: scope.workspaceNo, updatedAt: now }),
    ])
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw late();
      throw error;
    });
  return { viewId, query: before.query };
}
