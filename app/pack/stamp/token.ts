/** Reads what a time-stamping service answers (RFC 3161), in DER alone; what it says is checked in check-stamp.ts. */
import { hex } from "../hashing";
import { algorithmOf, type Algorithm } from "./algorithms";
import { certificateOf, extensionsOf, type Certificate } from "./certificate";
import {
  booleanOf,
  context,
  DerError,
  Inside,
  integerBytes,
  oidOf,
  onlyIn,
  readDer,
  smallInteger,
  TAG,
  timeOf,
  valuesIn,
  type Der,
} from "./der";

const SIGNED_DATA = "1.2.840.113549.1.7.2";
export const TST_INFO = "1.2.840.113549.1.9.16.1.4";
/** As many certificates as a chain may have, and more than services send. */
const MOST_CERTIFICATES = 10;
/** `granted` and `grantedWithMods`; all others come without a stamp. */
const GRANTED: readonly number[] = [0, 1];

/** TSTInfo: what is stamped, and when. */
export interface StampInfo {
  readonly imprintBy: Algorithm;
  readonly imprint: Uint8Array;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Milliseconds; null: the service does not say. */
  readonly accuracy: number | null;
  /** Bytes of the number, hex; null: none. */
  readonly nonce: string | null;
}

export interface SignedStamp {
  /** The bytes of the TSTInfo. */
  readonly content: Uint8Array;
  readonly info: StampInfo;
  readonly certificates: readonly Certificate[];
  /** Who signed: issuer (DER) and number, or the key's identifier. */
  readonly signer:
    { readonly issuer: Uint8Array; readonly serial: Uint8Array } | { readonly keyIdentifier: Uint8Array };
  readonly digest: Algorithm;
  /** What is signed: the attributes as a SET. */
  readonly signed: Uint8Array;
  /** The one value of each attribute. */
  readonly attributes: ReadonlyMap<string, Der>;
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
}

/** The status that a service answers with, and the token it granted. */
export interface StampAnswer {
  /** PKIStatus. */
  readonly status: number;
  /** Null where none was granted. */
  readonly token: Der | null;
}

/** A TimeStampResp. @throws DerError */
export function answerOf(bytes: Uint8Array): StampAnswer {
  const inside = new Inside(readDer(bytes, TAG.sequence));
  const info = new Inside(inside.next(TAG.sequence));
  const status = smallInteger(info.next(TAG.integer));
  info.maybe(TAG.sequence);
  info.maybe(TAG.bits);
  info.end();
  const token = inside.maybe(TAG.sequence);
  inside.end();
  if (GRANTED.includes(status) !== (token !== null)) throw new DerError("a status that contradicts the token");
  return { status, token };
}

/** @throws DerError */
function accuracyOf(value: Der | null): number | null {
  if (value === null) return null;
  const inside = new Inside(value);
  const [seconds, milli, micro] = [inside.maybe(TAG.integer), inside.maybe(context(0, false)), inside.maybe(context(1, false))]; // prettier-ignore
  inside.end();
  const number = (part: Der | null): number => (part === null ? 0 : smallInteger(part));
  return 1000 * number(seconds) + number(milli) + number(micro) / 1000;
}

/** @throws DerError, StampFault */
function infoOf(content: Uint8Array): StampInfo {
  const inside = new Inside(readDer(content, TAG.sequence));
  if (smallInteger(inside.next(TAG.integer)) !== 1) throw new DerError("another version");
  inside.next(TAG.oid);
  const imprint = new Inside(inside.next(TAG.sequence));
  const imprintBy = algorithmOf(imprint.next(TAG.sequence));
  const hash = imprint.next(TAG.octets).content;
  imprint.end();
  integerBytes(inside.next(TAG.integer));
  const when = inside.any();
  const accuracy = accuracyOf(inside.maybe(TAG.sequence));
  const ordering = inside.maybe(TAG.boolean);
  if (ordering) booleanOf(ordering);
  const nonce = inside.maybe(TAG.integer);
  inside.maybe(context(0));
  const extensions = inside.maybe(context(1));
  inside.end();
  if (extensions && [...extensionsOf(extensions).values()].some(({ isCritical }) => isCritical))
    throw new DerError("something critical that is not known here");
  return { imprintBy, imprint: hash, time: timeOf(when), accuracy, nonce: nonce && hex(integerBytes(nonce)) };
}

/** @throws DerError */
function signerOf(value: Der): SignedStamp["signer"] {
  if (value.tag === context(0, false)) return { keyIdentifier: value.content };
  const inside = new Inside(readDer(value.bytes, TAG.sequence));
  const signer = { issuer: inside.next(TAG.sequence).bytes, serial: integerBytes(inside.next(TAG.integer)) };
  inside.end();
  return signer;
}

/** Attributes by their identifier, each with one value and none twice. @throws DerError */
function attributesOf(set: Der): ReadonlyMap<string, Der> {
  const attributes = new Map<string, Der>();
  for (const one of valuesIn(set)) {
    const inside = new Inside(readDer(one.bytes, TAG.sequence));
    const oid = oidOf(inside.next(TAG.oid));
    const [value, ...more] = valuesIn(inside.next(TAG.set));
    inside.end();
    if (value === undefined || more.length > 0 || attributes.has(oid)) throw new DerError("an attribute twice");
    attributes.set(oid, value);
  }
  return attributes;
}

/** Certificates of the kind that sign; others (attribute certificates) are not looked at. @throws DerError, StampFault */
function certificatesOf(set: Der | null): Certificate[] {
  const found = set === null ? [] : valuesIn(set).filter(({ tag }) => tag === TAG.sequence);
  if (found.length > MOST_CERTIFICATES) throw new DerError("too many certificates");
  return found.map(({ bytes }) => certificateOf(bytes));
}

/** A TimeStampToken: SignedData (RFC 5652) by one signer over a TSTInfo. @throws DerError, StampFault */
export function signedStampOf(token: Der): SignedStamp {
  const outer = new Inside(token);
  if (oidOf(outer.next(TAG.oid)) !== SIGNED_DATA) throw new DerError("nothing signed");
  const data = new Inside(onlyIn(outer.next(context(0)), TAG.sequence));
  outer.end();
  smallInteger(data.next(TAG.integer));
  data.next(TAG.set);
  const what = new Inside(data.next(TAG.sequence));
  if (oidOf(what.next(TAG.oid)) !== TST_INFO) throw new DerError("no time stamp");
  const { content } = onlyIn(what.next(context(0)), TAG.octets);
  what.end();
  const certificates = certificatesOf(data.maybe(context(0)));
  data.maybe(context(1));
  const [only, ...more] = valuesIn(data.next(TAG.set));
  data.end();
  if (only === undefined || more.length > 0) throw new DerError("another number of signers than one");
  const one = new Inside(readDer(only.bytes, TAG.sequence));
  smallInteger(one.next(TAG.integer));
  const signer = signerOf(one.any());
  const digest = algorithmOf(one.next(TAG.sequence));
  const attributes = one.next(context(0));
  const algorithm = algorithmOf(one.next(TAG.sequence));
  const signature = one.next(TAG.octets).content;
  one.maybe(context(1));
  one.end();
  // Signed is the SET, not the tag that stands in its place here (RFC 5652, 5.4).
  const signed = Uint8Array.from(attributes.bytes);
  signed[0] = TAG.set;
  return {
    content,
    info: infoOf(content),
    certificates,
    signer,
    digest,
    signed,
    attributes: attributesOf(attributes),
    algorithm,
    signature,
  };
}
