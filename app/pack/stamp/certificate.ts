/** Certificates (X.509, RFC 5280), as far as a time stamp needs them. */
import { hex, sameBytes } from "../hashing";
import { algorithmOf, digest, isSigned, type Algorithm } from "./algorithms";
import {
  bitIsSet,
  booleanOf,
  context,
  Inside,
  integerBytes,
  oidOf,
  onlyIn,
  readDer,
  smallInteger,
  TAG,
  timeOf,
  valuesIn,
  wholeBits,
  type Der,
} from "./der";
import { isStampFault, StampFault } from "./stamp-fault";

const KEY_USAGE = "2.5.29.15";
const BASIC_CONSTRAINTS = "2.5.29.19";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const SUBJECT_KEY = "2.5.29.14";
/** What may be critical without changing whether a certificate may stamp or issue: names beside the subject, policies. */
const HARMLESS: readonly string[] = ["2.5.29.17", "2.5.29.32", "2.5.29.35"];
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const ANY_USAGE = "2.5.29.37.0";
/** Bits of the key usage. */
const USAGE = { signature: 0, commitment: 1, certificates: 5 } as const;

export interface Certificate {
  readonly bytes: Uint8Array;
  /** What its issuer signed. */
  readonly signed: Uint8Array;
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly serial: Uint8Array;
  /** Names as they stand, DER. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly extensions: ReadonlyMap<string, { readonly isCritical: boolean; readonly value: Uint8Array }>;
}

/** @throws DerError */
export function certificateOf(bytes: Uint8Array): Certificate {
  const whole = new Inside(readDer(bytes, TAG.sequence));
  const signed = whole.next(TAG.sequence);
  const algorithm = algorithmOf(whole.next(TAG.sequence));
  const signature = wholeBits(whole.next(TAG.bits));
  whole.end();
  const inside = new Inside(signed);
  inside.maybe(context(0));
  const serial = integerBytes(inside.next(TAG.integer));
  inside.next(TAG.sequence);
  const issuer = inside.next(TAG.sequence).bytes;
  const validity = new Inside(inside.next(TAG.sequence));
  const [from, until] = [timeOf(validity.any()), timeOf(validity.any())];
  validity.end();
  const subject = inside.next(TAG.sequence).bytes;
  const publicKey = inside.next(TAG.sequence).bytes;
  inside.maybe(context(1, false));
  inside.maybe(context(2, false));
  const told = inside.maybe(context(3));
  inside.end();
  const extensions = told === null ? new Map<string, never>() : extensionsOf(onlyIn(told, TAG.sequence));
  return {
    bytes,
    signed: signed.bytes,
    algorithm,
    signature,
    serial,
    issuer,
    subject,
    from,
    until,
    publicKey,
    extensions,
  };
}

/** Extensions by their identifier. Of two with the same one the certificate is none (RFC 5280, 4.2). @throws DerError, StampFault */
export function extensionsOf(list: Der): Certificate["extensions"] {
  const extensions = new Map<string, { isCritical: boolean; value: Uint8Array }>();
  for (const one of valuesIn(list)) {
    const inside = new Inside(readDer(one.bytes, TAG.sequence));
    const oid = oidOf(inside.next(TAG.oid));
    const critical = inside.maybe(TAG.boolean);
    const value = inside.next(TAG.octets).content;
    inside.end();
    if (extensions.has(oid)) throw new StampFault("stamp.shape");
    extensions.set(oid, { isCritical: critical !== null && booleanOf(critical), value });
  }
  return extensions;
}

const extension = ({ extensions }: Certificate, oid: string, tag: number): Der | null => {
  const found = extensions.get(oid);
  return found ? readDer(found.value, tag) : null;
};

/** Bits of the key usage that are set, among these; all where a certificate does not say. @throws DerError */
function maybeUsed(certificate: Certificate, ...bits: readonly number[]): boolean {
  const usage = extension(certificate, KEY_USAGE, TAG.bits);
  return usage === null || bits.some((bit) => bitIsSet(usage, bit));
}

/** A critical extension that is not known here forbids to rely on a certificate (RFC 5280, 4.2). */
const isUnderstood = ({ extensions }: Certificate): boolean =>
  [...extensions].every(
    ([oid, { isCritical }]) =>
      !isCritical || [KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE, ...HARMLESS].includes(oid),
  );

/** Whether it is for time stamps and nothing else, and says so critically (RFC 3161, 2.3). @throws DerError */
export function isForStamps(certificate: Certificate): boolean {
  const usage = extension(certificate, EXTENDED_KEY_USAGE, TAG.sequence);
  if (usage === null || certificate.extensions.get(EXTENDED_KEY_USAGE)?.isCritical !== true) return false;
  const purposes = valuesIn(usage).map((one) => oidOf(readDer(one.bytes, TAG.oid)));
  return (
    purposes.length === 1 &&
    purposes[0] === TIME_STAMPING &&
    maybeUsed(certificate, USAGE.signature, USAGE.commitment) &&
    isUnderstood(certificate)
  );
}

/** Whether it may issue certificates with so many others between it and the one that stamps. @throws DerError */
function mayIssue(certificate: Certificate, between: number): boolean {
  const constraints = extension(certificate, BASIC_CONSTRAINTS, TAG.sequence);
  if (constraints === null || !maybeUsed(certificate, USAGE.certificates) || !isUnderstood(certificate)) return false;
  const purposes = extension(certificate, EXTENDED_KEY_USAGE, TAG.sequence);
  const isForThis =
    purposes === null ||
    valuesIn(purposes).some((one) => [TIME_STAMPING, ANY_USAGE].includes(oidOf(readDer(one.bytes, TAG.oid))));
  const inside = new Inside(constraints);
  const authority = inside.maybe(TAG.boolean);
  const most = inside.maybe(TAG.integer);
  return isForThis && authority !== null && booleanOf(authority) && (most === null || smallInteger(most) >= between);
}

export const isValidAt = ({ from, until }: Pick<Certificate, "from" | "until">, time: number): boolean =>
  from <= time && time <= until;

/** SHA-256 of the whole certificate, hex: its fingerprint. */
export const certificateFingerprint = async ({ bytes }: Pick<Certificate, "bytes">): Promise<string> =>
  hex(await digest("SHA-256", bytes));

/** The identifier of its key, where it says one. @throws DerError */
export const keyIdentifier = (certificate: Certificate): Uint8Array | null =>
  extension(certificate, SUBJECT_KEY, TAG.octets)?.content ?? null;

/** Whether `issuer` signed `certificate`; an algorithm that is not known here is no. */
async function hasIssued(issuer: Certificate, certificate: Certificate): Promise<boolean> {
  try {
    return await isSigned(issuer.publicKey, certificate.algorithm, null, certificate.signed, certificate.signature);
  } catch (error) {
    if (isStampFault(error)) return false;
    throw error;
  }
}

/**
 * A certificate and those above it, as far as they lie among `others` and may issue: each was valid at `time` and signed the one
 * before it.
 * @throws DerError
 */
export async function chainOf(
  certificate: Certificate,
  others: readonly Certificate[],
  time: number,
): Promise<Certificate[]> {
  const chain = [certificate];
  for (;;) {
    const last = chain.at(-1)!;
    const between = chain.length - 1;
    let above: Certificate | undefined;
    for (const one of others) {
      if (above || chain.includes(one) || !sameBytes(one.subject, last.issuer)) continue;
      if (isValidAt(one, time) && mayIssue(one, between) && (await hasIssued(one, last))) above = one;
    }
    if (!above) return chain;
    chain.push(above);
  }
}

const COMMON_NAME = "2.5.4.3";
const ORGANISATION = "2.5.4.10";
const UTF16 = 0x1e;
const UTF8 = 0x0c;

function textOf({ tag, content }: Der): string {
  const encoding = tag === UTF16 ? "utf-16be" : tag === UTF8 ? "utf-8" : "latin1";
  return new TextDecoder(encoding).decode(content);
}

/** What a certificate calls itself: common name and organisation; "" when it has neither. @throws DerError */
export function nameOf({ subject }: Pick<Certificate, "subject">): string {
  const parts = new Map<string, string>();
  for (const set of valuesIn(readDer(subject, TAG.sequence)))
    for (const pair of valuesIn(set)) {
      const inside = new Inside(readDer(pair.bytes, TAG.sequence));
      parts.set(oidOf(inside.next(TAG.oid)), textOf(inside.any()));
    }
  const [name, organisation] = [parts.get(COMMON_NAME), parts.get(ORGANISATION)];
  return [...new Set([name, organisation].filter((part) => part !== undefined && part !== ""))].join(", ");
}
