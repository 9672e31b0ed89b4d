import { engineKey } from "../i18n/keys";
import type { FiledReport } from "./model";
import { headBlocks } from "./report-document";
import { titleKey } from "./report-keys";
import type { RowTable } from "./report-rows";
import type { Template } from "./template";
import type { Wording } from "./wording";

/** The head of a report, its signatures, gaps, and what its numbers mean, as two columns: the first sheet of a workbook. Pure. */
export function reportSheet(filed: FiledReport, template: Template, wording: Wording): RowTable {
  const rows = headBlocks(filed, template, wording).flatMap((block): string[][] => {
    switch (block.kind) {
      case "facts":
        return block.items.map(({ term, value }) => [term, value]);
      case "heading":
      case "text":
        return [[block.text, ""]];
      case "notice":
        return [[block.title, block.text]];
      case "list":
        return block.items.map((item) => ["", item]);
      case "table":
        return block.rows.map(([first = "", ...rest]) => [first, rest.join(", ")]);
      default:
        return [];
    }
  });
  return { title: wording.t("reports.sheet.report"), header: [wording.t(engineKey(titleKey(template))), ""], rows };
}
