/** From the forms of the follow-up to facts that can be kept, with what is wrong with them by field. */
import { z } from "zod";
import {
  ACCEPTED_BY,
  CONFIRMING_PARTIES,
  COST_BEARERS,
  INVOLVEMENTS,
  OWN_PRACTICES,
  PAYMENT_WAYS,
  SUPPLIER_DECISIONS,
} from "../../db/schema/remedy";
import { SEVERITIES } from "../../risk-models/types";
import type { RemedyFault } from "../i18n/remedy-keys";
import { currencyCode } from "../imports/currencies";
import { readAmount } from "../remedy/amount";
import type { Resolver } from "../resolve/types";
import type { ActionFacts } from "../services/remedy/action-record.server";
import type { Recount } from "../services/remedy/count-group.server";
import type { SupplierDecisionFacts } from "../services/remedy/decide-supplier.server";
import type { NewEntry } from "../services/remedy/enter-repayment.server";

export interface ReadFacts<Facts> {
  /** Null where something is wrong. */
  readonly facts: Facts | null;
  /** By the name of the field. */
  readonly faults: Readonly<Record<string, RemedyFault>>;
}

/** What was typed, so that it stays. */
export const typedIn = (form: FormData): Record<string, string> => {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string") typed[name] = typed[name] === undefined ? value : `${typed[name]}|${value}`;
  return typed;
};

class Reader {
  readonly faults: Record<string, RemedyFault> = {};

  constructor(
    readonly form: FormData,
    readonly resolver: Resolver | null = null,
  ) {}

  text(name: string, most = 2000): string {
    const value = this.form.get(name);
    const text = typeof value === "string" ? value.trim() : "";
    if (text.length > most) this.faults[name] ??= "long";
    return text.slice(0, most);
  }

  needed(name: string, most = 2000): string {
    const text = this.text(name, most);
    if (text === "") this.faults[name] ??= "needed";
    return text;
  }

  word<const T extends readonly [string, ...string[]]>(name: string, words: T): T[number] {
    const found = words.find((word) => word === this.text(name));
    if (found === undefined) this.faults[name] ??= "needed";
    return found ?? words[0];
  }

  day(name: string): string | null {
    const text = this.text(name, 40);
    if (text === "") return null;
    if (z.iso.date().safeParse(text).success) return text;
    this.faults[name] ??= "day";
    return null;
  }

  neededDay(name: string): string {
    const day = this.day(name);
    if (day === null) this.faults[name] ??= "needed";
    return day ?? "";
  }

  amount(name: string): string | null {
    const text = this.text(name, 40);
    if (text === "") return null;
    const value = readAmount(text);
    if (value === null) this.faults[name] ??= "amount";
    return value === null ? null : String(value);
  }

  heads(name: string): number | null {
    const text = this.text(name, 20).replaceAll(/[\s\u00A0\u202F]/gu, "");
    if (text === "") return null;
    if (/^\d{1,7}$/u.test(text) && Number(text) <= 1_000_000) return Number(text);
    this.faults[name] ??= "whole";
    return null;
  }

  currency(name: string): string {
    const code = currencyCode(this.needed(name, 20));
    if (code === "") this.faults[name] ??= "currency";
    return code;
  }

  country(name: string): string {
    const text = this.needed(name, 100);
    const found = text === "" ? null : (this.resolver?.country(text) ?? null);
    if (found === null) this.faults[name] ??= "country";
    return found?.iso2 ?? "";
  }

  answer<Facts>(facts: Facts): ReadFacts<Facts> {
    return { facts: Object.keys(this.faults).length === 0 ? facts : null, faults: this.faults };
  }
}

export function readActionForm(form: FormData): ReadFacts<ActionFacts> {
  const reader = new Reader(form);
  const cost = reader.amount("cost");
  return reader.answer({
    severity: reader.word("severity", SEVERITIES),
    title: reader.needed("title", 200),
    rootCause: reader.text("rootCause"),
    practices: OWN_PRACTICES.filter((practice) => form.getAll("practices").includes(practice)),
    practicesNote: reader.text("practicesNote", 1000),
    involvement: reader.word("involvement", INVOLVEMENTS),
    ownerId: reader.needed("ownerId", 40),
    supplierOwner: reader.text("supplierOwner", 200),
    startOn: reader.day("startOn"),
    dueOn: reader.neededDay("dueOn"),
    cost,
    costCurrency: cost === null ? null : reader.currency("costCurrency"),
    costBorneBy: reader.word("costBorneBy", COST_BEARERS),
    indicator: reader.text("indicator", 300),
    baseline: reader.text("baseline", 100),
    target: reader.text("target", 100),
    consultation: reader.text("consultation", 1000),
    evidence: reader.text("evidence", 1000),
  });
}

