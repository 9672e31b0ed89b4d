/** The audit chain: how an event is made, and how a chain is checked. */
import { createHash, randomBytes } from "node:crypto";
import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { canonicalJson } from "./canonical-json";
import { event } from "./audit-events";
import { contentsText, FIRST_HASH, linkText, type ChainLink } from "./chain-link";
import type { AuditEvent } from "./audit-events";
import type { AnyScope, Build, Database, Queries, Ran, Script, Step, Write } from "./database";
import { sealAnew } from "./seal-anew";
import { runSealed, sealsDigest, TouchedRows } from "./seals";
import { StaleWriteError } from "./errors";
import type { Tables } from "./schema/tables";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** SHA-256 of the salt followed by the canonical contents, hex. */
export const contentsDigest = (salt: string, contents: string): string => sha256(contentsText(salt, contents));

/** SHA-256 of the hash before it followed by the canonical JSON of the link, hex. */
export const linkHash = (previousHash: string, link: ChainLink): string => sha256(linkText(previousHash, link));

/** Runs one built write inside a script and checks how many rows it changed. */
export function* runStep(step: Step): Generator<Write, Ran, Ran> {
  if (!("write" in step)) return yield step;
  const ran = yield step.write;
  if (ran.changes !== step.rows) throw new StaleWriteError(step.rows, ran.changes, step.isSince);
  return ran;
}

/** Inside a script: reads the chain's head and appends the event to it, with the seals of the rows written in the script. */
export function* appendEvent(
  q: Queries,
  t: Tables,
  scope: { readonly workspaceNo: number; readonly userId: string | null },
  { name, contents }: AuditEvent,
  at: Date,
  touched: TouchedRows,
): Generator<Write, { seq: number; hash: string }, Ran> {
  const { auditEvents, auditContents, auditSeals } = t;
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
  const rowSalt = randomBytes(16).toString("hex");
  const lines = touched.lines(rowSalt);
  const link = {
    workspaceNo: scope.workspaceNo,
    seq,
    at,
    actorUserId: scope.userId,
    name,
    digest: contentsDigest(salt, canonical),
    seals: sealsDigest(lines),
  };
  const hash = linkHash(previousHash, link);
  yield q.insert(auditEvents).values({ ...link, previousHash, hash });
  yield q.insert(auditContents).values({ workspaceNo: scope.workspaceNo, seq, salt, contents: canonical });
  if (lines !== "") yield q.insert(auditSeals).values({ workspaceNo: scope.workspaceNo, seq, salt: rowSalt, lines });
  return { seq, hash };
}

/** The script of `commit`: the built writes, each checked, then the event with the seals of what they wrote. */
export const commitScript = (
  t: Tables,
  scope: AnyScope,
  what: AuditEvent,
  build: Build,
  now: () => Date,
): Script<{ seq: number }> =>
  function* (q) {
    const touched = new TouchedRows();
    for (const step of build(q)) yield* runSealed(step, touched, scope);
    const { seq } = yield* appendEvent(q, t, scope, what, now(), touched);
    return { seq };
  };

export type ChainCheck =
  | { readonly valid: true; readonly events: number; readonly erased: number; readonly headHash: string }
  | { readonly valid: false; readonly brokenSeq: number; readonly why: LinkFault };

/** What is wrong with an event: one before it is missing, or it, its contents or its seals are not what was hashed. */
export type LinkFault = "gap" | "previous-hash" | "hash" | "contents" | "seals";

export interface ChainEntry {
  readonly seq: number;
  readonly name: string;
  readonly hash: string;
  /** Null: erased. */
  readonly contents: string | null;
  /** Null: there are none, or it was erased. */
  readonly sealSalt: string | null;
  readonly lines: string;
  readonly fault: LinkFault | null;
}

/** Where reading begins: behind this event. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

const BATCH = 500;

/** Events behind `after` as they are stored, with their contents and seals. */
export function chainRows(db: Database, workspaceNo: number, after: number, limit: number) {
  const { auditEvents: e, auditContents: c, auditSeals: s } = db.t;
  return db.q
    .select({ event: e, salt: c.salt, contents: c.contents, sealSalt: s.salt, lines: s.lines })
    .from(e)
    .leftJoin(c, and(eq(c.workspaceNo, e.workspaceNo), eq(c.seq, e.seq)))
    .leftJoin(s, and(eq(s.workspaceNo, e.workspaceNo), eq(s.seq, e.seq)))
    .where(and(eq(e.workspaceNo, workspaceNo), gt(e.seq, after)))
    .orderBy(asc(e.seq))
    .limit(limit);
}

