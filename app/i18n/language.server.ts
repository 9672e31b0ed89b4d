import type { i18n } from "i18next";
import { LANGUAGES, languageCodes, languageOf, isLanguage, type Language } from "./languages";
import { createTranslator } from "./translator";

const COOKIE = "candour_language";
const ONE_YEAR = 365 * 24 * 60 * 60;

const translators = new Map<Language, i18n>(
  await Promise.all(
    languageCodes.map(
      async (code) => [code, createTranslator(code, (await LANGUAGES[code].load()).catalogue)] as const,
    ),
  ),
);

export const translatorFor = (language: Language): i18n => translators.get(language)!;

/**
 * `translatorFor` for rendering: an empty object before it. The translation hook copies every property that the object
 * itself has, in every component that calls it, and this one has none.
 */
export const renderingTranslator = (language: Language): i18n => Object.create(translatorFor(language)) as i18n;

/** The language the reader chose in this browser (cookie); null when none was chosen. */
export function chosenLanguage(request: Request): Language | null {
  const chosen = /(?:^|;\s*)candour_language=([a-z]{2})(?:;|$)/u.exec(request.headers.get("cookie") ?? "")?.[1];
  return isLanguage(chosen) ? chosen : null;
}

/** The reader's language: what they chose, else what their browser asks for, else English. */
export const requestLanguage = (request: Request): Language =>
  chosenLanguage(request) ?? languageOf(request.headers.get("accept-language"));

/** Language and translation function for one request. */
export const requestI18n = (request: Request): i18n => translatorFor(requestLanguage(request));
export const requestTranslator = (request: Request) => requestI18n(request).t;

export const languageCookie = (language: Language, secure: boolean): string =>
  `${COOKIE}=${language}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
