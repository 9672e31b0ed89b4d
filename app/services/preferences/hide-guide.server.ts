import type { Database, Scope } from "../../../db/database";
import { setGuideHidden } from "../../../db/queries/preferences";

/** Puts the guide of the first steps away, or brings it back: for this person in this workspace, on every device. */
export async function hideGuide(db: Database, scope: Scope, hidden: boolean, now: Date): Promise<void> {
  await setGuideHidden(db, scope, hidden, now);
}