/** A blank number of workers stays null: the page may not have shown it. */
export function readGroupForm(form: FormData, resolver: Resolver, keepsNumbers: boolean): ReadFacts<Recount> {
  const reader = new Reader(form, resolver);
  const workers = reader.heads("workers");
  if (workers === 0 || (workers === null && !keepsNumbers)) reader.faults["workers"] ??= "needed";
  const percent = reader.text("interestPercent", 10).replace(",", ".");
  if (percent !== "" && !/^\d{1,3}(\.\d{1,4})?$|^1000$/u.test(percent)) reader.faults["interestPercent"] = "percent";
  const corridor = reader.amount("corridor");
  return reader.answer({
    label: reader.needed("label", 200),
    origin: reader.country("origin"),
    destination: reader.country("destination"),
    recruiter: reader.text("recruiter", 200),
    workers,
    left: reader.heads("left"),
    currency: reader.currency("currency"),
    receipts: reader.amount("receipts"),
    receiptsWorkers: reader.heads("receiptsWorkers"),
    interviews: reader.amount("interviews"),
    interviewsWorkers: reader.heads("interviewsWorkers"),
    corridor,
    corridorSource: corridor === null ? "" : reader.needed("corridorSource", 500),
    interestPercent: percent === "" ? null : percent,
    interestFrom: reader.day("interestFrom"),
    interestTo: reader.day("interestTo"),
    interestSource: reader.text("interestSource", 300),
    borneBy: reader.word("borneBy", COST_BEARERS),
    dueOn: reader.neededDay("dueOn"),
    note: reader.text("note", 1000),
  });
}

export function readEntryForm(form: FormData): ReadFacts<NewEntry> {
  const reader = new Reader(form);
  const kind = reader.word("kind", ["instalment", "payment", "confirmation"]);
  const amount = reader.amount("amount");
  if (amount === null || amount === "0") reader.faults["amount"] ??= "amount";
  const common = { on: reader.neededDay("on"), amount: amount ?? "0" };
  if (kind === "confirmation")
    return reader.answer({
      kind,
      ...common,
      proof: reader.text("proof", 1000),
      party: reader.word("party", CONFIRMING_PARTIES),
      acceptedBy: reader.word("acceptedBy", ACCEPTED_BY),
      inPrivate: reader.word("inPrivate", ["yes", "no"]) === "yes",
    });
  const way = reader.word("way", [...PAYMENT_WAYS, "wages"]);
  const proof = kind === "payment" ? reader.needed("proof", 1000) : reader.text("proof", 1000);
  return reader.answer({ kind, ...common, proof, way });
}

export function readDecisionForm(form: FormData): ReadFacts<SupplierDecisionFacts> {
  const reader = new Reader(form);
  const decision = reader.word("decision", SUPPLIER_DECISIONS);
  // The same as `checkDecision` asks for, so that all that is missing is marked at once, each in its place.
  if (decision === "conditions") reader.needed("conditions");
  if ((decision === "hold" || decision === "exit") && reader.text("banLaw") === "")
    for (const name of ["harm", "tried", "wagesDue", "notice"]) reader.needed(name);
  return reader.answer({
    decision,
    reason: reader.needed("reason"),
    conditions: reader.text("conditions"),
    harm: reader.text("harm"),
    tried: reader.text("tried"),
    wagesDue: reader.text("wagesDue", 1000),
    notice: reader.text("notice", 300),
    banLaw: reader.text("banLaw", 300),
    banArticle: reader.text("banArticle", 100),
    ownerId: reader.needed("ownerId", 40),
    decidedOn: reader.neededDay("decidedOn"),
    nextReviewOn: reader.neededDay("nextReviewOn"),
  });
}
