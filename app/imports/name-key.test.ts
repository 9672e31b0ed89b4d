import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distinctNameKey, nameKey } from "./name-key";

describe("nameKey", () => {
  test.each([
    ["Łódź  Sp. z o.o.", "lodz sp z oo"],
    ["  SARL  MARÉCHAL ", "sarl marechal"],
    ["Sarl Maréchal", "sarl marechal"],
    ["Metzingen GmbH & Co. KG", "metzingen gmbh co kg"],
    ["Co.,Ltd", "coltd"],
    ["9002-1205 QUEBEC INC.", "90021205 quebec inc"],
    ["ООО «Ромашка»", "ооо ромашка"],
    ["Müller Straße", "muller strasse"],
    ["ＡＢＣ　Ｌｔｄ", "abc ltd"],
    ["Ørsted A/S", "orsted as"],
    ["İSTANBUL", "istanbul"],
    // Thai vowel and tone marks are letters: only U+0300 to U+036F are dropped.
    ["คลังสินค้า", "คลังสินค้า"],
    ["华鑫 有限公司", "华鑫 有限公司"],
    ["a\u200bb", "ab"],
    ["...", "..."],
    ["", ""],
  ])("%j is compared as %j", (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test("spellings that differ in case, accents, punctuation or spaces are the same name", () => {
    const spellings = ["Cía. Ltda. Peña", "CIA LTDA PENA", "cia  ltda pena", " Cía Ltda. PEÑA "];
    expect(new Set(spellings.map(nameKey)).size).toBe(1);
  });

  test("words of other scripts that differ in vowel signs stay apart", () => {
    expect(nameKey("किताब")).not.toBe(nameKey("कतब"));
  });

  test("the key of a key is the key", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })),
        (name) => nameKey(nameKey(name)) === nameKey(name),
      ),
    );
  });

  test("outer and doubled spaces and case never matter", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(nameKey(`  ${words.join("   ").toUpperCase()} `)).toBe(words.join(" ").toLowerCase());
      }),
    );
  });

  test("letters folded one by one give what folding the whole text gives", () => {
    // A zero-width joiner forces the long way without adding to the key.
    const letters = fc.integer({ min: 0, max: 0x4ff }).map((c) => String.fromCharCode(c));
    fc.assert(
      fc.property(fc.string({ unit: letters }), (name) => nameKey(`a${name}b\u200d`) === nameKey(`a${name}b`)),
      { numRuns: 2000 },
    );
  });

  test("names longer than the fast path takes are folded the same", () => {
    expect(nameKey("Ab, ".repeat(80))).toBe("ab ".repeat(80).trim());
  });
});

describe("distinctNameKey", () => {
  test("folds case and white space and keeps accents and punctuation", () => {
    expect(distinctNameKey("  Foo\u00a0 Bar,  LTD. ")).toBe("foo bar, ltd.");
    expect(distinctNameKey("Maréchal")).not.toBe(distinctNameKey("Marechal"));
    expect(distinctNameKey("STRASSE")).toBe(distinctNameKey("Straße"));
    expect(distinctNameKey("   ")).toBe("");
  });

  test("the key of a key is the key", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (name) => distinctNameKey(distinctNameKey(name)) === distinctNameKey(name),
      ),
    );
  });
});
