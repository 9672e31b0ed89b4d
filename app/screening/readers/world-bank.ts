/**
 * World Bank Listing of Ineligible Firms and Individuals: the workbook that the page offers ("Export to Excel"), or the JSON its
 * table is filled from. The Bank reserves redistribution: a user loads the file for the own organisation, nothing is shipped.
 *
 * Layout read on 2026-11-28 in public code that reads the workbook and the page's table. Workbook: a header on two rows,
 * "Firm Name", "Additional Firm Info", "Address", "Country", "Ineligibility Period" over "From Date" and "To Date", "Grounds"; days
 * as 01-JAN-2024, the end may read "Ongoing" or "Permanent"; footnotes as "*203" or "(*)". It does not say who is a natural
 * person: a name is kept only where it reads as a firm's. JSON: `response.ZPROCSUPP[]` with SUPP_ID, SUPP_NAME, SUPP_TYPE_CODE
 * (I for individuals), SUPP_ADDR, SUPP_CITY, COUNTRY_NAME, DEBAR_FROM_DATE, DEBAR_TO_DATE (2999-12-31 for no end), DEBAR_REASON.
 * "Additional Firm Info" is not kept: it names people.
 */
import { entryOf, idFromName, isMadeId, LeftOut, mergeEntries } from "../entries";
import { LEGAL, LIST_HEADS } from "../list-heads";
import { readNamed, readsAsFirm, tidy } from "../names";
import { countriesIn, dayIn, findTable, missingColumns, wrongKind, type ListFile, type ReadOptions } from "../tables";
import type { ListEntry } from "../types";
import { ENDED, NAMELESS, PERSON, SAME_FIRM, UNCLEAR, type ReadList } from "./read-list";

const LIST = LIST_HEADS["WB-DEBARRED"].title;
const COLUMNS = ["Firm Name", "Address", "Country", "From Date", "To Date", "Grounds"];

interface Debarment {
  readonly id: string;
  readonly name: string;
  readonly isPerson: boolean | null;
  readonly address: string;
  readonly city: string;
  readonly country: string;
  readonly from: string;
  readonly to: string;
  readonly grounds: string;
}

/** @throws Problem `list.file-kind`, `list.format`. */
export function readWorldBank(file: ListFile, options: ReadOptions): ReadList {
  if (file.kind === "json") return readListOf(inJson(file.text), () => null, options);
  if (file.kind !== "table") throw wrongKind(LIST, file, "XLSX, CSV, JSON");
  const table = findTable(LIST, file, COLUMNS);
  const rows = (function* (): Generator<Debarment> {
    for (const row of table.rows)
      yield {
        id: "",
        name: row.text("Firm Name"),
        isPerson: null,
        address: row.text("Address"),
        city: "",
        country: row.text("Country"),
        from: row.text("From Date"),
        to: row.text("To Date"),
        grounds: row.text("Grounds"),
      };
  })();
  return readListOf(rows, () => table.stated(), options);
}

function inJson(text: string): Debarment[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw missingColumns(LIST, ["response.ZPROCSUPP"], []);
  }
  const rows = (json as { response?: { ZPROCSUPP?: unknown } } | null)?.response?.ZPROCSUPP;
  if (!Array.isArray(rows)) throw missingColumns(LIST, ["response.ZPROCSUPP"], []);
  const records = rows.filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null);
  const required = ["SUPP_NAME", "SUPP_TYPE_CODE", "COUNTRY_NAME", "DEBAR_FROM_DATE", "DEBAR_TO_DATE"];
  const found = required.filter((key) => records.some((record) => key in record));
  if (found.length < required.length) throw missingColumns(LIST, required, found);
  return records.map((record) => {
    const of = (key: string) =>
      typeof record[key] === "string" || typeof record[key] === "number" ? tidy(String(record[key])) : "";
    return {
      id: of("SUPP_ID"),
      name: of("SUPP_NAME"),
      isPerson: of("SUPP_TYPE_CODE").toUpperCase() === "I",
      address: of("SUPP_ADDR"),
      city: of("SUPP_CITY"),
      country: of("COUNTRY_NAME"),
      from: of("DEBAR_FROM_DATE"),
      to: of("DEBAR_TO_DATE"),
      grounds: of("DEBAR_REASON"),
    };
  });
}

function readListOf(rows: Iterable<Debarment>, stated: () => number | null, options: ReadOptions): ReadList {
  const leftOut = new LeftOut();
  const found: ListEntry[] = [];
  let read = 0;
  for (const row of rows) {
    read++;
    const { name, aliases } = readNamed(row.name);
    const end = /^(?:ongoing|permanent)$/i.test(row.to) ? null : dayIn(row.to, "mdy");
    const why = whyLeftOut(row, name, end !== null && end < options.readOn);
    if (why !== null) {
      leftOut.add(why);
      continue;
    }
    const until = end === null || end.startsWith("2999") ? row.to.replace(/^2999.*/, "") : `until ${end}`;
    const countries = countriesIn([row.country], options);
    found.push(
      entryOf(
        {
          id: row.id || idFromName(name, countries[0] ?? null),
          name,
          aliases,
          countries,
          city: row.city,
          address: row.address,
          reason: [row.grounds, until].filter((part) => part !== "").join("; "),
          listedOn: dayIn(row.from, "mdy"),
        },
        LEGAL.worldBank,
      ),
    );
  }
  const { entries, merged } = mergeEntries(found, isMadeId);
  leftOut.add(SAME_FIRM, merged);
  const count = stated();
  return { entries, leftOut: leftOut.counts(), date: null, count: count === null ? null : { stated: count, read } };
}

function whyLeftOut({ isPerson }: Debarment, name: string, hasEnded: boolean): string | null {
  if (name === "") return NAMELESS;
  if (isPerson || /^(?:mr|mrs|ms|miss|dr|engr?|prof)\.?\s/i.test(name)) return PERSON;
  if (isPerson === null && !readsAsFirm(name)) return UNCLEAR;
  return hasEnded ? ENDED : null;
}
