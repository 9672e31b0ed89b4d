import i18next, { type i18n } from "i18next";
import type { Language } from "./languages";
import type { catalogue as english } from "./en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof english };
    returnNull: false;
  }
}

/** An i18next instance for one language, ready at once: its catalogue is given, nothing is fetched. */
export function createTranslator(language: Language, catalogue: object): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: catalogue } },
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
    react: { useSuspense: false },
  });
  return instance;
}
