/** Packs with a time stamp: what the verifier says of them, and what somebody could do to them. */
import { createHash } from "node:crypto";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../db/canonical-json";
import { pack as english } from "../../app/i18n/en/pack";
import { pack as russian } from "../../app/i18n/ru/pack";
import { createTranslator } from "../../app/i18n/translator";
import { LISTS, MANIFEST, SIGNATURE, SIGNED_AS, STAMP, STAMP_SEAL, type Manifest } from "../../app/pack/format";
import { verifyFile } from "../../app/pack/page/worker";
import { MOST_STAMP_BYTES } from "../../app/pack/stamp/check-stamp";
import { sealedBytes } from "../../app/pack/stamp/pack-stamp";
import { stampQuestion } from "../../app/pack/stamp/question";
import { checkWords } from "../../app/pack/words";
import { writePack, type Described } from "../../app/services/packs/write-pack.server";
import { aFolder } from "../builders";
import { aHolder, stampAnswer } from "../stamp-authority";
import { aKey, check, MADE_AT, smallPack, withJson, zipped, type PackFiles } from "./small-pack";

const folder = aFolder();
const ours = aKey();
const root = aHolder("p384", "Alder Root", null, { isAuthority: true });
const authority = aHolder("rsa", "Alder Stamps", root);
const stranger = aHolder("p256", "Other Stamps", null);
const TIME = "2026-11-21T08:00:09.000Z";
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/** A stamp over bytes. */
const stampOver = (bytes: Uint8Array, time = TIME, holder = authority, issuer = root) =>
  stampAnswer(holder, issuer, stampQuestion(sha256(bytes), Uint8Array.of(7)), {
    time: new Date(time),
    sent: issuer === holder ? [holder] : [holder, issuer],
  });
const seal = (stamp: Uint8Array, key = ours) =>
  Buffer.from(canonicalJson({ signature: key.sign(sealedBytes(stamp)).toString("hex") }));

let plain: PackFiles;
let pack: PackFiles;
beforeAll(async () => {
  plain = await smallPack(folder.path, ours);
  pack = await smallPack(folder.path, ours, async (bytes) => stampOver(bytes));
});
afterAll(folder.remove);

/** Code and file of what is found. */
const faults = async (files: PackFiles, expected: string | null = null) =>
  (await check(files, ours.fingerprint, expected)).faults.map(({ code, file }) => [code, file]);
const withStamp = (stamp: Uint8Array, key = ours) => new Map(pack).set(STAMP, stamp).set(STAMP_SEAL, seal(stamp, key));
const without = (files: PackFiles, ...names: readonly string[]) =>
  new Map([...files].filter(([name]) => !names.includes(name)));

