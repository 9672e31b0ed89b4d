/**
 * Checked, resolved and scored records of one piece of a file, as flat arrays: what one thread makes of the bytes and
 * another one writes. Numbers stand in one array, texts as bytes one behind the other in another, words that come again and
 * again once in a list. An object for each record would cost as much to hand over as to write, and what waits for being
 * handed over would be looked at by each collection of garbage.
 */
import { Buffer } from "node:buffer";
import type { FieldName } from "../../../imports/fields";
import type { RecordScan } from "../../../imports/record-scan";
import type { Mapping, RowIssue } from "../../../imports/types";
import type { Cell } from "../../../../db/bulk/bulk";
import {
  DETAIL_NUMBERS,
  DETAIL_TEXTS,
  DETAILS,
  moveLine,
  putLength,
  putNumbers,
  roomFor,
  TEXTS_AT,
  unpackDetails,
} from "../../../../db/schema/register-details";
import { AT, REGISTER_COLUMNS, type RegisterCell, type RegisterColumn } from "../../scoring/register-line";

/** Numbers of a record that are not columns of its register line. */
const RECORD_NUMBERS = [
  /** 0-based among the records of the piece; blank lines are counted. */
  "record",
  /** Counted from the piece's own first line, 0. */
  "line",
  "byteOffset",
  "byteLength",
  "repairs",
  "flags",
  "nameHi",
  "nameLo",
  "recordHi",
  "recordLo",
  "identityKind",
  "identityHi",
  "identityLo",
  /** Ten-thousandths; null when there is none. */
  "amount",
] as const;
const LINE_NUMBERS = [
  "role",
  "level",
  "score",
  "band",
  "rangeLow",
  "rangeHigh",
  "severity",
  "likelihood",
  "priority",
] as const satisfies readonly RegisterColumn[];
/** Words of a record that are not columns of its register line. `sector` is a packed sector, see `sectorText`. */
const RECORD_WORDS = ["currency", "date", "sector"] as const;
/** Columns with few different values. */
const LINE_WORDS = ["seat", "isic"] as const satisfies readonly RegisterColumn[];
/** Columns whose values seldom come again. */
const LINE_TEXTS = [
  "name",
  "nameKey",
  "supplierNumber",
  "registrationId",
  "city",
] as const satisfies readonly RegisterColumn[];

export type PackedNumber = (typeof RECORD_NUMBERS)[number] | (typeof LINE_NUMBERS)[number];
export type PackedWord = (typeof RECORD_WORDS)[number] | (typeof LINE_WORDS)[number];

/** The columns of a register line as the piece gives them, with those that the writing thread knows alone. */
export const STORED_COLUMNS = [
  "key",
  "supplierNo",
  "amounts",
  "spendMain",
  "rowCount",
  ...LINE_NUMBERS,
  ...LINE_WORDS,
  ...LINE_TEXTS,
  "details",
] as const;
/** Place of the first column that comes from the piece. */
const FROM_PIECE = STORED_COLUMNS.indexOf(LINE_NUMBERS[0]);

const places = <T extends string>(names: readonly T[], from = 0) =>
  Object.fromEntries(names.map((name, index) => [name, from + index])) as Record<T, number>;
const NUMBERS = [...RECORD_NUMBERS, ...LINE_NUMBERS];
const WORDS = [...RECORD_WORDS, ...LINE_WORDS];
const NUMBER = places(NUMBERS);
const WORD = places(WORDS, NUMBERS.length);
/** Numbers a record takes: its own, and one for each word. */
const WIDTH = NUMBERS.length + WORDS.length;
const TEXTS = LINE_TEXTS.length;
/** Spans of a record: its texts, then its details. */
const SPANS = (TEXTS + 1) * 2;

