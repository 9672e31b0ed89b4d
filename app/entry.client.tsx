import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "./i18n/languages";
import { createTranslator } from "./i18n/translator";

const written = document.documentElement.lang;
const language = isLanguage(written) ? written : DEFAULT_LANGUAGE;
const { catalogue } = await LANGUAGES[language].load();
const translator = createTranslator(language, catalogue);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={translator}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
