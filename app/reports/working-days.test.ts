import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterWorkingDays, isWorkingDay, REST_DAY_WORDS, workingDaysBetween, type WorkingCalendar } from "./working-days"; // prettier-ignore

const someDay = fc
  .date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2032-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  rest: fc.constantFrom(...REST_DAY_WORDS),
  holidays: fc.array(someDay, { maxLength: 60 }).map((days) => new Set(days)),
});
const EVERY_WEEK: WorkingCalendar = { rest: "sat-sun", holidays: new Set() };

describe("working days", () => {
  test("a period begins on the day after: thirty working days from a Monday end on a Monday six weeks later", () => {
    expect(afterWorkingDays("2028-01-03", 30, EVERY_WEEK)).toBe("2028-02-14");
    expect(workingDaysBetween("2028-01-03", "2028-02-14", EVERY_WEEK)).toBe(30);
  });

  test("a holiday that is entered moves the end by one working day, one on a day of rest does not", () => {
    const with_ = (day: string): WorkingCalendar => ({ rest: "sat-sun", holidays: new Set([day]) });
    expect(afterWorkingDays("2028-01-03", 30, with_("2028-01-06"))).toBe("2028-02-15");
    expect(afterWorkingDays("2028-01-03", 30, with_("2028-01-08"))).toBe("2028-02-14");
  });

  test("counting forth and counting between agree, and the end is a working day", () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 120 }), someCalendar, (from, days, calendar) => {
        const end = afterWorkingDays(from, days, calendar);
        expect(end > from).toBe(true);
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(workingDaysBetween(from, end, calendar)).toBe(days);
      }),
    ));

  test("more days never end earlier, and more holidays never make a period end earlier", () =>
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 60 }), someCalendar, someDay, (from, days, calendar, holiday) => {
        const end = afterWorkingDays(from, days, calendar);
        expect(afterWorkingDays(from, days + 1, calendar) > end).toBe(true);
        const more = { ...calendar, holidays: new Set([...calendar.holidays, holiday]) };
        expect(afterWorkingDays(from, days, more) >= end).toBe(true);
      }),
    ));

  test("no day and no count are refused, and a day that is not later is no working day away", () => {
    expect(() => afterWorkingDays("2028-02-30", 3, EVERY_WEEK)).toThrow(RangeError);
    expect(() => afterWorkingDays("2028-02-01", -1, EVERY_WEEK)).toThrow(RangeError);
    expect(workingDaysBetween("2028-02-02", "2028-02-01", EVERY_WEEK)).toBe(0);
  });
});
