/**
 * Reads the container of a pack: a ZIP as `pack-writer.server.ts` writes it, and nothing else. Every field that carries nothing
 * has one value it may have, files lie one behind the other without a gap, and sizes are known before anything is unpacked: so a
 * changed byte shows also where no hash covers it, and a hostile file is refused before it costs anything.
 */
import { Crc32 } from "./crc32";
import { PackRefusal } from "./refusal";

/** A file of which any part can be read. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Unpacks raw deflate (RFC 1951). Throws when it is none, ends early, or has bytes behind its end. */
export type Inflate = (compressed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
  readonly flags: number;
  readonly method: number;
  /** Of its local header. */
  readonly offset: number;
}

/** A larger file would need ZIP64, which a pack is not. */
export const MOST_PACK_BYTES = 2 ** 32 - 2;
const MOST_FILES = 500;
const MOST_NAME = 120;
/** What a pack may unpack to: this, or so many times its own size. */
const ALWAYS_UNPACKED = 2 ** 28;
const MOST_TIMES = 200;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 16;

/** Unix, version 6.3 of the specification; needs version 2.0. */
const MADE_BY = 0x033f;
const NEEDS = 20;
/** Names are UTF-8; and sizes stand behind the file. */
const FLAGS = { known: 0x0800, behind: 0x0808 } as const;
/** 1 January 1980, midnight: the day of a pack stands in its manifest. */
const DATE = 0x21;
const TIME = 0;
const METHODS = { stored: 0, deflated: 8 } as const;
/** A plain file that its owner may write and everybody read. */
const PLAIN_FILE = (0o100644 << 16) >>> 0;
const FILE_TYPE = 0o170000;
const SYMLINK = 0o120000;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}$/u;

const CHUNK = 1 << 16;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const endOf = (entry: ZipEntry): number =>
  entry.offset +
  LOCAL_BYTES +
  entry.name.length +
  entry.packedSize +
  (entry.flags === FLAGS.behind ? DESCRIPTOR_BYTES : 0);

/** The files of a pack in their order. @throws PackRefusal */
export async function readEntries(source: ByteSource): Promise<ZipEntry[]> {
  if (source.size > MOST_PACK_BYTES) throw new PackRefusal("too-large");
  if (source.size < END_BYTES) throw new PackRefusal("not-a-pack");
  const end = viewOf(await source.read(source.size - END_BYTES, END_BYTES));
  if (end.getUint32(0, true) !== END) throw new PackRefusal((await startsAsZip(source)) ? "trailing" : "not-a-pack");
  const count = end.getUint16(10, true);
  const size = end.getUint32(12, true);
  const offset = end.getUint32(16, true);
  if (end.getUint32(4, true) !== 0 || end.getUint16(8, true) !== count || end.getUint16(20, true) !== 0)
    throw new PackRefusal("entry");
  if (count > MOST_FILES) throw new PackRefusal("too-many-files");
  if (offset + size !== source.size - END_BYTES || size > count * (CENTRAL_BYTES + MOST_NAME))
    throw new PackRefusal("gap");
  const directory = await source.read(offset, size);
  const entries = entriesIn(directory, count);
  checkPlaces(entries, offset);
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > Math.max(ALWAYS_UNPACKED, MOST_TIMES * source.size)) throw new PackRefusal("bomb");
  return entries;
}

const startsAsZip = async (source: ByteSource): Promise<boolean> =>
  viewOf(await source.read(0, 4)).getUint32(0, true) === LOCAL;

function entriesIn(directory: Uint8Array, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + CENTRAL_BYTES > directory.length) throw new PackRefusal("entry");
    const view = viewOf(directory.subarray(at, at + CENTRAL_BYTES));
    const nameLength = view.getUint16(28, true);
    if (view.getUint32(0, true) !== CENTRAL || at + CENTRAL_BYTES + nameLength > directory.length)
      throw new PackRefusal("entry");
    const name = String.fromCharCode(...directory.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength));
    if (nameLength > MOST_NAME || !NAME.test(name)) throw new PackRefusal("name");
    // Some systems take two names that differ in capitals for one.
    if (names.has(name.toLowerCase())) throw new PackRefusal("twice", name);
    names.add(name.toLowerCase());
    entries.push(entryOf(view, name));
    at += CENTRAL_BYTES + nameLength;
  }
  if (at !== directory.length) throw new PackRefusal("gap");
  return entries;
}

