/** Where each chain stands, and whether it still goes through the places that were noted outside the database. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "./database";

/** A place of a chain as it is noted outside. Nothing else leaves the database. */
export interface ChainHead {
  /** Public id of the workspace. */
  readonly workspace: string;
  readonly seq: number;
  readonly hash: string;
}

/** The newest event of every workspace, in the order of the workspaces. */
export async function chainHeads(db: Database): Promise<ChainHead[]> {
  const { workspaces: w, auditEvents: e } = db.t;
  const heads: ChainHead[] = [];
  for (const { no, id } of await db.q.select({ no: w.no, id: w.id }).from(w).orderBy(asc(w.no))) {
    const [last] = await db.q
      .select({ seq: e.seq, hash: e.hash })
      .from(e)
      .where(eq(e.workspaceNo, no))
      .orderBy(desc(e.seq))
      .limit(1);
    if (last) heads.push({ workspace: id, ...last });
  }
  return heads;
}

/** A noted place the chain does not go through: its event is gone (`cut-off`), or it is another one (`other-event`). */
export interface HeadFault {
  readonly kind: "cut-off" | "other-event";
  readonly seq: number;
}

const AT_ONCE = 500;

/** Compares the chain of a workspace with what was noted of it. */
export async function compareHeads(
  db: Database,
  workspaceNo: number,
  noted: readonly Pick<ChainHead, "seq" | "hash">[],
): Promise<HeadFault[]> {
  const { auditEvents: e } = db.t;
  const faults: HeadFault[] = [];
  for (let at = 0; at < noted.length; at += AT_ONCE) {
    const some = noted.slice(at, at + AT_ONCE);
    const found = await db.q
      .select({ seq: e.seq, hash: e.hash })
      .from(e)
      .where(
        and(
          eq(e.workspaceNo, workspaceNo),
          inArray(
            e.seq,
            some.map(({ seq }) => seq),
          ),
        ),
      );
    const hashes = new Map(found.map(({ seq, hash }) => [seq, hash]));
    for (const { seq, hash } of some) {
      const own = hashes.get(seq);
      if (own !== hash) faults.push({ kind: own === undefined ? "cut-off" : "other-event", seq });
    }
  }
  return faults;
}

/** A chain's newest event. */
export interface ChainStanding {
  readonly headSeq: number;
  readonly headHash: string;
  readonly headAt: Date | null;
}

export async function chainStanding(db: Database, workspaceNo: number): Promise<ChainStanding> {
  const { auditEvents: e } = db.t;
  const [last] = await db.q
    .select({ seq: e.seq, hash: e.hash, at: e.at })
    .from(e)
    .where(eq(e.workspaceNo, workspaceNo))
    .orderBy(desc(e.seq))
    .limit(1);
  return { headSeq: last?.seq ?? 0, headHash: last?.hash ?? "", headAt: last?.at ?? null };
}

/** Workspaces that were deleted by their owners, as far as the program knows. */
export async function deletedWorkspaces(db: Database): Promise<ReadonlySet<string>> {
  const { endedWorkspaces: w } = db.t;
  return new Set((await db.q.select({ id: w.workspaceId }).from(w)).map(({ id }) => id));
}
