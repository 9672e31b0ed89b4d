import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFolder } from "../builders";
import { builtProgram } from "./built-program";

const folder = aFolder();
const program = builtProgram("match", folder.path);
beforeAll(program.make);
afterAll(() => {
  folder.remove();
  program.remove();
});

interface Answer {
  readonly id: string | number | null;
  readonly score: number;
  readonly features: Record<string, number>;
  readonly because: readonly { readonly code: string; readonly effect: number }[];
  readonly compared: readonly string[];
  readonly unread?: readonly string[];
  readonly error?: string;
  readonly line?: number;
}

function answers(input: string): Answer[] {
  const { status, stdout, stderr } = program.run(["match"], input);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}

const pair = (id: string | number, left: object, right: object) => JSON.stringify({ id, left, right });

describe("candour match", () => {
  test("answers each line in order with a score, its features and its reasons", () => {
    const [same, other] = answers(
      [
        pair(
          "a",
          { name: "新疆天泽棉业有限公司", country: "China" },
          { name: "Xinjiang Tianze Cotton Co., Ltd.", country: "CN" },
        ),
        pair(2, { name: "Hotan Garment Factory No. 2" }, { name: "Hotan Garment Factory No. 3" }),
      ].join("\n"),
    );
    expect(same).toMatchObject({ id: "a", compared: ["新疆天泽棉业有限公司", "Xinjiang Tianze Cotton Co., Ltd."] });
    expect(same!.score).toBeGreaterThan(0.8);
    expect(same!.because.map(({ code }) => code)).toEqual(expect.arrayContaining(["words", "country-same"]));
    expect(other!.id).toBe(2);
    expect(other!.score).toBeLessThan(0.3);
    expect(other!.because).toContainEqual(
      expect.objectContaining({ code: "numbers-differ", left: ["2"], right: ["3"] }),
    );
  });

  test("an equal number decides, a different one speaks against, whatever the names say", () => {
    const lei = (name: string, number: string) => ({ name, country: "IN", ids: { lei: number } });
    const [equal, differs] = answers(
      [
        pair(1, lei("Alpha Yarn Mills", "529900ABCDEF12345678"), lei("Beta Fibres", "529900abcdef-12345678")),
        pair(2, lei("Alpha Yarn Mills", "529900ABCDEF12345678"), lei("Alpha Yarn Mills", "529900ABCDEF87654321")),
      ].join("\n"),
    );
    expect(equal!.score).toBeGreaterThan(0.98);
    expect(differs!.score).toBeLessThan(0.5);
  });

  test("hostile names get an answer", () => {
    const names = [
      "",
      " ",
      "😀🏭",
      "a".repeat(10_000),
      "株".repeat(10_000),
      "\u202eLtd\u202c",
      "Ромashka ООО 公司 شركة",
      "\u0000",
      "((((((",
      "ltd ltd ltd",
    ];
    const found = answers(
      names.map((name, at) => pair(at, { name }, { name: "Riverbend Mills", aliases: [name] })).join("\n"),
    );
    expect(found.map(({ id }) => id)).toEqual(names.map((_, at) => at));
    for (const { score, because } of found) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      expect(because.length).toBeGreaterThan(0);
    }
    expect(found[0]!.because[0]!.code).toBe("no-name");
  });

  test("a line that cannot be read is told by its number and its key, and the rest goes on", () => {
    const found = answers(
      [
        "{no json",
        pair(7, { name: "Almaz" }, {}),
        "3",
        pair(8, { name: "Almaz", country: "Atlantis" }, { name: "Almaz", ids: { vat: 12345678 } }),
      ].join("\n"),
    );
    expect(found[0]).toEqual({ id: null, line: 1, error: "Line 1 is not JSON. Write one JSON object a line." });
    expect(found[1]).toMatchObject({ id: 7, line: 2, error: expect.stringContaining("right.name") });
    expect(found[2]).toMatchObject({ id: null, line: 3, error: expect.any(String) });
    expect(found[3]).toMatchObject({ id: 8, unread: ["left.country"] });
  });

  test("says in one sentence that a file is not there", () => {
    expect(program.run(["match", "nowhere.jsonl"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^There is no file .+\n$/),
    });
  });
});
