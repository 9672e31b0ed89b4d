import { afterAll, expect, test } from "vitest";
import { openListFile } from "../../app/files/open-list-file.server";
import { encoded, textRows, workbookParts, writeTemporary, writeZip } from "../../app/files/test-fixtures";
import { reference } from "../../app/lib/reference.server";
import { readListFile } from "../../app/screening/read-list-file";
import { aFolder } from "../builders";
import * as files from "./fixtures";

const folder = aFolder();
afterAll(() => folder.remove());

const read = async (listId: string, file: string) =>
  readListFile(listId, await openListFile(file, `${folder.path}/work`), {
    readOn: "2026-11-20",
    country: (text) => reference().resolver().country(text)?.iso2 ?? null,
  });

test("Brazil's register is read from its bytes: windows-1252, semicolons, titles above and notes below", async () => {
  const edition = await read("BR-LISTA-SUJA", writeTemporary(folder.path, encoded(files.BRAZIL_CSV, "windows-1252")));
  expect(edition).toMatchObject({ date: "2026-09-04", leftOut: { person: 2, unclear: 1, "same-firm": 1 } });
  expect(edition.entries.map(({ name }) => name)).toEqual(["AMOSTRA INDUSTRIA LTDA", "ENGENHO FICTICIO S/A"]);
});

test("the World Bank's workbook is read from its bytes: title, header on two rows, footer with a count", async () => {
  const rows = files.WORLD_BANK_RECORDS.map((record) => record.map((cell) => cell.replaceAll("&", "&amp;")));
  const file = await writeZip(`${folder.path}/wb.xlsx`, workbookParts([{ name: "Sheet1", rows: textRows(rows) }]));
  const edition = await read("WB-DEBARRED", file);
  expect(edition.entries.map(({ name, countries }) => [name, ...countries])).toEqual([
    ["INVENTED ROADS LIMITED", "KE"],
    ["IMAGINED WORKS CO., LTD.", "CN"],
  ]);
});

test("CBP's file is read from its bytes with the countries of the reference tables", async () => {
  const file = writeTemporary(folder.path, files.CBP_CSV, "withhold-release-orders-findings-fy26-2026-06-23.csv");
  const edition = await read("US-CBP-WRO", file);
  const countries = (name: string) => edition.entries.find((entry) => entry.name === name)?.countries;
  expect(edition.date).toBe("2026-06-23");
  expect(countries("Third Carpet")).toEqual(["NP"]);
  expect(countries("Imagined Tea Trading Co., Ltd.")).toEqual(["JP"]);
  expect(countries("Invented Wang")).toEqual([]);
});

test("a page of the UFLPA list is read from its bytes", async () => {
  const edition = await read("US-UFLPA", writeTemporary(folder.path, `\ufeff${files.UFLPA_PAGE}`, "page.html"));
  expect(edition.entries).toHaveLength(5);
});
