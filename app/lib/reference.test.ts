import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openReference, reference } from "./reference.server";

test("the compiled tables can be read by name, with blanks as null", () => {
  const kosovo = reference()
    .table("countries")
    .find((row) => row.iso2 === "XK");
  expect(kosovo).toMatchObject({ iso3: "XKX", isoNumeric: null });
  expect(reference().table("countries")).toHaveLength(250);
});

test("a table is read once", () => expect(reference().table("isic")).toBe(reference().table("isic")));

test("the risk reference is made of the same tables", () => {
  const risk = reference().risk();
  expect(Object.keys(risk.countries)).toHaveLength(reference().table("countries").length);
  expect(Object.keys(risk.goods)).toHaveLength(reference().table("goods-to-classification").length);
  expect(risk.goods["Cotton"]?.pairs["TM"]).toMatchObject({ forced: true });
});

test("the data date and the hash are stated", () => {
  expect(reference().dataDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(reference().hash).toMatch(/^[0-9a-f]{64}$/);
});

test("a missing folder and one of another format are named with what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "candour-none-"));
  try {
    expect(() => openReference(folder)).toThrow(/reference data are missing: .*index\.json\. Build again/);
    writeFileSync(join(folder, "index.json"), JSON.stringify({ format: 0 }));
    expect(() => openReference(folder)).toThrow(/have format 0, this version reads \d+\. Build again/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
