/** The register as a report: its numbers are the overview's, its lines the table's, and the whole of it is kept, found again and unchanged. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportDocument } from "../../app/reports/report-document";
import { PRINTED_ROWS, ROWS_ON_A_PAGE } from "../../app/reports/report-blocks";
import { inspectFile } from "../../app/files/inspect-file.server";
import { readRecords } from "../../app/files/read-records.server";
import { EXPORT_HEADERS } from "../../app/services/register/register-export.server";
import { exportRegister } from "../../app/services/register/export-register.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { exportReport } from "../../app/services/reports/export-report.server";
import { dropUnfinished, keptPath } from "../../app/services/reports/kept-file.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { exportWorkspace } from "../../app/services/workspaces/export-workspace.server";
import { auditTrail } from "../../db/queries/audit";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aFolder, aGeneration, aSupplier, aWorkspace, scopeOf } from "../builders";
import { wordingIn } from "../report-wording";
import { publishAsItIs, returnAsItIs } from "./as-it-is";
import { pointOf } from "./report-points";

let db: Database;
let scope: Scope;
let workspace: Awaited<ReturnType<typeof aWorkspace>>;
let generation: number;
const folder = aFolder();
beforeAll(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  generation = (await aGeneration(db, workspace)).no;
  await aSupplier(db, workspace, { name: '=cmd|"x", Ltd', seat: "CN", isic: "1311", level: "indicative", score: 71.26, band: "high", priority: 4, workers: 120, generation }); // prettier-ignore
  await aSupplier(db, workspace, { name: "โรงงานทอผ้า\nไทย", seat: "TH", generation });
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

const REGISTER = { type: "register", variant: "", subjectId: "", subjectName: "" };
const later = (minutes: number) => new Date(A_DAY.getTime() + minutes * 60_000);
const start = () => startReport(db, scope, REGISTER, A_DAY);
const submit = (id: string) => submitReport(db, scope, id, { title: "", note: "" }, later(1), folder.path);
const view = (id: string) => reportView(db, scope, id, later(30));
const order = async (format: "xlsx" | "register" | "json") => ({ format, language: "en", wording: await wordingIn("en"), now: later(40), dataDir: folder.path }) as const; // prettier-ignore
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("its lines are the suppliers by priority, each with what the table says of it", async () => {
  const { filed } = await view(await start());
  const table = pointOf(filed.report, "registerLines").tables[0]!;
  const column = (id: string) => table.columns.findIndex((one) => one.id === id);
  expect(table.all).toBe(table.rows.length);
  const [first] = table.rows;
  expect(first![column("name")]).toEqual({ is: "text", text: '=cmd|"x", Ltd' });
  expect(first![column("score")]).toEqual({ is: "number", number: 71.3 });
  expect(first![column("priority")]).toEqual({ is: "number", number: 1 });
  expect(first![column("band")]).toEqual({ is: "code", of: "band", code: "high" });
  // A draft keeps no file: untold, and named as a gap before approval.
  expect(pointOf(filed.report, "registerFile").values).toBeNull();
  expect(filed.report.attachments).toEqual([]);
});

test("in review the whole register is kept: the same bytes as the export of that moment, by hash and rows", async () => {
  const id = await start();
  const exported = await buffer((await exportRegister(db, scope, "csv")).stream);
  await submit(id);
  const { report } = (await view(id)).filed;
  expect(report.attachments).toEqual([{ id: "register", name: "register.csv", rows: 2, bytes: exported.length, sha256: sha256(exported) }]); // prettier-ignore
  const taken = await exportReport(db, scope, id, await order("register"));
  expect(taken.fileName).toBe("candour-register-review-register.csv");
  expect(await buffer(taken.stream)).toEqual(exported);
  expect(JSON.stringify(pointOf(report, "registerFile").tables)).toContain(sha256(exported));
});

test("a supplier that comes later is not in it; a new freezing keeps the new one beside the one that was signed, and drops what no contents name", async () => {
  const id = await start();
  await submit(id);
  const [before] = (await view(id)).filed.report.attachments;
  await aSupplier(db, workspace, { name: "Later", generation });
  expect((await buffer((await exportReport(db, scope, id, await order("register"))).stream)).toString()).not.toContain("Later"); // prettier-ignore
  await returnAsItIs(db, scope, id, "Once more.", later(2));
  const dead = path.join(folder.path, "reports", String(scope.workspaceNo), `${id}-of-a-killed-freezing`);
  writeFileSync(dead, "");
  await submit(id);
  const [after] = (await view(id)).filed.report.attachments;
  expect(after!.rows).toBe(before!.rows + 1);
  const names = readdirSync(path.join(folder.path, "reports", String(scope.workspaceNo)));
  const kept = [before!, after!].map((one) => path.basename(keptPath(scope.workspaceNo, id, one)));
  expect(names.filter((name) => name.startsWith(id))).toEqual(kept.toSorted());
});

test("a register that a killed process left unencrypted goes with the next freezing, and each hour; one in work stays", async () => {
  const kept = path.join(folder.path, "reports", String(scope.workspaceNo));
  const left = (name: string, hoursAgo: number) => {
    const work = path.join(kept, name);
    mkdirSync(work, { recursive: true });
    writeFileSync(path.join(work, "register.csv"), "name\r\n");
    const at = new Date(Date.now() - hoursAgo * 3_600_000);
    utimesSync(work, at, at);
    return work;
  };
  const [first, inWork] = [left("plain-killed", 2), left("plain-inwork", 0)];
  await submit(await start());
  expect([first, inWork].map((one) => existsSync(one))).toEqual([false, true]);
  const second = left("plain-again", 2);
  expect(await dropUnfinished(folder.path, new Date())).toBe(1);
  expect([second, inWork].map((one) => existsSync(one))).toEqual([false, true]);
  expect(await dropUnfinished(folder.path, new Date(Date.now() + 2 * 3_600_000))).toBe(1);
  expect(existsSync(inWork)).toBe(false);
});

test("the workbook has every supplier on a sheet of its own, numbers as numbers, and no cell that starts a formula", async () => {
  const id = await start();
  await submit(id);
  const file = path.join(folder.path, "report.xlsx");
  writeFileSync(file, await buffer((await exportReport(db, scope, id, await order("xlsx"))).stream));
  const { t } = await wordingIn("en");
  const found = await inspectFile(file, { fileName: "report.xlsx", workDir: path.join(folder.path, "work"), sheet: t("reportRegister.point.registerFile") }); // prettier-ignore
  const records = [...readRecords(found.table)].flatMap(({ cells }) => cells);
  const [header, first] = records;
  expect(header).toEqual(EXPORT_HEADERS);
  expect(records).toHaveLength(1 + (await view(id)).filed.report.attachments[0]!.rows);
  const of = (name: string) => first![header!.indexOf(name)];
  expect([of("name"), of("workers"), of("score")]).toEqual([`'=cmd|"x", Ltd`, "120", "71.26"]);
});

test("the export of the workspace holds the kept file", async () => {
  const id = await start();
  await submit(id);
  const [kept] = (await view(id)).filed.report.attachments;
  const zip = await buffer((await exportWorkspace(db, scope, later(50), folder.path)).stream);
  expect(zip.includes(`reports/${path.basename(keptPath(scope.workspaceNo, id, kept!))}.csv`)).toBe(true);
});

test("a kept file that was changed on the disk is not given out", async () => {
  const id = await start();
  await submit(id);
  const [kept] = (await view(id)).filed.report.attachments;
  writeFileSync(path.join(folder.path, keptPath(scope.workspaceNo, id, kept!)), "name\r\n");
  const { stream } = await exportReport(db, scope, id, await order("register"));
  await expect(buffer(stream)).rejects.toMatchObject({ code: "original.damaged" });
});

test("a kept file that is gone is told before anything is sent, and nobody is said to have taken it", async () => {
  const id = await start();
  await submit(id);
  const [kept] = (await view(id)).filed.report.attachments;
  rmSync(path.join(folder.path, keptPath(scope.workspaceNo, id, kept!)));
  for (const format of ["register", "xlsx"] as const)
    await expect(exportReport(db, scope, id, await order(format))).rejects.toMatchObject({ code: "report.file-gone", status: 410 }); // prettier-ignore
  const told = (await auditTrail(db, scope, { limit: 1000 })).filter(({ name }) => name === "report.exported");
  expect(told.filter(({ contents }) => contents?.includes(id))).toEqual([]);
});

test("nobody approves or publishes a register whose kept file is another, or gone", async () => {
  const id = await start();
  await submit(id);
  const { filed } = await view(id);
  const given = { title: "", note: "", contentSha256: filed.sha256!, knowsGaps: true };
  const approve = () => approveReport(db, scope, id, given, later(2), folder.path);
  const file = path.join(folder.path, keptPath(scope.workspaceNo, id, filed.report.attachments[0]!));
  const bytes = readFileSync(file);
  writeFileSync(file, "name\r\n");
  await expect(approve()).rejects.toMatchObject({ code: "report.file-changed", status: 410 });
  writeFileSync(file, bytes);
  await approve();
  rmSync(file);
  await expect(publishAsItIs(db, scope, id, later(3), folder.path)).rejects.toMatchObject({ code: "report.file-gone" });
  writeFileSync(file, bytes);
  expect(await publishAsItIs(db, scope, id, later(3), folder.path)).toBe(1);
});

test("a page and a PDF print the first rows and say how many there are; columns of the files alone stay out of them", async () => {
  const { filed, template } = await view(await start());
  const lines = pointOf(filed.report, "registerLines").tables[0]!;
  const many = Array.from({ length: PRINTED_ROWS + 5 }, () => lines.rows[0]!);
  const sections = filed.report.sections.map((section) => ({
    ...section,
    points: section.points.map((point) => (point.id === "registerLines" ? { ...point, tables: [{ ...lines, rows: many, all: 12_345 }] } : point)), // prettier-ignore
  }));
  const wording = await wordingIn("en");
  const { blocks } = reportDocument({ ...filed, report: { ...filed.report, sections } }, template, wording);
  const table = blocks.find((block) => block.kind === "table" && block.columns[0]!.head === "Supplier");
  expect(table?.kind === "table" && [table.rows.length, table.columns.length]).toEqual([PRINTED_ROWS, lines.columns.filter(({ width }) => width > 0).length]); // prettier-ignore
  expect(JSON.stringify(blocks)).toContain("The first 200 of 12,345");
  const shown = reportDocument({ ...filed, report: { ...filed.report, sections } }, template, wording, ROWS_ON_A_PAGE);
  expect(JSON.stringify(shown.blocks)).toContain("The first 50 of 12,345");
});

test.each(["en", "ru"] as const)("in %s no key and no code of a list is printed", async (language) => {
  const { filed, template } = await view(await start());
  expect(JSON.stringify(reportDocument(filed, template, await wordingIn(language)).blocks)).not.toMatch(
    /reportRegister\.|ILO-\d\d|"(?:setAside|leftOut|indicative)"/u,
  );
});
