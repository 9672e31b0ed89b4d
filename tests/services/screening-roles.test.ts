/** Who sees what of matches, and who decides: asked of the pages themselves. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Database, Scope } from "../../db/database";
import { findCandidate, screeningsOf } from "../../db/queries/screening";
import { findPair } from "../../db/queries/merges";
import { ROLES, type Role } from "../../db/schema/codes";
import { decideMatch } from "../../app/services/screening/decide-match.server";
import { matchStory } from "../../app/services/screening/match-story.server";
import { supplierMatches } from "../../app/services/screening/matches-view.server";
import { reopenMatch } from "../../app/services/screening/reopen-match.server";
import { settleUnseen } from "../../app/services/screening/settle-unseen.server";
import { A_DAY, aFolder, aGeneration, aMember, aSupplier, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { OWN_LIST, someScreening, type Screened } from "../screening-rows";

const folder = aFolder();
const pages = {
  queue: () => import("../../app/routes/w.$workspace.matches._index"),
  pair: () => import("../../app/routes/w.$workspace.matches.$matchId"),
  duplicates: () => import("../../app/routes/w.$workspace.duplicates"),
  groups: () => import("../../app/routes/w.$workspace.groups"),
  lists: () => import("../../app/routes/w.$workspace.lists"),
};
/** After everything a workspace keeps was decided. */
const LATER = new Date(A_DAY.getTime() + 60_000);
let db: Database;
let workspace: AWorkspace;
let screened: Screened;
let supplierNo: number;
const members = new Map<Role, string>();
const cookies = new Map<Role, string>();

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

beforeEach(async () => {
  const { sessionCookie, startSession } = await import("../../app/lib/session.server");
  workspace = await aWorkspace(db);
  for (const role of ROLES) {
    const userId = role === "owner" ? workspace.userId : (await aMember(db, workspace, role)).id;
    members.set(role, userId);
    cookies.set(role, sessionCookie(await startSession(db, userId, new Date()), false).split(";")[0]!);
  }
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: "Mill", seat: "TR", generation });
  const alike = await aSupplier(db, workspace, { name: "Mill Ltd", seat: "TR", generation });
  const merged = await aSupplier(db, workspace, { name: "The Mill", seat: "TR", generation });
  supplierNo = mill.no;
  const of = { generation, supplierNo, alikeNo: alike.no, mergedNo: merged.no };
  screened = await someScreening(db, as("owner"), of, "MARK", { by: members.get("officer")!, now: A_DAY });
});

const as = (role: Role): Scope => scopeOf(workspace, role, members.get(role));
const candidate = async (id: string) => (await findCandidate(db, as("owner"), id))!;

