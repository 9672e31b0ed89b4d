import fc from "fast-check";
import { expect, test } from "vitest";
import { asKnownOn, endOfDay, type TimedRecord } from "./as-known-on";

const at = (text: string) => new Date(`2026-03-${text}Z`);
const known = (records: readonly TimedRecord[], day: string) => asKnownOn(records, day, (record) => record);

test("a record is known from the day it was recorded to the day before it was taken back", () => {
  const record = { recordedAt: at("02T23:59:59.999"), takenBackAt: at("05T00:00:00.000") };
  const days = ["2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"];
  expect(days.map((day) => known([record], day).length)).toEqual([0, 1, 1, 0]);
});

test("a fact of an earlier day is not known before it was recorded, and one of a later day not before it is true", () => {
  const old = { recordedAt: at("03T10:00:00"), takenBackAt: null, validFrom: "2020-01-01" };
  const coming = { recordedAt: at("03T10:00:00"), takenBackAt: null, validFrom: "2026-03-09" };
  expect(known([old, coming], "2026-03-02")).toEqual([]);
  expect(known([old, coming], "2026-03-03")).toEqual([old]);
  expect(known([old, coming], "2026-03-09")).toEqual([old, coming]);
});

test("what is known on a day does not change by anything recorded or taken back after it", () => {
  const instant = fc.date({ min: at("01T00:00:00"), max: at("20T00:00:00"), noInvalidDate: true });
  const record = fc.record({ recordedAt: instant, takenBackAt: fc.option(instant) });
  fc.assert(
    fc.property(fc.array(record), fc.array(record), (before, later) => {
      const end = endOfDay("2026-03-10");
      const after = later.map((one) => ({ ...one, recordedAt: new Date(Math.max(+one.recordedAt, +end + 1)) }));
      const takenBackLater = before.map((one) =>
        one.takenBackAt === null ? { ...one, takenBackAt: new Date(+end + 1) } : one,
      );
      expect(known([...takenBackLater, ...after], "2026-03-10")).toHaveLength(known(before, "2026-03-10").length);
    }),
  );
});
