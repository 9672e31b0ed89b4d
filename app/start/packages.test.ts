import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { aFolder } from "../../tests/builders";
import { isAllowed, readAudit, refusedLicences } from "./packages.mjs";

test.each([
  ["MIT", true, true],
  ["(MIT OR GPL-3.0)", true, true],
  ["MIT AND OFL-1.1", true, true],
  ["MIT AND GPL-3.0", false, false],
  ["(BSD-2-Clause OR MIT OR Apache-2.0)", true, true],
  ["MPL-2.0", false, true],
  ["AGPL-3.0", false, false],
  ["UNLICENSED", false, false],
  ["SEE LICENSE IN LICENSE", false, false],
  ["", false, false],
])("a package under %s may be used: %s, and be a tool: %s", (licence, use, tool) => {
  expect([isAllowed(licence, false), isAllowed(licence, true)]).toEqual([use, tool]);
});

describe("the packages of a checkout", () => {
  function refusedOf(packages: Record<string, object>, installed: Record<string, object> = {}): string[] {
    const folder = aFolder();
    try {
      writeFileSync(path.join(folder.path, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...packages } }));
      for (const [place, head] of Object.entries(installed)) {
        mkdirSync(path.join(folder.path, place), { recursive: true });
        writeFileSync(path.join(folder.path, place, "package.json"), JSON.stringify(head));
      }
      return refusedLicences(folder.path);
    } finally {
      folder.remove();
    }
  }

  test("one that may not stay is named with its licence, wherever it lies", () => {
    expect(
      refusedOf({
        "node_modules/good": { license: "MIT" },
        "node_modules/good/node_modules/bad": { license: "GPL-3.0-only" },
        "node_modules/tool": { license: "MPL-2.0", dev: true },
        "node_modules/none": {},
      }),
    ).toEqual([
      "node_modules/good/node_modules/bad: its licence is GPL-3.0-only",
      "node_modules/none: names no licence",
    ]);
  });

  test("what lies there counts, not only what the lock file says of it; older ways to say it are read", () => {
    const lock = { "node_modules/a": { license: "MIT" }, "node_modules/b": {}, "node_modules/c": {} };
    const heads = {
      "node_modules/a": { license: "SSPL-1.0" },
      "node_modules/b": { licenses: [{ type: "MIT" }, { type: "GPL-2.0" }] },
      "node_modules/c": { license: { type: "ISC" } },
    };
    expect(refusedOf(lock, heads)).toEqual(["node_modules/a: its licence is SSPL-1.0"]);
  });
});

describe("what a registry says of known weaknesses", () => {
  const answer = (severities: readonly string[]) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: Object.fromEntries(severities.map((severity, at) => [`p${at}`, { name: `p${at}`, severity }])),
      metadata: { vulnerabilities: { total: severities.length } },
    });

  test("high and critical ones are named, others counted", () => {
    expect(readAudit(answer(["low", "critical", "high", "moderate"]))).toEqual({
      grave: ["p1: a known weakness called critical", "p2: a known weakness called high"],
      others: 2,
    });
    expect(readAudit(answer([]))).toEqual({ grave: [], others: 0 });
  });

  test.each(["", "<html>", "null", "{}", '{"message":"405 Method Not Allowed","error":{"summary":""}}'])(
    "no answer is told from an answer without a weakness: %s",
    (text) => expect(readAudit(text)).toBeNull(),
  );
});
