import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../db/open";
import { verifyChain } from "../../db/chain";
import { modelInForce, MODELS } from "../../risk-models";
import { aFolder } from "../builders";
import { readPdf } from "../pdf-text";
import { builtProgram } from "./built-program";

const folder = aFolder();
const program = builtProgram("command-line", folder.path);
const candour = program.run;
beforeAll(program.make);
afterAll(() => {
  folder.remove();
  program.remove();
});

const given = (name: string, content: string | Buffer) => writeFileSync(path.join(folder.path, name), content);
const summaryIn = (out: string) =>
  JSON.parse(readFileSync(path.join(folder.path, out, "summary.json"), "utf8")) as Record<string, unknown>;
const registerIn = (out: string) =>
  Papa.parse<Record<string, string>>(
    readFileSync(path.join(folder.path, out, "register.csv"), "utf8").replace(/^\ufeff/, ""),
    {
      header: true,
      skipEmptyLines: true,
    },
  ).data;

const LEDGER = Buffer.from(
  [
    "Spend over 500, January",
    "",
    "Supplier Name;Payment date;Net Amount (£);Expenditure Code;Narrative",
    "Alder Ltd;04/01/2026;1.234,56;Agency Staff;temporary staff",
    "Alder Ltd;05/01/2026;-34,56;Agency Staff;credit note",
    'Birch « Sons;06/01/2026;20;Catering;"school meals; two sites"',
    "=HYPERLINK(1);06/01/2026;5;Catering;meals",
    "Total;;1225;;",
  ].join("\r\n"),
  "latin1",
);

