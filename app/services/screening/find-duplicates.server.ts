import { and, eq } from "drizzle-orm";
import type { Database, Queries, Step, SystemScope } from "../../../db/database";
import { bulkRange } from "../../../db/keys";
import { againWhileStale } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { importOfGeneration } from "../../../db/queries/imports";
import {
  decisionsOfPairs,
  pairsInOrder,
  pairsOfSuppliers,
  type PairState,
  type SignedPairDecision,
  type StoredPair,
} from "../../../db/queries/merges";
import { eachFirm, type FirmLine } from "../../../db/queries/screening";
import { duplicatesBetween, duplicatesWithin, type DuplicatePair, type Progress } from "../../screening/duplicates";
import { CancelledError } from "../imports/build-generation.server";
import type { PairChange } from "./duplicate-then";
import { lastDecision } from "./match-in-force";
import { partyOfLine, supplierHash, type ComparedSupplier } from "./compared-facts";

const AT_A_TIME = 500;
/** A longer list is looked through in parts of this many: the job's heap holds no more names (docs/performance.md). */
const MOST_AT_ONCE = 100_000;

export interface DuplicateHooks {
  readonly onProgress: (done: number, total: number) => void | Promise<void>;
  readonly cancelled: () => boolean | Promise<boolean>;
}

/** Suppliers with their numbers, in step. */
interface Numbered {
  readonly nos: number[];
  readonly parties: ComparedSupplier[];
}

/** Two suppliers that may be one. `left` has the lower number. */
interface SeenPair {
  readonly left: { readonly no: number; readonly party: ComparedSupplier };
  readonly right: { readonly no: number; readonly party: ComparedSupplier };
  readonly pair: DuplicatePair;
}

/**
 * Looks for suppliers that may be one: inside the list that is shown, and between its new ones and those that the list before it
 * had and it has not. Killed, it begins again; what people decided is kept.
 * @param runId of this run: pairs it does not see leave the queue.
 * @throws CancelledError when told to stop.
 */
export async function findDuplicates(
  db: Database,
  scope: SystemScope,
  generation: number,
  runId: string,
  hooks: DuplicateHooks,
  now: () => Date,
): Promise<void> {
  const here = await numbersIn(db, scope, generation);
  const before = (await importOfGeneration(db, scope, generation))?.previousGeneration ?? null;
  const known = before === null ? null : await numbersIn(db, scope, before);
  const keepAll = async (seen: readonly SeenPair[]) => {
    for (let at = 0; at < seen.length; at += AT_A_TIME)
      await againWhileStale(() => keep(db, scope, runId, seen.slice(at, at + AT_A_TIME), now()));
  };
  for (const isInPart of await partsOf(db, scope, generation, here.size)) {
    const isGone: Wanted = (line) => isInPart(line) && !here.has(line.supplierNo);
    const gone = before === null ? null : await first(suppliersOf(db, scope, before, isGone));
    for await (const part of suppliersOf(db, scope, generation, isInPart)) {
      const within = await run(duplicatesWithin(part.parties), hooks);
      await keepAll(within.map((pair) => seenOf(pair, part, part)));
      if (!gone || !known) continue;
      const fresh = only(part, (no) => !known.has(no));
      const between = await run(duplicatesBetween(fresh.parties, gone.parties), hooks);
      await keepAll(between.map((pair) => seenOf(pair, fresh, gone)));
    }
  }
  await leaveOut(db, scope, runId, now());
}

type Wanted = (line: FirmLine) => boolean;

/** The suppliers that are wanted, at most `MOST_AT_ONCE` together. */
async function* suppliersOf(
  db: Database,
  scope: SystemScope,
  generation: number,
  wanted: Wanted,
): AsyncGenerator<Numbered> {
  let found: Numbered = { nos: [], parties: [] };
  for await (const lines of eachFirm(db, scope, generation))
    for (const line of lines) {
      if (!wanted(line)) continue;
      found.nos.push(line.supplierNo);
      found.parties.push(partyOfLine(line));
      if (found.nos.length < MOST_AT_ONCE) continue;
      yield found;
      found = { nos: [], parties: [] };
    }
  if (found.nos.length > 0) yield found;
}

async function first(parts: AsyncGenerator<Numbered>): Promise<Numbered | null> {
  for await (const part of parts) return part;
  return null;
}

function only({ nos, parties }: Numbered, wanted: (no: number) => boolean): Numbered {
  const places = nos.flatMap((no, at) => (wanted(no) ? [at] : []));
  return { nos: places.map((at) => nos[at]!), parties: places.map((at) => parties[at]!) };
}

async function numbersIn(db: Database, scope: SystemScope, generation: number): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for await (const rows of db.bulk.scan("registerRows", ["supplierNo", "workspaceNo"], bulkRange(generation)))
    for (const [no, workspaceNo] of rows) if (workspaceNo === scope.workspaceNo) found.add(no as number);
  return found;
}

/**
 * The parts in which a list is looked through: all of it, or some countries at a time, and of a country that is too long for that
 * the names that begin with some letters. Two spellings that stand in different parts are not compared.
 */
