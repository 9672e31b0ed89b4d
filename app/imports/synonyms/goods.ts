import type { SynonymGroup } from "../fields";

/** Headers of what is bought: free text, sector words and codes, and the buyer's own account. */
export const GOODS_SYNONYMS: readonly SynonymGroup[] = [
  {
    field: "product",
    words: [
      "product_description", "Product Type", "Product Type Type", "Product_Type", "Product", "Products", "Goods", "Goods and services", "Product description",
      "Product name", "Product category", "Commodity", "Commodities", "Purpose of Spend", "Purpose", "Narrative", "Item name", "Item", "Item description",
      "PO item name", "descriptionofcontractrequirement", "Contract description", "Description", "Description of goods", "Description of goods or services",
      "Description of services", "Service description", "Summary of purpose", "Summary of Purpose of the Expenditure", "Goods/Services", "Materials", "Material",
      "What do they supply", "Products supplied", "Invoice description", "Line description", "Transaction description", "Subject of contract", "Contract title",
      "tender/title", "awards/0/title", "detail", "Details",
      "Наименование закупки", "Наименование лота", "Услуги / Примечание", "Наименование товара", "Номенклатура", "Предмет договора", "Предмет контракта",
      "Товар", "Товары", "Продукция", "Вид продукции", "Наименование продукции", "Услуга", "Назначение платежа", "Описание", "Тауар", "Тауар атауы", "Предмет закупівлі",
      "Artikel", "Produkt", "Produkte", "Bezeichnung", "Leistung", "Artikelbezeichnung", "Verwendungszweck", "Leistungsbeschreibung", "Buchungstext", "Ware",
      "MARCHE_OBJET", "Objet du marché", "Produit", "Produits", "Libellé", "Objet", "Désignation", "Nature des prestations",
      "productos", "Producto", "Rubro del bien / servicio / obra", "Breve descripción", "TITULO_CONTRATO", "Objeto Social", "Objeto del contrato",
      "Bien o servicio", "Descripción", "Objeto", "Concepto", "Produto", "Produtos", "Objeto do contrato", "Descrição",
      "Hva leverer de til oss?", "Vare", "Varer", "Tjeneste", "Beskrivelse", "Bilagstekst", "Varetekst", "Ydelse",
      "经营范围", "存货名称", "产品", "产品名称", "主营产品", "品名", "商品名称", "货物名称", "產品", "產品名稱", "采购内容", "采购项目名称", "项目名称",
      "Prodotto", "Prodotti", "Descrizione", "Oggetto", "Ürün", "Ürün adı",
    ], // prettier-ignore
  },
  {
    field: "sector",
    words: [
      "sector", "Sector", "sector_product_type", "Industry", "Industry sector", "Business sector", "Category", "Category Family", "Product group", "Spend category",
      "Expenditure Category", "Procurement Classification", "Procurement category", "Proclass", "ProClass description", "SeRCOP", "SeRCOP Level 1", "Sercop Description",
      "Merchant Category", "Merchant category description", "Factory Type", "Facility type", "Processing type", "principalnaicscode", "productorservicecode",
      "NAICS", "NAICS code", "NAICS description", "PSC", "UNSPSC", "UNSPSC code", "Purchasing category", "Category description", "Business activity", "Activity",
      "Line of business", "Trade", "Expense type", "Service Label", "Expenditure type", "Subjective", "Cost type",
      "Категория", "Отрасль", "Вид деятельности", "Основной вид деятельности", "ЕНС ТРУ", "КТРУ", "Категория закупки", "Сфера деятельности", "Сала", "Галузь",
      "Kategorie", "Branche", "Warengruppe", "Materialgruppe", "Sektor", "Wirtschaftszweig", "Sachgebiet",
      "Secteur", "Secteur d'activité", "Catégorie", "Activité", "Famille d'achat", "Nature",
      "Actividad principal (ARCA)", "Actividad principal", "Actividad", "Categoría Proveedor", "Categoría", "Rubro", "Giro comercial", "Sector económico",
      "Classificação", "Categoria", "Setor", "Ramo de atividade", "Atividade",
      "Bransjer", "Bransje", "Kategori", "Varegruppe", "Næring", "Branchekode tekst", "Innkjøpskategori",
      "行业", "所属行业", "產業類別", "产业类别", "行业类别", "国民经济行业", "类别", "行业代码", "行業", "经营类别",
      "Settore", "Categoria merceologica", "Branża", "Sektör",
    ], // prettier-ignore
  },
  { field: "sector", weight: 76, words: ["Type", "Typ", "Tipo", "Тип", "Вид", "Art", "类型"] },
  {
    field: "isic",
    words: [
      "isic_code",
      "ISIC",
      "ISIC code",
      "ISIC Rev 4",
      "ISIC Rev.4",
      "ISIC class",
      "МСОК",
      "CIIU",
      "Código CIIU",
      "CITI",
      "国际标准行业分类",
    ],
  },
  {
    field: "nace",
    words: [
      "NACE", "nace_code", "NACE code", "NACE Rev. 2", "NACE Rev 2", "SIC", "SIC code", "UK SIC", "UK SIC 2007", "ОКВЭД", "ОКВЭД2", "ОКВЭД-2", "Код ОКВЭД", "ОКПД2", "ОКПД 2", "ОКПД", "Код ОКПД2",
      "ОКЭД", "Код ОКЭД", "ЭҚЖЖ", "КВЕД", "WZ-Code", "WZ Code", "WZ 2008", "NACE-Code", "ÖNACE", "Code NAF/APE", "Code NAF", "Code APE", "NAF", "APE",
      "CNAE", "CAE", "Código CNAE", "Næringskode", "SN2007", "Branchekode", "DB07", "SNI", "SNI-kod", "Codice ATECO", "ATECO", "PKD", "Kod PKD",
    ], // prettier-ignore
  },
  {
    field: "hs",
    words: [
      "hs_code", "HS", "HS Code", "HS codes", "HTS", "HTS code", "HTSUS", "Tariff code", "Tariff number", "Customs stat. no", "Customs stat no", "Customs code", "Customs tariff number",
      "Commodity code", "CN code", "Combined nomenclature", "Harmonized code", "Harmonised system code", "Statistical number", "Intrastat code", "TARIC",
      "TNVED", "ТН ВЭД", "ТНВЭД", "Код ТН ВЭД", "Код ТНВЭД", "ТН ВЭД ЕАЭС", "СЭҚ ТН", "УКТЗЕД", "УКТ ЗЕД",
      "Zolltarifnummer", "Statistische Warennummer", "Warennummer", "Zolltarif-Nr", "Stat. Warennummer",
      "Code douanier", "Code SH", "Nomenclature douanière", "Position tarifaire",
      "Partida arancelaria", "Fracción arancelaria", "Código arancelario", "Código HS", "NCM", "Código NCM",
      "Tolltariffnummer", "Tariffnummer", "Varenummer toll", "HS-kode", "Toldtarifnummer",
      "HS编码", "海关编码", "商品编码", "税则号列", "HS編碼", "海關編碼", "Codice doganale", "Kod CN", "GTİP", "GTIP",
    ], // prettier-ignore
  },
  {
    field: "cpv",
    words: [
      "cpv_code",
      "CPV",
      "CPV code",
      "CPV_CODE",
      "CPV-Code",
      "Code CPV",
      "Código CPV",
      "CPV-kode",
      "CPV kode",
      "Main CPV",
      "Код CPV",
      "CPV коды",
      "ДК 021:2015",
      "Codice CPV",
      "CPV codes",
      "tender/items/0/classification/id",
    ],
  },
  {
    field: "accountCode",
    words: [
      "Account code", "GL account", "GL code", "General ledger account", "Ledger account", "Ledger code", "Nominal code", "Nominal", "Account", "Expenditure Code",
      "Cost element", "Expense code", "Subjective code", "Detail code", "Cost centre code", "Spend code", "Expense area", "Chart of accounts code",
      "Счет учета", "Счёт учёта", "Статья расходов", "КОСГУ", "Код расходов", "КЭСР", "Шығын коды",
      "Sachkonto", "Konto", "Kostenart", "Buchungskonto", "Compte", "Compte comptable", "Code comptable", "Cuenta contable", "Partida presupuestaria", "Conta contábil",
      "Kontokode", "Artskonto", "科目代码", "会计科目", "科目", "Conto",
    ], // prettier-ignore
  },
  {
    field: "accountName",
    words: [
      "Konto(T)", "Account(T)", "Account name", "account_title", "Account description", "GL account name", "GL description", "Ledger description", "Subjective description", "Nominal description",
      "Cost element description", "Expense description", "Sachkontobezeichnung", "Kontobezeichnung", "Libellé du compte", "Nombre de la cuenta", "Kontonavn", "Kontotekst", "科目名称",
      "Наименование счета", "Наименование статьи расходов",
    ], // prettier-ignore
  },
];
