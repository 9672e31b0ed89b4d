import type { TFunction } from "i18next";
import type { Format } from "../i18n/format";

/** What puts a report into words. */
export interface Wording {
  readonly t: TFunction;
  readonly format: Format;
  /** ISO 639-1. */
  readonly language: string;
  /** How the report that is put into words names a source by its id; null: its list does not have it. */
  readonly sourceReference?: (key: string) => string | null;
}
