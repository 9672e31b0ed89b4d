import { expect, test } from "vitest";
import { opensPalette, readPress, type Press } from "./shortcuts";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: /^[a-z]$/u.test(key) ? `Key${key.toUpperCase()}` : "",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test("g and a letter go to a page; the letter alone does not", () => {
  expect(readPress(press("s"), false)).toEqual({ shortcut: null, afterG: false });
  const g = readPress(press("g"), false);
  expect(g).toEqual({ shortcut: null, afterG: true });
  expect(readPress(press("s"), g.afterG).shortcut).toEqual({ kind: "go", to: "suppliers" });
  expect(readPress(press("x"), true)).toEqual({ shortcut: null, afterG: false });
});

test("on a Russian keyboard the same keys do the same", () => {
  expect(readPress(press("п", { code: "KeyG" }), false).afterG).toBe(true);
  expect(readPress(press("щ", { code: "KeyJ" }), false).shortcut).toEqual({ kind: "next" });
  expect(opensPalette(press("л", { code: "KeyK", ctrlKey: true }))).toBe(true);
});

test("on a Latin layout the letter that is written counts, not the place of the key", () => {
  expect(readPress(press("j", { code: "KeyC" }), false).shortcut).toEqual({ kind: "next" });
  expect(readPress(press("c", { code: "KeyJ" }), false).shortcut).toBeNull();
});

test("a press with Ctrl, Alt or Cmd is the browser's, but for the palette's own", () => {
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
    expect(readPress(press("/", held), false).shortcut).toBeNull();
  expect(opensPalette(press("k", { metaKey: true }))).toBe(true);
  expect(opensPalette(press("k"))).toBe(false);
  expect(opensPalette(press("k", { ctrlKey: true, altKey: true }))).toBe(false);
});

test("the question mark opens the list and the stroke the search, wherever they stand on the keyboard", () => {
  expect(readPress(press("?", { code: "Digit7" }), false).shortcut).toEqual({ kind: "help" });
  expect(readPress(press("/", { code: "Backslash" }), false).shortcut).toEqual({ kind: "search" });
});
