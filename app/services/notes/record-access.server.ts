import { and, eq } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database, Scope } from "../../../db/database";
import { kindOfReport } from "../../../db/queries/reports";
import { Problem } from "../../lib/problem";
import { can, type Permission } from "../../lib/permissions";
import type { RecordKind } from "../../lib/trail-groups";
import { readsReports } from "../reports/subject.server";

/** Who may read a record of the kind, and with it what was remarked about it. */
const READ: Readonly<Record<RecordKind, Permission>> = {
  supplier: "supplier:read",
  import: "import:read",
  plan: "plan:read",
  match: "match:read",
  finding: "finding:read",
  action: "action:read",
  repayment: "repayment:read",
  category: "category:read",
  lot: "vendor-check:read",
  check: "vendor-check:read",
  contract: "contract:read",
  report: "report:read",
  judgement: "commitment:read",
};

/** Where records of a kind lie, by the names their tables have; the first that the database knows. Protected ones are not among them. */
const TABLES: Readonly<Record<RecordKind, readonly string[]>> = {
  supplier: ["suppliers"],
  import: ["imports"],
  plan: ["plans"],
  match: ["matchCandidates"],
  finding: ["findings"],
  action: ["correctiveActions", "actions"],
  repayment: ["repayments", "repaymentGroups"],
  category: ["categoryAssessments", "categories"],
  lot: ["lots", "tenderLots"],
  check: ["vendorChecks", "checks"],
  contract: ["contracts"],
  report: ["reports"],
  judgement: ["commitmentJudgements"],
};

type Records = SQLiteTable & { readonly id: SQLiteColumn; readonly workspaceNo: SQLiteColumn };

/** A record by its kind and public id. */
export interface RecordName {
  readonly kind: RecordKind;
  readonly id: string;
}

/** @throws Problem `note.record-not-found` (404) where the workspace has no such record, or this reader may not see it. */
export async function requireRecord(db: Database, scope: Scope, { kind, id }: RecordName): Promise<void> {
  const tables = db.t as unknown as Readonly<Record<string, Records>>;
  const table = TABLES[kind].map((name) => tables[name]).find((one) => one !== undefined);
  const found =
    table && can(scope.role, READ[kind])
      ? await db.q
          .select({ id: table.id })
          .from(table)
          .where(and(eq(table.workspaceNo, scope.workspaceNo), eq(table.id, id)))
          .limit(1)
      : [];
  if (found.length === 0 || (kind === "report" && !(await readsReport(db, scope, id))))
    throw new Problem("note.record-not-found", "There is no such record in this workspace.", {}, 404);
}

/** Reports are read by whoever may read what they are made of. */
async function readsReport(db: Database, scope: Scope, id: string): Promise<boolean> {
  const report = await kindOfReport(db, scope, id);
  return report !== null && readsReports(scope.role, report.type, report.variant);
}
