import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { statementsOf } from "../../../db/queries/reports";
import { Problem } from "../../lib/problem";
import { STATEMENT_LENGTH } from "../../reports/settings";
import { statedPoints } from "../../reports/template";
import { readReferences } from "./references.server";
import { moveReport, orChanged, reportRecord, requireState } from "./report-record.server";

export interface GivenStatement {
  readonly point: string;
  /** Empty: nothing is said of the point any more. */
  readonly text: string;
  /** What it rests on, one a line: the address of a record here, or a document in words. */
  readonly evidence: string;
  /** The statement that stood there when the page was loaded; "" for none. */
  readonly replaces: string;
}

/**
 * Writes what a person says of a point of a draft; what stood there before is kept, marked replaced.
 * @throws Problem `report.not-found` (404), `report.state`, `report.changed` (409), `report.point`, `report.text-too-long`,
 * `report.reference`, `report.citation` (422).
 */
export async function statePoint(
  db: Database,
  scope: Scope,
  reportId: string,
  given: GivenStatement,
  now: Date,
): Promise<void> {
  const { row, template } = await reportRecord(db, scope, reportId);
  requireState(row, "draft");
  const { point } = given;
  if (!statedPoints(template, row.variant).includes(point))
    throw new Problem("report.point", "This report has no such point to write about. Load the page again.", {}, 422);
  const text = given.text.trim().replaceAll("\r\n", "\n");
  if (text.length > STATEMENT_LENGTH)
    throw new Problem(
      "report.text-too-long",
      `The text has ${text.length} characters; at most ${STATEMENT_LENGTH} are kept. Shorten it.`,
      { found: text.length, limit: STATEMENT_LENGTH },
      422,
    );
  const evidence = await readReferences(db, scope, given.evidence);
  const before = (await statementsOf(db, scope, reportId)).find((one) => one.point === point);
  if ((before?.id ?? "") !== given.replaces)
    throw new Problem(
      "report.changed",
      "Somebody changed this report a moment ago. Load the page again and look at it before you go on.",
      {},
      409,
    );
  const id = newId(now);
  const { reportStatements: table } = db.t;
  const { workspaceNo } = scope;
  const said = event("report.stated", { reportId, statementId: id, point, text, evidence });
  await db
    .commit(scope, said, (q) => [
      moveReport(db, q, scope, row, {}),
      ...(before
        ? [
            {
              write: q
                .update(table)
                .set({ replacedAt: now })
                .where(and(eq(table.id, before.id), eq(table.workspaceNo, workspaceNo), isNull(table.replacedAt))),
              rows: 1,
            },
          ]
        : []),
      q
        .insert(table)
        .values({ id, workspaceNo, reportId, point, text, evidence, statedBy: scope.userId, statedAt: now }),
    ])
    .catch(orChanged);
}
