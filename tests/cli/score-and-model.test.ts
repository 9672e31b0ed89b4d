import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFolder } from "../builders";
import { builtProgram } from "./built-program";

const folder = aFolder();
const program = builtProgram("score-and-model", folder.path);
const candour = program.run;
beforeAll(program.make);
afterAll(() => {
  folder.remove();
  program.remove();
});

interface Answer {
  readonly id: string;
  readonly error?: string;
  readonly score: number | null;
  readonly floors: readonly { readonly id: string }[];
  readonly ties: { readonly suppliers: number; readonly columns: readonly string[] };
  readonly explanation?: Record<string, readonly Record<string, unknown>[]>;
  readonly model: { readonly id: string };
}

function scored(lines: readonly object[], ...options: string[]): Answer[] {
  const { status, stdout, stderr } = candour(
    ["score", ...options],
    lines.map((line) => JSON.stringify(line)).join("\n"),
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}

const cleaner = (id: string) => ({ id, country: "DE", isic: "8121" });
const day = ["--as-of", "2026-03-01"];

describe("candour score", () => {
  test("says how many lines cannot be told apart, over the whole input, and which columns would separate them", () => {
    const [first, software, last] = scored(
      [cleaner("a"), { id: "b", country: "DE", isic: "6201" }, cleaner("c")],
      ...day,
    );
    expect(first!.ties.suppliers).toBe(2);
    expect(first!.ties.columns).toContain("recruitment.recruiter");
    expect(last!.ties).toEqual(first!.ties);
    expect(software!.ties).toEqual({ suppliers: 1, columns: [] });
  });

  test("takes where a material comes from, by the name of its good and of the country", () => {
    const garments = { country: "PT", isic: "1410", product: "cotton shirts", role: "maker" };
    const from = (country: string, good = "cotton") => ({ ...garments, id: country, inputs: [{ good, country }] });
    const [turkmen, greek, xinjiang, unknown] = scored(
      [
        from("Turkmenistan"),
        from("Greece"),
        { ...from("China"), inputs: [{ good: "Cotton", country: "CN", region: "Xinjiang" }] },
        from("TM", "moonrock"),
      ],
      "--model",
      "2026.2",
      ...day,
    );
    const floors = (one: Answer | undefined) => one?.floors.map(({ id }) => id);
    expect([turkmen, greek, xinjiang].map(floors)).toEqual([["stateImposed"], [], ["stateImposed"]]);
    expect(unknown?.error).toContain('inputs.0.good: "moonrock"');
  });

  test("reads a file as it reads standard input, and leaves nothing of either behind", () => {
    const lines = [cleaner("a"), cleaner("b")].map((line) => JSON.stringify(line)).join("\n");
    writeFileSync(path.join(folder.path, "lines.jsonl"), lines);
    const temporary = path.join(folder.path, "temporary");
    mkdirSync(temporary);
    const fromFile = candour(["score", "lines.jsonl", ...day], "", { TMPDIR: temporary });
    const fromInput = candour(["score", ...day], lines, { TMPDIR: temporary });
    expect(fromFile.stdout).toBe(fromInput.stdout);
    expect(fromFile.stdout.split("\n")).toHaveLength(3);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("explains with reasons and questions in words, changes of the closed list, and sources with an address", () => {
    const [answer] = scored([{ id: "x", country: "MY", product: "electronics", isic: "2610" }], "--explain", ...day);
    const { reasons, ask, change, sources } = answer!.explanation!;
    for (const list of [reasons!, ask!, change!]) for (const one of list) expect(one["text"]).toMatch(/^[A-Z].* /);
    expect(ask).toHaveLength(3);
    expect(sources!.find((source) => source["id"] === "wb-wgi-2024")).toMatchObject({ year: "2024" });
    const points = reasons!.reduce((sum, reason) => sum + (reason["points"] as number), 0);
    expect(points).toBeCloseTo(answer!.score!, 9);
    expect(scored([cleaner("x")], ...day)[0]!.explanation).toBeUndefined();
  });

  test("reads what was told as the ILO's 11 indicators and as signs of involuntariness and threat, beside the same score", () => {
    const recruitment = { papersHeldBy: "employer", freedomToLeave: "no", proof: { papersHeldBy: "interviews" } };
    const line = { id: "x", country: "MY", isic: "2610", recruitment };
    const [plain, explained] = [scored([line], ...day)[0]!, scored([line], "--explain", ...day)[0]!];
    expect(explained.score).toBe(plain.score);
    const { ilo11, iclsPair } = explained.explanation! as unknown as {
      ilo11: { id: string; text: string; state: string; fields: string[]; proof: string | null }[];
      iclsPair: { state: string };
    };
    expect(ilo11).toHaveLength(11);
    expect(ilo11.filter(({ state }) => state === "present")).toEqual([
      expect.objectContaining({ id: "ILO-03", fields: ["freedomToLeave"], proof: "statement" }),
      expect.objectContaining({ id: "ILO-07", text: "papers withheld", fields: ["papersHeldBy"], proof: "interviews" }),
    ]);
    expect(ilo11.some(({ state }) => state === "absent")).toBe(false);
    expect(iclsPair.state).toBe("evidence");
  });

  test("scores with the model that is named, a variant too", () => {
    const line = { id: "r", country: "RU", isic: "6201" };
    const [released] = scored([line], "--model", "2026.1", ...day);
    const [without] = scored([line], "--model", "2026.1+without-tip", ...day);
    expect(released!.model.id).toBe("2026.1");
    expect(without!.model.id).toBe("2026.1+without-tip");
    expect(without!.score).not.toBe(released!.score);
  });

  test("a model that is named scores a line of a day before any was in force", () => {
    const [old] = scored([{ ...cleaner("a"), asOf: "2019-01-01" }], "--model", "2026.1");
    expect(old).toMatchObject({ id: "a", kind: "scored", asOf: "2019-01-01" });
  });

  test("takes the day of --as-of for lines that name none", () => {
    const [own, given] = scored([{ ...cleaner("a"), asOf: "2026-02-02" }, cleaner("b")], ...day) as unknown as {
      asOf: string;
    }[];
    expect([own!.asOf, given!.asOf]).toEqual(["2026-02-02", "2026-03-01"]);
  });

  test("findings act as floors until they are lifted; their bounds are checked", () => {
    const finding = { ground: "authority-finding", source: "a court", year: 2025 };
    const [acting, lifted, wrong, practice] = scored(
      [
        { id: "1", country: "DE", isic: "6201", findings: [finding] },
        { id: "2", country: "DE", isic: "6201", findings: [{ ...finding, liftedOn: "2026-01-31" }] },
        { id: "3", country: "DE", isic: "6201", findings: [{ ...finding, year: 25 }] },
        { id: "4", country: "DE", practice: { audit: "yes" } },
      ],
      ...day,
    );
    expect(acting).toMatchObject({ score: 90, floors: [{ id: "authorityFinding" }] });
    expect(lifted!.floors).toEqual([]);
    expect(wrong!.error).toContain("findings.0.year");
    expect(practice!.error).toContain("recruitment.proof");
  });

  test("a line of a day before the first model is answered with a sentence, and the rest goes on", () => {
    const [early, rest] = scored([{ ...cleaner("a"), asOf: "2019-01-01" }, cleaner("b")], ...day);
    expect(early!.error).toContain("2019-01-01");
    expect(rest!.score).not.toBeNull();
  });

  test.each([
    ["a model that is none", ["--model", "1999.1"]],
    ["a variant that is none", ["--model", "2026.1+nothing"]],
    ["a day that is none", ["--as-of", "2026-02-30"]],
    ["a day before the first model", ["--as-of", "2019-01-01"]],
    ["two files", ["a.jsonl", "b.jsonl"]],
  ])("refuses %s with one sentence", (_what, options) => {
    const { status, stdout, stderr } = candour(["score", ...options]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("says in --help what practice maps to, and publishes findings in the schema", () => {
    expect(candour(["score", "--help"]).stdout).toMatch(/Practice has no key of its own/);
    const schema = JSON.parse(candour(["score", "--schema"]).stdout) as {
      properties: { findings: { maxItems: number; items: { properties: { ground: { enum: string[] } } } } };
    };
    expect(schema.properties.findings.maxItems).toBe(100);
    expect(schema.properties.findings.items.properties.ground.enum).toContain("icls-pair");
  });
});

describe("candour model", () => {
  const json = (...args: string[]) => JSON.parse(candour(["model", ...args, "--json"]).stdout) as never;
  const modelFile = path.resolve(import.meta.dirname, "../../risk-models/models/2026.1/model.json");

  test("lists the released models with day, state and hash", () => {
    const listed = json("list") as Record<string, string>[];
    const [released, variant] = listed;
    expect(released).toMatchObject({ id: "2026.1", effectiveFrom: "2026-01-01", state: "replaced" });
    expect(listed.filter(({ state }) => state === "in force")).toHaveLength(1);
    expect(released!["sha256"]).toMatch(/^[0-9a-f]{64}$/);
    expect(variant).toMatchObject({ id: "2026.1+without-tip", state: "variant", sha256: released!["sha256"] });
    expect(candour(["model", "list"]).stdout).toContain("in force");
  });

  test("shows a model in words and as it is", () => {
    const words = candour(["model", "show", "2026.1"]).stdout;
    for (const text of ["governance: 40 %", "90 authorityFinding", "higher means more risk", "statement: 10 %"])
      expect(words).toContain(text);
    expect(json("show", "2026.1")).toEqual(JSON.parse(readFileSync(modelFile, "utf8")));
  });

  test("says what differs between two models", () => {
    const { changes } = json("diff", "2026.1", "2026.1+without-tip") as { changes: { of: string }[] };
    expect(changes.map((change) => change.of)).toEqual(["governance", "labourRights", "tipTier"]);
    expect(candour(["model", "diff", "2026.1", "2026.1+without-tip"]).stdout).toContain("tipTier: 0.1 → 0");
    expect(candour(["model", "diff", "2026.1", "2026.1"]).stdout).toContain("score alike");
  });

  test("checks the released models, and a file with a fault gets a sentence and exit code 1", () => {
    expect(candour(["model", "check"])).toMatchObject({ status: 0, stdout: expect.stringContaining("passes") });
    const file = JSON.parse(readFileSync(modelFile, "utf8")) as { dimensions: { country: { weight: number } } };
    file.dimensions.country.weight = 0.5;
    writeFileSync(path.join(folder.path, "heavy.json"), JSON.stringify(file));
    const heavy = candour(["model", "check", "heavy.json"]);
    expect(heavy.status).toBe(1);
    expect(heavy.stdout).toMatch(/weights of the dimensions sum to 1\.2/);
    writeFileSync(path.join(folder.path, "odd.json"), JSON.stringify({ ...file, surprise: 1 }));
    expect(candour(["model", "check", "odd.json"])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/surprise/),
    });
  });

  test.each([
    ["no command", []],
    ["an unknown command", ["praise"]],
    ["a model that is none", ["show", "1999.1"]],
    ["one model to compare", ["diff", "2026.1"]],
    ["a file that is not there", ["check", "nowhere.json"]],
    ["an unknown option", ["list", "--colour"]],
  ])("refuses %s with one sentence", (_what, args) => {
    const { status, stdout, stderr } = candour(["model", ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
