import type { i18n } from "i18next";
import { formatFor } from "./format";

interface Told {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Codes whose `limit` and `found` are bytes. */
const IN_BYTES: ReadonlySet<string> = new Set(["upload.too-large", "file.too-many-bytes", "file.too-much-unzipped"]);

/** Codes whose words are keys of the catalogues: what a section or point of a report is called. */
const BY_KEYS: ReadonlySet<string> = new Set(["report.unreadable"]);

/** A problem as a sentence in the reader's language; one without a catalogue text keeps its own English sentence. */
export function problemSentence(
  { t, language }: Pick<i18n, "t" | "language">,
  { code, message, values }: Told,
): string {
  const format = formatFor(language);
  // Codes and keys are a growing list of other parts; the catalogue test holds that each has its sentence.
  const say = t as unknown as (key: string, options?: Readonly<Record<string, unknown>>) => string;
  const shown = Object.entries(values).map(([name, value]) => {
    if (typeof value !== "number") return [name, BY_KEYS.has(code) ? say(value) : value];
    return [name, IN_BYTES.has(code) && name !== "line" ? format.bytes(value) : format.count(value)];
  });
  return say(`problem.${code}`, { ...Object.fromEntries(shown), defaultValue: message });
}
