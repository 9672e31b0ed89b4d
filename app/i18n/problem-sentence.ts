import type { TFunction } from "i18next";
import type { Key } from "./keys";

interface Told {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A problem as a sentence in the reader's language; one without a catalogue text keeps its own English sentence. */
export const problemSentence = (t: TFunction, { code, message, values }: Told): string =>
  t(`problem.${code}` as Key, { ...values, defaultValue: message } as object);
