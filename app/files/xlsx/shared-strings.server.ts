import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { Readable } from "node:stream";
import { parseXml } from "./parse-xml.server";
import { cellTextFromXml } from "./xml-text";

/** Strings of a workbook by number. */
export interface SharedStrings {
  /** "" for a number that does not exist. */
  get(index: number): string;
  close(): void;
}

/** Characters kept in memory before the strings go to disk. */
const MEMORY_CHARACTERS = 4_000_000;
/** Strings that are read from disk together. */
const BLOCK = 256;
/** Bytes of blocks kept in memory. */
const CACHE_BYTES = 8_000_000;
const WRITE_BYTES = 1 << 18;
/** Characters of one string that are kept. */
const LONGEST = 1 << 20;

/**
 * Reads the shared strings part. Beyond `memoryCharacters` the strings are kept in `spillPath`, in blocks, the blocks used
 * last in memory: a sheet asks for its strings roughly in the order in which they stand.
 */
export async function readSharedStrings(
  stream: Readable,
  spillPath: string,
  memoryCharacters = MEMORY_CHARACTERS,
): Promise<SharedStrings> {
  const inMemory: string[] = [];
  let characters = 0;
  let spilled: SpilledStrings | null = null;
  const keep = (text: string) => {
    if (spilled) return spilled.add(text);
    // A copy: a slice would hold on to the piece of XML that it was cut from.
    inMemory.push(text.length > 12 ? Buffer.from(text, "utf8").toString("utf8") : text);
    characters += text.length + 24;
    if (characters > memoryCharacters) {
      spilled = new SpilledStrings(spillPath);
      for (const each of inMemory) spilled.add(each);
      inMemory.length = 0;
    }
  };

  let text = "";
  let inText = false;
  let phonetic = 0;
  try {
    await parseXml(stream, {
      open(name) {
        if (name === "si") text = "";
        else if (name === "rPh") phonetic++;
        else if (name === "t") inText = phonetic === 0;
      },
      close(name) {
        if (name === "si") keep(cellTextFromXml(text));
        else if (name === "rPh") phonetic--;
        else if (name === "t") inText = false;
      },
      text(piece) {
        // A text this long is refused wherever a cell uses it; until then it must not fill the memory.
        if (inText && text.length < LONGEST) text += piece;
      },
    });
    // The closure above assigns it, which the compiler does not see.
    const onDisk = spilled as SpilledStrings | null;
    if (onDisk) {
      onDisk.complete();
      return onDisk;
    }
  } catch (error) {
    (spilled as SpilledStrings | null)?.close();
    throw error;
  }
  return { get: (index) => inMemory[index] ?? "", close: () => undefined };
}

class SpilledStrings implements SharedStrings {
  private readonly fd: number;
  private blockOffsets: number[] = [0];
  private lengths = new Uint32Array(1 << 16);
  private count = 0;
  private bytes = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private readonly cache = new Map<number, { strings: string[]; bytes: number }>();
  private cachedBytes = 0;
  private lastBlock = -1;
  private lastStrings: string[] = [];

  constructor(private readonly path: string) {
    this.fd = openSync(path, "w+");
  }

  add(text: string): void {
    const encoded = Buffer.from(text, "utf8");
    if (this.count === this.lengths.length) {
      const larger = new Uint32Array(this.count * 2);
      larger.set(this.lengths);
      this.lengths = larger;
    }
    this.lengths[this.count++] = encoded.length;
    this.bytes += encoded.length;
    if (this.count % BLOCK === 0) this.blockOffsets.push(this.bytes);
    this.waiting.push(encoded);
    this.waitingBytes += encoded.length;
    if (this.waitingBytes >= WRITE_BYTES) this.flush();
  }

  private flush(): void {
    const piece = Buffer.concat(this.waiting);
    for (let at = 0; at < piece.length;) at += writeSync(this.fd, piece, at);
    this.waiting = [];
    this.waitingBytes = 0;
  }

  complete(): void {
    this.flush();
    this.blockOffsets.push(this.bytes);
  }

  get(index: number): string {
    const block = Math.floor(index / BLOCK);
    if (block !== this.lastBlock) {
      if (!(index >= 0 && index < this.count)) return "";
      this.lastStrings = this.block(block);
      this.lastBlock = block;
    }
    return this.lastStrings[index % BLOCK] ?? "";
  }

  private block(block: number): string[] {
    const cached = this.cache.get(block);
    if (cached) {
      this.cache.delete(block);
      this.cache.set(block, cached);
      return cached.strings;
    }
    const start = this.blockOffsets[block]!;
    const bytes = Buffer.allocUnsafe(this.blockOffsets[block + 1]! - start);
    for (let have = 0; have < bytes.length;) {
      const got = readSync(this.fd, bytes, have, bytes.length - have, start + have);
      if (got === 0) throw new Error("The spilled strings of a workbook were cut short.");
      have += got;
    }
    const strings: string[] = [];
    let at = 0;
    for (let i = block * BLOCK; i < Math.min(this.count, (block + 1) * BLOCK); i++) {
      strings.push(bytes.toString("utf8", at, (at += this.lengths[i]!)));
    }
    this.cache.set(block, { strings, bytes: bytes.length });
    this.cachedBytes += bytes.length;
    for (const [oldest, { bytes: size }] of this.cache) {
      if (this.cachedBytes <= CACHE_BYTES || oldest === block) break;
      this.cache.delete(oldest);
      this.cachedBytes -= size;
    }
    return strings;
  }

  close(): void {
    closeSync(this.fd);
    rmSync(this.path, { force: true });
  }
}
