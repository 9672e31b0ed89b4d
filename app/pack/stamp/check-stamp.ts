/**
 * Checks the time stamp of a pack from its bytes alone: RFC 3161 with RFC 5816. Whether the authority is to be trusted is for the
 * reader to say; that its certificate was not withdrawn is not known here.
 */
import { sameBytes } from "../hashing";
import { algorithmOf, digest, hashNamed, isSigned, SHA256 } from "./algorithms";
import {
  certificateFingerprint,
  chainOf,
  isForStamps,
  isValidAt,
  keyIdentifier,
  nameOf,
  type Certificate,
} from "./certificate";
import { DerError, Inside, oidOf, readDer, TAG, valuesIn, type Der } from "./der";
import { StampFault } from "./stamp-fault";
import { answerOf, signedStampOf, TST_INFO, type SignedStamp } from "./token";

/** Largest answer that is read: services send 3 to 8 kB. */
export const MOST_STAMP_BYTES = 2 ** 16;
/** So far two clocks may be apart. */
export const CLOCKS_APART_MS = 5 * 60_000;

const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";

/** A certificate of the authority. */
export interface Authority {
  /** What it calls itself; "" when it does not. */
  readonly name: string;
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string;
}

/** A time stamp that holds. */
export interface Stamp {
  /** The authority's time, UTC, as in a manifest. */
  readonly time: string;
  /** Milliseconds by which it may be off, as the authority says; null: it does not. */
  readonly accuracy: number | null;
  /** Who stamped, then who issued each certificate, as far as they are in the stamp; at least one. */
  readonly authorities: readonly [Authority, ...Authority[]];
  /** The number the question had, hex; null: none. */
  readonly nonce: string | null;
}

/** The hash of the signing certificate that the signer signed (RFC 2634 and 5035), with the hash it is made by. */
async function isNamed(value: Der, isV2: boolean, certificate: Certificate): Promise<boolean> {
  const [list] = valuesIn(readDer(value.bytes, TAG.sequence));
  const [first] = list ? valuesIn(readDer(list.bytes, TAG.sequence)) : [];
  if (!first) throw new DerError("no certificate is named");
  const inside = new Inside(readDer(first.bytes, TAG.sequence));
  const by = isV2 ? inside.maybe(TAG.sequence) : null;
  const hash = isV2 ? (by === null ? "SHA-256" : hashNamed(algorithmOf(by))) : "SHA-1";
  return sameBytes(inside.next(TAG.octets).content, await digest(hash, certificate.bytes));
}

/** The certificate that the signature names, and that the signer names under the signature. @throws StampFault, DerError */
async function signingCertificate({ certificates, signer, attributes }: SignedStamp): Promise<Certificate> {
  const named = [
    [attributes.get(SIGNING_CERTIFICATE), false],
    [attributes.get(SIGNING_CERTIFICATE_V2), true],
  ] as const;
  if (named.every(([value]) => value === undefined)) throw new StampFault("stamp.certificate");
  for (const one of certificates) {
    const isMeant =
      "issuer" in signer
        ? sameBytes(one.issuer, signer.issuer) && sameBytes(one.serial, signer.serial)
        : sameBytes(keyIdentifier(one) ?? new Uint8Array(0), signer.keyIdentifier);
    if (!isMeant) continue;
    const areSame = await Promise.all(named.map(([value, isV2]) => value === undefined || isNamed(value, isV2, one)));
    if (areSame.every(Boolean)) return one;
  }
  throw new StampFault("stamp.certificate");
}

/** @throws StampFault, DerError */
async function checkSignature(stamp: SignedStamp, certificate: Certificate): Promise<void> {
  const { content, attributes, signed, algorithm, signature } = stamp;
  const hash = hashNamed(stamp.digest);
  const [type, said] = [attributes.get(CONTENT_TYPE), attributes.get(MESSAGE_DIGEST)];
  const isRight =
    type !== undefined &&
    said !== undefined &&
    oidOf(readDer(type.bytes, TAG.oid)) === TST_INFO &&
    sameBytes(readDer(said.bytes, TAG.octets).content, await digest(hash, content)) &&
    (await isSigned(certificate.publicKey, algorithm, hash, signed, signature));
  if (!isRight) throw new StampFault("stamp.signature");
}

const instant = (time: number): string => new Date(time).toISOString();

async function authoritiesOf(
  certificate: Certificate,
  { certificates, info }: SignedStamp,
): Promise<Stamp["authorities"]> {
  const chain = await chainOf(certificate, certificates, info.time);
  const [first, ...above] = await Promise.all(
    chain.map(async (one): Promise<Authority> => ({
      name: nameOf(one),
      fingerprint: await certificateFingerprint(one),
    })),
  );
  return [first!, ...above];
}

/**
 * @param answer as the service gave it, at most MOST_STAMP_BYTES
 * @param stamped SHA-256 of what it should be over
 * @param madeAt when that was made, by the clock of who asked
 * @throws StampFault
 */
export async function checkStamp(answer: Uint8Array, stamped: Uint8Array, madeAt: string): Promise<Stamp> {
  try {
    const { status, token } = answerOf(answer);
    if (token === null) throw new StampFault("stamp.refused", { status });
    const stamp = signedStampOf(token);
    const { info } = stamp;
    const certificate = await signingCertificate(stamp);
    await checkSignature(stamp, certificate);
    if (info.imprintBy.oid !== SHA256 || !sameBytes(info.imprint, stamped)) throw new StampFault("stamp.other");
    if (!isForStamps(certificate)) throw new StampFault("stamp.certificate");
    const [time, from, until] = [info.time, certificate.from, certificate.until].map(instant) as [
      string, string, string,
    ]; // prettier-ignore
    if (!isValidAt(certificate, info.time)) throw new StampFault("stamp.expired", { time, from, until });
    if (info.time + CLOCKS_APART_MS < Date.parse(madeAt)) throw new StampFault("stamp.early", { time, madeAt });
    return { time, accuracy: info.accuracy, authorities: await authoritiesOf(certificate, stamp), nonce: info.nonce };
  } catch (error) {
    if (error instanceof DerError) throw new StampFault("stamp.shape");
    throw error;
  }
}
