/** Time stamps read and checked from their bytes: those of openssl, those of an authority of our own, and wrong ones. */
import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStamp, MOST_STAMP_BYTES } from "../../app/pack/stamp/check-stamp";
import { NULL, oid, sequence, tagged } from "../../app/pack/stamp/der-out";
import { stampQuestion } from "../../app/pack/stamp/question";
import { isStampFault } from "../../app/pack/stamp/stamp-fault";
import {
  aHolder,
  anExtension,
  purposes,
  questionIn,
  stampAnswer,
  type Holder,
  type StampWishes,
} from "../stamp-authority";
import { OPENSSL_STAMPS, STAMPED_TEXT } from "./openssl-stamps";

const MADE_AT = "2026-11-21T08:00:00.000Z";
const TIME = new Date("2026-11-21T08:00:07.250Z");
const stamped = createHash("sha256").update("signature.json").digest();
const nonce = Uint8Array.from([0x41, 2, 3, 4, 5, 6, 7, 8]);
const question = stampQuestion(stamped, nonce);

const root = aHolder("p384", "Alder Root", null, { isAuthority: true });
const rsa = aHolder("rsa", "Alder Stamps", root);
const ec = aHolder("p256", "Alder Stamps", root);

const answer = (wishes: Partial<StampWishes> = {}, holder: Holder = ec, issuer: Holder = root) =>
  stampAnswer(holder, issuer, question, { time: TIME, ...wishes });
const check = (bytes: Uint8Array, madeAt = MADE_AT) => checkStamp(bytes, stamped, madeAt);
/** Code of the fault that is found; "" when it holds. */
const fault = async (bytes: Uint8Array, madeAt = MADE_AT): Promise<string> => {
  try {
    await check(bytes, madeAt);
    return "";
  } catch (error) {
    if (isStampFault(error)) return error.code;
    throw error;
  }
};
const faultOf = (wishes: Partial<StampWishes>, holder?: Holder) => fault(answer(wishes, holder));

describe("a time stamp", () => {
  test("of openssl is intact, with its time, its authority and the certificates above it", async () => {
    const hash = createHash("sha256").update(STAMPED_TEXT).digest();
    for (const { answer: base64, authority, fingerprints } of OPENSSL_STAMPS) {
      const bytes = Buffer.from(base64, "base64");
      const found = await checkStamp(bytes, hash, "2026-11-28T15:00:00.000Z");
      expect(found.time).toMatch(/^2026-11-28T15:\d\d:\d\d\.000Z$/u);
      expect(found.accuracy).toBe(1000);
      expect(found.authorities[0].name).toBe(authority);
      expect(found.authorities.map((one) => one.fingerprint)).toEqual(fingerprints);
      await expect(checkStamp(bytes, stamped, MADE_AT)).rejects.toMatchObject({ code: "stamp.other" });
    }
  });

  test("is intact by RSA, RSASSA-PSS and ECDSA, with longer hashes, and by either way to name signer and certificate", async () => {
    const p384 = aHolder("p384", "Alder Stamps", root);
    for (const [wishes, holder] of [
      [{}, rsa],
      [{ method: "plain" }, rsa],
      [{ method: "pss" }, rsa],
      [{ method: "pss", hash: "sha512" }, rsa],
      [{ hash: "sha384" }, rsa],
      [{}, ec],
      [{ hash: "sha512" }, p384],
      [{ isByKey: true }, ec],
      [{ names: "v1" }, ec],
      [{ names: "both" }, rsa],
      [{ status: 1 }, ec],
      [{ sent: [root, rsa, ec] }, ec],
    ] as const)
      expect([wishes, await fault(answer(wishes, holder))]).toEqual([wishes, ""]);
    expect(await check(answer())).toEqual({
      time: TIME.toISOString(),
      accuracy: 1000,
      authorities: [{ name: "Alder Stamps, Alder Time", fingerprint: ec.fingerprint }],
      nonce: Buffer.from(nonce).toString("hex"),
    });
  });

  test("names those above its certificate only where each may issue, was valid then, and signed the one below", async () => {
    const above = async (issuer: Holder, sent: readonly Holder[] = [issuer]) => {
      const holder = aHolder("p256", "Alder Stamps", issuer);
      const { authorities } = await check(answer({ sent: [holder, ...sent] }, holder, issuer));
      return authorities.slice(1).map(({ fingerprint }) => fingerprint);
    };
    const between = aHolder("p256", "Alder Between", root, { isAuthority: true });
    expect(await above(root)).toEqual([root.fingerprint]);
    expect(await above(between, [root, between])).toEqual([between.fingerprint, root.fingerprint]);
    expect(await above(between, [root])).toEqual([]);
    // Of the same name, and another key.
    expect(await above(root, [aHolder("p384", "Alder Root", null, { isAuthority: true })])).toEqual([]);
    // A mere member of the authority, who signed a certificate for time stamps.
    expect(await above(aHolder("p256", "Alder Clerk", root))).toEqual([]);
    const past = { until: new Date("2026-11-21T08:00:00Z") };
    expect(await above(aHolder("p256", "Alder Past", root, { ...past, isAuthority: true }))).toEqual([]);
    const mail = { oids: [purposes.codeSigning], isCritical: false };
    expect(await above(aHolder("p256", "Alder Mail", root, { isAuthority: true, purposes: mail }))).toEqual([]);
  });

  test("asks for one hash, a number and the certificate, and tells nothing else", () => {
    expect(questionIn(question)).toEqual({
      imprint: Uint8Array.from(stamped),
      nonce,
      isCertificateWanted: true,
    });
    expect(question).toHaveLength(69);
  });
});

