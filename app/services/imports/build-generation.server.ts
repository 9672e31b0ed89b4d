import { statSync } from "node:fs";
import { inArray } from "drizzle-orm";
import type { BulkWriter, Cell } from "../../../db/bulk/bulk";
import type { Database, Queries } from "../../../db/database";
import { newSupplierId } from "../../../db/ids";
import { bulkKey } from "../../../db/keys";
import { OUTCOME_CODES, type Outcome } from "../../../db/schema/codes";
import type { Engine } from "../../../risk-models/types";
import { ControlTotals, type CurrencyTotals } from "../../imports/control-totals";
import { SupplierAccumulator } from "../../imports/collapse";
import type { RowIssue } from "../../imports/types";
import { PairSet } from "../../imports/hash";
import { MergedRows } from "./merged-rows.server";
import { FLAG, NUMBER, PieceReader, STORED_COLUMNS, WORD } from "./rows/packed-piece";
import { piecesInOrder, type PieceOptions, type PlacedPiece } from "./rows/pieces-in-order.server";
import type { RowSetup } from "./rows/row-packer.server";
import { SummaryTally } from "../../../db/summary/tally";
import { UnderstoodRows } from "./understood-rows.server";
import { applyReadings, type Applied } from "../readings/apply-readings.server";
import { mergesInForce, standingFor } from "../../../db/queries/merges";
import { knownSuppliers } from "../../../db/queries/suppliers";

/** What is counted while a list is read; `summary.json` and the preview show it. */
export interface BuildCounts {
  readonly kind: "list" | "ledger";
  readonly rows: { read: number; imported: number; repaired: number; setAside: number; leftOut: number };
  readonly suppliers: number;
  readonly distinctNames: number;
  /** Rows of suppliers (set-aside rows among them) whose country could not be told. */
  readonly countryUnresolved: number;
  readonly sectorUnresolved: number;
  readonly totals: readonly CurrencyTotals[];
}

export interface Built {
  readonly counts: BuildCounts;
  /** For the summary of the generation. */
  readonly tally: SummaryTally;
  /** What people had recorded and was put in. */
  readonly applied: Applied;
}

export interface BuildInput {
  readonly workspaceNo: number;
  readonly generation: number;
  readonly rows: RowSetup;
  readonly engine: Engine;
  /** How the file is cut and by how many threads it is read; it changes nothing in the result. */
  readonly pieces?: PieceOptions;
  /** Records known to be entered twice, by number; by default they are found. */
  readonly repeated?: ReadonlySet<number>;
  readonly onProgress: (done: { bytes: number; rows: number }) => void | Promise<void>;
  /** Asked between batches; true stops the build with nothing published. */
  readonly cancelled: () => boolean | Promise<boolean>;
}

/** The build was told to stop. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}

const SOURCE_COLUMNS = [
  "key",
  "line",
  "byteOffset",
  "byteLength",
  "outcome",
  "supplierKey",
  "amount",
  "currency",
  "date",
] as const;
const ISSUE_COLUMNS = ["key", "recordNo", "line", "outcome", "code", "field", "found"] as const;
const SUPPLIER_COLUMNS = ["no", "id", "keyKind", "keyHi", "keyLo"] as const;

/** Place of the columns that only the build knows. */
const placeOf = (column: (typeof STORED_COLUMNS)[number]) => STORED_COLUMNS.indexOf(column);
const AT = {
  key: placeOf("key"),
  supplierNo: placeOf("supplierNo"),
  amounts: placeOf("amounts"),
  spendMain: placeOf("spendMain"),
};
/** Rows held before they are written: few, so that they are young when they go (measured against 500 to 20,000). */
const FLUSH_ROWS = 1_000;
/** Lines changed in one short transaction. */
const KEYS_AT_A_TIME = 4000;
/** Longest text of a cell kept beside an issue. */
const FOUND_LENGTH = 200;

/**
 * Reads the whole table and writes an unpublished generation: suppliers, register lines, source rows, row issues. Nothing
 * of it shows until the list's pointer is moved. Streams: memory does not grow with the file, but for about 60 bytes a
 * supplier.
 * @throws CancelledError when asked to stop; Problem when a limit of the file is passed.
 */
