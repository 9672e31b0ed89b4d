/** Who may see, add, withdraw and take out a workspace's own rows: asked of the page itself. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ROLES, type Role } from "../../db/schema/codes";
import { aFolder, aMember, aWorkspace, type AWorkspace } from "../builders";

const folder = aFolder();
const cookies = new Map<Role, string>();
let workspace: AWorkspace;
let elsewhere: AWorkspace;
let page: typeof import("../../app/routes/w.$workspace.corridors");
let file: typeof import("../../app/routes/w.$workspace.corridors[.]csv");
let close: () => Promise<void>;

beforeAll(async () => {
  // The page opens the database of the configuration, which is read once: before it is loaded.
  vi.stubEnv("CANDOUR_DATA", folder.path);
  const { getDb } = await import("../../app/lib/db.server");
  const { sessionCookie, startSession } = await import("../../app/lib/session.server");
  page = await import("../../app/routes/w.$workspace.corridors");
  file = await import("../../app/routes/w.$workspace.corridors[.]csv");
  const db = await getDb();
  close = () => db.close();
  workspace = await aWorkspace(db);
  elsewhere = await aWorkspace(db);
  for (const role of ROLES) {
    const userId = role === "owner" ? workspace.userId : (await aMember(db, workspace, role)).id;
    cookies.set(role, sessionCookie(await startSession(db, userId, new Date()), false).split(";")[0]!);
  }
});
afterAll(async () => {
  await close();
  folder.remove();
});

const A_ROW = {
  intent: "add-cost",
  "cost.origin": "Nepal",
  "cost.destination": "Malaysia",
  "cost.kind": "total",
  "cost.amount": "1500",
  "currency.cost.amount": "USD",
  "cost.year": "2024",
};

function asked(role: Role, slug: string, body?: Readonly<Record<string, string>>) {
  const form = body && new URLSearchParams(body);
  const headers = { Cookie: cookies.get(role)! };
  const request = new Request(`http://localhost/w/${slug}/corridors`, {
    headers,
    ...(form && { method: "POST", body: form }),
  });
  return { request, params: { workspace: slug }, context: { secure: false } } as unknown as LoaderFunctionArgs &
    ActionFunctionArgs;
}

/** The status of what comes or is thrown; 200 for plain data. */
async function status(work: Promise<unknown>): Promise<number> {
  const answer = await work.catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.status;
  if (answer instanceof Error) throw answer;
  const { init } = answer as { init?: { status?: number } };
  return init?.status ?? 200;
}

test.each([...ROLES])("the %s reads, adds and takes out as the table of permissions says", async (role) => {
  const reads = role !== "supplier-contact";
  const writes = role === "owner" || role === "officer";
  const exports = reads && role !== "purchaser";
  expect(await status(page.loader(asked(role, workspace.slug)))).toBe(reads ? 200 : 404);
  const row = { ...A_ROW, "cost.source": `a study for the ${role}` };
  expect(await status(page.action(asked(role, workspace.slug, row)))).toBe(writes ? 302 : 404);
  expect(await status(file.loader(asked(role, workspace.slug)))).toBe(exports ? 200 : 404);
  expect(await status(page.loader(asked(role, elsewhere.slug)))).toBe(404);
  expect(await status(page.action(asked(role, elsewhere.slug, row)))).toBe(404);
});

test("a row without its source comes back with the form, and one that does not exist is not there", async () => {
  expect(await status(page.action(asked("officer", workspace.slug, A_ROW)))).toBe(422);
  const withdraw = { intent: "withdraw", row: "no-such-row" };
  expect(await status(page.action(asked("officer", workspace.slug, withdraw)))).toBe(404);
  expect(await status(page.action(asked("auditor", workspace.slug, withdraw)))).toBe(404);
});
