/**
 * What a person can decide about a group of rows, a payee, or a text that was not understood; the one schema of its JSON.
 * A decision holds only what was said: everything left out stays as the list gives it.
 */
import { z } from "zod";
import type { Iso2 } from "../../risk-models/types";

/** What a decision is about; its key is `RowGroup.key`, the `nameKey` of a payee, or the normalised text. */
export const DECISION_SCOPES = ["group", "payee", "text-country", "text-sector", "text-currency"] as const;
export type DecisionScope = (typeof DECISION_SCOPES)[number];

/** Why a payment is no purchase: its rows are kept and counted, and never scored. */
export const NOT_SELLER_KINDS = ["public-body", "staff", "taxes", "grants", "refunds", "natural-persons"] as const;
export type NotSellerKind = (typeof NOT_SELLER_KINDS)[number];

export const DECIDABLE_ROLES = [
  "maker",
  "trader",
  "service-on-our-premises",
  "service-elsewhere",
  "labour-provider",
  "agent",
] as const;
export type DecidableRole = (typeof DECIDABLE_ROLES)[number];

const iso2 = z.string().regex(/^[A-Z]{2}$/u);

export const Decision = z
  .strictObject({
    /** ISIC Rev. 4: section letter or 2 to 4 digits; goods as the resolver names them; the words that led there. */
    sector: z
      .strictObject({
        isic: z.string().regex(/^(?:[A-U]|\d{2,4})$/u),
        goods: z.array(z.string().max(200)).max(20),
        words: z.string().max(200),
      })
      .optional(),
    role: z.enum(DECIDABLE_ROLES).optional(),
    notSeller: z.enum(NOT_SELLER_KINDS).optional(),
    /** A payee that the check set aside is a seller after all. */
    seller: z.literal(true).optional(),
    placeOfWork: iso2.optional(),
    /** All countries the goods come from. */
    origin: z.array(iso2).min(1).max(30).optional(),
    /** What a text for a country means. */
    country: iso2.optional(),
    /** ISO 4217 that a text for a currency means. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/u)
      .optional(),
  })
  .refine((said) => Object.keys(said).length > 0, "says nothing")
  .refine((said) => said.notSeller === undefined || Object.keys(said).length === 1, "who sells nothing has no sector");
export type Decision = z.infer<typeof Decision>;

const OF_PAYMENTS = new Set(["sector", "role", "notSeller", "placeOfWork", "origin"]);
const SAYABLE: Readonly<Record<DecisionScope, ReadonlySet<string>>> = {
  group: OF_PAYMENTS,
  payee: new Set([...OF_PAYMENTS, "seller"]),
  "text-country": new Set(["country"]),
  "text-sector": new Set(["sector"]),
  "text-currency": new Set(["currency"]),
};

/** Can a decision of this scope say this? A text for a country has no role. */
export const fitsScope = (scope: DecisionScope, decision: Decision): boolean =>
  Object.keys(decision).every((said) => SAYABLE[scope].has(said));

/** Does it settle what it is about: what is bought is known, or nothing is bought? A place alone does not. */
export const settles = ({ sector, notSeller }: Decision): boolean => sector !== undefined || notSeller !== undefined;

/** A decision in force. */
export interface DecidedItem {
  readonly id: string;
  readonly scope: DecisionScope;
  readonly key: string;
  readonly decision: Decision;
  /** Of several countries of origin the one that is scored: the one with the highest exposure. Null when none was said. */
  readonly originUsed: Iso2 | null;
}

/** All decisions in force of a workspace: plain JSON, so that it can be handed to another thread. */
export interface Understanding {
  readonly decisions: readonly DecidedItem[];
}
