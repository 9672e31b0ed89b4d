import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../db/canonical-json";
import { LISTS } from "../../app/pack/format";
import { aFolder } from "../builders";
import { filesOf, withRows, zipped } from "../services/small-pack";
import { builtProgram } from "./built-program";

const LIST = `Supplier name,Country,Category,Contact e-mail,Amount,Currency
Alder Cleaning Ltd,NO,Cleaning of buildings,ann@alder.example,1200.50,EUR
Birch Mill Ltd,BD,Clothing,bo@birch.example,900,EUR
Cedar Farm Ltd,BR,Coffee,,10,BRL
`;
const folder = aFolder();
const program = builtProgram("packs", folder.path);
const data = { CANDOUR_DATA: path.join(folder.path, "data") };
const run = (...args: string[]) => program.run(args, "", data);

beforeAll(async () => {
  await program.make();
  writeFileSync(path.join(folder.path, "list.csv"), LIST);
  const { status, stderr } = run("assess", "list.csv", "--out", "out", "--pack", "packs/one.zip");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
afterAll(() => {
  folder.remove();
  program.remove();
});

const pack = () => path.join(folder.path, "packs", "one.zip");

describe("candour assess --pack", () => {
  test("writes a pack that is intact, and says that no person signed it", () => {
    const { status, stdout, stderr } = run("verify", "packs/one.zip");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Intact: everything in this pack is as it was when it was signed");
    expect(stdout).toContain("The signer was not checked");
    expect(stdout).toContain("Not signed by a person");
    expect(stdout).toContain("3 scores computed again");
    expect(stdout).toContain("without the cells that are not kept: Contact e-mail");
  });

  test("keeps the hash of the file and not what is cut from it", async () => {
    const files = await filesOf(readFileSync(pack()));
    const text = [...files.values()].map((bytes) => Buffer.from(bytes).toString("latin1")).join("\n");
    expect(text.includes("ann@alder.example")).toBe(false);
    expect(text.includes(createHash("sha256").update(LIST).digest("hex"))).toBe(true);
    expect(files.get("list/kept")).toHaveLength(LIST.length);
  });

  test("leaves no pack when the file cannot be used", () => {
    expect(run("assess", "nothing.csv", "--out", "out2", "--pack", "packs/two.zip").status).toBe(2);
    expect(existsSync(path.join(folder.path, "packs", "two.zip"))).toBe(false);
  });
});

describe("candour key show", () => {
  test("prints the fingerprint by which verify knows the signer, in groups or without", () => {
    const shown = run("key", "show");
    expect(shown).toMatchObject({ status: 0, stderr: "" });
    expect(shown.stdout).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}\n$/u);
    const fingerprint = shown.stdout.trim();
    for (const key of [fingerprint, fingerprint.replaceAll(" ", "").toUpperCase()]) {
      const { status, stdout } = run("verify", "packs/one.zip", "--key", key);
      expect(status).toBe(0);
      expect(stdout).toContain("The signer is the one you named.");
    }
    const other = run("verify", "packs/one.zip", "--key", "0".repeat(64));
    expect(other.status).toBe(1);
    expect(other.stdout).toContain("The signer is not the one you named.");
    expect(run("verify", "packs/one.zip", "--key", "abc")).toMatchObject({ status: 2 });
    expect(run("key")).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("candour verify", () => {
  test("needs neither a data folder nor the file it was made of", () => {
    copyFileSync(pack(), path.join(folder.path, "moved.zip"));
    const nowhere = { CANDOUR_DATA: path.join(folder.path, "nowhere"), HOME: path.join(folder.path, "nowhere") };
    expect(program.run(["verify", "moved.zip"], "", nowhere)).toMatchObject({ status: 0 });
    expect(existsSync(path.join(folder.path, "nowhere"))).toBe(false);
  });

  test("ends with 1 and names file, block and row, in English, in Russian and as JSON", async () => {
    const files = await filesOf(readFileSync(pack()));
    const changed = withRows(files, LISTS.suppliers, (rows) => rows.with(1, rows[1]!.replace("Birch", "Beech")));
    writeFileSync(path.join(folder.path, "changed.zip"), await zipped(changed));
    const english = run("verify", "changed.zip");
    expect(english.status).toBe(1);
    expect(english.stdout).toContain(
      "1 thing is not as it should be:\n  ! list/suppliers.jsonl, block 1, row 2: The row was changed.",
    );
    const russian = run("verify", "changed.zip", "--language", "ru");
    expect(russian.status).toBe(1);
    expect(russian.stdout).toContain("! list/suppliers.jsonl, блок 1, строка 2: Строка изменена.");
    expect(JSON.parse(run("verify", "changed.zip", "--json").stdout)).toMatchObject({
      isIntact: false,
      signer: "not-checked",
      faults: [{ code: "row.changed", file: LISTS.suppliers, row: 2, block: 1 }],
    });
  });

  test("ends with 2 and one sentence for what is no pack", () => {
    const refused = run("verify", "list.csv");
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toBe(
      "This file is not looked into as a pack. It is no ZIP file. Give the file as it was handed to you.\n",
    );
    expect(run("verify", "list.csv", "--language", "ru").stderr).toContain("Этот файл не разбирается как пакет.");
    expect(run("verify", "absent.zip")).toMatchObject({ status: 2, stdout: "" });
    expect(run("verify")).toMatchObject({ status: 2, stdout: "" });
    expect(run("verify", "packs/one.zip", "--language", "xx")).toMatchObject({ status: 2, stdout: "" });
  });

  test("shows what a pack calls itself without letting it steer the terminal", async () => {
    const files = await filesOf(readFileSync(pack()));
    const named = new Map(files);
    const manifest = JSON.parse(Buffer.from(files.get("manifest.json")!).toString("utf8")) as {
      list: { fileName: string };
    };
    manifest.list.fileName = "\u001b[2Jlist\u202e.csv";
    named.set("manifest.json", Buffer.from(canonicalJson(manifest)));
    writeFileSync(path.join(folder.path, "named.zip"), await zipped(named));
    const { status, stdout } = run("verify", "named.zip");
    expect(status).toBe(1);
    expect(stdout).toContain("\ufffd[2Jlist\ufffd.csv");
  });
});
