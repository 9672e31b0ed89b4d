import { describe, expect, test } from "vitest";
import { LEGAL_CLASSES } from "../matching/legal-forms";
import { match } from "../matching/match";
import type { Because, EvidenceCode, WordMatch } from "../matching/types";
import { ENTRY_KINDS, LEGAL_EFFECTS, LIST_GROUNDS } from "../screening/types";
import { catalogue as en } from "./en";
import { formatFor } from "./format";
import { entryKindKey, groundKey, likelyKey } from "./match-keys";
import { becauseSentence, effectSentence, idText } from "./match-words";
import { catalogue as ru } from "./ru";
import { createTranslator } from "./translator";

const t = { en: createTranslator("en", en).t, ru: createTranslator("ru", ru).t };
const LANGUAGES = ["en", "ru"] as const;
const HOW: readonly WordMatch["how"][] = ["same", "sound", "spelling", "consonants", "part", "joined", "initials"];
const [left, right] = [["Ruby"], ["Opal"]];
const EVIDENCE: readonly (readonly [EvidenceCode, string, string])[] = [
  ["country-same", "VN", "VN"],
  ["country-differs", "CN", "VN"],
  ["address-same", "Ruby road 5", "Opal road 5"],
  ["address-differs", "Ruby road 5", "Opal street 9"],
  ["id-same", "vat RUBY12345", "vat OPAL12345"],
  ["id-differs", "lei RUBY12345", "lei OPAL12345"],
  ["parent-same", "Ruby", "Opal"],
  ["parent-differs", "Ruby", "Opal"],
  ["sector-same", "1311", "13"],
  ["sector-differs", "1311", "2420"],
];
const ALL: readonly Because[] = [
  ...HOW.map((how): Because => ({ code: "words", words: [{ left: "Ruby", right: "Opal", how, share: 1 }], effect: 1 })),
  { code: "only-left", words: left, effect: -1 },
  { code: "only-right", words: right, effect: -1 },
  ...(["other-words", "numbers-same", "numbers-differ", "places-differ", "trades-differ"] as const).map(
    (code): Because => ({ code, left, right, effect: -1 }),
  ),
  { code: "number-on-one-side", left: ["7"], right: [], effect: -1 },
  { code: "number-on-one-side", left: ["1"], right: ["1", "9"], effect: -1 },
  { code: "no-name", left: "Co., Ltd.", right: "Opal", effect: 0 },
  ...LEGAL_CLASSES.map((form): Because => ({ code: "form-same", left: [form], right: [form], effect: 0 })),
  { code: "form-differs", left: ["limited"], right: ["person", "company"], effect: -1 },
  ...EVIDENCE.map(([code, one, other]): Because => ({ code, left: one, right: other, effect: 1 })),
];

describe.each(LANGUAGES)("reasons in %s", (language) => {
  const say = (because: Because, beside: "listed" | "supplier" = "listed") =>
    becauseSentence(t[language], formatFor(language), because, beside);

  test("every reason is one sentence, with nothing left open and no code in it", () => {
    for (const because of ALL) {
      const sentence = say(because);
      expect([because.code, sentence]).toEqual([because.code, expect.stringMatching(/^\p{Lu}.*\.$/u)]);
      expect(sentence).not.toMatch(/\{\{|undefined|\[object|: *\.$|\b(CN|VN|1311|2420|lei|limited,)\b/u);
    }
  });

  test("no two reasons have the same sentence", () => {
    const sentences = ALL.map((because) => say(because));
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test("what differs between two sides names both", () => {
    for (const because of ALL)
      if (because.code.endsWith("-differ") || because.code === "other-words")
        expect(say(because)).toMatch(/Ruby.*Opal/u);
  });

  test("of two suppliers nothing is said of a list", () => {
    for (const because of ALL) expect(say(because, "supplier")).not.toMatch(/list|спис|supplier|поставщик/u);
  });
});

test("the number of the side that has one more is named, with its side", () => {
  const say = (numbers: { left: string[]; right: string[] }) =>
    becauseSentence(t.en, formatFor("en"), { code: "number-on-one-side", ...numbers, effect: -1 });
  expect(say({ left: [], right: ["2"] })).toBe("Only the listed name has a number: 2.");
  expect(say({ left: ["1", "3"], right: ["1"] })).toBe("Only our supplier’s name has a number: 3.");
});

test("an answer of the engine is said in full", () => {
  const { because } = match(
    { name: "Xinjiang Tianze Cotton Co., Ltd.", country: "CN", sector: "1311" },
    { name: "Xinjiang Tianze Textile LLC", country: "CN", sector: "2420" },
  );
  const sentences = because.map((one) => becauseSentence(t.en, formatFor("en"), one)).join("\n");
  expect(sentences).toContain("Both names have: tianze, xinjiang.");
  expect(sentences).toContain("The same country: China.");
  expect(sentences).toMatch(/Other trades: Textiles.* and Basic metals/u);
});

test("how probable is said in four steps, which nowhere promise more than the labelled cases show", () => {
  const said = (score: number) => t.en(likelyKey(score));
  expect([0.99, 0.9, 0.8999, 0.7, 0.6999, 0.5, 0.4999, 0.01].map(said)).toEqual([
    "Very probably the same firm",
    "Very probably the same firm",
    "More likely the same firm than not",
    "More likely the same firm than not",
    "Possibly the same firm",
    "Possibly the same firm",
    "More likely another firm",
    "More likely another firm",
  ]);
});

test("every ground, effect and kind of entry has words of its own in both languages", () => {
  for (const language of LANGUAGES) {
    const grounds = LIST_GROUNDS.map((ground) => t[language](groundKey[ground]));
    const kinds = ENTRY_KINDS.map((kind) => t[language](entryKindKey[kind]));
    const effects = LEGAL_EFFECTS.map((effect) =>
      effectSentence(t[language], formatFor(language), { jurisdiction: "US", effect }),
    );
    for (const texts of [grounds, kinds, effects]) expect(new Set(texts).size).toBe(texts.length);
    for (const effect of effects) expect(effect).toMatch(/^\p{Lu}.*: .*\.$/u);
  }
});

test("an effect names where it holds: a country, the Union, a bank, ourselves", () => {
  const say = (jurisdiction: string) =>
    effectSentence(t.en, formatFor("en"), { jurisdiction, effect: "none-in-an-award" });
  expect(["US", "EU", "UN", "WB", "OWN"].map((where) => say(where).split(":")[0])).toEqual([
    "United States",
    "European Union",
    "United Nations",
    "World Bank Group",
    "Our organisation",
  ]);
  expect(say("EU")).toBe("European Union: no ground to exclude a bidder in an award.");
});

test("a number has the name of its kind; a kind that only its list knows stands as it is", () => {
  expect(idText(t.ru, "lei", "5299000J2N45DDNE4Y28")).toBe("код LEI 5299000J2N45DDNE4Y28");
  expect(idText(t.en, "CNPJ", "33.000.167/0001-01")).toBe("CNPJ 33.000.167/0001-01");
});
