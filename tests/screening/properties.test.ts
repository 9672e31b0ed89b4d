import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlText, tablesOf } from "../../app/screening/html-tables";
import { partiesIn, readNamed, readsAsFirm } from "../../app/screening/names";
import { statedIn } from "../../app/screening/tables";

const pieces = fc.constantFrom(
  "Invented",
  "Co., Ltd.",
  "Ltd",
  "(also known as ",
  "(including two aliases: ",
  "a/k/a ",
  "; ",
  ", ",
  " and ",
  ")",
  "(",
  " and its subsidiaries",
  "завод",
  "有限公司",
  "شركة",
  "*203",
  " ",
  "Mexico",
);
const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(pieces, { maxLength: 14 }).map((some) => some.join("")),
);

describe("any cell of names", () => {
  test("is read without an error, no alias is blank or the name itself, and the same is read again", () => {
    fc.assert(
      fc.property(cell, (text) => {
        for (const { name, aliases } of [readNamed(text), ...partiesIn(text)]) {
          expect(name).toBe(name.trim());
          expect(aliases).not.toContain("");
          expect(aliases).not.toContain(name);
          expect(new Set(aliases).size).toBe(aliases.length);
        }
        expect(partiesIn(text)).toEqual(partiesIn(text));
        expect(typeof readsAsFirm(text)).toBe("boolean");
      }),
    );
  });

  test("names at least one firm where a plain name stands", () => {
    fc.assert(
      fc.property(fc.constantFrom("Invented Mills Ltd", "Завод «Выдумка»", "虚构有限公司", "شركة مخترعة"), (name) => {
        expect(partiesIn(name).map((party) => party.name)).toEqual([name]);
      }),
    );
  });
});

describe("files made to be slow", () => {
  // Work that grew with the square of the length would pass the time a test has.
  const LONG = 400_000;
  test.each([
    ["tables that are not closed", () => tablesOf("<table>".repeat(LONG / 7)), []],
    ["tags that are not closed", () => htmlText("<".repeat(LONG)).length, LONG],
    ["rows without cells", () => tablesOf(`<table>${"<tr>".repeat(LONG / 4)}</table>`), [{ before: "", rows: [] }]],
    ["comments that are not closed", () => htmlText("<!--".repeat(LONG / 4)), ""],
    ["scripts that are not closed", () => htmlText("<script>".repeat(LONG / 8)), ""],
    ["brackets that are not closed", () => readNamed("(also known as ".repeat(LONG / 15)).name, ""],
    ["quotes without end", () => partiesIn(`${'"'.repeat(LONG)}x`), []],
    ["a count line without end", () => statedIn([`total of ${"a ".repeat(LONG / 2)}`]), null],
  ])("%s are read in time that grows with their length", (_, work, answer) => {
    expect(work()).toEqual(answer);
  });
});
