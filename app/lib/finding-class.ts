import type { AccessClass, OpenFindingSource } from "../../db/schema/findings";

/**
 * Who may see a finding outside when nobody chose: a judgement is public and so is the press; what an authority told may not be
 * out yet; audits, visits and what the supplier says hold its business. Whoever records it may choose otherwise. Pure.
 */
export const usualClass: Readonly<Record<OpenFindingSource, AccessClass>> = {
  court: "public",
  press: "public",
  authority: "internal",
  audit: "confidential",
  visit: "confidential",
  supplier: "confidential",
  "told-in-confidence": "confidential",
};
