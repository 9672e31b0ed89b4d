/** The verifier with what a browser gives it: Node.js has the same streams, blobs and Web Crypto. */
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOCUMENTS, LISTS, SIGNATURE } from "../../app/pack/format";
import { BROWSER_TOOLS, inflate, sourceOfFile } from "../../app/pack/page/browser-tools";
import { verifyFile } from "../../app/pack/page/worker";
import { aFolder } from "../builders";
import { aKey, check, resealed, smallPack, withJson, withRows, zipped, type PackFiles } from "./small-pack";

const folder = aFolder();
const key = aKey();
let pack: PackFiles;
beforeAll(async () => {
  pack = await smallPack(folder.path, key);
});
afterAll(folder.remove);

const nothing = () => {};
const blobOf = async (files: PackFiles): Promise<Blob> => new Blob([Uint8Array.from(await zipped(files))]);
const verify = async (files: PackFiles, fingerprint: string | null = null) =>
  verifyFile({ file: await blobOf(files), fingerprint }, nothing);

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function unpacked(compressed: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of inflate(compressed)) all.push(piece);
  return Buffer.concat(all);
}

describe("a pack verified as in a browser", () => {
  test("gives the very answer the command line gives: intact, for the right key, another, and none", async () => {
    for (const fingerprint of [null, key.fingerprint, aKey().fingerprint])
      expect(await verify(pack, fingerprint)).toEqual({ kind: "checked", check: await check(pack, fingerprint) });
  });

  test("gives the same places where it was changed", async () => {
    const changed: PackFiles[] = [
      withRows(pack, LISTS.suppliers, (rows) => rows.with(4, rows[4]!.replace("Mill 5", "Mill 6"))),
      withRows(pack, LISTS.records, (rows) => rows.toSpliced(1001, 1)),
      new Map(pack).set(DOCUMENTS.readMe, Buffer.from("read this\n")),
      withJson<{ signature: string }>(pack, SIGNATURE, (one) => void (one.signature = "0".repeat(128))),
      resealed(
        withJson<{ name: string }>(pack, DOCUMENTS.model, (model) => void (model.name = "Another")),
        key,
      ),
    ];
    for (const files of changed) {
      const told = await check(files);
      expect(told.isIntact).toBe(false);
      expect(await verify(files)).toEqual({ kind: "checked", check: told });
    }
  });

  test("is refused with the reason when it is none, or was cut off", async () => {
    const zip = await zipped(pack);
    const of = (bytes: Uint8Array<ArrayBuffer>) => verifyFile({ file: new Blob([bytes]), fingerprint: null }, nothing);
    expect(await of(new TextEncoder().encode("a list of suppliers, not a pack"))).toEqual({
      kind: "refused",
      code: "not-a-pack",
      file: "",
    });
    expect(await of(Uint8Array.from(zip.subarray(0, -1)))).toMatchObject({ kind: "refused", code: "trailing" });
  });

  test("says how far it is, up to the whole file and never past it", async () => {
    const file = await blobOf(pack);
    const told: [number, number][] = [];
    await verifyFile({ file, fingerprint: null }, (done, total) => void told.push([done, total]));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(([done, total]) => done <= total && total === file.size)).toBe(true);
  });

  test("that cannot be read any more is not called broken", async () => {
    const file = await blobOf(pack);
    file.slice = () => {
      throw new Error("NotReadableError");
    };
    expect(await verifyFile({ file, fingerprint: null }, nothing)).toEqual({ kind: "unreadable" });
  });
});

describe("unpacking with the browser's own stream", () => {
  const text = Buffer.from("supplier,country\n".repeat(20_000));
  const packed = deflateRawSync(text);

  test("gives the same bytes however they come in", async () => {
    for (const length of [1, 7, 1 << 16]) expect((await unpacked(pieces(packed, length))).equals(text)).toBe(true);
  });

  test("fails where the bytes end early, are none, or cannot be read", async () => {
    await expect(unpacked(pieces(packed.subarray(0, -3), 50))).rejects.toThrow();
    await expect(unpacked(pieces(Buffer.from("not deflate at all"), 50))).rejects.toThrow();
    async function* breaks(): AsyncGenerator<Uint8Array> {
      yield packed.subarray(0, 20);
      throw new Error("the disk is gone");
    }
    await expect(unpacked(breaks())).rejects.toThrow("the disk is gone");
  });

  test("stops when nobody wants more", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (const piece of Array.from({ length: 1000 }, () => deflateRawSync(Buffer.alloc(1 << 16), { level: 0 }))) {
        given += 1;
        yield piece.subarray(0, -5);
      }
    }
    for await (const _piece of inflate(endless())) break;
    expect(given).toBeLessThan(1000);
  });
});

test("a file is read in parts, counted, and not past its end", async () => {
  let read = 0;
  const source = sourceOfFile(new Blob(["0123456789"]), (bytes) => (read += bytes));
  expect(Buffer.from(await source.read(3, 4)).toString()).toBe("3456");
  expect({ read, size: source.size, hasFailed: source.hasFailed }).toEqual({ read: 4, size: 10, hasFailed: false });
  await expect(source.read(8, 4)).rejects.toThrow("ended after 10 bytes");
  expect(source.hasFailed).toBe(true);
});

test("a signature that is none, and a key that is none, are wrong and no fault of the program", async () => {
  const message = new TextEncoder().encode("manifest");
  const signature = key.sign(Buffer.from(message));
  const right = (publicKey: Uint8Array, signed: Uint8Array) =>
    BROWSER_TOOLS.verifySignature(publicKey, message, signed);
  expect(await right(key.publicKey, signature)).toBe(true);
  expect(await right(aKey().publicKey, signature)).toBe(false);
  expect(await right(new Uint8Array(31), signature)).toBe(false);
  expect(await right(key.publicKey, signature.subarray(1))).toBe(false);
});
