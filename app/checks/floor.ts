/** The labour-cost floor of a tender: what its price leaves for labour beside what the hours cost by law or agreement. Pure; it decides nothing. */
import { z } from "zod";
import { currencyCode } from "../imports/currencies";

const amount = z.number().min(0).max(1e13);
/** In per cent. */
const share = z.number().min(0).max(100);

/** What is known of a price; null: not stated. Amounts are in `currency`. */
export const FloorInput = z.strictObject({
  price: amount.nullable(),
  currency: z
    .string()
    .refine((code) => currencyCode(code) === code, "not an ISO 4217 code")
    .nullable(),
  /** Of the bidder's own workers and agency workers, over the contract. */
  hours: amount.nullable(),
  hourlyWage: amount.nullable(),
  /** What an employer pays on top of the wage, in per cent of it. */
  onCosts: z.number().min(0).max(500).nullable(),
  otherDirectCosts: amount.nullable(),
  /** Part of the price that goes to subcontractors, in per cent; their hours are not in `hours`. */
  subcontracted: share.nullable(),
  wageBasis: z.enum(["law", "agreement"]).nullable(),
  wageSource: z.string().max(300),
  /** The day of the law or agreement, `YYYY-MM-DD`. */
  wageSourceOn: z.iso.date().nullable(),
});
export type FloorInput = z.infer<typeof FloorInput>;

/** Without these nothing is worked out. */
export const FLOOR_NEEDED = ["price", "currency", "hours", "hourlyWage", "onCosts", "wageBasis", "wageSource", "wageSourceOn"] as const; // prettier-ignore
/** Not stated, these leave the price its most favourable reading. */
export const FLOOR_FURTHER = ["otherDirectCosts", "subcontracted"] as const;
export type FloorPart = (typeof FLOOR_NEEDED)[number] | (typeof FLOOR_FURTHER)[number];

export interface Floor {
  /** What the hours cost at the least: hours × wage × (1 + on-costs). */
  readonly labourCost: number;
  /** What the price leaves for own labour: less what is subcontracted and other direct costs. */
  readonly left: number;
  /** `left` − `labourCost`: below zero the price does not pay for the hours. */
  readonly gap: number;
  /** The hourly amount that is left, before on-costs; null without hours. */
  readonly hourlyLeft: number | null;
}

export interface FloorAnswer {
  readonly missing: readonly FloorPart[];
  /** Not stated, and worked out without. */
  readonly unstated: readonly FloorPart[];
  /** Null while something is missing. */
  readonly floor: Floor | null;
}

/** To a hundredth, so that the same input is the same number on every machine. */
const cents = (value: number): number => Math.round(value * 100) / 100;

export function labourCostFloor(input: FloorInput): FloorAnswer {
  const missing = FLOOR_NEEDED.filter((part) => input[part] === null || input[part] === "");
  const unstated = FLOOR_FURTHER.filter((part) => input[part] === null);
  const { price, hours, hourlyWage, onCosts } = input;
  if (missing.length > 0 || price === null || hours === null || hourlyWage === null || onCosts === null)
    return { missing, unstated, floor: null };
  const factor = 1 + onCosts / 100;
  const labourCost = cents(hours * hourlyWage * factor);
  const left = cents(price * (1 - (input.subcontracted ?? 0) / 100) - (input.otherDirectCosts ?? 0));
  return {
    missing,
    unstated,
    floor: {
      labourCost,
      left,
      gap: cents(left - labourCost),
      hourlyLeft: hours === 0 ? null : cents(left / hours / factor),
    },
  };
}
