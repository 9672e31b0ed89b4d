import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from "./i18n/languages";
import { createTranslator } from "./i18n/translator";

/**
 * Reads the data of the page before anything is rendered. Remix begins to read them in its first rendering and throws what it waits
 * for; a press of a button in that moment makes React stop taking the page over, for good (its error 345).
 */
async function dataRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waitedFor) {
    await waitedFor;
  }
}

const written = document.documentElement.lang;
const language = isLanguage(written) ? written : DEFAULT_LANGUAGE;
const [{ catalogue }] = await Promise.all([LANGUAGES[language].load(), dataRead()]);
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