const LINE_NUMBER_AT = Int32Array.from(LINE_NUMBERS, (name) => AT[name]);
const LINE_WORD_AT = Int32Array.from(LINE_WORDS, (name) => AT[name]);
const LINE_TEXT_AT = Int32Array.from(LINE_TEXTS, (name) => AT[name]);
const DETAIL_NUMBER_AT = Int32Array.from(DETAIL_NUMBERS, (name) => AT[name]);
const DETAIL_TEXT_AT = Int32Array.from(DETAIL_TEXTS, (name) => AT[name]);
/** Texts that are never null: an empty one is a text. */
const NEVER_NULL = 2;

/** What a record is, as bits. */
export const FLAG = {
  imported: 1,
  setAside: 2,
  /** An equal record elsewhere in the list makes this one a duplicate. */
  mayRepeat: 4,
  hasName: 8,
  countryUnresolved: 16,
  sectorUnresolved: 32,
  /** The file's own sum: no payment. */
  totalRow: 64,
  hasSeat: 128,
  hasReadings: 256,
  /** The register line is there whole, with its score; without it, only the facts. */
  scored: 512,
} as const;

export interface PackedIssue extends RowIssue {
  /** 0-based among the packed rows of the piece. */
  readonly row: number;
}

export interface PackedPiece {
  /** Bytes from the start of the file: of the first record, and of the first one behind the piece. */
  readonly start: number;
  readonly end: number;
  /** Records read, blank lines among them. */
  readonly records: number;
  /** Lines from the first record to `end`. */
  readonly lines: number;
  /** Packed rows: records that are not blank lines. */
  readonly rows: number;
  readonly numbers: Float64Array;
  /** Two numbers a text: where it starts in `bytes`, and twice its length in bytes, one more when it is not ASCII. */
  readonly spans: Uint32Array;
  /** UTF-8. */
  readonly bytes: Uint8Array;
  readonly words: readonly string[];
  readonly issues: readonly PackedIssue[];
}

/** Fills the arrays of one piece, row after row. */
export class PieceWriter {
  rows = 0;
  #numbers = new Float64Array(512 * WIDTH);
  #spans = new Uint32Array(512 * SPANS);
  #bytes = Buffer.allocUnsafeSlow(1 << 20);
  #view = new DataView(this.#bytes.buffer);
  #end = 0;
  #words: string[] = [""];
  readonly #wordNumbers = new Map<string, number>();
  #issues: PackedIssue[] = [];
  #at = 0;
  /** Column of the record that a text comes from, -1 where none is mapped. */
  readonly #textColumns: Int32Array;
  readonly #detailColumns: Int32Array;

  constructor(mapping: Mapping) {
    const column = (name: string) => (name in mapping ? mapping[name as FieldName]! : -1);
    this.#textColumns = Int32Array.from(LINE_TEXTS, column);
    this.#detailColumns = Int32Array.from(DETAIL_TEXTS, column);
  }

