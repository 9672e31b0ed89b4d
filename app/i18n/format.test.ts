import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFor } from "./format";
import { languageOf } from "./languages";

test("an amount is written exactly, however large, with two to four decimals", () => {
  const en = formatFor("en");
  expect(en.amount(12_345_678)).toBe("1,234.5678");
  expect(en.amount(-5000)).toBe("-0.50");
  expect(en.amount(90_071_992_547_409_930_000n)).toBe("9,007,199,254,740,993.00");
});

test("no amount gains or loses a digit when it is written", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), (amount) => {
      const written = formatFor("en").amount(amount).replace(/,/gu, "");
      const [units = "0", decimals = ""] = written.replace("-", "").split(".");
      const back = BigInt(units + decimals.padEnd(4, "0")) * (written.startsWith("-") ? -1n : 1n);
      expect(back).toBe(amount);
    }),
  );
});

test("an amount in whole units is rounded to the nearest, away from zero at a half, and keeps every digit", () => {
  const en = formatFor("en");
  expect(en.wholeAmount("14999")).toBe("1");
  expect(en.wholeAmount("15000")).toBe("2");
  expect(en.wholeAmount("-15000")).toBe("-2");
  expect(en.wholeAmount("90071992547409930000")).toBe("9,007,199,254,740,993");
});

test("Russian numbers use one kind of space, so that server and browser write the same", () => {
  expect(formatFor("ru").count(1_234_567)).toBe("1\u00A0234\u00A0567");
  expect(formatFor("ru").percent(0.42)).toBe("42\u00A0%");
});

test("a duration is said in the two largest units", () => {
  expect(formatFor("en").duration(4.2)).toBe("4 sec");
  expect(formatFor("en").duration(130)).toBe("2 min 10 sec");
});

test("country names come in the reader's language and unknown codes stay what they are", () => {
  expect(formatFor("en").country("NO")).toBe("Norway");
  expect(formatFor("ru").country("NO")).toBe("Норвегия");
  expect(formatFor("en").country("")).toBe("");
});

test.each([
  [null, "en"],
  ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
  ["de-DE,de;q=0.9", "en"],
  ["en;q=0.5, ru;q=0.7", "ru"],
  ["ru;q=0, en", "en"],
])("a browser that asks for %s gets %s", (header, language) => {
  expect(languageOf(header)).toBe(language);
});
