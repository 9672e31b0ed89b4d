/**
 * What no statement looks into, of a register line: packed into one column. Binding and storing 31 further columns would be a
 * tenth of an import's time (docs/decisions/0007). The layout, little-endian, version 2:
 *
 *      0  version             20  repairs (u16)              36  workers (i32, -1: null)
 *      1  four bases, 2 bits  22  inherent (i16)             40  sectorConfidence (f64, NaN: null)
 *      2  floors (u16)        24  coverageContext (i16)      48  texts: each a byte for its length in bytes, then UTF-8;
 *      4  line (u32)          26  coverageSupplier (i16)         254: the length follows as u32; 255: null
 *      8  byteOffset (f64)    28  dimCountry (i16)
 *     16  byteLength (u32)    30  dimSector (i16)
 *                             32  dimRecruitment (i16)
 *                             34  releasedScore (i16)
 *
 * i16 are hundredths, -32768 is null. A further field goes behind the last text, with a new version.
 */
export const DETAIL_NUMBERS = [
  "seatBasis",
  "placeOfWorkBasis",
  "originBasis",
  "sectorBasis",
  "floors",
  "line",
  "byteOffset",
  "byteLength",
  "repairs",
  "inherent",
  "coverageContext",
  "coverageSupplier",
  "dimCountry",
  "dimSector",
  "dimRecruitment",
  "releasedScore",
  "workers",
  "sectorConfidence",
] as const;
export const DETAIL_TEXTS = [
  "supplierNumber",
  "registrationId",
  "city",
  "region",
  "placeOfWork",
  "origin",
  "address",
  "goods",
  "product",
  "parent",
  "tier",
  "accountCode",
  "readings",
  "reasons",
] as const;
export const DETAILS = [...DETAIL_NUMBERS, ...DETAIL_TEXTS] as const;
export type Detail = (typeof DETAILS)[number];

/** The details of one line. Numbers to a hundredth of a point; codes are in `codes.ts`. */
export interface Details {
  readonly seatBasis: number;
  readonly placeOfWorkBasis: number;
  readonly originBasis: number;
  readonly sectorBasis: number;
  readonly sectorConfidence: number | null;
  readonly supplierNumber: string | null;
  readonly registrationId: string | null;
  readonly city: string | null;
  /** ISO 3166-2 where the method needs it. */
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly placeOfWork: string | null;
  readonly origin: string | null;
  readonly address: string | null;
  /** Names in the goods reference table, joined by "|". */
  readonly goods: string | null;
  readonly product: string | null;
  readonly parent: string | null;
  readonly tier: string | null;
  readonly accountCode: string | null;
  readonly workers: number | null;
  /** The recruitment and workforce facts as a short text, see `stored-readings.ts`. */
  readonly readings: string | null;
  readonly inherent: number | null;
  readonly coverageContext: number | null;
  readonly coverageSupplier: number | null;
  readonly dimCountry: number | null;
  readonly dimSector: number | null;
  readonly dimRecruitment: number | null;
  /** Beside the score of a derived model that of the released one it stands on. */
  readonly releasedScore: number | null;
  /** One bit a floor, as the model numbers them. */
  readonly floors: number;
  /** Codes of the top three reasons (places in the engine's `REASON_KEYS`, from 1), joined by "|". */
  readonly reasons: string | null;
  /** The supplier's first record: line (or sheet row), and where it lies in the kept file. */
  readonly line: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  /** Repairs made to its records. */
  readonly repairs: number;
}

type Value = string | number | null;
export type DetailValues = readonly Value[];

const VERSION = 2;
export const TEXTS_AT = 48;
const LINE_AT = 4;
const HUNDREDTHS_AT = 22;
const FIRST_HUNDREDTH = DETAIL_NUMBERS.indexOf("inherent");
const LAST_HUNDREDTH = DETAIL_NUMBERS.indexOf("releasedScore");
const NO_HUNDREDTHS = -32_768;
const LONG = 254;
const NO_TEXT = 255;
const MOST_REPAIRS = 65_535;

/** Most bytes that details with these texts can take. */
export const roomFor = (characters: number): number => TEXTS_AT + DETAIL_TEXTS.length * 5 + characters * 3;

/**
 * Writes the numbers of a line; its texts follow at `at + TEXTS_AT`.
 * @param places where each of DETAIL_NUMBERS stands in `line`.
 */
