/** Columns that look like the supplier and are not, persons, bank accounts, and what is of no use. */

/** The buyer. */
export const BUYER_WORDS: readonly string[] = [
  "Body Name", "Body", "Organisation Name", "Organization Name", "Organisation", "Organisation code", "Authority Name", "Authority", "Council", "Council name", "Entity", "Entity name",
  "Buyer", "Buyer name", "buyer/name", "buyer/id", "Purchaser", "Customer", "Client", "Contracting authority", "Contracting office", "Department family", "Department", "Directorate", "Service area", "Business unit", "Agency", "Agency name", "Public body",
  "Body URI", "Organisation URI", "Paying entity", "Legal entity buying", "Contracting agency", "contractingofficename", "fundingrequestingagencyid", "maj_agency_cat", "mod_agency",
  "DEPENDENCIA", "NOMBRE_DE_LA_UC", "Empresa Operadora", "Наименование заказчика", "Заказчик", "Тапсырыс беруші", "Замовник", "Покупатель", "ИНН заказчика", "Организатор", "БИН заказчика",
  "ACHETEURS_NOM", "Acheteur", "Nom de l'acheteur", "ACHETEURS_ID", "CAE_NAME", "CAE_ADDRESS", "CAE_TOWN", "CAE_NATIONALID", "CAE_POSTAL_CODE", "ISO_COUNTRY_CODE", "ISO_COUNTRY_CODE_GPA", "Auftraggeber", "Besteller", "Vergabestelle", "Kunde",
  "Comprador", "Entidad", "Entidad contratante", "Órgano de contratación", "Órgão", "Unidade gestora", "Oppdragsgiver", "Innkjøper", "Ordregiver", "Ansvarlig enhet",
  "采购人", "采购单位", "采购单位名称", "招标人", "买方", "采购机构", "Stazione appaltante", "Zamawiający", "SIREN acheteur",
  "Второе место", "Second place", "Losing bidder",
  "Brand", "Brands", "Brand(s)", "Brand name", "Marke", "Marque", "Marca", "Бренд", "品牌", "Customer brand",
]; // prettier-ignore

/** Natural persons and how to reach them. */
export const PERSON_WORDS: readonly string[] = [
  "Contact", "Contact name", "Contact person", "contact_email", "Contact Email", "ff_email", "Email", "E-mail", "E mail", "Email address", "Mail", "Telephone", "Telephone 1", "Telephone number",
  "Phone", "phoneno", "Phone number", "Mobile", "Mobile number", "Cell", "Fax", "faxno", "Skype", "WhatsApp", "WeChat", "Telegram", "Telegram/VK", "LinkedIn",
  "Director", "Directors", "CEO", "Manager", "Account manager", "Owner name", "Responsible", "Responsible person", "Legal representative", "prime_awardee_executive1",
  "prime_awardee_executive2", "prime_awardee_executive3", "prime_awardee_executive4", "prime_awardee_executive5", "First name", "Last name", "Surname", "Date of birth", "Gender", "Passport number", "ID card number",
  "Employee name", "Employee", "Requester", "Approver", "Approved by", "Officer", "Cardholder", "Card holder", "Social security number", "National insurance number",
  "Телефон", "Мобильный телефон", "Электронная почта", "Эл. почта", "Контактное лицо", "Контакт", "Контакты", "ОбращатьсяК", "Директор", "Руководитель", "ФИО", "ФИО руководителя", "ИИН", "ЖСН", "СНИЛС", "Паспорт",
  "Ответственный", "Факс",
  "Ansprechpartner", "Telefon", "Telefax", "Mobil", "Geschäftsführer", "Sachbearbeiter", "Vorname", "Nachname", "E-Mail-Adresse", "Kontaktperson", "E-post", "Epost", "Intern ansvarlig (e-post)", "Intern ansvarlig", "Mobiltelefon", "Daglig leder",
  "Courriel", "Téléphone", "Interlocuteur", "Contact fournisseur", "Prénom", "Nom du contact", "Dirigeant",
  "RESPONSABLE", "telefono", "Teléfono", "Correo", "Correo electrónico", "Contacto", "Representante legal", "DNI", "CURP", "CPF", "Telefone", "Celular", "Contato",
  "法定代表人", "董事長", "董事长", "联系人", "电话", "邮箱", "手机", "聯絡人", "電話", "法人代表", "负责人", "身份证号", "微信", "传真", "联系电话", "联系方式",
  "Referente", "Telefono", "Osoba kontaktowa", "Yetkili kişi",
  // Numbers a state gives to a person.
  "SSN", "NINO", "NI number", "NIN", "National ID", "National ID number", "National identity number", "Personal ID", "Personal identity number", "Personal number", "Passport", "Passport no", "Birth date", "DOB", "Place of birth", "Nationality of owner",
  "Fødselsnummer", "Fødselsnr", "Personnummer", "Personnr", "D-nummer", "CPR", "CPR-nummer", "CPR nr", "Henkilötunnus", "Kennitala einstaklings", "BSN", "Burgerservicenummer", "Rijksregisternummer", "NISS", "Numéro de sécurité sociale", "NIR", "Date de naissance", "Sozialversicherungsnummer", "Steuer-ID", "Steueridentifikationsnummer", "Geburtsdatum", "Personalausweisnummer", "AHV-Nummer",
  "NIE", "Cédula de identidad", "Fecha de nacimiento", "Data de nascimento", "Codice fiscale persona", "Data di nascita", "PESEL", "Rodné číslo", "CNP", "ЕГН", "EGN", "JMBG", "ЈМБГ", "TC Kimlik No", "T.C. Kimlik No", "Aadhaar", "NRIC", "Дата рождения", "Паспортные данные", "Серия и номер паспорта", "РНОКПП", "ПИНФЛ", "JShShIR", "Личный номер", "出生日期", "护照号",
]; // prettier-ignore

