/** The time stamp of a pack: is it there where the manifest says so, sealed by who signed, over the signature, and whose is it? */
import type { Faults } from "../faults";
import { STAMP, STAMP_SEAL, STAMP_SEALED_AS, StampSeal, type Manifest } from "../format";
import { bytesOf, fromHex } from "../hashing";
import { parsedAs, type ReadDocument } from "../read-files";
import { checkStamp, type Stamp } from "./check-stamp";
import { isStampFault } from "./stamp-fault";

/** A time stamp that holds, and whether it is of the authority that was expected. */
export interface PackStamp extends Omit<Stamp, "nonce"> {
  /** `not-checked`: nobody said whose it should be. */
  readonly authority: "as-expected" | "not-as-expected" | "not-checked";
}

/** What stands around a stamp in its pack. */
export interface StampedPack {
  readonly manifest: Pick<Manifest, "timestamp" | "madeAt">;
  /** SHA-256 of signature.json, hex. */
  readonly signatureHash: string;
  /** Null: the pack has no such file. */
  readonly stamp: ReadDocument | null;
  readonly seal: ReadDocument | null;
}

/** Ed25519 by the key that signed the pack. */
type VerifySeal = (message: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** The bytes that are signed so that a stamp cannot be changed or exchanged. */
export const sealedBytes = (stamp: Uint8Array): Uint8Array => new Uint8Array([...bytesOf(STAMP_SEALED_AS), ...stamp]);

async function isSealed(seal: ReadDocument, stamp: ReadDocument, verifySeal: VerifySeal): Promise<boolean> {
  const signature = fromHex(parsedAs(StampSeal, seal.bytes)?.signature ?? "");
  return signature !== null && (await verifySeal(sealedBytes(stamp.bytes), signature));
}

/**
 * Notes what is wrong. @returns null when the pack has no stamp, or none that holds.
 * @param expected SHA-256 of a certificate of the authority, or of one above it, hex; null: nobody says
 */
export async function packStamp(
  { manifest, signatureHash, stamp, seal }: StampedPack,
  expected: string | null,
  verifySeal: VerifySeal,
  faults: Faults,
): Promise<PackStamp | null> {
  if (manifest.timestamp === undefined) {
    if (stamp) faults.add("stamp.unannounced", STAMP);
    if (seal) faults.add("stamp.unannounced", STAMP_SEAL);
    if (expected !== null) faults.add("stamp.none", STAMP);
    return null;
  }
  if (!stamp) faults.add("stamp.missing", STAMP);
  if (!seal) faults.add("stamp.missing", STAMP_SEAL);
  if (!stamp) return null;
  const isWhole = seal !== null && (await isSealed(seal, stamp, verifySeal));
  if (seal && !isWhole) faults.add("stamp.seal", STAMP);
  try {
    const { nonce: _nonce, ...found } = await checkStamp(stamp.bytes, fromHex(signatureHash)!, manifest.madeAt);
    if (!isWhole) return null;
    if (expected === null) return { ...found, authority: "not-checked" };
    if (found.authorities.some(({ fingerprint }) => fingerprint === expected))
      return { ...found, authority: "as-expected" };
    const { fingerprint } = found.authorities[0];
    faults.add("stamp.other-authority", STAMP, null, { fingerprint, expected });
    return { ...found, authority: "not-as-expected" };
  } catch (error) {
    if (!isStampFault(error)) throw error;
    faults.add(error.code, STAMP, null, error.values);
    return null;
  }
}
