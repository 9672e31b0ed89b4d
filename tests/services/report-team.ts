/** Who writes, approves and audits a report, and what they do with one, for tests. */
import { approveReport } from "../../app/services/reports/approve-report.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import type { Database, Scope } from "../../db/database";
import type { Role } from "../../db/schema/codes";
import { A_DAY, aMember, aWorkspace, scopeOf } from "../builders";
import { publishAsItIs } from "./as-it-is";

export const STATEMENT = { type: "statement", variant: "uk", subjectId: "", subjectName: "" };
export const later = (minutes: number) => new Date(A_DAY.getTime() + minutes * 60_000);

/** @param database opened by the time one of them is called. */
export function reportTeam(database: () => Database) {
  /** A workspace with an owner and an officer who writes. */
  async function aTeam() {
    const workspace = await aWorkspace(database());
    const owner = scopeOf(workspace);
    const join = (role: Role) => aMember(database(), workspace, role);
    const as = async (role: "officer" | "auditor"): Promise<Scope> => ({
      ...owner,
      role,
      userId: (await join(role)).id,
    });
    return { owner, officer: await as("officer"), auditor: await as("auditor"), join };
  }

  const say = (scope: Scope, id: string, given: Partial<Parameters<typeof statePoint>[3]>, now = A_DAY) =>
    statePoint(
      database(),
      scope,
      id,
      { point: "about", text: "We sew shirts.", evidence: "", replaces: "", ...given },
      now,
    );
  const view = (scope: Scope, id: string, now = later(30)) => reportView(database(), scope, id, now);
  const approval = async (scope: Scope, id: string, knowsGaps = true) => ({
    title: "Head of procurement",
    note: "",
    contentSha256: (await view(scope, id)).filed.sha256!,
    knowsGaps,
  });

  async function published({ owner, officer }: { owner: Scope; officer: Scope }): Promise<string> {
    const id = await startReport(database(), officer, STATEMENT, A_DAY);
    await say(officer, id, { evidence: "Company register, 3 March 2026, intranet" });
    await submitReport(database(), officer, id, { title: "Buyer", note: "" }, later(1));
    await approveReport(database(), owner, id, await approval(owner, id), later(2));
    await publishAsItIs(database(), owner, id, later(3));
    return id;
  }

  return { aTeam, say, view, approval, published };
}
