/** A time-stamping authority of the tests (RFC 3161): keys, certificates and answers of its own, right or wrong as one asks. */
import { createHash, generateKeyPairSync, sign, constants, type KeyObject } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Inside, readDer, TAG } from "../app/pack/stamp/der";
import { integer, NULL, oid, sequence, tagged, TRUE } from "../app/pack/stamp/der-out";

const OID = {
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  codeSigning: "1.3.6.1.5.5.7.3.3",
  rsa: "1.2.840.113549.1.1.1",
  pss: "1.2.840.113549.1.1.10",
  mgf1: "1.2.840.113549.1.1.8",
} as const;
type Hash = "sha1" | "sha256" | "sha384" | "sha512";
const RSA_WITH: Record<Hash, string> = { sha1: "1.2.840.113549.1.1.5", sha256: "1.2.840.113549.1.1.11", sha384: "1.2.840.113549.1.1.12", sha512: "1.2.840.113549.1.1.13" }; // prettier-ignore
const ECDSA_WITH: Record<Hash, string> = { sha1: "1.2.840.10045.4.1", sha256: "1.2.840.10045.4.3.2", sha384: "1.2.840.10045.4.3.3", sha512: "1.2.840.10045.4.3.4" }; // prettier-ignore

const set = (...values: Uint8Array[]) => tagged(TAG.set, ...values);
const octets = (bytes: Uint8Array) => tagged(TAG.octets, bytes);
const number = (value: number) => integer(Uint8Array.of(value >> 16, (value >> 8) & 255, value & 255));
const bits = (bytes: Uint8Array) => tagged(TAG.bits, Uint8Array.of(0), bytes);
const text = (value: string) => tagged(0x0c, Buffer.from(value));
const hashOf = (hash: Hash, bytes: Uint8Array) => createHash(hash).update(bytes).digest();
/** In seconds, or to the millisecond. */
const moment = (time: Date) => {
  const [day, fraction] = [time.toISOString().replaceAll(/[-:T]|\.\d+Z$/gu, ""), time.getUTCMilliseconds()];
  const parts = fraction === 0 ? "" : `.${String(fraction).padStart(3, "0").replace(/0+$/u, "")}`;
  return tagged(0x18, Buffer.from(`${day}${parts}Z`));
};
const named = (name: string) =>
  sequence(set(sequence(oid("2.5.4.10"), text("Alder Time"))), set(sequence(oid("2.5.4.3"), text(name))));

export type KeyKind = "rsa" | "rsa-1024" | "p256" | "p384" | "p521";
const keysOf = (kind: KeyKind) =>
  kind === "rsa" || kind === "rsa-1024"
    ? generateKeyPairSync("rsa", { modulusLength: kind === "rsa" ? 2048 : 1024 })
    : generateKeyPairSync("ec", { namedCurve: { p256: "P-256", p384: "P-384", p521: "P-521" }[kind] });

const algorithm = (key: KeyObject, hash: Hash) =>
  key.asymmetricKeyType === "rsa" ? sequence(oid(RSA_WITH[hash]), NULL) : sequence(oid(ECDSA_WITH[hash]));

export interface Holder {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly certificate: Uint8Array;
  readonly fingerprint: string;
}

interface CertificateWishes {
  readonly from?: Date;
  readonly until?: Date;
  /** Purposes, and whether they are said critically; null: none are named. */
  readonly purposes?: { readonly oids: readonly string[]; readonly isCritical: boolean } | null;
  /** Bits of the first byte of the key usage. */
  readonly usage?: number;
  readonly more?: readonly Uint8Array[];
}
const extension = (id: string, isCritical: boolean, value: Uint8Array) =>
  sequence(oid(id), ...(isCritical ? [TRUE] : []), octets(value));
export const anExtension = extension;

