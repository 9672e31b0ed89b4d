/**
 * Money as a supplier tells it. The engine works in US dollars; the product holds no exchange rates, so whoever records an
 * amount in another currency gives the rate with its day and its source, and all four are kept. Pure.
 */
import { z } from "zod";
import { currencyCode } from "../imports/currencies";

/** The engine's currency. */
export const ENGINE_CURRENCY = "USD";

/** How many units of a currency one US dollar was, on which day, by whose account. */
export const Rate = z.strictObject({
  perUsd: z.number().gt(0).max(1e9),
  on: z.iso.date(),
  source: z.string().trim().min(1).max(300),
});
export type Rate = z.infer<typeof Rate>;

const denominated = {
  currency: z.string().refine((code) => currencyCode(code) === code, "not an ISO 4217 code"),
  rate: Rate.nullable(),
};
const hasItsRate = ({ currency, rate }: { readonly currency: string; readonly rate: Rate | null }) =>
  (currency === ENGINE_CURRENCY) === (rate === null);

/** A currency with its rate, which is null for US dollars alone: in which several amounts were told. */
export const Denomination = z.strictObject(denominated).refine(hasItsRate, "a rate is missing or not wanted");
export type Denomination = z.infer<typeof Denomination>;

/** An amount as it was told. */
export const Money = z
  .strictObject({ amount: z.number().min(0).max(1e15), ...denominated })
  .refine(hasItsRate, "a rate is missing or not wanted");
export type Money = z.infer<typeof Money>;

/** US dollars, to a hundredth of a cent, so that the same amount is the same number on every machine. */
export const inUsd = (amount: number, { rate }: Pick<Denomination, "rate">): number =>
  Math.round((rate === null ? amount : amount / rate.perUsd) * 10_000) / 10_000;

/** The amount as it was told, from the US dollars that are kept; to a hundredth. */
export const fromUsd = (usd: number, { rate }: Pick<Denomination, "rate">): number =>
  Math.round((rate === null ? usd : usd * rate.perUsd) * 100) / 100;
