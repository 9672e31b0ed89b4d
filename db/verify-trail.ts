/** Looks a workspace's trail through: recomputes its chain, and compares every sealed row and every sealed list with what lies in the tables. */
import { getTableName, type Table } from "drizzle-orm";
import { readChain, type LinkFault } from "./chain";
import { FIRST_HASH } from "./chain-link";
import type { Database } from "./database";
import { headSeq as headSeqOf, SEALED_LIST_TABLES, type SealedTable } from "./generation-seals";
import { pastGenerations } from "./queries/generations";
import { SealFold } from "./seal-fold";
import { isAsSealed, readFound, scanRows, selectRow, type FoundRow } from "./sealed-rows";
import { GONE, isFactTable, REWRITTEN_TABLES, tableNamed } from "./seals";
import { verifyList } from "./verify-list";

/**
 * One thing that is not as the program left it. `changed`, `removed`, `added`: a row; `seq` is the last event about it, null
 * when none tells of it. `list-seal`: the kept digests of a list are not what its event says; `list-gone`: they are missing.
 */
export type TrailFault =
  | { readonly kind: "event"; readonly seq: number; readonly why: LinkFault }
  | {
      readonly kind: "changed" | "removed" | "added";
      readonly table: string;
      readonly key: string;
      readonly seq: number | null;
    }
  | { readonly kind: "seal-erased"; readonly table: string; readonly key: string; readonly seq: number }
  | {
      readonly kind: "list-seal" | "list-gone";
      readonly table: string;
      readonly generation: number;
      readonly seq: number;
    };

export interface TrailCheck {
  readonly valid: boolean;
  readonly events: number;
  /** Events whose contents were erased for a lawful reason. */
  readonly erased: number;
  readonly headSeq: number;
  readonly headHash: string;
  /** Rows compared, by table; of lists the lines. */
  readonly rows: Readonly<Record<string, number>>;
  readonly lists: readonly number[];
  /** Published lists that wait for their seal. */
  readonly unsealedLists: readonly number[];
  /** The first of them, see `FAULTS_NAMED`. */
  readonly faults: readonly TrailFault[];
  readonly faultCount: number;
}

/** So many faults are named; the others are counted. */
export const FAULTS_NAMED = 1000;
const RECHECKS = 5;

/** Looks at one place again: what is wrong there, with what the chain tells by now. */
export type Suspect = () => Promise<TrailFault | null>;

class Faults {
  readonly named: TrailFault[] = [];
  count = 0;
  add(fault: TrailFault): void {
    this.count += 1;
    if (this.named.length < FAULTS_NAMED) this.named.push(fault);
  }
  take(others: Faults): void {
    this.count += others.count;
    this.named.push(...others.named.slice(0, FAULTS_NAMED - this.named.length));
  }
}

interface SealedList {
  readonly seq: number;
  readonly asOf: number;
  readonly tables: Readonly<Record<string, SealedTable>>;
}

/** What reading a chain tells: its head, the last seals of rows, and which lists there are. */
export class ReadChain {
  events = 0;
  erased = 0;
  headSeq = 0;
  headHash = FIRST_HASH;
  readonly fold: SealFold;
  readonly lists = new Map<number, SealedList>();
  readonly published = new Set<number>();
  readonly builtAgain = new Set<number>();
  /** Built again and not kept for a past day, so that their lines are swept away. */
  readonly replaced = new Set<number>();

  /** @param only tables of which it is asked for the last seals of rows; null: all. */
  constructor(only: readonly string[] | null = null) {
    this.fold = new SealFold(only);
  }
}

const parsed = (contents: string | null): Record<string, unknown> => {
  try {
    return contents === null ? {} : (JSON.parse(contents) as Record<string, unknown>);
  } catch {
    return {};
  }
};

async function readFrom(db: Database, workspaceNo: number, read: ReadChain, faults: Faults) {
  for await (const entries of readChain(db, workspaceNo, { seq: read.headSeq, hash: read.headHash }))
    for (const { seq, name, hash, contents, sealSalt, lines, fault } of entries) {
      if (fault) faults.add({ kind: "event", seq: fault === "gap" ? read.headSeq + 1 : seq, why: fault });
      read.fold.add(seq, sealSalt, lines);
      if (contents === null) read.erased += 1;
      if (name === "register.sealed" || name === "import.published" || name === "understanding.applied") {
        const said = parsed(contents) as { generation?: number; previousGeneration?: number } & Partial<SealedList>;
        const generation = Number(said.generation);
        if (name === "register.sealed")
          read.lists.set(generation, { seq, asOf: Number(said.asOf), tables: said.tables ?? {} });
        else read.published.add(generation);
        if (name === "understanding.applied") read.builtAgain.add(Number(said.previousGeneration));
      }
      read.events += 1;
      [read.headSeq, read.headHash] = [seq, hash];
    }
  const past = new Set((await pastGenerations(db, { workspaceNo })).map(({ no }) => no));
  read.replaced.clear();
  for (const no of read.builtAgain) if (!past.has(no)) read.replaced.add(no);
}

const factTables = (db: Database): Table[] =>
  Object.values(db.t as unknown as Record<string, Table>).filter((table) => isFactTable(getTableName(table)));

