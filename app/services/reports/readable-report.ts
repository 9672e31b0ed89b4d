import { Problem } from "../../lib/problem";
import { Report } from "../../reports/model";
import { pointKey, sectionKey, sectionOf, titleKey } from "../../reports/report-keys";
import type { Template } from "../../reports/template";

/**
 * What was made, as a report that every page can show. Pure.
 * @throws Problem `report.unreadable` (422) that names where the first fault is: its values are keys of the catalogues.
 */
export function readableReport(template: Template, made: Report): Report {
  const read = Report.safeParse(made);
  if (read.success) return read.data;
  const [first, at, , pointAt] = read.error.issues[0]?.path ?? [];
  const section = first === "sections" ? made.sections[Number(at)] : undefined;
  const point = section?.points[Number(pointAt)];
  const where =
    section && point
      ? keysOf(template, made.variant, section.id, point.id)
      : { section: titleKey(template), point: "reports.settings" };
  throw new Problem(
    "report.unreadable",
    `The report was not sent: section “${where.section}”, point “${where.point}” holds what no page could show. The draft stays as it is. Look at the point and what it rests on; if you find nothing, tell whoever runs this server what the point is called.`,
    where,
    422,
  );
}

function keysOf(template: Template, variant: string, id: string, point: string) {
  const section = sectionOf(template, variant, id);
  return { section: sectionKey(template, section), point: pointKey(template, section, point) };
}
