import { refuseOtherZip } from "./package.server";
import type { ZipPackage } from "./package.server";
import { builtInKind, GENERAL, kindOfCode } from "./number-format";
import type { NumberKind } from "./number-format";
import { parseXml } from "./parse-xml.server";
import type { Attributes } from "./parse-xml.server";
import { damaged } from "./problems";
import { localName } from "./sheet-xml";

export interface WorkbookSheet {
  readonly name: string;
  /** Hidden, or hidden so that the program's menu does not show it. */
  readonly hidden: boolean;
  readonly path: string;
  readonly hasPivotTable: boolean;
}

export interface WorkbookIn {
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904 (old Macintosh files), not from 1900. */
  readonly date1904: boolean;
  /** How the number of a cell is shown, by the cell's style. */
  readonly kinds: readonly NumberKind[];
  readonly sharedStringsPath: string | null;
}

/** Sheets, or relations of one part, that a workbook may name: it has some dozens. */
const MOST_NAMED = 20_000;

interface Relation {
  readonly id: string;
  /** The last word of the relation's type: `worksheet`, `styles`, …; the address before it differs between variants. */
  readonly type: string;
  readonly path: string;
}

/** What a workbook says about itself. @throws Problem for a zip that is no workbook, or one that is damaged. */
export async function readWorkbook(parts: ZipPackage): Promise<WorkbookIn> {
  const main =
    (await relationsOf(parts, "")).find((relation) => relation.type === "officeDocument")?.path ?? "xl/workbook.xml";
  if (!main.toLowerCase().endsWith(".xml") || !/(?:^|\/)xl\//i.test(main) || !parts.has(main)) {
    throw await refuseOtherZip(parts);
  }
  const relations = await relationsOf(parts, main);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const named: { name: string; hidden: boolean; relation: string }[] = [];
  let date1904 = false;
  const stream = await parts.read(main);
  if (!stream) throw damaged();
  await parseXml(stream, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = isTrue(attributes["date1904"]);
      if (name === "sheet") {
        const state = attributes["state"];
        if (named.length >= MOST_NAMED) throw damaged();
        named.push({
          name: attributes["name"] ?? "",
          hidden: state === "hidden" || state === "veryHidden",
          relation: relationId(attributes),
        });
      }
    },
  });
  const sheets: WorkbookSheet[] = [];
  for (const { name, hidden, relation } of named) {
    const target = byId.get(relation);
    if (target?.type !== "worksheet" || !parts.has(target.path)) continue;
    const hasPivotTable = (await relationsOf(parts, target.path)).some((each) => each.type === "pivotTable");
    sheets.push({ name, hidden, path: target.path, hasPivotTable });
  }
  const stylesPath = relations.find((relation) => relation.type === "styles")?.path;
  const stringsPath = relations.find((relation) => relation.type === "sharedStrings")?.path;
  return {
    sheets,
    date1904,
    kinds: stylesPath === undefined ? [] : await numberKinds(parts, stylesPath),
    sharedStringsPath: stringsPath !== undefined && parts.has(stringsPath) ? stringsPath : null,
  };
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";

/** `r:id`, whatever the prefix is called. */
function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((each) => each.includes(":") && localName(each) === "id");
  return key === undefined ? "" : (attributes[key] ?? "");
}

/** Relations of a part (""; the package itself), with the paths they lead to. */
async function relationsOf(parts: ZipPackage, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const stream = await parts.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const relations: Relation[] = [];
  if (!stream) return relations;
  await parseXml(stream, {
    open(name, attributes) {
      if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
      const type = attributes["Type"] ?? "";
      if (relations.length >= MOST_NAMED) throw damaged();
      relations.push({
        id: attributes["Id"] ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        path: resolvePath(folder, attributes["Target"] ?? ""),
      });
    },
  });
  return relations;
}

function resolvePath(folder: string, target: string): string {
  const clean = target.replaceAll("\\", "/");
  const steps = clean.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const step of clean.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Kind of number for each cell style (`cellXfs`). */
async function numberKinds(parts: ZipPackage, path: string): Promise<NumberKind[]> {
  const stream = await parts.read(path);
  const own = new Map<number, NumberKind>();
  const formats: number[] = [];
  let inCellFormats = false;
  if (!stream) return [];
  await parseXml(stream, {
    open(name, attributes) {
      if (name === "numFmt") own.set(Number(attributes["numFmtId"]), kindOfCode(attributes["formatCode"] ?? ""));
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) formats.push(Number(attributes["numFmtId"] ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formats.map((id) => own.get(id) ?? builtInKind(id) ?? GENERAL);
}
