/**
 * Hash trees over the rows of a file, as RFC 6962 (section 2.1) has them: the hash of a row and the hash of two hashes begin
 * with different bytes, so that neither can stand for the other. Rows lie in blocks of a thousand, so that the place of a change
 * can be named; a file's root is the tree over its blocks.
 */
import { HASH_BYTES, hashOf, type Sha256 } from "./hashing";

/** Rows in a block; the last one of a file may have fewer. */
export const BLOCK_ROWS = 1000;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** SHA-256 of a zero byte and the row without its line break. */
export const leafHash = (sha256: Sha256, row: Uint8Array): Uint8Array => hashOf(sha256, LEAF, row);

const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array => hashOf(sha256, NODE, left, right);

/** Hash `at` of hashes that lie one behind the other. */
export const hashAt = (hashes: Uint8Array, at: number): Uint8Array =>
  hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);

export const hashCount = (hashes: Uint8Array): number => hashes.length / HASH_BYTES;

/** The largest power of two below `count`, which is 2 or more. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** Root of the tree over hashes that lie one behind the other; of none the hash of nothing, of one that one itself. */
export function treeRoot(sha256: Sha256, hashes: Uint8Array): Uint8Array {
  const root = (from: number, count: number): Uint8Array => {
    if (count === 1) return hashAt(hashes, from);
    const split = splitOf(count);
    return nodeHash(sha256, root(from, split), root(from + split, count - split));
  };
  const count = hashCount(hashes);
  return count === 0 ? hashOf(sha256) : root(0, count);
}

/** Roots of the blocks of these rows' hashes, one behind the other. */
export function blockRoots(sha256: Sha256, leaves: Uint8Array): Uint8Array {
  const blocks = Math.ceil(hashCount(leaves) / BLOCK_ROWS);
  const roots = new Uint8Array(blocks * HASH_BYTES);
  for (let block = 0; block < blocks; block++) {
    const rows = leaves.subarray(block * BLOCK_ROWS * HASH_BYTES, (block + 1) * BLOCK_ROWS * HASH_BYTES);
    roots.set(treeRoot(sha256, rows), block * HASH_BYTES);
  }
  return roots;
}

/** Hashes that come one after the other, in a buffer that grows. */
export class HashList {
  #bytes = new Uint8Array(64 * HASH_BYTES);
  #length = 0;

  add(hash: Uint8Array): void {
    if (this.#length + HASH_BYTES > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(hash, this.#length);
    this.#length += HASH_BYTES;
  }

  get count(): number {
    return this.#length / HASH_BYTES;
  }

  /** What was added so far; not to be written to. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
