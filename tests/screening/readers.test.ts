import { describe, expect, test } from "vitest";
import { readListFile, type ReadListOptions } from "../../app/screening/read-list-file";
import type { ListFile } from "../../app/screening/tables";
import type { ListEntry } from "../../app/screening/types";
import * as files from "./fixtures";

const read = (listId: string, file: ListFile, more: Partial<ReadListOptions> = {}) =>
  readListFile(listId, file, { ...files.OPTIONS, ...more });
const named = (entries: readonly ListEntry[], name: string): ListEntry => {
  const found = entries.find((entry) => entry.name === name);
  if (!found) throw new Error(`no entry ${name} among ${entries.map((entry) => entry.name).join(" / ")}`);
  return found;
};
const html = (text: string): ListFile => ({ kind: "html", fileName: "uflpa.html", text });

test("a page is read whole whatever letters it has: one that is two in small letters moves nothing", () => {
  const page = files.UFLPA_PAGE.replace("<body>", `<body><p>${"İ".repeat(400)}</p>`);
  const { entries } = read("US-UFLPA", html(page));
  expect(entries).toEqual(read("US-UFLPA", html(files.UFLPA_PAGE)).entries);
});

describe("the UFLPA page", () => {
  const edition = read("US-UFLPA", html(files.UFLPA_PAGE));

  test("gives each entity once, with the sections it stands in and the day of the page", () => {
    expect(edition).toMatchObject({ listId: "US-UFLPA", date: "2025-01-14", readOn: "2026-11-20" });
    expect(edition.entries.map(({ name }) => name)).toEqual([
      "Invented Silicon Works (Shanshan) Co., Ltd",
      "Invented Corps",
      "Sample Jing Technology Group Co., Ltd.",
      "No. 9 Vocation Training Center",
      "Fancy G&G Cotton Co., Ltd., North Branch",
    ]);
    expect(named(edition.entries, "Invented Corps")).toMatchObject({
      aliases: ["INVC", "Imagined Corps", "Bingzhi", "INVENTED CORPS"],
      countries: ["CN"],
      reason: "UFLPA s.2(d)(2)(B)(i),(ii); scope: and its subordinate and affiliated entities",
      ground: "forced-labour-or-state-imposed",
      subsidiaries: true,
      listedOn: "2022-06-21",
    });
    expect(edition.leftOut).toEqual({ nameless: 1, "same-firm": 1 });
  });

  test("takes aliases out of brackets and covered subsidiaries out of the name", () => {
    expect(named(edition.entries, "Sample Jing Technology Group Co., Ltd.")).toMatchObject({
      aliases: ["Sample Mian Technology Co., Ltd.", "SJT Technology", "Old Sample Co., Ltd."],
      subsidiaries: false,
    });
    expect(named(edition.entries, "Invented Silicon Works (Shanshan) Co., Ltd")).toMatchObject({
      aliases: ["Imagined Silicon Works Co."],
      subsidiaries: true,
    });
    expect(named(edition.entries, "No. 9 Vocation Training Center").aliases).toEqual(["NVTC"]);
  });

  test("without its tables is a changed format", () => {
    expect(() => read("US-UFLPA", html("<html><body><p>moved</p></body></html>"))).toThrow(/Name of Entity/);
    expect(() => read("US-UFLPA", files.csvFile("a,b\n1,2", ","))).toThrow(/is read from HTML/);
  });
});

