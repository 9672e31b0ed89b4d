import { describe, expect, test } from "vitest";
import { openListFile } from "./open-list-file.server";
import {
  encoded,
  problemCode,
  temporaryFolder,
  textRows,
  workbookParts,
  writeTemporary,
  writeZip,
} from "./test-fixtures";

const folder = temporaryFolder();

async function recordsOf(file: string): Promise<string[][]> {
  const opened = await openListFile(file, temporaryFolder());
  return opened.kind === "table" ? [...opened.records].map((cells) => [...cells]) : [];
}

describe("the file of a list", () => {
  test("in windows-1252 with semicolons, as Brazil publishes it, is a table with its accents", async () => {
    const text = "ID;Ano da ação fiscal;Empregador\r\n1;2024;AMOSTRA INDÚSTRIA LTDA\r\n2;2023;ENGENHO FICTÍCIO S/A\r\n";
    const file = writeTemporary(folder, encoded(text, "windows-1252"));
    expect(await recordsOf(file)).toEqual([
      ["ID", "Ano da ação fiscal", "Empregador"],
      ["1", "2024", "AMOSTRA INDÚSTRIA LTDA"],
      ["2", "2023", "ENGENHO FICTÍCIO S/A"],
    ]);
  });

  test("with a byte order mark and line breaks inside cells keeps its cells whole", async () => {
    const file = writeTemporary(folder, '\ufeffEntity,Remarks\r\n"A, a/k/a B","one\nline, and ""another"""\r\nC,\r\n');
    expect(await recordsOf(file)).toEqual([
      ["Entity", "Remarks"],
      ["A, a/k/a B", 'one\nline, and "another"'],
      ["C", ""],
    ]);
  });

  test("as a workbook has the rows of its sheet, titles among them", async () => {
    const rows = [
      ["A list of firms"],
      ["Firm Name", "Country", "Grounds"],
      ["Invented Ltd", "KE", "fraud"],
      ["Sample Ltd", "IN", "fraud"],
    ];
    const file = await writeZip(`${folder}/list.xlsx`, workbookParts([{ name: "Sheet1", rows: textRows(rows) }]));
    const records = await recordsOf(file);
    expect(records.map((cells) => cells.filter((cell) => cell !== ""))).toEqual(rows);
  });

  test("is told to be a web page, XML or JSON by how it begins, whatever its name", async () => {
    const kinds = await Promise.all(
      [
        "\ufeff<!DOCTYPE html>\n<html><body><table></table></body></html>",
        "<!-- saved from url=(0041)https://lists.example -->\n<html lang=en></html>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<export generationDate="2026-08-05"/>',
        '{"response": {"ZPROCSUPP": []}}',
      ].map(
        async (text) =>
          (await openListFile(writeTemporary(folder, text, `list-${text.length}.csv`), temporaryFolder())).kind,
      ),
    );
    expect(kinds).toEqual(["html", "html", "xml", "json"]);
  });

  test("keeps the letters of a web page in windows-1252", async () => {
    const page = encoded("<html><body><td>Société Inventée</td></body></html>", "windows-1252");
    const opened = await openListFile(writeTemporary(folder, page), temporaryFolder());
    expect(opened.kind === "html" && opened.text).toContain("Société Inventée");
  });

  test("that is a PDF or holds nothing is refused with its reason", async () => {
    expect(
      await problemCode(() => openListFile(writeTemporary(folder, "%PDF-1.7\n%âãÏÓ\n1 0 obj"), temporaryFolder())),
    ).toBe("file.pdf");
    expect(await problemCode(() => openListFile(writeTemporary(folder, ""), temporaryFolder()))).toBe("file.empty");
  });
});
