import { describe, expect, test } from "vitest";
import { isProblem } from "../lib/problem";
import { IMPORT_FIELD_NAMES } from "./fields";
import { proposeMapping } from "./map-columns";
import { AMOUNTS, COUNTRIES, DATES, NAMES, headersOf, table } from "./test-tables";
import type { MappingProposal } from "./types";

describe("mapping columns", () => {
  test("every column of the synthetic list is mapped, and the contact is left out", () => {
    const header =
      "supplier_id,supplier_name,country,city,address,product_description,hs_code,isic_code,cpv_code,annual_spend_eur,tier,workers,migrant_worker_share,agency_worker_share,uses_labour_agents,recruitment_fees_paid_by_workers,average_recruitment_fee_usd,passport_retention,grievance_mechanism,parent_company,contact_email".split(
        ",",
      );
    const row = (i: number): string[] => [
      `S000${i}`,
      NAMES[i]!,
      COUNTRIES[i]!,
      "Bursa",
      `No. ${i}, Ring Road, 34${i}00`,
      "Cotton towels",
      "630260",
      "1392",
      "39514000-8",
      "1234.50",
      "1",
      "250",
      "0.29",
      "0.07",
      "yes",
      "no",
      "1200",
      "no",
      "partial",
      "Norzelin ASA",
      "info@mill.example",
    ];
    const proposal = proposeMapping([header, ...NAMES.map((_, i) => row(i))]);
    expect(headersOf(proposal)).toEqual({
      supplierNumber: "supplier_id", name: "supplier_name", country: "country", city: "city", address: "address", product: "product_description", hs: "hs_code", isic: "isic_code", cpv: "cpv_code", amount: "annual_spend_eur", tier: "tier", workers: "workers",
      migrantShare: "migrant_worker_share", agencyShare: "agency_worker_share", usesLabourAgents: "uses_labour_agents", feesPaidByWorkers: "recruitment_fees_paid_by_workers", feePerWorkerUsd: "average_recruitment_fee_usd", passportRetention: "passport_retention", grievanceMechanism: "grievance_mechanism", parent: "parent_company",
    }); // prettier-ignore
    expect(proposal.columns.at(-1)).toMatchObject({ field: null, excluded: "person" });
    expect(proposal).toMatchObject({
      kind: "list",
      headerCurrencies: { amount: "EUR", feePerWorkerUsd: "USD" },
      shareScales: { migrantShare: "fraction", agencyShare: "fraction" },
    });
  });

  test("Leverandør is the number and Leverandør(T) the name; the account has a code and a text; the giro is a bank account", () => {
    const proposal = proposeMapping(
      table({
        Bilagsnr: ["1", "2", "3", "4", "5", "6"],
        "BA(T)": ["Faktura"],
        Bilagsdato: DATES,
        Leverandør: ["50001", "50002", "50003", "50004", "50005", "50006"],
        "Leverandør(T)": NAMES,
        Organisasjonsnr: ["923609016MVA", "923609017"],
        Giro: ["12345678901"],
        Konto: ["6700"],
        "Konto(T)": ["Revisjonshonorar"],
        Val: ["NOK"],
        Kontantbeløp: ["1 234,56", "99,00", "-12,30", "88 000,00", "5,25", "1 040,10"],
      }),
    );
    expect(headersOf(proposal)).toEqual({
      date: "Bilagsdato",
      supplierNumber: "Leverandør",
      name: "Leverandør(T)",
      registrationId: "Organisasjonsnr",
      accountCode: "Konto",
      accountName: "Konto(T)",
      currency: "Val",
      amount: "Kontantbeløp",
    });
    expect(proposal.columns.find((column) => column.header === "Giro")!.excluded).toBe("bank");
    expect(proposal).toMatchObject({ kind: "ledger", numberFormat: { decimal: "," } });
  });

  test("Leverandør alone is the name when it holds names", () => {
    expect(proposeMapping(table({ Leverandør: NAMES, Beløp: AMOUNTS })).mapping.name).toBe(0);
  });

  test("Supplier ID(T) holds the name", () => {
    expect(
      headersOf(
        proposeMapping(
          table({
            "Body Name": ["Council"],
            "Supplier ID": ["101", "102", "103", "104", "105", "106"],
            "Supplier ID(T)": NAMES,
            Amount: AMOUNTS,
          }),
        ),
      ),
    ).toMatchObject({ name: "Supplier ID(T)", supplierNumber: "Supplier ID" });
  });

  test.each([
    "Body Name",
    "Organisation Name",
    "Authority Name",
    "Entity",
    "DEPENDENCIA",
    "NOMBRE_DE_LA_UC",
    "Empresa Operadora",
    "Наименование заказчика",
    "ACHETEURS_NOM",
    "CAE_NAME",
    "Второе место",
    "Nike, Inc. Brand(s)",
  ])("%s is the buyer or customer and never the supplier", (header) => {
    const proposal = proposeMapping(table({ [header]: [...NAMES].reverse(), Supplier: NAMES }));
    expect(proposal.mapping.name).toBe(1);
    expect(proposal.columns[0]).toMatchObject({ field: null, excluded: "buyer" });
    expect(() => proposeMapping(table({ [header]: NAMES, Amount: AMOUNTS }))).toThrow(
      /No column with the suppliers' names/,
    );
  });

  test.each([
    "RESPONSABLE",
    "法定代表人",
    "董事長",
    "prime_awardee_executive1",
    "Ansprechpartner",
    "ОбращатьсяК",
    "contact_email",
    "ff_email",
    "Telephone 1",
    "phoneno",
    "Contact Email",
    "Телефон",
    "Telegram/VK",
    "Email",
    "Telefax",
    "Courriel",
    "telefono",
    "Intern ansvarlig (e-post)",
    "E-post",
    "联系人",
    "邮箱",
    "CPF",
    "ИИН",
  ])("%s is about a person and is left out", (header) => {
    const proposal = proposeMapping(table({ Supplier: NAMES, [header]: ["a", "b", "c", "d", "e", "f"] }));
    expect(proposal.columns[1]).toMatchObject({ field: null, excluded: "person" });
  });

  test.each(["Giro", "IBAN", "Konto nummer", "BIC", "Account number", "Bankverbindung", "银行账号"])(
    "%s is a bank account and is left out",
    (header) => {
      expect(proposeMapping(table({ Supplier: NAMES, [header]: ["1", "2"] })).columns[1]).toMatchObject({
        field: null,
        excluded: "bank",
      });
    },
  );

  test.each(["序号", "罚款", "Lattitude", "Longitude", "latitude", "Website", "标题", "Origen del proveedor"])(
    "%s is no field",
    (header) => {
      expect(
        proposeMapping(table({ Supplier: NAMES, [header]: ["1", "2", "3", "4", "5", "6"] })).columns[1],
      ).toMatchObject({ field: null, excluded: null });
    },
  );

  test("of several names the site is taken, and the others are offered", () => {
    const proposal = proposeMapping(
      table({
        公司代號: ["1210", "1210", "1210", "1301", "1301", "1301"],
        投資公司名稱: ["大成長城"],
        境外子公司名稱: ["Amy Food, Inc"],
        地區別代號: Array.from({ length: 6 }, () => "211--美國"),
        facility_name: NAMES,
        facility_address: ["1 Road"],
        住址: ["台南市永康區"],
        產業類別: ["食品工業"],
      }),
    );
    expect(headersOf(proposal)).toMatchObject({
      // A stock code is no number of a register of companies.
      supplierNumber: "公司代號",
      name: "facility_name",
      parent: "投資公司名稱",
      country: "地區別代號",
      address: "facility_address",
      sector: "產業類別",
    });
    expect(proposal.nameAlternatives).toEqual([2]);
    expect(proposal.weakIds).toEqual(["supplierNumber"]);
  });

  test("a company column beside a factory column is not the supplier, and legal names yield to supplier names", () => {
    expect(headersOf(proposeMapping(table({ company_name: ["Brand Inc"], "Factory Name": NAMES })))).toEqual({
      name: "Factory Name",
    });
    expect(
      headersOf(proposeMapping(table({ vendordoingasbusinessname: NAMES, vendorlegalorganizationname: NAMES }))).name,
    ).toBe("vendorlegalorganizationname");
  });

  test("a column of ISO codes or country names is the country whatever its header", () => {
    expect(proposeMapping(table({ Supplier: NAMES, Region: COUNTRIES })).mapping).toMatchObject({ country: 1 });
    expect(proposeMapping(table({ Supplier: NAMES, xyz: COUNTRIES })).mapping.country).toBe(1);
    expect(
      proposeMapping(
        table({ Supplier: NAMES, Location: ["Viet Nam", "South Korea", "Côte d'Ivoire", "США", "UAE", "México"] }),
      ).mapping.country,
    ).toBe(1);
  });

  test("a world region is no region and a state is no country", () => {
    const world = proposeMapping(
      table({ Supplier: NAMES, Region: ["Asia", "EMEA", "Europe", "Asia", "Americas", "Asia"], Country: COUNTRIES }),
    );
    expect(world.mapping.region).toBeUndefined();
    expect(
      proposeMapping(table({ Supplier: NAMES, State: ["TX", "CA", "KY", "IL", "AL", "WA"] })).mapping,
    ).toMatchObject({ region: 1 });
  });

  test("net amounts win over gross, and the currency in the header is read", () => {
    expect(
      proposeMapping(table({ Supplier: NAMES, Gross: AMOUNTS, "VAT amount": AMOUNTS, "Net Amount (£)": AMOUNTS })),
    ).toMatchObject({ mapping: { amount: 3 }, headerCurrencies: { amount: "GBP" } });
    expect(proposeMapping(table({ Lieferant: NAMES, "Betrag in EUR": AMOUNTS })).headerCurrencies.amount).toBe("EUR");
    expect(proposeMapping(table({ Proveedor: NAMES, "Monto Contratado (en $)": AMOUNTS })).mapping.amount).toBe(1);
  });

  test("proof columns go with their answer", () => {
    const proposal = proposeMapping(
      table({
        Supplier: NAMES,
        "Fees paid by workers": ["yes", "no"],
        "Proof of fees paid by workers": ["invoices"],
        "Passport retention evidence": ["policy"],
      }),
    );
    expect(headersOf(proposal)).toMatchObject({
      feesPaidByWorkers: "Fees paid by workers",
      feesPaidByWorkersProof: "Proof of fees paid by workers",
      passportRetentionProof: "Passport retention evidence",
    });
  });
});

