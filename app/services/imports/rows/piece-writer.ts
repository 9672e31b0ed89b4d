import { Buffer } from "node:buffer";
import {
  DETAIL_NUMBERS,
  DETAIL_TEXTS,
  putLength,
  putNumbers,
  roomFor,
  TEXTS_AT,
} from "../../../../db/schema/register-details";
import type { FieldName } from "../../../imports/fields";
import type { RecordScan } from "../../../imports/record-scan";
import type { Mapping, RowIssue } from "../../../imports/types";
import type { SectorMatch } from "../../../resolve/types";
import { AT, type RegisterCell } from "../../scoring/register-line";
import {
  LINE_NUMBERS,
  LINE_TEXTS,
  LINE_WORDS,
  RECORD_NUMBERS,
  RECORD_WORDS,
  SPANS,
  TEXTS,
  WIDTH,
  WORD,
  type PackedIssue,
  type PackedPiece,
  type PieceBuffers,
} from "./packed-piece";
import { sectorText } from "./packed-sector";

const LINE_NUMBER_AT = Int32Array.from(LINE_NUMBERS, (name) => AT[name]);
const LINE_WORD_AT = Int32Array.from(LINE_WORDS, (name) => AT[name]);
const LINE_TEXT_AT = Int32Array.from(LINE_TEXTS, (name) => AT[name]);
const DETAIL_NUMBER_AT = Int32Array.from(DETAIL_NUMBERS, (name) => AT[name]);
const DETAIL_TEXT_AT = Int32Array.from(DETAIL_TEXTS, (name) => AT[name]);
const FIRST_ROWS = 512;
const FIRST_BYTES = 1 << 18;

/** Fills the arrays of one piece, row after row. */
export class PieceWriter {
  rows = 0;
  #numbers = new Float64Array(FIRST_ROWS * WIDTH);
  #spans = new Uint32Array(FIRST_ROWS * SPANS);
  #bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #end = 0;
  readonly #spare: PieceBuffers[] = [];
  #words: string[] = [""];
  readonly #wordNumbers = new Map<string, number>();
  readonly #sectorNumbers = new Map<SectorMatch, number>();
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
    while (this.rows * WIDTH > this.#numbers.length || this.rows * SPANS > this.#spans.length) this.#grow();
    this.#at = row * WIDTH;
    this.#numbers.fill(0, this.#at, this.#at + WIDTH);
    this.#spans.fill(0, row * SPANS, this.rows * SPANS);
  }

  /** @param place one of NUMBER. */
  number(place: number, value: number | null): void {
    this.#numbers[this.#at + place] = value === null ? NaN : value;
  }

  /** @param place one of WORD. */
  word(place: number, text: string | null): void {
    this.#numbers[this.#at + place] = text === null || text === "" ? 0 : this.#wordNumber(text);
  }

  /** The row's sector; rows share these objects. */
  sector(sector: SectorMatch | null): void {
    let number = 0;
    if (sector !== null) {
      number = this.#sectorNumbers.get(sector) ?? 0;
      if (number === 0) this.#sectorNumbers.set(sector, (number = this.#wordNumber(sectorText(sector))));
    }
    this.#numbers[this.#at + WORD.sector] = number;
  }

  /** The name and its key alone: of a record that gets no register line. */
  name(name: string, nameKey: string): void {
    const span = (this.rows - 1) * SPANS;
    this.#text(span, name);
    this.#text(span + 2, nameKey);
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
      numbers: this.#numbers,
      spans: this.#spans,
      bytes: new Uint8Array(this.#bytes.buffer),
      used: this.#end,
      words: this.#words,
      issues: this.#issues,
    };
    const spare = this.#spare.pop();
    this.#numbers = spare?.numbers ?? new Float64Array(this.#numbers.length);
    this.#spans = spare?.spans ?? new Uint32Array(this.#spans.length);
    this.#useBytes(spare ? Buffer.from(spare.bytes.buffer) : Buffer.allocUnsafeSlow(this.#bytes.length));
    this.rows = 0;
    this.#end = 0;
    this.#words = [""];
    this.#wordNumbers.clear();
    this.#sectorNumbers.clear();
    this.#issues = [];
    return piece;
  }

  /** Takes back the arrays of a piece that was read, for a later one. */
  reuse(buffers: PieceBuffers): void {
    this.#spare.push(buffers);
  }

  #useBytes(bytes: Buffer<ArrayBuffer>): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
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
    this.#useBytes(larger);
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
