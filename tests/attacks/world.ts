/** The built program at work, with two workspaces that must know nothing of each other, and somebody of every role in each. */
import { createHash } from "node:crypto";
import path from "node:path";
import { inArray } from "drizzle-orm";
import { sessionCookie, startSession } from "../../app/lib/session.server";
import type { Database } from "../../db/database";
import { openDatabase } from "../../db/open";
import { ROLES, type Role } from "../../db/schema/codes";
import { startBuiltServer, type BuiltServer } from "../bench/built-server";
import { aFolder, aMember, aUser, aWorkspace, type AWorkspace } from "../builders";
import { everythingOf } from "../services/everything-of";
import { removeDocuments } from "../services/isolation-of-findings";
import { Attacker } from "./attacker";
import { fill, someLists, type Examples, type Lists } from "./examples";

export interface Place {
  readonly workspace: AWorkspace;
  /** Stands in every text of this workspace and nowhere else, but for its name. */
  readonly word: string;
  /** Stands in the workspace's name, which every member sees. */
  readonly called: string;
  readonly examples: Examples;
  /** Somebody with that role here, signed in anew. */
  as(role: Role): Promise<Attacker>;
}

export interface World {
  readonly server: BuiltServer;
  readonly db: Database;
  readonly ours: Place;
  readonly theirs: Place;
  readonly nobody: Attacker;
  /** The folder the program keeps its files in. */
  readonly dataDir: string;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
/** When everything was recorded that a test records itself: so that the day before today can be asked for. */
export const twoDaysAgo = (): Date => new Date(Date.now() - 2 * DAY_MS);

/** @param env what the program is told besides. */
export async function startWorld(env: Readonly<Record<string, string>> = {}): Promise<World> {
  const folder = aFolder("candour-attacks-");
  const db = await openDatabase({ file: path.join(folder.path, "candour.db"), role: "web", now: twoDaysAgo });
  const started = [
    await begin(db, folder.path, "Ourwordqz", "Ourplaceqz"),
    await begin(db, folder.path, "Theirwordqz", "Theirplaceqz"),
  ] as const;
  // What the lists asked for is not what is looked at here.
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" })]);
  const server = await startBuiltServer(folder.path, { env });
  await quiet(db, server);
  const ours = await finish(db, started[0], server.origin);
  const theirs = await finish(db, started[1], server.origin);
  return {
    server,
    db,
    ours,
    theirs,
    nobody: new Attacker(server.origin, null),
    dataDir: folder.path,
    async close() {
      await server.kill(true);
      await db.close();
      folder.remove();
      removeDocuments();
    },
  };
}

/** The program looks after its lists when it starts; what it does of itself is not the attack's. */
async function quiet(db: Database, server: BuiltServer): Promise<void> {
  const { jobs } = db.t;
  const waits = async (): Promise<boolean> =>
    !server.output().includes("job process started") ||
    (
      await db.q
        .select({ id: jobs.id })
        .from(jobs)
        .where(inArray(jobs.state, ["queued", "running"]))
    ).length > 0;
  for (let still = 0; still < 3; await sleep(60)) still = (await waits()) ? 0 : still + 1;
}
const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** What a workspace holds, as a hash: two that differ are told apart, without their contents in a test's report. */
export const stateOf = async ({ db }: Pick<World, "db">, { workspace }: Place): Promise<string> =>
  createHash("sha256")
    .update(await everythingOf(db, workspace.no))
    .digest("hex");

interface Begun extends Pick<Place, "workspace" | "word" | "called"> {
  readonly ownerId: string;
  readonly lists: Lists;
}

async function begin(db: Database, dataDir: string, word: string, called: string): Promise<Begun> {
  const owner = await aUser(db, { name: `Owner ${word}`, email: `owner@${word}.example` });
  const workspace = await aWorkspace(db, { name: `Buyer ${called}`, userId: owner.id });
  return { workspace, word, called, ownerId: owner.id, lists: await someLists(db, dataDir, workspace, word) };
}

async function finish(db: Database, begun: Begun, origin: string): Promise<Place> {
  const { workspace, word, called, ownerId, lists } = begun;
  const examples = await fill(db, workspace, lists, word);
  const members = new Map<Role, string>([["owner", ownerId]]);
  for (const role of ROLES.filter((each) => each !== "owner"))
    members.set(role, (await aMember(db, workspace, role)).id);
  return {
    workspace,
    word,
    called,
    examples,
    async as(role) {
      const token = await startSession(db, members.get(role)!, new Date());
      return new Attacker(origin, sessionCookie(token, false).split(";")[0]!);
    },
  };
}
