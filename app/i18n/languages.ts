/** Every language the product speaks: its own name, and its catalogue. A new language is a folder beside `en` and a line here. */
export const LANGUAGES = {
  en: { name: "English", load: () => import("./en") },
  ru: { name: "Русский", load: () => import("./ru") },
} as const;

export type Language = keyof typeof LANGUAGES;

/** What a person reads who asked for none of our languages. */
export const DEFAULT_LANGUAGE: Language = "en";

export const languageCodes = Object.keys(LANGUAGES) as readonly Language[];

export const isLanguage = (code: unknown): code is Language =>
  typeof code === "string" && Object.hasOwn(LANGUAGES, code);

/** The first language of an `Accept-Language` header that we speak, by its quality values; else the default. */
export function languageOf(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part, position) => {
      const [tag = "", ...settings] = part.trim().toLowerCase().split(";");
      const quality = settings.map((s) => s.trim()).find((s) => s.startsWith("q="));
      return { code: tag.split("-")[0], quality: quality ? Number(quality.slice(2)) || 0 : 1, position };
    })
    .filter((choice) => choice.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  for (const { code } of wanted) if (isLanguage(code)) return code;
  return DEFAULT_LANGUAGE;
}
