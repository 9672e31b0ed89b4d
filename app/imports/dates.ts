/** Dates as lists write them → `YYYY-MM-DD`. Without a clock: a two-digit year up to 79 is 20xx, from 80 on 19xx. */

export type DateOrder = "dmy" | "mdy" | "ymd";

const MONTHS: readonly string[] = [
  "january jan januar janvier janv enero ene janeiro январь января янв gennaio gen styczeń stycznia ocak қаңтар січень січня",
  "february feb februar februari février fevrier févr fev febrero fevereiro февраль февраля фев febbraio luty lutego şubat ақпан лютий лютого",
  "march mar märz maerz mrz mars marzo março marco март марта мар marzec marca mart наурыз березень березня",
  "april apr avril avr abril abr апрель апреля апр aprile kwiecień kwietnia nisan сәуір квітень квітня",
  "may mai mayo maio май мая maj maja maggio mayıs мамыр травень травня",
  "june jun juni juin junio junho июнь июня июн giugno czerwiec czerwca haziran маусым червень червня",
  "july jul juli juillet juil julio julho июль июля июл luglio lipiec lipca temmuz шілде липень липня",
  "august aug août aout agosto ago август августа авг sierpień sierpnia ağustos тамыз серпень серпня",
  "september sep sept septembre septiembre setembro set сентябрь сентября сен сент settembre wrzesień września eylül қыркүйек вересень вересня",
  "october oct oktober okt octobre octubre outubro out октябрь октября окт ottobre październik października ekim қазан жовтень жовтня",
  "november nov novembre noviembre novembro ноябрь ноября ноя нояб listopad listopada kasım қараша листопад листопада",
  "december dec dezember dez desember des décembre decembre diciembre dic dezembro декабрь декабря дек dicembre grudzień grudnia aralık желтоқсан грудень грудня",
];
const MONTH_BY_NAME = new Map(MONTHS.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)));

/** Reused result: true when only month and year were given. */
export const DateNote = { monthOnly: false };

/**
 * The day in a cell, or "" when it cannot be read. `order` decides 04/01/2017; a number from 20,000 to 80,000 is a spreadsheet's
 * serial date (days since 1899-12-30, Excel's 1900 system).
 */
export function readDate(cell: string, order: DateOrder): string {
  DateNote.monthOnly = false;
  const text = cell.trim();
  if (isIso(text)) return civil(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text.replace(",", ".")));
    return serial >= 20_000 && serial <= 80_000 ? fromSerial(serial) : "";
  }
  let found = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  if (found) return civil(Number(found[1]), Number(found[2]), Number(found[3]));
  found = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:日|\D.*)?$/.exec(text);
  if (found) return civil(Number(found[1]), Number(found[2]), Number(found[3]));
  found = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?:\s?г\.?)?(?:[\sT,].*)?$/.exec(text);
  if (found) return ordered(Number(found[1]), Number(found[2]), found[3]!, order, text);
  return named(text);
}

function isIso(text: string): boolean {
  return (
    text.length >= 10 &&
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/.test(text)
  );
}

function ordered(first: number, second: number, yearText: string, order: DateOrder, text: string): string {
  const year = fullYear(yearText);
  // Points are not used for month-first dates; a number over 12 can only be a day.
  const monthFirst = second > 12 || (first <= 12 && order === "mdy" && !text.includes("."));
  return monthFirst ? civil(year, first, second) : civil(year, second, first);
}

/** "04 Jan 2017", "Jan 4, 2017", "4-Jan-17", "4 января 2017 г.", "4 de enero de 2017", "Jan-17", "January 2017", "2017-01", "01/2017". */
function named(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\b(?:de|del|of|the|r|г)\b\.?|\sг\.?$/gu, " ")
    .replace(/(\d)(?:st|nd|rd|th|er|º)\b/g, "$1")
    .split(/[\s,./-]+/)
    .filter((word) => word !== "");
  let month = 0;
  const numbers: string[] = [];
  for (const word of words) {
    const named = MONTH_BY_NAME.get(word);
    if (named !== undefined && month === 0) month = named;
    else if (/^\d{1,2}$|^\d{4}$/.test(word)) numbers.push(word);
    // A weekday or a time may stand around the date; anything else is no date.
    else if (!/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$|^\d{1,2}:\d{2}(?::\d{2})?$/.test(word)) return "";
  }
  if (month > 0 && numbers.length === 2) {
    const [first, second] = numbers as [string, string];
    return first.length === 4
      ? civil(Number(first), month, Number(second))
      : civil(fullYear(second), month, Number(first));
  }
  if (month > 0 && numbers.length === 1) {
    DateNote.monthOnly = true;
    return civil(fullYear(numbers[0]!), month, 1);
  }
  if (month === 0 && numbers.length === 2) {
    const [first, second] = numbers as [string, string];
    if (first.length !== 4 && second.length !== 4) return "";
    DateNote.monthOnly = true;
    return first.length === 4 ? civil(Number(first), Number(second), 1) : civil(Number(second), Number(first), 1);
  }
  return "";
}

const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) < 80 ? 2000 + Number(text) : 1900 + Number(text);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

function civil(year: number, month: number, day: number): string {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return "";
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** Days since 1899-12-30 → date, by counting years and months. */
function fromSerial(serial: number): string {
  let left = serial - 2;
  let year = 1900;
  for (;;) {
    const days = isLeap(year) ? 366 : 365;
    if (left < days) break;
    left -= days;
    year++;
  }
  let month = 1;
  while (left >= daysIn(year, month)) {
    left -= daysIn(year, month);
    month++;
  }
  return civil(year, month, left + 1);
}