describe("how cells are written", () => {
  test.each([
    [["0.14", "0", "0.5", "1", "0.62", ""], "fraction"],
    [["14", "0", "50", "100", "62", ""], "percent"],
    [["14%", "0%", "50%", "100%", "62.0%", ""], "percent"],
    [["140", "0", "350", "1200", "62", ""], "count"],
  ])("migrant workers written %j are a %s", (values, scale) => {
    expect(proposeMapping(table({ Supplier: NAMES, "Migrant Workers": values })).shareScales.migrantShare).toBe(scale);
  });

  test("a number over 12 in second place makes dates month-first", () => {
    const rows = (dates: string[]): MappingProposal =>
      proposeMapping(table({ Supplier: NAMES, "Payment date": dates, Amount: AMOUNTS }));
    expect(rows(["01/04/2017", "01/18/2017", "01/25/2017", "02/01/2017"]).dateOrder).toBe("mdy");
    expect(rows(["04/01/2017", "18/01/2017", "25/01/2017", "01/02/2017"]).dateOrder).toBe("dmy");
    expect(rows(DATES).dateOrder).toBe("ymd");
  });

  test("a ledger has amounts with dates or repeats; a list of suppliers with their spend does not", () => {
    expect(proposeMapping(table({ Supplier: NAMES, Amount: AMOUNTS, Date: DATES })).kind).toBe("ledger");
    expect(proposeMapping(table({ Supplier: NAMES, "Invoice No": ["1", "2"], Amount: AMOUNTS })).kind).toBe("ledger");
    expect(
      proposeMapping(table({ Supplier: ["A Ltd", "A LTD", "B Ltd", "A Ltd", "C Ltd", "B Ltd"], Amount: AMOUNTS })).kind,
    ).toBe("ledger");
    expect(proposeMapping(table({ Supplier: NAMES, "Annual spend": AMOUNTS })).kind).toBe("list");
    expect(
      proposeMapping(
        table({
          Supplier: ["A Ltd", "A Ltd", "B Ltd", "B Ltd", "C Ltd", "C Ltd"],
          Address: ["1 Road", "2 Road", "3 Road", "4 Road", "5 Road", "6 Road"],
          Spend: AMOUNTS,
        }),
      ).kind,
    ).toBe("list");
  });
});