/** The events of a workspace in their order, each recomputed, some hundreds at a time. */
export async function* readChain(
  db: Database,
  workspaceNo: number,
  from: ChainPlace = { seq: 0, hash: FIRST_HASH },
): AsyncGenerator<ChainEntry[]> {
  let { seq, hash: previousHash } = from;
  for (;;) {
    const found = await chainRows(db, workspaceNo, seq, BATCH);
    const entries: ChainEntry[] = [];
    for (const { event: link, salt, contents, sealSalt, lines } of found) {
      const erased = salt === null || contents === null;
      const fault =
        link.seq !== seq + 1
          ? "gap"
          : link.previousHash !== previousHash
            ? "previous-hash"
            : link.hash !== linkHash(previousHash, link)
              ? "hash"
              : !erased && contentsDigest(salt, contents) !== link.digest
                ? "contents"
                : sealsDigest(lines ?? "") !== link.seals
                  ? "seals"
                  : null;
      seq = link.seq;
      previousHash = link.hash;
      entries.push({
        seq,
        name: link.name,
        hash: link.hash,
        contents: erased ? null : contents,
        sealSalt,
        lines: lines ?? "",
        fault,
      });
    }
    if (entries.length > 0) yield entries;
    if (found.length < BATCH) return;
  }
}

/**
 * Recomputes a workspace's chain from its first event. Events whose contents were erased count as `erased` and do not break
 * it. A chain cut off at its end is still a valid chain: compare `events` and `headHash` with what was noted elsewhere.
 * The rows of the tables are compared by `verifyTrail`.
 */
export async function verifyChain(db: Database, workspaceNo: number): Promise<ChainCheck> {
  let [events, erased, headHash] = [0, 0, FIRST_HASH];
  for await (const entries of readChain(db, workspaceNo))
    for (const { seq, hash, contents, fault } of entries) {
      if (fault) return { valid: false, brokenSeq: fault === "gap" ? events + 1 : seq, why: fault };
      [events, headHash] = [seq, hash];
      if (contents === null) erased += 1;
    }
  return { valid: true, events, erased, headHash };
}

/**
 * Erases what the named events contained, for a lawful reason, and says so in the chain. The events stay, and the chain
 * stays valid: it covers salted digests, and without the salt a digest tells nothing. The same goes for what their seals
 * tell of rows; rows whose last seal is among them are sealed anew as they are.
 * @throws when such a row is not as it was sealed, or one of the events is the seal of a list, which tells of nobody.
 */
export async function eraseContents(
  db: Database,
  scope: AnyScope,
  seqs: readonly number[],
  reason: string,
  at: Date = new Date(),
): Promise<{ seq: number }> {
  const { auditEvents, auditContents, auditSeals } = db.t;
  const { workspaceNo } = scope;
  const [kept] = await db.q
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.workspaceNo, workspaceNo),
        inArray(auditEvents.seq, [...seqs]),
        eq(auditEvents.name, "register.sealed"),
      ),
    );
  if (kept) throw new Error(`Event ${kept.seq} is the seal of a list: it tells of nobody and stays`);
  return db.transact(function* (q) {
    const touched = new TouchedRows();
    yield* sealAnew(db, q, workspaceNo, seqs, touched);
    yield q
      .delete(auditContents)
      .where(and(eq(auditContents.workspaceNo, workspaceNo), inArray(auditContents.seq, [...seqs])));
    yield q
      .update(auditSeals)
      .set({ salt: null })
      .where(and(eq(auditSeals.workspaceNo, workspaceNo), inArray(auditSeals.seq, [...seqs])));
    const what = event("audit.contents-erased", { seqs: [...seqs], reason });
    const { seq } = yield* appendEvent(q, db.t, scope, what, at, touched);
    return { seq };
  });
}
