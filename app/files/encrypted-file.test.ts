import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFolder } from "../../tests/builders";
import { decryptFile, encryptFile, sha256OfEncrypted } from "./encrypted-file.server";
import { instanceKey, type InstanceKey } from "./instance-key.server";

const folder = aFolder("candour-encrypted-");
afterAll(() => folder.remove());
const [plain, sealed] = [path.join(folder.path, "plain"), path.join(folder.path, "deep", "sealed")];
const CHUNK = 65_536;
const HEADER = 48;
const TAG = 16;
let key: InstanceKey;
beforeAll(async () => {
  key = await instanceKey(folder.path);
});

async function read(file = sealed, subject = "upload"): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of decryptFile(file, key, subject)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Encrypts so many bytes of chance. */
async function encrypt(size: number): Promise<Buffer> {
  const bytes = randomBytes(size);
  writeFileSync(plain, bytes);
  await encryptFile(plain, sealed, key, "upload");
  return bytes;
}

describe("an encrypted file", () => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])(
    "of %i bytes reads back as it was",
    async (size) => {
      const bytes = await encrypt(size);
      expect((await read()).equals(bytes)).toBe(true);
    },
  );

  test("says the SHA-256 of what it holds, and holds nothing of it in the clear", async () => {
    writeFileSync(plain, "ann@mill.example,".repeat(10_000));
    const { sha256, bytes } = await encryptFile(plain, sealed, key, "upload");
    expect(await sha256OfEncrypted(sealed, key, "upload")).toBe(sha256);
    expect(statSync(sealed).size).toBe(bytes);
    expect(readFileSync(sealed).includes("ann@mill")).toBe(false);
  });

  const three = async () => {
    await encrypt(3 * CHUNK);
    const file = readFileSync(sealed);
    const chunk = (n: number) => file.subarray(HEADER + n * (CHUNK + TAG), HEADER + (n + 1) * (CHUNK + TAG));
    return { file, header: file.subarray(0, HEADER), chunk };
  };
  test.each<[string, (made: Awaited<ReturnType<typeof three>>) => Buffer]>([
    ["its last chunk cut off", ({ header, chunk }) => Buffer.concat([header, chunk(0), chunk(1)])],
    ["its last bytes cut off", ({ file }) => file.subarray(0, file.length - 1)],
    ["two chunks in each other's place", ({ header, chunk }) => Buffer.concat([header, chunk(1), chunk(0), chunk(2)])],
    ["a chunk left out", ({ header, chunk }) => Buffer.concat([header, chunk(0), chunk(2)])],
    ["a chunk twice", ({ header, chunk }) => Buffer.concat([header, chunk(0), chunk(0), chunk(1), chunk(2)])],
    ["something behind its end", ({ file, chunk }) => Buffer.concat([file, chunk(2)])],
    ["nothing but its header", ({ header }) => Buffer.from(header)],
    [
      "one bit changed",
      ({ file }) => {
        file[HEADER + CHUNK + 100]! ^= 1;
        return file;
      },
    ],
    [
      "another salt",
      ({ file }) => {
        file[20]! ^= 1;
        return file;
      },
    ],
  ])("with %s is not read to its end", async (_, change) => {
    writeFileSync(sealed, change(await three()));
    await expect(read()).rejects.toMatchObject({ code: "original.damaged" });
  });

  test("of one upload cannot stand for another's", async () => {
    await encrypt(10);
    await expect(read(sealed, "another upload")).rejects.toMatchObject({ code: "original.damaged" });
  });

  test("of another installation's key is told from a damaged one", async () => {
    await encrypt(10);
    const other = await instanceKey(await mkdtemp(path.join(folder.path, "other-")));
    await expect(decryptFile(sealed, other, "upload").next()).rejects.toMatchObject({ code: "original.other-key" });
  });

  test("that could not be written leaves nothing behind", async () => {
    const target = path.join(folder.path, "none");
    await expect(encryptFile(path.join(folder.path, "not there"), target, key, "upload")).rejects.toThrow();
    expect([existsSync(target), existsSync(`${target}.part`)]).toEqual([false, false]);
  });
});

describe("the instance key", () => {
  test("is made once, even by two at the same time, and only its owner may read it", async () => {
    const place = await mkdtemp(path.join(folder.path, "key-"));
    const made = await Promise.all(Array.from({ length: 8 }, () => instanceKey(place)));
    expect(new Set(made.map(({ key: bytes }) => bytes.toString("hex"))).size).toBe(1);
    expect(statSync(path.join(place, "instance.key")).mode & 0o777).toBe(0o600);
    expect(made[0]!.key.length).toBe(32);
  });

  test("is never replaced by a new one when it is broken", async () => {
    const place = await mkdtemp(path.join(folder.path, "key-"));
    writeFileSync(path.join(place, "instance.key"), "short");
    await expect(instanceKey(place)).rejects.toThrow("32 bytes");
    expect(readFileSync(path.join(place, "instance.key"), "utf8")).toBe("short");
  });
});