describe("the orders and findings of CBP", () => {
  const edition = read(
    "US-CBP-WRO",
    files.csvFile(files.CBP_CSV, ",", "withhold-release-orders-findings-fy26-2026-06-23.csv"),
  );
  const names = edition.entries.map(({ name }) => name);

  test("part a cell that names several firms, and keep one firm with commas whole", () => {
    expect(names).toEqual([
      "Sample Machinery",
      "North Tree Farm",
      "Invented Tea Co., Ltd.",
      "Imagined Tea Trading Co., Ltd.",
      "First Carpet Pvt.",
      "Second Carpet Pvt., Ltd.",
      "Third Carpet",
      "N.N. Carpet Industries",
      "Invented Group Agriculture, Industry, and Trade Co., Ltd.",
      "Sample Soda Group",
      "Sample Garment Co., Ltd.",
      "Fancy Trade and Business Co., Ltd.",
      "Sample Safety Company, Limited",
      "Fancy (Nan) Safety Co. Limited",
      "Fancy Protective (HK) Limited.",
      "Agro Uno S.A. de C.V.",
      "Horti Dos S.A. de C.V.",
      "Invented Wang",
      "Sample Ocean Fishing Co. Ltd.",
      "All Sampleland Cotton or products produced with it.",
      "Sample Autonomous Region (SAR)",
      "Aluminio Inventado S.R.L.",
      "State Prison",
    ]);
    expect(named(edition.entries, "State Prison").address).toBe("Invented City, Sampleland, Mexico");
  });

  test("bring order and finding about one firm together, with the earliest day and both reasons", () => {
    expect(named(edition.entries, "Sample Machinery")).toMatchObject({
      aliases: ["Gold Horse Factory", "Sample 1st Works"],
      reason: "WRO 1991-11-14; Finding 1992-03-18; merchandise: Diesel Engines; status: Active",
      listedOn: "1991-11-14",
      ground: "forced-labour",
      effects: [
        { jurisdiction: "US", effect: "import-ban" },
        { jurisdiction: "EU", effect: "none-in-an-award" },
      ],
    });
  });

  test("tell vessels, goods and regions from firms, and say where subsidiaries are covered", () => {
    expect(named(edition.entries, "Invented Wang").kind).toBe("vessel");
    expect(named(edition.entries, "All Sampleland Cotton or products produced with it.").kind).toBe("goods");
    expect(named(edition.entries, "Sample Autonomous Region (SAR)").kind).toBe("region");
    expect(edition.entries.filter(({ subsidiaries }) => subsidiaries).map(({ name }) => name)).toEqual([
      "Sample Soda Group",
      "Agro Uno S.A. de C.V.",
      "Horti Dos S.A. de C.V.",
    ]);
    expect(named(edition.entries, "Imagined Tea Trading Co., Ltd.")).toMatchObject({
      countries: ["JP"],
      address: "Nagoya, Japan",
    });
  });

  test("leave out what has ended, keep what a court has not decided, and take the day from the file's name", () => {
    expect(edition.leftOut).toEqual({ ended: 1, nameless: 1, "same-firm": 1 });
    expect(names).toContain("Aluminio Inventado S.R.L.");
    expect(edition.date).toBe("2026-06-23");
  });

  test("with a column renamed are a changed format, and the column is named", () => {
    const changed = files.CBP_CSV.replace("WRO/Finding", "Action");
    expect(() => read("US-CBP-WRO", files.csvFile(changed, ","))).toThrow(/columns are missing: WRO\/Finding\./);
  });
});

describe("the US Consolidated Screening List", () => {
  const edition = read("US-CSL", files.csvFile(files.CSL_CSV, ","));

  test("keeps firms and vessels with their aliases in any script, countries and numbers", () => {
    expect(edition.entries.map(({ id }) => id)).toEqual(["a1", "a3", "b1", "b2", "d1"]);
    expect(edition.entries[0]).toMatchObject({
      aliases: ["ВЫДУМАННЫЙ ХОЛДИНГ", "شركة مخترعة", "虚构控股有限公司"],
      countries: ["RU", "AE"],
      address: "d.7 ul. Sample, Moscow, 119180, RU",
      ids: { registration: "1087746334400", tax: "7704681172" },
      reason: "Specially Designated Nationals (SDN); IFSR; NPWMD",
    });
    expect(edition.entries[1]).toMatchObject({ kind: "vessel", ids: {} });
  });

  test("keeps no natural person, and counts who may be one apart", () => {
    expect(edition.leftOut).toEqual({ person: 1, unclear: 2, ended: 1, "unknown-source": 1 });
    expect(JSON.stringify(edition)).not.toMatch(/Omran|MICK|A\. Q\.|Linked to a person/);
  });

  test("gives each of its lists the ground and effect it has, a human-rights ground to the Xinjiang rules alone", () => {
    const legal = edition.entries.map(({ ground, effects }) => [ground, effects[0]!.jurisdiction, effects[0]!.effect]);
    expect(legal).toEqual([
      ["sanctions", "US", "asset-freeze"],
      ["sanctions", "US", "asset-freeze"],
      ["human-rights", "US", "export-control"],
      ["sanctions", "US", "export-control"],
      ["debarment", "US", "export-control"],
    ]);
    for (const { effects } of edition.entries)
      expect(effects).toContainEqual({ jurisdiction: "EU", effect: "none-in-an-award" });
  });

  test("in which a number of the publisher comes twice stops", () => {
    const twice = files.csvFile(files.CSL_CSV.replace("b2,", "b1,"), ",");
    expect(() => read("US-CSL", twice)).toThrow(/more than once \(b1\)/);
  });
});