export async function buildGeneration(db: Database, input: BuildInput): Promise<Built> {
  const build = new GenerationBuild(db, input);
  await build.loadKnownSuppliers();
  await build.readTable();
  return build.finish();
}

class GenerationBuild {
  readonly #suppliers = new SupplierAccumulator();
  readonly #supplierNos: number[] = [];
  readonly #understood: UnderstoodRows;
  readonly #merged: MergedRows;
  readonly #totals = new ControlTotals();
  readonly #tally = new SummaryTally();
  readonly #names = new PairSet();
  /** Hashes of the records of a list: an equal one is the same supplier entered twice. About 17 MB for a million. */
  readonly #seen = new PairSet();
  readonly #line: Cell[] = STORED_COLUMNS.map(() => null);
  readonly #registerRows: BulkWriter;
  readonly #sourceRows: BulkWriter;
  readonly #issues: BulkWriter;
  readonly #newSuppliers: BulkWriter;
  readonly #rows = { read: 0, imported: 0, repaired: 0, setAside: 0, leftOut: 0 };
  #countryUnresolved = 0;
  #sectorUnresolved = 0;
  #found = 0;
  #issueNo = 0;
  #lastSupplierNo = 0;
  /** Index of a supplier that was merged → of the one it became. */
  readonly #became = new Map<number, number>();

