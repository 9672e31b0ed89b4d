/** Reads the cells of a workbook's first sheet: an oracle of its own, so that what we write is not checked by what we read with. */
import { SaxesParser } from "saxes";
import { openPromise } from "./zip";

/** Rows of cell texts; a number is given as it stands in the file. Gaps are "". */
export async function readSheet(file: string): Promise<string[][]> {
  const parts = await openPromise(file);
  const shared = parts.has("xl/sharedStrings.xml") ? texts(parts.get("xl/sharedStrings.xml")!, "si") : [];
  const rows: string[][] = [];
  let [row, column, type, text, taking]: [string[], number, string, string, boolean] = [[], 0, "", "", false];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "row") row = [];
    else if (name === "c") {
      const reference = /^[A-Z]+/.exec(String(attributes["r"] ?? ""))?.[0];
      column = reference
        ? [...reference].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
        : row.length;
      type = String(attributes["t"] ?? "n");
      text = "";
    } else if (name === "v" || name === "t") taking = true;
  });
  parser.on("text", (piece) => {
    if (taking) text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v" || name === "t") taking = false;
    else if (name === "c") {
      while (row.length < column) row.push("");
      row[column] = type === "s" ? (shared[Number(text)] ?? "") : text;
    } else if (name === "row") rows.push(row);
  });
  const sheet = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort()[0];
  if (!sheet) throw new Error(`${file} holds no sheet`);
  parser.write(parts.get(sheet)!).close();
  return rows;
}

function texts(xml: string, element: string): string[] {
  const found: string[] = [];
  let [text, taking] = ["", false];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === element) text = "";
    if (name === "t") taking = true;
  });
  parser.on("text", (piece) => {
    if (taking) text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "t") taking = false;
    if (name === element) found.push(text);
  });
  parser.write(xml).close();
  return found;
}
