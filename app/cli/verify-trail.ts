/** `candour verify-trail`: is everything as the program left it? */
import { createReadStream, existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { compareHeads, deletedWorkspaces, type ChainHead } from "../../db/chain-heads";
import type { Database, SystemScope } from "../../db/database";
import { notCovered } from "../../db/not-covered";
import { verifyTrail } from "../../db/verify-trail";
import { Problem } from "../lib/problem";
import { linesOf } from "./lines";
import { fromUser } from "./list-options";
import { givenDatabase, inEachWorkspace } from "./lists-in-database";
import { optionsOf, progressLine } from "./output";
import { checkWords, notCoveredWords } from "./trail-words";

export const VERIFY_TRAIL_HELP = `candour verify-trail: look the audit trail through

  candour verify-trail [--workspace SLUG] [--heads FILE] [--json] [--db FILE]

Recomputes the chain of events of every workspace, or of one, and compares each
row and each line of a published list with its seal. Names what was changed,
removed or added outside the program: table, key, and the last event about it.

  --workspace SLUG  this workspace alone
  --heads FILE      JSON lines of chain heads noted outside (CANDOUR_HEADS_FILE):
                    finds a trail whose end was cut off, or that was written anew
  --json            one JSON object a workspace
  --db FILE         another database file than that of the data folder

Exit code 0: all is as the program left it; 1: something is not; 2: the command
cannot be used.
`;

const Head = z.object({ workspace: z.string(), seq: z.int().positive(), hash: z.string() });

/** Heads as they were noted. @throws Problem `cli.heads` that names the line. */
async function readHeads(file: string): Promise<ReadonlyMap<string, ChainHead[]>> {
  const from = fromUser(file);
  if (!existsSync(from)) throw new Problem("file.not-found", `There is no file ${from}. Check the path.`);
  const heads = new Map<string, ChainHead[]>();
  for await (const [line, number] of linesOf(createReadStream(from))) {
    let head: ChainHead;
    try {
      head = Head.parse(JSON.parse(line));
    } catch {
      throw new Problem(
        "cli.heads",
        `Line ${number} of ${from} is no chain head. A line is {"workspace", "seq", "hash", "at"}, as CANDOUR_HEADS_FILE has them.`,
      );
    }
    heads.set(head.workspace, [...(heads.get(head.workspace) ?? []), head]);
  }
  return heads;
}

export async function verifyTrailCommand(args: readonly string[]): Promise<number> {
  const { values } = optionsOf("verify-trail", () =>
    parseArgs({
      args: [...args],
      options: {
        workspace: { type: "string" },
        heads: { type: "string" },
        db: { type: "string" },
        json: { type: "boolean", default: false },
      },
    }),
  );
  const heads = values.heads === undefined ? null : await readHeads(values.heads);
  const progress = progressLine();
  const met = new Set<string>();
  let deleted: ReadonlySet<string> = new Set();
  let wrong = 0;
  const one = async (db: Database, scope: SystemScope) => {
    met.add(scope.workspaceId);
    deleted = await deletedWorkspaces(db);
    const check = await verifyTrail(db, scope.workspaceNo, (rows) =>
      progress.show(`${scope.workspaceSlug}: ${rows} rows`),
    );
    const headFaults = await compareHeads(db, scope.workspaceNo, heads?.get(scope.workspaceId) ?? []);
    wrong += check.faultCount + headFaults.length;
    progress.clear();
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ workspace: scope.workspaceSlug, workspaceId: scope.workspaceId, ...check, valid: check.valid && headFaults.length === 0, headFaults, notCovered: Object.fromEntries(notCovered()) })}\n`
        : `${checkWords(scope.workspaceSlug, check, headFaults)}\n`,
    );
  };
  await inEachWorkspace(givenDatabase(values, true)!, new Date(), one);
  const gone =
    values.workspace === undefined ? [...(heads?.keys() ?? [])].filter((id) => !met.has(id) && !deleted.has(id)) : [];
  wrong += gone.length;
  for (const id of gone)
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ workspaceId: id, valid: false, gone: true })}\n`
        : `! The workspace ${id} was noted outside and is gone, with all its events.\n`,
    );
  if (!values.json) process.stdout.write(`Not covered:\n${notCoveredWords(notCovered())}\n`);
  return wrong === 0 ? 0 : 1;
}
