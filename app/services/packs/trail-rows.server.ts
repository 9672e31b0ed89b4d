import { chainRows } from "../../../db/chain";
import type { AnyScope, Database } from "../../../db/database";
import { isShown } from "../../pack/open-events";
import type { ClosedEvents, OpenEvent } from "../../pack/rows";
import type { Recorded } from "./recorded-rows.server";

const AT_A_TIME = 500;

/** Where the chain of a workspace stands. */
export interface Head {
  readonly headSeq: number;
  readonly headHash: string;
}

/**
 * The chain up to an event: what a pack is about with its contents, everything else as its last hash, several in a row as one.
 */
export async function* trailRows(
  db: Database,
  scope: AnyScope,
  { headSeq }: Head,
  recorded: Recorded,
  reports: { hides(name: string, contents: string): boolean },
): AsyncGenerator<(OpenEvent | ClosedEvents)[]> {
  let closed = null as ClosedEvents | null;
  for (let after = 0; after < headSeq;) {
    const rows: (OpenEvent | ClosedEvents)[] = [];
    const found = await chainRows(db, scope.workspaceNo, after, Math.min(AT_A_TIME, headSeq - after));
    for (const { event, salt, contents } of found) {
      const { seq, at, actorUserId: actor, name, digest, seals, hash } = event;
      after = seq;
      const isHidden = contents !== null && (reports.hides(name, contents) || recorded.hides(name, contents));
      if (!isShown(name) || isHidden) {
        closed = { from: closed?.from ?? seq, to: seq, hash };
        continue;
      }
      if (closed) rows.push(closed);
      closed = null;
      recorded.person(actor);
      const isErased = salt === null || contents === null;
      rows.push({
        seq,
        at: at.toISOString(),
        actor,
        name,
        digest,
        seals: seals as OpenEvent["seals"],
        hash,
        salt: isErased ? null : salt,
        contents: isErased ? null : (JSON.parse(contents) as Record<string, unknown>),
      });
    }
    if (found.length === 0) break;
    if (rows.length > 0) yield rows;
  }
  if (closed) yield [closed];
}