describe("the EU consolidated list", () => {
  test("is one entry an entity however many rows it has, and the same from CSV and XML", () => {
    const csv = read("EU-FSF", files.csvFile(files.EU_CSV, ";"));
    const xml = read("EU-FSF", { kind: "xml", fileName: "eu.xml", text: files.EU_XML });
    expect(csv).toEqual(xml);
    expect(csv).toMatchObject({ date: "2026-08-05", leftOut: { person: 1, nameless: 1 } });
    expect(csv.entries).toEqual([
      {
        id: "EU.3502.46",
        kind: "entity",
        name: "Invented Bank JSC",
        aliases: ["АО «Выдуманный банк»"],
        countries: ["RU"],
        city: "Moscow",
        address: "1 Sample Street",
        ids: { registration: "1027700000000" },
        sector: null,
        reason: "UKR, 2022/336 (OJ L58)",
        ground: "sanctions",
        effects: [{ jurisdiction: "EU", effect: "asset-freeze" }],
        subsidiaries: false,
        listedOn: "2022-03-15",
        delistedOn: null,
      },
    ]);
  });

  test("that is cut off, or another XML, is a changed format", () => {
    const xml = (text: string): ListFile => ({ kind: "xml", fileName: "eu.xml", text });
    expect(() => read("EU-FSF", xml(files.EU_XML.slice(0, 600)))).toThrow(/does not look like/);
    expect(() => read("EU-FSF", xml("<feed><entry/></feed>"))).toThrow(/export, sanctionEntity/);
    expect(() => read("EU-FSF", xml(`<!DOCTYPE x [<!ENTITY a "b">]><export/>`))).toThrow(/does not look like/);
  });
});

describe("the World Bank's list", () => {
  test("is read under titles from a header on two rows, without persons and what has ended", () => {
    const edition = read("WB-DEBARRED", files.tableFile(files.WORLD_BANK_RECORDS));
    expect(edition.entries).toMatchObject([
      {
        id: "name:invented roads limited|KE",
        name: "INVENTED ROADS LIMITED",
        address: "1 SAMPLE ROAD NAIROBI",
        reason: "Fraudulent practice; until 2029-12-31; Cross debarment: ADB; Permanent",
        ground: "debarment",
        listedOn: "2024-01-01",
      },
      {
        name: "IMAGINED WORKS CO., LTD.",
        aliases: ["IW CO."],
        countries: ["CN"],
        effects: [{ jurisdiction: "WB", effect: "funder-debarment" }, {}],
      },
    ]);
    expect(edition.leftOut).toEqual({ person: 1, unclear: 1, ended: 1, "same-firm": 1 });
    expect(JSON.stringify(edition)).not.toMatch(/JOHN|JANE|Somebody/);
    expect(edition.licence).toMatch(/reserved/);
  });

  test("whose second header row was written from the left is read as well", () => {
    const shifted = files.WORLD_BANK_RECORDS.map((record, at) => (at === 3 ? ["From Date", "To Date"] : record));
    const edition = read("WB-DEBARRED", files.tableFile(shifted));
    expect(edition.entries[0]).toMatchObject({ listedOn: "2024-01-01", countries: ["KE"] });
  });

  test("that states another number of rows than it has stops", () => {
    const cut = files.WORLD_BANK_RECORDS.filter((_, at) => at !== 6);
    expect(() => read("WB-DEBARRED", files.tableFile(cut))).toThrow(/says that it has 6 rows, and 5 were read/);
  });

  test("as JSON knows natural persons by their type, and keeps the Bank's numbers", () => {
    const firm = (id: string, name: string, type: string, to = "2999-12-31") => ({
      SUPP_ID: id,
      SUPP_NAME: name,
      SUPP_TYPE_CODE: type,
      SUPP_ADDR: "1 Road",
      SUPP_CITY: "Nairobi",
      COUNTRY_NAME: "Kenya",
      DEBAR_FROM_DATE: "2024-01-01",
      DEBAR_TO_DATE: to,
      DEBAR_REASON: "Fraudulent practice",
    });
    const rows = [firm("7", "Zuri", "F"), firm("8", "Somebody Ltd", "I"), firm("9", "Ended Ltd", "F", "2020-01-01")];
    const text = JSON.stringify({ response: { ZPROCSUPP: rows } });
    const edition = read("WB-DEBARRED", { kind: "json", fileName: "wb.json", text });
    expect(edition.entries).toMatchObject([{ id: "7", name: "Zuri", city: "Nairobi", reason: "Fraudulent practice" }]);
    expect(edition.leftOut).toEqual({ person: 1, ended: 1 });
    expect(() => read("WB-DEBARRED", { kind: "json", fileName: "wb.json", text: "{}" })).toThrow(/ZPROCSUPP/);
  });
});

