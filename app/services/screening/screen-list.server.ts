import { and, eq } from "drizzle-orm";
import type { Queries, Step, SystemScope, Database } from "../../../db/database";
import { againWhileStale } from "../../../db/errors";
import { newId } from "../../../db/ids";
import {
  candidatesOfSuppliers,
  decisionsOfCandidates,
  eachFirm,
  screeningsOf,
  type FirmLine,
  type Screening,
  type StoredCandidate,
} from "../../../db/queries/screening";
import { CancelledError } from "../imports/build-generation.server";
import type { BatchHit } from "../../screening/batch";
import { consequenceOf } from "../../screening/consequence";
import { asFirm } from "../../screening/number-kind";
import { partyOfEntry } from "../../screening/party";
import { entryHash, partyOfLine, supplierHash } from "./compared-facts";
import { comparedEntries, type ComparedEntries } from "./compared-entries.server";
import { listsHash, listsInForce, type ListInForce } from "./lists-in-force.server";
import { decidedOn } from "./match-in-force";
import { whenSeen } from "./pair-standing";
import { screenerFor, type Screener } from "./screen-threads.server";
import { settleUnseen } from "./settle-unseen.server";
import type { ComparedEntry } from "./stored-candidate";
import { workspaceWords } from "./workspace-words.server";

const BATCH = 500;

interface Hooks {
  readonly onProgress: (suppliers: number) => void | Promise<void>;
  readonly cancelled: () => boolean | Promise<boolean>;
}

/** What is kept of the editions a screening compared with. */
export type ScreenedList = Pick<
  ListInForce,
  "listId" | "editionId" | "title" | "publisher" | "date" | "readOn" | "entries"
>;

/**
 * Compares every supplier of a published list with the entries of the editions in force. What is found is put before people;
 * nothing is decided here. Killed, it goes on where it stood; done already with the same editions, it does nothing.
 * @throws CancelledError when told to stop.
 */
export async function screenList(
  db: Database,
  scope: SystemScope,
  { no: generation, suppliers }: { readonly no: number; readonly suppliers: number },
  hooks: Hooks,
  now: () => Date,
): Promise<Screening> {
  const lists = await listsInForce(db, scope);
  const screening = await screeningOf(db, scope, generation, lists, now());
  if (screening.finishedAt !== null) return screening;
  const compared = await comparedEntries(db, scope, lists);
  const screener = screenerFor(
    compared.entries.map(({ entry }) => partyOfEntry(entry)),
    suppliers,
    await workspaceWords(db, scope, generation),
  );
  try {
    await compareAll(db, scope, screening, { compared, screener, hooks, now });
  } finally {
    await screener.close();
  }
  await settleUnseen(db, scope, screening, compared);
  const finishedAt = now();
  const { screenings: s } = db.t;
  await db.commitPlain((q) => [
    q
      .update(s)
      .set({ finishedAt, suppliers })
      .where(and(eq(s.id, screening.id), eq(s.workspaceNo, scope.workspaceNo))),
  ]);
  return { ...screening, finishedAt, suppliers };
}

/** The screening of this list with these editions: one that was begun, or a new one. */
async function screeningOf(
  db: Database,
  scope: SystemScope,
  generation: number,
  lists: readonly ListInForce[],
  now: Date,
): Promise<Screening> {
  const hash = listsHash(lists);
  const [latest] = await screeningsOf(db, scope, 1);
  if (latest?.generation === generation && latest.listsHash === hash) return latest;
  const row = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    generation,
    listsHash: hash,
    lists: lists.map(({ listId, editionId, title, publisher, date, readOn, entries }): ScreenedList => ({
      listId,
      editionId,
      title,
      publisher,
      date,
      readOn,
      entries,
    })),
    startedAt: now,
  };
  await db.commitPlain((q) => [q.insert(db.t.screenings).values(row)]);
  return { ...row, doneTo: 0, suppliers: 0, candidates: 0, finishedAt: null, factsHash: null, pairedAt: null };
}

interface Work {
  readonly compared: ComparedEntries;
  readonly screener: Screener;
  readonly hooks: Hooks;
  readonly now: () => Date;
}

