/** The audit chain: how an event is made, and how a chain is checked. */
import { createHash, randomBytes } from "node:crypto";
import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { canonicalJson } from "./canonical-json";
import { event } from "./audit-events";
import type { AuditEvent } from "./audit-events";
import type { AnyScope, Build, Database, Queries, Ran, Script, Step, Write } from "./database";
import { StaleWriteError } from "./errors";
import type { Tables } from "./schema/tables";

/** What stands before the first event. */
export const FIRST_HASH = "0".repeat(64);

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** SHA-256 of the salt followed by the canonical contents, hex. */
export const contentsDigest = (salt: string, contents: string): string => sha256(salt + contents);

export interface ChainLink {
  readonly workspaceNo: number;
  readonly seq: number;
  readonly at: Date;
  readonly actorUserId: string | null;
  readonly name: string;
  readonly digest: string;
}

/** SHA-256 of the hash before it followed by the canonical JSON of the link, hex. */
export const linkHash = (previousHash: string, link: ChainLink): string =>
  sha256(
    previousHash +
      canonicalJson({
        workspaceNo: link.workspaceNo,
        seq: link.seq,
        at: link.at.toISOString(),
        actor: link.actorUserId,
        name: link.name,
        digest: link.digest,
      }),
  );

/** Runs one built write inside a script and checks how many rows it changed. */
export function* runStep(step: Step): Generator<Write, Ran, Ran> {
  if (!("write" in step)) return yield step;
  const ran = yield step.write;
  if (ran.changes !== step.rows) throw new StaleWriteError(step.rows, ran.changes);
  return ran;
}

/** Inside a script: reads the chain's head and appends the event to it. */
export function* appendEvent(
  q: Queries,
  t: Tables,
  scope: { readonly workspaceNo: number; readonly userId: string | null },
  { name, contents }: AuditEvent,
  at: Date,
): Generator<Write, { seq: number; hash: string }, Ran> {
  const { auditEvents, auditContents } = t;
  const head = yield q
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.workspaceNo, scope.workspaceNo))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  const last = head.rows[0];
  const seq = last ? Number(last.seq) + 1 : 1;
  const previousHash = last ? String(last.hash) : FIRST_HASH;
  const canonical = canonicalJson(contents);
  const salt = randomBytes(16).toString("hex");
  const link = {
    workspaceNo: scope.workspaceNo,
    seq,
    at,
    actorUserId: scope.userId,
    name,
    digest: contentsDigest(salt, canonical),
  };
  const hash = linkHash(previousHash, link);
  yield q.insert(auditEvents).values({ ...link, previousHash, hash });
  yield q.insert(auditContents).values({ workspaceNo: scope.workspaceNo, seq, salt, contents: canonical });
  return { seq, hash };
}

/** The script of `commit`: the built writes, each checked, then the event. */
export const commitScript = (
  t: Tables,
  scope: AnyScope,
  what: AuditEvent,
  build: Build,
  now: () => Date,
): Script<{ seq: number }> =>
  function* (q) {
    for (const step of build(q)) yield* runStep(step);
    const { seq } = yield* appendEvent(q, t, scope, what, now());
    return { seq };
  };

export type ChainCheck =
  | { readonly valid: true; readonly events: number; readonly erased: number; readonly headHash: string }
  | { readonly valid: false; readonly brokenSeq: number; readonly why: "gap" | "previous-hash" | "hash" | "contents" };

/**
 * Recomputes a workspace's chain from its first event, a thousand at a time. Events whose contents were erased count as
 * `erased` and do not break it. A chain cut off at its end is still a valid chain: compare `events` and `headHash` with
 * what was noted elsewhere.
 */
export async function verifyChain(db: Database, workspaceNo: number): Promise<ChainCheck> {
  const { auditEvents, auditContents } = db.t;
  let seq = 0;
  let erased = 0;
  let previousHash = FIRST_HASH;
  for (;;) {
    const events = await db.q
      .select({ event: auditEvents, salt: auditContents.salt, contents: auditContents.contents })
      .from(auditEvents)
      .leftJoin(
        auditContents,
        and(eq(auditContents.workspaceNo, auditEvents.workspaceNo), eq(auditContents.seq, auditEvents.seq)),
      )
      .where(and(eq(auditEvents.workspaceNo, workspaceNo), gt(auditEvents.seq, seq)))
      .orderBy(asc(auditEvents.seq))
      .limit(1000);
    for (const { event: found, salt, contents } of events) {
      seq += 1;
      if (found.seq !== seq) return { valid: false, brokenSeq: seq, why: "gap" };
      if (found.previousHash !== previousHash) return { valid: false, brokenSeq: seq, why: "previous-hash" };
      if (found.hash !== linkHash(previousHash, found)) return { valid: false, brokenSeq: seq, why: "hash" };
      if (salt === null || contents === null) erased += 1;
      else if (contentsDigest(salt, contents) !== found.digest)
        return { valid: false, brokenSeq: seq, why: "contents" };
      previousHash = found.hash;
    }
    if (events.length < 1000) return { valid: true, events: seq, erased, headHash: previousHash };
  }
}

/**
 * Erases what the named events contained, for a lawful reason, and says so in the chain. The events stay, and the chain
 * stays valid: it covers salted digests, and without the salt a digest tells nothing.
 */
export async function eraseContents(
  db: Database,
  scope: AnyScope,
  seqs: readonly number[],
  reason: string,
): Promise<{ seq: number }> {
  const { auditContents } = db.t;
  return db.commit(scope, event("audit.contents-erased", { seqs: [...seqs], reason }), (q) => [
    q
      .delete(auditContents)
      .where(and(eq(auditContents.workspaceNo, scope.workspaceNo), inArray(auditContents.seq, [...seqs]))),
  ]);
}
