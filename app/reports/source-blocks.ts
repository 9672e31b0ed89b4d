/** The sources of a report: their numbers, by which its cells name them, and the list in which each number is found. Pure. */
import { licenceNote } from "../i18n/own-texts";
import type { Cell, Report } from "./model";
import type { Block } from "./pdf-document";
import type { ReportSource } from "./register-report";
import type { Wording } from "./wording";

type Sources = readonly Pick<ReportSource, "key">[];

/** How a source is named in a cell, and at its line of the list. */
const reference = (number: number): string => `[${number}]`;

/** The words of a report whose cells name these sources by their numbers: 1 is the first of the list. */
export const withSources = (wording: Wording, sources: Sources): Wording => ({
  ...wording,
  sourceReference: (key) => {
    const at = sources.findIndex((source) => source.key === key);
    return at === -1 ? null : reference(at + 1);
  },
});

/** Ids of sources that the cells of a report name, each once. */
export function namedSources(sections: Report["sections"]): string[] {
  const cells = sections.flatMap(({ points }) =>
    points.flatMap(({ values, tables }): Cell[] => [...(values ?? []), ...tables.flatMap(({ rows }) => rows.flat())]),
  );
  return [...new Set(cells.flatMap((cell) => (cell?.is === "codes" && cell.of === "source" ? cell.codes : [])))];
}

/** The list of sources under its heading; nothing where there are none. @param level of the heading. */
export function sourceBlocks(
  sources: readonly ReportSource[],
  level: 1 | 2,
  { t, format, language }: Wording,
): Block[] {
  if (sources.length === 0) return [];
  return [
    { kind: "heading", level, text: t("registerPdf.sourcesTitle") },
    { kind: "text", text: t("registerPdf.sourcesNote"), quiet: true },
    {
      kind: "table",
      columns: [
        { head: t("registerPdf.sourceNumber"), width: 0.9, align: "end" },
        { head: t("registerPdf.sourceTitle"), width: 7.4, align: "start", lang: "en" },
        { head: t("registerPdf.sourceYear"), width: 1.2, align: "end" },
        { head: t("registerPdf.sourceLicence"), width: 5, align: "start" },
      ],
      rows: sources.map(({ title, publisher, year, licence }, at) => [
        reference(at + 1),
        publisher === "" ? title : `${title}. ${publisher}`,
        year === "" ? "–" : year,
        licence === "" ? "–" : withDays(licenceNote(licence, language), format.day),
      ]),
    },
  ];
}

/** Days that stand as 2023-05-03 in a sentence, as the reader writes days. */
const withDays = (text: string, day: (iso: string) => string): string =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/gu, (iso) => day(iso));
