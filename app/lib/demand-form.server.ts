import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { BUYING_KINDS, type BuyingKind } from "../../db/schema/demand";
import type { NewBuyingEntry } from "../demand/entries";
import { CheckForm, floorOf } from "./check-form.server";
import { readAmount } from "../remedy/amount";
import { noteBuying, notePayments } from "../services/demand/note-buying.server";

/** What a button of the page asks for. */
export const DemandIntent = z.enum(BUYING_KINDS);

/** What the page lists as it was told; the rest shows in the measures. */
export const LISTED: readonly BuyingKind[] = ["floor", "orders", "payments", "training"];

const ORDERS = ["dmy", "mdy", "ymd"] as const;

/** Notes what a form tells; what is missing in it is for the service to say. @throws Problem as `noteBuying`, `notePayments`, `floorOf`. */
export async function noteForm(
  db: Database,
  scope: Scope,
  kind: BuyingKind,
  form: FormData,
  now: Date,
): Promise<string> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  /** Null for an empty field; what is no whole number, as "1,000" may be one or a thousand, is for the shape to refuse. */
  const number = (name: string): number | null => {
    const given = text(name).replaceAll(/\s/gu, "");
    return given === "" ? null : /^\d+$/u.test(given) ? Number(given) : Number.NaN;
  };
  /** As `number`; half hours have a point or a comma. */
  const hours = (name: string): number | null => {
    const given = text(name);
    return given === "" ? null : /^\d+(?:[.,]\d{1,2})?$/u.test(given) ? Number(given.replace(",", ".")) : Number.NaN;
  };
  const word = (name: string): string | null => text(name) || null;
  /** A text that is no amount stays one that the shape refuses. */
  const amount = (name: string): string | null => (text(name) === "" ? null : String(readAmount(text(name)) ?? "no amount")); // prettier-ignore
  if (kind === "payments") {
    const order = ORDERS.find((one) => one === text("order")) ?? "dmy";
    return notePayments(db, scope, { text: text("ledger"), order, source: text("source") }, now);
  }
  const contents = {
    contract: () => ({
      labourHeavy: word("labourHeavy"),
      recruitment: word("recruitment"),
      recruitmentCost: amount("recruitmentCost"),
      currency: word("currency")?.toUpperCase() ?? null,
      depthKnown: number("depthKnown"),
      depthAllowed: number("depthAllowed"),
      agencies: word("agencies"),
      agenciesAllowed: word("agenciesAllowed"),
    }),
    floor: () => floorOf(new CheckForm(form, now)),
    orders: () => ({
      about: text("about"),
      from: text("from"),
      to: text("to"),
      orders: number("orders"),
      minimumDays: number("minimumDays"),
      kept: number("kept"),
      changed: number("changed"),
      source: text("source"),
    }),
    training: () => ({
      on: text("on"),
      what: text("what"),
      whom: text("whom"),
      people: number("people"),
      outOf: number("outOf"),
      hours: hours("hours"),
    }),
    owner: () => ({ measure: text("measure"), owner: text("owner") }),
    withdrawn: () => ({ entryId: text("entry"), reason: text("reason") }),
  }[kind]();
  return noteBuying(db, scope, { kind, contractId: word("contract"), contents } as NewBuyingEntry, now);
}
