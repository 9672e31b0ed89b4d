import type { SupplierFacts } from "../../../../risk-models/types";
import { readRecords } from "../../../files/read-records.server";
import type { RecordBatch, TableText } from "../../../files/types";
import { createRowChecker, type RowChecker } from "../../../imports/check-row";
import { Hash64, PairSet } from "../../../imports/hash";
import { IDENTITY_KINDS, identityOf, type Identity } from "../../../imports/identity";
import { distinctNameKey } from "../../../imports/name-key";
import type { CheckedRow, ListDefaults, MappingProposal } from "../../../imports/types";
import type { SectorMatch } from "../../../resolve/types";
import { assessorFor } from "../../scoring/assessor.server";
import { AT, putFacts, putScore, REGISTER_COLUMNS, type RegisterCell } from "../../scoring/register-line";
import { resolveRow, type ListContext, type UnderstoodRow } from "../../scoring/supplier-facts";
import { FLAG, NUMBER, WORD, type PackedPiece, type PieceBuffers } from "./packed-piece";
import { PieceWriter } from "./piece-writer";
import { SeenSectors } from "./seen-sectors";
import { decidedText, groupText, settleRow, TEXT_WORDS, unresolvedWord } from "./packed-understanding";

/** All that decides what a record becomes: plain values, so that a thread can be given them. */
export interface RowSetup {
  readonly table: TableText;
  readonly proposal: MappingProposal;
  readonly defaults: ListDefaults;
  /** See `RowCheckerSetup`. */
  readonly usualLength: number | null;
  readonly list: ListContext;
}

/** Left-out rows that were never about a supplier: not counted among the rows without a country or sector. */
const NO_SUPPLIER_ROW = new Set(["blank-record", "repeated-header", "total-row", "chatbot-text", "note-row"]);

/**
 * Reads, checks, resolves and scores the records of one piece of a file after the other. A record becomes the same whatever
 * was read before it; what depends on other records (duplicates, suppliers with several rows) is left to the reader of the pieces.
 */
export class RowPacker {
  readonly #checker: RowChecker;
  readonly #assessor;
  readonly #writer: PieceWriter;
  readonly #line: RegisterCell[] = REGISTER_COLUMNS.map(() => null);
  readonly #hash = new Hash64();
  readonly #identity: Identity = { kind: "number", hi: 0, lo: 0 };
  readonly #nameColumn: number;
  readonly #isList: boolean;
  readonly #sectors: SeenSectors;
  /** Suppliers met in the piece: only the first row of one is scored. */
  #inPiece = new PairSet();

