import { describe, expect, test } from "vitest";
import { reference } from "../lib/reference.server";
import { standingOf } from "../services/commitments/standing.server";
import { CONFIDENCES, isAsked, type Asked } from "./filter";
import { selectFor, THRESHOLD_ROWS, type Buyer, type Selectable } from "./select";

const rows = reference().table("commitments");
const row = (id: string): Selectable => rows.find((one) => one.id === id)!;
const TODAY = "2026-11-28";
const buyer = (
  country: string,
  more: Partial<Omit<Buyer, "country" | "sellsTo">> & { sellsTo?: string[] } = {},
): Buyer => ({
  country: standingOf(country)!,
  body: more.body ?? null,
  size: more.size ?? null,
  buys: more.buys ?? null,
  sector: more.sector ?? null,
  sellsTo: (more.sellsTo ?? []).map((one) => standingOf(one)!),
});
const applies = (id: string, to: Buyer) => selectFor(row(id), to, TODAY);

describe("which rows may apply", () => {
  test("every row that is said to state a threshold is in the table", () => {
    expect(THRESHOLD_ROWS.filter((id) => !rows.some((one) => one.id === id))).toEqual([]);
  });

  test("every jurisdiction and every word for who is bound is understood: each row reaches some buyer", () => {
    const buyers = ["DE", "GB", "US", "CA", "AU", "NO", "CH", "FR"].flatMap((country) =>
      (["company", "public"] as const).map((body) => buyer(country, { body, size: "5000-up", buys: "both" })),
    );
    const none = rows.filter((one) => !buyers.some((to) => selectFor(one, to, TODAY).applies)).map(({ id }) => id);
    expect(none).toEqual([]);
  });

  test("a public buyer in Germany: the procurement directive and German law bind it, a company’s duties do not", () => {
    const authority = buyer("DE", { body: "public" });
    expect(applies("EU-PPD-05", authority)).toMatchObject({ applies: true, reach: ["eu-member"], binding: "buyer" });
    expect(applies("DE-GWB-01", authority)).toMatchObject({ applies: true, reach: ["own-country"] });
    expect(applies("DE-LKSG-01", authority)).toEqual({ applies: false, because: "other-body" });
    expect(applies("GB-PA23-01", authority)).toEqual({ applies: false, because: "elsewhere" });
  });

  test.each([
    ["GB-NHS-01", "GB", "public", "Q", "P"],
    ["EU-CMR-01", "DE", "company", "K", "J"],
    ["EU-BATT-01", "DE", "company", "C", "K"],
    ["EU-EUDR-01", "DE", "company", "G", "L"],
  ] as const)(
    "%s is for some trades alone: a buyer of another sector is told so",
    (id, country, body, theirs, other) => {
      const of = (sector: string | null) => applies(id, buyer(country, { body, sector }));
      expect([of(theirs).applies, of(null).applies]).toEqual([true, true]);
      expect(of(other)).toEqual({ applies: false, because: "other-sector" });
    },
  );

  test("a sector closes no row of an instrument for every trade", () => {
    const trades = /^(GB-NHS|EU-CMR|EU-BATT|EU-EUDR)-/u;
    for (const body of ["company", "public"] as const)
      for (const one of rows.filter(({ id }) => !trades.test(id)))
        for (const country of ["DE", "GB"])
          expect(selectFor(one, buyer(country, { body, sector: "K" }), TODAY)).toEqual(selectFor(one, buyer(country, { body }), TODAY)); // prettier-ignore
  });

  test("what a State committed itself to is said so, for firms and authorities alike", () => {
    for (const body of ["company", "public"] as const)
      expect(applies("OSCE-AP03-01", buyer("KG", { body }))).toMatchObject({ binding: "state", reach: ["osce-state"] });
    expect(applies("OSCE-AP03-01", buyer("IN"))).toEqual({ applies: false, because: "elsewhere" });
  });

  test("selling into the EU brings a firm under its product ban, which is still to come; a public body elsewhere is not reached", () => {
    expect(applies("EU-FLR-01", buyer("TR", { body: "company", sellsTo: ["DE"] }))).toMatchObject({
      applies: true,
      reach: ["sells-into-eu"],
      coming: true,
    });
    expect(applies("EU-FLR-01", buyer("TR", { body: "company" }))).toEqual({ applies: false, because: "elsewhere" });
    expect(applies("EU-PPD-05", buyer("TR", { body: "public", sellsTo: ["DE"] }))).toEqual({
      applies: false,
      because: "elsewhere",
    });
  });

  test("a buyer of services alone is not shown the ban on products", () => {
    expect(applies("EU-FLR-01", buyer("DE", { body: "company", buys: "services" }))).toEqual({
      applies: false,
      because: "goods-only",
    });
  });

  test("staff below a threshold closes an instrument, staff not stated does not; thresholds in money stay open", () => {
    const firm = (size: Buyer["size"]) => applies("EU-CSDDD-02", buyer("FR", { body: "company", size }));
    expect(firm("1000-4999")).toEqual({ applies: false, because: "too-small" });
    expect(firm("5000-up")).toMatchObject({ applies: true, threshold: "EU-CSDDD-01" });
    expect(firm(null)).toMatchObject({ applies: true, threshold: "EU-CSDDD-01" });
    expect(applies("GB-MSA-02", buyer("GB", { body: "company", size: "under-50" }))).toMatchObject({
      applies: true,
      threshold: "GB-MSA-01",
    });
  });

  test("a row begins to apply on its day, not before", () => {
    const [company, of] = [buyer("DE", { body: "company" }), row("EU-FLR-01")];
    expect(selectFor(of, company, "2027-12-13")).toMatchObject({ coming: true });
    expect(selectFor(of, company, "2027-12-14")).toMatchObject({ coming: false });
  });
});

describe("looking through the table", () => {
  const nothing: Asked = {
    words: "", jurisdiction: null, binds: null, theme: null, when: null, by: null, confidence: null, forUs: false,
  }; // prettier-ignore
  const found = (asked: Partial<Asked>) =>
    rows.filter((one) => isAsked(one, { ...nothing, ...asked }, TODAY)).map(({ id }) => id);

  test("every way of checking that the table knows can be asked for", () => {
    expect(new Set(rows.map(({ confidence }) => confidence))).toEqual(new Set(CONFIDENCES));
  });

  test("words are found in any order and whatever their capitals, in the text, the article or the id", () => {
    expect(found({ words: "PAPERS recruiters" })).toContain("ILO-FR-02");
    expect(found({ words: "eu-ppd-19" })).toEqual(["EU-PPD-19"]);
    expect(found({ words: "no such words here" })).toEqual([]);
  });

  test("filters narrow together", () => {
    const asked = { jurisdiction: "EU", binds: "contracting authority", theme: "exclusion" };
    expect(found(asked)).toContain("EU-PPD-05");
    expect(found(asked).length).toBeLessThan(found({ jurisdiction: "EU" }).length);
    expect(found({ ...asked, when: "coming" })).toEqual([]);
  });

  test("what is coming and what is in force are all there is", () => {
    expect(found({ when: "coming" }).length + found({ when: "in-force" }).length).toBe(rows.length);
    expect(found({ when: "coming" })).toContain("EU-FLR-01");
  });
});
