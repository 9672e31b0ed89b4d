/** What the page of a report tells whoever has it open: what is still empty, who is next, and what need not be typed again. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { nextToWrite } from "../../app/components/report-write";
import { openPoints } from "../../app/reports/open-points";
import { templateOf } from "../../app/reports/templates";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { fillingsOfRecord } from "../../app/services/reports/fill/tender.server";
import type { FrozenCheck } from "../../app/checks/record";
import { startReport } from "../../app/services/reports/start-report.server";
import { statePoint } from "../../app/services/reports/state-point.server";
import { waitingReports, waitingReportsThen } from "../../app/services/reports/waiting-reports.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf } from "../builders";
import { returnAsItIs } from "./as-it-is";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const STATEMENT = { type: "statement", variant: "uk", subjectId: "", subjectName: "" };
const later = (minutes: number) => new Date(A_DAY.getTime() + minutes * 60_000);
const view = (scope: Scope, id: string) => reportView(db, scope, id, later(30));

async function aTeam() {
  const workspace = await aWorkspace(db);
  const owner = scopeOf(workspace);
  const as = async (role: "owner" | "officer" | "purchaser"): Promise<Scope> => ({
    ...owner,
    role,
    userId: (await aMember(db, workspace, role)).id,
  });
  return { owner, officer: await as("officer"), purchaser: await as("purchaser"), as };
}

const named = (scope: Scope, name: string) =>
  db.transact(function* (q) {
    yield q.update(db.t.users).set({ name }).where(eq(db.t.users.id, scope.userId));
  });

test("a new draft is of the organisation that the last report was of", async () => {
  const { officer } = await aTeam();
  const first = await startReport(db, officer, STATEMENT, A_DAY);
  const { settings, seen } = await view(officer, first);
  await changeReportSettings(db, officer, first, {
    ...settings,
    variant: "uk",
    organisation: "Shirts & Sons Ltd",
    identifier: "09876543",
    country: "GB",
    seen,
  });
  const second = await startReport(db, officer, { ...STATEMENT, type: "register", variant: "" }, later(1));
  expect((await view(officer, second)).settings.organisation).toEqual({
    name: "Shirts & Sons Ltd",
    identifier: "09876543",
    country: "GB",
  });
});

test("the first draft of a workspace is of its own name", async () => {
  const { officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  const { settings } = await view(officer, id);
  expect(settings.organisation).toMatchObject({ identifier: "", country: null });
  expect(settings.organisation.name).not.toBe("");
});

test("who may approve is named: whoever signed as the author only where there is nobody else", async () => {
  const { owner, officer, as } = await aTeam();
  await named(owner, "Mara Owner");
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await submitReport(db, officer, id, { title: "Buyer", note: "" }, later(1));
  expect((await view(officer, id)).approvers).toEqual(["Mara Owner"]);
  const own = await startReport(db, owner, STATEMENT, later(2));
  await submitReport(db, owner, own, { title: "Owner", note: "" }, later(3));
  expect((await view(owner, own)).approvers).toEqual(["Mara Owner"]);
  const second = await as("owner");
  await named(second, "Ola Owner");
  expect((await view(owner, own)).approvers).toEqual(["Ola Owner"]);
});

test("what somebody is in their organisation is said once: each keeps the last words of their own", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  expect((await view(officer, id)).yourTitle).toBe("");
  await submitReport(db, officer, id, { title: "Buyer", note: "" }, later(1));
  const { sha256 } = (await view(owner, id)).filed;
  await approveReport(db, owner, id, { title: "Head", note: "", contentSha256: sha256!, knowsGaps: true }, later(2));
  const next = await startReport(db, officer, STATEMENT, later(3));
  expect((await view(officer, next)).yourTitle).toBe("Buyer");
  expect((await view(owner, next)).yourTitle).toBe("Head");
  await submitReport(db, officer, next, { title: "", note: "" }, later(4));
  expect((await view(officer, next)).yourTitle).toBe("Buyer");
});

test("what is empty is told apart by who can tell it, and adds up to the gaps of the report", async () => {
  const { officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  const template = templateOf("statement")!;
  const before = openPoints((await view(officer, id)).filed.report, template);
  expect(before.yours).toContain("about");
  expect(before.demand).toBeGreaterThan(0);
  await statePoint(db, officer, id, { point: "about", text: "We sew.", evidence: "", replaces: "" }, later(1));
  const after = openPoints((await view(officer, id)).filed.report, template);
  expect(after.yours).toEqual(before.yours.filter((point) => point !== "about"));
  expect([after.demand, after.records]).toEqual([before.demand, before.records]);
});

test("a report waits for whoever may approve it and did not send it, comes back to whoever sent it, and is told so of a past day", async () => {
  const { owner, officer, purchaser } = await aTeam();
  const day = (one: Date) => one.toISOString().slice(0, 10);
  const next = (days: number) => new Date(A_DAY.getTime() + days * 86_400_000);
  const waits = (scope: Scope) => waitingReports(db, scope, next(9));
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  expect(await waits(owner)).toEqual({ approve: [], publish: [], returned: [] });
  await submitReport(db, officer, id, { title: "", note: "" }, next(1));
  expect(await waits(owner)).toEqual({ approve: [id], publish: [], returned: [] });
  expect(await waits(officer)).toEqual({ approve: [], publish: [], returned: [] });
  await returnAsItIs(db, owner, id, "The sites are missing.", next(2));
  expect(await waits(owner)).toEqual({ approve: [], publish: [], returned: [] });
  expect(await waits(officer)).toEqual({ approve: [], publish: [], returned: [id] });
  await submitReport(db, officer, id, { title: "", note: "" }, next(3));
  const { sha256 } = (await view(owner, id)).filed;
  await approveReport(db, owner, id, { title: "", note: "", contentSha256: sha256!, knowsGaps: true }, next(4));
  expect(await waits(owner)).toEqual({ approve: [], publish: [id], returned: [] });
  expect(await waits(purchaser)).toEqual({ approve: [], publish: [], returned: [] });

  const on = async (scope: Scope, days: number) => (await waitingReportsThen(db, scope, day(next(days)))).reports;
  expect(await on(owner, 1)).toEqual({ approve: [id], publish: [], returned: [] });
  expect(await on(officer, 2)).toEqual({ approve: [], publish: [], returned: [id] });
  expect(await on(owner, 4)).toEqual({ approve: [], publish: [id], returned: [] });
});

test("what waits in review is told to whoever sent it only where nobody else may approve it, and nothing to an auditor", async () => {
  const { owner, as } = await aTeam();
  const own = await startReport(db, owner, STATEMENT, A_DAY);
  await submitReport(db, owner, own, { title: "", note: "" }, later(1));
  expect((await waitingReports(db, owner, later(2)))?.approve).toEqual([own]);
  await as("owner");
  expect((await waitingReports(db, owner, later(2)))?.approve).toEqual([]);
  expect(await waitingReports(db, { ...owner, role: "auditor" }, later(2))).toBeNull();
});

test("a memo says how many lists its firms were compared with, and tells a list without a match from one nobody looked at", () => {
  const list = (listId: string) => ({ listId, date: "2026-01-01", title: `List ${listId}`, readOn: "2026-01-02" });
  const firm = (compared: unknown) => ({ name: "Firm", kind: "bidder", country: "EE", identifier: "", matches: [], compared }); // prettier-ignore
  const record = (...circle: readonly unknown[]) => ({ circle, steps: [], facts: [], floor: null, decisions: [] }) as unknown as FrozenCheck; // prettier-ignore
  const at = "2026-01-03T00:00:00.000Z";
  const looked = fillingsOfRecord(
    record(firm({ at, lists: [list("a"), list("b")] }), firm({ at, lists: [list("a")] })),
  );
  expect(looked["listed"]?.values).toEqual([{ is: "count", count: 2 }]);
  expect(looked["listed"]?.tables?.["lists"]?.rows.map((row) => row.at(-1))).toEqual([
    { is: "code", of: "listed", code: "none" },
    { is: "code", of: "listed", code: "none" },
  ]);
  expect(fillingsOfRecord(record(firm(null)))["listed"]?.values).toBeNull();
});

test("after a point comes the next one that is needed, then those before it, and none where all are written", () => {
  const points = [
    { id: "a", isNeeded: true },
    { id: "b", isNeeded: false },
    { id: "c", isNeeded: true },
    { id: "d", isNeeded: false },
  ];
  expect(nextToWrite(points, "a")?.id).toBe("c");
  expect(nextToWrite(points, "c")?.id).toBe("a");
  expect(nextToWrite(points, "d")?.id).toBe("a");
  expect(nextToWrite([{ id: "a", isNeeded: true }], "a")).toBeNull();
});
