import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.server";

test("the password that was hashed is accepted and any other is not", async () => {
  const stored = await hashPassword("correct horse battery");
  expect(await verifyPassword("correct horse battery", stored)).toBe(true);
  expect(await verifyPassword("correct horse batterz", stored)).toBe(false);
});

test("two hashes of one password differ, so that equal passwords cannot be seen", async () => {
  const [first, second] = [await hashPassword("same words here"), await hashPassword("same words here")];
  expect(first).not.toBe(second);
  expect(first.startsWith("scrypt$32768$8$3$")).toBe(true);
});

test("the same password typed with other Unicode composition is accepted", async () => {
  expect(await verifyPassword("cafe\u0301 au lait!", await hashPassword("caf\u00e9 au lait!"))).toBe(true);
});

test.each(["", "scrypt", "md5$1$2$3$a$b", "scrypt$99999999$8$3$AAAA$AAAA", "scrypt$32768$8$3$AAAA$AAAA"])(
  "a hash that cannot be read never matches: %s",
  async (stored) => {
    expect(await verifyPassword("anything at all", stored)).toBe(false);
  },
);
