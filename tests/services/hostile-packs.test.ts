import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buffer } from "node:stream/consumers";
import yazl from "yazl";
import { INDEX, LISTS, MANIFEST, SIGNATURE } from "../../app/pack/format";
import { isRefusal, type RefusalCode } from "../../app/pack/refusal";
import { verifyPack } from "../../app/pack/verify";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { aFolder } from "../builders";
import { aKey, resealed, smallPack, sourceOf, withJson, zipped, type PackFiles } from "./small-pack";

const folder = aFolder();
const key = aKey();
let pack: PackFiles;
let zip: Buffer;
beforeAll(async () => {
  pack = await smallPack(folder.path, key);
  zip = await zipped(pack);
});
afterAll(folder.remove);

/** Why these bytes are not looked into; null when they are. */
async function refusedBecause(bytes: Uint8Array): Promise<RefusalCode | null> {
  try {
    await verifyPack(sourceOf(bytes), NODE_TOOLS, { fingerprint: null });
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.code;
  }
}

/** Where the entry of a file begins in the directory at the end. */
const directoryEntry = (bytes: Buffer, name: string): number => {
  const directory = bytes.readUInt32LE(bytes.length - 6);
  return bytes.indexOf(name, directory) - 46;
};

/** The pack with something else in the directory's entry of a file. */
const withEntry = (name: string, change: (bytes: Buffer, at: number) => void): Buffer => {
  const bytes = Buffer.from(zip);
  change(bytes, directoryEntry(bytes, name));
  return bytes;
};

/** Every place of a name, in front of the file and in the directory, called otherwise; both as long. */
const renamed = (from: string, to: string): Buffer => {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, "latin1");
  return bytes;
};

/** Any files in a container as Candour writes it. */
async function container(
  files: readonly (readonly [name: string, bytes: Buffer])[],
  more: object = {},
): Promise<Buffer> {
  const made = new yazl.ZipFile();
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, ...more };
  for (const [name, bytes] of files) made.addBuffer(bytes, name, options);
  made.end();
  return buffer(made.outputStream);
}

describe("is refused before anything of it is unpacked:", () => {
  test("what is no ZIP, is cut off, or has something in front of it or behind it", async () => {
    expect(await refusedBecause(Buffer.from(""))).toBe("not-a-pack");
    expect(await refusedBecause(Buffer.from("name;country\nMill;DE\n".repeat(9)))).toBe("not-a-pack");
    expect(await refusedBecause(zip.subarray(0, zip.length - 1))).toBe("trailing");
    expect(await refusedBecause(Buffer.concat([zip, Buffer.from("x")]))).toBe("trailing");
    expect(await refusedBecause(Buffer.concat([Buffer.from("x"), zip]))).toBe("gap");
    expect(await refusedBecause(Buffer.concat([zip, zip]))).toBe("gap");
  });

  test.each([
    "../t/kept",
    "/ist/kept",
    "C:st/kept",
    "li\\t/kept",
    "list/ke\u0000t",
    "list//ept",
    ".ist/kept",
    "list/kep/",
  ])("a file named %j", async (name) => {
    expect(await refusedBecause(renamed("list/kept", name))).toBe("name");
  });

  test("two files of one name, also where only capitals tell them apart", async () => {
    expect(await refusedBecause(renamed("READ-ME.ru.txt", "READ-ME.ru.txt"))).toBeNull();
    expect(await refusedBecause(renamed("list/kept", "list/Kept"))).toBe("unknown-file");
    const twice = [...pack].map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
    expect(await refusedBecause(await container([...twice, ["list/kept", Buffer.from("x")]]))).toBe("twice");
    expect(await refusedBecause(await container([...twice, ["LIST/KEPT", Buffer.from("x")]]))).toBe("twice");
  });

  test("a link, a folder, a program, an encrypted file, an unknown way of packing, a comment", async () => {
    const mode = (value: number) =>
      withEntry("list/kept", (bytes, at) => void bytes.writeUInt32LE((value << 16) >>> 0, at + 38));
    expect(await refusedBecause(mode(0o120777))).toBe("link");
    expect(await refusedBecause(mode(0o040755))).toBe("entry");
    expect(await refusedBecause(mode(0o100755))).toBe("entry");
    expect(await refusedBecause(withEntry("list/kept", (bytes, at) => void bytes.writeUInt16LE(0x0801, at + 8)))).toBe(
      "entry",
    );
    expect(await refusedBecause(withEntry("list/kept", (bytes, at) => void bytes.writeUInt16LE(12, at + 10)))).toBe(
      "entry",
    );
    expect(
      await refusedBecause(withEntry("list/kept", (bytes, at) => void bytes.writeUInt16LE(0, at + 12))),
    ).toBeNull();
    expect(await refusedBecause(withEntry("list/kept", (bytes, at) => void bytes.writeUInt16LE(9, at + 14)))).toBe(
      "entry",
    );
    expect(await refusedBecause(await container([], { fileComment: "x" }))).toBe("missing");
    expect(await refusedBecause(await container([["list/kept", Buffer.from("x")]], { fileComment: "x" }))).toBe(
      "entry",
    );
  });

  test("files that overlap, that leave room between them, or of which front and directory say different things", async () => {
    const moved = withEntry("list/kept", (bytes, at) => void bytes.writeUInt32LE(0, at + 42));
    expect(await refusedBecause(moved)).toBe("gap");
    const shorter = withEntry("list/kept", (bytes, at) => void bytes.writeUInt32LE(1, at + 20));
    expect(await refusedBecause(shorter)).toBe("gap");
    const front = Buffer.from(zip);
    front.writeUInt16LE(0x0801, front.indexOf("list/kept") - 24);
    expect(await refusedBecause(front)).toBe("entry");
  });

  test("more files than a pack has", async () => {
    const many = Array.from({ length: 600 }, (_, n) => [`reports/${n}.pdf`, Buffer.from("x")] as const);
    expect(await refusedBecause(await container(many))).toBe("too-many-files");
  });
});

