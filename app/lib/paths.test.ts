import { expect, test } from "vitest";
import { onDay, paths, safeNext } from "./paths";

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

test("a past day joins what an address says already, before the part of the page that it names", () => {
  expect(onDay(paths.lot("mill", "7"), "2026-03-01")).toBe("/w/mill/lots/7?on=2026-03-01");
  expect(onDay(paths.matches("mill", "tab=match"), "2026-03-01")).toBe("/w/mill/matches?tab=match&on=2026-03-01");
  expect(onDay(paths.tenders("mill", "lots"), "2026-03-01")).toBe("/w/mill/tenders?on=2026-03-01#lots");
});