  constructor(readonly setup: RowSetup) {
    const { proposal, defaults, table, usualLength } = setup;
    this.#assessor = assessorFor(setup.list.asOf, setup.list.model, setup.list.data);
    const { resolver } = this.#assessor;
    this.#checker = createRowChecker({
      proposal,
      defaults,
      countryCode: (text) => resolver.country(text)?.iso2 ?? null,
      delimiter: table.delimiter,
      usualLength: usualLength ?? undefined,
    });
    this.#nameColumn = proposal.mapping.name ?? -1;
    this.#writer = new PieceWriter(proposal.mapping);
    this.#isList = proposal.kind === "list";
    this.#sectors = new SeenSectors(proposal.mapping, resolver);
  }

  /**
   * The records that start in `[start, end)`, in bytes; the first one starts at `start`.
   * @throws Problem when a limit of the file is passed; the line it names counts from `start`.
   */
  pack(start: number, end: number): PackedPiece {
    const { table } = this.setup;
    let [next, records, nextLine] = [start, 0, 1];
    this.#inPiece = new PairSet();
    for (const batch of readRecords(table, { startOffset: start, startRecord: 0, startLine: 1, endOffset: end })) {
      this.#take(batch);
      records += batch.cells.length;
      next = batch.bytesRead;
      nextLine = batch.nextLine;
    }
    return this.#writer.finish({ start, end: next, records, lines: nextLine - 1 });
  }

  /** Takes back the arrays of a piece that was read. */
  reuse(buffers: PieceBuffers): void {
    this.#writer.reuse(buffers);
  }

  #take({ cells: records, firstRecord, lines, offsets, lengths, seen }: RecordBatch): void {
    for (let i = 0; i < records.length; i++) {
      const cells = records[i]!;
      // A line with nothing at all is no record.
      if (cells.length === 1 && cells[0] === "") continue;
      this.#writer.add();
      this.#writer.number(NUMBER.record, firstRecord + i);
      const row = this.#checker.check(cells, seen, i);
      this.#record(row, cells, lines[i]! - 1, offsets[i]!, lengths[i]!);
    }
  }

  #record(row: CheckedRow, cells: readonly string[], line: number, offset: number, length: number): void {
    const { list } = this.setup;
    const { resolver } = this.#assessor;
    const writer = this.#writer;
    let flags = this.#name(cells);
    if (this.#isList && row.outcome !== "left-out") {
      flags |= FLAG.mayRepeat;
      const { scan } = this.#checker;
      scan.hash();
      writer.number(NUMBER.recordHi, scan.hi);
      writer.number(NUMBER.recordLo, scan.lo);
    }
    const aboutSupplier = row.outcome !== "left-out" || !NO_SUPPLIER_ROW.has(row.reason ?? "");
    const resolved = aboutSupplier ? resolveRow(row, resolver, list, this.#sectors.of(row, this.#checker.scan)) : null;
    if (resolved?.facts.seat.country === null) flags |= FLAG.countryUnresolved;
    if (resolved?.facts.sector.isic === null) flags |= FLAG.sectorUnresolved;
    if (resolved && list.understanding !== null && row.outcome !== "left-out")
      flags |= this.#understood(row, resolved.understood);
    if (row.outcome === "set-aside") flags |= FLAG.setAside;
    if (row.reason === "total-row") flags |= FLAG.totalRow;
    writer.number(NUMBER.line, line);
    writer.number(NUMBER.byteOffset, offset);
    writer.number(NUMBER.byteLength, length);
    writer.number(NUMBER.repairs, row.issues.length);
    writer.number(NUMBER.amount, row.amount);
    writer.word(WORD.currency, row.currency);
    writer.word(WORD.date, row.date);
    if (resolved && row.outcome === "imported") {
      flags |= FLAG.imported;
      const { facts, sector } = resolved;
      flags |= this.#supplier(cells, row, facts, sector, { line, offset, length });
    } else if (row.outcome !== "left-out") writer.name(row.name, row.nameKey);
    writer.number(NUMBER.flags, flags);
    if (row.issues.length > 0) writer.issues(row.issues);
  }

  /** Puts into the row what was decided about it, and writes what is counted of it. */
  #understood(row: CheckedRow, understood: UnderstoodRow): number {
    const writer = this.#writer;
    settleRow(row, understood);
    const { group, guess, known, decided, unresolved } = understood;
    if (row.outcome === "set-aside") writer.word(WORD.reason, row.reason);
    writer.word(WORD.group, groupText(group));
    writer.word(WORD.guess, guess);
    writer.word(WORD.decided, decidedText(decided));
    for (const text of unresolved) writer.word(WORD[TEXT_WORDS[text.kind]], unresolvedWord(text));
    return known ? FLAG.sectorKnown : 0;
  }

  /** Writes the hash of the name as `distinctNames` counts it. */
  #name(cells: readonly string[]): number {
    const name = cells[this.#nameColumn] ?? "";
    if (name === "") return 0;
    const hash = this.#hash;
    hash.start(0);
    if (!this.#checker.scan.caseFolded(this.#nameColumn, hash)) {
      const key = distinctNameKey(name);
      if (key === "") return 0;
      hash.text(key);
    }
    hash.end();
    this.#writer.number(NUMBER.nameHi, hash.hi);
    this.#writer.number(NUMBER.nameLo, hash.lo);
    return FLAG.hasName;
  }

  /** Writes who it is, its facts and, for the first row of a supplier in this piece, its score. */
  #supplier(
    cells: readonly string[],
    row: CheckedRow,
    facts: SupplierFacts,
    sector: SectorMatch | null,
    place: { line: number; offset: number; length: number },
  ): number {
    const writer = this.#writer;
    const { kind, hi, lo } = identityOf(row, facts.seat.country ?? "", this.setup.proposal, this.#identity);
    writer.number(NUMBER.identityKind, IDENTITY_KINDS.indexOf(kind));
    writer.number(NUMBER.identityHi, hi);
    writer.number(NUMBER.identityLo, lo);
    writer.sector(sector);
    const line = this.#line;
    putFacts(line, row, facts);
    line[AT.line] = place.line;
    line[AT.byteOffset] = place.offset;
    line[AT.byteLength] = place.length;
    line[AT.repairs] = row.issues.length;
    let flags = 0;
    if (facts.seat.country !== null) flags |= FLAG.hasSeat;
    if (line[AT.readings] !== null) flags |= FLAG.hasReadings;
    if (this.#inPiece.add(hi, lo)) {
      putScore(line, this.#assessor.engine.score(facts));
      flags |= FLAG.scored;
    }
    writer.line(line, cells, this.#checker.scan);
    return flags;
  }
}
