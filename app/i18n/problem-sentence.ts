import type { TFunction } from "i18next";

interface Told {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A problem as a sentence in the reader's language; one without a catalogue text keeps its own English sentence. */
export function problemSentence(t: TFunction, { code, message, values }: Told): string {
  // Codes are a growing list of other parts; the catalogue test holds that each has its sentence.
  const say = t as unknown as (key: string, options: Readonly<Record<string, unknown>>) => string;
  return say(`problem.${code}`, { ...values, defaultValue: message });
}
