import { createContext, useContext } from "react";
import { I18nContext } from "react-i18next";

/** A true minus before scores and points, as wide as their plus. Amounts keep the sign that spreadsheets read. */
const trueMinus = (text: string) => text.replace("-", "\u2212");

/** Money as a whole number of ten-thousandths of the unit, exact as text: sums of a ledger may pass 2^53. */
type Amount = number | bigint;

/** Thin and narrow spaces differ between the server's and the browser's Intl data; one no-break space keeps both alike. */
const evenSpaces = (text: string) => text.replace(/[\u2009\u202F]/gu, "\u00A0");

/** Russian dates without their “г.”, which a sentence that ends with its date would follow with a second full stop. */
const withoutYearSign = (text: string) => text.replace(/(\d{4})[\s\u00A0]г\./u, "$1");

/** How a language writes dates where its code alone would mean another country: English as in Britain, day before month. */
const DATES_OF: Readonly<Record<string, string>> = { en: "en-GB" };

/** Shares below this have one decimal. */
const TENTHS_BELOW = 0.0995;

function createFormat(language: string) {
  const dates = DATES_OF[language] ?? language;
  const cache = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const found = cache.get(key) ?? new Intl.NumberFormat(language, options);
    cache.set(key, found);
    return found;
  };
  const counts = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const scores = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const amounts = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  const countries = new Map<string, string>();
  const { compare } = new Intl.Collator(language);
  const day = new Intl.DateTimeFormat(dates, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const minute = new Intl.DateTimeFormat(dates, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  const regions = new Intl.DisplayNames(language, { type: "region", fallback: "code" });
  return {
    /** A count: 1,234,567. */
    count: (value: number) => evenSpaces(counts.format(value)),
    /** A measured number with at most `digits` decimals. */
    number: (value: number, digits = 2) =>
      trueMinus(evenSpaces(numbers({ maximumFractionDigits: digits }).format(value))),
    /** A number with exactly `digits` decimals: figures of an equation. */
    fixed: (value: number, digits: number) =>
      evenSpaces(numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)),
    /** A score or points, one decimal. */
    score: (value: number) => evenSpaces(scores.format(value)),
    /** Points with their sign, one decimal. */
    points: (value: number) =>
      trueMinus(
        evenSpaces(
          numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(value),
        ),
      ),
    /** A fraction 0 to 1 as a percentage without decimals. */
    percent: (fraction: number) => evenSpaces(percents.format(fraction)),
    /** A fraction as a percentage, with one decimal below a tenth: shares that stand in a list beside each other. */
    share: (fraction: number) => {
      const tenths = numbers({ style: "percent", maximumFractionDigits: 1 });
      // A little is not nothing.
      if (fraction > 0 && fraction < 0.0005) return evenSpaces(`<${tenths.format(0.001)}`);
      return evenSpaces((Math.abs(fraction) < TENTHS_BELOW ? tenths : percents).format(fraction));
    },
    /** What `share` writes, in thousandths. */
    shareInThousandths: (fraction: number): number =>
      Math.abs(fraction) < TENTHS_BELOW ? Math.round(fraction * 1000) : Math.round(fraction * 100) * 10,
    /** Ten-thousandths of a currency unit as a file states them, exact: 2 to 4 decimals. */
    amount: (tenThousandths: Amount) => {
      const whole = BigInt(tenThousandths);
      const sign = whole < 0n ? "-" : "";
      const units = (whole < 0n ? -whole : whole).toString().padStart(5, "0");
      const text = `${sign}${units.slice(0, -4)}.${units.slice(-4)}`;
      return evenSpaces(amounts.format(text as unknown as number));
    },
    /** Ten-thousandths of a currency unit where sums are read and not paid: 2 decimals, a half away from zero; files have them exact. */
    money: (tenThousandths: Amount) => {
      const exact = BigInt(tenThousandths);
      const half = exact < 0n ? -50n : 50n;
      const hundredths = (exact + half) / 100n;
      const sign = hundredths < 0n ? "-" : "";
      const units = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, "0");
      return evenSpaces(amounts.format(`${sign}${units.slice(0, -2)}.${units.slice(-2)}` as unknown as number));
    },
    /** Ten-thousandths of a currency unit, rounded to whole units: for a place where the exact sum stands elsewhere. */
    wholeAmount: (tenThousandths: string | bigint) => {
      const exact = BigInt(tenThousandths);
      const half = exact < 0n ? -5000n : 5000n;
      return evenSpaces(numbers({ maximumFractionDigits: 0 }).format((exact + half) / 10_000n));
    },
    /** A large number in few characters: 1.2M. */
    compact: (value: number) => evenSpaces(numbers({ notation: "compact", maximumSignificantDigits: 2 }).format(value)),
    /** An ISO date or instant as a day. */
    day: (iso: string | Date) => withoutYearSign(evenSpaces(day.format(new Date(iso)))),
    /** An instant to the minute, in UTC, said so: the same for every reader and every auditor. */
    minute: (instant: string | Date) => `${withoutYearSign(evenSpaces(minute.format(new Date(instant))))} UTC`,
    /** The name of an ISO 3166-1 country in the reader's language; other text is given back as it is. */
    country: (iso2: string) => {
      const known = countries.get(iso2);
      if (known !== undefined) return known;
      let name = iso2;
      try {
        name = regions.of(iso2) ?? iso2;
        // Only what has the form of a country is remembered: there are 676 of those.
        if (/^[A-Z]{2}$/u.test(iso2)) countries.set(iso2, name);
      } catch {
        // No country: shown as it is.
      }
      return name;
    },
    /** The language's order of two texts. */
    compare,
    /** A size in bytes, decimal units. */
    bytes: (bytes: number) => {
      if (bytes < 1000) return evenSpaces(numbers({ style: "unit", unit: "byte", unitDisplay: "long" }).format(bytes));
      const [unit, size] =
        bytes >= 1e9
          ? (["gigabyte", 1e9] as const)
          : bytes >= 1e6
            ? (["megabyte", 1e6] as const)
            : (["kilobyte", 1e3] as const);
      return evenSpaces(
        numbers({ style: "unit", unit, maximumFractionDigits: bytes / size >= 10 ? 0 : 1 }).format(bytes / size),
      );
    },
    /** Seconds as "4 s" or "2 min 10 s". */
    duration: (seconds: number) => {
      const whole = Math.max(0, Math.round(seconds));
      const part = (value: number, unit: "second" | "minute" | "hour") =>
        evenSpaces(numbers({ style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 0 }).format(value));
      if (whole < 60) return part(whole, "second");
      if (whole < 3600) return `${part(Math.floor(whole / 60), "minute")} ${part(whole % 60, "second")}`;
      return `${part(Math.floor(whole / 3600), "hour")} ${part(Math.floor((whole % 3600) / 60), "minute")}`;
    },
  };
}

export type Format = ReturnType<typeof createFormat>;

const formats = new Map<string, Format>();

/** Numbers, dates and country names as the language writes them. */
export function formatFor(language: string): Format {
  const found = formats.get(language) ?? createFormat(language);
  formats.set(language, found);
  return found;
}

/**
 * Names of countries by their code, as the server says them: browsers know other names for some of them, and a page must say
 * the same on both sides. A route gives what its loader named (`countryNames`); null: nothing on this page is named by code.
 */
export const CountryNames = createContext<Readonly<Record<string, string>> | null>(null);

const named = new WeakMap<Readonly<Record<string, string>>, Format>();

/** `formatFor` the reader's language, from the context itself: `useTranslation` copies the whole translator at each call. */
export function useFormat(): Format {
  const format = formatFor(useContext(I18nContext).i18n.language);
  const names = useContext(CountryNames);
  if (names === null) return format;
  const known = named.get(names) ?? { ...format, country: (iso2: string) => names[iso2] ?? format.country(iso2) };
  named.set(names, known);
  return known;
}
