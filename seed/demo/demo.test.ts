import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8").replace(/^\ufeff/, "");
const cells = (text: string): string[][] => Papa.parse<string[]>(text.trimEnd(), { delimiter: ";" }).data;
/** Decimal comma, thousands by full stop or blank, in cents. */
const cents = (text: string): number => Math.round(Number(text.replace(/[. ]/g, "").replace(",", ".")) * 100);

const suppliers = cells(read("./suppliers.csv"));
const header = suppliers[3] ?? [];
const rows = suppliers.slice(4);
const column = (name: string): number => header.indexOf(name);
const payments = cells(read("./payments.csv")).slice(1);

/** Words of a company name that tell it apart: no legal forms, no words of the trade. */
function distinctiveWords(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter((word) => !COMMON.has(word));
}
const COMMON = new Set(
  `limited company private public group holding trading trade services service international industries industry industrial products exports
  textile textiles cotton garment garments apparel spinning mills works parts security municipality municipal ministry state technology electronics
  medical devices consumables computer solar energy cell display rubber gloves glove latex chemical steel tomato oils foods food fish fishery deep
  fishing processing seafoods canning carpets sports toys brick bricks tiles granite rice roses flowers coffee sugar university hospital
  various supplies freight forwarding partners commodities sdn ltda gmbh construction materials polysilicon instruments surgical helio battery bags
  knitwear workwear denim modules tyre footwear corp rail estates packers insurance telekom cocoa system systems studio consult development
  comercio industria servicos transportes agricola factory plant machine machinery european`.split(/\s+/),
);

describe("the demo's supplier list", () => {
  test("holds 180 suppliers under a header of 26 columns", () => {
    expect(rows).toHaveLength(180);
    expect(header).toHaveLength(26);
    for (const row of rows) expect(row).toHaveLength(26);
  });

  test("numbers every supplier differently", () => {
    expect(new Set(rows.map((row) => row[column("Supplier no.")])).size).toBe(180);
  });

  test("writes only to hosts that can belong to nobody", () => {
    const mails = rows.map((row) => row[column("Contact e-mail")] ?? "").filter((mail) => mail !== "");
    expect(mails.length).toBeGreaterThan(150);
    for (const mail of mails) expect(mail).toMatch(/^[a-z]+@[a-z0-9]+\.example$/);
  });

  test("shares no distinctive word with an entry of the screening lists", () => {
    const listed = Papa.parse<Record<string, string>>(
      readFileSync(new URL("../reference/screening-lists/data.csv", import.meta.url), "utf8"),
      { header: true },
    ).data;
    const taken = new Set(
      listed.flatMap((entry) =>
        distinctiveWords(`${entry["name"] ?? ""} ${(entry["aliases"] ?? "").replaceAll(";", " ")}`),
      ),
    );
    expect(taken.size).toBeGreaterThan(300);
    const names = [...rows.map((row) => row[column("Supplier name")] ?? ""), ...payments.map((row) => row[0] ?? "")];
    const shared = names.flatMap((name) => distinctiveWords(name).filter((word) => taken.has(word)));
    expect(shared).toEqual([]);
  });
});

describe("the demo's payments", () => {
  test("end in a total that is the sum of the euro lines to the cent", () => {
    const total = payments.at(-1) ?? [];
    expect(total[0]).toBe("Total");
    const lines = payments.slice(0, -1).filter((row) => row[8] === "EUR");
    expect(lines.reduce((sum, row) => sum + cents(row[7] ?? ""), 0)).toBe(cents(total[7] ?? ""));
  });

  test("pay most suppliers of the list more than once", () => {
    const lines = new Map<string, number>();
    for (const row of payments) lines.set((row[0] ?? "").trim(), (lines.get((row[0] ?? "").trim()) ?? 0) + 1);
    expect([...lines.values()].filter((count) => count > 1).length).toBeGreaterThan(80);
  });

  test("lie in 2025", () => {
    for (const row of payments.slice(0, -1)) expect(row[2]).toMatch(/^\d\d\.\d\d\.2025$/);
  });
});
