import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { asc } from "drizzle-orm";
import type { Database, SystemScope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { readConfig } from "../lib/config.server";
import { Problem } from "../lib/problem";
import { isKnownList } from "../screening/list-heads";
import type { Edition } from "../screening/types";
import { dayOf } from "../services/scoring/assessor.server";
import { entriesOf, listsInForce } from "../services/screening/lists-in-force.server";
import { loadEdition, type LoadedEdition } from "../services/screening/load-edition.server";
import type { TakenFile } from "./editions";
import { fromUser } from "./list-options";
import { workspaceForCommand } from "./workspace";

/** The database of `--db` and its workspace. */
export interface GivenDatabase {
  readonly file: string;
  /** Needed where the database holds several. */
  readonly workspace: string | null;
}

/**
 * The database that options name: `--db`, else, where a workspace is named or `isNeeded`, that of the data folder.
 * @returns null for the lists of this version alone. @throws Problem `cli.database` when there is none in the data folder.
 */
export function givenDatabase(
  { db, workspace }: { readonly db?: string | undefined; readonly workspace?: string | undefined },
  isNeeded = false,
): GivenDatabase | null {
  if (db !== undefined) return { file: db, workspace: workspace ?? null };
  if (!isNeeded && workspace === undefined) return null;
  const { databaseFile } = readConfig(process.env);
  if (!existsSync(databaseFile))
    throw new Problem(
      "cli.database",
      `There is no database ${databaseFile}. Start Candour once, say where its data are with CANDOUR_DATA, or name a file with --db.`,
    );
  return { file: databaseFile, workspace: workspace ?? null };
}

/** Opens the database for one piece of work in each workspace, or in the one that is named. @throws Problem `cli.workspace`. */
export async function inEachWorkspace<T>(
  given: GivenDatabase,
  now: Date,
  work: (db: Database, scope: SystemScope) => Promise<T>,
): Promise<T[]> {
  const db = await openGiven(given);
  try {
    const scopes = given.workspace === null ? await workspacesIn(db) : [];
    if (scopes.length === 0) scopes.push(await scopeIn(db, given.workspace, now));
    const done: T[] = [];
    for (const scope of scopes) done.push(await work(db, scope));
    return done;
  } finally {
    await db.close();
  }
}

/** Opens the database for one piece of work in one workspace. @throws Problem `cli.workspace`. */
export async function inWorkspace<T>(
  given: GivenDatabase,
  now: Date,
  work: (db: Database, scope: SystemScope) => Promise<T>,
): Promise<T> {
  const db = await openGiven(given);
  try {
    return await work(db, await scopeIn(db, given.workspace, now));
  } finally {
    await db.close();
  }
}

function openGiven({ file }: GivenDatabase): Promise<Database> {
  const from = fromUser(file);
  const folder = path.dirname(from);
  if (!existsSync(folder)) throw new Problem("cli.folder", `There is no folder ${folder}. Make it, or correct --db.`);
  return openDatabase({ file: from, role: "web" });
}

async function scopeIn(db: Database, slug: string | null, now: Date): Promise<SystemScope> {
  const known = await workspacesIn(db);
  if (slug === null && known.length <= 1) return workspaceForCommand(db, now);
  const found = known.find(({ workspaceSlug }) => workspaceSlug === slug);
  if (!found)
    throw new Problem(
      "cli.workspace",
      `The database holds the workspaces ${known.map(({ workspaceSlug }) => workspaceSlug).join(", ")}. Say which one with --workspace.`,
    );
  return found;
}

async function workspacesIn(db: Database): Promise<SystemScope[]> {
  const { workspaces: w } = db.t;
  const rows = await db.q.select({ no: w.no, id: w.id, slug: w.slug }).from(w).orderBy(asc(w.no));
  return rows.map(({ no, id, slug }) => ({
    workspaceNo: no,
    workspaceId: id,
    workspaceSlug: slug,
    userId: null,
    role: "system",
  }));
}

/** The editions in force of a workspace, with their entries. */
export async function editionsInForce(db: Database, scope: SystemScope): Promise<Edition[]> {
  const editions: Edition[] = [];
  for (const list of await listsInForce(db, scope)) {
    const { editionId: _editionId, loadedAt: _loadedAt, ...head } = list;
    editions.push({ ...head, entries: await entriesOf(db, scope, list) });
  }
  return editions;
}

/** Loads a publisher's file as the edition in force of the workspace. @throws Problem as `loadEdition`. */
export async function updateList(
  db: Database,
  scope: SystemScope,
  { listId, file, date, readOn }: TakenFile,
  { expectedEntries, approved }: { readonly expectedEntries: number | null; readonly approved: boolean },
  now: Date,
): Promise<LoadedEdition> {
  const from = fromUser(file);
  if (!existsSync(from)) throw new Problem("file.not-found", `There is no file ${from}. Check the path.`);
  const hash = createHash("sha256");
  await pipeline(createReadStream(from), hash);
  return loadEdition(
    db,
    scope,
    {
      listId,
      own: isKnownList(listId) ? null : { title: listId, publisher: scope.workspaceSlug, approved },
      fileName: path.basename(from),
      path: from,
      sha256: hash.digest("hex"),
      date,
      readOn: readOn ?? dayOf(statSync(from).mtime),
      expectedEntries,
    },
    now,
  );
}
