import type { Database } from "../../../db/database";
import { setUserLocale } from "../../../db/queries/accounts";
import type { Language } from "../../i18n/languages";

/** Keeps the language with the person, so that it comes back with the next sign-in. */
export const chooseLanguage = (db: Database, userId: string, language: Language): Promise<void> =>
  setUserLocale(db, userId, language);