async function compareAll(db: Database, scope: SystemScope, screening: Screening, work: Work): Promise<void> {
  const { screener, hooks } = work;
  const asked: { readonly lines: readonly FirmLine[]; readonly hits: Promise<readonly BatchHit[]> }[] = [];
  let [done, candidates] = [0, screening.candidates];
  const take = async () => {
    const { lines, hits } = asked.shift()!;
    const found = await hits;
    // Somebody may decide about one of the pairs at this moment.
    candidates += await againWhileStale(() => keep(db, scope, screening, candidates, lines, found, work));
    done += lines.length;
    await hooks.onProgress(done);
    if (await hooks.cancelled()) throw new CancelledError();
  };
  for await (const lines of eachFirm(db, scope, screening.generation, BATCH, screening.doneTo)) {
    const hits = screener.find(lines.map((line) => asFirm(partyOfLine(line))));
    // It is awaited in its turn; until then a fault of it is nobody's.
    hits.catch(() => undefined);
    asked.push({ lines, hits });
    if (asked.length >= screener.capacity) await take();
  }
  while (asked.length > 0) await take();
}

/** Writes what a batch found, with how far the screening is. @returns how many candidates there were. */
async function keep(
  db: Database,
  scope: SystemScope,
  screening: Screening,
  before: number,
  lines: readonly FirmLine[],
  hits: readonly BatchHit[],
  { compared, now }: Work,
): Promise<number> {
  const touched = [...new Set(hits.map(({ at }) => lines[at]!.supplierNo))];
  const known = new Map((await candidatesOfSuppliers(db, scope, touched)).map((one) => [pairKey(one), one] as const));
  const decisions = await decisionsOfCandidates(
    db,
    scope,
    [...known.values()].filter(({ decisionId }) => decisionId !== null).map(({ id }) => id),
  );
  const { matchCandidates: c, screenings: s } = db.t;
  const at = now();
  const steps = (q: Queries): Step[] =>
    hits.map(({ at: place, entry: number, answer }) => {
      const line = lines[place]!;
      const { entry, list, isNewlyListed } = compared.entries[number]!;
      const supplier = partyOfLine(line);
      const hashes = { supplierHash: supplierHash(supplier), entryHash: entryHash(entry) };
      const pair = { supplierNo: line.supplierNo, listId: list.listId, entryId: entry.id };
      const found = known.get(pairKey(pair)) ?? null;
      const standing = whenSeen(found && { ...found, decidedOn: decidedOn(found, decisions) }, {
        ...hashes,
        isNewlyListed,
      });
      const values = {
        score: answer.score,
        rank: answer.score * consequenceOf(entry.ground),
        supplier,
        entry: { entry, list } satisfies ComparedEntry,
        answer,
        ...hashes,
        state: standing.state,
        cause: standing.cause,
        screeningId: screening.id,
      };
      return found
        ? {
            write: q
              .update(c)
              .set(changed(values, found))
              .where(and(eq(c.id, found.id), eq(c.version, found.version))),
            rows: 1,
          }
        : q.insert(c).values({ id: newId(at), workspaceNo: scope.workspaceNo, ...pair, ...values, foundAt: at });
    });
  const last = lines.at(-1)!.supplierNo;
  await db.commitPlain((q) => [
    ...steps(q),
    q
      .update(s)
      .set({ doneTo: last, candidates: before + hits.length })
      .where(and(eq(s.id, screening.id), eq(s.workspaceNo, scope.workspaceNo))),
  ]);
  return hits.length;
}

const pairKey = ({ supplierNo, listId, entryId }: Pick<StoredCandidate, "supplierNo" | "listId" | "entryId">): string =>
  `${supplierNo} ${listId} ${entryId}`;

/** A page that shows the pair learns that it changed; one that is only seen again stays as it is. */
const changed = <V extends { readonly state: string; readonly supplierHash: string; readonly entryHash: string }>(
  values: V,
  found: StoredCandidate,
): V & { readonly version?: number } =>
  values.state !== found.state || values.supplierHash !== found.supplierHash || values.entryHash !== found.entryHash
    ? { ...values, version: found.version + 1 }
    : values;
