import type { Database } from "../../../db/database";
import { bulkRange } from "../../../db/keys";
import type { Cell } from "../../../db/bulk/bulk";
import type { DifferenceKind } from "../../../db/schema/codes";
import { nameKey } from "../../imports/name-key";
import { BandMoves, type StoredBandMoves } from "./band-moves";

/** How a list differs from the one that is published. */
export interface ListDifference {
  readonly new: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly gone: number;
  /** Same supplier, other name: the identity held, the name did not. */
  readonly renamed: number;
  /** Suppliers that are new under their key and look like one that is gone; to be confirmed by a person. */
  readonly renameProposals: number;
  /** Left out where there was no list before. */
  readonly bands?: StoredBandMoves;
}

export type RenameReason = "registration" | "name-country" | "address-country";

export interface RenameProposal {
  readonly newSupplierNo: number;
  readonly oldSupplierNo: number;
  readonly reason: RenameReason;
}

/** Proposals kept for a person to look at; a list whose every key changed would otherwise fill the page. */
export const MAX_RENAME_PROPOSALS = 5_000;
/** Gone suppliers held in memory while proposals are looked for. */
const MAX_GONE = 250_000;

const COLUMNS = [
  "supplierNo",
  "name",
  "nameKey",
  "registrationId",
  "seat",
  "address",
  "city",
  "supplierNumber",
  "region",
  "placeOfWork",
  "origin",
  "role",
  "isic",
  "goods",
  "product",
  "parent",
  "tier",
  "accountCode",
  "readings",
  "amounts",
  "rowCount",
  "band",
  "score",
] as const;
const [NO, NAME, NAME_KEY, REGISTRATION, SEAT, ADDRESS, CITY] = [0, 1, 2, 3, 4, 5, 6] as const;
const [BAND, SCORE] = [COLUMNS.length - 2, COLUMNS.length - 1] as const;
/** Lines read at a time where nothing else waits. */
const MANY_LINES = 5000;

/** One supplier after the other, in the order of their numbers. */
async function* lines(db: Database, generation: number, chunkLines: number): AsyncGenerator<Cell[], undefined> {
  for await (const chunk of db.bulk.scan("registerRows", COLUMNS, bulkRange(generation), chunkLines)) yield* chunk;
  return undefined;
}

/** What a line of the register says differently, in the order of the columns; a result that moved alone is no change of the list. */
const changedColumns = (a: Cell[], b: Cell[]): string[] =>
  COLUMNS.filter((column, i) => i > 0 && i !== NAME_KEY && i < BAND && a[i] !== b[i]);

const differs = (a: Cell[], b: Cell[]): boolean => {
  for (let column = 1; column < BAND; column++) if (a[column] !== b[column]) return true;
  return false;
};

/** A supplier as the list before has it, as this one has it, or both. */
type Pair =
  readonly [old: Cell[], line: null] | readonly [old: null, line: Cell[]] | readonly [old: Cell[], line: Cell[]];

/** Walks two generations side by side in the order of supplier numbers. */
async function* pairs(db: Database, current: number, next: number, chunkLines: number): AsyncGenerator<Pair> {
  const before = lines(db, current, chunkLines);
  const after = lines(db, next, chunkLines);
  let [old, line] = [await before.next(), await after.next()];
  while (!old.done || !line.done) {
    const oldNo = old.done ? Infinity : (old.value[NO] as number);
    const newNo = line.done ? Infinity : (line.value[NO] as number);
    if (oldNo === newNo && !old.done && !line.done) {
      yield [old.value, line.value];
      [old, line] = [await before.next(), await after.next()];
    } else if (oldNo < newNo && !old.done) {
      yield [old.value, null];
      old = await before.next();
    } else if (!line.done) {
      yield [null, line.value];
      line = await after.next();
    }
  }
}

/** One supplier that differs from the list before. A supplier whose name changed is `changed` and `renamed`. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly supplierNo: number;
  readonly name: string;
  /** The name before, where it was another. */
  readonly oldName: string | null;
  /** Columns of the register that differ; empty unless `changed`. */
  readonly columns: readonly string[];
}

