/** What goes wrong in real lists. Each fault changes one record in place, or says what stands in the record's stead. */
import type { ListCountry } from "./list-countries";
import type { Draw } from "./list-draw";
import type { ListRecord } from "./list-record";

/** Faults of the whole record: it is blank, a repeated header, an earlier record again, or an earlier one typed in anew. */
export const WHOLE_FAULTS = ["blank", "repeated-header", "same-again", "typed-again"] as const;
export type WholeFault = (typeof WHOLE_FAULTS)[number];

const YES = ["Y", "YES", "Ja", "oui", "да", "TRUE", "1", "是", "Sí", "x"];
const NO = ["N", "NO", "Nein", "non", "нет", "FALSE", "0", "否", "nei"];
const NOTHING = ["-", "--", "N/A", "n/a", "none", "TBC", "#N/A", "нет данных", "k.A.", "No disponible", "不详", "NULL"];
const NOWHERE = ["Europe", "Asia", "various", "EU", "Other", "unknown", "Far East", "n/a"];
const QUESTIONS = [
  "uses_labour_agents",
  "recruitment_fees_paid_by_workers",
  "passport_retention",
  "grievance_mechanism",
] as const;

const thousands = (whole: string, separator: string): string => {
  let text = "";
  for (let at = 0; at < whole.length; at++)
    text += (at > 0 && (whole.length - at) % 3 === 0 ? separator : "") + whole[at];
  return text;
};
/** UTF-8 read as latin1. */
const twiceEncoded = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

type Change = (record: ListRecord, draw: Draw, country: ListCountry) => void;

const changes: Readonly<Record<string, { readonly weight: number; readonly change: Change }>> = {
  "name missing": { weight: 1, change: (record) => void (record.supplier_name = "") },
  "name in capitals": {
    weight: 6,
    change: (record) => void (record.supplier_name = record.supplier_name.toUpperCase()),
  },
  "name in quotes": { weight: 2, change: (record) => void (record.supplier_name = `"${record.supplier_name}"`) },
  "stray blanks": {
    weight: 7,
    change: (record, draw) => {
      const blank = draw.pick([" ", "  ", "\u00a0", "\t", "\u200b"]);
      for (const column of ["supplier_name", "country", "city"] as const)
        record[column] = draw.chance(0.5) ? blank + record[column] : record[column].replace(" ", "  ") + blank;
    },
  },
  "formula in name": {
    weight: 0.6,
    change: (record, draw) => void (record.supplier_name = draw.pick(["=1+1 ", "+", "@", "-"]) + record.supplier_name),
  },
  "country missing": { weight: 5, change: (record) => void (record.country = "") },
  "country spelled otherwise": {
    weight: 9,
    change: (record, draw, country) => void (record.country = draw.pick(country.spellings)),
  },
  "country is none": { weight: 3, change: (record, draw) => void (record.country = draw.pick(NOWHERE)) },
  "encoded twice": {
    weight: 3,
    change: (record) => {
      for (const column of ["supplier_name", "city", "address"] as const) record[column] = twiceEncoded(record[column]);
    },
  },
  "line break in cell": {
    weight: 3,
    change: (record, draw) => void (record.address = record.address.replace(" ", draw.chance(0.5) ? "\n" : "\r\n")),
  },
  "word for nothing": {
    weight: 6,
    change: (record, draw) => {
      const word = draw.pick(NOTHING);
      for (const column of ["address", "product_description", "workers", "parent_company"] as const)
        if (draw.chance(0.5)) record[column] = word;
    },
  },
  "number written otherwise": {
    weight: 7,
    change: (record, draw) => {
      const [whole = "0", cents = "00"] = record.annual_spend_eur.split(".");
      const style = draw.whole(6);
      record.annual_spend_eur =
        style === 0
          ? `${thousands(whole, ".")},${cents}`
          : style === 1
            ? `${thousands(whole, " ")},${cents}`
            : style === 2
              ? `€ ${thousands(whole, ",")}.${cents}`
              : style === 3
                ? `${whole},${cents}`
                : style === 4
                  ? `EUR ${thousands(whole, "'")}.${cents}`
                  : `${thousands(whole, ",")}.${cents}`;
      if (record.workers !== "")
        record.workers = draw.pick([
          `ca. ${record.workers}`,
          `${record.workers}.0`,
          `${record.workers} workers`,
          `${record.workers}+`,
        ]);
    },
  },
  "share in percent": {
    weight: 4,
    change: (record, draw) => {
      for (const column of ["migrant_worker_share", "agency_worker_share"] as const)
        if (record[column] !== "")
          record[column] = draw.chance(0.5)
            ? `${Math.round(Number(record[column]) * 100)}%`
            : record[column].replace(".", ",");
    },
  },
  "code damaged": {
    weight: 6,
    change: (record, draw) => {
      if (record.hs_code !== "")
        record.hs_code = draw.pick([
          `HS ${record.hs_code}`,
          record.hs_code.slice(0, 4),
          `${record.hs_code.slice(0, 4)}.${record.hs_code.slice(4)}`,
          `${record.hs_code}00`,
        ]);
      record.isic_code = draw.pick([
        record.isic_code.replace(/^0/, ""),
        `ISIC ${record.isic_code}`,
        record.isic_code.slice(0, 2),
      ]);
      record.cpv_code = draw.pick([
        record.cpv_code.slice(0, 8),
        `CPV ${record.cpv_code}`,
        record.cpv_code.replace("-", ""),
      ]);
    },
  },
  "yes and no in another language": {
    weight: 5,
    change: (record, draw) => {
      const [yes, no] = [draw.pick(YES), draw.pick(NO)];
      for (const column of QUESTIONS)
        record[column] = record[column] === "yes" ? yes : record[column] === "no" ? no : record[column];
    },
  },
};

/** Faults that move the columns: the writer leaves off the last cells, or puts an unnamed one after the address. */
export const SHAPE_FAULTS = ["too few cells", "one cell too many"] as const;
export type ShapeFault = (typeof SHAPE_FAULTS)[number];

const wheel: { readonly name: string; readonly weight: number }[] = [
  { name: "blank", weight: 1 },
  { name: "repeated-header", weight: 0.3 },
  { name: "same-again", weight: 4 },
  { name: "typed-again", weight: 5 },
  { name: "too few cells", weight: 1 },
  { name: "one cell too many", weight: 1 },
  ...Object.entries(changes).map(([name, { weight }]) => ({ name, weight })),
];
const wheelSum = wheel.reduce((sum, { weight }) => sum + weight, 0);

/** The fault of a record, or null. Uses draws of stream 2 only. */
export function faultOf(draw: Draw, seed: number, index: number, dirty: number): string | null {
  if (dirty <= 0) return null;
  draw.start(seed, index, 2);
  if (!draw.chance(dirty)) return null;
  let at = draw.next() * wheelSum;
  for (const { name, weight } of wheel) if ((at -= weight) < 0) return index === 0 && isWhole(name) ? null : name;
  return null;
}

export const isWhole = (fault: string | null): fault is WholeFault =>
  (WHOLE_FAULTS as readonly (string | null)[]).includes(fault);
export const isShape = (fault: string | null): fault is ShapeFault =>
  (SHAPE_FAULTS as readonly (string | null)[]).includes(fault);

/** Applies a fault that changes cells. */
export function applyFault(fault: string, record: ListRecord, country: ListCountry, draw: Draw): void {
  changes[fault]?.change(record, draw, country);
}