describe("a pack with a time stamp", () => {
  test("is intact and says when, by whom, and whether that was who was expected", async () => {
    const found = await check(pack, ours.fingerprint);
    expect(found).toMatchObject({ isIntact: true, faults: [], manifest: { timestamp: "RFC 3161" } });
    expect(found.stamp).toEqual({
      time: TIME,
      accuracy: 1000,
      authorities: [
        { name: "Alder Stamps, Alder Time", fingerprint: authority.fingerprint },
        { name: "Alder Root, Alder Time", fingerprint: root.fingerprint },
      ],
      authority: "not-checked",
    });
    for (const { fingerprint } of [authority, root])
      expect(await check(pack, null, fingerprint)).toMatchObject({
        isIntact: true,
        stamp: { authority: "as-expected" },
      });
    expect(await check(pack, null, stranger.fingerprint)).toMatchObject({
      isIntact: false,
      stamp: { authority: "not-as-expected" },
      faults: [
        {
          code: "stamp.other-authority",
          file: STAMP,
          values: { fingerprint: authority.fingerprint, expected: stranger.fingerprint },
        },
      ],
    });
  });

  test("is the same in a browser", async () => {
    const file = new Blob([Uint8Array.from(await zipped(pack))]);
    for (const expected of [null, root.fingerprint, stranger.fingerprint])
      expect(await verifyFile({ file, fingerprint: null, authority: expected }, () => {})).toEqual({
        kind: "checked",
        check: await check(pack, null, expected),
      });
  });

  test("holds the stamp of its signature, which names the manifest, whatever the key", () => {
    const signature = JSON.parse(Buffer.from(pack.get(SIGNATURE)!).toString("utf8")) as { manifestSha256: string };
    expect(signature.manifestSha256).toBe(sha256(pack.get(MANIFEST)!).toString("hex"));
    expect(Buffer.from(pack.get(STAMP)!).includes(sha256(pack.get(SIGNATURE)!))).toBe(true);
  });

  test("is told of in both languages, with how to check the authority", async () => {
    for (const [language, words] of [["en", english], ["ru", russian]] as const) {
      const translator = createTranslator(language, { pack: words });
      const own = { dataHash: "", signerNotChecked: "", authorityNotChecked: words.stamp.notChecked };
      const { notes } = checkWords(translator, await check(pack), own);
      expect(notes.filter((note) => note.includes(TIME) && note.includes("Alder Stamps"))).toHaveLength(1);
      expect(notes).toContain(words.stamp.notChecked);
      expect(notes.filter((note) => note.includes("Alder Root"))).toHaveLength(1);
      expect(checkWords(translator, await check(plain), own).notes).toContain(words.stamp.none);
      const gone = checkWords(translator, await check(without(pack, STAMP)), own);
      expect(gone.faults).toEqual([`${STAMP}: ${words.fault["stamp.missing"]}`]);
      expect(gone.notes).not.toContain(words.stamp.none);
      expect(checkWords(translator, await check(pack, null, root.fingerprint), own).notes).toContain(words.stamp.expected);
      expect(checkWords(translator, await check(pack, null, stranger.fingerprint), own).notes).toContain(words.stamp.other);
    }
  }); // prettier-ignore
});

describe("a pack without a time stamp", () => {
  test("is as it was before there were any, and intact", async () => {
    const found = await check(plain, ours.fingerprint);
    expect(found).toMatchObject({ isIntact: true, stamp: null });
    expect(found.manifest).not.toHaveProperty("timestamp");
    expect(Object.keys(JSON.parse(Buffer.from(plain.get(SIGNATURE)!).toString("utf8")) as object)).toEqual(["algorithm", "publicKey", "signature"]); // prettier-ignore
    expect([...plain.keys()]).not.toContain(STAMP);
  });

  test("is not what a reader expects who names an authority", async () => {
    expect(await faults(plain, root.fingerprint)).toEqual([["stamp.none", STAMP]]);
  });

  test("gets none put in by somebody else", async () => {
    const stamp = stampOver(plain.get(SIGNATURE)!);
    expect(await faults(new Map(plain).set(STAMP, stamp))).toEqual([["stamp.unannounced", STAMP]]);
    expect(await faults(new Map(plain).set(STAMP, stamp).set(STAMP_SEAL, seal(stamp, aKey())))).toEqual([
      ["stamp.unannounced", STAMP],
      ["stamp.unannounced", STAMP_SEAL],
    ]);
  });
});

