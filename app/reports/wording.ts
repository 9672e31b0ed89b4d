import type { TFunction } from "i18next";
import type { Format } from "../i18n/format";

/** What puts a report into words. */
export interface Wording {
  readonly t: TFunction;
  readonly format: Format;
  /** ISO 639-1. */
  readonly language: string;
}
