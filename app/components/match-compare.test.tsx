import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { catalogue as en } from "../i18n/en";
import { catalogue as ru } from "../i18n/ru";
import { createTranslator } from "../i18n/translator";
import { match } from "../matching/match";
import type { Party } from "../matching/types";
import type { ListEntry } from "../screening/types";
import { MatchCompare, type MatchCompareProps } from "./match-compare";

const translators = { en: createTranslator("en", en), ru: createTranslator("ru", ru) };
const left: Party = {
  name: "Ruby Valley Tekstil Ltd.",
  country: "VN",
  city: "Hanoi",
  ids: { vat: "VN12345678" },
  sector: "1311",
};
const entry: ListEntry = {
  id: "R-7",
  kind: "entity",
  name: "红宝石谷",
  aliases: ["Ruby Valley Textile Co., Ltd.", "RVT"],
  countries: ["CN", "VN"],
  city: null,
  address: "5 Ruby Road, Hotan",
  ids: {},
  sector: "Cotton and yarn",
  reason: "Section 2(d)(2)(B)(ii)",
  ground: "forced-labour-or-state-imposed",
  effects: [
    { jurisdiction: "US", effect: "import-presumption" },
    { jurisdiction: "EU", effect: "none-in-an-award" },
  ],
  subsidiaries: true,
  listedOn: "2024-06-12",
  delistedOn: null,
};
const list = {
  title: "Entity List",
  publisher: "A Department",
  date: "2025-01-14",
  readOn: "2026-07-09",
  outOfDate: false,
};
const answerOf = (one: Party, other: ListEntry) =>
  match(one, { ...other, country: other.countries[0] ?? null, sector: null });

const html = (over: Partial<MatchCompareProps> = {}, language: "en" | "ru" = "en") => {
  const props = { left, entry, list, answer: answerOf(over.left ?? left, over.entry ?? entry), ...over };
  return renderToStaticMarkup(
    <I18nextProvider i18n={translators[language]}>
      <MatchCompare {...props} />
    </I18nextProvider>,
  );
};
/** What a person who sees no pictures reads. */
const read = (...of: Parameters<typeof html>) =>
  html(...of)
    .replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/gu, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
/** Cells of a row of the comparison as they are read. */
const row = (head: string, ...of: Parameters<typeof html>) => {
  const found = html(...of).match(new RegExp(`<th[^>]*scope="row"[^>]*>${head}</th>(.*?)</tr>`, "u"))?.[1];
  return found
    ?.split("</td>")
    .slice(0, 3)
    .map((cell) => cell.replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/gu, "").replace(/<[^>]*>/gu, " "))
    .map((cell) => cell.replace(/\s+/gu, " ").trim());
};

describe("a supplier beside an entry of a list", () => {
  test("is a table with a head for every row and column", () => {
    const table = html();
    expect(table.match(/<th [^>]*scope="col"/gu)).toHaveLength(4);
    const rows = table.match(/<tr/gu)!.length - 1;
    expect(table.match(/<th [^>]*scope="row"/gu)).toHaveLength(rows);
    expect(table).toMatch(/<h2 id="match"[^>]*>Is this the same firm\?/u);
    expect(table).toContain('aria-labelledby="match"');
  });

  test("shows what each side says, and in a word whether it agrees", () => {
    expect(row("Country")).toEqual(["Vietnam", "China, Vietnam", "differs"]);
    expect(
      row("Legal form", {
        left: { name: "Ruby Valley GmbH" },
        entry: { ...entry, name: "Ruby Valley AG", aliases: [] },
      }),
    ).toEqual(["limited company", "company limited by shares", "differs"]);
    expect(row("Numbers")).toEqual(["VAT number VN12345678", "unknown", "not compared"]);
    expect(row("Trade")).toEqual(["Textiles", "Cotton and yarn", "not compared"]);
    expect(row("Owner")).toBeUndefined();
  });

  test("marks the words of the spelling that was compared, and says the marks to who hears the page", () => {
    const aliases = row("Other names")!;
    expect(aliases[1]).toMatch(/^Ruby Valley Textile/u);
    expect(html()).toMatch(/<span class="word" data-mark="same">Valley<\/span>/u);
    const words = html({ left: { ...left, name: "Ruby Valley Textile Hongda" } });
    expect(words).toMatch(/data-mark="other">Hongda<\/span><span class="sr-only"> \(not in the other name\)/u);
  });

  test("a name in another script is shown as it was read when nothing else was compared", () => {
    const chinese = { ...entry, name: "新疆天泽棉业有限公司", aliases: [] };
    expect(row("Name", { left: { name: "Xinjiang Tianze Cotton" }, entry: chinese })![1]).toMatch(
      /^新疆天泽棉业有限公司 read as: .*tianze/u,
    );
  });

  test("says how probable in words, the list with its day, the ground, and what it does where", () => {
    const text = read();
    expect(text).toMatch(/the same firm|another firm/u);
    expect(text).toContain("Edition of 14 January 2025, by A Department, read on 9 July 2026");
    expect(text).toContain("forced labour or State-imposed labour");
    expect(text).toContain("United States: its goods are presumed to be made with forced labour");
    expect(text).toContain("European Union: no ground to exclude a bidder in an award.");
    expect(text).toContain("May cover subsidiaries that it does not name.");
    expect(text).not.toContain("Out of date");
  });

  test("says when the edition is out of date, and when the entry was taken off", () => {
    const text = read({ list: { ...list, outOfDate: true }, entry: { ...entry, delistedOn: "2026-01-02" } });
    expect(text).toContain("Out of date: a newer edition may say otherwise.");
    expect(text).toContain("Taken off the list on 2 January 2026");
  });

  test("sorts the reasons into for and against, the strongest first", () => {
    const answer = answerOf(left, entry);
    const text = read();
    const [speaksFor, against] = text.split("What speaks for one firm")[1]!.split("What speaks against it");
    expect(speaksFor).toContain("Both names have:");
    expect(against).toContain("Other countries: Vietnam and China.");
    expect(answer.because.find(({ code }) => code === "country-differs")!.effect).toBeLessThan(0);
  });

  test("where nothing speaks against, the unknown is not taken for a no", () => {
    const alone = { ...entry, name: "Ruby Valley", aliases: [], countries: [], address: null };
    expect(read({ left: { name: "Ruby Valley" }, entry: alone })).toContain(
      "Nothing that is known. What is unknown speaks neither for nor against.",
    );
  });

  test("is written in Russian as well, and never says that anyone is cleared", () => {
    const text = read({}, "ru");
    expect(text).toContain("Наш поставщик");
    expect(text).toContain("Европейский союз: не основание, чтобы исключить участника закупки.");
    expect(text).toContain("Разные страны: Вьетнам и Китай.");
    for (const one of [text, read()]) expect(one).not.toMatch(/clean|cleared|compliant|чист/iu);
  });

  test("many other names fold, the one that was compared stays in view", () => {
    const aliases = ["A1", "B2", "C3", "D4", "E5", "F6", "Ruby Valley Textile"];
    const table = html({ entry: { ...entry, name: "XX", aliases } });
    const [open, folded] = table.split("<details>");
    expect(open).toMatch(/data-mark="same">Ruby/u);
    expect(folded).toContain("3 more names");
    expect(folded).toContain("F6");
  });
});
