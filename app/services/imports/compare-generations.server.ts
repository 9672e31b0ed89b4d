import type { Database } from "../../../db/database";
import { bulkRange } from "../../../db/keys";
import type { Cell } from "../../../db/bulk/bulk";
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
const [NO, , NAME_KEY, REGISTRATION, SEAT, ADDRESS, CITY] = [0, 1, 2, 3, 4, 5, 6] as const;
const [BAND, SCORE] = [COLUMNS.length - 2, COLUMNS.length - 1] as const;

/** One supplier after the other, in the order of their numbers. */
async function* lines(db: Database, generation: number): AsyncGenerator<Cell[], undefined> {
  for await (const chunk of db.bulk.scan("registerRows", COLUMNS, bulkRange(generation))) yield* chunk;
  return undefined;
}

/** What the list says differs; a result that moved alone is no change of the list. */
const differs = (a: Cell[], b: Cell[]): boolean => {
  for (let column = 1; column < BAND; column++) if (a[column] !== b[column]) return true;
  return false;
};

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

/**
 * Compares an unpublished generation with the published one by walking both in the order of supplier numbers, and proposes
 * renames between the suppliers that are gone and those that are new.
 */
export async function compareGenerations(
  db: Database,
  current: number | null,
  next: number,
): Promise<{ difference: ListDifference; proposals: RenameProposal[] }> {
  const counts = { new: 0, unchanged: 0, changed: 0, gone: 0, renamed: 0 };
  if (current === null) {
    for await (const _line of lines(db, next)) counts.new++;
    return { difference: { ...counts, renameProposals: 0 }, proposals: [] };
  }
  const gone = new Map<string, number>();
  const fresh: Cell[][] = [];
  const bands = new BandMoves();
  const numberOf = (cell: Cell | undefined) => cell as number | null;
  const before = lines(db, current);
  const after = lines(db, next);
  let [old, line] = [await before.next(), await after.next()];
  while (!old.done || !line.done) {
    const oldNo = old.done ? Infinity : (old.value[NO] as number);
    const newNo = line.done ? Infinity : (line.value[NO] as number);
    if (oldNo === newNo && !old.done && !line.done) {
      if (!differs(old.value, line.value)) counts.unchanged++;
      else counts.changed++;
      if (old.value[NAME_KEY] !== line.value[NAME_KEY]) counts.renamed++;
      bands.held(newNo, numberOf(old.value[BAND]), numberOf(line.value[BAND]), numberOf(line.value[SCORE]));
      [old, line] = [await before.next(), await after.next()];
    } else if (oldNo < newNo && !old.done) {
      counts.gone++;
      if (gone.size < MAX_GONE) for (const [, key] of looksLike(old.value)) if (!gone.has(key)) gone.set(key, oldNo);
      old = await before.next();
    } else if (!line.done) {
      counts.new++;
      bands.fresh(newNo, numberOf(line.value[BAND]), numberOf(line.value[SCORE]));
      if (fresh.length < MAX_GONE) fresh.push(line.value);
      line = await after.next();
    }
  }
  const proposals = proposeRenames(gone, fresh);
  return { difference: { ...counts, renameProposals: proposals.length, bands: bands.stored }, proposals };
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
