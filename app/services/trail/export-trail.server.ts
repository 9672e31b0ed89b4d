import { PassThrough, type Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { once } from "node:events";
import { event } from "../../../db/audit-events";
import { chainStanding } from "../../../db/chain-heads";
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { isNameless, trailEvents, type TrailEvent, type TrailFilter } from "../../../db/queries/trail";
import { writeCsv, type CsvCell } from "../../files/csv-writer.server";
import { log } from "../../lib/log.server";
import { REGISTER_FILE_TYPES, type RegisterFile } from "../register/export-register.server";

export type TrailFormat = "csv" | "jsonl";

const AT_ONCE = 500;

/** An event with who wrote it, as both files have it. */
interface Line extends Omit<TrailEvent, "actorUserId"> {
  readonly actor: string | null;
  readonly who: string | null;
}

async function* lines(db: Database, scope: Scope, filter: TrailFilter, upTo: number): AsyncGenerator<Line> {
  for (let after = 0; ;) {
    const found = await trailEvents(db, scope, filter, { after, limit: AT_ONCE });
    const names = await namesOfUsers(
      db,
      found.map(({ actorUserId }) => actorUserId),
    );
    for (const { actorUserId, ...line } of found) {
      if (line.seq > upTo) return;
      const actor = isNameless(line.name) ? null : actorUserId;
      yield { ...line, actor, who: actor === null ? null : (names.get(actor) ?? null) };
    }
    if (found.length < AT_ONCE) return;
    after = found.at(-1)!.seq;
  }
}

const HEADER = ["event", "at", "actor", "who", "name", "contents", "digest", "seals", "previous_hash", "hash"];

async function* records(all: AsyncGenerator<Line>): AsyncGenerator<readonly CsvCell[]> {
  yield HEADER;
  for await (const one of all)
    yield [
      one.seq,
      one.at.toISOString(),
      one.actor,
      one.who,
      one.name,
      one.contents,
      one.digest,
      one.seals,
      one.previousHash,
      one.hash,
    ];
}

async function writeLines(all: AsyncGenerator<Line>, target: Writable): Promise<void> {
  for await (const { seq, at, contents, ...rest } of all) {
    const line = {
      event: seq,
      at: at.toISOString(),
      ...rest,
      contents: contents === null ? null : (JSON.parse(contents) as unknown),
    };
    if (!target.write(`${JSON.stringify(line)}\n`)) await once(target, "drain");
  }
  target.end();
  await finished(target);
}

/** The events the filter leaves, in their order, with their hashes; who took them is an event of the chain. */
export async function exportTrail(
  db: Database,
  scope: Scope,
  format: TrailFormat,
  { filter, query }: { readonly filter: TrailFilter; readonly query: string },
): Promise<RegisterFile> {
  const { headSeq } = await chainStanding(db, scope.workspaceNo);
  await db.commit(scope, event("trail.exported", { format, upTo: headSeq, query }), () => []);
  const stream = new PassThrough();
  const all = lines(db, scope, filter, headSeq);
  const written = format === "csv" ? writeCsv(stream, records(all)) : writeLines(all, stream);
  written.catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error }, "export of the trail broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    fileName: `candour-trail-${scope.workspaceSlug}.${format}`,
    contentType: format === "csv" ? REGISTER_FILE_TYPES.csv : "application/x-ndjson; charset=utf-8",
    stream,
  };
}
