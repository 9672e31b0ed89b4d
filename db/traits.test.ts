import fc from "fast-check";
import { expect, test } from "vitest";
import { BAND_CODES, LEVEL_CODES, ROLE_CODES } from "./schema/codes";
import { DIMENSIONS, traitNumber, traitOf, traitsOf, traitWord } from "./traits";

const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const row = fc.record({
  seat: fc.option(fc.tuple(letter, letter).map((two) => two.join(""))),
  isic: fc.option(
    fc.oneof(
      fc.integer({ min: 1, max: 99 }).map((division) => `${String(division).padStart(2, "0")}10`),
      fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTU"),
    ),
  ),
  role: fc.nat(ROLE_CODES.length - 1),
  level: fc.nat(LEVEL_CODES.length - 1),
  band: fc.option(fc.nat(BAND_CODES.length - 1)),
});

test("every value a supplier is filtered by is read back from its traits as it was", () => {
  fc.assert(
    fc.property(row, (given) => {
      const traits = traitsOf(given);
      const words = Object.fromEntries(DIMENSIONS.map((name) => [name, traitWord(name, traitOf(traits, name))]));
      expect(words).toEqual({
        seat: given.seat ?? "",
        division: given.isic?.slice(0, 2) ?? "",
        role: ROLE_CODES[given.role],
        level: LEVEL_CODES[given.level],
        band: given.band === null ? "" : BAND_CODES[given.band],
      });
      for (const name of DIMENSIONS) expect(traitNumber(name, words[name]!)).toBe(traitOf(traits, name));
    }),
  );
});

test("what is no country and no code of ISIC is unknown, not something else", () => {
  const blank = traitsOf({ seat: null, isic: null, role: 0, level: 0, band: null });
  for (const [seat, isic] of [
    ["Norway", "x1"],
    ["no", ""],
    ["", "?"],
  ])
    expect(traitsOf({ seat: seat!, isic: isic!, role: 0, level: 0, band: null })).toBe(blank);
});