  /** Begins the next row. */
  add(): void {
    const row = this.rows++;
    if (this.rows * WIDTH > this.#numbers.length) this.#grow();
    this.#at = row * WIDTH;
    this.#numbers.fill(0, this.#at, this.#at + WIDTH);
    this.#spans.fill(0, row * SPANS, this.rows * SPANS);
  }

  number(name: PackedNumber, value: number | null): void {
    this.#numbers[this.#at + NUMBER[name]] = value === null ? NaN : value;
  }

  word(name: PackedWord, text: string | null): void {
    this.#numbers[this.#at + WORD[name]] = text === null || text === "" ? 0 : this.#wordNumber(text);
  }

  /** The name alone: of a record that gets no register line. */
  name(name: string): void {
    this.#text((this.rows - 1) * SPANS, name);
  }

  /**
   * Every column of a line but those that the writing thread knows alone.
   * @param cells, scan the record the line was made of: what the line took over as it stands is copied as bytes.
   */
  line(line: readonly RegisterCell[], cells: readonly string[], scan: RecordScan): void {
    const numbers = this.#numbers;
    let at = this.#at + RECORD_NUMBERS.length;
    for (let i = 0; i < LINE_NUMBER_AT.length; i++) {
      const value = line[LINE_NUMBER_AT[i]!] as number | null;
      numbers[at++] = value === null ? NaN : value;
    }
    at += RECORD_WORDS.length;
    for (let i = 0; i < LINE_WORD_AT.length; i++) {
      const text = line[LINE_WORD_AT[i]!] as string | null;
      numbers[at++] = text === null ? 0 : this.#wordNumber(text);
    }
    let span = (this.rows - 1) * SPANS;
    for (let i = 0; i < TEXTS; i++, span += 2) {
      const text = line[LINE_TEXT_AT[i]!] as string | null;
      if (text === null || text === "") continue;
      if (!this.#isCell(this.#textColumns[i]!, text, cells, scan)) {
        this.#text(span, text);
        continue;
      }
      this.#room(text.length);
      this.#spans[span] = this.#end;
      this.#spans[span + 1] = text.length * 2;
      this.#copy(this.#textColumns[i]!, scan);
    }
    this.#details(span, line, cells, scan);
  }

  #details(span: number, line: readonly RegisterCell[], cells: readonly string[], scan: RecordScan): void {
    const start = this.#end;
    this.#room(roomFor(0));
    putNumbers(this.#view, start, line, DETAIL_NUMBER_AT);
    this.#end = start + TEXTS_AT;
    for (let i = 0; i < DETAIL_TEXT_AT.length; i++) {
      const text = line[DETAIL_TEXT_AT[i]!] as string | null;
      this.#room(text === null ? 1 : 5 + text.length * 3);
      if (text === null) this.#end = putLength(this.#view, this.#end, null);
      else if (this.#isCell(this.#detailColumns[i]!, text, cells, scan)) {
        this.#end = putLength(this.#view, this.#end, text.length);
        this.#copy(this.#detailColumns[i]!, scan);
      } else {
        const bytes = Buffer.byteLength(text);
        this.#end = putLength(this.#view, this.#end, bytes);
        this.#bytes.write(text, this.#end);
        this.#end += bytes;
      }
    }
    this.#spans[span] = start;
    this.#spans[span + 1] = this.#end - start;
  }

  /** The text is a cell as it stands, and plain ASCII. */
  #isCell(column: number, text: string, cells: readonly string[], scan: RecordScan): boolean {
    return column >= 0 && scan.tidy[column] === 1 && cells[column] === text;
  }

  #copy(column: number, scan: RecordScan): void {
    const { bytes } = scan;
    const end = scan.startOf(column + 1) - 1;
    let to = this.#end;
    for (let from = scan.startOf(column); from < end; from++) this.#bytes[to++] = bytes[from]!;
    this.#end = to;
  }

  issues(issues: readonly RowIssue[]): void {
    for (const { code, field, found } of issues) this.#issues.push({ row: this.rows - 1, code, field, found });
  }

  /** The piece; the writer then begins anew. The arrays are the piece's own and can be transferred. */
  finish(place: Pick<PackedPiece, "start" | "end" | "records" | "lines">): PackedPiece {
    const piece: PackedPiece = {
      ...place,
      rows: this.rows,
      numbers: this.#numbers.slice(0, this.rows * WIDTH),
      spans: this.#spans.slice(0, this.rows * SPANS),
      bytes: new Uint8Array(this.#bytes.subarray(0, this.#end)),
      words: this.#words,
      issues: this.#issues,
    };
    this.rows = 0;
    this.#end = 0;
    this.#words = [""];
    this.#wordNumbers.clear();
    this.#issues = [];
    return piece;
  }

  #text(span: number, text: string): void {
    this.#room(text.length * 3);
    const written = this.#bytes.write(text, this.#end);
    this.#spans[span] = this.#end;
    this.#spans[span + 1] = written * 2 + (written === text.length ? 0 : 1);
    this.#end += written;
  }

  #room(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow((this.#end + bytes) * 2);
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #wordNumber(text: string): number {
    let number = this.#wordNumbers.get(text);
    if (number === undefined) {
      number = this.#words.push(text) - 1;
      this.#wordNumbers.set(text, number);
    }
    return number;
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    const spans = new Uint32Array(this.#spans.length * 2);
    spans.set(this.#spans);
    this.#spans = spans;
  }
}

