/** The sheets of a workbook that are read, not counted with: two columns each. Pure. */
import type { RiskModel } from "../../risk-models";
import { engineKey } from "../i18n/keys";
import { methodNotes } from "./method-blocks";
import type { FiledReport } from "./model";
import type { Block } from "./pdf-document";
import { headBlocks, tailBlocks } from "./report-document";
import { sectionOf, tableKey, titleKey } from "./report-keys";
import type { RowCell } from "./report-columns";
import { reportRows, type RowTable } from "./report-rows";
import { cutText } from "./report-tables";
import type { Template } from "./template";
import type { Wording } from "./wording";

type Line = readonly [string, string];

/** The head of a report, its signatures and gaps. */
export function reportSheet(filed: FiledReport, template: Template, wording: Wording): RowTable {
  const rows = headBlocks(filed, template, wording).flatMap(linesOf);
  return { title: wording.t("reports.sheet.report"), header: [wording.t(engineKey(titleKey(template))), ""], rows };
}

/**
 * The whole report as one table, for a file that stands alone: its head, signatures and gaps first, then one row a value, then the
 * rows of the catalogue and the sources.
 */
export function wholeRows(filed: FiledReport, template: Template, wording: Wording): readonly (readonly RowCell[])[] {
  const said = reportRows(filed, template, wording);
  const asRows = (section: string, lines: readonly Line[]): RowCell[][] =>
    lines.map(([name, value]) => [section, name, "", null, "", value, ...said.header.slice(6).map(() => null)]);
  const head = headBlocks(filed, template, wording).flatMap(linesOf);
  const tail = tailBlocks(filed, template, wording).flatMap(linesOf);
  const { t } = wording;
  return [
    said.header,
    ...asRows(t("reports.sheet.report"), head),
    ...said.rows,
    ...asRows(t("reports.sheet.notes"), tail),
  ];
}

/**
 * What the numbers mean and where they are from: the method with its limits, how the sheets are read, which tables are cut, the rows
 * of the catalogue and the sources. @param model the released one the report names; null: it names none that is known here.
 */
export function notesSheet(
  filed: FiledReport,
  template: Template,
  model: RiskModel | null,
  wording: Wording,
): RowTable {
  const { t } = wording;
  const { method } = filed.report;
  const blocks: readonly Block[] = [
    { kind: "text", text: t("reports.claims") },
    ...(method === null ? [{ kind: "text", text: t("reports.notes.noScore") } as const] : []),
    { kind: "heading", level: 2, text: t("reports.notes.reading") },
    {
      kind: "list",
      items: [
        t("reports.notes.blank"),
        t("reports.notes.share"),
        t("reports.notes.amount"),
        t("reports.notes.protectedCells"),
        ...cutTables(filed, template, wording),
      ],
    },
    ...(model === null ? [] : methodNotes(model, wording)),
    ...tailBlocks(filed, template, wording),
  ];
  return { title: t("reports.sheet.notes"), header: [t("reports.sheet.notes"), ""], rows: blocks.flatMap(linesOf) };
}

/** Each table that does not have all its rows, by its name. */
function cutTables({ report }: FiledReport, template: Template, { t, format }: Wording): string[] {
  return report.sections.flatMap(({ id, points }) => {
    const section = sectionOf(template, report.variant, id);
    return points.flatMap(({ tables }) =>
      tables.flatMap((table) => {
        const [printed, held] = [table.rows.length, table.rows.length];
        const kept = section.points.some((point) => point.tables?.some((one) => one.id === table.id && one.kept));
        const title = t(engineKey(tableKey(template, section, table.id)));
        return cutText({ printed, held, all: table.all, kept }, { t, format }).map((cut) => `${title}: ${cut}`);
      }),
    );
  });
}

/** A block as lines of two cells; a row of a table by its first cell, the rest with their heads. */
function linesOf(block: Block): Line[] {
  switch (block.kind) {
    case "facts":
    case "terms":
      return block.items.map(({ term, value }): Line => [term, value]);
    case "heading":
    case "text":
      return [[block.text, ""]];
    case "notice":
      return [[block.title, block.text]];
    case "list":
      return block.items.map((item): Line => ["", item]);
    case "table":
      return block.rows.map(([first = "", ...rest]): Line => [
        first,
        rest.map((cell, at) => `${block.columns[at + 1]?.head ?? ""}: ${cell}`).join("; "),
      ]);
    default:
      return [];
  }
}
