import { z } from "zod";
import { DECIDABLE_ROLES, DECISION_SCOPES, Decision, NOT_SELLER_KINDS } from "../groups/decision";
import { currencyCode } from "../imports/currencies";
import type { Resolver } from "../resolve/types";
import type { NewDecision } from "../services/understanding/decide.server";
import { sectorOfWords } from "../services/understanding/sector-of-words.server";

/** Why a form of the page cannot be taken as it is. */
export interface FormProblem {
  readonly code: "sector" | "country" | "currency" | "nothing";
  /** What was typed. */
  readonly text: string;
}

const text = z.string().trim().max(500).default("");
const Fields = z.object({
  scope: z.enum(DECISION_SCOPES),
  key: z.string().min(1).max(500),
  // A field of several lines without script: a line break is a space.
  words: text.transform((words) => words.replace(/\s+/gu, " ")),
  notSeller: z.enum(NOT_SELLER_KINDS).optional(),
  /** "": the one the sector usually has; "none": none is said. */
  role: z.enum(["", "none", ...DECIDABLE_ROLES]).default("none"),
  placeOfWork: text,
  origin: text,
  country: text,
  currency: text,
});

/**
 * A decision as a person typed it: words for a sector, names or codes of countries. @throws ZodError for what no page of ours
 * sends.
 */
export function readDecisionForm(form: FormData, resolver: Resolver): NewDecision | FormProblem {
  const { scope, key, ...given } = Fields.parse(
    Object.fromEntries([...form].filter(([name, value]) => name !== "intent" && typeof value === "string")),
  );
  if (given.notSeller) return { scope, key, decision: { notSeller: given.notSeller } };
  const sector = given.words === "" ? null : sectorOfWords(given.words, resolver);
  if (given.words !== "" && !sector) return { code: "sector", text: given.words };
  const currency = given.currency === "" ? null : currencyCode(given.currency);
  if (currency === "") return { code: "currency", text: given.currency };
  const countries: Record<"placeOfWork" | "country", string | null> = { placeOfWork: null, country: null };
  for (const field of ["placeOfWork", "country"] as const) {
    if (given[field] === "") continue;
    countries[field] = resolver.country(given[field])?.iso2 ?? null;
    if (countries[field] === null) return { code: "country", text: given[field] };
  }
  const role = given.role === "" ? (sector?.role ?? "none") : given.role;
  const origin: string[] = [];
  for (const name of given.origin.split(/[,;\n]+/u).map((part) => part.trim())) {
    if (name === "") continue;
    const found = resolver.country(name)?.iso2;
    if (!found) return { code: "country", text: name };
    if (!origin.includes(found)) origin.push(found);
  }
  const decision = Decision.safeParse({
    ...(sector && { sector: { isic: sector.isic, goods: sector.goods, words: given.words.slice(0, 200) } }),
    ...(role !== "none" && { role }),
    ...(countries.placeOfWork && { placeOfWork: countries.placeOfWork }),
    ...(origin.length > 0 && { origin }),
    ...(countries.country && { country: countries.country }),
    ...(currency && { currency }),
  });
  return decision.success ? { scope, key, decision: decision.data } : { code: "nothing", text: "" };
}