function entryOf(view: DataView, name: string): ZipEntry {
  const [flags, method] = [view.getUint16(8, true), view.getUint16(10, true)];
  const attributes = view.getUint32(38, true);
  if (((attributes >>> 16) & FILE_TYPE) === SYMLINK) throw new PackRefusal("link", name);
  const isAsWritten =
    view.getUint16(4, true) === MADE_BY &&
    view.getUint16(6, true) === NEEDS &&
    (flags === FLAGS.known || flags === FLAGS.behind) &&
    (method === METHODS.stored || method === METHODS.deflated) &&
    view.getUint16(12, true) === TIME &&
    view.getUint16(14, true) === DATE &&
    // Extra field, comment, disk, internal attributes.
    view.getUint16(30, true) === 0 &&
    view.getUint32(32, true) === 0 &&
    view.getUint16(36, true) === 0 &&
    attributes === PLAIN_FILE;
  const [packedSize, size] = [view.getUint32(20, true), view.getUint32(24, true)];
  if (!isAsWritten || (method === METHODS.stored && packedSize !== size)) throw new PackRefusal("entry", name);
  return {
    name,
    size,
    packedSize,
    crc: view.getUint32(16, true),
    flags,
    method,
    offset: view.getUint32(42, true),
  };
}

/** One behind the other, from the first byte to the directory. */
function checkPlaces(entries: readonly ZipEntry[], directoryAt: number): void {
  let at = 0;
  for (const entry of entries) {
    if (entry.offset !== at) throw new PackRefusal("gap", entry.name);
    at = endOf(entry);
  }
  if (at !== directoryAt) throw new PackRefusal("gap");
}

/** What stands before and behind the file must say what the directory says. @throws PackRefusal `entry` */
async function checkFrame(source: ByteSource, entry: ZipEntry): Promise<void> {
  const { name, size, packedSize, crc, flags, method, offset } = entry;
  const header = await source.read(offset, LOCAL_BYTES + name.length);
  const view = viewOf(header);
  const isBehind = flags === FLAGS.behind;
  const sameAs =
    view.getUint32(0, true) === LOCAL &&
    view.getUint16(4, true) === NEEDS &&
    view.getUint16(6, true) === flags &&
    view.getUint16(8, true) === method &&
    view.getUint16(10, true) === TIME &&
    view.getUint16(12, true) === DATE &&
    view.getUint32(14, true) === (isBehind ? 0 : crc) &&
    view.getUint32(18, true) === (isBehind ? 0 : packedSize) &&
    view.getUint32(22, true) === (isBehind ? 0 : size) &&
    view.getUint16(26, true) === name.length &&
    view.getUint16(28, true) === 0 &&
    String.fromCharCode(...header.subarray(LOCAL_BYTES)) === name;
  if (!sameAs) throw new PackRefusal("entry", name);
  if (!isBehind) return;
  const behind = viewOf(await source.read(offset + LOCAL_BYTES + name.length + packedSize, DESCRIPTOR_BYTES));
  if (
    behind.getUint32(0, true) !== DESCRIPTOR ||
    behind.getUint32(4, true) !== crc ||
    behind.getUint32(8, true) !== packedSize ||
    behind.getUint32(12, true) !== size
  )
    throw new PackRefusal("entry", name);
}

async function* packedBytes(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const from = entry.offset + LOCAL_BYTES + entry.name.length;
  for (let at = 0; at < entry.packedSize; at += CHUNK)
    yield await source.read(from + at, Math.min(CHUNK, entry.packedSize - at));
}

/** The bytes of a file, piece by piece, never more than the directory says. @throws PackRefusal */
export async function* readEntry(source: ByteSource, entry: ZipEntry, inflate: Inflate): AsyncGenerator<Uint8Array> {
  await checkFrame(source, entry);
  const packed = packedBytes(source, entry);
  const crc = new Crc32();
  let length = 0;
  try {
    for await (const bytes of entry.method === METHODS.stored ? packed : inflate(packed)) {
      length += bytes.length;
      if (length > entry.size) throw new PackRefusal("bomb", entry.name);
      crc.update(bytes);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof PackRefusal) throw error;
    throw new PackRefusal("compressed", entry.name);
  }
  if (length !== entry.size || crc.value !== entry.crc) throw new PackRefusal("compressed", entry.name);
}
