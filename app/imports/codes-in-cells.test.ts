import { describe, expect, test } from "vitest";
import {
  CodeNote,
  readActivityCode,
  readCpvCode,
  readHsCode,
  readIdentifier,
  readRegistration,
} from "./codes-in-cells";

describe("trade codes", () => {
  test.each([
    ["610910", "610910", null],
    ["6109.10", "610910", "code.format"],
    ["HS 610910", "610910", "code.format"],
    ["'640399", "640399", "code.format"],
    ["61091000", "61091000", null],
    ["90111", "090111", "code.leading-zero"],
    ["8471.3", "847130", "code.leading-zero"],
    ["847130.0", "847130", "code.format"],
    ["6109", "6109", null],
    ["6109 10 00", "61091000", "code.format"],
    ["847130; 847141", "847130", "code.format"],
    ["ТН ВЭД 6109100000", "6109100000", "code.format"],
  ] as const)("HS %j is %s", (cell, code, repair) => {
    expect(readHsCode(cell)).toBe(code);
    expect(CodeNote.repair).toBe(repair);
  });
  test.each([
    ["1410", "1410", null],
    ["ISIC 1410", "1410", "code.format"],
    ["2100.0", "2100", "code.format"],
    ["14.0", "14", "code.format"],
    ["10.11", "1011", "code.format"],
    ["01.1", "011", "code.format"],
    ["C", "C", null],
    ["C10.11", "1011", "code.format"],
    ["1011Z", "1011", "code.format"],
    ["0116", "0116", null],
  ] as const)("ISIC or NACE %j is %s", (cell, code, repair) => {
    expect(readActivityCode(cell)).toBe(code);
    expect(CodeNote.repair).toBe(repair);
  });
  test.each([
    ["30213100-6", "30213100-6", null],
    ["30213100", "30213100", null],
    ["9331200-0", "09331200-0", "code.leading-zero"],
    ["302131006", "30213100-6", "code.format"],
    ["CPV 30213100-6", "30213100-6", "code.format"],
  ] as const)("CPV %j is %s", (cell, code, repair) => {
    expect(readCpvCode(cell)).toBe(code);
    expect(CodeNote.repair).toBe(repair);
  });
});

describe("identifiers", () => {
  test("stay text: leading zeros and long numbers are kept", () => {
    expect([
      readIdentifier("000123"),
      readIdentifier("001200000AbCdEf"),
      readIdentifier("DK6248"),
      readIdentifier("12345.0"),
      readIdentifier("'00123"),
    ]).toEqual(["000123", "001200000AbCdEf", "DK6248", "12345", "00123"]);
  });
  test("one that a spreadsheet rounded is not used", () => {
    expect(readIdentifier("6.31E+11")).toBe("");
    expect(CodeNote.repair).toBe("registration.rounded");
  });
  test("the tax office's letters behind a Norwegian number are dropped", () => {
    expect([readRegistration("923609016MVA", false), readRegistration("NO 923 609 016 MVA", false)]).toEqual([
      "923609016",
      "923609016",
    ]);
  });
  // Invented numbers with right check digits.
  test.each([
    ["500100732259", true],
    ["850412300185", true],
    ["529.982.247-25", false],
    ["52998224725", true],
  ])("%s is a person's number and is not kept", (id, mixed) => {
    expect(readRegistration(id, mixed)).toBe("");
    expect(CodeNote.repair).toBe("registration.personal");
  });
  test.each([
    ["7707083893", true],
    ["500100732259", false],
    ["123456789012", true],
    ["971240001315", true],
    ["11.222.333/0001-81", true],
  ])("%s is a company's number", (id, mixed) => {
    expect(readRegistration(id, mixed)).toBe(id);
  });
});
