import { expect, test } from "vitest";
import { createResolver } from "../app/resolve/resolver";
import { compileResolverTables } from "../app/resolve/compile";
import { loadReference } from "./load-reference";

const { tables } = loadReference(new URL("reference", import.meta.url).pathname);
const resolver = createResolver(compileResolverTables(tables));

/** Names that mean two things, so that they are read as nothing: both Congos in Polish and Norwegian, abbreviations that are codes of others. */
const AMBIGUOUS = ["Kongo", "R.-U.", "É.-U."];

test("every name of the seventeen languages carried is its country, in any case", () => {
  const wrong = tables["country-names"]
    // Two Latin letters are a code: "VS" is no code, "RU" is Russia and not the Reino Unido.
    .filter(({ name }) => !AMBIGUOUS.includes(name) && !/^[A-Z]{2}$/.test(name))
    .filter(({ name, iso2 }) =>
      [name, ` ${name.toUpperCase()}`, name.toLowerCase()].some((text) => resolver.country(text)?.iso2 !== iso2),
    )
    .map(({ name, iso2, language }) => `${language} ${iso2} ${name}: ${resolver.country(name)?.iso2}`);
  expect(wrong).toEqual([]);
  expect(new Set(tables["country-names"].map((row) => row.language)).size).toBeGreaterThanOrEqual(12);
});

test("a name of two countries in two languages is read as neither", () =>
  expect(AMBIGUOUS.map((name) => resolver.country(name))).toEqual(AMBIGUOUS.map(() => null)));

test("every known spelling is its country", () => {
  const wrong = tables["country-aliases"]
    .filter(({ alias, iso2 }) => resolver.country(alias)?.iso2 !== iso2)
    .map(({ alias, iso2 }) => `${iso2} ${alias}: ${resolver.country(alias)?.iso2}`);
  expect(wrong).toEqual([]);
});
