import type { SynonymGroup } from "../fields";

/** Headers of where the supplier is, where the work is done and where the goods come from. */
export const PLACE_SYNONYMS: readonly SynonymGroup[] = [
  {
    field: "country",
    words: [
      "Country", "Country / Region", "Country/Region", "vendorcountrycode", "country_code", "Country Code", "ISO", "ISO2", "ISO3", "ISO country",
      "ISO country code", "WIN_COUNTRY_CODE", "parties/0/address/countryName", "countryName", "Supplier country", "Vendor country", "Nation",
      "Country of registration", "Country of supplier", "Factory country", "Facility country", "Country name", "Countries", "Country of seat", "Seat",
      "Страна", "STRANA", "Код страны", "Страна поставщика", "Страна регистрации", "Страна контрагента", "Страна победителя", "Ел", "Елі", "Країна",
      "Land", "Länderkennzeichen", "Staat", "Ländercode", "Landeskennzeichen", "Land des Lieferanten", "Lieferantenland",
      "Pays", "Code pays", "Pays du fournisseur", "Pays du titulaire",
      "pais", "País", "Nacionalidad", "País del proveedor", "Código de país", "País do fornecedor", "Código do país",
      "Landkode", "Leverandørland", "Landskode",
      "国家", "国家/地区", "国别", "所在国家", "國家", "地區別代號", "国家地区", "國別", "国家代码",
      "Paese", "Nazione", "Kraj", "Ülke", "Ülke kodu", "البلد", "الدولة",
    ], // prettier-ignore
  },
  // Only when the values are countries: the word alone is a town, a world region or a site as often.
  {
    field: "country",
    weight: 70,
    needsValues: 0.6,
    words: ["Location", "Region", "Place", "Market", "Standort", "Ubicación", "地区", "Регион", "Sourcing country"],
  },
  {
    field: "origin",
    words: [
      "Country of origin", "Origin", "Origin country", "Country of manufacture", "Made in", "Sourcing country", "Goods origin", "Product origin",
      "Country of production", "Production country", "Source country",
      "Страна производителя", "Страна происхождения", "Страна происхождения товара", "Страна изготовления", "Страна производства", "Шығарылған елі",
      "Herkunftsland", "Ursprungsland", "Produktionsland", "Herstellungsland",
      "Pays d'origine", "Pays de fabrication", "Pays de production", "Origine",
      "País de origen", "País de fabricación", "País de origem", "Origem", "Origen",
      "Opprinnelsesland", "Produksjonsland", "Oprindelsesland", "Ursprungsland",
      "产地", "原产国", "原产地", "產地", "生产国", "Paese di origine", "Kraj pochodzenia", "Menşe ülke",
    ], // prettier-ignore
  },
  {
    field: "placeOfWork",
    words: [
      "Place of work", "Work location", "Workplace", "Place of performance", "Place of delivery of service", "Country of work", "Work country",
      "Country where the work is done", "Destination country", "Service location", "Work site country", "Place of performance country",
      "Место работы", "Место выполнения работ", "Место оказания услуг", "Страна выполнения работ", "Место поставки", "Жұмыс орны",
      "Arbeitsort", "Leistungsort", "Erfüllungsort", "Einsatzort", "Lieu de travail", "Lieu d'exécution", "LIEU_EXECUTION", "LIEUEXECUTION_NOM",
      "Lugar de trabajo", "Lugar de ejecución", "Local de trabalho", "Local de execução", "Arbeidssted", "Arbeidsland", "Arbejdssted",
      "工作地点", "工作地點", "施工地点", "Luogo di lavoro",
    ], // prettier-ignore
  },
  {
    field: "region",
    words: [
      "State", "Province", "Region", "State/Province", "State / Province", "Province/State", "State or province", "Prefecture", "County", "vendorstate",
      "Supplier region", "Oblast",
      "Область", "region_id", "Регион", "Регион поставщика", "Край", "Субъект РФ", "Область/край", "Облыс", "Область / регион",
      "Bundesland", "Kanton", "Provinz", "Département", "Région", "Province",
      "provincia / estado", "provincia", "estado", "Departamento", "Comunidad autónoma", "UF", "Fylke", "Län",
      "所属地市", "省", "省份", "省/直辖市", "Regione", "Województwo", "İl",
    ], // prettier-ignore
  },
  {
    field: "city",
    words: [
      "City", "Town", "District", "Location", "City/Town", "Town/City", "City / Town", "Municipality", "Locality", "vendorcity", "WIN_TOWN", "parties/0/address/locality",
      "Factory city", "Supplier city", "Город", "Населенный пункт", "Населённый пункт", "Қала", "Місто",
      "Ort", "Ortsteil", "Stadt", "Wohnort", "Ville", "Commune", "Localité",
      "ciudad", "Localidad", "Municipio", "Población", "Cidade", "Município", "Bairro", "Poststed", "Kommune", "By", "Sted", "Postort",
      "所属区县", "城市", "市", "地区", "所在城市", "所在地", "Città", "Comune", "Miasto", "Şehir",
    ], // prettier-ignore
  },
  {
    field: "postalCode",
    words: [
      "Postal Code", "Zip", "zipcode", "Zip code", "Postcode", "Post code", "ZIP/Postal code", "vendorzipcode", "WIN_POSTAL_CODE", "parties/0/address/postalCode",
      "Индекс", "Почтовый индекс", "Пошта індекс", "PLZ", "Postleitzahl", "Code postal", "CP", "Código postal", "CEP", "Postnummer", "Postnr",
      "邮编", "邮政编码", "郵遞區號", "CAP", "Kod pocztowy", "Posta kodu",
    ], // prettier-ignore
  },
  {
    field: "address",
    words: [
      "Address", "Factory Address", "streetaddress", "Street address", "facility_address", "supplier_address", "Site address", "Plant address", "Street",
      "Address 1", "Address1", "Address line 1", "Full address", "Location address", "Business address", "Registered address", "WIN_ADDRESS",
      "parties/0/address/streetAddress", "Production address", "Mill address",
      "Адрес", "postAddress", "Юридический адрес", "Почтовый адрес", "Фактический адрес", "Адрес поставщика", "Адрес производства", "Мекенжайы", "Мекен-жайы", "Адреса",
      "Strasse", "Straße", "Adresse", "Anschrift", "Straße und Hausnummer", "Straße, Hausnummer",
      "Siège social", "Adresse postale", "Rue", "direccion", "Dirección", "Domicilio", "Endereço", "Endereco", "Logradouro", "Domicilio fiscal", "Calle",
      "Gateadresse", "Besøksadresse", "Postadresse", "Adress", "Vej",
      "企业地址", "地址", "注册地址", "详细地址", "厂址", "工厂地址", "公司地址", "生产地址", "Indirizzo", "Adres",
    ], // prettier-ignore
  },
  // The seat of the parent company: the site's own address wins wherever there is one.
  {
    field: "address",
    weight: 70,
    words: ["住址", "Parent address", "Head office address", "Headquarters address", "Headquarters", "Mailing address"],
  },
];
