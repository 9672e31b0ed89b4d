import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { canonicalJson } from "../../../db/canonical-json";
import type { SigningKey } from "../../files/signing-key.server";
import { INDEX, leavesOf, MANIFEST, PACK_FORMAT, SIGNATURE, SIGNED_AS, STAMP, STAMP_SEAL } from "../../pack/format";
import type { Index, IndexFile, Manifest, Signature, StampSeal } from "../../pack/format";
import { bytesOf, hex } from "../../pack/hashing";
import { blockRoots, hashAt, hashCount, HashList, leafHash, treeRoot } from "../../pack/merkle";
import { sealedBytes } from "../../pack/stamp/pack-stamp";
import { MOST_PACK_BYTES } from "../../pack/zip-reader";
import { Problem } from "../../lib/problem";

/** One file of a pack: a list, row by row; a document; or bytes as they are. */
export type PackPart =
  | { readonly path: string; readonly rows: () => AsyncIterable<readonly object[]> }
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: () => AsyncIterable<Uint8Array> };

export type Described = Omit<Manifest, "format" | "index" | "timestamp">;

/** Gets a time stamp (TimeStampResp) over bytes, checked. */
export type AskStamp = (bytes: Uint8Array, madeAt: string) => Promise<Uint8Array>;

/** In local time, as the library reads it: the first moment a ZIP can name. */
const FIRST_DAY = new Date(1980, 0, 1);
const FILE = { mtime: FIRST_DAY, mode: 0o100644, forceDosTimestamp: true } as const;

const sha256 = () => createHash("sha256");

/** Bytes of one file with their number and hash, for the index. */
async function* counted(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  done: (file: IndexFile) => void,
): AsyncGenerator<Uint8Array> {
  const hash = sha256();
  let length = 0;
  for await (const piece of bytes) {
    hash.update(piece);
    length += piece.length;
    yield piece;
  }
  done({ path, bytes: length, sha256: hash.digest("hex") });
}

/** Rows as lines of canonical JSON; their hashes are added to `leaves`. */
async function* lines(pages: AsyncIterable<readonly object[]>, leaves: HashList): AsyncGenerator<Uint8Array> {
  for await (const page of pages) {
    let text = "";
    for (const row of page) {
      const line = canonicalJson(row);
      leaves.add(leafHash(sha256, bytesOf(line)));
      text += `${line}\n`;
    }
    if (text !== "") yield bytesOf(text);
    // Whoever waits for a page goes first.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

function rowsOf(leaves: HashList): NonNullable<IndexFile["rows"]> {
  const roots = blockRoots(sha256, leaves.bytes);
  return {
    count: leaves.count,
    root: hex(treeRoot(sha256, roots)),
    blocks: Array.from({ length: hashCount(roots) }, (_, at) => hex(hashAt(roots, at))),
  };
}

/**
 * Writes a pack to a file, streaming: memory grows by 32 bytes a row and no more.
 * @param askStamp null: the pack gets no time stamp
 * @throws Problem `pack.too-large`; whatever reading the rows, or asking for the stamp, throws. The file is then of no use.
 */
export async function writePack(
  target: string,
  parts: readonly PackPart[],
  described: Described,
  key: SigningKey,
  askStamp: AskStamp | null = null,
): Promise<void> {
  const zip = new yazl.ZipFile();
  const written = zip.outputStream as Readable;
  const output = Readable.from(written, { objectMode: false });
  // What reads would wait for ever for bytes that do not come.
  const fail = (error: Error) => void written.destroy(error);
  zip.on("error", fail);
  const files: IndexFile[] = [];
  const add = (
    path: string,
    bytes: () => AsyncIterable<Uint8Array>,
    done: (file: IndexFile) => void,
    compress = true,
  ) =>
    zip.addReadStreamLazy(path, { ...FILE, compress }, (give) =>
      give(null, Readable.from(counted(path, bytes(), done), { objectMode: false }).on("error", fail)),
    );
  const list = (file: IndexFile) => void files.push(file);
  for (const part of parts) {
    if ("text" in part) add(part.path, () => once(bytesOf(part.text)), list);
    else if ("bytes" in part) add(part.path, part.bytes, list);
    else {
      const leaves = new HashList();
      add(
        part.path,
        () => lines(part.rows(), leaves),
        (file) => list({ ...file, rows: rowsOf(leaves) }),
      );
      // A hash cannot be packed any smaller.
      add(leavesOf(part.path), () => once(leaves.bytes), list, false);
    }
  }
  let manifest: Manifest | null = null;
  const index = (): Uint8Array => {
    const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return bytesOf(canonicalJson({ format: PACK_FORMAT, files: sorted } satisfies Index));
  };
  const signed = (): Uint8Array => bytesOf(canonicalJson(manifest));
  const signature = (): Signature => ({
    algorithm: "Ed25519",
    publicKey: key.publicKey.toString("hex"),
    signature: key.sign(Buffer.concat([bytesOf(SIGNED_AS), signed()])).toString("hex"),
    ...(askStamp && { manifestSha256: sha256().update(signed()).digest("hex") }),
  });
  add(
    INDEX,
    () => once(index()),
    ({ bytes, sha256: hash }) =>
      (manifest = {
        ...described,
        format: PACK_FORMAT,
        index: { bytes, sha256: hash },
        ...(askStamp && { timestamp: "RFC 3161" }),
      }),
  );
  const nothing = () => undefined;
  add(MANIFEST, () => once(signed()), nothing);
  const signatureBytes = (): Uint8Array => bytesOf(canonicalJson(signature()));
  add(SIGNATURE, () => once(signatureBytes()), nothing);
  if (askStamp) {
    let stamp: Uint8Array = new Uint8Array(0);
    async function* stamping(ask: AskStamp): AsyncGenerator<Uint8Array> {
      yield (stamp = await ask(signatureBytes(), described.madeAt));
    }
    const seal = (): StampSeal => ({ signature: key.sign(sealedBytes(stamp)).toString("hex") });
    add(STAMP, () => stamping(askStamp), nothing);
    add(STAMP_SEAL, () => once(bytesOf(canonicalJson(seal()))), nothing);
  }
  zip.end();
  let bytes = 0;
  async function* limited(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > MOST_PACK_BYTES)
        throw new Problem("pack.too-large", "The pack would be larger than 4 GB. Pack a shorter list.");
      yield piece;
    }
  }
  await pipeline(output, limited, createWriteStream(target, { mode: 0o600, flush: true }));
}
