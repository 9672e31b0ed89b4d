/** The list that a published report rests on, for a pack that backs the report. */
import { z } from "zod";
import type { AnyScope, Database } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { findGeneration, KEPT_STATES } from "../../../db/queries/register";
import { openReadingsAt } from "../../../db/queries/readings";
import { findReport } from "../../../db/queries/reports";
import { eventsUntil, LIST_MOVES } from "../../../db/queries/trail";
import { ACCESS_CLASSES, type AccessClass } from "../../../db/schema/findings";
import { isLeftOut } from "../../lib/disclosure";
import { Problem } from "../../lib/problem";
import { parseContents } from "../trail/trail-view.server";

/** A list as a pack takes it. */
export interface PackedGeneration {
  readonly no: number;
  /** When another list took its place; null: it is the list that is shown. */
  readonly until: Date | null;
}

export const noReport = () => new Problem("report.not-found", "There is no such report in this workspace.", {}, 404);

const Rests = z.object({
  class: z.enum(ACCESS_CLASSES),
  list: z.object({ generation: z.int().optional() }).nullable(),
});

/**
 * @throws Problem `report.not-found` (404), `pack.report-class` (422): fewer may read the report than the pack is for,
 * `pack.report-no-list` (409): it rests on none, `pack.report-list-gone` (409): its list is not kept, or names none,
 * `pack.report-list-told` (409): an answer in it was told in confidence, released, and taken back since.
 */
export async function listOfReport(
  db: Database,
  scope: AnyScope,
  reportId: string,
  upTo: AccessClass,
): Promise<PackedGeneration> {
  const row = await findReport(db, scope, reportId);
  const { data } = Rests.safeParse(row?.content);
  if (row?.state !== "published" || !data) throw noReport();
  if (isLeftOut({ accessClass: data.class }, upTo))
    throw new Problem(
      "pack.report-class",
      "Fewer people may read this report than the pack is for. Choose a narrower class for the pack.",
      {},
      422,
    );
  if (data.list === null)
    throw new Problem("pack.report-no-list", "This report rests on no list. Make a pack of the list that is shown.", {}, 409); // prettier-ignore
  const { generation } = data.list;
  const found = generation === undefined ? null : await findGeneration(db, scope, generation);
  if (!found || !KEPT_STATES.includes(found.state))
    throw new Problem(
      "pack.report-list-gone",
      "The list this report rests on is not kept any more. The report and the file kept with it are in every pack that goes up to its class.",
      {},
      409,
    );
  const until = (await publishedGeneration(db, scope)) === found.no ? null : await replacedAt(db, scope, found.no);
  if (
    until !== null &&
    (await openReadingsAt(db, scope, until)).some(
      ({ protectedSource, undoneAt }) => protectedSource !== null && undoneAt !== null,
    )
  )
    // prettier-ignore
    throw new Problem(
      "pack.report-list-told",
      "An answer that was released and is in the list this report rests on has been taken back since, so that the list leaves the house no more.",
      {},
      409,
    );
  return { no: found.no, until };
}

/** When the list was last replaced by another; the end of time where the chain does not say. */
async function replacedAt(db: Database, scope: AnyScope, no: number): Promise<Date> {
  const ever = new Date(8.64e15);
  let [shown, last]: [unknown, Date] = [null, ever];
  for (const { name, at, contents } of await eventsUntil(db, scope, LIST_MOVES, ever)) {
    const said = (parseContents(contents) ?? {}) as Readonly<Record<string, unknown>>;
    const next = said[name === "import.undone" ? "restoredGeneration" : "generation"];
    if (shown === no && next !== no) last = at;
    shown = next;
  }
  return last;
}