describe("what the user says", () => {
  const sample = table({ Firm: NAMES, "Head office": COUNTRIES, "Supplier Name": [...NAMES].reverse() });

  test("--map FIELD=HEADER wins over everything, by header in any case or by column number", () => {
    expect(proposeMapping(sample, { force: { name: "firm" } }).mapping.name).toBe(0);
    expect(proposeMapping(sample, { force: { name: "1", country: "HEAD OFFICE" } }).mapping).toMatchObject({
      name: 0,
      country: 1,
    });
  });

  test("an unknown field or header is a problem that lists what there is", () => {
    const problem = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    };
    const field = problem(() => proposeMapping(sample, { force: { nmae: "Firm" } }));
    expect(isProblem(field) && field.code).toBe("mapping.unknown-field");
    expect(isProblem(field) && IMPORT_FIELD_NAMES.every((name) => field.message.includes(name))).toBe(true);
    const header = problem(() => proposeMapping(sample, { force: { name: "Nobody" } }));
    expect(isProblem(header) && [header.code, header.message.includes('"Head office"')]).toEqual([
      "mapping.unknown-header",
      true,
    ]);
    const empty = problem(() => proposeMapping([["", " "], []]));
    expect(isProblem(empty) && empty.code).toBe("mapping.empty");
  });

  test("without names there is a problem that shows the headers, or a proposal without them for the mapping page", () => {
    const nameless = table({ Country: COUNTRIES, Amount: AMOUNTS, Date: DATES });
    expect(() => proposeMapping(nameless)).toThrow(/"Country", "Amount", "Date".*--map name=HEADER/);
    expect(proposeMapping(nameless, { requireName: false }).mapping).toEqual({ country: 0, amount: 1, date: 2 });
  });

  test("a mapping as the user left it is taken whole", () => {
    const proposal = proposeMapping(sample, { mapping: { name: 0 } });
    expect(proposal.mapping).toEqual({ name: 0 });
    expect(proposal.columns.map((column) => column.field)).toEqual(["name", null, null]);
  });
});
