/**
 * A list of one's own, block list or approved list: any table whose columns can be told by their headers. The columns of suppliers
 * (name, country, city, address) are found as in a supplier list (`app/imports`); those that only lists have by the headers below.
 * Only the name is required.
 */
import { Problem } from "../../lib/problem";
import { normaliseHeader } from "../../imports/header-text";
import { proposeMapping } from "../../imports/map-columns";
import { nameKey } from "../../imports/name-key";
import { payeeReason } from "../../imports/payees";
import { distinct, entryOf, idFromName, isMadeId, LeftOut, mergeEntries } from "../entries";
import type { Legal } from "../list-heads";
import { readNamed, tidy } from "../names";
import { numberKind } from "../number-kind";
import { countriesIn, dayIn, statedIn, wrongKind, type ListFile, type ReadOptions } from "../tables";
import type { ListEntry } from "../types";
import { NAMELESS, PERSON, SAME_FIRM, type ReadList } from "./read-list";

/** Records that the columns are decided on. */
const SAMPLE = 400;

/** Headers as `normaliseHeader` gives them. */
const OWN_COLUMNS = {
  id: ["id", "entry id", "list id", "номер записи"],
  name: ["name", "entity", "entity name", "listed name", "наименование", "название"],
  aliases: ["aliases", "alias", "also known as", "aka", "other names", "alt names", "другие названия", "псевдонимы"],
  registration: ["registration", "registration number", "company number", "company registration number", "огрн"],
  vat: ["vat", "vat number", "vat no", "vat id"],
  lei: ["lei", "lei code"],
  duns: ["duns", "duns number", "d u n s", "d u n s number"],
  reason: ["reason", "grounds", "ground", "comment", "note", "основание", "причина"],
  listedOn: ["listed on", "listed", "date listed", "listing date", "since", "дата включения", "включено"],
} as const;
type OwnColumn = keyof typeof OWN_COLUMNS;
type Columns = Partial<Record<OwnColumn | "country" | "city" | "address" | "number", number>>;

/** @throws Problem `list.file-kind`, `list.no-rows`, `mapping.…` when no column holds the names. */
export function readMapped(list: string, legal: Legal, file: ListFile, options: ReadOptions): ReadList {
  if (file.kind !== "table") throw wrongKind(list, file, "CSV, XLSX");
  const records = file.records[Symbol.iterator]();
  const sample: (readonly string[])[] = [];
  for (let next = records.next(); !next.done; next = records.next()) {
    sample.push(next.value);
    if (sample.length >= SAMPLE) break;
  }
  if (sample.length === 0) throw noRows(list, file.fileName);
  const { columns, firstRow, dateOrder } = columnsOf(sample);
  const leftOut = new LeftOut();
  const found: ListEntry[] = [];
  let [read, stated]: [number, number | null] = [0, null];
  const take = (cells: readonly string[]) => {
    if (cells.every((cell) => tidy(cell) === "")) return;
    const count = statedIn(cells);
    if (count !== null) {
      stated = count;
      return;
    }
    read++;
    const entry = entryIn(cells, columns, dateOrder, legal, options);
    if (typeof entry === "string") leftOut.add(entry);
    else found.push(entry);
  };
  sample.slice(firstRow).forEach(take);
  for (let next = records.next(); !next.done; next = records.next()) take(next.value);
  const { entries, merged } = mergeEntries(found, isMadeId);
  leftOut.add(SAME_FIRM, merged);
  return { entries, leftOut: leftOut.counts(), date: null, count: stated === null ? null : { stated, read } };
}

function columnsOf(sample: readonly (readonly string[])[]) {
  const proposal = proposeMapping(sample, { requireName: false });
  const header = proposal.headerRecord === null ? [] : sample[proposal.headerRecord]!.map(normaliseHeader);
  const own = (column: OwnColumn) =>
    header.findIndex((text) => (OWN_COLUMNS[column] as readonly string[]).includes(text));
  const { country, city, address, registrationId, name } = proposal.mapping;
  const columns: Columns = {};
  const set = (key: keyof Columns, at: number | undefined) => {
    if (at !== undefined && at >= 0 && !Object.values(columns).includes(at)) columns[key] = at;
  };
  for (const column of Object.keys(OWN_COLUMNS) as OwnColumn[]) set(column, own(column));
  if (columns.name === undefined) set("name", name);
  // The sentence about a missing column of names, with the headers there are.
  if (columns.name === undefined) proposeMapping(sample);
  set("country", country);
  set("city", city);
  set("address", address);
  set("number", registrationId);
  return { columns, firstRow: proposal.firstDataRecord, dateOrder: proposal.dateOrder };
}

function entryIn(
  cells: readonly string[],
  columns: Columns,
  dateOrder: "dmy" | "mdy" | "ymd",
  legal: Legal,
  options: ReadOptions,
): ListEntry | string {
  const of = (column: keyof Columns) => tidy(cells[columns[column] ?? -1] ?? "");
  const { name, aliases, scope } = readNamed(of("name"));
  if (name === "") return NAMELESS;
  if (payeeReason(name, nameKey(name)) === "natural-person") return PERSON;
  const countries = countriesIn(of("country").split(/\s*;\s*/), options);
  const ids = numbersIn({ vat: of("vat"), lei: of("lei"), duns: of("duns") }, [of("registration"), of("number")]);
  return entryOf(
    {
      id: of("id") || idFromName(name, countries[0] ?? null),
      name,
      aliases: distinct([...aliases, ...of("aliases").split(/\s*[;|]\s*/)]),
      countries,
      city: of("city"),
      address: of("address"),
      ids,
      reason: of("reason"),
      subsidiaries: scope !== null,
      listedOn: dayIn(of("listedOn"), dateOrder),
    },
    legal,
  );
}

/** Numbers by their kind: that of their column, or, where it can hold any, as they are written. */
function numbersIn(known: Readonly<Record<string, string>>, others: readonly string[]): Record<string, string> {
  const ids = Object.fromEntries(Object.entries(known).filter(([, number]) => number !== ""));
  for (const number of others) if (number !== "") ids[numberKind(number)] ??= number;
  return ids;
}

export const noRows = (list: string, fileName: string): Problem =>
  new Problem(
    "list.no-rows",
    `${fileName}: no entry of ${list} was found in it. Check that it is the whole file of the publisher. The edition in force stays.`,
    { file: fileName, list },
    422,
  );
