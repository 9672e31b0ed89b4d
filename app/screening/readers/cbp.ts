/**
 * Withhold Release Orders and Findings: the CSV of
 * https://www.cbp.gov/document/stats/withhold-release-orders-findings.
 *
 * Layout read on 2026-11-28 in public code that reads the file of 2026-06-23 and later ones, and in its rows: columns Effective
 * Date (M/D/YYYY), Calendar Year, Country Code, Country, Merchandise, WRO/Finding, Industry, Status, Press Release, Entity,
 * Remarks. Windows-1252, line breaks inside cells. Seen in the rows: several firms in one cell, aliases after "a/k/a", "and its
 * subsidiaries", fishing vessels under the country "Fishing Vessels", goods and regions instead of firms, an order and a finding
 * about one firm as two rows. The publisher's day stands in the name of the file alone (…-2026-06-23.csv).
 */
import { entryOf, idFromName, LeftOut, mergeEntries, type FoundEntry } from "../entries";
import { LEGAL, LIST_HEADS } from "../list-heads";
import { kindOf, partiesIn } from "../names";
import { countriesIn, dayIn, findTable, type ListFile, type ReadOptions, type Row } from "../tables";
import type { ListEntry } from "../types";
import { ENDED, NAMELESS, SAME_FIRM, type ReadList } from "./read-list";

const COLUMNS = ["Effective Date", "Country", "Merchandise", "WRO/Finding", "Industry", "Status", "Entity"];

/** @throws Problem `list.file-kind`, `list.format`. */
export function readCbp(file: ListFile, options: ReadOptions): ReadList {
  const table = findTable(LIST_HEADS["US-CBP-WRO"].title, file, COLUMNS);
  const leftOut = new LeftOut();
  const found: ListEntry[] = [];
  const orders = new Orders();
  let read = 0;
  for (const row of table.rows) {
    read++;
    if (hasEnded(row.text("Status"))) {
      leftOut.add(ENDED);
      continue;
    }
    const entries = entriesIn(row, options, orders);
    if (entries.length === 0) leftOut.add(NAMELESS);
    found.push(...entries);
  }
  const { entries, merged } = mergeEntries(found);
  leftOut.add(SAME_FIRM, merged);
  const stated = table.stated();
  return {
    entries: entries.map((entry) => ({ ...entry, reason: orders.reasonOf(entry.id) })),
    leftOut: leftOut.counts(),
    date: /(\d{4}-\d{2}-\d{2})/.exec(file.fileName)?.[1] ?? null,
    count: stated === null ? null : { stated, read },
  };
}

/** "Inactive-Pending Litigation" has not ended: the court has not decided. */
const hasEnded = (status: string): boolean =>
  /^(?:inactive|revoked|terminated|rescinded)\b/i.test(status) && !/pending/i.test(status);

/** Firms, goods, a region or a vessel that a row names. What it says of the order goes into `orders`. */
function entriesIn(row: Row, options: ReadOptions, orders: Orders): ListEntry[] {
  const cell = row.text("Entity");
  const day = dayIn(row.text("Effective Date"), "mdy");
  const countries = countriesIn([row.text("Country")], options);
  const shared = { countries, sector: row.text("Industry"), listedOn: day };
  const take = (found: Omit<FoundEntry, "id">, scope: string | null = null): ListEntry => {
    const id = idFromName(found.name);
    orders.add(
      id,
      `${row.text("WRO/Finding")} ${day ?? ""}`.trim(),
      row.text("Merchandise"),
      row.text("Status"),
      scope,
    );
    return entryOf({ ...shared, ...found, id }, LEGAL.cbp);
  };
  const kind = kindOf(cell);
  if (kind === "goods" || kind === "region") return [take({ kind, name: cell })];
  if (kind === "vessel") {
    const name = cell.replace(/^[\w ]*vessel:\s*/i, "");
    return name === "" ? [] : [take({ kind, name })];
  }
  return partiesIn(cell.replace(/^(?:fishing )?vessels? owned by\s+/i, "")).map(({ name, aliases, scope }) => {
    const [own, place] = placeIn(name, options);
    const there = countriesIn([place.split(",").at(-1)!.trim()], options);
    const subsidiaries = scope !== null;
    return take(
      { name: own, aliases, subsidiaries, address: place, ...(there.length > 0 && { countries: there }) },
      scope,
    );
  });
}

/** What all rows say about each firm: "WRO 1991-11-14; Finding 1992-03-18; merchandise: Diesel Engines; status: Active". */
class Orders {
  readonly #byId = new Map<
    string,
    { orders: Set<string>; goods: Set<string>; status: Set<string>; scope: string | null }
  >();

  add(id: string, order: string, goods: string, status: string, scope: string | null): void {
    let known = this.#byId.get(id);
    if (!known) this.#byId.set(id, (known = { orders: new Set(), goods: new Set(), status: new Set(), scope: null }));
    known.orders.add(order);
    known.goods.add(goods);
    known.status.add(status);
    known.scope ??= scope;
  }

  reasonOf(id: string): string {
    const { orders, goods, status, scope } = this.#byId.get(id)!;
    const parts = [
      ...orders,
      label("merchandise", goods),
      label("status", status),
      scope === null ? "" : `scope: ${scope}`,
    ];
    return parts.filter((part) => part !== "").join("; ");
  }
}

const label = (what: string, texts: ReadonlySet<string>): string => {
  const text = [...texts].filter((one) => one !== "").join(", ");
  return text === "" ? "" : `${what}: ${text}`;
};

/** "Imagined Tea Co., Ltd. (of Nagoya, Japan)", "State Prison, Sampletown, Mexico": the name, and where it is. */
function placeIn(name: string, { country }: ReadOptions): readonly [name: string, place: string] {
  const bracket = /^(.*?)\s*\(of ([^)]+)\)$/.exec(name);
  if (bracket) return [bracket[1]!, bracket[2]!];
  const [own, ...place] = name.split(/,\s+/);
  return place.length > 1 && country(place.at(-1)!) !== null ? [own!, place.join(", ")] : [name, ""];
}
