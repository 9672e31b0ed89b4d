import type { SynonymGroup } from "../fields";

/**
 * Headers of who the supplier is. Spellings seen in real files are literal, typing errors included. A higher weight wins when
 * several columns compete: the site first, then the supplier, then legal and trading names, then bare words.
 */
export const SUPPLIER_SYNONYMS: readonly SynonymGroup[] = [
  {
    field: "name",
    weight: 110,
    level: "site",
    words: [
      "Factory Name", "Factory_Name", "facility_name", "Facility", "Factory", "Site name", "Site", "Production unit", "Mill_Name", "Mill",
      "Plant name", "Smelter name", "Farm name", "Vessel name", "Production site", "Manufacturing site",
      "Фабрика", "Завод", "Название фабрики", "Наименование предприятия", "Производственная площадка",
      "Betrieb", "Produktionsstätte", "Werk", "Name der Produktionsstätte",
      "Usine", "Nom de l'usine", "Site de production",
      "Fábrica", "Nombre de la fábrica", "Planta", "Nome da fábrica",
      "Fabrikk", "Fabrikknavn", "Produksjonssted",
      "工厂名称", "工厂", "工廠名稱", "生产厂家",
    ], // prettier-ignore
  },
  {
    field: "name",
    weight: 104,
    words: [
      "Supplier Name", "Vendor Name", "SupplierName", "supplier_name", "vendorname", "d_vendor_name", "Supplier(Beneficiary) Name",
      "Supplier (Beneficiary) Name", "Approved Supplier (Beneficiary) Name", "Live Supplier Name", "Supplier Company Name", "Supplier Text",
      "Supplier ID(T)", "Supplier id(T)", "Supplier Name(T)", "Supplier full name", "Name of supplier", "awards/0/suppliers/0/name",
      "suppliers/0/name", "WIN_NAME", "apar_name", "recipient_name", "Recipient", "Payee Name", "Creditor name", "Contractor name",
      "Merchant name", "Manufacturer name", "Producer name", "Name of manufacturer", "Bidder", "Bidder name", "Winner", "Tenderer",
      "Наименование поставщика", "Название поставщика", "Победитель", "Наименование контрагента", "Наименование исполнителя",
      "Наименование подрядчика", "Наименование производителя", "Имя поставщика", "Поставщик (наименование)", "responsibleOrg.fullName",
      "Жеткізуші атауы", "Назва постачальника", "Найменування постачальника",
      "Lieferantenname", "Name des Lieferanten", "Kreditorname", "Name Lieferant",
      "Nom du fournisseur", "TITULAIRES_DENOMINATION", "Nom fournisseur", "Nom du titulaire", "Nom du prestataire",
      "PROVEEDOR_CONTRATISTA", "Razón Social Proveedor", "Nombre del proveedor", "Nombre proveedor", "Nombre del contratista",
      "Nome do fornecedor", "Nome fornecedor", "Razão social do fornecedor", "Empresa contratada",
      "Leverandørnavn *", "Leverandørnavn", "Leverandør(T)", "Navn på leverandør", "Leverandørens navn",
      "供应商名称", "供应商全称", "供應商名稱", "中标供应商", "供货商名称", "供方名称",
      "Nome fornitore", "Ragione sociale fornitore", "Nazwa dostawcy", "Tedarikçi adı",
    ], // prettier-ignore
  },
  {
    field: "name",
    weight: 101,
    words: [
      "Supplier", "Vendor", "Beneficiary Name", "Benificiary Name", "Beneficiary", "Manufacturer", "Producer", "Contractor", "Payee",
      "Creditor", "Merchant", "vendorlegalorganizationname", "Vendor legal name", "Supplier legal name", "Legal name", "Subcontractor",
      "Поставщик", "Производитель", "Контрагент", "Исполнитель", "Подрядчик", "Изготовитель", "Получатель", "Продавец",
      "Жеткізуші", "Постачальник", "Виконавець",
      "Lieferant", "Kreditor", "Hersteller", "Produzent", "Auftragnehmer", "Zahlungsempfänger",
      "fournisseur", "Titulaire", "Prestataire", "Fabricant", "Créancier",
      "Proveedor", "Adjudicatario", "Contratista", "Fabricante", "Fornecedor", "Contratado",
      "Leverandør", "Leverantör", "Produsent", "Leverandor",
      "供应商", "供應商", "厂商", "供货商", "中标人", "承包商", "制造商",
      "Fornitore", "Dostawca", "Tedarikçi",
    ], // prettier-ignore
  },
  {
    field: "name",
    weight: 92,
    words: [
      "vendordoingasbusinessname", "Doing business as", "DBA", "Trading name", "Trading as", "Company", "company_name", "Company Name",
      "Business name", "Firm", "Firm name", "Enterprise", "Enterprise name", "parties/0/name",
      "Организация", "Полное наименование", "Наименование организации", "Наименование компании", "Компания", "Наименование", "Название",
      "Фирма", "Название компании", "Название организации", "Краткое наименование", "Ұйым атауы",
      "Firma", "Firmenname", "Unternehmen", "Name 1", "Name1", "Name2", "Name 2",
      "Raison sociale", "Nom de l'entreprise", "Entreprise", "Société", "Dénomination", "Dénomination sociale",
      "Razón social", "Empresa", "Nombre de la empresa", "Denominación", "Razao Social", "Razão social", "Nome da empresa",
      "Firmanavn", "Selskap", "Selskapsnavn", "Virksomhed", "Bedrift",
      "企业名称", "公司全称", "公司名称", "单位名称", "企業名稱", "公司名稱", "名称", "供应商简称",
      "境外子公司名稱", "Ragione sociale", "Nazwa firmy", "Firma adı",
    ], // prettier-ignore
  },
  {
    field: "name",
    weight: 84,
    words: [
      "name",
      "nombre",
      "nome",
      "nom",
      "navn",
      "namn",
      "имя",
      "назва",
      "атауы",
      "имя/название",
      "title of supplier",
    ],
  },
  {
    field: "supplierNumber",
    words: [
      "Supplier ID", "supplier_id", "Vendor ID", "Supplier Number", "Supplier No", "Supplier Ref", "Supplier Reference", "Supplier Code",
      "Vendor Number", "Vendor No", "Vendor Code", "Address Book No.", "Local Supplier Internal Reference", "Creditor Number", "Creditor No",
      "Supplier #", "Vendor #", "Payee ID", "Payee number", "Internal supplier number", "Vendor account", "Supplier account number",
      "Код поставщика", "КодПоставщика", "Номер поставщика", "Код контрагента", "Код постачальника", "Жеткізуші коды",
      "Lieferantennummer", "Lieferanten-Nr.", "Lieferantennr", "Lieferanten ID", "Kreditorennummer", "Kreditor-Nr.", "Kreditorennr",
      "Compte de tiers du fournisseur", "Code fournisseur", "Numéro fournisseur", "N° fournisseur", "Numéro de fournisseur",
      "Código de proveedor", "Código proveedor", "Número de proveedor", "ID proveedor", "Codigo", "Código do fornecedor", "Código fornecedor",
      "Leverandørnr", "Leverandørnummer", "Leverandør ID", "Leverandør nr", "Leverantörsnummer",
      "供应商编号", "供应商编码", "供应商代码", "供應商編號", "供應商代碼", "供应商号", "供应商ID",
      "公司代號", "公司代号", "證券代號", "證券代碼", "股票代號", "股票代碼", "证券代码", "股票代码", "股份代號", "Ticker", "Ticker symbol", "Stock symbol",
      "Codice fornitore", "Kod dostawcy", "Tedarikçi kodu",
    ], // prettier-ignore
  },
  {
    // The word alone is the number in systems that write the text as X(T), and the name everywhere else: the values decide.
    field: "supplierNumber",
    weight: 94,
    needsValues: 0.5,
    words: [
      "Leverandør",
      "Supplier",
      "Vendor",
      "Lieferant",
      "Kreditor",
      "Creditor",
      "Поставщик",
      "Контрагент",
      "Proveedor",
      "Fournisseur",
    ],
  },
  {
    field: "registrationId",
    words: [
      "Supplier Registered Company Number", "VAT Registration Number", "VAT Number", "VAT No", "VAT ID", "VAT", "VAT reg no", "Company Registration",
      "Company Registration Number", "Company Number", "Company No", "Registration Number", "Registration No", "Registration ID", "Registered number",
      "dunsnumber", "DUNS", "D-U-N-S", "DUNS Number", "UEI", "os_id", "OS ID", "UML_ID", "LEI", "LEI code", "Legal entity identifier",
      "Tax ID", "Tax number", "Tax identification number", "TIN", "EIN", "Business registration number", "ABN", "GSTIN", "Charity number",
      "ИНН", "inn", "ИНН поставщика", "ИНН контрагента", "ИНН исполнителя", "БИН (ИИН)", "БИН", "БСН", "БИН/ИИН", "БСН (ЖСН)", "regNum", "ОГРН", "ЕДРПОУ", "Код ЄДРПОУ",
      "ЄДРПОУ", "ИНН/КПП", "УНП", "СТИР", "Регистрационный номер",
      "USt-ID", "USt-IdNr", "UStID", "Umsatzsteuer-ID", "Handelsregisternummer", "HRB", "Steuernummer", "Firmenbuchnummer", "UID", "UID-Nummer",
      "TITULAIRES_ID", "SIRET", "SIREN", "N° TVA", "Numéro de TVA", "Numéro TVA intracommunautaire", "N° SIRET", "RCS",
      "CUIT Proveedor", "CUIT", "CNPJ", "NIF", "CIF", "RFC", "RUC", "NIT", "RUT", "NIPC", "CNPJ do fornecedor", "RFC proveedor", "RUC proveedor",
      "Organisasjonsnr", "Organisasjonsnummer", "Orgnr", "Org.nr.", "Org nr", "CVR", "CVR-nr", "CVR nummer", "Organisationsnummer", "Foretaksnummer",
      "统一社会信用代码", "注册号", "组织机构代码", "税号", "纳税人识别号", "統一編號", "营业执照号",
      "Partita IVA", "P.IVA", "Codice fiscale impresa", "NIP", "REGON", "KRS", "Vergi no", "Vergi numarası",
    ], // prettier-ignore
  },
  {
    field: "parent",
    words: [
      "Supplier Group", "parent_company", "Parent_Com", "Group_Name", "Parent Organization Name", "mod_parent", "Parent Company", "Parent",
      "Ultimate parent", "Ultimate parent company", "Holding", "Holding company", "Group", "Group name", "Owner", "Owned by", "Corporate group",
      "Parent company name", "Parent name", "Ultimate owner", "Supplier parent",
      "Головная организация", "Холдинг", "Группа компаний", "Материнская компания", "Бас ұйым",
      "Konzern", "Muttergesellschaft", "Mutterkonzern", "Unternehmensgruppe",
      "Groupe", "Société mère", "Maison mère",
      "Matriz", "Grupo", "Grupo empresarial", "Empresa matriz", "Empresa-mãe",
      "Konsern", "Morselskap", "Moderselskab", "Koncern",
      "投資公司名稱", "集团", "母公司", "集团名称", "集團", "所属集团",
      "Gruppo", "Capogruppo", "Ana şirket",
    ], // prettier-ignore
  },
  { field: "parent", weight: 80, words: ["投資公司英文全稱", "境外投資公司名稱"] },
  {
    field: "tier",
    words: [
      "supplier_tier", "Tier", "Supplier tier", "Tier level", "Level", "Supply chain tier", "Supply chain level", "Уровень", "Звено",
      "Уровень поставщика", "Деңгей", "Stufe", "Lieferstufe", "Lieferkettenstufe", "Rang", "Rang fournisseur", "Niveau", "Nivel", "Nivel de proveedor",
      "Nível", "Ledd", "Leverandørledd", "层级", "级别", "供应商层级", "Livello",
    ], // prettier-ignore
  },
  {
    field: "role",
    words: [
      "Role", "Supplier role", "Business role", "Роль", "Роль поставщика", "Rolle", "Rôle", "Rol", "Função", "角色", "Supplier type", "Vendor type",
      "Тип поставщика", "Lieferantentyp", "Type de fournisseur", "Tipo de proveedor", "Leverandørtype", "供应商类型",
    ], // prettier-ignore
  },
];