describe("a time stamp is refused", () => {
  test("when the service refused, or says so and stamps all the same", async () => {
    expect(await faultOf({ status: 2 })).toBe("stamp.refused");
    await expect(check(answer({ status: 2 }))).rejects.toMatchObject({ values: { status: 2 } });
    const granted = Buffer.from(answer());
    const at = granted.indexOf(Buffer.from("3003020100", "hex")) + 4;
    granted[at] = 2;
    expect(await fault(granted)).toBe("stamp.shape");
  });

  test("when it is of something else", async () => {
    expect(await faultOf({ imprint: randomBytes(32) })).toBe("stamp.other");
  });

  test("when what is signed is not what is sent, or another key signed", async () => {
    expect(await faultOf({ otherContent: true })).toBe("stamp.signature");
    const other = { ...ec, privateKey: aHolder("p256", "Alder Stamps", root).privateKey };
    expect(await faultOf({}, other)).toBe("stamp.signature");
  });

  test("when its certificate is missing, or another than it names", async () => {
    expect(await faultOf({ sent: null })).toBe("stamp.certificate");
    expect(await faultOf({ sent: [root, rsa] })).toBe("stamp.certificate");
    expect(await faultOf({ names: "none" })).toBe("stamp.certificate");
    expect(await faultOf({ namesOther: rsa })).toBe("stamp.certificate");
    expect(await faultOf({ namesOther: rsa, names: "v1" })).toBe("stamp.certificate");
  });

  test("when its certificate is for something else too, does not say so critically, or has a condition nobody knows", async () => {
    const holder = (wishes: Parameters<typeof aHolder>[3]) => aHolder("p256", "Alder Stamps", root, wishes);
    const { timeStamping, codeSigning } = purposes;
    for (const wishes of [
      { purposes: null },
      { purposes: { oids: [codeSigning], isCritical: true } },
      { purposes: { oids: [timeStamping, codeSigning], isCritical: true } },
      { purposes: { oids: [timeStamping], isCritical: false } },
      { usage: 0x04 },
      { more: [anExtension("2.5.29.30", true, sequence())] },
    ])
      expect([wishes, await faultOf({}, holder(wishes))]).toEqual([wishes, "stamp.certificate"]);
    const known = holder({ more: [anExtension("2.5.29.32", true, sequence())], usage: 0x40 });
    expect(await faultOf({}, known)).toBe("");
    expect(await faultOf({}, holder({ more: [anExtension("2.5.29.15", false, sequence())] }))).toBe("stamp.shape");
  });

  test("when its certificate had expired, or was not valid yet", async () => {
    const until = new Date("2026-11-21T08:00:00Z");
    expect(await faultOf({}, aHolder("p256", "Alder Stamps", root, { until }))).toBe("stamp.expired");
    const from = new Date("2026-11-21T08:00:08Z");
    expect(await faultOf({}, aHolder("p256", "Alder Stamps", root, { from }))).toBe("stamp.expired");
    const late = aHolder("p256", "Alder Stamps", root, { until: new Date("2026-11-22T00:00:00Z") });
    expect(await faultOf({}, late)).toBe("");
  });

  test("when it is from before what it stamps, by more than two clocks may be apart", async () => {
    expect(await faultOf({ time: new Date("2026-11-21T07:55:00.000Z") })).toBe("");
    expect(await faultOf({ time: new Date("2026-11-21T07:54:59.999Z") })).toBe("stamp.early");
    expect(await faultOf({ time: new Date("2029-11-21T08:00:00Z") })).toBe("");
  });

  test("when it is hashed or signed in a way that is weak or not known in every browser", async () => {
    expect(await faultOf({ hash: "sha1" }, rsa)).toBe("stamp.algorithm");
    expect(await faultOf({ hash: "sha1", method: "pss" }, rsa)).toBe("stamp.algorithm");
    expect(await faultOf({}, aHolder("rsa-1024", "Alder Stamps", root))).toBe("stamp.algorithm");
    expect(await faultOf({}, aHolder("p521", "Alder Stamps", root))).toBe("stamp.algorithm");
  });

  test("when it is of another version, or says something critical that nobody knows", async () => {
    expect(await faultOf({ version: 2 })).toBe("stamp.shape");
    const said = (isCritical: boolean) => [tagged(0xa1, anExtension("1.2.3.4.5", isCritical, NULL))];
    expect(await faultOf({ more: said(true) })).toBe("stamp.shape");
    expect(await faultOf({ more: said(false) })).toBe("");
    expect(await faultOf({ more: [oid("1.2.3")] })).toBe("stamp.shape");
  });

  test("when it is no answer of a service at all", async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from("<html>"), randomBytes(3000), question, Buffer.alloc(MOST_STAMP_BYTES, 0x30)])
      expect(await fault(bytes)).toBe("stamp.shape"); // prettier-ignore
    expect(await fault(Buffer.concat([answer(), Buffer.of(0)]))).toBe("stamp.shape");
  });
});

describe("whoever changes a byte of a time stamp", () => {
  test("never gets one that holds with another time, authority or number, and never breaks the reader", async () => {
    const chosen = [answer({ sent: [ec, root] }), answer({}, rsa), answer({ method: "pss", names: "both" }, rsa)];
    const before = await Promise.all(chosen.map((bytes) => check(bytes)));
    let held = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 }), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, flipped) => {
        const bytes = Buffer.from(chosen[which]!);
        bytes[at % bytes.length]! ^= flipped;
        if ((await fault(bytes)) !== "") return;
        held += 1;
        const { time, nonce: asked, authorities } = await check(bytes);
        expect({ time, asked }).toEqual({ time: before[which]!.time, asked: before[which]!.nonce });
        expect(authorities[0]).toEqual(before[which]!.authorities[0]);
      }),
      { numRuns: 1500 },
    );
    // What nobody signs: other certificates, lists of methods. The seal of the pack covers it.
    expect(held).toBeLessThan(600);
  });

  test("or cuts it off anywhere gets a fault", async () => {
    const bytes = answer();
    for (let length = 0; length < bytes.length; length += 7)
      expect(await fault(bytes.subarray(0, length))).toBe("stamp.shape");
  });
});
