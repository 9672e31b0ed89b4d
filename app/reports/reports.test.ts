import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { MODELS } from "../../risk-models";
import { languageCodes } from "../i18n/languages";
import { printable, type FontCoverage } from "./printable";
import { printDocument, textsOf } from "./print-document";
import { registerDocument } from "./register-document";
import { runsRightToLeft, scriptsOf } from "./scripts";
import { aReport, aRow, wordingOf } from "./test-report";

const font = (...ranges: readonly (readonly [number, number])[]): FontCoverage => ({
  has: (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last),
});
const LATIN = font([0x20, 0x7e], [0xa0, 0x24f], [0x300, 0x36f], [0x200b, 0x200b]);
const HAN = font([0x4e00, 0x9fff]);

describe("the numbers of a report", () => {
  test("between and without a score follow from the levels and the bands", () => {
    const wide = aRow({ band: null });
    const unscored = aRow({ level: "placed", score: null, band: null, plausible: null, priority: null });
    const { bands, known } = aReport([aRow(), wide, unscored, aRow({ level: "assessed", band: "high" })]);
    expect(bands).toEqual({ low: 0, raised: 1, high: 1, between: 1, none: 1 });
    expect(known).toEqual({ country: 4, sector: 4, supplier: 1 });
  });

  test.each([
    ["levels", { suppliers: 3 }],
    ["bands", { bands: { low: 0, raised: 2, high: 0 } }],
    ["rows", { rows: { read: 10, imported: 7, repaired: 0, setAside: 1, leftOut: 1 } }],
    [
      "total EUR",
      { totals: [{ currency: "EUR", file: "10", counted: "7", creditNotes: "0", setAside: "1", rejected: "1" }] },
    ],
  ])("a report whose %s do not add up is not made", (what, facts) => {
    expect(() => aReport([aRow()], facts)).toThrow(what);
  });
});

describe("text made printable", () => {
  test("keeps what the fonts have and names what none has", () => {
    expect(printable("Müller 华 😀", [LATIN, HAN])).toEqual({ text: "Müller 华 [U+1F600]", missing: [0x1f600] });
  });

  test("takes out what hides or turns other text, and turns line ends into spaces", () => {
    expect(printable("a\u202Eb\u2066c\u200Ed\u00ADe\n\tf\u0000g", [LATIN]).text).toBe("abcde  f g");
  });

  test("a mark that the letter's font lacks is named beside the letter", () => {
    expect(printable("华\u0301", [LATIN, HAN]).text).toBe("华[U+0301]");
  });

  test("letters of private use and halves of pairs are named, never passed on", () => {
    expect(printable("\u{E000}\uD800", [font([0, 0x10ffff])]).text).toBe("[U+E000][U+D800]");
  });

  test("a long word may be broken, a hash may not", () => {
    expect(printable("x".repeat(30), [LATIN]).text).toContain("\u200b");
    expect(printable("a1".repeat(32), [LATIN]).text).toBe("a1".repeat(32));
  });

  test("an address may be broken after its signs, a word of syllables is left to the hyphen", () => {
    const site = "https://example.org/suppliers/annex.html?part=4711";
    expect(printable(site, [LATIN]).text.split("\u200b")).toEqual(["https://", "example.", "org/", "supplier", "s/annex.", "html?", "part=", "4711"]); // prettier-ignore
    const name = "Donaudampfschifffahrtsgesellschaft,";
    expect(printable(name, [LATIN]).text).toBe(name);
  });

  test("a word of very many letters that ends in another script is printed, and stops nothing", () => {
    const name = "Donau'".repeat(1500);
    expect(printable(`${name}\u0639`, [LATIN]).text.replaceAll("\u200b", "")).toBe(`${name}[U+0639]`);
  });

  test("Thai may be broken between its words", () => {
    const thai = font([0x0e00, 0x0e7f], [0x200b, 0x200b]);
    expect(printable("โรงงานทอผ้าไทย", [LATIN, thai]).text.split("\u200b")).toEqual(["โรงงาน", "ทอ", "ผ้า", "ไทย"]);
  });

  test("holds nothing that the fonts lack, whatever comes in, and loses no letter that they have", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const { text: printed, missing } = printable(text, [LATIN, HAN]);
        for (const character of printed) {
          const codePoint = character.codePointAt(0)!;
          expect(LATIN.has(codePoint) || HAN.has(codePoint)).toBe(true);
        }
        for (const codePoint of missing) expect(printed).toContain(codePoint.toString(16).toUpperCase());
        const letters = [...text.normalize("NFC")].filter((one) => /[A-Za-z\u4e00-\u9fff]/u.test(one));
        let at = -1;
        for (const letter of letters) expect((at = printed.indexOf(letter, at + 1))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("only the writing systems that occur ask for a font, and Latin always", () => {
  expect(scriptsOf(["Müller", "Завод", "Ελλάδα"])).toEqual(["latin"]);
  expect(scriptsOf(["华", "さくら"])).toEqual(["latin", "han"]);
  expect(scriptsOf(["مصنع", "מפעל", "โรงงาน", "कपड़ा", "한국"])).toEqual([
    "latin",
    "arabic",
    "hebrew",
    "thai",
    "devanagari",
    "hangul",
  ]);
});

test("a name runs the way of its first letter", () => {
  expect(["مصنع Ltd", "(עברית)", "Ltd مصنع", "123", ""].map(runsRightToLeft)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

describe.each(languageCodes)("the words in %s", (language) => {
  test("say each level, dimension, floor and source of the model, and what a score does not prove", async () => {
    const wording = await wordingOf(language);
    const [model] = MODELS;
    const texts = textsOf(registerDocument(aReport([aRow()]), model!, wording)).join("\n");
    for (const { id, height } of model!.floors) {
      expect(texts).toContain(wording.t(`reason.floor.${id}`));
      expect(texts).toContain(String(height));
    }
    for (const { id } of model!.indicators) expect(texts).toContain(wording.t(`missing.${id}` as "missing.seat"));
    expect(texts).toContain(wording.t("account.home.notText"));
    expect(texts).toContain(wording.t("common.footer"));
    expect(texts).toContain("Some indicators. Some bank");
  });

  test("a demo workspace is called invented on every page", async () => {
    const wording = await wordingOf(language);
    const report = aReport([aRow()], { workspace: { name: "Demo", isDemo: true } });
    expect(registerDocument(report, MODELS[0]!, wording).foot).toContain(wording.t("common.demoNote"));
  });

  test("what could not be printed is listed at the end", async () => {
    const wording = await wordingOf(language);
    const document = registerDocument(aReport([aRow({ name: "A😀" })]), MODELS[0]!, wording);
    const everyLetter: FontCoverage = { has: (codePoint) => codePoint < 0x10000 };
    expect(printDocument(document, [everyLetter], wording).blocks.at(-1)).toEqual({ kind: "text", text: "[U+1F600]" });
    expect(textsOf(printDocument(document, [everyLetter], wording))).toContain("A[U+1F600]");
  });
});

test("a sector is named in the reader's language, with the English name of its class beside it, marked as such", async () => {
  const { sector } = aRow();
  const inWords = async (language: "en" | "ru") =>
    JSON.stringify(registerDocument(aReport([aRow()]), MODELS[0]!, await wordingOf(language)));
  const english = new RegExp(`"text":"${sector}[^"]*"[^}]*"lang":"en"`, "u");
  expect(await inWords("en")).toMatch(english);
  expect(await inWords("ru")).toMatch(english);
  expect(await inWords("ru")).toContain(`"text":"${(await wordingOf("ru")).t("division.13")} (МСОК 1311)"`);
});
