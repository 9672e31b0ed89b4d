import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, fromHex, HASH_BYTES, hex } from "./hashing";
import { BLOCK_ROWS, blockRoots, HashList, leafHash, treeRoot } from "./merkle";
import { plainSha256 } from "./sha256";

const nodeSha256 = () => createHash("sha256");

const leavesOf = (rows: readonly Uint8Array[]): Uint8Array => {
  const list = new HashList();
  for (const row of rows) list.add(leafHash(nodeSha256, row));
  return list.bytes;
};
const rootOf = (rows: readonly Uint8Array[]) => hex(treeRoot(nodeSha256, leavesOf(rows)));

describe("the tree over rows", () => {
  // The inputs and roots that implementations of RFC 6962 are tested with.
  const rows = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
    (text) => fromHex(text)!,
  );
  test.each([
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ])("of the first %i published inputs has the published root", (count, root) => {
    expect(rootOf(rows.slice(0, count))).toBe(root);
  });

  const someRows = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 40 });

  test("changes its root when a row is changed, taken away, put in or swapped with another", () => {
    fc.assert(
      fc.property(someRows, fc.nat(), fc.nat(), fc.uint8Array({ minLength: 41, maxLength: 50 }), (all, a, b, other) => {
        const [at, to] = [a % all.length, b % all.length];
        const before = rootOf(all);
        expect(rootOf(all.with(at, other))).not.toBe(before);
        expect(rootOf(all.toSpliced(at, 1))).not.toBe(before);
        expect(rootOf(all.toSpliced(at, 0, other))).not.toBe(before);
        if (hex(all[at]!) !== hex(all[to]!)) expect(rootOf(all.with(at, all[to]!).with(to, all[at]!))).not.toBe(before);
      }),
    );
  });

  test("takes no two hashes for a row", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        const leaves = leavesOf([a, b]);
        expect(hex(leafHash(nodeSha256, leaves))).not.toBe(hex(treeRoot(nodeSha256, leaves)));
      }),
    );
  });

  test("lies in blocks of a thousand rows, of which a change touches one", () => {
    const all = Array.from({ length: 2 * BLOCK_ROWS + 1 }, (_, n) => bytesOf(`row ${n}`));
    const before = blockRoots(nodeSha256, leavesOf(all));
    const after = blockRoots(nodeSha256, leavesOf(all.with(BLOCK_ROWS, bytesOf("another"))));
    expect(before.length).toBe(3 * HASH_BYTES);
    const block = (roots: Uint8Array, n: number) => hex(roots.slice(n * HASH_BYTES, (n + 1) * HASH_BYTES));
    expect([0, 1, 2].map((n) => block(before, n) === block(after, n))).toEqual([true, false, true]);
  });
});

test("the hash in plain JavaScript is SHA-256, however the bytes come in", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (parts) => {
      const [ours, theirs] = [plainSha256(), createHash("sha256")];
      for (const part of parts) {
        ours.update(part);
        theirs.update(part);
      }
      expect(hex(ours.digest())).toBe(theirs.digest("hex"));
    }),
  );
  const long = new Uint8Array(1_000_003).fill(97);
  const ours = plainSha256();
  ours.update(long);
  expect(hex(ours.digest())).toBe(createHash("sha256").update(long).digest("hex"));
});
