import type { Database } from "../../../db/database";
import { setShortcuts } from "../../../db/queries/preferences";

/** Switches the shortcuts of single keys on or off, for this person on every device. */
export const chooseShortcuts = (db: Database, userId: string, on: boolean): Promise<void> =>
  setShortcuts(db, userId, on);
