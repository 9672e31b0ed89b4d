import { describe, expect, test } from "vitest";
import { FIELDS, IMPORT_FIELD_NAMES, isFieldName } from "./fields";
import { SYNONYMS } from "./synonyms";
import { normaliseHeader, readHeader } from "./header-text";
import { matchHeader } from "./match-header";
import { RECRUITMENT_KEYS } from "../../risk-models/facts";

/** Spellings of real files and general use, literal, as in the field notes on real supplier lists. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  name: [
    "Supplier Name", "Supplier", "Vendor Name", "Supplier (Beneficiary) Name", "Supplier(Beneficiary) Name", "Supplier ID(T)", "Supplier id(T)", "SupplierName", "Supplier Name(T)", "Supplier Text", "Beneficiary Name", "Benificiary Name", "Approved Supplier (Beneficiary) Name",
    "Live Supplier Name", "Supplier Company Name", "supplier_name", "vendorname", "vendorlegalorganizationname", "vendordoingasbusinessname", "Factory Name", "Factory_Name", "facility_name", "name", "Company", "company_name", "d_vendor_name", "Mill_Name", "WIN_NAME", "parties/0/name",
    "awards/0/suppliers/0/name", "apar_name", "Manufacturer", "Producer", "Contractor", "Payee", "Creditor", "Merchant", "Trading name", "recipient_name", "Site name", "Production unit",
    "Наименование поставщика", "Название", "Победитель", "Поставщик", "Производитель", "responsibleOrg.fullName", "Контрагент", "Исполнитель", "Подрядчик", "Организация", "Полное наименование", "Изготовитель", "Жеткізуші", "Постачальник",
    "Lieferant", "Lieferantenname", "Name 1", "Name1", "Name2", "Name", "Kreditor", "Firma", "Firmenname", "Hersteller", "Produzent", "Betrieb", "Produktionsstätte", "Auftragnehmer",
    "fournisseur", "Nom du fournisseur", "TITULAIRES_DENOMINATION", "Raison sociale", "Titulaire", "Prestataire", "Fabricant", "Usine", "Nom de l'entreprise",
    "nombre", "Proveedor", "PROVEEDOR_CONTRATISTA", "Razón Social Proveedor", "Razao Social", "nome", "Razón social", "Adjudicatario", "Contratista", "Fábrica", "Fornecedor", "Empresa contratada",
    "Leverandørnavn *", "Leverandørnavn", "Leverandør(T)", "Produsent", "Fabrikk", "Firmanavn", "Selskap",
    "企业名称", "供应商名称", "供应商简称", "公司全称", "境外子公司名稱", "供应商", "厂商", "工厂名称", "单位名称", "供应商全称", "中标供应商", "供應商名稱",
  ],
  country: [
    "Country", "country", "Country / Region", "Country/Region", "vendorcountrycode", "country_code", "ISO", "WIN_COUNTRY_CODE", "parties/0/address/countryName", "Country Code", "Supplier country", "Nation", "Страна", "STRANA", "Код страны", "Ел", "Land", "Länderkennzeichen", "Staat",
    "Pays", "Code pays", "pais", "País", "Nacionalidad", "Landkode", "地區別代號", "国家", "国家/地区", "国别", "所在国家",
  ],
  origin: ["Country of origin", "Страна производителя", "Страна происхождения", "Herkunftsland", "Ursprungsland", "Pays d'origine", "País de origen", "Opprinnelsesland", "Produksjonsland", "产地", "原产国"],
  city: ["City", "District", "Location", "Город", "Ort", "Ortsteil", "Ville", "ciudad", "Cidade", "Bairro", "Poststed", "Kommune", "By", "所属区县", "地区"],
  region: ["State", "Province", "Область", "region_id", "Регион поставщика", "Département", "provincia / estado", "Estado", "所属地市"],
  postalCode: ["Postal Code", "Zip", "zipcode", "Индекс", "PLZ", "Code postal", "CEP", "Postnummer"],
  address: ["Address", "Factory Address", "streetaddress", "facility_address", "supplier_address", "Адрес", "postAddress", "Юридический адрес", "Почтовый адрес", "Фактический адрес", "Strasse", "Straße", "Adresse", "Anschrift", "Siège social", "direccion", "Endereço", "Domicilio", "Dirección", "Gateadresse", "Besøksadresse", "企业地址", "地址", "注册地址", "详细地址", "厂址"],
  product: [
    "Product Type", "Product Type Type", "Product_Type", "detail", "Commodity", "Purpose of Spend", "Narrative", "Item name", "PO item name", "descriptionofcontractrequirement", "Наименование закупки", "Наименование лота", "Услуги / Примечание", "Наименование товара", "Номенклатура", "Предмет договора", "Товар",
    "Artikel", "Produkt", "Bezeichnung", "Leistung", "MARCHE_OBJET", "Objet du marché", "Produit", "Libellé", "productos", "Rubro del bien / servicio / obra", "Breve descripción", "TITULO_CONTRATO", "Objeto Social", "Objeto del contrato", "Bien o servicio", "Hva leverer de til oss?", "Vare", "Tjeneste",
    "经营范围", "存货名称", "产品", "产品名称", "主营产品", "品名", "商品名称",
  ],
  sector: ["sector", "category", "Type", "Factory Type", "Expenditure Category", "Procurement Classification", "Proclass", "principalnaicscode", "productorservicecode", "sector_product_type", "Merchant Category", "Category Family", "Industry", "Отрасль", "Категория", "Kategorie", "Branche", "Warengruppe", "Secteur", "Actividad principal (ARCA)", "Categoría Proveedor", "Classificação", "Rubro", "Bransjer", "Kategori", "Varegruppe", "行业", "所属行业", "產業類別", "行业代码", "国民经济行业"],
  hs: ["Customs stat. no", "HS Code", "Tariff code", "Commodity code", "TNVED", "ТН ВЭД", "Код ТН ВЭД", "Zolltarifnummer", "Statistische Warennummer", "Code douanier", "Partida arancelaria", "NCM", "Tolltariffnummer", "HS编码", "海关编码"],
  cpv: ["CPV", "CPV_CODE", "CPV code"],
  isic: ["ISIC"],
  nace: ["NACE", "SIC", "ОКВЭД", "ОКПД2", "WZ-Code", "Code NAF/APE", "CNAE", "Næringskode"],
  registrationId: ["Supplier Registered Company Number", "VAT Registration Number", "Company Registration", "dunsnumber", "os_id", "UML_ID", "ИНН", "inn", "ИНН поставщика", "БИН (ИИН)", "regNum", "ОГРН", "ЕДРПОУ", "USt-ID", "Handelsregisternummer", "Steuernummer", "LEI", "TITULAIRES_ID", "SIRET", "SIREN", "N° TVA", "CUIT Proveedor", "CNPJ", "NIF", "RFC", "RUC", "NIT", "Organisasjonsnr", "Orgnr", "Org.nr.", "CVR", "统一社会信用代码", "注册号", "组织机构代码"],
  supplierNumber: ["Supplier ID", "Vendor ID", "Supplier Number", "Supplier No", "Supplier Ref", "Address Book No.", "Local Supplier Internal Reference", "Код поставщика", "КодПоставщика", "Lieferantennummer", "Kreditorennummer", "Kreditor-Nr.", "Compte de tiers du fournisseur", "Codigo", "Código de proveedor", "Leverandørnr", "供应商编号", "供应商编码", "公司代號", "股票代號", "Ticker"],
  amount: ["Net Amount", "Amount", "Gross", "Net", "Total", "Invoiced Value", "Invoice Line Value (net of VAT)", "Total (excludes VAT)", "Spend", "Grand Total", "dollarsobligated", "Annual spend", "Turnover", "PO value", "Стоимость контракта", "Общая сумма поставщика", "Плановая сумма", "Сумма", "Цена контракта", "Betrag in Hauswährung", "Netto", "Soll Brutto", "Umsatz", "Einkaufsvolumen", "montant_total", "Montant HT", "MONTANT", "IMPORTE_CONTRATO", "Monto Contratado (en $)", "Kontantbeløp", "Beløp", "Innkjøpsvolum", "Omsetning", "金额", "采购金额", "中标金额"],
  workers: ["Total Workers", "Total_Workers", "Line Workers", "number_of_workers", "numberofemployees", "Employees", "Headcount", "No. of workers", "Workforce", "Численность работников", "Количество сотрудников", "Среднесписочная численность", "Anzahl Mitarbeiter", "Beschäftigte", "Effectif", "Nombre de salariés", "Número de trabajadores", "Plantilla", "Nº de empregados", "Antall ansatte", "Arbeidere", "公司规模", "员工人数", "职工人数", "从业人数"],
  womenShare: ["Female_Workers", "% Female Workers"],
  migrantShare: ["% Migrant Workers", "Migrant_Workers", "Foreign workers", "Доля трудовых мигрантов", "Иностранные работники", "Wanderarbeiter", "Travailleurs migrants", "Trabajadores migrantes", "Utenlandske arbeidere", "外来务工人员", "外籍劳工"],
  agencyShare: ["Temporary workers", "Agency workers", "Contract labour", "Заёмный труд", "Leiharbeitnehmer", "Zeitarbeit", "Intérimaires", "Temporales", "Innleide", "劳务派遣人数"],
  parent: ["Supplier Group", "parent_company", "Parent_Com", "Group_Name", "Parent Organization Name", "mod_parent", "Parent Company", "Ultimate parent", "Holding", "Головная организация", "Холдинг", "Konzern", "Muttergesellschaft", "Groupe", "Société mère", "Matriz", "Grupo", "Konsern", "Morselskap", "投資公司名稱", "集团", "母公司"],
  tier: ["supplier_tier", "Tier", "Level", "Уровень", "Звено", "Stufe", "Rang", "Nivel", "Ledd", "层级", "级别"],
  currency: ["Val", "Currency", "Währung", "Валюта", "币种"],
  date: ["Payment date", "Bilagsdato", "Дата", "Datum", "Fecha", "日期"],
}; // prettier-ignore

describe("header synonyms", () => {
  test.each(Object.entries(KNOWN))("%s is found under each of its spellings", (field, headers) => {
    const missed = headers.filter((header) => {
      const { matches, verdict } = matchHeader(header);
      return verdict !== null || !matches.some((match) => match.field === field);
    });
    expect(missed).toEqual([]);
  });

  test("and under each of them with other case, underscores, a star, a byte order mark or line breaks", () => {
    for (const header of ["Supplier Name", "Country Code", "Net Amount", "Total Workers"]) {
      const field = matchHeader(header).matches[0]!.field;
      for (const written of [
        header.toUpperCase(),
        header.replace(" ", "_"),
        `${header} *`,
        `\ufeff${header}`,
        header.replace(" ", "\n"),
        header.replace(" ", ""),
        ` ${header}. `,
        header.toLowerCase().replace(" ", "-"),
      ])
        expect([written, matchHeader(written).matches[0]?.field]).toEqual([written, field]);
    }
  });

  test.each([
    ["Annual spend (EUR) 2023", "amount"],
    ["Total amount paid to supplier in GBP", "amount"],
    ["Name of the supplier", "name"],
    ["Country of the factory", "country"],
    ["Supplier's country", "country"],
    ["供应商名称（中文）", "name"],
    ["供应商地址", "address"],
    ["供应商所在国家", "country"],
    ["Supplier address line", "address"],
    ["Umsatz 2023 in EUR", "amount"],
    ["Fecha de pago (dd/mm/aaaa)", "date"],
  ])("%s is read as %s by its parts", (header, field) => {
    expect(matchHeader(header).matches[0]?.field).toBe(field);
  });

  test.each([
    "Supplier type of contact",
    "Supplier e-mail",
    "Vendor phone number",
    "Supplier status",
    "Website of supplier",
    "Supplier bank account",
  ])("%s is not the name", (header) => {
    expect(matchHeader(header).matches.some((match) => match.field === "name")).toBe(false);
  });

  test("every synonym finds its own field", () => {
    const lost = SYNONYMS.flatMap((group) =>
      group.words
        .filter((word) => !matchHeader(word).matches.some((match) => match.field === group.field))
        .map((word) => `${group.field}: ${word}`),
    );
    expect(lost).toEqual([]);
  });
});

describe("readHeader", () => {
  test("finds currency, percent and the text mark", () => {
    expect(readHeader("Net Amount (£)")).toMatchObject({ currency: "GBP", bare: "net amount" });
    expect(readHeader("annual_spend_eur")).toMatchObject({ currency: "EUR", core: "annual spend" });
    expect(readHeader("% Migrant Workers").percent).toBe(true);
    expect(readHeader("Konto(T)").isText).toBe(true);
    expect(readHeader("All suppliers").currency).toBe("");
    expect(normaliseHeader("КодПоставщика")).toBe("код поставщика");
  });
});

describe("the table of fields", () => {
  test("names are unique, only the name is required, and each recruitment answer and its proof is a field", () => {
    expect(new Set(IMPORT_FIELD_NAMES).size).toBe(IMPORT_FIELD_NAMES.length);
    expect(FIELDS.filter((field) => field.required).map((field) => field.name)).toEqual(["name"]);
    for (const key of RECRUITMENT_KEYS) expect([isFieldName(key), isFieldName(`${key}Proof`)]).toEqual([true, true]);
    expect(FIELDS.every((field) => field.note !== "")).toBe(true);
  });
});