/** Bank accounts. */
export const BANK_WORDS: readonly string[] = [
  "Giro", "IBAN", "BIC", "SWIFT", "BIC/SWIFT", "Swift code", "Bank", "Bank account", "Bank account number", "Bank name", "Bank details", "Bank account name", "Bank account holder", "Account holder", "Beneficiary account", "Beneficiary bank", "Payee account", "Account number", "Account no", "Bank sort code", "Bank code", "ABA", "ABA number", "BSB", "IFSC", "IFSC code", "Card number", "Sort code", "Routing number", "Konto nummer", "Kontonummer", "Kontonr", "Bankkonto", "Kontonummer leverandør", "Bankkontonummer", "Bankkontonr", "Kontoinhaber", "Zahlungsempfänger Konto", "Giro(T)", "Gironummer", "Girokonto",
  "Bankgiro", "Plusgiro", "Postgiro", "Bankverbindung", "BLZ", "Bankleitzahl", "RIB", "Compte bancaire", "CLABE", "Cuenta bancaria", "Número de cuenta", "Conta bancária", "Agência bancária",
  "Расчетный счет", "Расчётный счёт", "Р/с", "БИК", "Банк", "Банковские реквизиты", "Корр. счет", "ИИК", "Номер счета в банке", "银行账号", "开户行", "银行账户", "开户银行", "账号", "帳號", "Conto corrente", "Numer konta", "Numer rachunku", "Numer rachunku bankowego", "Banka hesap no", "Numéro de compte", "Titulaire du compte", "Code banque", "Банковский счет", "Банковский счёт", "Номер счета", "Номер счёта", "Лицевой счет", "Наименование банка", "Кор. счет", "Коррсчет", "МФО", "БСК", "Рахунок", "Банк шоты",
]; // prettier-ignore

/** Row numbers, coordinates, links, fines and other columns that must not be taken for a field, whatever their values. */
export const IGNORED_WORDS: readonly string[] = [
  "序号", "序號", "编号", "No.", "No", "Nr", "Nr.", "#", "№", "№ п/п", "п/п", "N п/п", "Lfd. Nr.", "Lfd Nr", "S.No", "S No", "Sr No", "Sl No", "Row", "Row number", "Line no", "Line number", "ID", "Index", "Pos", "Р/с №",
  "Latitude", "Lattitude", "Longitude", "Lat", "Lng", "Lon", "Coordinates", "latitud", "longitud", "Широта", "Долгота", "Breitengrad", "Längengrad", "纬度", "经度",
  "Website", "Web", "URL", "Web site", "Homepage", "Internet", "Сайт", "Sitio web", "公司網址", "网址", "网站", "LOGO網址", "Logo", "Nettside",
  "罚款", "罰款", "罚款金额", "Fine", "Fines", "Penalty", "Штраф", "Amende", "Multa", "Bußgeld", "Bot",
  "VAT amount", "Irrecoverable VAT", "Tax amount", "VAT code", "Tax code", "MwSt", "НДС", "IVA", "TVA", "MVA",
  "标题", "資料來源", "匹配分數", "匹配英文名稱", "匹配英文名稱類型", "實收資本額(元)", "注册资本", "成立日期", "上市日期", "持股比例", "英文簡稱", "Capital/ Revenue", "Capital Revenue", "Service Code",
  "Remarks", "Remark", "Comment", "Comments", "Note", "Notes", "Примечание", "Bemerkung", "Remarque", "Observaciones", "备注", "Status", "Статус", "State of record", "Origen del proveedor",
  "Koststed", "Koststed(T)", "BA(T)", "BA", "Saknr", "Kap/post", "Supplier category rating", "Created", "Created at", "Updated at", "Last updated", "Date added", "Date of incorporation", "Дата регистрации",
  "icis_facility_id", "npdes_id",
]; // prettier-ignore

/** Words that exclude a column wherever they stand in its header. */
export const PERSON_PARTS: readonly string[] = [
  "contact", "email", "e mail", "phone", "telephone", "telefon", "telefono", "telefax", "fax", "mobile", "whatsapp", "telegram", "executive", "courriel", "correo", "e post", "телефон", "e mail adresse",
  "контактное лицо", "ansprechpartner", "kontaktperson", "date of birth", "fodselsnummer", "personnummer", "social security", "national insurance", "passport no", "passport number", "geburtsdatum", "дата рождения", "номер паспорта", "联系人", "电话", "邮箱", "手机", "董事長", "法定代表人", "身份证",
]; // prettier-ignore
export const BUYER_PARTS: readonly string[] = ["buyer", "brand", "brands", "brand s", "заказчика", "contracting authority", "acheteur", "acheteurs", "auftraggeber", "采购人", "采购单位", "品牌"]; // prettier-ignore
export const BANK_PARTS: readonly string[] = [
  "iban",
  "bank account",
  "swift",
  "bankverbindung",
  "银行",
  "расчетный счет",
  "банковский счет",
  "bankkonto",
  "bank konto",
  "bankgiro",
  "plusgiro",
  "postgiro",
  "giro",
  "bic",
  "sort code",
];