describe("Brazil's register of employers", () => {
  const edition = read("BR-LISTA-SUJA", files.csvFile(files.BRAZIL_CSV, ";"));

  test("keeps firms by their number, two cases of one as one entry", () => {
    expect(edition.date).toBe("2026-09-04");
    expect(edition.entries).toMatchObject([
      {
        id: "33444555000440",
        name: "AMOSTRA INDUSTRIA LTDA",
        aliases: ["AMOSTRA INDÚSTRIA LTDA"],
        ids: { registration: "33444555000440" },
        listedOn: "2024-10-07",
        delistedOn: null,
        sector: "CNAE 1063-5/00 / CNAE 0220-9/02",
      },
      { id: "44555666000161", listedOn: "2023-10-07", delistedOn: "2025-02-01" },
    ]);
  });

  test("keeps no natural person: neither a CPF, nor a sole trader with a CNPJ, nor their home", () => {
    expect(edition.leftOut).toEqual({ person: 2, unclear: 1, "same-firm": 1 });
    expect(JSON.stringify(edition)).not.toMatch(/FULANO|BELTRANO|CICRANO/);
  });
});

describe("a list of one's own", () => {
  const edition = read("own-1", files.csvFile(files.OWN_CSV, ";"));

  test("is read from any table with a column of names", () => {
    expect(edition).toMatchObject({ listId: "own-1", date: "2026-11-20", url: null });
    expect(edition.entries).toMatchObject([
      {
        id: "name:invented trading gmbh|DE",
        name: "Invented Trading GmbH",
        aliases: ["Invented Handel", "ITG", "Invented trading GmbH."],
        countries: ["DE"],
        city: "Berlin",
        ids: { vat: "DE123456789" },
        reason: "unpaid wages found in an audit; again",
        listedOn: "2025-03-04",
        ground: "own-block",
        effects: [{ jurisdiction: "OWN", effect: "own-policy" }],
      },
      { countries: ["RU"], listedOn: "2025-11-02" },
    ]);
    expect(edition.leftOut).toEqual({ person: 1, nameless: 1, "same-firm": 1 });
  });

  test("holds a number of a mixed column under the kind it is written as", () => {
    const own = read("own-3", files.csvFile("Name;Registration number\nA Ltd;DE123456789\nB Ltd;HRB 1234\n", ";"));
    expect(own.entries.map(({ ids }) => ids)).toEqual([{ vat: "DE123456789" }, { registration: "HRB 1234" }]);
  });

  test("can be an approved list", () => {
    const own = { title: "Approved", publisher: "We", approved: true };
    const approved = read("own-2", files.csvFile(files.OWN_CSV, ";"), { own });
    expect(approved).toMatchObject({ title: "Approved", publisher: "We" });
    expect(new Set(approved.entries.map(({ ground }) => ground))).toEqual(new Set(["own-approved"]));
  });

  test("without a column of names, or without any name, stops", () => {
    expect(() => read("own-1", files.csvFile("Amount;Date\n1;2\n3;4\n", ";"))).toThrow(/No column/);
    expect(() => read("own-1", files.csvFile("Name;Country\n", ";"))).toThrow(/no entry/);
  });
});

test("the day a person gives goes before the day in the file", () => {
  expect(read("US-UFLPA", html(files.UFLPA_PAGE), { date: "2026-10-01" }).date).toBe("2026-10-01");
});
