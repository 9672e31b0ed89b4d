import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkEdition, checkRead } from "../../app/screening/check-edition";
import { isOutOfDate } from "../../app/screening/age";
import { compareEditions } from "../../app/screening/edition-changes";
import { entryOf, idFromName } from "../../app/screening/entries";
import { LEGAL } from "../../app/screening/list-heads";
import type { ListEntry } from "../../app/screening/types";

const entry = (name: string, more: Partial<ListEntry> = {}): ListEntry => ({
  ...entryOf({ id: idFromName(name), name }, LEGAL.uflpa),
  ...more,
});
const edition = (count: number, date = "2026-01-01") => ({
  title: "A list",
  date,
  entries: Array.from({ length: count }, (_, at) => entry(`Firm ${at}`)),
});

describe("an edition is refused", () => {
  test("with far fewer or far more entries than the one in force, and the sentence says what was expected", () => {
    expect(() => checkEdition(edition(79), edition(100))).toThrow(
      "A list: 79 entries were found, and the edition in force has 100. Expected were 80 to 200.",
    );
    expect(() => checkEdition(edition(201), edition(100))).toThrow(/The edition in force stays\.$/);
    for (const count of [80, 100, 200]) expect(() => checkEdition(edition(count), edition(100))).not.toThrow();
  });

  test("unless a person read that number at the publisher", () => {
    expect(() => checkEdition(edition(10), edition(100), { expectedEntries: 10 })).not.toThrow();
    expect(() => checkEdition(edition(10), edition(100), { expectedEntries: 12 })).toThrow(
      /10 entries were found, and you expected 12/,
    );
    expect(() => checkEdition(edition(10), null, { expectedEntries: 12 })).toThrow(/you expected 12/);
  });

  test("when it is older than the one in force, whatever a person expects", () => {
    const older = edition(100, "2025-12-31");
    expect(() => checkEdition(older, edition(100), { expectedEntries: 100 })).toThrow(/2025-12-31.*2026-01-01/);
    expect(() => checkEdition(edition(100), edition(100))).not.toThrow();
    expect(() => checkEdition(older, null)).not.toThrow();
  });

  test("when its file contradicts itself", () => {
    const read = { entries: [entry("A Ltd"), entry("A Ltd")], leftOut: {}, date: null, count: null };
    expect(() => checkRead("A list", read)).toThrow(/1 entry numbers stand in the file more than once \(name:a ltd\)/);
    const short = { ...read, entries: [entry("A Ltd")], count: { stated: 2, read: 1 } };
    expect(() => checkRead("A list", short)).toThrow(/has 2 rows, and 1 were read/);
  });
});

describe("between two editions", () => {
  const before = [
    entry("Stays Ltd"),
    entry("Moves Ltd", { city: "Berlin" }),
    entry("Leaves Ltd"),
    entry("Was Off Ltd", { delistedOn: "2025-01-01" }),
  ];

  test("entries are listed, changed with the fields that changed, or delisted", () => {
    const after = [entry("Stays Ltd"), entry("Moves Ltd", { city: "Hamburg", subsidiaries: true }), entry("New Ltd")];
    const { listed, changed, delisted } = compareEditions({ entries: before }, { entries: after });
    expect(listed.map(({ name }) => name)).toEqual(["New Ltd"]);
    expect(changed.map(({ after, fields }) => [after.name, fields])).toEqual([["Moves Ltd", ["city", "subsidiaries"]]]);
    expect(delisted.map(({ name }) => name)).toEqual(["Leaves Ltd"]);
  });

  test("an entry that stays in the file with a day of delisting is delisted, and one put back is listed", () => {
    const after = [entry("Stays Ltd", { delistedOn: "2026-02-01" }), ...before.slice(1, 3), entry("Was Off Ltd")];
    const { listed, changed, delisted } = compareEditions({ entries: before }, { entries: after });
    expect([listed, changed, delisted].map((some) => some.length)).toEqual([1, 0, 1]);
    expect(delisted[0]!.name).toBe("Stays Ltd");
    expect(listed[0]!.name).toBe("Was Off Ltd");
  });

  test("a new number or another way to make ids does not list a firm anew where its name tells it", () => {
    const was = entry("Société Inventée S.A.", { id: "WRO-1" });
    const { listed, changed, delisted } = compareEditions(
      { entries: [was] },
      { entries: [entry("SOCIETE INVENTEE SA")] },
    );
    expect([listed, delisted]).toEqual([[], []]);
    expect(changed[0]!.fields).toEqual(["id", "name"]);
  });

  test("the order of aliases and of keys is no change", () => {
    const one = entry("A Ltd", { aliases: ["B", "C"], ids: { vat: "1", lei: "2" } });
    const other = entry("A Ltd", { aliases: ["C", "B"], ids: { lei: "2", vat: "1" } });
    expect(compareEditions({ entries: [one] }, { entries: [other] }).changed).toEqual([]);
  });
});

describe("for any two editions", () => {
  const some = fc.record({
    id: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8"),
    name: fc.constantFrom("A Ltd", "a ltd.", "B GmbH", "ООО Завод", "上海公司", "شركة", "😀", ""),
    city: fc.constantFrom(null, "Berlin", "Paris"),
    aliases: fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }),
    delistedOn: fc.constantFrom(null, null, null, "2026-01-01"),
  });
  const entries = fc
    .uniqueArray(some, { selector: ({ id }) => id, maxLength: 8 })
    .map((found) => found.map(({ id, name, ...more }) => entry(name, { id, ...more })));
  const standing = (list: readonly ListEntry[]) => list.filter(({ delistedOn }) => delistedOn === null);
  const byId = (list: readonly ListEntry[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

  test("an edition compared with itself has no changes", () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(compareEditions({ entries: list }, { entries: list })).toEqual({
          listed: [],
          changed: [],
          delisted: [],
        });
      }),
    );
  });

  test("the changes turn what stood into what stands", () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const { listed, changed, delisted } = compareEditions({ entries: before }, { entries: after });
        const replaced = new Map(changed.map((change) => [change.before, change.after]));
        const kept = standing(before).filter((one) => !delisted.includes(one));
        const applied = [...kept.map((one) => replaced.get(one) ?? one), ...listed];
        const plain = (list: readonly ListEntry[]) =>
          byId(list).map((one) => ({ ...one, aliases: [...one.aliases].sort() }));
        expect(plain(applied)).toEqual(plain(standing(after)));
        for (const { fields } of changed) expect(fields.length).toBeGreaterThan(0);
      }),
    );
  });
});

test("an edition is out of date from the 91st day after it was taken, over leap days and turns of the year", () => {
  for (const readOn of ["2026-07-09", "2023-12-15", "2024-02-28", "2025-11-30", "1999-12-31"]) {
    const after = (days: number) => new Date(Date.parse(readOn) + days * 86_400_000).toISOString().slice(0, 10);
    expect(isOutOfDate({ readOn }, after(90))).toBe(false);
    expect(isOutOfDate({ readOn }, after(91))).toBe(true);
    expect(isOutOfDate({ readOn }, readOn)).toBe(false);
  }
});