let serials = 0;
/** A key with its certificate. @param by who issued it; null: it itself. */
export function aHolder(
  kind: KeyKind,
  name: string,
  by: Holder | null,
  wishes: CertificateWishes & { readonly isAuthority?: boolean } = {},
): Holder {
  const { publicKey, privateKey } = keysOf(kind);
  const {
    from = new Date("2026-01-01T00:00:00Z"),
    until = new Date("2030-01-01T00:00:00Z"),
    isAuthority = false,
  } = wishes;
  const purposes =
    wishes.purposes === undefined
      ? isAuthority
        ? null
        : { oids: [OID.timeStamping], isCritical: true }
      : wishes.purposes;
  const usage = wishes.usage ?? (isAuthority ? 0x04 : 0x80);
  const issuerKey = by?.privateKey ?? privateKey;
  const signed = sequence(
    tagged(0xa0, number(2)),
    number((serials += 1)),
    algorithm(issuerKey, "sha256"),
    named(by?.name ?? name),
    sequence(moment(from), moment(until)),
    named(name),
    publicKey.export({ type: "spki", format: "der" }),
    tagged(
      0xa3,
      sequence(
        ...(isAuthority ? [extension("2.5.29.19", true, sequence(TRUE))] : []),
        extension("2.5.29.15", true, tagged(TAG.bits, Uint8Array.of(0, usage))),
        extension("2.5.29.14", false, octets(hashOf("sha256", Buffer.from(name)))),
        ...(purposes === null ? [] : [extension("2.5.29.37", purposes.isCritical, sequence(...purposes.oids.map(oid)))]),
        ...(wishes.more ?? []),
      ),
    ),
  ); // prettier-ignore
  const certificate = sequence(signed, algorithm(issuerKey, "sha256"), bits(sign("sha256", signed, issuerKey)));
  return { name, privateKey, certificate, fingerprint: hashOf("sha256", certificate).toString("hex") };
}

export interface StampWishes {
  readonly time: Date;
  readonly status?: number;
  /** Instead of what was asked. */
  readonly imprint?: Uint8Array;
  readonly nonce?: Uint8Array | null;
  /** Of the message digest and the signature. */
  readonly hash?: Hash;
  /** `rsaEncryption` as the name of the method, or RSASSA-PSS. */
  readonly method?: "plain" | "pss";
  /** By the identifier of the key instead of issuer and number. */
  readonly isByKey?: boolean;
  /** Which attribute names the certificate, and which certificate. */
  readonly names?: "v1" | "v2" | "both" | "none";
  readonly namesOther?: Holder;
  /** Certificates that are sent along; null: none. */
  readonly sent?: readonly Holder[] | null;
  /** Of the time stamp, before it is signed. */
  readonly version?: number;
  readonly more?: readonly Uint8Array[];
  /** What is signed is not what is sent. */
  readonly otherContent?: boolean;
  readonly unsigned?: Uint8Array;
}

/** What was asked: the hash and the number. */
export function questionIn(bytes: Uint8Array): { readonly imprint: Uint8Array; readonly nonce: Uint8Array; readonly isCertificateWanted: boolean } {
  const inside = new Inside(readDer(bytes, TAG.sequence));
  inside.next(TAG.integer);
  const imprint = new Inside(inside.next(TAG.sequence));
  imprint.next(TAG.sequence);
  const hash = imprint.next(TAG.octets).content;
  const nonce = inside.next(TAG.integer).content;
  const isCertificateWanted = inside.next(TAG.boolean).content[0] === 0xff;
  inside.end();
  return { imprint: hash, nonce, isCertificateWanted };
} // prettier-ignore

function stampInfo(wishes: StampWishes, imprint: Uint8Array, nonce: Uint8Array | null): Uint8Array {
  return sequence(
    number(wishes.version ?? 1),
    oid("1.2.3.4.1"),
    sequence(sequence(oid(OID.sha256), NULL), octets(imprint)),
    number((serials += 1)),
    moment(wishes.time),
    sequence(number(1)),
    ...(nonce ? [integer(nonce)] : []),
    ...(wishes.more ?? []),
  );
}

