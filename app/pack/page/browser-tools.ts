/** What the verifier takes from a browser. */
import { fromHex } from "../hashing";
import { plainSha256 } from "../sha256";
import type { VerifyTools } from "../verify";
import type { ByteSource, Inflate } from "../zip-reader";

/** Bytes as the types of the platform want them; a pack is never in shared memory. */
const given = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

/** Unpacks raw deflate, piece by piece. That nothing may stand behind its end is the browser's part: `canVerifyHere`. */
export const inflate: Inflate = async function* (compressed) {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const feeding = (async () => {
    try {
      for await (const bytes of compressed) await writer.write(given(bytes));
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => {});
      throw error;
    }
  })();
  // Whoever reads is told of it too, and may have stopped reading.
  feeding.catch(() => {});
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
    await feeding;
  } finally {
    await reader.cancel().catch(() => {});
  }
};

/** Throws where the browser knows no Ed25519. */
async function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", given(publicKey), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, given(signature), given(message));
}

export const BROWSER_TOOLS: VerifyTools = {
  sha256: plainSha256,
  inflate,
  verifySignature: (publicKey, message, signature) => verifyEd25519(publicKey, message, signature).catch(() => false),
};

/** The first test of RFC 8032, section 7.1: a key and its signature of nothing. */
const KNOWN = {
  publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  signature:
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
} as const;
/** Nothing, in deflate, and a byte behind its end. */
const TOO_LONG = Uint8Array.of(3, 0, 0);

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function unpacks(...pieces: readonly Uint8Array[]): Promise<boolean> {
  try {
    for await (const piece of inflate(each(pieces))) void piece;
    return true;
  } catch {
    return false;
  }
}

/** Whether this browser can do all of it, found by trying: a known signature, and a packed file that is too long. */
export async function canVerifyHere(): Promise<boolean> {
  try {
    const [key, signature] = [fromHex(KNOWN.publicKey)!, fromHex(KNOWN.signature)!];
    return (
      (await verifyEd25519(key, new Uint8Array(0), signature)) &&
      (await unpacks(TOO_LONG.subarray(0, 2))) &&
      !(await unpacks(TOO_LONG)) &&
      !(await unpacks(TOO_LONG.subarray(0, 2), TOO_LONG.subarray(2)))
    );
  } catch {
    return false;
  }
}

/** A file on the reader's machine, read where it lies. */
export interface FileSource extends ByteSource {
  /** It could not be read, or was changed since it was chosen. */
  readonly hasFailed: boolean;
}

/** @param onRead is given the number of bytes each time some were read. */
export function sourceOfFile(file: Blob, onRead: (bytes: number) => void = () => {}): FileSource {
  let hasFailed = false;
  return {
    size: file.size,
    get hasFailed() {
      return hasFailed;
    },
    async read(offset, length) {
      try {
        const bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
        if (bytes.length !== length) throw new Error(`The file ended after ${offset + bytes.length} bytes`);
        onRead(length);
        return bytes;
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    },
  };
}
