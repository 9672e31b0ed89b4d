import { expect, test } from "vitest";
import { shortPath, worldShapes } from "./world.server";

test("every shape of a country with a code is drawn once, inside the map", () => {
  const { width, height, shapes } = worldShapes();
  const codes = shapes.flatMap(({ code }) => code ?? []);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(["BD", "UZ", "TM", "NP", "QA", "XK", "TW", "EE"]));
  expect(codes).not.toContain("AQ");
  for (const { path } of shapes)
    for (const [, x, y] of path.matchAll(/M(-?\d+) (-?\d+)/gu)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(width);
      expect(Number(y)).toBeLessThanOrEqual(height);
    }
});

test("shapes without a code are the two places that have none, and stay plain land", () => {
  expect(worldShapes().shapes.filter(({ code }) => code === null)).toHaveLength(2);
});

test("an outline in steps ends where the outline in places ends", () => {
  expect(shortPath("M10.2,20L12.6,19L12.6,19.2L9,25.4Z")).toBe("M10 20l3-1-4 6z");
  expect(shortPath("M0,0L5,5ZM7,7L8,8Z")).toBe("M0 0l5 5zM7 7l1 1z");
  expect(shortPath("M3,3L3.1,3.2Z")).toBe("");
});

test("the whole world is drawn in fewer characters than a page has to spare", () => {
  const length = worldShapes().shapes.reduce((sum, { path }) => sum + path.length, 0);
  expect(length).toBeLessThan(60_000);
});
