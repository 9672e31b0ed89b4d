import { verify } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aFolder } from "../../tests/builders";
import { fingerprintShown } from "../pack/fingerprint";
import { publicKeyOf, signingKey } from "./signing-key.server";

let folder: ReturnType<typeof aFolder>;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => folder.remove());
const file = () => path.join(folder.path, "signing.key");

test("is made on first use, is readable by its owner alone, and is the same ever after", async () => {
  const first = await signingKey(folder.path);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder.path)).toEqual(["signing.key"]);
  const again = await signingKey(folder.path);
  expect(again.fingerprint).toBe(first.fingerprint);
  expect(first.publicKey).toHaveLength(32);
  const message = Buffer.from("what is signed");
  expect(verify(null, message, publicKeyOf(first.publicKey), again.sign(message))).toBe(true);
  expect(verify(null, Buffer.from("something else"), publicKeyOf(first.publicKey), again.sign(message))).toBe(false);
});

test("is one key for processes that make it at the same time", async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => signingKey(folder.path)));
  expect(new Set(made.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  expect(readdirSync(folder.path)).toEqual(["signing.key"]);
});

test("a file that is no such key, or a damaged one, is an error and stays as it is", async () => {
  await signingKey(folder.path);
  const whole = readFileSync(file(), "utf8");
  const another = await signingKey(aFolder().path);
  const swapped = whole.replace(
    /-----BEGIN PUBLIC KEY-----[^]*/u,
    publicKeyOf(another.publicKey).export({ type: "spki", format: "pem" }).toString(),
  );
  const at = whole.indexOf("\n") + 40;
  const damaged = `${whole.slice(0, at)}${whole[at] === "A" ? "B" : "A"}${whole.slice(at + 1)}`;
  for (const text of ["", "not a key", whole.slice(0, 60), `${whole}\n`, swapped, damaged]) {
    writeFileSync(file(), text);
    await expect(signingKey(folder.path)).rejects.toThrow("signing.key in the data folder is not an Ed25519 key");
    expect(readFileSync(file(), "utf8")).toBe(text);
  }
  writeFileSync(file(), whole);
  chmodSync(file(), 0o600);
  expect((await signingKey(folder.path)).publicKey).toHaveLength(32);
});

test("a fingerprint is shown in groups of four", () => {
  expect(fingerprintShown("0123456789abcdef")).toBe("0123 4567 89ab cdef");
});