describe("costs nothing and is refused:", () => {
  test("a file that says it is gigabytes", async () => {
    const huge = withEntry("list/kept", (bytes, at) => void bytes.writeUInt32LE(0xf0000000, at + 24));
    expect(await refusedBecause(huge)).toBe("bomb");
  });

  test("a document, or a row, larger than it may be", async () => {
    const others = [...pack]
      .filter(([name]) => name !== MANIFEST)
      .map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
    const large = await container([...others, [MANIFEST, Buffer.alloc(2 ** 26 + 1, "[")]]);
    expect(await refusedBecause(large)).toBe("file-too-large");
    const row = new Map(pack).set(LISTS.issues, Buffer.alloc(2 ** 24 + 2 ** 17, "["));
    expect(await refusedBecause(await zipped(row))).toBe("row-too-long");
  });

  test("a file that unpacks to more, or to less, than it says, or to nothing at all", async () => {
    const sized = (by: number) => {
      const bytes = Buffer.from(zip);
      for (let at = bytes.indexOf("READ-ME.txt"); at >= 0; at = bytes.indexOf("READ-ME.txt", at + 1)) {
        const isFront = bytes.readUInt32LE(at - 30 < 0 ? 0 : at - 30) === 0x04034b50;
        const size = isFront ? at - 8 : at - 22;
        bytes.writeUInt32LE(bytes.readUInt32LE(size) + by, size);
      }
      return bytes;
    };
    expect(await refusedBecause(sized(-1))).toBe("bomb");
    expect(await refusedBecause(sized(1))).toBe("compressed");
    const broken = Buffer.from(zip);
    broken[broken.indexOf("READ-ME.txt") + 11]! = 0xff;
    expect(await refusedBecause(broken)).toBe("compressed");
  });
});

describe("what hangs on files that everything hangs on:", () => {
  test.each([INDEX, MANIFEST, SIGNATURE])("without %s it is no pack", async (name) => {
    const without = new Map(pack);
    without.delete(name);
    expect(await refusedBecause(await zipped(without))).toBe("missing");
  });

  test.each([
    ["a number no computer has", '{"format":1e999}'],
    ["another spelling", '{ "format": "candour-pack/1" }'],
    ["nesting without an end", "[".repeat(100_000)],
    ["what only looks like an object", '{"__proto__":{"format":"candour-pack/1"}}'],
    ["a later version", '{"format":"candour-pack/9"}'],
    ["nothing", ""],
  ])("a manifest with %s is not read", async (_what, text) => {
    const changed = new Map(pack).set(MANIFEST, Buffer.from(text));
    expect(await refusedBecause(await zipped(changed))).toBe("format");
  });

  test("a file that this version does not know is no reason to trust the rest", async () => {
    const more = resealed(new Map(pack).set("list/more.json", Buffer.from("{}\n")), key);
    expect(await refusedBecause(await zipped(more))).toBe("unknown-file");
  });
});

test("rows that are no rows, reference data that are none, and numbers beyond counting are faults and no crash", async () => {
  const codes = async (files: PackFiles) => {
    const { faults } = await verifyPack(sourceOf(await zipped(resealed(files, key))), NODE_TOOLS, {
      fingerprint: null,
    });
    return new Set(faults.map(({ code }) => code));
  };
  const row = (list: string, text: string) => new Map(pack).set(list, Buffer.from(text));
  expect(await codes(row(LISTS.suppliers, "null\n[]\n{}\n\n"))).toContain("row.shape");
  expect(await codes(row(LISTS.events, `{"from":1,"hash":"${"0".repeat(64)}","to":9007199254740991}\n`))).toContain(
    "trail.head",
  );
  expect(await codes(row(LISTS.findings, "1\n"))).toContain("row.shape");
  for (const data of ["[]", "{}", '{"countries":7}', "not json"])
    expect((await codes(row("model/reference.json", data))).size).toBeGreaterThan(0);
  const spend = withJson<{ currencies: { file: string }[] }>(pack, "list/totals.json", ({ currencies }) => {
    currencies[0]!.file = "9".repeat(31);
  });
  expect(await codes(spend)).toContain("file.shape");
});
