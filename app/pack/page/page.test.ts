/** verify.html as a file: what is in it, and what it may do. tests/e2e/verify-page.spec.ts opens it in a browser. */
import { createHash } from "node:crypto";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { verifyPage as english } from "../../i18n/en/verify-page";
import { verifyPage as russian } from "../../i18n/ru/verify-page";
import { makeVerifyPage } from "../../start/verify-page.mjs";

const DATA = "ab".repeat(32);
let page: string;
beforeAll(async () => {
  page = await makeVerifyPage(path.resolve(import.meta.dirname, "../../.."), DATA);
});

const inside = (tag: string) =>
  [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "gu"))].map((match) => match[1]!);
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the first sentence tells the reader to take the verifier from the project", () => {
  const body = page.slice(page.indexOf("<main>"));
  expect(/>([^<]+)</u.exec(body.replaceAll(/\s*\n\s*/gu, ""))![1]).toBe(english.warning);
});

test("whoever has no script reads that sentence, and what to do, in both languages", () => {
  const said = inside("noscript").join();
  for (const sentence of [english.noScript, russian.warning, russian.noScript]) expect(said).toContain(sentence);
});

test("its policy lets run the one script and the one style in it, and nothing be fetched or sent", () => {
  const [script, style] = [inside("script"), inside("style")];
  expect([script.length, style.length]).toEqual([1, 1]);
  const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)![1]!;
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    `script-src ${hash(script[0]!)}`,
    `style-src ${hash(style[0]!)}`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test("it is whole: no link, picture, font or script lies elsewhere", () => {
  const [style] = inside("style");
  expect(style!.match(/@import|url\(/gu)).toBeNull();
  const [script] = inside("script");
  expect(page.replace(script!, "").match(/<(?:link|img|iframe|object)\b|<script [^>]+|\b(?:src|href)=/gu)).toBeNull();
});

test("the same sources give the same bytes", async () => {
  expect(await makeVerifyPage(path.resolve(import.meta.dirname, "../../.."), DATA)).toBe(page);
});

test("it names the reference data of its version, carries the licences of what it is made of, and stays under half a megabyte", () => {
  expect(page).toContain(`data-reference="${DATA}"`);
  for (const name of ["zod", "i18next"]) expect(page).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n.*MIT`, "mu"));
  expect(Buffer.byteLength(page)).toBeLessThan(2 ** 19);
});

test("it has the colours of the product for light and for dark", () => {
  const [style] = inside("style");
  expect(style).toContain("--paper: #f4f5f3");
  expect(style).toMatch(/prefers-color-scheme:\s*dark\)\{:root\{--paper: #11171a/u);
});
