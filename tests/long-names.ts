/** Invented names at their longest, in the scripts that lists come in, and one that has nowhere to break. */
export const LONG_NAMES = [
  "Общество с ограниченной ответственностью «Межрегиональное производственно-коммерческое объединение Пример-Строй»",
  "示例國際紡織品進出口貿易有限公司第一採購與物流配送中心棉紗及成衣加工事業部華東地區聯合辦事處暨客戶服務與質量管理總部及附屬倉儲運輸調度中心",
  "شركة المثال العالمية للتجارة العامة والمقاولات والخدمات اللوجستية والتوريدات الصناعية المحدودة (ذ.م.م)",
  "Beispielschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftsverwaltung Zulieferung mbH",
] as const;

/** A list of them as a CSV file: one each in a country where it would be at home, with much to say about what is bought. */
export const longNamesList = (): string =>
  [
    "Supplier,Country,Product,Spend",
    ...LONG_NAMES.map(
      (name, at) =>
        `${name},${["Kazakhstan", "Taiwan", "Jordan", "Germany"][at]},${["construction of residential and non-residential buildings and cleaning of their sites", "cotton yarn", "catering and cleaning services in labour accommodation", "zzqx"][at]},${120_000_000 + at}`,
    ),
    "Alder Ltd,Norway,,900",
    "",
  ].join("\n");