async function partsOf(
  db: Database,
  scope: SystemScope,
  generation: number,
  suppliers: number,
): Promise<readonly Wanted[]> {
  if (suppliers <= MOST_AT_ONCE) return [() => true];
  const [ofSeat, ofLetter] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for await (const lines of eachFirm(db, scope, generation))
    for (const line of lines) {
      count(ofSeat, seatOf(line));
      count(ofLetter, letterOf(line));
    }
  const isLong = (seat: string) => (ofSeat.get(seat) ?? 0) > MOST_AT_ONCE;
  const unitOf = (line: FirmLine) => (isLong(seatOf(line)) ? letterOf(line) : seatOf(line));
  const units = [
    ...[...ofSeat].filter(([seat]) => !isLong(seat)),
    ...[...ofLetter].filter(([letter]) => isLong(letter.slice(0, SEAT_LENGTH))),
  ];
  const parts: { readonly units: Set<string>; size: number }[] = [];
  for (const [unit, size] of units.sort(([, a], [, b]) => b - a)) {
    const room = parts.find((part) => part.size + size <= MOST_AT_ONCE);
    if (room) {
      room.units.add(unit);
      room.size += size;
    } else parts.push({ units: new Set([unit]), size });
  }
  return parts.map(
    ({ units: own }): Wanted =>
      (line) =>
        own.has(unitOf(line)),
  );
}

const SEAT_LENGTH = 2;
const seatOf = ({ seat }: FirmLine): string => seat ?? "??";
const letterOf = (line: FirmLine): string => seatOf(line) + line.name.slice(0, 1).toLowerCase();

async function run(
  work: Generator<Progress, DuplicatePair[]>,
  { onProgress, cancelled }: DuplicateHooks,
): Promise<DuplicatePair[]> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await onProgress(step.value.done, step.value.of);
    if (await cancelled()) throw new CancelledError();
  }
}

function seenOf(pair: DuplicatePair, lefts: Numbered, rights: Numbered): SeenPair {
  const one = { no: lefts.nos[pair.left]!, party: lefts.parties[pair.left]! };
  const other = { no: rights.nos[pair.right]!, party: rights.parties[pair.right]! };
  return one.no < other.no ? { left: one, right: other, pair } : { left: other, right: one, pair };
}

const keyOf = (leftNo: number, rightNo: number) => `${leftNo} ${rightNo}`;

async function keep(
  db: Database,
  scope: SystemScope,
  runId: string,
  seen: readonly SeenPair[],
  now: Date,
): Promise<void> {
  const stored = await pairsOfSuppliers(db, scope, [...new Set(seen.map(({ left }) => left.no))]);
  const known = new Map(stored.map((one) => [keyOf(one.leftNo, one.rightNo), one]));
  const decisions = await decisionsOfPairs(
    db,
    scope,
    stored.filter(({ decisionId }) => decisionId !== null).map(({ id }) => id),
  );
  const { duplicatePairs: p } = db.t;
  const steps = (q: Queries): Step[] =>
    seen.map(({ left, right, pair }) => {
      const found = known.get(keyOf(left.no, right.no)) ?? null;
      const hashes = { leftHash: supplierHash(left.party), rightHash: supplierHash(right.party) };
      const values = {
        score: pair.score,
        left: left.party,
        right: right.party,
        answer: pair.answer(),
        ...hashes,
        state: stateOf(found, hashes, decisions),
        seenAt: now,
        screeningId: runId,
      };
      return found
        ? {
            write: q
              .update(p)
              .set({ ...values, ...(!isSame(values, found) && changedNow(found, values, now)) })
              .where(and(eq(p.id, found.id), eq(p.version, found.version))),
            rows: 1,
          }
        : q.insert(p).values({
            ...values,
            id: newId(now),
            workspaceNo: scope.workspaceNo,
            leftNo: left.no,
            rightNo: right.no,
            foundAt: now,
          });
    });
  await db.commitPlain(steps);
}

/** A page that shows the pair learns that it changed; one that is only seen again stays as it is. */
const isSame = (
  one: Pick<StoredPair, "state" | "leftHash" | "rightHash">,
  other: Pick<StoredPair, "state" | "leftHash" | "rightHash">,
): boolean => one.state === other.state && one.leftHash === other.leftHash && one.rightHash === other.rightHash;

/** Of a pair that a comparison changes: its next version, and what is remembered of the change. */
function changedNow(found: StoredPair, next: Pick<StoredPair, "state" | "leftHash" | "rightHash">, now: Date) {
  const facts = next.leftHash !== found.leftHash || next.rightHash !== found.rightHash;
  const change: PairChange = { at: now.toISOString(), state: next.state, facts };
  return { version: found.version + 1, changes: [...((found.changes ?? []) as PairChange[]), change] };
}

/** What people decided holds as long as the facts it was made on do. */
function stateOf(
  found: StoredPair | null,
  { leftHash, rightHash }: { readonly leftHash: string; readonly rightHash: string },
  decisions: readonly SignedPairDecision[],
): PairState {
  if (!found || found.state === "gone") return "open";
  const last = lastDecision(found, decisions);
  if (!last || last.decision === "merged") return found.state;
  return last.leftHash === leftHash && last.rightHash === rightHash ? found.state : "open";
}

/** Open pairs that this run did not see: one of the two is gone, or they are less alike now. */
async function leaveOut(db: Database, scope: SystemScope, runId: string, now: Date): Promise<void> {
  const { duplicatePairs: p } = db.t;
  for (let after = ""; ;) {
    const found = await pairsInOrder(db, scope, after, AT_A_TIME);
    const unseen = found.filter(({ screeningId, state }) => screeningId !== runId && state === "open");
    if (unseen.length > 0)
      await db.commitPlain((q) =>
        unseen.map((pair) =>
          q
            .update(p)
            .set({ state: "gone" as const, ...changedNow(pair, { ...pair, state: "gone" }, now) })
            .where(and(eq(p.id, pair.id), eq(p.version, pair.version))),
        ),
      );
    const last = found.at(-1);
    if (!last || found.length < AT_A_TIME) return;
    after = last.id;
  }
}
