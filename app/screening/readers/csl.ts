/**
 * US Consolidated Screening List: `consolidated.csv` of
 * https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv.
 *
 * Layout read on 2026-11-28 in public tests and a public copy of its rows: columns _id, source, entity_number, type, programs,
 * name, title, addresses, federal_register_notice, start_date, end_date, standard_order, license_requirement, license_policy,
 * call_sign, vessel_type, gross_tonnage, gross_registered_tonnage, vessel_flag, vessel_owner, remarks, source_list_url, alt_names,
 * citizenships, dates_of_birth, nationalities, places_of_birth, source_information_url, ids. Lists in a cell are parted by "; ";
 * an address ends in a country code; an id reads "CO, 811038291-3, NIT #". The type is Entity, Individual, Vessel or Aircraft for
 * the lists of the Treasury and blank for those of Commerce and State, which list natural persons too: there a name is kept only
 * where it reads as a firm's. The file states neither a day nor a count. Remarks are not kept: they name people.
 */
import { entryOf, idFromName, isMadeId, LeftOut, mergeEntries } from "../entries";
import { inUs, LEGAL, LIST_HEADS, type Legal } from "../list-heads";
import { readsAsFirm } from "../names";
import { countriesIn, dayIn, findTable, type ListFile, type ReadOptions, type Row } from "../tables";
import type { ListEntry } from "../types";
import { ENDED, NAMELESS, PERSON, SAME_FIRM, UNCLEAR, type ReadList } from "./read-list";

const COLUMNS = [
  "source",
  "entity_number",
  "type",
  "programs",
  "name",
  "addresses",
  "federal_register_notice",
  "end_date",
  "alt_names",
];
const OPTIONAL = ["_id", "start_date", "ids"];

/** Beginnings of the column `source`, and what such a listing is. Export control is no sanction of a person; it has no ground nearer than this. */
const SOURCES: readonly (readonly [RegExp, Legal])[] = [
  [/^Specially Designated Nationals/i, inUs("sanctions", "asset-freeze")],
  [
    /^(?:Sectoral Sanctions|Foreign Sanctions Evaders|Palestinian Legislative|Capta List|Non-SDN)/i,
    inUs("sanctions", "sectoral-sanctions"),
  ],
  [
    /^(?:Entity List|Military End User|Unverified List|Denied Persons|Nonproliferation Sanctions)/i,
    inUs("sanctions", "export-control"),
  ],
  [/^(?:ITAR Debarred|AECA Debarred)/i, inUs("debarment", "export-control")],
  [/^(?:UFLPA|Uyghur Forced Labor)/i, LEGAL.uflpa],
];

/** Rules of the Entity List about human rights in Xinjiang (source S-BIS of the reference tables). */
const XINJIANG_RULES = /\b(?:84 FR 54004|85 FR 34505|85 FR 44161|86 FR 33120|86 FR 36499|88 FR 18985)\b/;

/** @throws Problem `list.file-kind`, `list.format`. */
export function readCsl(file: ListFile, options: ReadOptions): ReadList {
  const table = findTable(LIST_HEADS["US-CSL"].title, file, COLUMNS);
  const has = new Set(OPTIONAL.filter((header) => table.has(header)));
  const leftOut = new LeftOut();
  const found: ListEntry[] = [];
  let read = 0;
  for (const row of table.rows) {
    read++;
    const legal = legalOf(row);
    const why = legal ? whyLeftOut(row, options) : "unknown-source";
    if (why !== null) leftOut.add(why);
    else found.push(entryIn(row, legal!, has, options));
  }
  const { entries, merged } = mergeEntries(found, isMadeId);
  leftOut.add(SAME_FIRM, merged);
  const stated = table.stated();
  return { entries, leftOut: leftOut.counts(), date: null, count: stated === null ? null : { stated, read } };
}

function legalOf(row: Row): Legal | null {
  const legal = SOURCES.find(([pattern]) => pattern.test(row.text("source")))?.[1] ?? null;
  const isXinjiang =
    /^Entity List/i.test(row.text("source")) && XINJIANG_RULES.test(row.text("federal_register_notice"));
  return isXinjiang ? inUs("human-rights", "export-control") : legal;
}

function whyLeftOut(row: Row, { readOn }: ReadOptions): string | null {
  const name = row.text("name");
  if (name === "") return NAMELESS;
  const type = row.text("type").toLowerCase();
  if (type === "individual") return PERSON;
  if (type === "" && !readsAsFirm(name) && !splitList(row.text("alt_names")).some(readsAsFirm)) return UNCLEAR;
  const end = dayIn(row.text("end_date"), "ymd");
  return end !== null && end < readOn ? ENDED : null;
}

function entryIn(row: Row, legal: Legal, has: ReadonlySet<string>, options: ReadOptions): ListEntry {
  const name = row.text("name");
  const addresses = splitList(row.text("addresses"));
  const countries = countriesIn(
    addresses.map((address) => address.split(",").at(-1)!.trim()),
    options,
  );
  const [first = ""] = addresses;
  const source = row.text("source").replace(/ - .*$/, "");
  const reason = [source, row.text("programs"), row.text("federal_register_notice")]
    .filter((part) => part !== "")
    .join("; ");
  const number = row.text("entity_number");
  const own = has.has("_id") ? row.text("_id") : "";
  return entryOf(
    {
      id:
        own ||
        (number ? `${shortOf(source)}-${number}` : `${idFromName(name, countries[0] ?? null)}|${shortOf(source)}`),
      kind: /^(?:vessel|aircraft)$/i.test(row.text("type")) ? "vessel" : "entity",
      name,
      aliases: splitList(row.text("alt_names")).map((alias) => alias.replace(/^and\s+/i, "")),
      countries,
      address: first.includes(",") ? first : null,
      ids: has.has("ids") ? idsIn(row.text("ids")) : {},
      reason,
      listedOn: has.has("start_date") ? dayIn(row.text("start_date"), "ymd") : null,
    },
    legal,
  );
}

const splitList = (cell: string): string[] =>
  cell
    .split(/;\s+|;$/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The abbreviation in the publisher's name of the list: "Entity List (EL)" → EL. */
const shortOf = (source: string): string => /\(([A-Z-]+)(?: List)?\)/.exec(source)?.[1] ?? source;

const ID_KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /registration (?:id|number)|company number|commercial registry|enterprise number|matricula mercantil|unified social credit/i,
    "registration",
  ],
  [/legal entity identifier|\blei\b/i, "lei"],
  [/d-?u-?n-?s/i, "duns"],
  [/\bv\.?a\.?t\b/i, "vat"],
  [/tax id|\bnit\b|\bruc\b|r\.?f\.?c\b/i, "tax"],
];

/** "US, 80-0890696, Tax ID No.; www.example.com, Website": numbers of known kinds, the first of each kind. */
function idsIn(cell: string): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const part of splitList(cell)) {
    const pieces = part.split(/,\s*/);
    const label = pieces.at(-1)!;
    const number = pieces.at(-2) ?? "";
    // A ship's number is called a registration too.
    const kind = /vessel/i.test(label) ? undefined : ID_KINDS.find(([pattern]) => pattern.test(label))?.[1];
    if (kind && /\d/.test(number)) ids[kind] ??= number;
  }
  return ids;
}