describe("whoever has a stamped pack and not its key", () => {
  test("cannot take the stamp out, also not with every word of it", async () => {
    expect(await faults(without(pack, STAMP))).toEqual([["stamp.missing", STAMP]]);
    expect(await faults(without(pack, STAMP_SEAL))).toEqual([["stamp.missing", STAMP_SEAL]]);
    const unsaid = withJson<{ timestamp?: string }>(without(pack, STAMP, STAMP_SEAL), MANIFEST, (manifest) => void delete manifest.timestamp); // prettier-ignore
    expect(await faults(unsaid)).toEqual([["signature.wrong", SIGNATURE]]);
    const unnamed = withJson<{ manifestSha256?: string }>(unsaid, SIGNATURE, (one) => void delete one.manifestSha256);
    expect(await faults(unnamed)).toEqual([["signature.wrong", SIGNATURE]]);
  });

  test("cannot exchange it for a later one of the same authority, or one of another pack", async () => {
    const later = stampOver(pack.get(SIGNATURE)!, "2026-12-24T08:00:00.000Z");
    expect(await faults(new Map(pack).set(STAMP, later))).toEqual([["stamp.seal", STAMP]]);
    expect(await faults(withStamp(later, aKey()))).toEqual([["stamp.seal", STAMP]]);
    expect((await check(withStamp(later, aKey()))).stamp).toBeNull();
    const other = stampOver(plain.get(SIGNATURE)!);
    expect(await faults(new Map(pack).set(STAMP, other))).toEqual([
      ["stamp.seal", STAMP],
      ["stamp.other", STAMP],
    ]);
    expect(await faults(new Map(pack).set(STAMP_SEAL, Buffer.from("{}")))).toEqual([["stamp.seal", STAMP]]);
  });

  test("is found by any byte of it that is changed, also one that the authority did not sign", async () => {
    const stamp = pack.get(STAMP)!;
    for (let at = 0; at < stamp.length; at += 101) {
      const bytes = Buffer.from(stamp);
      bytes[at]! ^= 1;
      const { isIntact, stamp: read, faults: found } = await check(new Map(pack).set(STAMP, bytes));
      expect([at, isIntact, read]).toEqual([at, false, null]);
      expect(found[0]).toMatchObject({ code: "stamp.seal", file: STAMP });
    }
  });

  test("cannot make the reader swallow a large one", async () => {
    const large = withStamp(Buffer.alloc(MOST_STAMP_BYTES + 1));
    await expect(check(large)).rejects.toMatchObject({ code: "file-too-large", file: STAMP });
  });
});

describe("whoever holds the key", () => {
  /** Signed anew by the key, with the stamp that was there. */
  const signedAnew = (change: (manifest: Manifest) => void): PackFiles => {
    const files = withJson(pack, MANIFEST, change);
    const manifest = Buffer.from(files.get(MANIFEST)!);
    return withJson<{ signature: string; manifestSha256: string }>(files, SIGNATURE, (one) => {
      one.signature = ours.sign(Buffer.concat([Buffer.from(SIGNED_AS), manifest])).toString("hex");
      one.manifestSha256 = sha256(manifest).toString("hex");
    });
  };

  test("cannot put an old stamp under a manifest that was changed later", async () => {
    expect(await faults(signedAnew((manifest) => void (manifest.workspace.name = "Birch")))).toEqual([
      ["stamp.other", STAMP],
    ]);
  });

  test("cannot say that the pack was made after it was stamped", async () => {
    const early = stampOver(pack.get(SIGNATURE)!, "2026-11-21T07:54:00.000Z");
    expect((await check(withStamp(early))).faults).toMatchObject([
      { code: "stamp.early", file: STAMP, values: { time: "2026-11-21T07:54:00.000Z", madeAt: MADE_AT } },
    ]);
  });

  test("has no stamp that holds by a certificate that had expired, or by a service that refused", async () => {
    const old = aHolder("p256", "Alder Old", root, { until: new Date("2026-11-20T00:00:00Z") });
    expect(await faults(withStamp(stampOver(pack.get(SIGNATURE)!, TIME, old)))).toEqual([["stamp.expired", STAMP]]);
    const refusal = stampAnswer(authority, root, stampQuestion(sha256(pack.get(SIGNATURE)!), Uint8Array.of(7)), { time: new Date(TIME), status: 2 }); // prettier-ignore
    expect(await faults(withStamp(refusal))).toEqual([["stamp.refused", STAMP]]);
  });
});

test("a pack whose stamp or rows cannot be had is not waited for, and says why", async () => {
  const refused = new Error("no stamp today");
  await expect(smallPack(folder.path, ours, () => Promise.reject(refused))).rejects.toThrow("no stamp today");
  const target = path.join(folder.path, "broken.zip");
  async function* broken(): AsyncGenerator<object[]> {
    yield [{ no: 1 }];
    throw new Error("the database is gone");
  }
  const parts = [{ path: LISTS.suppliers, rows: broken }];
  await expect(writePack(target, parts, {} as Described, ours)).rejects.toThrow("the database is gone");
});
