/** The verifier as a page, opened from the disk as whoever got a pack opens it. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test, type Page } from "@playwright/test";
import yazl from "yazl";
import { pack as en } from "../../app/i18n/en/pack";
import { verifyPage as words } from "../../app/i18n/en/verify-page";
import { verifyPage as russian } from "../../app/i18n/ru/verify-page";
import { inflate } from "../../app/pack/page/browser-tools";
import { readEntries, readEntry } from "../../app/pack/zip-reader";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PAGE = path.join(ROOT, "build/verify.html");
const LIST = "list/suppliers.jsonl";

const folder = mkdtempSync(path.join(tmpdir(), "candour-verify-page-"));
const at = (name: string) => path.join(folder, name);
const candour = async (...args: string[]) =>
  (
    await promisify(execFile)(process.execPath, [path.join(ROOT, "build/bin/cli.js"), ...args], {
      cwd: ROOT,
      env: { ...process.env, CANDOUR_DATA: at("data"), INIT_CWD: folder },
    })
  ).stdout;
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function filesOf(zip: Uint8Array): Promise<Map<string, Buffer>> {
  const source = { size: zip.length, read: async (from: number, length: number) => zip.subarray(from, from + length) };
  const files = new Map<string, Buffer>();
  for (const entry of await readEntries(source)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of readEntry(source, entry, inflate)) pieces.push(piece);
    files.set(entry.name, Buffer.concat(pieces));
  }
  return files;
}

async function zipped(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, { ...options, compress: bytes.length > 0 });
  zip.end();
  return buffer(zip.outputStream);
}

/** A pack as the command line writes it, and the same with one letter of one supplier's row changed. */
async function twoPacks(): Promise<{ files: Map<string, Buffer>; changedRow: number }> {
  const rows = ["Alder Cleaning Ltd,NO,Cleaning", "Birch Mill Ltd,BD,Clothing", "Cedar Farm Ltd,BR,Coffee"];
  writeFileSync(at("list.csv"), `Supplier name,Country,Category\n${rows.join("\n")}\n`);
  await candour("assess", "list.csv", "--out", "out", "--pack", "intact.zip");
  const files = await filesOf(readFileSync(at("intact.zip")));
  const list = files.get(LIST)!.toString("utf8");
  const changed = new Map(files).set(LIST, Buffer.from(list.replace("Birch Mill Ltd", "Birch Mall Ltd")));
  writeFileSync(at("changed.zip"), await zipped(changed));
  return { files, changedRow: list.split("\n").findIndex((row) => row.includes("Birch Mill Ltd")) + 1 };
}

const answer = (page: Page) => page.locator("#answer");

async function check(page: Page, file: string): Promise<void> {
  await page.getByLabel(words.pack, { exact: true }).setInputFiles(at(file));
  await page.getByRole("button", { name: words.check }).click();
  await expect(answer(page)).toBeVisible();
}

test("the page finds an intact pack intact, names the row of one changed byte, and reaches nothing outside", async ({
  page,
}) => {
  const { files, changedRow } = await twoPacks();
  const fingerprint = await candour("key", "show");
  // The page that lies in the pack is the one the project builds.
  expect(files.get("verify.html")!.equals(readFileSync(PAGE))).toBe(true);

  const reached: string[] = [];
  page.context().on("request", (request) => reached.push(request.url().split(":")[0]!));
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(PAGE).href);
  expect(await page.locator("main p").first().textContent()).toBe(words.warning);

  await check(page, "intact.zip");
  const title = answer(page).getByRole("heading", { level: 2 });
  await expect(title).toHaveText(words.intactUnchecked);
  await expect(title).toBeFocused();
  for (const sentence of [en.intact, words.signerNotChecked, en.dataOwn])
    await expect(answer(page)).toContainText(sentence);

  await page.getByLabel(words.key, { exact: true }).fill(fingerprint.trim().toUpperCase());
  await page.getByRole("button", { name: words.check }).click();
  await expect(title).toHaveText(words.intact);
  await expect(answer(page)).toContainText(en.signerExpected);
  await page.getByRole("button", { name: "Русский" }).click();
  await expect(title).toHaveText(russian.intact);
  await page.getByRole("button", { name: "English" }).click();

  await check(page, "changed.zip");
  await expect(title).toHaveText(words.notIntact);
  await expect(answer(page)).toContainText(`${LIST}, block 1, row ${changedRow}: ${en.fault["row.changed"]}`);

  await page.getByLabel(words.key, { exact: true }).fill("abc");
  await page.getByRole("button", { name: words.check }).click();
  await expect(page.getByText(words.keyWrong)).toBeVisible();
  await expect(answer(page)).toBeHidden();
  expect({ reached: reached.filter((scheme) => !["blob", "file"].includes(scheme)), complaints }).toEqual({
    reached: [],
    complaints: [],
  });
});
