import fc from "fast-check";
import { expect, test } from "vitest";
import { rememberSectors } from "./sector-memo";
import type { SectorMatch } from "./types";

const matchOf = (texts: readonly string[]): SectorMatch => ({
  isic: texts.join("|"),
  how: "text",
  confidence: 1,
  goods: [],
});

test("whatever the limit and the order, each row gets the sector of its own texts", () => {
  const text = fc.constantFrom("", "a", "b", "c", "a text of more than twelve characters", "x".repeat(450));
  const row = fc.record({ isic: text, nace: text, hs: text, cpv: text, product: text, sector: text });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (rows, limit) => {
      const sector = rememberSectors(matchOf, limit);
      for (const { isic, nace, hs, cpv, product, sector: word } of [...rows, ...rows])
        expect(sector({ isic, nace, hs, cpv, product, sector: word })?.isic).toBe(
          [isic, nace, hs, cpv, product, word].join("|"),
        );
    }),
  );
});

test("a product with its codes is worked out once, also among many combinations of codes", () => {
  let calls = 0;
  const sector = rememberSectors((texts) => {
    calls += 1;
    return matchOf(texts);
  });
  for (let pass = 0; pass < 3; pass += 1)
    for (let code = 0; code < 50; code += 1) sector({ product: "cotton shirts", hs: String(6100 + code) });
  expect(calls).toBe(50);
});