/** Reads a piece row after row: `next()` goes on to the first one and to each further one. */
export class PieceReader {
  row = -1;
  #at = -WIDTH;
  #issue = 0;
  readonly #bytes: Buffer;
  readonly #dataView: DataView;
  /** One character a byte: what is ASCII is cut out of it. */
  readonly #view: string;

  /** @param linesBefore lines of the file before the piece. */
  constructor(
    readonly piece: PackedPiece,
    readonly linesBefore: number,
  ) {
    const { buffer, byteOffset, byteLength } = piece.bytes;
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.#dataView = new DataView(buffer, byteOffset, byteLength);
    this.#view = this.#bytes.toString("latin1");
  }

  next(): boolean {
    this.#at += WIDTH;
    return ++this.row < this.piece.rows;
  }

  /** A number that every row has. */
  number(name: PackedNumber): number {
    return this.piece.numbers[this.#at + NUMBER[name]]!;
  }

  /** The line (or sheet row) of the file, 1-based. */
  get line(): number {
    return this.linesBefore + 1 + this.number("line");
  }

  /** Ten-thousandths or null. */
  get amount(): number | null {
    const amount = this.number("amount");
    return Number.isNaN(amount) ? null : amount;
  }

  /** Place of a word in `piece.words`: 0 is the empty one. */
  wordNumber(name: PackedWord): number {
    return this.piece.numbers[this.#at + WORD[name]]!;
  }

  word(name: PackedWord): string {
    return this.piece.words[this.wordNumber(name)]!;
  }

  get name(): string {
    return this.#text(this.row * SPANS);
  }

  #text(span: number): string {
    const { spans } = this.piece;
    const start = spans[span]!;
    const coded = spans[span + 1]!;
    const end = start + (coded >>> 1);
    return coded & 1 ? this.#bytes.toString("utf8", start, end) : this.#view.substring(start, end);
  }

  /** Writes the row's columns into `stored`, in the order of STORED_COLUMNS; asked once a row, of imported rows. */
  putStored(stored: Cell[]): void {
    const { numbers, words, spans } = this.piece;
    let to = FROM_PIECE;
    let at = this.#at + RECORD_NUMBERS.length;
    for (let i = 0; i < LINE_NUMBERS.length; i++) {
      const value = numbers[at++]!;
      stored[to++] = Number.isNaN(value) ? null : value;
    }
    at += RECORD_WORDS.length;
    for (let i = 0; i < LINE_WORDS.length; i++) {
      const word = numbers[at++]!;
      stored[to++] = word === 0 ? null : words[word]!;
    }
    let span = this.row * SPANS;
    for (let i = 0; i < TEXTS; i++, span += 2)
      stored[to++] = spans[span + 1]! > 0 ? this.#text(span) : i < NEVER_NULL ? "" : null;
    const start = spans[span]!;
    moveLine(this.#dataView, start, this.linesBefore + 1);
    stored[to] = this.#bytes.subarray(start, start + spans[span + 1]!);
  }

  /** The row as a register line, in the order of REGISTER_COLUMNS; what the writing thread knows alone is null. */
  registerLine(): RegisterCell[] {
    const stored: Cell[] = STORED_COLUMNS.map(() => null);
    this.putStored(stored);
    const details = unpackDetails(stored.at(-1) as Uint8Array);
    const line: RegisterCell[] = REGISTER_COLUMNS.map(() => null);
    for (let i = FROM_PIECE; i < STORED_COLUMNS.length - 1; i++)
      line[AT[STORED_COLUMNS[i] as RegisterColumn]] = stored[i] as RegisterCell;
    for (const [index, name] of DETAILS.entries()) line[AT[name]] = details[index]!;
    return line;
  }

  /** The next issue of the row, or null; rows are asked in order. */
  nextIssue(): PackedIssue | null {
    const { issues } = this.piece;
    while (this.#issue < issues.length && issues[this.#issue]!.row < this.row) this.#issue++;
    return issues[this.#issue]?.row === this.row ? issues[this.#issue++]! : null;
  }
}
