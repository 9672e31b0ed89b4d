/** From the address of the page to what was stated about a category, and back. */
import type { CategoryInput } from "../categories/category";
import { REGIMES, type CategoryDraft } from "../categories/words";
import { inOrder, placeKey, placeOf } from "../categories/places";
import { MEASURE_IDS, type MeasureId } from "../categories/measures";
import { kindsOf, cpvRows } from "../services/categories/cpv.server";
import { reference } from "./reference.server";

/** Longest text read from one field. */
const LONGEST = 1000;
const MOST_READ = 40;

export interface ReadCategory {
  readonly draft: CategoryDraft;
  /** What the vocabulary was searched for. */
  readonly words: string;
  /** Texts that are no country. */
  readonly notCountries: readonly string[];
  /** Whether the result is asked for. */
  readonly wantsResult: boolean;
  /** Id of the version that is to be corrected. */
  readonly corrects: string | null;
}

interface Fields {
  getAll(name: string): readonly FormDataEntryValue[];
}

const textsOf = (fields: Fields, name: string): string[] =>
  fields
    .getAll(name)
    .slice(0, MOST_READ)
    .flatMap((value) => (typeof value === "string" ? [value.trim().slice(0, LONGEST)] : []));

const textOf = (fields: Fields, name: string): string => textsOf(fields, name)[0] ?? "";

/** Countries written as names or codes, parted by commas, semicolons or lines. */
export function countriesIn(text: string): { readonly keys: readonly string[]; readonly not: readonly string[] } {
  const resolver = reference().resolver();
  const keys: string[] = [];
  const not: string[] = [];
  for (const part of text.split(/[,;\n]/u).slice(0, MOST_READ)) {
    if (part.trim() === "") continue;
    const found = resolver.country(part.trim());
    if (found) keys.push(placeKey({ country: found.iso2, region: found.region }));
    else not.push(part.trim());
  }
  return { keys, not };
}

/** @param buyer country to begin with while none is chosen. */
export function readCategory(fields: Fields, buyer: string | null): ReadCategory {
  const places = (name: string) => {
    const ticked = textsOf(fields, name).filter((key) => placeOf(key) !== null);
    const more = countriesIn(textOf(fields, `${name}More`));
    return { keys: inOrder([...ticked, ...more.keys]), not: more.not };
  };
  const [origins, performed] = [places("origin"), places("place")];
  const chosen = textOf(fields, "buyer");
  const country = /^[A-Z]{2}$/u.test(chosen) ? chosen : null;
  const regime = textOf(fields, "regime");
  return {
    draft: {
      title: textOf(fields, "title").slice(0, 200),
      codes: cpvRows(inOrder(textsOf(fields, "cpv"))).map(({ code }) => code),
      origins: origins.keys,
      originUnknown: textOf(fields, "originUnknown") !== "",
      places: performed.keys,
      placeUnknown: textOf(fields, "placeUnknown") !== "",
      buyer: country ?? (fields.getAll("buyer").length === 0 ? buyer : null),
      regime: REGIMES.find((one) => one === regime) ?? null,
    },
    words: textOf(fields, "words").slice(0, 200),
    notCountries: [...origins.not, ...performed.not],
    wantsResult: textOf(fields, "step") === "result",
    corrects: /^[\da-z]{22}$/u.exec(textOf(fields, "corrects"))?.[0] ?? null,
  };
}

export const kindsOfDraft = ({ codes }: CategoryDraft) => kindsOf(codes);

/** The query that brings a record's statements back, to correct it. */
export function queryOf(input: CategoryInput, corrects: string): string {
  const query = new URLSearchParams({ title: input.title, buyer: input.buyer, regime: input.regime });
  for (const code of input.codes) query.append("cpv", code);
  for (const key of input.origins) query.append("origin", key);
  for (const key of input.places) query.append("place", key);
  if (input.originUnknown) query.set("originUnknown", "1");
  if (input.placeUnknown) query.set("placeUnknown", "1");
  query.set("corrects", corrects);
  return query.toString();
}

/** What the form below the result sends: the measures that go in, and texts. */
export function readChoice(form: FormData): {
  readonly measures: readonly MeasureId[];
  readonly ownText: string;
  readonly reason: string;
} {
  const asked = new Set(form.getAll("measure"));
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return { measures: MEASURE_IDS.filter((id) => asked.has(id)), ownText: text("ownText"), reason: text("reason") };
}
