import { and, between, eq, notLike } from "drizzle-orm";
import type { BulkWriter } from "../../../db/bulk/bulk";
import type { Database } from "../../../db/database";
import { newSupplierId } from "../../../db/ids";
import { bulkKey } from "../../../db/keys";
import { OUTCOME_CODES } from "../../../db/schema/codes";
import type { Engine, SupplierFacts } from "../../../risk-models/types";
import { readRecords } from "../../files/read-records.server";
import type { TableText } from "../../files/types";
import { ControlTotals, type CurrencyTotals } from "../../imports/control-totals";
import { SupplierAccumulator } from "../../imports/collapse";
import { Hash64, PairSet } from "../../imports/hash";
import { IDENTITY_KINDS, identityOf, type Identity } from "../../imports/identity";
import { distinctNameKey } from "../../imports/name-key";
import type { RowChecker } from "../../imports/check-row";
import type { CheckedRow, MappingProposal } from "../../imports/types";
import type { Resolver } from "../../resolve/types";
import {
  AT,
  newLine,
  putFacts,
  putScore,
  putSupplier,
  REGISTER_COLUMNS,
  type RegisterCell,
} from "../scoring/register-line";
import { resolveRow, type ListContext } from "../scoring/supplier-facts";
import { MergedRows } from "./merged-rows.server";
import { UnderstoodRows } from "./understood-rows.server";
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

