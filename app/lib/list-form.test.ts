import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { keptInMemory, receiveEdition } from "./list-form.server";

const part = (name: string, bytes: number) => ({
  name,
  filename: name,
  contentType: "text/csv",
  data: (async function* () {
    yield new Uint8Array(bytes);
  })(),
});

test("the parts of a form are kept up to a limit for all of them together", async () => {
  const keep = keptInMemory(1000);
  expect(await keep(part("file", 600))).toMatchObject({ size: 600 });
  await expect(keep(part("file", 600))).rejects.toMatchObject({ code: "upload.too-large", status: 413 });
});

const dataDir = mkdtempSync(path.join(tmpdir(), "candour-form-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const receive = (list: string, title: string) => {
  const form = new FormData();
  form.set("list", list);
  form.set("title", title);
  form.set("file", new File(["name\nGrey Heron SA\n"], "own.csv"));
  return receiveEdition(form, "Us", { dataDir, maxUploadBytes: 1000 });
};

test("a block list and an approved list of one name are two lists", async () => {
  const [block, approved] = [await receive("own-block", "Mills"), await receive("own-approved", "Mills")];
  expect(block!.listId).toBe("own-mills");
  expect(approved!.listId).not.toBe(block!.listId);
  expect(approved!.own).toMatchObject({ approved: true });
});