/** What is wrong with a row that was met, or was not met; null when it is as its seal says. */
export function rowFault(table: string, key: string, row: FoundRow | null, fold: SealFold): TrailFault | null {
  const seal = row ? fold.meet(table, key) : fold.get(table, key);
  if (!seal || seal.digest === GONE) return row ? { kind: "added", table, key, seq: seal?.seq ?? null } : null;
  if (!row) return { kind: "removed", table, key, seq: seal.seq };
  if (seal.salt === null) return { kind: "seal-erased", table, key, seq: seal.seq };
  return isAsSealed(table, row, seal.salt, seal.digest) ? null : { kind: "changed", table, key, seq: seal.seq };
}

/**
 * Looks through one workspace. Reads in order and holds only the last seal of each fact; safe beside a running program: what
 * looks wrong is looked at again after the events that came meanwhile.
 * @param onRows is told how many rows were compared so far.
 */
export async function verifyTrail(
  db: Database,
  workspaceNo: number,
  onRows: (rows: number) => void | Promise<void> = () => {},
): Promise<TrailCheck> {
  const faults = new Faults();
  const read = new ReadChain();
  await readFrom(db, workspaceNo, read, faults);
  const rows: Record<string, number> = {};
  let compared = 0;
  const count = async (table: string, more: number) => {
    rows[table] = (rows[table] ?? 0) + more;
    compared += more;
    await onRows(compared);
  };
  const suspects: Suspect[] = [];
  const suspect = (table: Table, key: string) => {
    const name = getTableName(table);
    suspects.push(async () => {
      const [stored] = await selectRow(db.q, table, key);
      return rowFault(name, key, stored ? readFound(table, stored, db.engine) : null, read.fold);
    });
  };
  for (const table of factTables(db)) {
    const name = getTableName(table);
    for await (const chunk of scanRows(db, table, workspaceNo)) {
      for (const row of chunk) if (rowFault(name, row.key, row, read.fold)) suspect(table, row.key);
      await count(name, chunk.length);
    }
  }
  for (const { table: name, key } of read.fold.unmet()) {
    const table = isFactTable(name) ? tableNamed(db.t, name) : null;
    if (table) suspect(table, key);
  }
  for (const [generation, list] of read.lists) {
    if (read.replaced.has(generation)) continue;
    for (const name of SEALED_LIST_TABLES)
      suspects.push(
        ...(await verifyList(db, { generation, name, ...list, sealed: list.tables[name] ?? null }, read, count)),
      );
  }
  await settle(db, workspaceNo, read, suspects, faults);
  const { events, erased, headSeq, headHash, lists, published, replaced } = read;
  return {
    valid: faults.count === 0,
    events,
    erased,
    headSeq,
    headHash,
    rows,
    lists: [...lists.keys()].filter((no) => !replaced.has(no)),
    unsealedLists: [...published].filter((no) => !replaced.has(no) && !lists.has(no)),
    faults: faults.named,
    faultCount: faults.count,
  };
}

/** What became of one list since it was sealed. */
export interface SealedListCheck {
  /** False: it waits for its seal, and nothing was compared. */
  readonly sealed: boolean;
  /** The first of them, see `FAULTS_NAMED`; of the chain itself none are named. */
  readonly faults: readonly TrailFault[];
  readonly faultCount: number;
}

/** Compares one list of a workspace with its seal, line by line, as `verifyTrail` does with all. Safe beside a running program. */
export async function verifySealedList(
  db: Database,
  workspaceNo: number,
  generation: number,
): Promise<SealedListCheck> {
  const [read, ofChain, faults] = [new ReadChain(REWRITTEN_TABLES), new Faults(), new Faults()];
  await readFrom(db, workspaceNo, read, ofChain);
  const list = read.lists.get(generation);
  if (!list) return { sealed: false, faults: [], faultCount: 0 };
  const suspects: Suspect[] = [];
  for (const name of SEALED_LIST_TABLES) {
    const table = { generation, name, ...list, sealed: list.tables[name] ?? null };
    suspects.push(...(await verifyList(db, table, read, () => Promise.resolve())));
  }
  await settle(db, workspaceNo, read, suspects, faults);
  const named = faults.named.filter(({ kind }) => kind !== "event");
  return { sealed: true, faults: named, faultCount: named.length + Math.max(0, faults.count - FAULTS_NAMED) };
}

/** Looks at the suspects again, after the events that came while the rows were read, until no event comes in between. */
async function settle(
  db: Database,
  workspaceNo: number,
  read: ReadChain,
  suspects: readonly Suspect[],
  faults: Faults,
): Promise<void> {
  for (let tried = 1; suspects.length > 0; tried++) {
    const { headSeq } = read;
    await readFrom(db, workspaceNo, read, faults);
    const found = new Faults();
    for (const again of suspects) {
      const fault = await again();
      if (fault) found.add(fault);
    }
    const isQuiet = (await headSeqOf(db, workspaceNo)) === read.headSeq;
    if (found.count > 0 && !isQuiet && tried < RECHECKS && read.headSeq >= headSeq) continue;
    faults.take(found);
    return;
  }
}