describe("candour assess", () => {
  test("writes the summary, the register and the row report of a ledger", () => {
    given("ledger.csv", LEDGER);
    const { status, stderr } = candour(["assess", "ledger.csv", "--out", "ledger", "--country", "GB"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(path.join(folder.path, "ledger")).sort()).toEqual([
      "issues.csv",
      "register.csv",
      "register.xlsx",
      "report.pdf",
      "summary.json",
    ]);
    const summary = summaryIn("ledger");
    expect(summary).toMatchObject({
      input: { file: "ledger.csv", encoding: "windows-1252", delimiter: ";", sheet: null, headerRecord: 2 },
      mapping: { name: "Supplier Name", amount: "Net Amount (£)", date: "Payment date", product: "Narrative" },
      kind: "ledger",
      rows: { read: 5, imported: 4, setAside: 0, leftOut: 1 },
      suppliers: 3,
      distinctNames: 4,
      countryUnresolved: 0,
      totals: [{ currency: "GBP", file: "1225", counted: "1225", creditNotes: "-34.56", setAside: "0", rejected: "0" }],
      model: { id: modelInForce(MODELS, new Date().toISOString().slice(0, 10)).id },
    });
    expect(Object.keys(summary["timings"] as object)).toEqual([
      "inspect",
      "import",
      "exportCsv",
      "exportXlsx",
      "reportPdf",
    ]);
    expect(summary["peakMemoryBytes"]).toBeGreaterThan(10_000_000);
  });

  test("counts the same suppliers in the summary and in the register, and lets no cell start a formula", () => {
    const register = registerIn("ledger");
    const { levels, suppliers } = summaryIn("ledger") as { levels: Record<string, number>; suppliers: number };
    expect(register).toHaveLength(suppliers);
    for (const [level, count] of Object.entries(levels))
      expect(register.filter((line) => line["level"] === level)).toHaveLength(count);
    expect(register.find((line) => line["name"] === "Alder Ltd")).toMatchObject({
      seat: "GB",
      rows: "2",
      amounts: "GBP 1200",
      role: "labour-provider",
    });
    expect(register.some((line) => line["name"]?.startsWith("'=HYPERLINK"))).toBe(true);
  });

  test("writes a PDF that says what the summary and the register say, with its rows inside", async () => {
    const read = await readPdf(readFileSync(path.join(folder.path, "ledger", "report.pdf")));
    const { input } = summaryIn("ledger") as { input: { sha256: string } };
    expect(read.language).toBe("en");
    for (const text of ["AlderLtd", "ledger.csv", input.sha256, "All3suppliers", "GBP1,225.001,225.00-34.560.000.00"])
      expect(read.text).toContain(text);
    for (const line of registerIn("ledger"))
      if (line["score"]) expect(read.text).toContain(Number(line["score"]).toFixed(1));
    const rows = Papa.parse<Record<string, string>>(read.attachments["register-rows.csv"]!.replace(/^\ufeff/, ""), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const byName = (a: Record<string, string>, b: Record<string, string>) => (a["name"]! < b["name"]! ? -1 : 1);
    expect(rows.toSorted(byName)).toEqual(registerIn("ledger").toSorted(byName));
  });

  test("names the hash of the full files where the PDF holds only the first suppliers, in the language asked for", async () => {
    const names = Array.from({ length: 230 }, (_, at) => `Фабрика ${at},TR,cotton yarn`);
    given("many.csv", ["Name,Country,Product", ...names].join("\n"));
    expect(candour(["assess", "many.csv", "--out", "many", "--language", "ru"]).status).toBe(0);
    const bytes = (name: string) => readFileSync(path.join(folder.path, "many", name));
    const read = await readPdf(bytes("report.pdf"));
    expect(read.language).toBe("ru");
    for (const name of ["register.csv", "register.xlsx"])
      expect(read.text).toContain(createHash("sha256").update(bytes(name)).digest("hex"));
    expect(read.text).toContain("Первые200из230");
    expect(read.attachments["register-rows.csv"]!.trim().split("\r\n")).toHaveLength(201);
  });

  test("reads a list without a header, with one country and one product for all", () => {
    given("names.csv", "Alder Mill\nBirch Works\nCedar SA\n");
    expect(
      candour(["assess", "names.csv", "--out", "names", "--no-header", "--country", "TR", "--product", "cotton yarn"])
        .status,
    ).toBe(0);
    expect(summaryIn("names")).toMatchObject({
      input: { headerRecord: null },
      suppliers: 3,
      countryUnresolved: 0,
      sectorUnresolved: 0,
    });
    for (const line of registerIn("names")) expect(line).toMatchObject({ level: "indicative", seat: "TR" });
  });

  test("takes the column that is named with --map", () => {
    given("two.csv", "Brand,Vendor A,Vendor B,Country\nX,Alder,Birch,PL\nX,Cedar,Dogwood,LT\n");
    expect(candour(["assess", "two.csv", "--out", "two", "--map", "name=Vendor B"]).status).toBe(0);
    expect(registerIn("two").map((line) => line["name"])).toEqual(["Birch", "Dogwood"]);
  });

  test("keeps a chain of what went into a database that is kept", async () => {
    const file = path.join(folder.path, "kept.db");
    for (const out of ["kept-1", "kept-2"])
      expect(candour(["assess", "names.csv", "--no-header", "--out", out, "--db", "kept.db"]).status).toBe(0);
    const db = await openDatabase({ file, role: "cli" });
    expect(await verifyChain(db, 1)).toMatchObject({ valid: true });
    expect(await db.q.select().from(db.t.suppliers)).toHaveLength(3);
    await db.close();
  });

  test.each([
    ["a PDF", "list.csv", "%PDF-1.4\n1 0 obj", /PDF/],
    ["an empty file", "empty.csv", "", /empty/],
    ["a form without data", "form.csv", "Supplier name,Country\n", /form without data/],
    ["a list without names", "numbers.csv", "a,b\n1,2\n3,4\n", /names/],
    ["a web page named .xls", "page.xls", "<html><body><table></table></body></html>", /HTML/],
  ])("refuses %s with one plain sentence and writes nothing", (_what, name, content, sentence) => {
    given(name, content);
    const { status, stderr, stdout } = candour(["assess", name, "--out", `no-${name}`]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(existsSync(path.join(folder.path, `no-${name}`))).toBe(false);
  });

  test.each([
    ["a file that is not there", ["assess", "nowhere.csv", "--out", "x"]],
    ["a country that is none", ["assess", "names.csv", "--out", "x", "--country", "Atlantis"]],
    ["a field that is none", ["assess", "names.csv", "--out", "x", "--map", "colour=Name"]],
    ["a language the report is not written in", ["assess", "names.csv", "--out", "x", "--language", "xx"]],
    ["no folder to write to", ["assess", "names.csv"]],
    ["an unknown option", ["assess", "names.csv", "--out", "x", "--colour"]],
    ["a sheet of a file without sheets", ["assess", "names.csv", "--out", "x", "--sheet", "One"]],
    ["an unknown command", ["asses"]],
  ])("refuses %s", (_what, args) => {
    const { status, stderr } = candour(args);
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(existsSync(path.join(folder.path, "x"))).toBe(false);
  });

  test("prints the closed list of fields with --help", () => {
    mkdirSync(path.join(folder.path, "help"), { recursive: true });
    expect(candour(["assess", "--help"]).stdout).toMatch(/Fields: name, .*recruiter/);
  });
});

describe("candour score", () => {
  const answers = (lines: readonly unknown[]) => {
    const { status, stdout } = candour(
      ["score"],
      lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
    );
    expect(status).toBe(0);
    return stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, never>);
  };

  test("answers a line for a line, and a bad line does not stop the rest", () => {
    const [mill, bad, unknown, nowhere, last] = answers([
      { id: "mill", country: "Turkey", product: "cotton yarn", asOf: "2026-03-01" },
      "{not json",
      { id: "x", colour: "red" },
      { id: "y", country: "Atlantis" },
      { id: "last", country: "PL", isic: "78", asOf: "2026-03-01" },
    ]);
    expect(mill).toMatchObject({ id: "mill", kind: "scored", level: "indicative", model: { id: "2026.1" } });
    expect(bad).toMatchObject({ line: 2, error: expect.stringContaining("not JSON") });
    expect(unknown).toMatchObject({ id: "x", error: expect.stringContaining("colour") });
    expect(nowhere).toMatchObject({ id: "y", error: expect.stringContaining("Atlantis") });
    expect(last).toMatchObject({ id: "last", kind: "scored" });
  });

  test("gives points that sum to the score, and the country's score at every level that has a country", () => {
    const found = answers([
      { id: 1, country: "CN", region: "Xinjiang", product: "cotton", asOf: "2026-03-01" },
      { id: 2, country: "DE", asOf: "2026-03-01" },
      {
        id: 3,
        seat: "MY",
        hs: "4015.19",
        recruitment: { feesPaidByWorkers: "yes", feeMonthsOfPay: 6, proof: "interviews" },
        asOf: "2026-03-01",
      },
    ]) as unknown as {
      score: number | null;
      level: string;
      contributions: { points: number }[];
      dimensions: { country: { score: number } };
      floors: { id: string }[];
    }[];
    for (const one of found) {
      expect(one.dimensions.country.score).toBeGreaterThanOrEqual(0);
      if (one.score !== null)
        expect(one.contributions.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(one.score, 9);
    }
    expect(found.map((one) => one.level)).toEqual(["indicative", "placed", "assessed"]);
    expect(found[1]?.score).toBeNull();
    expect(found[0]?.floors.map((floor) => floor.id)).toContain("stateImposed");
  });

  test("publishes the JSON Schema of a line", () => {
    expect(JSON.parse(candour(["score", "--schema"]).stdout)).toMatchObject({
      type: "object",
      properties: { recruitment: { type: "object" } },
    });
  });
});
