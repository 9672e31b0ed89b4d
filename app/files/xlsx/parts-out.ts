/** The fixed parts of a workbook that is written. Pure. */
import { columnLetters } from "./cell-reference";
import { xmlAttribute, xmlCellText } from "./xml-text";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Any part not named is a sheet: how many there will be is not known when this part, the first, is written. */
export const contentTypes =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="${TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

export const packageRelations =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Index of each cell format in `styles`. */
export const STYLE_OF = { general: 0, header: 1, integer: 2, decimal: 3, percent: 4, day: 5 } as const;

export const styles =
  `${XML}<styleSheet xmlns="${SPREADSHEET}">` +
  `<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>` +
  `<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
  [3, 4, 10, 14]
    .map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join("") +
  `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Everything before the first row; `widths` in characters, one a column. */
export const sheetStart = (widths: readonly number[]): string =>
  `${XML}<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">` +
  `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  (widths.length === 0
    ? ""
    : `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`) +
  "<sheetData>";

/** The cells a filter is for: of so many columns the header and `rows` lines under it; null without a column. */
export const filterRange = (columns: number, rows: number): readonly [string, string] | null =>
  columns === 0 ? null : ["A1", `${columnLetters(columns - 1)}${rows + 1}`];

export const sheetEnd = (filter: readonly [string, string] | null): string =>
  `</sheetData>${filter ? `<autoFilter ref="${filter.join(":")}"/>` : ""}</worksheet>`;

/** What a spreadsheet program names the cells of a filter by; without it some show no buttons. */
const filterName = (name: string, sheet: number, [from, to]: readonly [string, string]): string => {
  const absolute = [from, to].map((cell) => cell.replace(/^([A-Z]+)(\d+)$/u, "$$$1$$$2")).join(":");
  const place = xmlCellText(`'${name.replaceAll("'", "''")}'!${absolute}`);
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${sheet}" hidden="1">${place}</definedName>`;
};

export interface SheetOut {
  readonly name: string;
  readonly filter: readonly [string, string] | null;
}

export const workbook = (sheets: readonly SheetOut[]): string =>
  `${XML}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets>` +
  sheets.map(({ name }, i) => `<sheet name="${xmlAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("") +
  "</sheets>" +
  definedNames(sheets.map(({ name, filter }, i) => (filter ? filterName(name, i, filter) : "")).join("")) +
  "</workbook>";

const definedNames = (names: string): string => (names === "" ? "" : `<definedNames>${names}</definedNames>`);

export const workbookRelations = (sheets: number): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  Array.from(
    { length: sheets },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  ).join("") +
  `<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

/** A sheet name that spreadsheet programs accept: 1 to 31 characters, none of `[]:*?/\`, no quote at an end, unique without case. */
export function uniqueSheetName(wanted: string, taken: readonly string[]): string {
  const clean = (text: string) =>
    Array.from(text, (c) => (c < " " || "[]:*?/\\".includes(c) ? " " : c))
      .join("")
      .replace(/^[\s']+|[\s']+$/g, "");
  const base = clean(clean(wanted).slice(0, 31)) || "Sheet";
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` (${n})`;
    const name = base.slice(0, 31 - suffix.length).trimEnd() + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
