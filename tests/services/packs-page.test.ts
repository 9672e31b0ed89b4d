/** The page of packs, asked itself: what was ticked is what is asked for. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Database } from "../../db/database";
import { eventsUntil } from "../../db/queries/trail";
import { aFolder, aGeneration, aWorkspace, scopeOf } from "../builders";

const folder = aFolder();
let db: Database;

beforeAll(async () => {
  // The pages open the database of the configuration, which is read once: before they are loaded.
  vi.stubEnv("CANDOUR_DATA", folder.path);
  const { getDb } = await import("../../app/lib/db.server");
  db = await getDb();
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

test("a time stamp that was ticked is asked for also when no service is set up any more, so that the job says why there is none", async () => {
  const { sessionCookie, startSession } = await import("../../app/lib/session.server");
  const { action } = await import("../../app/routes/w.$workspace.packs");
  const workspace = await aWorkspace(db);
  await aGeneration(db, workspace);
  const cookie = sessionCookie(await startSession(db, workspace.userId, new Date()), false).split(";")[0]!;
  const body = new URLSearchParams({ "up-to": "internal", stamp: "yes" });
  const request = new Request(`http://localhost/w/${workspace.slug}/packs`, { method: "POST", headers: { cookie }, body }); // prettier-ignore
  const args = {
    request,
    params: { workspace: workspace.slug },
    context: { secure: false },
  } as unknown as ActionFunctionArgs;
  await expect(action(args)).rejects.toMatchObject({ status: 302 });
  const asked = await eventsUntil(db, scopeOf(workspace), ["pack.asked"], new Date(Date.now() + 60_000));
  expect(asked.map(({ contents }) => JSON.parse(contents!) as object)).toMatchObject([{ stamp: true }]);
});
