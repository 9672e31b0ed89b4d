import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Database, SystemScope } from "../../db/database";
import { openDatabase } from "../../db/open";
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

/** Opens the database for one piece of work in one workspace. @throws Problem `cli.workspace`. */
export async function inWorkspace<T>(
  given: GivenDatabase,
  now: Date,
  work: (db: Database, scope: SystemScope) => Promise<T>,
): Promise<T> {
  const db = await openDatabase({ file: fromUser(given.file), role: "web" });
  try {
    return await work(db, await scopeIn(db, given.workspace, now));
  } finally {
    await db.close();
  }
}

async function scopeIn(db: Database, slug: string | null, now: Date): Promise<SystemScope> {
  const { workspaces: w } = db.t;
  const known = await db.q.select({ no: w.no, id: w.id, slug: w.slug }).from(w).limit(20);
  if (slug === null && known.length <= 1) return workspaceForCommand(db, now);
  const found = known.find((workspace) => workspace.slug === slug);
  if (!found)
    throw new Problem(
      "cli.workspace",
      `The database holds the workspaces ${known.map((workspace) => workspace.slug).join(", ")}. Say which one with --workspace.`,
    );
  return { workspaceNo: found.no, workspaceId: found.id, workspaceSlug: found.slug, userId: null, role: "system" };
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
