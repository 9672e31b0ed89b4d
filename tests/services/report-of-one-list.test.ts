/** A register that is frozen while another list is published: its contents and its kept file are of one list, or it stays a draft. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aFolder, aGeneration, aSupplier, aWorkspace, scopeOf } from "../builders";

/** Done after each writing of the register. */
let meanwhile: () => Promise<unknown> = async () => null;
vi.mock("../../app/services/register/write-register.server", async (original) => {
  const real = await original<typeof import("../../app/services/register/write-register.server")>();
  const registerInto: typeof real.registerInto = async (...given) => {
    const written = await real.registerInto(...given);
    await meanwhile();
    return written;
  };
  return { ...real, registerInto };
});

const folder = aFolder();
let db: Database;
let scope: Scope;
let publishAnother: (suppliers: number) => Promise<void>;
beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  publishAnother = async (suppliers) => {
    const { no: generation } = await aGeneration(db, workspace, { fileName: `${suppliers}.csv` });
    for (let at = 0; at < suppliers; at++) await aSupplier(db, workspace, { name: `Mill ${at}`, seat: "TR", generation }); // prettier-ignore
  };
  await publishAnother(1);
});
afterEach(() => {
  meanwhile = async () => null;
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

const start = () => startReport(db, scope, { type: "register", variant: "", subjectId: "", subjectName: "" }, A_DAY);
const submit = (id: string) => submitReport(db, scope, id, { title: "", note: "" }, A_DAY, folder.path);
const keptOf = (id: string) =>
  readdirSync(path.join(folder.path, "reports", String(scope.workspaceNo))).filter((name) => name.startsWith(id));

test("a list that is published while the register is written: the report and its file are both of the new one", async () => {
  let published = false;
  meanwhile = async () => {
    if (!published) await publishAnother(3);
    published = true;
  };
  const id = await start();
  await submit(id);
  const { filed } = await reportView(db, scope, id, A_DAY);
  expect(filed.report.list?.fileName).toBe("3.csv");
  expect(filed.report.attachments.map(({ rows }) => rows)).toEqual([3]);
  expect(keptOf(id)).toHaveLength(1);
});

test("lists that are published again and again: the report stays a draft, and no file is kept of it", async () => {
  meanwhile = () => publishAnother(1);
  const id = await start();
  await expect(submit(id)).rejects.toMatchObject({ code: "report.changed", status: 409 });
  expect((await reportView(db, scope, id, A_DAY)).filed.state).toBe("draft");
  expect(keptOf(id)).toEqual([]);
});