export function putNumbers(out: DataView, at: number, line: DetailValues, places: Int32Array): void {
  const number = (index: number) => line[places[index]!] as number | null;
  out.setUint8(at, VERSION);
  out.setUint8(at + 1, number(0)! | (number(1)! << 2) | (number(2)! << 4) | (number(3)! << 6));
  out.setUint16(at + 2, number(4)!, true);
  out.setUint32(at + LINE_AT, number(5)!, true);
  out.setFloat64(at + 8, number(6)!, true);
  out.setUint32(at + 16, number(7)!, true);
  out.setUint16(at + 20, Math.min(MOST_REPAIRS, number(8)!), true);
  for (let index = FIRST_HUNDREDTH; index <= LAST_HUNDREDTH; index++) {
    const value = number(index);
    const stored = value === null ? NO_HUNDREDTHS : Math.round(value * 100);
    out.setInt16(at + HUNDREDTHS_AT + 2 * (index - FIRST_HUNDREDTH), stored, true);
  }
  out.setInt32(at + 36, number(16) ?? -1, true);
  out.setFloat64(at + 40, number(17) ?? NaN, true);
}

/** Writes the length of a text (null: none) at `at`; answers where its bytes go. */
export function putLength(out: DataView, at: number, bytes: number | null): number {
  if (bytes === null || bytes < LONG) {
    out.setUint8(at, bytes ?? NO_TEXT);
    return at + 1;
  }
  out.setUint8(at, LONG);
  out.setUint32(at + 1, bytes, true);
  return at + 5;
}

/** Adds to the line number of packed details: a piece of a file does not know how many lines stand before it. */
export function moveLine(details: DataView, at: number, lines: number): void {
  details.setUint32(at + LINE_AT, details.getUint32(at + LINE_AT, true) + lines, true);
}

const IN_ORDER = Int32Array.from(DETAIL_NUMBERS, (_, index) => index);

/** Packs details given in the order of DETAILS. */
export function packDetails(values: DetailValues): Buffer {
  const texts = values.slice(DETAIL_NUMBERS.length) as (string | null)[];
  const bytes = Buffer.alloc(roomFor(texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  putNumbers(view, 0, values, IN_ORDER);
  let at = TEXTS_AT;
  for (const text of texts) {
    at = putLength(view, at, text === null ? null : Buffer.byteLength(text));
    if (text !== null) at += bytes.write(text, at);
  }
  return bytes.subarray(0, at);
}

/** The details named in `wanted` (a bit each, in the order of DETAILS), the others left undefined. */
export function unpackDetails(bytes: Uint8Array, wanted = -1): (Value | undefined)[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] !== VERSION) throw new Error(`Register details of version ${buffer[0]} cannot be read`);
  const hundredths = (index: number) => {
    const stored = buffer.readInt16LE(HUNDREDTHS_AT + 2 * (index - FIRST_HUNDREDTH));
    return stored === NO_HUNDREDTHS ? null : stored / 100;
  };
  const bases = buffer[1]!;
  const workers = buffer.readInt32LE(36);
  const confidence = buffer.readDoubleLE(40);
  const values: (Value | undefined)[] = [
    bases & 3,
    (bases >> 2) & 3,
    (bases >> 4) & 3,
    bases >> 6,
    buffer.readUInt16LE(2),
    buffer.readUInt32LE(LINE_AT),
    buffer.readDoubleLE(8),
    buffer.readUInt32LE(16),
    buffer.readUInt16LE(20),
  ];
  for (let index = FIRST_HUNDREDTH; index <= LAST_HUNDREDTH; index++) values.push(hundredths(index));
  values.push(workers < 0 ? null : workers, Number.isNaN(confidence) ? null : confidence);
  let at = TEXTS_AT;
  for (let index = 0; index < DETAIL_TEXTS.length; index++) {
    let length = buffer[at]!;
    at += 1;
    if (length === NO_TEXT) {
      values.push(null);
      continue;
    }
    if (length === LONG) {
      length = buffer.readUInt32LE(at);
      at += 4;
    }
    const isWanted = (wanted & (1 << (DETAIL_NUMBERS.length + index))) !== 0;
    values.push(isWanted ? buffer.toString("utf8", at, at + length) : undefined);
    at += length;
  }
  return values;
}

/** All details of a line by name. */
export function detailsOf(bytes: Uint8Array): Details {
  const values = unpackDetails(bytes);
  return Object.fromEntries(DETAILS.map((name, index) => [name, values[index]])) as unknown as Details;
}

/** Reads some of the details by name. */
export function detailReader<Name extends Detail>(names: readonly Name[]): (bytes: Uint8Array) => Pick<Details, Name> {
  const places = names.map((name) => DETAILS.indexOf(name));
  const wanted = places.reduce((bits, place) => bits | (1 << place), 0);
  return (bytes) => {
    const values = unpackDetails(bytes, wanted);
    return Object.fromEntries(names.map((name, index) => [name, values[places[index]!]])) as unknown as Pick<
      Details,
      Name
    >;
  };
}
