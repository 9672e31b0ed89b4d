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

test("a small file has its size in bytes, never a size of nothing", () => {
  expect(formatFor("en").bytes(15)).toBe("15 bytes");
  expect(formatFor("en").bytes(1_240)).toBe("1.2 kB");
});

test("a share that is something is never written as nothing", () => {
  const { share } = formatFor("en");
  expect([0, 0.0002, 0.0006, 0.043, 0.5].map(share)).toEqual(["0%", "<0.1%", "0.1%", "4.3%", "50%"]);
});

test("a duration is said in the two largest units", () => {
  expect(formatFor("en").duration(4.2)).toBe("4 sec");
  expect(formatFor("en").duration(130)).toBe("2 min 10 sec");
});

test("a date stands day before month, its month in words, in English as in Russian", () => {
  expect(formatFor("en").day("2026-03-04")).toBe("4 March 2026");
  expect(formatFor("en").minute("2026-03-04T17:05:59Z")).toBe("4 March 2026 at 17:05 UTC");
  expect(formatFor("ru").day("2026-03-04")).toBe("4 марта 2026");
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

test("a sum that is read has two decimals, a half goes away from zero, and no digit before them is lost", () => {
  const { money } = formatFor("en");
  expect(money(15_407_407_268n)).toBe("1,540,740.73");
  expect([money(50), money(49), money(-50), money(-149)]).toEqual(["0.01", "0.00", "-0.01", "-0.01"]);
  expect(money(90_071_992_547_409_930_000n)).toBe("9,007,199,254,740,993.00");
  expect(formatFor("ru").money(15_407_407_268n)).toBe("1\u00A0540\u00A0740,73");
});
