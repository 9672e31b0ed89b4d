/** Disclosure of one supplier on a past day: the one that was asked for, and all that had been recorded of it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import { supplierNoOf } from "../../db/ids";
import { findWorkspaceScope, type WorkspaceScope } from "../../db/queries/accounts";
import { disclosedSupplier } from "../../app/lib/disclosure-supplier.server";
import { onDay as asOn, paths } from "../../app/lib/paths";
import { disclosureThen } from "../../app/services/disclosure/disclosed-records.server";
import { aList, aPast, dayText, now, onDay, type Past } from "./past-steps";

let past: Past;
let scope: WorkspaceScope;
beforeEach(async () => {
  past = await aPast();
  scope = (await findWorkspaceScope(past.db, past.scope.userId, past.scope.workspaceSlug))!;
  await past.publish(aList(12));
});
afterEach(() => past.end());

/** Writes findings of one supplier into its table, as they would stand after years. */
async function manyFindings(supplierId: string, count: number): Promise<void> {
  const { db } = past;
  const { workspaceNo, userId } = scope;
  const row = {
    workspaceNo,
    supplierNo: supplierNoOf(supplierId)!,
    source: "authority" as const,
    saidBy: "An inspectorate",
    foundOn: "2026-01-01",
    indicators: [],
    severity: "severe" as const,
    summary: "What was found",
    status: "alleged" as const,
    accessClass: "public" as const,
    recordedBy: userId,
    recordedAt: now(),
  };
  for (let at = 0; at < count; at += 1000)
    await db.commit(scope, event("import.discarded", { importId: "x", generation: null }), (q) => [
      q
        .insert(db.t.findings)
        .values(
          Array.from({ length: Math.min(1000, count - at) }, (_, i) => ({ ...row, id: `${supplierId} ${at + i}` })),
        ),
    ]);
}

test("a supplier that was merged later is asked for and named as it was on that day", async () => {
  const [into, from] = (await past.idsNow()) as [string, string];
  onDay(1);
  await manyFindings(from, 2);
  onDay(3);
  await past.merge(from, into);
  onDay(6);
  scope = (await findWorkspaceScope(past.db, scope.userId, scope.workspaceSlug))!;
  const asked = (id: string, day: number | null) =>
    disclosedSupplier(new Request(`http://here/${day === null ? "" : `?on=${dayText(day)}`}`), past.db, scope, id);
  expect(await asked(from, 2)).toEqual({ id: from, name: "Supplier 001 Ltd" });
  expect(await asked(into, 2)).toEqual({ id: into, name: "Supplier 000 Ltd" });
  expect(await asked(from, null)).toEqual({ id: into, name: "Supplier 000 Ltd" });
  expect((await disclosureThen(past.db, scope, (await asked(from, 2)).id, dayText(2))).records).toHaveLength(2);
  const led = await asked(from, 4).catch((error: unknown) => (error as Response).headers.get("location"));
  expect(led).toBe(asOn(paths.disclosure(scope.workspaceSlug, into), dayText(4)));
  await expect(asked("nobody", 2)).rejects.toMatchObject({ status: 404 });
});

test("what was recorded of one supplier is found, however much was recorded of others since", async () => {
  const [one, other] = (await past.idsNow()) as [string, string];
  await manyFindings(one, 1);
  onDay(0, 1);
  await manyFindings(other, 20_000);
  onDay(3);
  expect(await disclosureThen(past.db, scope, one, dayText(1))).toMatchObject({
    records: [{ kind: "finding", accessClass: "public" }],
    untold: 0,
  });
});