  constructor(
    readonly db: Database,
    readonly input: BuildInput,
  ) {
    // Suppliers known from an earlier list come in any order of their numbers.
    this.#registerRows = db.bulk.writer("registerRows", STORED_COLUMNS, {
      anyOrder: true,
      same: { workspaceNo: input.workspaceNo, generation: input.generation, rowCount: 1 },
    });
    this.#sourceRows = db.bulk.writer("sourceRows", SOURCE_COLUMNS);
    this.#issues = db.bulk.writer("rowIssues", ISSUE_COLUMNS);
    this.#newSuppliers = db.bulk.writer("suppliers", SUPPLIER_COLUMNS, {
      same: { workspaceNo: input.workspaceNo, bornGeneration: input.generation },
    });
    this.#understood = new UnderstoodRows(input.rows.list.understanding);
    this.#merged = new MergedRows(
      db,
      { ...input, list: input.rows.list, tally: this.#tally },
      this.#suppliers,
      this.#supplierNos,
      this.#understood,
    );
  }

  /** Suppliers of earlier lists keep their numbers; rows of one that was merged count for the one it became. */
  async loadKnownSuppliers(): Promise<void> {
    this.#lastSupplierNo = await this.db.bulk.lastSupplierNo();
    const became = standingFor(await mergesInForce(this.db, this.input));
    const indexes = new Map<number, number>();
    const isMerging = new Set([...became.keys(), ...became.values()]);
    for await (const known of knownSuppliers(this.db, this.input.workspaceNo))
      for (const { no, keyHi, keyLo } of known) {
        const index = this.#suppliers.indexOf(keyHi, keyLo);
        this.#supplierNos[index] = no;
        if (isMerging.has(no)) indexes.set(no, index);
      }
    for (const [from, into] of became) {
      const [gone, stays] = [indexes.get(from), indexes.get(into)];
      if (gone !== undefined && stays !== undefined) this.#became.set(gone, stays);
    }
  }

  async readTable(): Promise<void> {
    const { rows, pieces, onProgress, cancelled } = this.input;
    const { size } = statSync(rows.table.path);
    for await (const placed of piecesInOrder(rows, pieces)) {
      const { start, end, rows: found } = placed.piece;
      if (this.#rows.read === 0) this.#reserve(Math.ceil(((size - start) / Math.max(1, end - start)) * found * 1.02));
      await this.#takePiece(placed);
      await onProgress({ bytes: placed.piece.end, rows: this.#rows.read });
      if (await cancelled()) throw new CancelledError("The import was cancelled");
    }
    await this.db.bulk.settle(this.#registerRows);
  }

  async #takePiece({ piece, recordsBefore, linesBefore }: PlacedPiece): Promise<void> {
    const firstData = this.input.rows.proposal.firstDataRecord;
    const row = new PieceReader(piece, linesBefore);
    while (row.next()) {
      const record = recordsBefore + row.number(NUMBER.record);
      if (record < firstData) continue;
      this.#takeRow(row, record);
      if (this.#pending >= FLUSH_ROWS) await this.#flush();
    }
    // The piece's bytes are used again for a later one.
    if (this.#pending > 0) await this.#flush();
  }

  async finish(): Promise<Built> {
    const totals = this.#totals.totals();
    const mainCurrency = mainOf(totals);
    await this.#merged.write(mainCurrency);
    await this.#understood.write(this.db, this.input.generation, this.#suppliers, this.#supplierNos, mainCurrency);
    if (totals.length > 1) await this.#leaveOutOfOrder(mainCurrency);
    const { workspaceNo, generation, engine, rows } = this.input;
    const list = { workspaceNo, generation, engine, day: rows.list.asOf, tally: this.#tally };
    const applied = await applyReadings(this.db, list);
    const counts: BuildCounts = {
      kind: this.input.rows.proposal.kind,
      rows: this.#rows,
      suppliers: this.#found,
      distinctNames: this.#names.size,
      countryUnresolved: this.#countryUnresolved,
      sectorUnresolved: this.#sectorUnresolved,
      totals,
    };
    return { counts, tally: this.#tally, applied };
  }

  /** Nothing is converted: amounts in another currency than the list's main one have no place in the order by spend. */
  async #leaveOutOfOrder(mainCurrency: string): Promise<void> {
    const { registerRows } = this.db.t;
    let keys: number[] = [];
    const leaveOut = async () => {
      const some = keys;
      keys = [];
      const write = (q: Queries) => [
        q.update(registerRows).set({ spendMain: null }).where(inArray(registerRows.key, some)),
      ];
      if (some.length > 0) await this.db.bulk.flush([], { before: write });
    };
    for (let index = 0; index < this.#suppliers.size; index++) {
      // Suppliers with several rows were written with the main currency known.
      if (this.#suppliers.rowsOf(index) !== 1) continue;
      const currency = this.#suppliers.currencyOf(index);
      if (currency === null || currency === mainCurrency) continue;
      keys.push(bulkKey(this.input.generation, this.#supplierNos[index]!));
      if (keys.length >= KEYS_AT_A_TIME) await leaveOut();
    }
    await leaveOut();
  }

  /** Tables that would grow many times get their size from the first piece. */
  #reserve(rowsExpected: number): void {
    this.#names.reserve(rowsExpected);
    if (this.input.rows.proposal.kind === "ledger") return;
    this.#seen.reserve(rowsExpected);
    this.#suppliers.reserve(rowsExpected);
    this.#merged.reserve(rowsExpected);
  }

  get #pending(): number {
    return this.#registerRows.pending + this.#sourceRows.pending + this.#issues.pending;
  }

  #flush(): Promise<void> {
    return this.db.bulk.flush([this.#newSuppliers, this.#registerRows, this.#sourceRows, this.#issues]);
  }

  #takeRow(row: PieceReader, record: number): void {
    const rows = this.#rows;
    rows.read++;
    const flags = row.number(NUMBER.flags);
    if (flags & FLAG.hasName) this.#names.add(row.number(NUMBER.nameHi), row.number(NUMBER.nameLo));
    if (flags & FLAG.countryUnresolved) this.#countryUnresolved++;
    if (flags & FLAG.sectorUnresolved) this.#sectorUnresolved++;
    const repeated = (flags & FLAG.mayRepeat) !== 0 && this.#isRepeated(row, record);
    const outcome =
      repeated || !(flags & (FLAG.imported | FLAG.setAside))
        ? "left-out"
        : flags & FLAG.imported
          ? "imported"
          : "set-aside";
    const amount = row.amount;
    const currency = row.word(WORD.currency);
    this.#totals.add({ amount, currency, outcome, reason: flags & FLAG.totalRow ? "total-row" : null });
    let index = -1;
    if (outcome === "imported") {
      rows.imported++;
      if (row.number(NUMBER.repairs) > 0) rows.repaired++;
      index = this.#indexOf(row);
      const first = this.#suppliers.rowsOf(index) === 0;
      this.#suppliers.addRow(index, amount, currency, row.word(WORD.date));
      if (first) {
        this.#addSupplier(index, row);
        this.#merged.first(index, row);
      } else {
        this.#merged.further(index, row);
        this.#addSource(row, record, outcome, bulkKey(this.input.generation, this.#supplierNos[index]!));
      }
    } else {
      if (outcome === "set-aside") rows.setAside++;
      else rows.leftOut++;
      this.#addSource(row, record, outcome, null);
    }
    this.#understood.count(row, outcome, index);
    for (let issue = row.nextIssue(); issue; issue = row.nextIssue()) this.#addIssue(row, record, outcome, issue);
    if (repeated) this.#addIssue(row, record, outcome, { code: "duplicate-row", field: null, found: row.name });
  }

  #isRepeated(row: PieceReader, record: number): boolean {
    const { repeated } = this.input;
    return repeated ? repeated.has(record) : !this.#seen.add(row.number(NUMBER.recordHi), row.number(NUMBER.recordLo));
  }

  #addIssue(row: PieceReader, record: number, outcome: Outcome, { code, field, found }: RowIssue): void {
    this.#tally.addIssue(outcome, code);
    this.#issues.add([
      bulkKey(this.input.generation, this.#issueNo++),
      record,
      row.line,
      OUTCOME_CODES.indexOf(outcome),
      code,
      field,
      found.length > FOUND_LENGTH ? found.slice(0, FOUND_LENGTH) : found,
    ]);
  }

  /** The supplier's index; a number is given to one that was never seen before. */
  #indexOf(row: PieceReader): number {
    const hi = row.number(NUMBER.identityHi);
    const lo = row.number(NUMBER.identityLo);
    const known = this.#suppliers.size;
    const index = this.#suppliers.indexOf(hi, lo);
    const became = this.#became.get(index);
    if (became !== undefined) return became;
    if (index === known) {
      const no = ++this.#lastSupplierNo;
      this.#supplierNos[index] = no;
      const kind = row.number(NUMBER.identityKind);
      // Signed, as the engine keeps whole numbers without a box of their own.
      this.#newSuppliers.add([no, newSupplierId(no), kind, hi | 0, lo | 0]);
    }
    return index;
  }

  #addSupplier(index: number, row: PieceReader): void {
    const line = this.#line;
    this.#found++;
    row.putStored(line);
    const supplierNo = this.#supplierNos[index]!;
    const amount = row.amount;
    line[AT.key] = bulkKey(this.input.generation, supplierNo);
    line[AT.supplierNo] = supplierNo;
    line[AT.amounts] = amount === null ? null : amountsText(row.word(WORD.currency), amount);
    line[AT.spendMain] = amount === null ? null : amount / 10_000;
    row.tallyInto(this.#tally);
    this.#registerRows.add(line);
  }

  #addSource(row: PieceReader, record: number, outcome: Outcome, supplierKey: number | null): void {
    this.#sourceRows.add([
      bulkKey(this.input.generation, record),
      row.line,
      row.number(NUMBER.byteOffset),
      row.number(NUMBER.byteLength),
      OUTCOME_CODES.indexOf(outcome),
      supplierKey,
      row.amount,
      row.word(WORD.currency) || null,
      row.word(WORD.date) || null,
    ]);
  }
}

/** One amount as the register keeps it: `{ currency: [sum, credit notes] }` in ten-thousandths, as text so that no sum is rounded. */
function amountsText(currency: string, amount: number): string {
  // Hundreds of ten-thousandths are small whole numbers, which are written several times as fast.
  const text = amount % 100 === 0 && amount !== 0 ? `${amount / 100}00` : `${amount}`;
  return `{"${currency}":["${text}","${amount < 0 ? text : "0"}"]}`;
}

/** The currency most counted rows are in; a tie goes to the first code. "" when the file does not say. */
const mainOf = (totals: readonly CurrencyTotals[]): string =>
  totals.reduce<CurrencyTotals | null>(
    (best, one) => (best && best.counted.rows >= one.counted.rows ? best : one),
    null,
  )?.currency ?? "";
