/**
 * UFLPA Entity List: the page https://www.dhs.gov/uflpa-entity-list as saved (HTML). The publisher offers no file.
 *
 * Layout read on 2026-11-28 in a copy of the page saved on 2026-07-09: one table for each paragraph of section 2(d)(2)(B), each
 * under its heading "Section 2(d)(2)(B)(i)"; columns "Name of Entity" (in the last table "Entity Name") and "Effective Date"
 * ("June 21, 2022"). Aliases stand in brackets after "also known as", "formerly known as" or "including two aliases:", covered
 * subsidiaries as "and subsidiaries" behind them. A firm in two tables is one entity. "Last Updated: 01/14/2025" stands below.
 *
 * The page names no country. CN is written for every entity: the law lists who works in Xinjiang or with its government.
 */
import type { IsoDate } from "../../../risk-models/types";
import { entryOf, idFromName, LeftOut, mergeEntries } from "../entries";
import { htmlText, tablesOf } from "../html-tables";
import { LEGAL, LIST_HEADS } from "../list-heads";
import { readNamed, tidy, type NamedParty } from "../names";
import { dayIn, missingColumns, wrongKind, type ListFile } from "../tables";
import type { ListEntry } from "../types";
import { NAMELESS, SAME_FIRM, type ReadList } from "./read-list";

const LIST = LIST_HEADS["US-UFLPA"].title;
const NAME = ["name of entity", "entity name"];
const DATE = "effective date";

/** @throws Problem `list.file-kind`, `list.format`. */
export function readUflpa(file: ListFile): ReadList {
  if (file.kind !== "html") throw wrongKind(LIST, file, "HTML");
  const leftOut = new LeftOut();
  const found: ListEntry[] = [];
  const standing = new Map<string, { sections: Set<string>; scope: string | null }>();
  let tables = 0;
  for (const { before, rows } of tablesOf(file.text)) {
    const header = (rows[0] ?? []).map((cell) => tidy(cell).toLowerCase());
    const name = header.findIndex((cell) => NAME.includes(cell));
    const date = header.indexOf(DATE);
    if (name < 0 || date < 0) continue;
    tables++;
    const section = [...before.matchAll(/section 2\(d\)\(2\)\(B\)(\([ivx]+\))/gi)].at(-1)?.[1] ?? "";
    for (const cells of rows.slice(1)) {
      const party = readNamed(cells[name] ?? "");
      if (party.name === "") {
        leftOut.add(NAMELESS);
        continue;
      }
      const entry = entryIn(party, dayIn(cells[date] ?? "", "mdy"));
      const known = standing.get(entry.id) ?? { sections: new Set(), scope: null };
      known.sections.add(section);
      standing.set(entry.id, { ...known, scope: known.scope ?? party.scope });
      found.push(entry);
    }
  }
  if (tables === 0) throw missingColumns(LIST, ["Name of Entity", "Effective Date"], []);
  const { entries, merged } = mergeEntries(found);
  leftOut.add(SAME_FIRM, merged);
  const updated = /last updated:?\s*(\d{1,2}\/\d{1,2}\/\d{4})/i.exec(htmlText(file.text.slice(-60_000)))?.[1];
  const reasoned = entries.map((entry) => ({ ...entry, reason: reasonOf(standing.get(entry.id)!) }));
  return { entries: reasoned, leftOut: leftOut.counts(), date: updated ? dayIn(updated, "mdy") : null, count: null };
}

const entryIn = ({ name, aliases, scope }: NamedParty, listedOn: IsoDate | null): ListEntry =>
  entryOf(
    { id: idFromName(name), name, aliases, countries: ["CN"], subsidiaries: scope !== null, listedOn },
    LEGAL.uflpa,
  );

/** "UFLPA s.2(d)(2)(B)(i),(v); scope: and subsidiaries". */
const reasonOf = ({ sections, scope }: { sections: ReadonlySet<string>; scope: string | null }): string =>
  `UFLPA s.2(d)(2)(B)${[...sections].filter((section) => section !== "").join(",")}${scope === null ? "" : `; scope: ${scope}`}`;
