import { expect, test } from "vitest";
import { paths, safeNext } from "./paths";

test("going on after sign-in never leaves this site", () => {
  for (const foreign of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
    null,
    "/a\nb",
  ]) {
    expect(safeNext(foreign, "/home")).toBe("/home");
  }
  expect(safeNext("/w/mill/suppliers?band=high", "/home")).toBe("/w/mill/suppliers?band=high");
});

test("a file name goes into an address whole, whatever it holds", () => {
  const url = new URL(paths.upload("mill", "Поставщики & co #1?.csv"), "http://localhost");
  expect(url.searchParams.get("name")).toBe("Поставщики & co #1?.csv");
});
