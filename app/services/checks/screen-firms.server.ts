/** The firms of a circle against the lists in force: the engine and the editions of the workspace's screenings, for a few names at once. */
import type { Database, Scope } from "../../../db/database";
import { againWhileStale } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { publishedGeneration } from "../../../db/queries/generations";
import { findSupplier } from "../../../db/queries/register";
import type { CheckCandidate, EntryContents, ScreenedList } from "../../checks/entries";
import { BLANK_PARTY, sameCandidate } from "../../checks/firms";
import { isOutOfDate } from "../../screening/age";
import { asFirm, numberKind } from "../../screening/number-kind";
import { isCompared, partyOfEntry } from "../../screening/party";
import { dayOf } from "../scoring/assessor.server";
import { partyOfLine, type ComparedSupplier } from "../screening/compared-facts";
import { entriesOf, listsHash, listsInForce, type ListInForce } from "../screening/lists-in-force.server";
import { screenerForFew, type Screener } from "../screening/screen-threads.server";
import type { ListEntry } from "../../screening/types";
import { appendEntry } from "./append.server";
import { checkRecord } from "./check-record.server";

interface Compared {
  readonly hash: string;
  readonly lists: readonly ScreenedList[];
  readonly places: readonly { readonly list: ScreenedList; readonly entry: ListEntry }[];
  readonly screener: Screener;
}

/** Compares every firm of these checks that was not compared with the lists in force. Checks that are filed are left alone. */
export async function screenFirms(db: Database, scope: Scope, checkIds: readonly string[], now: Date): Promise<void> {
  const lists = await listsInForce(db, scope);
  const compared = await comparedWith(db, scope, lists, dayOf(now));
  try {
    for (const checkId of checkIds) await screenCheck(db, scope, checkId, compared, now);
  } finally {
    await compared.screener.close();
  }
}

async function comparedWith(
  db: Database,
  scope: Scope,
  lists: readonly ListInForce[],
  today: string,
): Promise<Compared> {
  const shown = lists.map((list): ScreenedList => {
    const { listId, title, publisher, url, date, readOn } = list;
    return { listId, title, publisher, url, date, readOn, outOfDate: isOutOfDate(list, today) };
  });
  const entries = await Promise.all(lists.map((list) => entriesOf(db, scope, list)));
  const places = entries.flatMap((found, at) => found.filter(isCompared).map((entry) => ({ list: shown[at]!, entry })));
  const screener = screenerForFew(places.map(({ entry }) => partyOfEntry(entry)));
  return { hash: listsHash(lists), lists: shown, places, screener };
}

async function screenCheck(db: Database, scope: Scope, checkId: string, compared: Compared, now: Date): Promise<void> {
  const { check, status } = await checkRecord(db, scope, checkId);
  if (check.state !== "open") return;
  for (const { firm, screened } of status.firms) {
    if (screened?.listsHash === compared.hash) continue;
    const party = await partyOf(db, scope, firm);
    const hits = await compared.screener.find([asFirm(party)]);
    const candidates = hits.map((hit): CheckCandidate => {
      const { list, entry } = compared.places[hit.entry]!;
      return { candidateId: newId(now), list, entry, answer: hit.answer };
    });
    const { name, country, ids } = party;
    const contents = { firmId: firm.firmId, listsHash: compared.hash, lists: compared.lists, party: { name, country, ids } }; // prettier-ignore
    await againWhileStale(async () => {
      const record = await checkRecord(db, scope, checkId);
      // What was decided about a pair holds while the entry stays as it was.
      const kept = candidates.map((one) => sameCandidate(one, record.status.candidates.filter(({ firmId }) => firmId === firm.firmId))); // prettier-ignore
      const entry = { kind: "screened", contents: { ...contents, candidates: kept } } as const;
      await appendEntry(db, scope, record.check, record.entries.length + 1, entry, now);
    });
  }
}

/** A firm as the engine takes it: of a supplier of the list that is shown, everything the list says of it. */
async function partyOf(db: Database, scope: Scope, firm: EntryContents["circle"]): Promise<ComparedSupplier> {
  const generation = firm.supplierId === null ? null : await publishedGeneration(db, scope);
  const line = generation === null ? null : await findSupplier(db, scope, firm.supplierId!, generation);
  const known = line ? partyOfLine(line) : BLANK_PARTY;
  return {
    ...known,
    name: firm.name,
    aliases: line && line.name !== firm.name ? [line.name] : [],
    country: firm.country ?? known.country,
    ids: firm.identifier === null ? known.ids : { ...known.ids, [numberKind(firm.identifier)]: firm.identifier },
  };
}
