import fc from "fast-check";
import { expect, test } from "vitest";
import { DateNote, readDate } from "./dates";

test.each([
  ["2017-01-04", "dmy", "2017-01-04"],
  ["2017-01-04T00:00:00", "dmy", "2017-01-04"],
  ["2017/1/4", "dmy", "2017-01-04"],
  ["04/01/2017", "dmy", "2017-01-04"],
  ["04/01/2017", "mdy", "2017-04-01"],
  ["01/13/2017", "dmy", "2017-01-13"],
  ["04.01.2017", "mdy", "2017-01-04"],
  ["04/01/17", "dmy", "2017-01-04"],
  ["04/01/2017 00:00", "dmy", "2017-01-04"],
  ["20170104", "dmy", "2017-01-04"],
  ["42739", "dmy", "2017-01-04"],
  ["42739.5", "dmy", "2017-01-04"],
  ["04 Jan 2017", "dmy", "2017-01-04"],
  ["4-Jan-17", "dmy", "2017-01-04"],
  ["Jan 4, 2017", "dmy", "2017-01-04"],
  ["Wednesday, 4th January 2017", "dmy", "2017-01-04"],
  ["4 января 2017 г.", "dmy", "2017-01-04"],
  ["04.01.2017 г.", "dmy", "2017-01-04"],
  ["4 de enero de 2017", "dmy", "2017-01-04"],
  ["4. Januar 2017", "dmy", "2017-01-04"],
  ["4 janvier 2017", "dmy", "2017-01-04"],
  ["2017年1月4日", "dmy", "2017-01-04"],
  ["29/02/2016", "dmy", "2016-02-29"],
] as const)("%j (%s) is %s", (cell, order, day) => {
  expect(readDate(cell, order)).toBe(day);
});

test.each(["", "soon", "29/02/2017", "2017-13-01", "12", "99999", "31/31/2017", "Q1 2017", "2017", "4667095"])(
  "%j is no date",
  (cell) => {
    expect(readDate(cell, "dmy")).toBe("");
  },
);

test.each(["Jan-17", "January 2017", "2017-01", "01/2017", "январь 2017"])(
  "%j is the first of the month, and that is said",
  (cell) => {
    expect(readDate(cell, "dmy")).toBe("2017-01-01");
    expect(DateNote.monthOnly).toBe(true);
  },
);

test("every day of two centuries is read from its serial number and from each way of writing it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 73_000 }), (serial) => {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      const [year, month, date] = day.split("-");
      expect(readDate(String(serial), "dmy")).toBe(day);
      expect(readDate(`${date}/${month}/${year}`, "dmy")).toBe(day);
      expect(readDate(`${month}/${date}/${year}`, "mdy")).toBe(day);
      expect(readDate(`${date}.${month}.${year}`, "mdy")).toBe(day);
    }),
  );
});
