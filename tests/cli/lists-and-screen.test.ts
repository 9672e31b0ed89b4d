import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFolder } from "../builders";
import { UFLPA_PAGE } from "../screening/fixtures";
import { builtProgram } from "./built-program";

const folder = aFolder();
const program = builtProgram("lists", folder.path);
const write = (name: string, text: string) => writeFileSync(path.join(folder.path, name), text);
const today = new Date().toISOString().slice(0, 10);
const otherDay = "2020-01-01";

beforeAll(async () => {
  await program.make();
  write(
    "suppliers.csv",
    [
      "Supplier name;Country;City;VAT number",
      "Hetian Taida Apparel Co Ltd;China;;",
      "Hetian Taida Apparel Co Ltd;China;;",
      "Invented Silicon Works Shanshan;CN;;",
      "Drittbau Beispiel GmbH;DE;Köln;DE123456789",
      "Da Wang;CN;;",
      "Mr John Smith;GB;;",
    ].join("\n"),
  );
  write("uflpa.html", UFLPA_PAGE);
  write("block.csv", "Name;VAT number;Reason\nSomething Else AG;DE123456789;unpaid wages found in an audit\n");
});
afterAll(() => {
  folder.remove();
  program.remove();
});

function run(...args: string[]) {
  const { status, stdout, stderr } = program.run(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}
const lines = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("candour lists", () => {
  test("names every list of this version with its days, entries and what was left out", () => {
    const editions = JSON.parse(run("lists", "--json")) as Record<string, unknown>[];
    expect(editions).toHaveLength(5);
    expect(editions[0]).toMatchObject({
      listId: "US-UFLPA",
      date: "2025-01-14",
      readOn: "2026-07-09",
      entries: 144,
      outOfDate: true,
    });
    expect(run("lists")).toMatch(/US-CBP-WRO[^]*73 entries, 64 of them compared with names/);
  });

  test("check stops a file with far fewer entries, and tells what is new where they were expected", () => {
    const refused = program.run(["lists", "check", "US-UFLPA", "uflpa.html"]);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^UFLPA Entity List: 5 entries were found, and the edition in force has 144\./);
    const told = JSON.parse(run("lists", "check", "US-UFLPA", "uflpa.html", "--expected", "5", "--json")) as {
      readOn: string;
      changes: Record<string, unknown[]>;
    };
    expect(told.readOn).toBe(today);
    expect([told.changes["listed"]!.length, told.changes["delisted"]!.length]).toEqual([5, 144]);
  });

  test("check of another file than the publisher's names what is missing", () => {
    const refused = program.run(["lists", "check", "US-CBP-WRO", "suppliers.csv"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/does not look like Withhold Release Orders and Findings any more/);
  });
});

describe("candour lists update", () => {
  const told = (...args: string[]) => JSON.parse(run("lists", ...args, "--db", "lists.db", "--json")) as unknown;

  test("puts a file in force in a database, where lists and screen find it and the next file is compared with it", () => {
    expect(told("update", "own-2", "block.csv", "--approved")).toMatchObject({
      listId: "own-2",
      entries: 1,
      changes: null,
    });
    expect(told()).toContainEqual(expect.objectContaining({ listId: "own-2", entries: 1, readOn: today }));
    const found = lines(run("screen", "suppliers.csv", "--db", "lists.db", "--json"));
    expect(found).toContainEqual(
      expect.objectContaining({ entry: expect.objectContaining({ ground: "own-approved" }) as unknown }),
    );
    write("block-2.csv", "Name;VAT number\nSomething Else AG;DE123456789\nAnother AG;\n");
    expect(told("check", "own-2", "block-2.csv", "--approved")).toMatchObject({
      changes: { listed: [{ name: "Another AG" }], changed: [{ fields: ["reason"] }], delisted: [] },
    });
    expect(told()).toContainEqual(expect.objectContaining({ listId: "own-2", entries: 1 }));
  });

  test("of a file that is refused leaves the edition in force", () => {
    const refused = program.run(["lists", "update", "US-UFLPA", "uflpa.html", "--db", "lists.db"]);
    expect([refused.status, refused.stdout]).toEqual([2, ""]);
    expect(told()).toContainEqual(expect.objectContaining({ listId: "US-UFLPA", entries: 144 }));
  });

  test("without a database named is about every workspace of the data folder's, which has to be there", () => {
    const data = path.join(folder.path, "data");
    const here = (...args: string[]) => program.run(args, "", { CANDOUR_DATA: data });
    const nowhere = here("lists", "update", "US-UFLPA", "uflpa.html");
    expect([nowhere.status, nowhere.stdout]).toEqual([2, ""]);
    expect(nowhere.stderr).toMatch(/^There is no database .*candour\.db\. Start Candour once/);
    const folderless = here("lists", "--db", "data/candour.db");
    expect([folderless.status, folderless.stderr]).toEqual([2, expect.stringMatching(/^There is no folder/)]);
    mkdirSync(data);
    run("lists", "update", "own-2", "block.csv", "--db", "data/candour.db");
    const done = here("lists", "update", "US-UFLPA", "uflpa.html", "--expected", "5", "--json");
    expect(JSON.parse(done.stdout)).toMatchObject({ listId: "US-UFLPA", entries: 5 });
    expect(here("lists", "--workspace", "command-line").stdout).toMatch(/5 entries/);
    expect(here("lists").stdout).toMatch(/144 entries/);
  });

  test("needs a workspace that is there", () => {
    const unknown = program.run(["lists", "--db", "lists.db", "--workspace", "nobody"]);
    expect(unknown.stderr).toMatch(/holds the workspaces command-line\. Say which one/);
  });
});

describe("candour screen", () => {
  test("gives a line for each match with list, edition, ground, effects and reasons, none for a supplier without", () => {
    const answers = lines(run("screen", "suppliers.csv", "--json"));
    const matches = answers.slice(0, -1);
    expect(new Set(matches.map((match) => (match["supplier"] as { name: string }).name))).toEqual(
      new Set(["Hetian Taida Apparel Co Ltd"]),
    );
    expect(matches[0]).toMatchObject({
      line: 2,
      rows: 2,
      supplier: { country: "CN" },
      list: { listId: "US-UFLPA", date: "2025-01-14", outOfDate: true },
      entry: {
        ground: "forced-labour-or-state-imposed",
        effects: [
          { jurisdiction: "US", effect: "import-presumption" },
          { jurisdiction: "EU", effect: "none-in-an-award" },
        ],
      },
    });
    expect(matches[0]!["score"]).toBeGreaterThan(0.9);
    expect(answers.at(-1)).toMatchObject({
      summary: { on: today, suppliers: 4, matched: 1, withoutMatch: 3, setAside: 1 },
    });
  });

  test("does not compare names with vessels, goods and regions", () => {
    expect(run("screen", "suppliers.csv", "--least", "0.01")).not.toMatch(/US-CBP-WRO {2}Da Wang/);
  });

  test("takes lists of one's own and says of current sources alone that nothing was found in them on this day", () => {
    const text = run("screen", "suppliers.csv", "--list", "own-1=block.csv");
    expect(text).toMatch(/Drittbau Beispiel GmbH \(DE\), line 5\n {2}0\.\d\d {2}own-1 {2}Something Else AG/);
    expect(text).toMatch(/ground: own block; OWN: own policy/);
    expect(text).toMatch(/For those 2: no match in the sources listed, on this date\. Sources: own-1 \(edition of /);
    expect(text).toMatch(/Out of date, taken more than 90 days ago: US-UFLPA \(edition of 2025-01-14\)/);
    const old = run("screen", "suppliers.csv", "--list", "own-1=block.csv", "--taken", otherDay);
    expect(old).not.toMatch(/no match in the sources listed/);
  });

  test("never says clean, cleared or compliant", () => {
    expect(run("screen", "suppliers.csv")).not.toMatch(/\b(?:clean|cleared|compliant)\b/i);
  });

  test("refuses what it cannot use with one sentence", () => {
    for (const [args, sentence] of [
      [["screen"], /^Write: candour screen FILE/],
      [["screen", "missing.csv"], /^There is no file .*missing\.csv/],
      [["screen", "suppliers.csv", "--least", "2"], /^--least 2 is not a score/],
      [["screen", "suppliers.csv", "--list", "US-UFLPA"], /^--list US-UFLPA: write LIST=FILE/],
      [["screen", "suppliers.csv", "--list", "US-UFLPA=uflpa.html"], /The edition in force stays/],
      [["lists", "check", "US-UFLPA", "uflpa.html", "--taken", "9 July"], /^--taken 9 July is not a day/],
      [["lists", "drop"], /^Write: candour lists/],
    ] as const) {
      const refused = program.run(args);
      expect([args, refused.status, refused.stdout]).toEqual([args, 2, ""]);
      expect(refused.stderr).toMatch(sentence);
    }
  });
});
