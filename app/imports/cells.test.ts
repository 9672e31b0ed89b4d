import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CleanCell,
  DOUBLE_ENCODED,
  EMPTY_WORD,
  EMPTY_WORDS,
  FLAG_CODES,
  LINE_BREAK,
  SHEET_ERROR,
  SPACES,
  STRAY_MARK,
  cleanCell,
  decodeTwice,
  isChatbotText,
  isTidy,
} from "./cells";

const as1252 = (text: string): string => new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));
const as1251 = (text: string): string => new TextDecoder("windows-1251").decode(new TextEncoder().encode(text));

describe("cleanCell", () => {
  test.each([
    [" Foo  Ltd ", "Foo Ltd", SPACES],
    ["\u00a0Foo\u2003Ltd\u200b", "Foo Ltd", SPACES],
    ["Foo\r\nLtd", "Foo Ltd", LINE_BREAK],
    ["Foo\tLtd", "Foo Ltd", LINE_BREAK],
    ["Foo Ltd,", "Foo Ltd", STRAY_MARK],
    ['"Foo Ltd', "Foo Ltd", STRAY_MARK],
    ['Foo Ltd"', "Foo Ltd", STRAY_MARK],
    ['"Foo Ltd"', "Foo Ltd", STRAY_MARK],
    ['"Foo" Ltd', '"Foo" Ltd', 0],
    ['Notebooks 14"', 'Notebooks 14"', 0],
    ['ООО "Ромашка"', 'ООО "Ромашка"', 0],
    ["MARÃ‰CHAL", "MARÉCHAL", DOUBLE_ENCODED],
    ["Åžti.", "Şti.", DOUBLE_ENCODED],
    ["#REF!", "", SHEET_ERROR],
    ["   ", "", 0],
    ["", "", 0],
    ["Café vert", "Café vert", 0],
    ["Côte d'Ivoire", "Côte d'Ivoire", 0],
    ["«À la carte»", "«À la carte»", 0],
    ["CAFÉ® ÎLE", "CAFÉ® ÎLE", 0],
    ["Российская Федерация", "Российская Федерация", 0],
    ["Nokia", "Nokia", 0],
  ])("%j becomes %j", (cell, text, flags) => {
    expect(cleanCell(cell)).toBe(text);
    expect(CleanCell.flags).toBe(flags);
  });

  test.each([
    "-",
    "NA",
    "#N/A",
    "No disponible",
    "No especificado",
    "(No especificado)",
    "不详",
    "UNKNOWN",
    "NO SUPPLIER GROUP",
    "--",
    "N/A",
    "NULL",
    "None",
    "TBC",
    "нет",
    "k.A.",
    "无",
  ])("%j says nothing", (word) => {
    expect(cleanCell(` ${word} `)).toBe("");
    expect(CleanCell.flags & EMPTY_WORD).toBe(EMPTY_WORD);
    expect(isTidy(word)).toBe(false);
  });

  test("cleaning a cleaned cell changes nothing", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(" ", "\t", "\u00a0", "\u200b", '"', ",", ";", "Ã©", "Ð ", "#", "n/a", "é", "Р°"),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = cleanCell(pieces.join(""));
        // Text encoded three times is decoded once a pass.
        fc.pre(decodeTwice(once) === null);
        expect(cleanCell(once)).toBe(cleanCell(cleanCell(once)));
      }),
    );
  });

  test("a tidy cell is one that cleaning leaves alone", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (cell) => !isTidy(cell) || cleanCell(cell) === cell));
  });

  test("every flag has its code", () => {
    expect(FLAG_CODES.map(([flag]) => flag).reduce((all, flag) => all | flag, 0)).toBe(
      SPACES | LINE_BREAK | EMPTY_WORD | DOUBLE_ENCODED | STRAY_MARK | SHEET_ERROR,
    );
    expect([...EMPTY_WORDS].every((word) => word === word.toLowerCase())).toBe(true);
  });
});

describe("decodeTwice", () => {
  test.each([
    "Maréchal",
    "Łódź",
    "A.Ş. Tekstil",
    "Bình Dương",
    "华鑫食品有限公司",
    "Москва",
    'ООО "Сибтех"',
    "Polígono El Álamo",
    "l’Industrie",
  ])("%s read as windows-1252 comes back", (text) => {
    expect(decodeTwice(as1252(text))).toBe(text);
  });
  test("Cyrillic read as windows-1251 comes back", () => {
    expect(decodeTwice(as1251("Москва"))).toBe("Москва");
    expect(decodeTwice(as1251("ООО Ромашка"))).toBe("ООО Ромашка");
  });
  test.each(["Maréchal", "Москва", "Société Générale", "Århus", "São Paulo", "上海", "Ürün", "ÉCOLE «É»", "Серёжа"])(
    "%s is left as it is",
    (text) => {
      expect(decodeTwice(text)).toBeNull();
    },
  );
});

test.each([
  "Sure! Here is a revised description: cotton t-shirts",
  "As an AI language model, I cannot browse the internet.",
  "I hope this helps! Let me know if you need more.",
  "Как языковая модель, я не могу назвать продукт",
])("%j is a chatbot's", (text) => {
  expect(isChatbotText(text)).toBe(true);
});
test.each([
  "Cotton t-shirts, knitted, for men and ladies, 100% cotton",
  "Sure Cleaning Services, here in Leeds, for offices",
  "AI language training for staff and model making",
])("%j is not", (text) => {
  expect(isChatbotText(text)).toBe(false);
});
