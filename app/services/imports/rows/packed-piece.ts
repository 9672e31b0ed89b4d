/**
 * Checked, resolved and scored records of one piece of a file, as flat arrays: what one thread makes of the bytes and
 * another one writes. Numbers stand in one array, texts as bytes one behind the other in another, words that come again and
 * again once in a list. An object for each record would cost as much to hand over as to write, and what waits for being
 * handed over would be looked at by each collection of garbage.
 */
import { Buffer } from "node:buffer";
import type { Cell } from "../../../../db/bulk/bulk";
import type { SummaryTally } from "../../../../db/summary/tally";
import { DETAILS, moveLine, unpackDetails } from "../../../../db/schema/register-details";
import type { RowIssue } from "../../../imports/types";
import { AT, REGISTER_COLUMNS, type RegisterCell, type RegisterColumn } from "../../scoring/register-line";

/** Numbers of a record that are not columns of its register line. */
export const RECORD_NUMBERS = [
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
export const LINE_NUMBERS = [
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
/**
 * Words of a record that are not columns of its register line. `sector` is a packed sector, see `sectorText`; those from
 * `reason` on say what was understood of a row, see packed-understanding.ts. `reason`: why it was set aside. `guess`: ISIC as
 * read without any decision.
 */
export const RECORD_WORDS = [
  "currency",
  "date",
  "sector",
  "reason",
  "group",
  "guess",
  "decided",
  "countryText",
  "sectorText",
  "currencyText",
] as const;
/** Columns with few different values. */
export const LINE_WORDS = ["seat", "isic"] as const satisfies readonly RegisterColumn[];
/** Columns whose values seldom come again; an empty one is a text, not null. */
export const LINE_TEXTS = ["name", "nameKey"] as const satisfies readonly RegisterColumn[];

export type PackedNumber = (typeof RECORD_NUMBERS)[number] | (typeof LINE_NUMBERS)[number];
export type PackedWord = (typeof RECORD_WORDS)[number] | (typeof LINE_WORDS)[number];

/** The columns of a register line as the piece gives them, with those that the writing thread knows alone. `rowCount` is 1. */
export const STORED_COLUMNS = [
  "key",
  "supplierNo",
  "amounts",
  "spendMain",
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
/** Where numbers and words stand in a row. Named outright where they are used: looked up by name, each costs as much as what is done with it. */
export const NUMBER = places(NUMBERS);
export const WORD = places(WORDS, NUMBERS.length);
/** Numbers a record takes: its own, and one for each word. */
export const WIDTH = NUMBERS.length + WORDS.length;
export const TEXTS = LINE_TEXTS.length;
/** Spans of a record: its texts, then its details. */
export const SPANS = (TEXTS + 1) * 2;

/** Bytes of a piece made a text at once: few, for large texts are dear to make and to throw away. */
const VIEW_BYTES = 1 << 15;

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
  /** The list states the sector by a code, or a decision says what its text means. */
  sectorKnown: 1024,
} as const;

export interface PackedIssue extends RowIssue {
  /** 0-based among the packed rows of the piece. */
  readonly row: number;
}

/** The arrays of a piece; they may be longer than it needs, and are used again when it was read. */
export interface PieceBuffers {
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Two numbers a text: where it starts in `bytes`, and twice its length in bytes, one more when it is not ASCII. */
  readonly spans: Uint32Array<ArrayBuffer>;
  /** UTF-8, and packed details. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PackedPiece extends PieceBuffers {
  /** Bytes from the start of the file: of the first record, and of the first one behind the piece. */
  readonly start: number;
  readonly end: number;
  /** Records read, blank lines among them. */
  readonly records: number;
  /** Lines from the first record to `end`. */
  readonly lines: number;
  /** Packed rows: records that are not blank lines. */
  readonly rows: number;
  /** Bytes of `bytes` in use. */
  readonly used: number;
  readonly words: readonly string[];
  readonly issues: readonly PackedIssue[];
}

/** A number that is asked for once for each word of a piece. */
class NumberOfWord {
  readonly #numbers: Int32Array;

  constructor(readonly words: readonly string[]) {
    this.#numbers = new Int32Array(words.length).fill(-1);
  }

  /** @param word its place; 0 is no word. */
  of(word: number, ask: (word: string | null) => number): number {
    const known = this.#numbers[word]!;
    return known >= 0 ? known : (this.#numbers[word] = ask(word === 0 ? null : this.words[word]!));
  }
}

/** Reads a piece row after row: `next()` goes on to the first one and to each further one. */
export class PieceReader {
  row = -1;
  #at = -WIDTH;
  #issue = 0;
  readonly #bytes: Buffer;
  readonly #dataView: DataView;
  /** Bytes of the piece from `#viewStart` on, one character each: what is ASCII is cut out of it. */
  #view = "";
  #viewStart = 0;
  readonly #seats: NumberOfWord;
  readonly #sectors: NumberOfWord;

  /** @param linesBefore lines of the file before the piece. */
  constructor(
    readonly piece: PackedPiece,
    readonly linesBefore: number,
  ) {
    const { buffer, byteOffset } = piece.bytes;
    this.#bytes = Buffer.from(buffer, byteOffset, piece.used);
    this.#dataView = new DataView(buffer, byteOffset, piece.used);
    this.#seats = new NumberOfWord(piece.words);
    this.#sectors = new NumberOfWord(piece.words);
  }

  next(): boolean {
    this.#at += WIDTH;
    return ++this.row < this.piece.rows;
  }

  /** A number that every row has; `place` is one of NUMBER. */
  number(place: number): number {
    return this.piece.numbers[this.#at + place]!;
  }

  /** The line (or sheet row) of the file, 1-based. */
  get line(): number {
    return this.linesBefore + 1 + this.number(NUMBER.line);
  }

  /** Ten-thousandths or null. */
  get amount(): number | null {
    const amount = this.number(NUMBER.amount);
    return Number.isNaN(amount) ? null : amount;
  }

  /** Place in `piece.words` of a word of the row: 0 is the empty one; `place` is one of WORD. */
  wordNumber(place: number): number {
    return this.piece.numbers[this.#at + place]!;
  }

  word(place: number): string {
    return this.piece.words[this.wordNumber(place)]!;
  }

  get name(): string {
    return this.#text(this.row * SPANS);
  }

  get nameKey(): string {
    return this.#text(this.row * SPANS + 2);
  }

  #text(span: number): string {
    const { spans } = this.piece;
    const start = spans[span]!;
    const coded = spans[span + 1]!;
    const end = start + (coded >>> 1);
    if (coded & 1) return this.#bytes.toString("utf8", start, end);
    const from = start - this.#viewStart;
    if (from >= 0 && end - this.#viewStart <= this.#view.length) return this.#view.substring(from, from + end - start);
    this.#viewStart = start;
    this.#view = this.#bytes.toString("latin1", start, Math.max(end, start + VIEW_BYTES));
    return this.#view.substring(0, end - start);
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
    for (let i = 0; i < TEXTS; i++, span += 2) stored[to++] = spans[span + 1]! > 0 ? this.#text(span) : "";
    const start = spans[span]!;
    moveLine(this.#dataView, start, this.linesBefore + 1);
    stored[to] = this.#bytes.subarray(start, start + spans[span + 1]!);
  }

  /** Counts the row's register line; the rows of a piece are counted in one tally. */
  tallyInto(tally: SummaryTally): void {
    const band = this.number(NUMBER.band);
    tally.addNumbered(
      this.number(NUMBER.level),
      Number.isNaN(band) ? null : band,
      this.number(NUMBER.role),
      this.#seats.of(this.wordNumber(WORD.seat), (seat) => tally.seatNumber(seat)),
      this.#sectors.of(this.wordNumber(WORD.isic), (isic) => tally.sectorNumber(isic)),
    );
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
