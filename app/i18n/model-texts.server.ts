/**
 * Texts of the model files and of the studies in other languages. A model file is English and never changed; its sentences are
 * translated by themselves, so that a translation can belong to no other text. What has none is shown in English and says so.
 */
import type { Language } from "./languages";
import { modelTexts as ru } from "./ru/model-texts";

const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, ru };

/** The translations of a language, by the English text. */
export const modelTextsIn = (language: Language): Readonly<Record<string, string>> => TEXTS[language];

/** The translations of those texts that stand anywhere in `value`, by the English text. */
export function textsWithin(language: Language, ...values: readonly unknown[]): Record<string, string> {
  const known = TEXTS[language];
  const found: Record<string, string> = {};
  const walk = (value: unknown): void => {
    if (typeof value === "string") {
      if (Object.hasOwn(known, value)) found[value] = known[value]!;
    } else if (value !== null && typeof value === "object") for (const part of Object.values(value)) walk(part);
  };
  values.forEach(walk);
  return found;
}
