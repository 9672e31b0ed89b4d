/** What the page of commitments is asked for by its address, and what its form states about the buyer. */
import { z } from "zod";
import { WHEN, type Asked } from "../commitments/filter";
import { BODIES, BUYS, SIZES } from "../commitments/select";
import type { BuyerProfile } from "../services/commitments/buyer.server";
import { countriesIn } from "./category-form.server";

export const ROWS_A_PAGE = 30;
const LONGEST = 200;

export function readAsked(search: URLSearchParams): Asked & { readonly first: number } {
  const word = (name: string) => search.get(name)?.slice(0, LONGEST) || null;
  const when = WHEN.find((one) => one === search.get("when")) ?? null;
  const first = Number(/^\d{1,5}$/u.exec(search.get("from") ?? "")?.[0] ?? 0);
  return {
    words: word("words") ?? "",
    jurisdiction: word("jurisdiction"),
    binds: word("binds"),
    theme: word("theme"),
    when,
    by: dayIn(search.get("by")),
    confidence: word("confidence"),
    forUs: search.get("ours") === "1",
    first,
  };
}

const dayIn = (text: string | null): string | null => z.iso.date().safeParse(text).data ?? null;

/** The address of the same question at another row. */
export function askedQuery(asked: Asked, first: number): string {
  const query = new URLSearchParams();
  const { words, jurisdiction, binds, theme, when, by, confidence, forUs } = asked;
  for (const [name, value] of Object.entries({ words, jurisdiction, binds, theme, when, by, confidence }))
    if (value) query.set(name, value);
  if (forUs) query.set("ours", "1");
  if (first > 0) query.set("from", String(first));
  return query.toString();
}

/** What the form states; texts that are no country are named. */
export function readBuyer(form: FormData): { readonly profile: BuyerProfile; readonly not: readonly string[] } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim().slice(0, 2000) : "";
  };
  const oneOf = <T extends string>(words: readonly T[], name: string) =>
    words.find((one) => one === text(name)) ?? null;
  const sold = countriesIn(text("sellsTo"));
  return {
    profile: {
      country: /^[A-Z]{2}$/u.exec(text("country"))?.[0] ?? "",
      body: oneOf(BODIES, "body"),
      size: oneOf(SIZES, "size"),
      buys: oneOf(BUYS, "buys"),
      sector: /^[A-U]$/u.exec(text("sector"))?.[0] ?? null,
      sellsTo: sold.keys.map((key) => key.slice(0, 2)),
      // What is no number is refused as too few.
      keepYears: text("keepYears") === "" ? null : /^\d{1,4}$/u.test(text("keepYears")) ? Number(text("keepYears")) : 0,
    },
    not: sold.not,
  };
}
