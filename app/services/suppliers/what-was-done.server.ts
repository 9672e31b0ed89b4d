import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { auditEvent, eventsAfter } from "../../../db/queries/audit";
import { decisionsOfBatch } from "../../../db/queries/understanding";
import { Decision } from "../../groups/decision";
import { MovedContents } from "../plan/undo-moves.server";

/** What an action did: `move.` and the number of its event, or `said.` and the id of its decisions. */
export type Did = string;
export const didMove = (seq: number): Did => `move.${seq}`;
export const didSay = (batch: string): Did => `said.${batch}`;

/** The event of a move, or the batch of decisions, that an address names; null when it makes no sense. */
export function readDid(did: string): { readonly seq: number } | { readonly batch: string } | null {
  const [, kind, rest = ""] = /^(move|said)\.([\w-]{1,60})$/u.exec(did) ?? [];
  if (kind === "said") return { batch: rest };
  return kind === "move" && /^[1-9]\d{0,14}$/u.test(rest) ? { seq: Number(rest) } : null;
}

export type DoneAction = { readonly did: Did; readonly suppliers: number; readonly undone: boolean } & (
  | { readonly kind: "moved"; readonly to: "in" | "out"; readonly reason: string }
  | { readonly kind: "decided"; readonly said: Decision }
);

/** What an action that can be undone did; null when this workspace has no such action. */
export async function whatWasDone(db: Database, scope: Scope, did: Did): Promise<DoneAction | null> {
  const named = readDid(did);
  if (named === null) return null;
  if ("batch" in named) {
    const decisions = await decisionsOfBatch(db, scope, named.batch);
    const [first] = decisions;
    if (!first) return null;
    const undone = decisions.every(({ undoneAt }) => undoneAt !== null);
    return { did, kind: "decided", suppliers: decisions.length, undone, said: Decision.parse(first.decision) };
  }
  const found = await auditEvent(db, scope, named.seq);
  if (found?.name !== "plan.entries-moved" || found.contents === null) return null;
  const { to, reason, entries } = MovedContents.parse(JSON.parse(found.contents));
  const since = await eventsAfter(db, scope, "plan.moves-undone", named.seq, UNDONE_READ);
  const undone = since.some(
    ({ contents }) => contents !== null && Undone.parse(JSON.parse(contents)).seq === named.seq,
  );
  return { did, kind: "moved", suppliers: entries.length, undone, to, reason };
}

const Undone = z.object({ seq: z.number() });
/** An action is undone soon after, or not at all. */
const UNDONE_READ = 50;
