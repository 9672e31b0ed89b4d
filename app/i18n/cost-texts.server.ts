/** The table of recruitment costs in other languages: what has no translation is shown in English and says so. */
import type { Language } from "./languages";
import { costCategories as ru } from "./ru/cost-categories";

const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, ru };

/** The translations of a language, by the English text. */
export const costTextsIn = (language: Language): Readonly<Record<string, string>> => TEXTS[language];
