/** Who signs a report and in which role, what nobody here signs for, and which settings of a draft are refused. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportDocument } from "../../app/reports/report-document";
import { signersIn } from "../../app/reports/signers";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { signableRoles, signReport } from "../../app/services/reports/sign-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { waitingReports, waitingReportsThen } from "../../app/services/reports/waiting-reports.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aUser } from "../builders";
import { later, reportTeam, STATEMENT } from "./report-team";
import { wordingIn } from "../report-wording";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const { aTeam, say, view, approval, published } = reportTeam(() => db);

test("for the board and as director signs who may approve, with a title; the law is the legal reviewer's, an audit the auditor's", async () => {
  const { owner, officer, auditor } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const contentSha256 = (await view(owner, id)).filed.sha256!;
  const lawyer: Scope = { ...owner, role: "legal-reviewer", userId: (await aUser(db)).id };
  const sign = (scope: Scope, role: string, title = "") =>
    signReport(db, scope, id, { role, title, contentSha256 }, later(2));
  const offered = async (scope: Scope) => (await view(scope, id)).may.sign;
  expect(await offered(owner)).toEqual(["reviewer", "board", "director", "verifier"]);
  expect(await offered(lawyer)).toEqual(["reviewer", "board", "director", "legal", "verifier"]);
  expect(await offered(auditor)).toEqual(["internal-audit", "external-audit"]);
  for (const [scope, role] of [
    [officer, "director"],
    [officer, "board"],
    [officer, "legal"],
    [owner, "legal"],
    [auditor, "director"],
    [owner, "external-audit"],
  ] as const)
    // prettier-ignore
    await expect(sign(scope, role, "Somebody")).rejects.toMatchObject({ code: "report.sign-role", status: 422 });
  for (const role of ["board", "director"])
    await expect(sign(owner, role, " ")).rejects.toMatchObject({ code: "report.sign-title", status: 422 });
  await sign(owner, "director", "Managing director");
  await sign(lawyer, "legal");
  expect(await offered(owner)).toEqual(["reviewer", "board", "verifier"]);
  const { filed, template } = await view(owner, id);
  expect(signersIn(filed, template).map(({ role, signed }) => [role, signed.map(({ title }) => title)])).toEqual([
    ["author", [""]],
    ["board", []],
    ["director", ["Managing director"]],
    ["approver", []],
    ["legal", [""]],
  ]);
});

test("who writes reports and signs none is offered nothing to sign", () => {
  expect(signableRoles("purchaser", false)).toEqual([]);
});

test("nobody here signs for the supplier or the workers, they have a line on paper; who wrote it does not verify it", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, { ...STATEMENT, type: "remediation", variant: "log" }, A_DAY);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const contentSha256 = (await view(owner, id)).filed.sha256!;
  const sign = (scope: Scope, role: string, title = "") =>
    signReport(db, scope, id, { role, title, contentSha256 }, later(2));
  for (const role of ["supplier", "worker-representative"])
    await expect(sign(owner, role)).rejects.toMatchObject({ code: "report.sign-role", status: 422 });
  for (const role of ["verifier", "reviewer"])
    await expect(sign(officer, role)).rejects.toMatchObject({ code: "report.sign-own", status: 422 });
  await sign(owner, "verifier");
  await sign(owner, "board", "Chair");
  const offered = async (scope: Scope) => (await view(scope, id)).may.sign;
  expect(await offered(officer)).toEqual([]);
  expect(await offered(owner)).toEqual(["reviewer", "director"]);
  const { filed, template } = await view(owner, id);
  const lines = async (language: "en" | "ru") =>
    reportDocument(filed, template, await wordingIn(language)).blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])); // prettier-ignore
  const printed = await lines("en");
  expect(printed).toContainEqual([
    "For the supplier",
    "Signed on paper, by hand: ________________",
    "________________",
  ]);
  expect(printed).toContainEqual(["For the workers", "Signed on paper, by hand: ________________", "________________"]);
  expect(printed).toContainEqual(["For the board, by the member named here", "Person, Chair", expect.any(String)]);
  expect((await lines("ru")).filter((cells) => String(cells[1]).startsWith("Подписывается на бумаге"))).toHaveLength(2);
});

test("an auditor signs for an audit and for nothing else, once in a role", async () => {
  const team = await aTeam();
  const id = await published(team);
  const contentSha256 = (await view(team.auditor, id)).filed.sha256!;
  const sign = (scope: Scope, role: string) => signReport(db, scope, id, { role, title: "Audit Ltd", contentSha256 }, later(20)); // prettier-ignore
  await expect(sign(team.auditor, "board")).rejects.toMatchObject({ code: "report.sign-role" });
  await expect(sign(team.officer, "external-audit")).rejects.toMatchObject({ code: "report.sign-role" });
  await expect(sign(team.officer, "author")).rejects.toMatchObject({ code: "report.sign-role" });
  await sign(team.auditor, "external-audit");
  await expect(sign(team.auditor, "external-audit")).rejects.toMatchObject({ code: "report.signed" });
  expect((await view(team.owner, id)).filed.signatures.at(-1)).toMatchObject({
    role: "external-audit",
    title: "Audit Ltd",
  });
});

test.each([
  ["a period that ends before it begins", { from: "2026-02-02", to: "2026-02-01" }, "report.period"],
  ["a day that is none", { from: "2026-02-31" }, "report.period"],
  ["no organisation", { organisation: " " }, "report.organisation"],
  ["a country that is none", { country: "ZZ" }, "report.country"],
  ["a class that is none", { class: "secret" }, "report.class"],
  ["a variant that no lawyer released", { variant: "au" }, "report.variant"],
])("%s is refused with a sentence, and nothing changes", async (_what, change, code) => {
  const { officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  const { seen, settings } = await view(officer, id);
  const given = {
    variant: "uk",
    from: settings.from,
    to: settings.to,
    organisation: "Alder GmbH",
    identifier: "",
    country: "DE",
    class: "public",
    seen,
  };
  await expect(changeReportSettings(db, officer, id, { ...given, ...change })).rejects.toMatchObject({ code, status: 422 }); // prettier-ignore
  expect((await view(officer, id)).settings).toEqual(settings);
  await changeReportSettings(db, officer, id, given);
  expect((await view(officer, id)).settings.organisation.name).toBe("Alder GmbH");
});

test("who wrote a point does not approve or verify it, whoever sent the report; where nobody else may, it is printed", async () => {
  const { owner, officer, join } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await say(owner, id, {});
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const seen = await view(owner, id);
  expect(seen.may.approve).toBe("alone");
  const { users } = db.t;
  const [{ name } = { name: "" }] = await db.q
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, owner.userId));
  expect(seen.approvers).toEqual([name]);
  expect(seen.may.sign).not.toContain("verifier");
  const lawyer: Scope = { ...owner, role: "legal-reviewer", userId: (await join("legal-reviewer")).id };
  expect((await view(owner, id)).may.approve).toBe("other");
  await expect(approveReport(db, owner, id, await approval(owner, id), later(2))).rejects.toMatchObject({
    code: "report.second-person",
  });
  const contentSha256 = seen.filed.sha256!;
  await expect(
    signReport(db, owner, id, { role: "verifier", title: "", contentSha256 }, later(2)),
  ).rejects.toMatchObject({ code: "report.sign-own" });
  await approveReport(db, lawyer, id, await approval(lawyer, id), later(3));
  expect((await view(owner, id)).filed.signatures.at(-1)).toMatchObject({ role: "approver", alone: false });
});

test("where every member who may approve wrote a point, each of them approves, and it is printed; in review it waits for them", async () => {
  const { owner, officer, join } = await aTeam();
  const second: Scope = { ...owner, userId: (await join("owner")).id };
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await say(owner, id, {});
  await say(second, id, { point: "policies", text: "A code for suppliers." });
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  for (const one of [owner, second]) {
    const { may, approvers, publishers } = await view(one, id);
    expect([may.approve, approvers.length, publishers.length]).toEqual(["alone", 2, 2]);
    expect((await waitingReports(db, one, later(2)))?.approve).toEqual([id]);
  }
  await approveReport(db, second, id, await approval(second, id), later(2));
  expect((await view(owner, id)).filed.signatures.at(-1)).toMatchObject({ role: "approver", alone: true });
});

test("who wrote a point and did not send the report is not told that it waits for them while another may approve; they may publish it", async () => {
  const { owner, officer, join } = await aTeam();
  const second: Scope = { ...owner, userId: (await join("owner")).id };
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await say(owner, id, {});
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  const waits = async (scope: Scope) => (await waitingReports(db, scope, later(2)))?.approve;
  expect(await waits(owner)).toEqual([]);
  expect(await waits(second)).toEqual([id]);
  const day = later(1).toISOString().slice(0, 10);
  expect((await waitingReportsThen(db, owner, day)).reports?.approve).toEqual([]);
  const { approvers, publishers } = await view(owner, id);
  expect([approvers.length, publishers.length]).toEqual([1, 2]);
});

test("what was signed keeps the name of the signer, whatever they are called later", async () => {
  const team = await aTeam();
  const id = await published(team);
  const names = async () => (await view(team.owner, id)).filed.signatures.map(({ name }) => name);
  const before = await names();
  const { users } = db.t;
  await db.commitPlain((q) => [q.update(users).set({ name: "Somebody else" }).where(eq(users.id, team.owner.userId))]);
  expect(await names()).toEqual(before);
  expect(before).not.toContain("Somebody else");
});
