import { PassThrough } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import type { SignedSupplierDecision } from "../../../db/queries/remedy";
import { writeCsv } from "../../files/csv-writer.server";
import { writeXlsx } from "../../files/xlsx-writer.server";
import { toDecimal } from "../../imports/exact-sum";
import { log } from "../../lib/log.server";
import { hidesWorking, shownCount, shownPart } from "../../remedy/small-groups";
import { REGISTER_FILE_TYPES, type RegisterFile } from "../register/export-register.server";
import type { ActionLine, RepaymentLine } from "./follow-up-view.server";

type Cell = string | number | null;
type Column<Line> = readonly [header: string, from: (line: Line) => Cell];

const money = (text: string | null): string | null => (text === null ? null : toDecimal(BigInt(text)));
const ofSupplier = (line: { readonly supplierId: string; readonly supplierName: string }): [string, string] => [line.supplierId, line.supplierName]; // prettier-ignore

const ACTION_COLUMNS: readonly Column<ActionLine>[] = [
  ["id", ({ action }) => action.id],
  ["supplier_id", ({ action }) => ofSupplier(action)[0]],
  ["supplier", ({ action }) => ofSupplier(action)[1]],
  ["finding_id", ({ action }) => action.findingId],
  ["action", ({ action }) => action.title],
  ["severity", ({ action }) => action.severity],
  ["state", ({ action }) => action.state],
  ["whose_move", ({ move }) => move],
  ["owner", ({ action }) => action.ownerName],
  ["owner_at_supplier", ({ action }) => action.supplierOwner],
  ["start", ({ action }) => action.startOn],
  ["due", ({ action }) => action.dueOn],
  ["done", ({ action }) => action.doneOn],
  ["days_overdue", ({ overdueDays }) => overdueDays],
  ["root_cause", ({ action }) => action.rootCause],
  ["own_practices", ({ action }) => (action.practices as readonly string[]).join("; ")],
  ["own_practices_in_words", ({ action }) => action.practicesNote],
  ["involvement", ({ action }) => action.involvement],
  ["cost", ({ action }) => money(action.cost)],
  ["currency", ({ action }) => action.costCurrency],
  ["cost_borne_by", ({ action }) => action.costBorneBy],
  ["indicator", ({ action }) => action.indicator],
  ["baseline", ({ action }) => action.baseline],
  ["target", ({ action }) => action.target],
  ["workers_consulted", ({ action }) => action.consultation],
  ["evidence", ({ action }) => action.evidence],
  ["verified_by", ({ action }) => action.verifiedByName],
  ["verified_at", ({ action }) => action.verifiedAt?.toISOString() ?? null],
  ["verified_how", ({ action }) => action.verifiedHow],
  ["verified_by_the_same_person", ({ action }) => (action.state === "verified" ? String(action.selfVerified) : null)],
];

/** A file leaves the house: numbers of small groups are never in it, whoever takes it. */
const GROUP_COLUMNS: readonly Column<RepaymentLine>[] = [
  ["id", ({ group }) => group.id],
  ["supplier_id", ({ group }) => ofSupplier(group)[0]],
  ["supplier", ({ group }) => ofSupplier(group)[1]],
  ["group", ({ group }) => group.label],
  ["recruited_in", ({ group }) => group.origin],
  ["works_in", ({ group }) => group.destination],
  ["recruiter", ({ group }) => group.recruiter],
  ["workers", ({ group }) => shownCount(group.workers)],
  ["workers_who_left", ({ group }) => shownPart(group.workers, group.left)],
  ["currency", ({ group }) => group.currency],
  ["basis", ({ group }) => (hidesWorking(group.workers) ? null : group.basis)],
  ["owed", ({ group }) => money(group.owed)],
  ["paid", ({ standing }) => toDecimal(standing.paid)],
  ["confirmed", ({ standing }) => toDecimal(standing.confirmed)],
  ["unconfirmed", ({ standing }) => toDecimal(standing.unconfirmed)],
  ["open", ({ standing }) => toDecimal(standing.open)],
  ["overdue", ({ standing }) => toDecimal(standing.overdue)],
  ["deadline", ({ group }) => group.dueOn],
  ["state", ({ state }) => state],
  ["whose_move", ({ move }) => move],
  ["borne_by", ({ group }) => group.borneBy],
];

const DECISION_COLUMNS: readonly Column<SignedSupplierDecision>[] = [
  ["id", (one) => one.id],
  ["supplier_id", (one) => one.supplierId],
  ["supplier", (one) => one.supplierName],
  ["decision", (one) => one.decision],
  ["state", (one) => one.state],
  ["decided_on", (one) => one.decidedOn],
  ["next_review", (one) => one.nextReviewOn],
  ["owner", (one) => one.ownerName],
  ["reason", (one) => one.reason],
  ["conditions", (one) => one.conditions],
  ["harm_to_workers", (one) => one.harm],
  ["tried", (one) => one.tried],
  ["wages_due", (one) => one.wagesDue],
  ["notice", (one) => one.notice],
  ["legal_ban", (one) => [one.banLaw, one.banArticle].filter(Boolean).join(", ")],
  ["proposed_by", (one) => one.proposedByName],
  ["confirmed_by", (one) => one.confirmedByName],
  ["confirmed_by_the_same_person", (one) => String(one.selfConfirmed)],
];

/** What is taken, with its lines as the page shows them. */
export type FollowUpLines =
  | { readonly what: "actions"; readonly lines: readonly ActionLine[] }
  | { readonly what: "repayments"; readonly lines: readonly RepaymentLine[] }
  | { readonly what: "decisions"; readonly lines: readonly SignedSupplierDecision[] };

/** The header and the rows of a file. Pure. */
export function followUpTable(taken: FollowUpLines): { readonly header: string[]; readonly rows: Cell[][] } {
  const table = <L>(columns: readonly Column<L>[], lines: readonly L[]) => ({
    header: columns.map(([header]) => header),
    rows: lines.map((line) => columns.map(([, from]) => from(line))),
  });
  if (taken.what === "actions") return table(ACTION_COLUMNS, taken.lines);
  if (taken.what === "repayments") return table(GROUP_COLUMNS, taken.lines);
  return table(DECISION_COLUMNS, taken.lines);
}

/**
 * A tab of the follow-up as a stream; who took it, and by which filters, is an event of the chain.
 * @param query of the address the filters came from.
 */
export async function exportFollowUp(
  db: Database,
  scope: Scope,
  format: "csv" | "xlsx",
  { taken, query }: { readonly taken: FollowUpLines; readonly query: string },
): Promise<RegisterFile> {
  const { header, rows } = followUpTable(taken);
  const { what } = taken;
  await db.commit(scope, event("follow-up.exported", { what, format, rows: rows.length, query }), () => []);
  const stream = new PassThrough();
  const written =
    format === "csv"
      ? writeCsv(stream, [header, ...rows])
      : writeXlsx(stream, [{ name: what, columns: header.map((head) => ({ header: head, width: 16 })), rows }]);
  written.catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error, format }, "export of the follow-up broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return { fileName: `candour-${what}-${scope.workspaceSlug}.${format}`, contentType: REGISTER_FILE_TYPES[format], stream }; // prettier-ignore
}
