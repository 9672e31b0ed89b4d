import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reference } from "../lib/reference.server";
import { fold } from "./fold";

const resolver = reference().resolver();
const countryOf = (text: string) => resolver.country(text)?.iso2 ?? null;

describe("a country cell", () => {
  test.each([
    ["Vietnam", "VN"], ["South Korea", "KR"], ["Bosnia", "BA"], ["Laos", "LA"], ["UAE", "AE"], ["USA", "US"], ["Turkey", "TR"], ["Czech Republic", "CZ"], ["Côte d'Ivoire", "CI"],
    ["Viet Nam", "VN"], ["Korea (Republic of)", "KR"], ["Moldova (Republic of)", "MD"], ["United Kingdom of Great Britain and Northern Ireland", "GB"], ["United States of America", "US"],
    ["China Mainland", "CN"], ["Hong Kong, China", "HK"], ["Taiwan, Province of China", "TW"], ["Korea, South", "KR"], ["CHINA", "CN"], ["SRI LANKA", "LK"], ["EL SALVADOR", "SV"],
    ["CN", "CN"], ["PK", "PK"], ["IDN", "ID"], ["MYS", "MY"], ["SL", "SL"], ["PR", "PR"], ["MC", "MC"], ["840", "US"], ["USA: UNITED STATES OF AMERICA", "US"], ["211--美國", "US"],
    ["España", "ES"], ["México", "MX"], ["Россия", "RU"], ["Российская Федерация", "RU"], ["США", "US"], ["美國", "US"], ["Deutschland", "DE"], ["Polska", "PL"], ["Norge", "NO"], ["中国", "CN"],
    ["CN - China", "CN"], ["Germany (DE)", "DE"], ["Korea, Dem. People's Rep.", "KP"], ["Congo, Dem. Rep.", "CD"], ["Congo, Rep.", "CG"], ["Rep. Dominicana", "DO"], ["Macau SAR", "MO"],
    ["U.A.E.", "AE"], ["P.R. China", "CN"], ["Bangldesh", "BD"], ["Saint Kitts & Nevis", "KN"], ["Республика Беларусь", "BY"], ["Киргизия", "KG"], ["台灣", "TW"], ["TÜRKİYE", "TR"],
  ] as const)("%s is %s", (text, iso2) => expect(countryOf(text)).toBe(iso2)); // prettier-ignore

  test.each([
    "", " ", "-", "--", "NA", "N/A", "#N/A", "No especificado", "(No especificado)", "No disponible", "不详", "UNKNOWN", "None", "NULL", "TBC", "нет", "k.A.", "无", "?", "0", "XX",
    "Various", "Multiple", "EU", "European Union", "Asia", "Europe/Asia", "Global", "Guangdong", "see address", "разные", "China / India", "CN, IN", "Korea / China", "No", "Republic of", "Kingdom of", "ZZ",
    "constructor", "valueOf", "toString", "__proto__", "hasOwnProperty",
  ])("%j names no country", (text) => expect(resolver.country(text)).toBeNull()); // prettier-ignore

  test("Xinjiang named as the country is China with its region", () =>
    expect(resolver.country("Xinjiang, China")).toMatchObject({ iso2: "CN", region: "CN-XJ" }));

  test("a subdivision code is its country", () =>
    expect(resolver.country("CN-XJ")).toMatchObject({ iso2: "CN", region: "CN-XJ" }));

  test("the way it was recognised is stated", () => {
    expect(resolver.country("DE")?.how).toBe("code");
    expect(resolver.country("Germany")?.how).toBe("name");
    expect(resolver.country("China Mainland")?.how).toBe("alias");
    expect(resolver.country("DE - Germany")?.how).toBe("code-and-name");
  });
});

describe("the names of the reference tables", () => {
  const names = reference()
    .table("countries")
    .flatMap((row) => [row.nameEn, row.nameRu, row.nameEnUn, row.nameRuUn].map((name) => [name, row.iso2] as const))
    .filter((entry): entry is readonly [string, string] => entry[0] !== null);

  test("every English and Russian name, short and of the UN, is its country", () => {
    expect(names.filter(([name, iso2]) => countryOf(name) !== iso2)).toEqual([]);
    expect(names.length).toBeGreaterThan(700);
  });

  test("every code of two, three letters and three digits is its country", () => {
    for (const row of reference().table("countries"))
      for (const code of [row.iso2, row.iso3, row.isoNumeric])
        // NA is how lists write "nothing"; Namibia is read from its name, NAM or 516.
        if (code !== null && code !== "NA") expect([code, countryOf(code)]).toEqual([code, row.iso2]);
  });

  test("capitals, small letters, blanks, tabs and invisible characters around or inside do not matter", () => {
    const padding = fc.constantFrom("", " ", "  ", "\t", "\u00a0", "\u200b", "\ufeff");
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        padding,
        padding,
        fc.constantFrom("upper", "lower", "double"),
        ([name, iso2], before, after, how) => {
          const changed =
            how === "upper" ? name.toUpperCase() : how === "lower" ? name.toLowerCase() : name.replaceAll(" ", "  ");
          return countryOf(before + changed + after) === iso2;
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("accents do not matter in Latin names", () => {
    for (const [name, iso2] of names)
      if (/\p{Script=Latin}/u.test(name))
        expect([name, countryOf(name.normalize("NFD").replace(/\p{M}/gu, ""))]).toEqual([name, iso2]);
  });
});

test("folding a folded text changes nothing", () =>
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text))));