function asked(role: Role, body?: Readonly<Record<string, string>>, matchId = screened.open) {
  const form = body && new URLSearchParams(body);
  const headers = { Cookie: cookies.get(role)! };
  const request = new Request(`http://localhost/w/${workspace.slug}/page`, {
    headers,
    ...(form && { method: "POST", body: form }),
  });
  const params = { workspace: workspace.slug, matchId };
  return { request, params, context: { secure: false } } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

/** The status of what comes or is thrown; 200 for plain data. */
async function status(work: Promise<unknown>): Promise<number> {
  const answer = await work.catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.status;
  if (answer instanceof Error) throw answer;
  const { init } = answer as { init?: { status?: number } };
  return init?.status ?? 200;
}

/** Says today that the publisher's list was looked at, for the editions of these tests are old by now. */
const today = () => new Date().toISOString().slice(0, 10);
const DECIDED = { intent: "decide", version: "1", decision: "match", reason: "the same address" };

test.each([...ROLES])("the %s opens the pages of screening that the table of permissions gives", async (role) => {
  const reads = role === "supplier-contact" ? 404 : 200;
  const seesUndecided = role === "purchaser" ? 404 : reads;
  expect(await status((await pages.queue()).loader(asked(role)))).toBe(seesUndecided);
  expect(await status((await pages.pair()).loader(asked(role)))).toBe(seesUndecided);
  expect(await status((await pages.duplicates()).loader(asked(role)))).toBe(seesUndecided);
  expect(await status((await pages.groups()).loader(asked(role)))).toBe(reads);
  expect(await status((await pages.lists()).loader(asked(role)))).toBe(reads);
});

describe("deciding about a pair", () => {
  test("is refused to auditors, purchasers and suppliers as if there were nothing, and leaves the pair as it is", async () => {
    for (const role of ["auditor", "purchaser", "supplier-contact"] as const) {
      expect(await status((await pages.pair()).action(asked(role, DECIDED)))).toBe(404);
      const confirm = { intent: "confirm", version: "1", checkedOn: today() };
      expect(await status((await pages.pair()).action(asked(role, confirm, screened.proposed)))).toBe(404);
      const reopen = { intent: "reopen", version: "1", reason: "no" };
      expect(await status((await pages.pair()).action(asked(role, reopen, screened.match)))).toBe(404);
    }
    for (const id of [screened.open, screened.proposed, screened.match]) expect((await candidate(id)).version).toBe(1);
  });

  test("takes an officer, who cannot confirm it, and a legal reviewer, who does", async () => {
    const { action } = await pages.pair();
    expect(await status(action(asked("officer", DECIDED)))).toBe(302);
    expect(await candidate(screened.open)).toMatchObject({ state: "proposed", version: 2 });
    const confirm = { intent: "confirm", version: "2", checkedOn: today() };
    expect(await status(action(asked("officer", confirm)))).toBe(403);
    expect(await candidate(screened.open)).toMatchObject({ state: "proposed", version: 2 });
    expect(await status(action(asked("legal-reviewer", confirm)))).toBe(302);
    expect(await candidate(screened.open)).toMatchObject({ state: "match", version: 3 });
  });
});

test("suppliers that may be one are decided about by owner and officer alone", async () => {
  const { action } = await pages.duplicates();
  const said = { pair: screened.openPair, version: "1", intent: "different", reason: "two firms" };
  for (const role of ["auditor", "purchaser", "legal-reviewer", "supplier-contact"] as const) {
    expect(await status(action(asked(role, said)))).toBe(404);
    expect(await status(action(asked(role, { intent: "no such" })))).toBe(404);
  }
  expect(await findPair(db, as("owner"), screened.openPair)).toMatchObject({ state: "open", version: 1 });
  expect(await status(action(asked("officer", said)))).toBe(302);
  expect(await findPair(db, as("owner"), screened.openPair)).toMatchObject({ state: "different", version: 2 });
});

test("lists are loaded and withdrawn by owner and officer alone", async () => {
  const { action } = await pages.lists();
  const withdraw = { intent: "withdraw", edition: screened.editionId };
  for (const role of ["auditor", "purchaser", "legal-reviewer", "supplier-contact"] as const)
    expect(await status(action(asked(role, withdraw)))).toBe(404);
  expect(await status(action(asked("officer", withdraw)))).toBe(302);
  expect(await status(action(asked("officer", withdraw)))).toBe(409);
});

describe("what a supplier's page tells of lists", () => {
  const shown = async (role: Role) => {
    const { rows, standing } = await supplierMatches(db, as(role), supplierNo, LATER);
    return { rows: rows.map(({ candidate: { id, state }, last }) => ({ id, state, by: last?.id ?? null })), standing };
  };
  const ids = async (role: Role) => (await shown(role)).rows.map(({ id }) => id).sort();

  test("is every pair for the auditor, and confirmed matches alone for the purchaser", async () => {
    expect(await ids("auditor")).toEqual([screened.open, screened.proposed, screened.match].sort());
    expect(await ids("purchaser")).toEqual([screened.match]);
    expect((await matchStory(db, as("auditor"), supplierNo)).length).toBeGreaterThan(0);
    expect(await matchStory(db, as("purchaser"), supplierNo)).toEqual([]);
  });

  test("stays a confirmed match to the purchaser while it is asked about again, and its floor stays told", async () => {
    const { match, matchDecisionId } = screened;
    const confirmed = { id: match, state: "match", by: matchDecisionId };
    await reopenMatch(db, as("officer"), { candidateId: match, version: 1, reason: "look again" }, LATER);
    expect(await shown("purchaser")).toEqual({ rows: [confirmed], standing: [match] });
    const against = { candidateId: match, version: 2, decision: "not-match", reason: "no", checkedOn: null } as const;
    expect(await decideMatch(db, as("officer"), against, LATER)).toBe("proposed");
    expect(await shown("purchaser")).toEqual({ rows: [confirmed], standing: [match] });
    const seen = await shown("auditor");
    expect(seen.standing).toEqual([match]);
    expect(seen.rows.find(({ id }) => id === match)).toMatchObject({ state: "proposed" });
  });
});

describe("a match that counts", () => {
  /** A screening that did not see the pair, of lists without its entry. */
  const settle = async () => {
    const [last] = await screeningsOf(db, as("owner"));
    const system = { ...as("owner"), userId: null, role: "system" as const };
    const without = { entries: [], standing: new Set<string>(), lists: new Set([OWN_LIST]) };
    await settleUnseen(db, system, { ...last!, id: "a later one" }, without);
  };
  const propose = async () => {
    const { match } = screened;
    await reopenMatch(db, as("officer"), { candidateId: match, version: 1, reason: "look again" }, LATER);
    const against = { candidateId: match, version: 2, decision: "not-match", reason: "no", checkedOn: null } as const;
    await decideMatch(db, as("officer"), against, LATER);
  };

  test("is the decision about its pair again when another one is refused, and asks a person when its entry is delisted", async () => {
    const { match, matchDecisionId } = screened;
    await propose();
    await reopenMatch(db, as("legal-reviewer"), { candidateId: match, version: 3, reason: "it is" }, LATER);
    expect(await candidate(match)).toMatchObject({ state: "open", decisionId: matchDecisionId });
    await settle();
    expect(await candidate(match)).toMatchObject({ state: "open", cause: "delisted" });
    expect(await candidate(screened.open)).toMatchObject({ state: "gone" });
  });

  test("asks a person when its entry is delisted while a decision against it waits", async () => {
    await propose();
    await settle();
    expect(await candidate(screened.match)).toMatchObject({ state: "open", cause: "delisted" });
  });
});
