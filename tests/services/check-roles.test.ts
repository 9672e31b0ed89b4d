/** Who may see and do what with lots, checks and contracts: asked of the pages themselves. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Database, Scope } from "../../db/database";
import { ROLES, type Role } from "../../db/schema/codes";
import { noteInCheck } from "../../app/services/checks/note.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { aFolder, aMember, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { aDecision, anOpenLot, found, nothingFound, TODAY, toExclude, type OpenedLot } from "../check-steps";
import { A_DAY } from "../builders";

const folder = aFolder();
const members = new Map<Role, string>();
const cookies = new Map<Role, string>();
let db: Database;
let workspace: AWorkspace;
let elsewhere: AWorkspace;
let opened: OpenedLot;
let excluded: OpenedLot;
let contractId: string;
type Page = {
  readonly loader: (args: LoaderFunctionArgs) => Promise<unknown>;
  readonly action?: (args: ActionFunctionArgs) => Promise<unknown>;
};
const pages = new Map<string, Page>();

beforeAll(async () => {
  // The pages open the database of the configuration, which is read once: before they are loaded.
  vi.stubEnv("CANDOUR_DATA", folder.path);
  const { getDb } = await import("../../app/lib/db.server");
  const { sessionCookie, startSession } = await import("../../app/lib/session.server");
  pages.set("lots/new", await import("../../app/routes/w.$workspace.lots.new"));
  pages.set("lot", await import("../../app/routes/w.$workspace.lots.$lotId"));
  pages.set("check", await import("../../app/routes/w.$workspace.checks.$checkId"));
  pages.set("memo", await import("../../app/routes/w.$workspace.checks.$checkId_.memo"));
  pages.set("bidder", await import("../../app/routes/w.$workspace.checks.$checkId_.bidder"));
  pages.set("contracts/new", await import("../../app/routes/w.$workspace.contracts.new"));
  pages.set("contract", await import("../../app/routes/w.$workspace.contracts.$contractId"));
  db = await getDb();
  workspace = await aWorkspace(db);
  elsewhere = await aWorkspace(db);
  for (const role of ROLES) {
    const userId = role === "owner" ? workspace.userId : (await aMember(db, workspace, role)).id;
    members.set(role, userId);
    cookies.set(role, sessionCookie(await startSession(db, userId, new Date()), false).split(";")[0]!);
  }
  const owner: Scope = scopeOf(workspace);
  opened = await anOpenLot(db, owner);
  excluded = await anOpenLot(db, owner);
  await found(db, owner, excluded.checkId, "eu57conviction");
  await nothingFound(db, owner, excluded.checkId);
  await noteInCheck(db, owner, excluded.checkId, { kind: "decision", contents: toExclude() }, A_DAY);
  const contract = { reference: "C", title: "T", contractor: "Mill", startsOn: TODAY, endsOn: "", checkId: "" };
  contractId = await recordContract(db, owner, contract, A_DAY);
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

function asked(role: Role, slug: string, checkId: string, body?: Readonly<Record<string, string>>) {
  const form = body && new URLSearchParams(body);
  const request = new Request(`http://localhost/w/${slug}/page`, {
    headers: { Cookie: cookies.get(role)! },
    ...(form && { method: "POST", body: form }),
  });
  const params = { workspace: slug, checkId, lotId: opened.lotId, contractId };
  return { request, params, context: { secure: false } } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

/** The status of what comes or is thrown; 200 for plain data. */
async function status(work: Promise<unknown>): Promise<number> {
  const answer = await work.catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.status;
  if (answer instanceof Error) throw answer;
  return (answer as { init?: { status?: number } | null }).init?.status ?? 200;
}

const open = (page: string, role: Role, slug = workspace.slug, checkId = opened.checkId) =>
  status(pages.get(page)!.loader(asked(role, slug, checkId)));
const send = (
  page: string,
  role: Role,
  body: Readonly<Record<string, string>>,
  slug = workspace.slug,
  checkId = opened.checkId,
) =>
  // prettier-ignore
  status(pages.get(page)!.action!(asked(role, slug, checkId, body)));

const READERS: readonly Role[] = ["owner", "officer", "auditor", "purchaser", "legal-reviewer"];
const WRITERS: readonly Role[] = ["owner", "officer", "purchaser"];

describe.each(ROLES)("%s", (role) => {
  const reads = READERS.includes(role) ? 200 : 404;
  const writes = WRITERS.includes(role);

  test("opens the pages its role may see, and no others", async () => {
    for (const page of ["lot", "check", "memo", "bidder", "contract"]) expect([page, await open(page, role)]).toEqual([page, reads]); // prettier-ignore
    for (const page of ["lots/new", "contracts/new"]) expect([page, await open(page, role)]).toEqual([page, writes ? 200 : 404]); // prettier-ignore
  });

  test("writes what its role may write, and nothing else", async () => {
    const source = { proof: "Register", sourceOn: TODAY, reference: "" };
    const done = writes ? 302 : 404;
    expect(await send("check", role, { intent: "answer", step: "eu57conduct", result: "done", ...source })).toBe(done);
    expect(await send("lot", role, { intent: "ask", stage: "selection", text: "Who sews it?", link: "The sewing is what is bought." })).toBe(done); // prettier-ignore
    expect(await send("contract", role, { intent: "review", on: "2026-06-01", what: "Wages" })).toBe(done);
    expect(await send("check", role, { intent: "nonsense" })).toBe(400);
  });

  test("of another workspace opens and writes nothing", async () => {
    for (const page of ["lot", "check", "memo", "contract"]) expect(await open(page, role, elsewhere.slug)).toBe(404);
    expect(await send("check", role, { intent: "file" }, elsewhere.slug)).toBe(404);
  });
});

test("an exclusion is agreed to by a legal reviewer or another owner, never by whoever proposed it, an officer or a purchaser", async () => {
  const agree = (role: Role) =>
    send(
      "check",
      role,
      { intent: "decision-second", decisionId: "x", agreed: "yes" },
      workspace.slug,
      excluded.checkId,
    );
  for (const role of ["officer", "purchaser", "auditor", "supplier-contact"] as const) expect(await agree(role)).toBe(404); // prettier-ignore
  // The page does not know this decision; the role was let in.
  expect(await agree("legal-reviewer")).toBe(409);
  const own = { intent: "decision-second", decisionId: toExclude().decisionId, agreed: "yes" };
  expect(await send("check", "owner", own, workspace.slug, excluded.checkId)).toBe(403);
  expect(await send("check", "legal-reviewer", own, workspace.slug, excluded.checkId)).toBe(302);
});

test("a decision that came with another's form is not taken from an auditor", async () => {
  const { decisionId: _id, ...made } = aDecision();
  expect(await send("check", "auditor", { intent: "decision", kind: made.kind })).toBe(404);
  expect(await send("check", "auditor", { only: "1", kind: made.kind })).toBe(404);
});