export interface BuildInput {
  readonly workspaceNo: number;
  readonly generation: number;
  readonly table: TableText;
  readonly proposal: MappingProposal;
  readonly checker: RowChecker;
  readonly list: ListContext;
  readonly resolver: Resolver;
  readonly engine: Engine;
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
const SUPPLIER_COLUMNS = ["no", "workspaceNo", "id", "keyKind", "keyHi", "keyLo", "bornGeneration"] as const;

/** Left-out rows that were never about a supplier: not counted among the rows without a country or sector. */
const NO_SUPPLIER_ROW = new Set(["blank-record", "repeated-header", "total-row", "chatbot-text", "note-row"]);
/** Rows held before they are written: few, so that they are young when they go (measured against 500 to 20,000). */
const FLUSH_ROWS = 1_000;
/** Supplier numbers looked at in one short transaction. */
const ORDER_SLICE = 20_000;
/** Longest text of a cell kept beside an issue. */
const FOUND_LENGTH = 200;

/**
 * Reads the whole table and writes an unpublished generation: suppliers, register lines, source rows, row issues. Nothing
 * of it shows until the list's pointer is moved. Streams: memory does not grow with the file, but for about 60 bytes a
 * supplier.
 * @throws CancelledError when asked to stop; Problem when a limit of the file is passed.
 */
export async function buildGeneration(db: Database, input: BuildInput): Promise<BuildCounts> {
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
  readonly #names = new PairSet();
  readonly #hash = new Hash64();
  readonly #identity: Identity = { kind: "number", hi: 0, lo: 0 };
  readonly #line: RegisterCell[];
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

  constructor(
    readonly db: Database,
    readonly input: BuildInput,
  ) {
    this.#line = newLine(input.workspaceNo, input.generation);
    // Suppliers known from an earlier list come in any order of their numbers.
    this.#registerRows = db.bulk.writer("registerRows", REGISTER_COLUMNS, { anyOrder: true });
    this.#sourceRows = db.bulk.writer("sourceRows", SOURCE_COLUMNS);
    this.#issues = db.bulk.writer("rowIssues", ISSUE_COLUMNS);
    this.#newSuppliers = db.bulk.writer("suppliers", SUPPLIER_COLUMNS);
    this.#understood = new UnderstoodRows(input.list.understanding);
    this.#merged = new MergedRows(db, input, this.#suppliers, this.#supplierNos, this.#understood);
  }

  /** Suppliers of earlier lists keep their numbers. */
  async loadKnownSuppliers(): Promise<void> {
    this.#lastSupplierNo = await this.db.bulk.lastSupplierNo();
    for await (const known of knownSuppliers(this.db, this.input.workspaceNo))
      for (const { no, keyHi, keyLo } of known) {
        const index = this.#suppliers.indexOf(keyHi, keyLo);
        this.#supplierNos[index] = no;
      }
  }

  async readTable(): Promise<void> {
    const { table, proposal, onProgress, cancelled } = this.input;
    for (const batch of readRecords(table)) {
      for (let i = 0; i < batch.cells.length; i++) {
        const record = batch.firstRecord + i;
        if (record < proposal.firstDataRecord) continue;
        const cells = batch.cells[i]!;
        // A line with nothing at all is no record.
        if (cells.length === 1 && cells[0] === "") continue;
        this.#takeRecord(cells, record, batch.lines[i]!, batch.offsets[i]!, batch.lengths[i]!);
      }
      if (this.#registerRows.pending + this.#sourceRows.pending + this.#issues.pending >= FLUSH_ROWS)
        await this.#flush();
      await onProgress({ bytes: batch.bytesRead, rows: this.#rows.read });
      if (await cancelled()) throw new CancelledError("The import was cancelled");
    }
    await this.#flush();
    await this.db.bulk.settle(this.#registerRows);
  }

  async finish(): Promise<BuildCounts> {
    const totals = this.#totals.totals();
    const mainCurrency = mainOf(totals);
    await this.#merged.write(mainCurrency);
    await this.#understood.write(this.db, this.input.generation, this.#suppliers, this.#supplierNos, mainCurrency);
    if (totals.length > 1) await this.#leaveOutOfOrder(mainCurrency);
    return {
      kind: this.input.proposal.kind,
      rows: this.#rows,
      suppliers: this.#found,
      distinctNames: this.#names.size,
      countryUnresolved: this.#countryUnresolved,
      sectorUnresolved: this.#sectorUnresolved,
      totals,
    };
  }

  /** Nothing is converted: amounts in another currency than the list's main one have no place in the order by spend. */
  async #leaveOutOfOrder(mainCurrency: string): Promise<void> {
    const { registerRows } = this.db.t;
    const { generation } = this.input;
    for (let no = 0; no <= this.#lastSupplierNo; no += ORDER_SLICE)
      await this.db.bulk.flush([], {
        before: (q) => [
          q
            .update(registerRows)
            .set({ spendMain: null })
            .where(
              and(
                between(registerRows.key, bulkKey(generation, no), bulkKey(generation, no + ORDER_SLICE - 1)),
                eq(registerRows.rowCount, 1),
                notLike(registerRows.amounts, `{"${mainCurrency}":%`),
              ),
            ),
        ],
      });
  }

  #flush(): Promise<void> {
    return this.db.bulk.flush([this.#newSuppliers, this.#registerRows, this.#sourceRows, this.#issues]);
  }

  #takeRecord(cells: string[], record: number, line: number, offset: number, length: number): void {
    const { checker, resolver, list } = this.input;
    const rows = this.#rows;
    rows.read++;
    this.#countName(cells);
    const row = checker.check(cells);
    let supplierKey: number | null = null;
    if (row.outcome === "left-out") {
      if (!NO_SUPPLIER_ROW.has(row.reason ?? "")) this.#countUnresolved(resolveRow(row, resolver, list).facts);
    } else {
      const { facts, sector, understood } = resolveRow(row, resolver, list);
      this.#understood.settle(row, understood);
      this.#countUnresolved(facts);
      let index = -1;
      if (row.outcome === "imported") {
        index = this.#indexOf(row, facts.seat.country ?? "");
        const first = this.#suppliers.rowsOf(index) === 0;
        this.#suppliers.addRow(index, row.amount, row.currency, row.date);
        if (first) {
          this.#addSupplier(index, row, facts, line, offset, length);
          this.#merged.first(index, facts, sector);
        } else this.#merged.further(index, row, facts, sector);
        supplierKey = bulkKey(this.input.generation, this.#supplierNos[index]!);
        rows.imported++;
        if (row.issues.length > 0) rows.repaired++;
        if (!first) this.#addSource(row, record, line, offset, length, supplierKey);
      }
      this.#understood.count(row, understood, index);
    }
    if (row.outcome === "set-aside") rows.setAside++;
    if (row.outcome === "left-out") rows.leftOut++;
    this.#totals.add(row);
    if (row.outcome !== "imported") this.#addSource(row, record, line, offset, length, null);
    for (const issue of row.issues)
      this.#issues.add([
        bulkKey(this.input.generation, this.#issueNo++),
        record,
        line,
        OUTCOME_CODES.indexOf(row.outcome),
        issue.code,
        issue.field,
        issue.found.length > FOUND_LENGTH ? issue.found.slice(0, FOUND_LENGTH) : issue.found,
      ]);
  }

  #countName(cells: readonly string[]): void {
    const column = this.input.proposal.mapping.name;
    const name = column === undefined ? "" : (cells[column] ?? "");
    if (name === "") return;
    this.#hash.start(0);
    if (!this.#hash.caseFolded(name)) {
      const key = distinctNameKey(name);
      if (key === "") return;
      this.#hash.start(0);
      this.#hash.text(key);
    }
    this.#hash.end();
    this.#names.add(this.#hash.hi, this.#hash.lo);
  }

  #countUnresolved(facts: SupplierFacts): void {
    if (facts.seat.country === null) this.#countryUnresolved++;
    if (facts.sector.isic === null) this.#sectorUnresolved++;
  }

  /** The supplier's index; a number is given to one that was never seen before. */
  #indexOf(row: CheckedRow, country: string): number {
    const { proposal } = this.input;
    const identity = identityOf(row, country, proposal, this.#identity);
    const known = this.#suppliers.size;
    const index = this.#suppliers.indexOf(identity.hi, identity.lo);
    if (index === known) {
      const no = ++this.#lastSupplierNo;
      this.#supplierNos[index] = no;
      this.#newSuppliers.add([
        no,
        this.input.workspaceNo,
        newSupplierId(no),
        IDENTITY_KINDS.indexOf(identity.kind),
        identity.hi,
        identity.lo,
        this.input.generation,
      ]);
    }
    return index;
  }

  #addSupplier(
    index: number,
    row: CheckedRow,
    facts: SupplierFacts,
    lineNo: number,
    offset: number,
    length: number,
  ): void {
    const line = this.#line;
    this.#found++;
    putSupplier(line, this.input.generation, this.#supplierNos[index]!);
    putFacts(line, row, facts);
    putScore(line, this.input.engine.score(facts));
    line[AT.amounts] = row.amount === null ? null : amountsText(row.currency, row.amount);
    line[AT.spendMain] = row.amount === null ? null : row.amount / 10_000;
    line[AT.rowCount] = 1;
    line[AT.line] = lineNo;
    line[AT.byteOffset] = offset;
    line[AT.byteLength] = length;
    line[AT.repairs] = row.issues.length;
    this.#registerRows.add(line);
  }

  #addSource(
    row: CheckedRow,
    record: number,
    line: number,
    offset: number,
    length: number,
    supplierKey: number | null,
  ): void {
    this.#sourceRows.add([
      bulkKey(this.input.generation, record),
      line,
      offset,
      length,
      OUTCOME_CODES.indexOf(row.outcome),
      supplierKey,
      row.amount,
      row.currency === "" ? null : row.currency,
      row.date === "" ? null : row.date,
    ]);
  }
}

/** One amount as the register keeps it: `{ currency: [sum, credit notes] }` in ten-thousandths, as text so that no sum is rounded. */
const amountsText = (currency: string, amount: number) => `{"${currency}":["${amount}","${amount < 0 ? amount : 0}"]}`;

/** The currency most counted rows are in; a tie goes to the first code. "" when the file does not say. */
const mainOf = (totals: readonly CurrencyTotals[]): string =>
  totals.reduce<CurrencyTotals | null>(
    (best, one) => (best && best.counted.rows >= one.counted.rows ? best : one),
    null,
  )?.currency ?? "";
