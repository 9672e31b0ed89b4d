/** From the forms of a workspace's own rows to rows that can be kept, with what is wrong with them by field. */
import { z } from "zod";
import { COST_KINDS, FEE_RULES, RULE_SIDES } from "../recruitment/corridor-words";
import { startOfYear, type NewCorridor, type NewFeeRule } from "../recruitment/corridors";
import { ENGINE_CURRENCY } from "../recruitment/money";
import type { Resolver } from "../resolve/types";
import { FormReader, type Fault } from "./recruitment-form.server";

/** The row, or null where something is wrong with it. */
export interface ReadRow<Row> {
  readonly row: Row | null;
  /** By the name of the field. */
  readonly faults: Readonly<Record<string, Fault>>;
}

class RowReader extends FormReader {
  needed(name: string, most: number): string {
    const text = this.text(name).slice(0, most);
    if (text === "") this.fault(name, "needed");
    return text;
  }

  oneCountry(name: string): string {
    const [country] = this.countries(name);
    if (country === undefined) this.fault(name, "needed");
    return country ?? "";
  }

  word<const T extends readonly [string, ...string[]]>(name: string, words: T): T[number] {
    const found = z.enum([...words]).safeParse(this.text(name));
    if (!found.success) this.fault(name, "needed");
    return found.data ?? words[0];
  }

  /** Year, day, source and note, which every row has; a day that is left blank is the first of the year. */
  common(part: "cost" | "rule") {
    const year = Number(this.needed(`${part}.year`, 4));
    if (!Number.isInteger(year) || year < 1950 || year > Number(this.today.slice(0, 4)))
      this.fault(`${part}.year`, "year");
    return {
      year,
      validFrom: this.day(`${part}.validFrom`) || startOfYear(year),
      source: this.needed(`${part}.source`, 300),
      note: this.text(`${part}.note`).slice(0, 500),
    };
  }

  answer<Row>(row: Row): ReadRow<Row> {
    return { row: Object.keys(this.faults).length === 0 ? row : null, faults: this.faults };
  }
}

/** Reads the form of a corridor's cost. @param today `YYYY-MM-DD`. */
export function readCorridorForm(form: FormData, resolver: Resolver, today: string): ReadRow<NewCorridor> {
  const withRate = new FormData();
  for (const [name, value] of form) withRate.append(name, value);
  // The form has one amount: its rate is of its currency.
  const currency = form.get("currency.cost.amount");
  if (typeof currency === "string" && currency.trim().toUpperCase() !== ENGINE_CURRENCY)
    withRate.set("rate.0.currency", currency);
  const reader = new RowReader(withRate, resolver, today);
  const amount = reader.number("cost.amount");
  if (amount === null) reader.fault("cost.amount", "needed");
  const told = reader.denomination("currency.cost.amount");
  return reader.answer({
    origin: reader.oneCountry("cost.origin"),
    destination: reader.oneCountry("cost.destination"),
    workers: reader.text("cost.workers").slice(0, 100),
    kind: reader.word("cost.kind", COST_KINDS),
    money: { amount: amount ?? 0, ...(told ?? { currency: ENGINE_CURRENCY, rate: null }) },
    ...reader.common("cost"),
  });
}

/** Reads the form of a rule on fees. @param today `YYYY-MM-DD`. */
export function readFeeRuleForm(form: FormData, resolver: Resolver, today: string): ReadRow<NewFeeRule> {
  const reader = new RowReader(form, resolver, today);
  const value = reader.number("rule.value");
  const unit = reader.text("rule.unit").slice(0, 100);
  if (value !== null && unit === "") reader.fault("rule.unit", "needed");
  return reader.answer({
    country: reader.oneCountry("rule.country"),
    side: reader.word("rule.side", RULE_SIDES),
    rule: reader.word("rule.rule", FEE_RULES),
    covers: reader.needed("rule.covers", 300),
    value,
    unit: value === null ? "" : unit,
    ...reader.common("rule"),
  });
}
