/** What people arranged for themselves. It changes nothing for anyone else, so it is no event of a chain. */
import { eq } from "drizzle-orm";
import type { Database, Scope } from "../database";

/** Whether single keys are shortcuts for this person. */
export async function setShortcuts(db: Database, userId: string, shortcuts: boolean): Promise<void> {
  const { users } = db.t;
  await db.commitPlain((q) => [q.update(users).set({ shortcuts }).where(eq(users.id, userId))]);
}

/** Puts the guide of the first steps away for this member of this workspace, or shows it again. */
export async function setGuideHidden(db: Database, scope: Scope, guideHidden: boolean, now: Date): Promise<void> {
  const { memberPreferences } = db.t;
  const { workspaceNo, userId } = scope;
  await db.commitPlain((q) => [
    q
      .insert(memberPreferences)
      .values({ workspaceNo, userId, guideHidden, updatedAt: now })
      .onConflictDoUpdate({
        target: [memberPreferences.workspaceNo, memberPreferences.userId],
        set: { guideHidden, updatedAt: now },
      }),
  ]);
}
