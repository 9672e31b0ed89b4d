import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { isWider, REPORT_CLASSES, type ReportClass } from "../../reports/model";
import type { Facts } from "../../reports/facts";
import { NAME_LENGTH, ReportSettings } from "../../reports/settings";
import type { Template } from "../../reports/template";
import { isDay } from "../../screening/age";
import { standingOf } from "../commitments/standing.server";
import { factsOf } from "./report-facts.server";
import { moveReport, orChanged, reportRecord, requireState } from "./report-record.server";
import { opensTo, variantsFor } from "./subject.server";
import { toldList } from "./told-list.server";

export interface GivenSettings {
  readonly variant: string;
  readonly from: string;
  readonly to: string;
  readonly organisation: string;
  readonly identifier: string;
  readonly country: string;
  readonly class: string;
  /** What was entered for the template's facts, by their ids. */
  readonly facts?: Facts;
  /** How often the report had changed when the page was loaded. */
  readonly seen: number;
}

/** The id of a variant; "" for the usual one. @throws Problem `report.variant` (422), for one too that the member may not read. */
export function requireVariant({ role }: Pick<Scope, "role">, template: Template, asked: string): string {
  const offered = variantsFor(role, template);
  const found = asked === "" ? offered[0] : offered.find(({ id }) => id === asked);
  if (!found)
    throw new Problem("report.variant", "This type of report has no such variant. Choose one of the list.", {}, 422);
  return found.id;
}

/**
 * Changes what a draft is about. @throws Problem `report.not-found` (404), `report.state`, `report.changed` (409), `report.variant`,
 * `report.variant-wider`, `report.period`, `report.organisation`, `report.country`, `report.class`, `report.class-wider` (422), and as `factsOf`.
 */
export async function changeReportSettings(
  db: Database,
  scope: Scope,
  id: string,
  given: GivenSettings,
  now = new Date(),
): Promise<void> {
  const { row, settings: previous, template } = await reportRecord(db, scope, id);
  requireState(row, "draft");
  const variant = requireVariant(scope, template, given.variant);
  // Its notes and what people wrote in it were written for fewer readers; of a correction, with the version it corrects.
  if (opensTo(template, row.variant, variant))
    throw new Problem(
      "report.variant-wider",
      "More people may read a report in this variant, with the notes and remarks that were written for fewer. Start a new report in it.",
      {},
      422,
    );
  if (!isDay(given.from) || !isDay(given.to) || given.from > given.to)
    throw new Problem(
      "report.period",
      "The period needs a first and a last day of the calendar, and the last may not lie before the first.",
      {},
      422,
    );
  const [name, identifier] = [given.organisation.trim(), given.identifier.trim()];
  if (name === "" || name.length > NAME_LENGTH || identifier.length > NAME_LENGTH)
    throw new Problem(
      "report.organisation",
      `Write the legal name of the organisation that reports; name and number have at most ${NAME_LENGTH} characters each.`,
      { limit: NAME_LENGTH },
      422,
    );
  if (given.country !== "" && standingOf(given.country) === null)
    throw new Problem("report.country", `${given.country} is not in the table of countries.`, { country: given.country }, 422); // prettier-ignore
  if (!(REPORT_CLASSES as readonly string[]).includes(given.class))
    throw new Problem("report.class", "Choose who may read it: public, internal or confidential.", {}, 422);
  if (isWider(given.class as ReportClass, template.class))
    throw new Problem(
      "report.class-wider",
      "A report of this type is made of records that fewer people may read. Choose the class it was started with, or a narrower one.",
      {},
      422,
    );
  const facts = await factsOf(db, scope, template, given.facts ?? {}, await toldList(db, scope, given, now));
  const mine = { by: scope.userId, at: now.toISOString() };
  const settings: ReportSettings = {
    from: given.from,
    to: given.to,
    organisation: { name, identifier, country: given.country === "" ? null : given.country },
    subject: previous.subject,
    class: given.class as ReportClass,
    facts,
    entered: Object.fromEntries(
      Object.entries(facts).map(([id, fact]) => [
        id,
        (previous.facts[id] === fact ? previous.entered[id] : undefined) ?? mine,
      ]),
    ),
  };
  const changed = event("report.settings-changed", {
    reportId: id,
    settings: { ...settings, variant },
    previous: { ...previous, variant: row.variant },
  });
  await db
    .commit(scope, changed, (q) => [moveReport(db, q, scope, { id, seen: given.seen }, { settings, variant })])
    .catch(orChanged);
}
