/**
 * The closed lists that stand in columns: words where a person may read the row, small whole numbers where a million
 * rows carry one. A number is the word's place in its list, so a list only ever grows at its end.
 */
import type { Band, Basis, Level, SupplierRole } from "../../risk-models/types";

/** What a member may be in a workspace. */
export const ROLES = ["owner", "officer", "auditor", "purchaser", "legal-reviewer", "supplier-contact"] as const;
export type Role = (typeof ROLES)[number];

export const IMPORT_STATES = [
  "received",
  "inspecting",
  "mapping",
  "building",
  "preview",
  "published",
  "undone",
  "discarded",
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** `past`: built again since, and kept because it was what a past day ended with. */
export const GENERATION_STATES = ["building", "ready", "published", "superseded", "past", "discarded"] as const;

export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;

/** `register_rows.*_basis`. */
export const BASIS_CODES = ["unknown", "derived", "stated"] as const satisfies readonly Basis[];

/** `register_rows.role`. */
export const ROLE_CODES = [
  "maker",
  "trader",
  "service-on-our-premises",
  "service-elsewhere",
  "labour-provider",
  "agent",
  "not-a-seller",
  "unknown",
] as const satisfies readonly SupplierRole[];

/** `register_rows.level`. */
export const LEVEL_CODES = ["listed", "placed", "indicative", "assessed"] as const satisfies readonly Level[];

/** `register_rows.band`; null where nothing is scored. */
export const BAND_CODES = ["low", "raised", "high"] as const satisfies readonly Band[];

/** `source_rows.outcome`, `row_issues.outcome`. */
export const OUTCOME_CODES = ["imported", "set-aside", "left-out"] as const;
export type Outcome = (typeof OUTCOME_CODES)[number];

/**
 * `summary_counts.kind`: what was counted. Keys: `suppliers` "", `isic` the first two characters of the code, `issue`
 * "outcome:code", `combination` "level|band|seat". `known` (rows in an order, and how many of them have a value) and
 * `traits` (a packed number of `db/traits.ts`) are what the page queries need to find their place. `facet` is no longer
 * written. Counted for the overview after publish: `currency` (suppliers with an amount in the list's main currency, which is
 * the key), `spend` and `spend-high` (sums in that currency, see `amountParts`; keys "group:value"), `gap` ("lacking:…",
 * "level:…", "coverage:…" with a gap of the level rule).
 */
export const SUMMARY_KINDS = [
  "suppliers",
  "level",
  "band",
  "role",
  "seat",
  "isic",
  "issue",
  "combination",
  "known",
  "facet",
  "currency",
  "spend",
  "spend-high",
  "gap",
  "traits",
] as const;
export type SummaryKind = (typeof SUMMARY_KINDS)[number];

/** Orders in which a published list can be paged; the number is part of `register_pages.slot`. */
export const REGISTER_SORTS = ["priority", "score", "name", "spend"] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

/**
 * `same`: nothing was taken out, the kept file is the one that was received. `encrypted`: the file as received is kept
 * encrypted beside the kept copy. `deleted`: its time was over; the SHA-256 of it stays with the upload.
 */
export const ORIGINAL_STATES = ["same", "encrypted", "deleted"] as const;

/** What an import differs in from the list before it; the order is the order of the page. */
export const DIFFERENCE_KINDS = ["new", "gone", "changed", "renamed"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A word's number, for example `codeOf(LEVEL_CODES, "placed")` is 1. Throws when the word is not in the list. */
export function codeOf<T extends string>(codes: readonly T[], word: T): number {
  const code = codes.indexOf(word);
  if (code < 0) throw new Error(`"${word}" is not one of ${codes.join(", ")}`);
  return code;
}

/** The word a number stands for; null for null. Throws for a number outside the list. */
export function wordOf<T extends string>(codes: readonly T[], code: number): T;
export function wordOf<T extends string>(codes: readonly T[], code: number | null): T | null;
export function wordOf<T extends string>(codes: readonly T[], code: number | null): T | null {
  if (code === null) return null;
  const word = codes[code];
  if (word === undefined) throw new Error(`${code} does not stand for any of ${codes.join(", ")}`);
  return word;
}