const pssOf = (hash: Hash) =>
  sequence(
    oid(OID.pss),
    sequence(
      tagged(0xa0, sequence(oid(OID[hash]), NULL)),
      tagged(0xa1, sequence(oid(OID.mgf1), sequence(oid(OID[hash]), NULL))),
      tagged(0xa2, number(32)),
    ),
  );

function attributesFor(content: Uint8Array, holder: Holder, { hash = "sha256", names = "v2", namesOther }: StampWishes): Uint8Array[] {
  const attribute = (id: string, value: Uint8Array) => sequence(oid(id), set(value));
  const { certificate } = namesOther ?? holder;
  const v1 = attribute(OID.signingCertificate, sequence(sequence(sequence(octets(hashOf("sha1", certificate))))));
  const v2 = attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(hashOf("sha256", certificate))))));
  return [
    attribute(OID.contentType, oid(OID.tstInfo)),
    attribute(OID.messageDigest, octets(hashOf(hash, content))),
    ...(names === "v1" || names === "both" ? [v1] : []),
    ...(names === "v2" || names === "both" ? [v2] : []),
  ];
} // prettier-ignore

/** A TimeStampToken. @param issuer who issued the holder's certificate */
function tokenOf(holder: Holder, issuer: Holder, wishes: StampWishes, imprint: Uint8Array, nonce: Uint8Array | null): Uint8Array {
  const { hash = "sha256", method, sent = [holder], isByKey } = wishes;
  const content = stampInfo(wishes, imprint, nonce);
  const signedOver = wishes.otherContent ? stampInfo({ ...wishes, time: new Date(0) }, imprint, nonce) : content;
  const attributes = attributesFor(signedOver, holder, wishes);
  const key = method === "pss" ? { key: holder.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : holder.privateKey;
  const signature = sign(hash, set(...attributes), key);
  const how = method === "pss" ? pssOf(hash) : method === "plain" ? sequence(oid(OID.rsa), NULL) : algorithm(holder.privateKey, hash);
  const certificate = new Inside(new Inside(readDer(holder.certificate, TAG.sequence)).next(TAG.sequence));
  certificate.any();
  const serial = certificate.next(TAG.integer).bytes;
  const signer = sequence(
    number(isByKey ? 3 : 1),
    isByKey ? tagged(0x80, hashOf("sha256", Buffer.from(holder.name))) : sequence(named(issuer.name), serial),
    sequence(oid(OID[hash]), NULL),
    tagged(0xa0, ...attributes),
    how,
    octets(signature),
    ...(wishes.unsigned ? [tagged(0xa1, wishes.unsigned)] : []),
  );
  return sequence(
    oid(OID.signedData),
    tagged(
      0xa0,
      sequence(
        number(3),
        set(sequence(oid(OID[hash]), NULL)),
        sequence(oid(OID.tstInfo), tagged(0xa0, octets(content))),
        ...(sent === null ? [] : [tagged(0xa0, ...sent.map((one) => one.certificate))]),
        set(signer),
      ),
    ),
  );
} // prettier-ignore

/** What a service answers to a question (TimeStampResp). */
export function stampAnswer(holder: Holder, issuer: Holder, question: Uint8Array, wishes: StampWishes): Uint8Array {
  const asked = questionIn(question);
  const { status = 0, imprint = asked.imprint, nonce = asked.nonce } = wishes;
  const token = status > 1 ? [] : [tokenOf(holder, issuer, wishes, imprint, nonce)];
  return sequence(sequence(number(status)), ...token);
}

/** What came in over HTTP, and what goes out. */
export interface StampService {
  readonly address: string;
  readonly asked: { readonly headers: IncomingHttpHeaders; readonly method: string; readonly body: Buffer }[];
  close(): Promise<void>;
}

/** A service at an address of this machine. */
export async function aStampService(
  answer: (question: Buffer, response: ServerResponse) => void,
): Promise<StampService> {
  const asked: StampService["asked"] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces);
      asked.push({ headers: request.headers, method: request.method ?? "", body });
      answer(body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stamps`,
    asked,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  }; // prettier-ignore
}

export const purposes = { timeStamping: OID.timeStamping, codeSigning: OID.codeSigning } as const;
