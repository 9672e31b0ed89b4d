/** Who signs a report and in which role, what nobody here signs for, and which settings of a draft are refused. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportDocument } from "../../app/reports/report-document";
import { signersIn } from "../../app/reports/signers";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { publishReport } from "../../app/services/reports/publish-report.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { returnReport } from "../../app/services/reports/return-report.server";
import { signableRoles, signReport } from "../../app/services/reports/sign-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { waitingReports, waitingReportsThen } from "../../app/services/reports/waiting-reports.server";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
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

test("who entered what a report tells beside its points does not approve it, and nothing of it waits for them", async () => {
  const { owner, officer, join } = await aTeam();
  const lawyer: Scope = { ...owner, role: "legal-reviewer", userId: (await join("legal-reviewer")).id };
  const id = await startReport(db, officer, { type: "response", variant: "request", subjectId: "", subjectName: "Shirt" }, A_DAY); // prettier-ignore
  const { seen, settings } = await view(owner, id);
  const given = { variant: "request", from: settings.from, to: settings.to, organisation: "Alder", identifier: "", country: "DE", class: "confidential", seen }; // prettier-ignore
  await changeReportSettings(db, owner, id, { ...given, facts: { contact: "Unit 4" } }, later(1));
  await submitReport(db, officer, id, { title: "", note: "" }, later(2));
  expect([(await view(owner, id)).may.approve, (await view(lawyer, id)).may.approve]).toEqual(["other", "may"]);
  expect([(await waitingReports(db, owner, later(3)))!.approve, (await waitingReports(db, lawyer, later(3)))!.approve]).toEqual([[], [id]]); // prettier-ignore
  await expect(approveReport(db, owner, id, await approval(owner, id), later(3))).rejects.toMatchObject({ code: "report.second-person" }); // prettier-ignore
});

test("a report without the signatures its template asks for is published knowingly, which the trail keeps, and names them as missing", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  await approveReport(db, owner, id, await approval(owner, id), later(2));
  const contentSha256 = (await view(owner, id)).filed.sha256!;
  const publish = (knowsUnsigned: boolean) => publishReport(db, owner, id, { contentSha256, knowsUnsigned }, later(3));
  await expect(publish(false)).rejects.toMatchObject({ code: "report.unsigned", status: 422, values: { count: 2 } });
  await signReport(db, owner, id, { role: "director", title: "Managing director", contentSha256 }, later(2));
  await expect(publish(false)).rejects.toMatchObject({ code: "report.unsigned", values: { count: 1 } });
  await publish(true);
  const [last] = await auditTrail(db, owner, { limit: 1 });
  expect(JSON.parse(last!.contents!)).toMatchObject({ reportId: id, unsigned: ["board"] });
  const { filed, template } = await view(owner, id);
  const lines = async (language: "en" | "ru") =>
    reportDocument(filed, template, await wordingIn(language)).blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])); // prettier-ignore
  expect(await lines("en")).toContainEqual(["For the board, by the member named here", "Not signed.", ""]);
  expect((await lines("ru")).filter(([, who]) => who === "Подписи нет.")).toHaveLength(1);
});

test("with every signature that the template asks for nothing has to be said", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  await approveReport(db, owner, id, await approval(owner, id), later(2));
  const contentSha256 = (await view(owner, id)).filed.sha256!;
  for (const role of ["board", "director"])
    await signReport(db, owner, id, { role, title: "Chair", contentSha256 }, later(2));
  expect(await publishReport(db, owner, id, { contentSha256, knowsUnsigned: false }, later(3))).toBe(1);
});

test("nobody publishes or gives back contents other than those the page showed", async () => {
  const { owner, officer } = await aTeam();
  const id = await startReport(db, officer, STATEMENT, A_DAY);
  await submitReport(db, officer, id, { title: "", note: "" }, later(1));
  await approveReport(db, owner, id, await approval(owner, id), later(2));
  const read = (await view(owner, id)).filed.sha256!;
  await returnReport(db, owner, id, { note: "Once more.", contentSha256: read }, later(3));
  await say(officer, id, {});
  await submitReport(db, officer, id, { title: "", note: "" }, later(4));
  await expect(returnReport(db, owner, id, { note: "And again.", contentSha256: read }, later(5))).rejects.toMatchObject({ code: "report.state", status: 409 }); // prettier-ignore
  await approveReport(db, owner, id, await approval(owner, id), later(5));
  await expect(publishReport(db, owner, id, { contentSha256: read, knowsUnsigned: true }, later(6))).rejects.toMatchObject({ code: "report.state", status: 409 }); // prettier-ignore
  expect((await view(owner, id)).filed.state).toBe("approved");
});

test("a period that is not over when the report is made is named in its head, one that is over is not", async () => {
  const { owner } = await aTeam();
  const id = await startReport(db, owner, STATEMENT, A_DAY);
  const { seen, settings, filed, template } = await view(owner, id);
  const titles = async (report: typeof filed) => reportDocument(report, template, await wordingIn("en")).blocks.flatMap((block) => (block.kind === "notice" ? block.title : [])); // prettier-ignore
  expect(await titles(filed)).not.toContain("The period is not over");
  const given = { variant: "uk", from: settings.from, to: "2099-12-31", organisation: "Alder", identifier: "", country: "DE", class: "public", seen }; // prettier-ignore
  await changeReportSettings(db, owner, id, given);
  expect(await titles((await view(owner, id)).filed)).toContain("The period is not over");
});
