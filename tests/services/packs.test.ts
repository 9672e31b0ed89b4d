import fc from "fast-check";
import { beforeAll, afterAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../db/canonical-json";
import { DOCUMENTS, INDEX, leavesOf, LISTS, MANIFEST, OPTIONAL, SIGNATURE } from "../../app/pack/format";
import { canonicalValue } from "../../app/pack/read-files";
import { isRefusal } from "../../app/pack/refusal";
import type { SupplierRow, Totals } from "../../app/pack/rows";
import { modelOrVariant } from "../../risk-models";
import { aFolder } from "../builders";
import {
  aKey,
  check,
  filesOf,
  RECORDS,
  resealed,
  smallPack,
  SUPPLIERS,
  supplierOf,
  withJson,
  withRows,
  zipped,
  type PackFiles,
} from "./small-pack";

const folder = aFolder();
const ours = aKey();
const theirs = aKey();
let pack: PackFiles;
beforeAll(async () => {
  pack = await smallPack(folder.path, ours);
});
afterAll(folder.remove);

/** Code, file and row of everything found. */
const places = async (files: PackFiles, fingerprint: string | null = null) =>
  (await check(files, fingerprint)).faults.map(({ code, file, row, block }) => ({ code, file, row, block }));

describe("a pack as it was made", () => {
  test("is intact, every score computed again, and says so for the right key, another one, and none", async () => {
    expect(await check(pack, ours.fingerprint)).toMatchObject({
      isIntact: true,
      signer: "as-expected",
      recomputed: SUPPLIERS,
      reports: 2,
      rows: SUPPLIERS + RECORDS + 16,
      events: { open: 9, closed: 1, erased: 0 },
      faults: [],
    });
    expect(await check(pack)).toMatchObject({ isIntact: true, signer: "not-checked" });
    expect(await check(pack, theirs.fingerprint)).toMatchObject({
      isIntact: false,
      signer: "not-as-expected",
      faults: [{ code: "signature.other-key" }],
    });
  });

  test("is read to the same files from what was written", async () => {
    expect(await filesOf(await zipped(pack))).toEqual(pack);
  });
});

describe("whoever changes a file of a pack", () => {
  const named = (name: string) => (name.endsWith(".leaves") ? name.replace(/\.leaves$/u, ".jsonl") : name);

  test("is found by any single byte, and the file is named", async () => {
    const spots = [...pack].flatMap(([name, bytes]) => (bytes.length > 0 ? [[name, bytes.length] as const] : []));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...spots),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (spot, at, bits) => {
          const [name, length] = spot;
          const bytes = Buffer.from(pack.get(name)!);
          bytes[at % length]! ^= bits;
          const changed = new Map(pack).set(name, bytes);
          try {
            const found = await check(changed);
            expect(found.isIntact).toBe(false);
            // The signature covers the manifest: of the two nobody can say which was changed.
            const files = found.faults.map(({ file }) => (file === SIGNATURE ? MANIFEST : named(file)));
            expect(files).toContain(name === SIGNATURE ? MANIFEST : named(name));
          } catch (error) {
            expect(isRefusal(error) && error.file).toBe(name);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("is found by any single byte of the container, or has changed nothing that can be read", async () => {
    const zip = await zipped(pack);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: zip.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const changed = Buffer.from(zip);
        changed[at]! ^= bits;
        let files: PackFiles;
        try {
          files = await filesOf(changed);
        } catch (error) {
          expect(isRefusal(error)).toBe(true);
          return;
        }
        if (![...files].every(([name, bytes]) => Buffer.compare(pack.get(name) ?? Buffer.alloc(0), bytes) === 0))
          await expect(
            check(files).then(
              ({ isIntact }) => isIntact,
              () => false,
            ),
          ).resolves.toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  const lists = () => Object.values(LISTS).filter((list) => pack.get(list)!.length > 0);
  const rowsIn = (list: string) => Buffer.from(pack.get(list)!).toString("utf8").split("\n").length - 1;

  test("is found by any row that is removed, added, changed or swapped, and the row is named", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.constantFrom("removed", "added", "changed", "swapped"),
        async (l, r, how) => {
          const list = lists()[l % lists().length]!;
          const count = rowsIn(list);
          const at = r % count;
          if (how === "swapped" && at + 1 >= count) return;
          const changed = withRows(pack, list, (rows) =>
            how === "removed"
              ? rows.toSpliced(at, 1)
              : how === "added"
                ? rows.toSpliced(at, 0, '{"put":"in"}')
                : how === "changed"
                  ? rows.with(at, `${rows[at]!.slice(0, -1)},"zzz":1}`)
                  : rows.with(at, rows[at + 1]!).with(at + 1, rows[at]!),
          );
          const block = Math.floor(at / 1000) + 1;
          expect(await places(changed)).toContainEqual({ code: `row.${how}`, file: list, row: at + 1, block });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("is told the block where the hashes of the rows were taken along", async () => {
    const changed = withRows(pack, LISTS.records, (rows) => rows.with(1002, "{}"));
    changed.set(leavesOf(LISTS.records), new Uint8Array(32));
    expect(await places(changed)).toContainEqual({ code: "block.changed", file: LISTS.records, row: null, block: 2 });
  });

  test("is found by a file that was taken out or put in", async () => {
    const without = new Map(pack);
    without.delete(DOCUMENTS.sources);
    expect(await places(without)).toEqual([{ code: "file.missing", file: DOCUMENTS.sources, row: null, block: null }]);
    const more = new Map(pack).set(OPTIONAL.page, Buffer.from("<html>"));
    expect(await places(more)).toEqual([{ code: "file.unlisted", file: OPTIONAL.page, row: null, block: null }]);
    const report = new Map(pack).set("reports/register.pdf", Buffer.from("%PDF"));
    await expect(check(report)).rejects.toMatchObject({ code: "unknown-file", file: "reports/register.pdf" });
  });
});

describe("whoever makes every hash anew and signs with a key of their own", () => {
  const again = (
    files: PackFiles,
    ...more: Parameters<typeof resealed> extends [unknown, unknown, ...infer R] ? R : never
  ) => resealed(files, theirs, ...more);
  const rowOf = (n: number, change: (row: SupplierRow) => SupplierRow) => (rows: string[]) =>
    rows.with(n, canonicalJson(change(JSON.parse(rows[n]!) as SupplierRow)));

  test("has an intact pack whose signer is another", async () => {
    expect(await check(again(pack))).toMatchObject({ isIntact: true, signer: "not-checked" });
    expect(await check(again(pack), ours.fingerprint)).toMatchObject({ isIntact: false, signer: "not-as-expected" });
  });

  test("is found by any number of any result, for the score is computed again", async () => {
    const results: [string, (row: SupplierRow) => SupplierRow][] = [
      ["score", (row) => ({ ...row, result: { ...row.result, score: 1.5 } })],
      ["inherent", (row) => ({ ...row, result: { ...row.result, inherent: 1.5 } })],
      ["range", (row) => ({ ...row, result: { ...row.result, range: [1.5, 99] } })],
      ["coverage.context", (row) => ({ ...row, result: { ...row.result, coverage: { context: 0.01, supplier: 0 } } })],
      ["reasons", (row) => ({ ...row, result: { ...row.result, reasons: [] } })],
      ["floors", (row) => ({ ...row, result: { ...row.result, floors: ["iclsPair"] } })],
    ];
    for (const [part, change] of results) {
      const found = await check(again(withRows(pack, LISTS.suppliers, rowOf(1, change))));
      expect([part, found.faults]).toMatchObject([
        part,
        [{ code: "score.differs", file: LISTS.suppliers, row: 2, values: { part } }],
      ]);
    }
  });

  test("is found by a fact that the score hangs on", async () => {
    const moved = rowOf(1, (row) => ({ ...row, facts: { ...row.facts, recruitment: {} } }));
    expect(await places(again(withRows(pack, LISTS.suppliers, moved)))).toEqual([
      { code: "score.differs", file: LISTS.suppliers, row: 2, block: 1 },
    ]);
  });

  test("is found by a weight of the model, even where every score was computed with it", async () => {
    type Model = { dimensions: { country: { weight: number }; sector: { weight: number } } };
    const changed = withJson<Model>(pack, DOCUMENTS.model, ({ dimensions: { country, sector } }) => {
      country.weight -= 0.05;
      sector.weight += 0.05;
    });
    const found = await check(again(changed));
    expect(found.faults[0]).toMatchObject({ code: "model.other", file: DOCUMENTS.model, values: { model: "2026.2" } });
    expect(found.faults.some(({ code }) => code === "score.differs")).toBe(true);
  });

  test("is found by a model under a name nobody released", async () => {
    const changed = withJson<{ id: string }>(pack, DOCUMENTS.model, (model) => void (model.id = "2099.1"));
    const named = again(changed, (manifest) => void Object.assign(manifest.model, { id: "2099.1" }));
    expect((await check(named)).faults).toMatchObject([
      { code: "model.unknown" },
      { code: "trail.differs", values: { part: "model.id" } },
    ]);
  });

  test("is found by a supplier that was taken out, doubled or made up: the totals tell", async () => {
    const codes = async (change: (rows: string[]) => string[]) =>
      new Set((await check(again(withRows(pack, LISTS.suppliers, change)))).faults.map(({ code }) => code));
    expect(await codes((rows) => rows.slice(0, -1))).toEqual(new Set(["totals.differ"]));
    expect(await codes((rows) => [...rows, rows.at(-1)!])).toEqual(new Set(["row.order", "totals.differ"]));
    expect(await codes((rows) => [...rows, canonicalJson(supplierOf(SUPPLIERS))])).toEqual(new Set(["totals.differ"]));
    const { id } = supplierOf(0);
    expect(await codes(rowOf(2, (row) => ({ ...row, id })))).toEqual(new Set(["row.order"]));
  });

  test("is found by spend, by totals that do not add up, and by records of nobody", async () => {
    const spend = rowOf(2, (row) => ({ ...row, spend: { EUR: ["1", "0"] } }));
    expect((await check(again(withRows(pack, LISTS.suppliers, spend)))).faults).toMatchObject([
      { code: "totals.differ", values: { what: "EUR counted" } },
    ]);
    type Totals = { currencies: { file: string }[] };
    const file = withJson<Totals>(pack, DOCUMENTS.totals, ({ currencies }) => void (currencies[0]!.file = "1"));
    expect((await check(again(file))).faults).toMatchObject([{ code: "totals.differ", values: { what: "EUR file" } }]);
    const nobody = withRows(pack, LISTS.records, (rows) =>
      rows.with(9, rows[9]!.replace('"supplier":1', '"supplier":99')),
    );
    expect(await places(again(nobody))).toEqual([
      { code: "row.supplier", file: LISTS.records, row: 10, block: 1 },
      { code: "row.records", file: LISTS.suppliers, row: 1, block: 1 },
    ]);
  });

  test("is found by an event that is changed, taken out, or cut off at the end", async () => {
    const events = (change: (rows: string[]) => string[]) => places(again(withRows(pack, LISTS.events, change)));
    const at = { file: LISTS.events, block: 1 };
    expect(await events((rows) => rows.with(2, rows[2]!.replace("not-match", "match")))).toEqual([
      { code: "trail.contents", row: 3, ...at },
      { code: "row.differs", file: LISTS.matches, row: 1, block: 1 },
    ]);
    expect(await events((rows) => rows.with(2, rows[2]!.replace('"actor":"ines"', '"actor":"omar"')))).toEqual([
      { code: "trail.hash", row: 3, ...at },
      { code: "row.differs", file: LISTS.matches, row: 1, block: 1 },
    ]);
    expect((await events((rows) => rows.toSpliced(1, 1))).map(({ code }) => code)).toEqual([
      "trail.gap",
      "trail.hash",
      "trail.list",
    ]);
    expect((await events((rows) => rows.slice(0, -1))).map(({ code }) => code)).toEqual(["trail.head", "trail.untold"]);
    expect(
      (await events((rows) => rows.with(3, rows[3]!.replace(/"hash":"./u, '"hash":"f')))).map(({ code }) => code),
    ).toContain("trail.hash");
  });

  test("is found by a record of which the trail tells nothing, and by another list than the one that was published", async () => {
    const more = withRows(pack, LISTS.matches, (rows) => [...rows, '{"id":"decision-2"}']);
    expect(await places(again(more))).toEqual([{ code: "trail.untold", file: LISTS.matches, row: 2, block: 1 }]);
    const twice = withRows(pack, LISTS.matches, (rows) => [...rows, rows[0]!.replace("not-match", "match")]);
    expect(await places(again(twice))).toEqual([{ code: "row.order", file: LISTS.matches, row: 2, block: 1 }]);
    const other = again(pack, (manifest) => void Object.assign(manifest.list, { sha256: "cd".repeat(32) }));
    expect(await places(other)).toEqual([
      { code: "file.received", file: OPTIONAL.kept, row: null, block: null },
      { code: "trail.list", file: MANIFEST, row: null, block: null },
    ]);
  });

  test("is found by what a row says otherwise than the event that recorded it, or who recorded it", async () => {
    const told = async (list: string, from: string, to: string) =>
      (await check(again(withRows(pack, list, (rows) => rows.with(0, rows[0]!.replace(from, to)))))).faults;
    const at = (list: string, part: string) => [{ code: "row.differs", file: list, row: 1, values: { part } }];
    expect(await told(LISTS.matches, "not-match", "match")).toMatchObject(at(LISTS.matches, "decision"));
    expect(await told(LISTS.findings, "wages were late", "all is well")).toMatchObject(at(LISTS.findings, "summary"));
    expect(await told(LISTS.findings, '"summary":"wages were late",', "")).toMatchObject(at(LISTS.findings, "summary"));
    expect(await told(LISTS.findings, '"ines"', '"omar"')).toMatchObject(at(LISTS.findings, "recordedBy"));
    expect(await told(LISTS.findings, "under-review", "alleged")).toEqual([]);
  });

  test("is found by a finding that was taken out, for the trail tells of it", async () => {
    expect(await places(again(withRows(pack, LISTS.findings, () => [])))).toMatchObject([
      { code: "trail.gone", file: LISTS.events },
    ]);
  });

  test("frees no row from the trail by calling it told in confidence, but a finding, which is counted aloud", async () => {
    const secret = (list: string) =>
      check(again(withRows(pack, list, (rows) => [...rows, '{"id":"made-up","source":"told-in-confidence"}'])));
    expect((await secret(LISTS.decisions)).faults).toMatchObject([{ code: "trail.untold", file: LISTS.decisions }]);
    expect(await secret(LISTS.findings)).toMatchObject({ faults: [], inConfidence: 1 });
  });

  test("is found by another day or model of the list, and by suppliers who are missing with the totals along", async () => {
    const list = (change: object) => again(pack, (manifest) => void Object.assign(manifest.list, change));
    expect((await check(list({ generation: 2 }))).faults).toMatchObject([{ code: "trail.list", file: MANIFEST }]);
    const fewer = withJson<Totals>(
      withRows(pack, LISTS.suppliers, (rows) => rows.slice(0, -1)),
      DOCUMENTS.totals,
      (totals) => {
        const spend = BigInt(10_000 * SUPPLIERS);
        totals.suppliers -= 1;
        totals.rows.read -= 1;
        totals.rows.imported -= 1;
        const [eur] = totals.currencies;
        eur!.counted = String(BigInt(eur!.counted) - spend);
        eur!.file = String(BigInt(eur!.file) - spend);
      },
    );
    const told = again(fewer, (manifest) => void Object.assign(manifest.list, { suppliers: SUPPLIERS - 1 }));
    expect((await check(told)).faults).toMatchObject([{ code: "trail.differs", values: { part: "list.suppliers" } }]);
  });

  test("is found by a derived model without the released one under it: no score is left uncomputed", async () => {
    const derived = modelOrVariant("2026.2~40-25-35")!;
    const changed = new Map(pack).set(DOCUMENTS.model, Buffer.from(canonicalJson(derived)));
    const found = await check(again(changed, ({ model }) => void Object.assign(model, { id: derived.id })));
    expect(found.recomputed).toBe(0);
    expect(found.faults.map(({ code }) => code)).toEqual(expect.arrayContaining(["model.changed", "score.none"]));
  });

  test("is found by one record more or less of a supplier, whose sum agrees", async () => {
    const moved = withRows(pack, LISTS.records, (rows) =>
      rows.with(9, rows[9]!.replace('"supplier":1', '"supplier":2')),
    );
    expect((await check(again(moved))).faults).toMatchObject([
      { code: "row.records", file: LISTS.suppliers, row: 1 },
      { code: "row.records", file: LISTS.suppliers, row: 2 },
    ]);
  });

  test("is found by a kept list that is not the one that was received", async () => {
    const changed = new Map(pack).set(OPTIONAL.kept, Buffer.from("Name;Product\nMill 1;shorts\n"));
    expect(await places(again(changed))).toEqual([
      { code: "file.received", file: OPTIONAL.kept, row: null, block: null },
    ]);
  });

  test("is found by other reference data than the manifest names", async () => {
    const changed = withJson<Record<string, unknown>>(pack, DOCUMENTS.reference, (data) => void (data["more"] = 1));
    expect(await places(again(changed))).toEqual([
      { code: "reference.changed", file: DOCUMENTS.reference, row: null, block: null },
    ]);
  });
});

test("canonical JSON has one spelling: whatever else says the same is not taken", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(canonicalValue(bytes(text)))).toBe(text);
      const other = JSON.stringify(value, null, 1);
      if (other !== text) expect(canonicalValue(bytes(other))).toBeUndefined();
      expect(canonicalValue(bytes(` ${text}`))).toBeUndefined();
    }),
  );
  for (const text of ['{"b":1,"a":1}', '{"a":1,"a":1}', "1.0", "1e999", "-0", '"\\u0061"', "", "\ufeff1", "nul"])
    expect([text, canonicalValue(bytes(text))]).toEqual([text, undefined]);
  expect(canonicalValue(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
  expect(canonicalValue(bytes("[".repeat(100_000)))).toBeUndefined();
});

test("the index of a pack names every file but itself, the manifest and the signature", () => {
  const { files } = JSON.parse(Buffer.from(pack.get(INDEX)!).toString("utf8")) as { files: { path: string }[] };
  const named = files.map(({ path }) => path);
  expect(named).toEqual([...pack.keys()].filter((name) => ![INDEX, MANIFEST, SIGNATURE].includes(name)).sort());
});
