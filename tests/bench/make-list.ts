/**
 * Writes an invented supplier list of any length, for the bench and for tests. Record i is a function of the seed and i alone:
 * the first 1,000 records of a list of 1,000,000 are the list of 1,000, and memory does not grow with the number of records.
 * Firms are invented; e-mail hosts end in ".example".
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { Draw, seedOf } from "./list-draw";
import { applyFault, faultOf, isShape, isWhole } from "./list-faults";
import { emptyRecord, fillRecord, LIST_COLUMNS, type ListRecord } from "./list-record";

export interface ListOptions {
  /** Data records, the header not counted. */
  readonly rows: number;
  /** Any text or number; default 1. */
  readonly seed?: string | number;
  /** Share of records with a fault, 0 to 1; default 0. */
  readonly dirty?: number;
  readonly delimiter?: "," | ";" | "\t";
  readonly encoding?: "utf-8" | "utf-16le";
  /** Begin with a byte order mark. */
  readonly bom?: boolean;
  readonly lineEnd?: "\n" | "\r\n";
  /** Two title lines and an empty line above the header. */
  readonly title?: boolean;
  readonly country?: "name" | "iso2" | "mixed";
}

/** What stands in the file that was written. */
export interface ListTruth {
  readonly records: number;
  readonly bytes: number;
  /** Records that describe a supplier: neither blank nor a repeated header. */
  readonly suppliers: number;
  /** Of those, records that stand for a supplier already listed (again as it was, or typed in anew under another number). */
  readonly repeated: number;
  readonly blank: number;
  readonly headers: number;
  /** Sum of the spend of all supplier records, in cents of EUR. */
  readonly spendCents: number;
  /** Records by fault; faulty records in all is their sum. */
  readonly faults: Readonly<Record<string, number>>;
}

const CHUNK = 1 << 20;

/**
 * Writes the list to `path` (overwritten) and tells what is in it.
 * @throws when `rows` is not a whole number of 0 or more, `dirty` is outside 0 to 1, or the file cannot be written.
 */
export function makeSupplierList(path: string, options: ListOptions): ListTruth {
  const { rows, dirty = 0, delimiter = ",", encoding = "utf-8", lineEnd = "\n", country = "mixed" } = options;
  if (!Number.isInteger(rows) || rows < 0) throw new Error(`rows must be a whole number of 0 or more, not ${rows}`);
  if (!(dirty >= 0 && dirty <= 1)) throw new Error(`dirty must be from 0 to 1, not ${dirty}`);
  const seed = seedOf(String(options.seed ?? 1));
  const draw = new Draw();
  const record = emptyRecord();
  const recordOptions = { seed, country };
  const faults: Record<string, number> = {};
  let [suppliers, repeated, blank, headers, spendCents, bytes] = [0, 0, 0, 0, 0, 0];

  const cell = (text: string): string => (needsQuotes(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (source: ListRecord, count: number, extra: string): string => {
    let text = "";
    for (let at = 0; at < count; at++) {
      if (at > 0) text += delimiter;
      text += cell(source[LIST_COLUMNS[at]!]);
      if (extra !== "" && LIST_COLUMNS[at] === "address") text += delimiter + extra;
    }
    return text + lineEnd;
  };
  const header = LIST_COLUMNS.join(delimiter) + lineEnd;

  const file = openSync(path, "w");
  let pending = options.bom ? "\ufeff" : "";
  const flush = (): void => {
    const buffer = Buffer.from(pending, encoding === "utf-8" ? "utf8" : "utf16le");
    for (let at = 0; at < buffer.length;) at += writeSync(file, buffer, at);
    bytes += buffer.length;
    pending = "";
  };
  /** The index of an earlier record that is a supplier in its own right. */
  const earlier = (index: number): number => {
    for (let attempt = 0; attempt < 8; attempt++) {
      const candidate = draw.start(seed, index, 3 + attempt).whole(index);
      if (!isWhole(faultOf(draw, seed, candidate, dirty))) return candidate;
    }
    return 0;
  };

  try {
    if (options.title) pending += `Supplier register, extract${lineEnd}Purchasing, internal${lineEnd}${lineEnd}`;
    pending += header;
    for (let index = 0; index < rows; index++) {
      const fault = faultOf(draw, seed, index, dirty);
      if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
      if (fault === "blank") {
        blank++;
        pending += delimiter.repeat(LIST_COLUMNS.length - 1) + lineEnd;
      } else if (fault === "repeated-header") {
        headers++;
        pending += header;
      } else {
        suppliers++;
        const again = fault === "same-again" || fault === "typed-again";
        const filled = fillRecord(record, again ? earlier(index) : index, recordOptions, draw);
        let cells: number = LIST_COLUMNS.length;
        let extra = "";
        if (again) repeated++;
        if (fault === "typed-again") {
          record.supplier_id = `V${String(index + 1).padStart(8, "0")}`;
          record.supplier_name = record.supplier_name.toUpperCase().replaceAll(".", "");
        } else if (fault !== null && isShape(fault)) {
          draw.start(seed, index, 20);
          if (fault === "too few cells") cells = 12 + draw.whole(8);
          else extra = draw.pick(["Building B", "2nd floor", "Unit 4"]);
        } else if (fault !== null && !again) applyFault(fault, record, filled.country, draw.start(seed, index, 20));
        spendCents += filled.spendCents;
        pending += line(record, cells, extra);
      }
      if (pending.length > CHUNK) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return { records: rows, bytes, suppliers, repeated, blank, headers, spendCents, faults };
}

function needsQuotes(text: string, delimiter: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 34 || char === 10 || char === 13 || char === delimiter.charCodeAt(0)) return true;
  }
  return false;
}
