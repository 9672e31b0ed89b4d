import { describe, expect, test } from "vitest";
import { reference } from "../../app/lib/reference.server";
import { readsAsFirm } from "../../app/screening/names";
import { shippedEditions } from "../../app/screening/shipped";

const rows = reference().table("screening-lists");
const editions = shippedEditions(rows, reference().table("screening-editions"));
const entries = editions.flatMap((edition) => edition.entries);
const listed = (listId: string) => editions.find((edition) => edition.listId === listId)!;

describe("the lists that come with the product", () => {
  test("hold every row of the table, those about one firm as one entry", () => {
    const merged = editions.reduce((sum, { leftOut }) => sum + (leftOut["same-firm"] ?? 0), 0);
    expect(entries.length + merged).toBe(rows.length);
    expect(merged).toBe(8);
    expect(editions.map(({ listId }) => listId)).toEqual([
      "US-UFLPA",
      "US-CBP-WRO",
      "US-BIS-XUAR",
      "BR-LISTA-SUJA",
      "NO-NBIM",
    ]);
    expect(listed("US-UFLPA").entries).toHaveLength(144);
  });

  test("have an id of their own for every entry of a list", () => {
    for (const { entries } of editions) expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test("carry the publisher's day and the day the copy was taken", () => {
    expect(listed("US-UFLPA")).toMatchObject({ date: "2025-01-14", readOn: "2026-07-09" });
    expect(listed("NO-NBIM")).toMatchObject({ date: "2024-12-31", readOn: "2024-12-31" });
  });

  test("say what a listing does where it was made, and that it does nothing in an award in the EU", () => {
    for (const { ground, effects } of entries) {
      expect(["forced-labour", "forced-labour-or-state-imposed", "human-rights"]).toContain(ground);
      expect(effects).toHaveLength(2);
      expect(effects[1]).toEqual({ jurisdiction: "EU", effect: "none-in-an-award" });
    }
    expect(listed("US-UFLPA").entries[0]!.effects[0]).toEqual({ jurisdiction: "US", effect: "import-presumption" });
    expect(listed("US-BIS-XUAR").entries[0]!.ground).toBe("human-rights");
  });

  test("mark goods, regions and vessels, and keep their tag out of the reason", () => {
    const kinds = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ name }) => name);
    expect(kinds("vessel")).toEqual(["Da Wang", "Lien Yi Hsing No. 12", "Hangton No. 112", "Zhen Fa 7"]);
    expect(kinds("goods")).toHaveLength(2);
    expect(kinds("region")).toEqual([
      "Marange Diamond Fields",
      "Artisanal Small Mines",
      "Xinjiang Uyghur Autonomous Region (XUAR)",
    ]);
    expect(entries.filter(({ reason }) => reason?.startsWith("["))).toEqual([]);
  });

  test("say where a listing covers subsidiaries", () => {
    expect(entries.filter(({ subsidiaries }) => subsidiaries).map(({ name }) => name)).toEqual([
      "Hoshine Silicon Industry (Shanshan) Co., Ltd",
      "Xinjiang Production and Construction Corps",
      "Tangshan Sanyou Group",
      "Xinjiang Production and Construction Corporation",
      "Hoshine Silicon Industry Co. Ltd.",
      "Agropecuarios Tom S.A. de C.V.",
      "Horticola Tom S.A. de C.V.",
    ]);
  });

  test("hold the number of the Brazilian company register, and no name that reads as a person's", () => {
    const brazil = listed("BR-LISTA-SUJA");
    for (const { id, ids } of brazil.entries) {
      expect(id).toMatch(/^\d{14}$/);
      expect(ids).toEqual({ registration: id });
    }
    expect(brazil.entries.filter(({ name }) => !readsAsFirm(name)).map(({ name }) => name)).toEqual([]);
    expect(brazil.leftOut).toEqual({ person: 461, unclear: 56, "same-firm": 8 });
  });

  test("a row of a list without an edition stops with its number", () => {
    expect(() => shippedEditions(rows, reference().table("screening-editions").slice(1))).toThrow(/UFLPA-001/);
  });
});
