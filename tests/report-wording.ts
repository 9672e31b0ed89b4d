import { formatFor } from "../app/i18n/format";
import { LANGUAGES, type Language } from "../app/i18n/languages";
import { createTranslator } from "../app/i18n/translator";
import type { Wording } from "../app/reports/wording";

/** The words of a language, as the pages and the PDF have them. */
export async function wordingIn(language: Language): Promise<Wording> {
  const { t } = createTranslator(language, (await LANGUAGES[language].load()).catalogue);
  return { t, format: formatFor(language), language };
}