function differencesOf([old, line]: Pair): Difference[] {
  const of = (kind: DifferenceKind, cells: Cell[], oldName: string | null = null, columns: string[] = []) => ({
    kind,
    supplierNo: cells[NO] as number,
    name: String(cells[NAME]),
    oldName,
    columns,
  });
  if (old === null) return [of("new", line)];
  if (line === null) return [of("gone", old)];
  if (!differs(old, line)) return [];
  const changed = changedColumns(old, line);
  const oldName = old[NAME] === line[NAME] ? null : String(old[NAME]);
  return [
    of("changed", line, oldName, changed),
    ...(old[NAME_KEY] === line[NAME_KEY] ? [] : [of("renamed", line, oldName)]),
  ];
}

/** Lines read at a time where pages must not wait: some 15 ms of work. */
const FEW_LINES = 1000;

/** Every difference between two generations of one workspace, one after the other; gives way between some lines. */
export async function* allDifferences(db: Database, current: number, next: number): AsyncGenerator<Difference> {
  let seen = 0;
  for await (const pair of pairs(db, current, next, FEW_LINES)) {
    yield* differencesOf(pair);
    if (++seen % FEW_LINES === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** Keys by which two lines with different identities can be the same firm, strongest first. */
function looksLike(line: Cell[]): [RenameReason, string][] {
  const seat = String(line[SEAT] ?? "");
  const keys: [RenameReason, string][] = [];
  if (line[REGISTRATION]) keys.push(["registration", `r|${nameKey(String(line[REGISTRATION]))}|${seat}`]);
  if (line[NAME_KEY]) keys.push(["name-country", `n|${String(line[NAME_KEY])}|${seat}`]);
  if (line[ADDRESS])
    keys.push(["address-country", `a|${nameKey(`${String(line[ADDRESS])} ${String(line[CITY] ?? "")}`)}|${seat}`]);
  return keys;
}

/** Suppliers of each kind of difference that are kept to be shown by name; the download has all of them. */
export const DIFFERENCES_SHOWN = 200;

export interface Comparison {
  readonly difference: ListDifference;
  readonly proposals: RenameProposal[];
  /** The first suppliers of each kind, in the order of their numbers. */
  readonly named: Difference[];
}

/**
 * Compares an unpublished generation with the published one by walking both in the order of supplier numbers, and proposes
 * renames between the suppliers that are gone and those that are new.
 */
export async function compareGenerations(db: Database, current: number | null, next: number): Promise<Comparison> {
  const counts = { new: 0, unchanged: 0, changed: 0, gone: 0, renamed: 0 };
  if (current === null) {
    for await (const _line of lines(db, next, MANY_LINES)) counts.new++;
    return { difference: { ...counts, renameProposals: 0 }, proposals: [], named: [] };
  }
  const gone = new Map<string, number>();
  const fresh: Cell[][] = [];
  const named: Difference[] = [];
  const bands = new BandMoves();
  const numberOf = (cell: Cell | undefined) => cell as number | null;
  for await (const pair of pairs(db, current, next, MANY_LINES)) {
    const [old, line] = pair;
    if (line !== null) {
      const [band, score] = [numberOf(line[BAND]), numberOf(line[SCORE])];
      if (old === null) bands.fresh(line[NO] as number, band, score);
      else bands.held(line[NO] as number, numberOf(old[BAND]), band, score);
    }
    if (old !== null && line !== null && !differs(old, line)) {
      counts.unchanged++;
      continue;
    }
    for (const one of differencesOf(pair)) if (counts[one.kind]++ < DIFFERENCES_SHOWN) named.push(one);
    if (line === null) {
      if (gone.size < MAX_GONE)
        for (const [, key] of looksLike(old)) if (!gone.has(key)) gone.set(key, old[NO] as number);
    } else if (old === null && fresh.length < MAX_GONE) fresh.push(line);
  }
  const proposals = proposeRenames(gone, fresh);
  return { difference: { ...counts, renameProposals: proposals.length, bands: bands.stored }, proposals, named };
}

function proposeRenames(gone: ReadonlyMap<string, number>, fresh: readonly Cell[][]): RenameProposal[] {
  const proposals: RenameProposal[] = [];
  const taken = new Set<number>();
  for (const line of fresh) {
    if (proposals.length >= MAX_RENAME_PROPOSALS) break;
    for (const [reason, key] of looksLike(line)) {
      const oldSupplierNo = gone.get(key);
      if (oldSupplierNo === undefined || taken.has(oldSupplierNo)) continue;
      taken.add(oldSupplierNo);
      proposals.push({ newSupplierNo: line[NO] as number, oldSupplierNo, reason });
      break;
    }
  }
  return proposals;
}
