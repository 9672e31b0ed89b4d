/** What people decided about groups, payees and texts, and what each list's groups add up to. */
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { bulkKey } from "../keys";
import type { Tables } from "../schema/tables";
import type { NewGeneration } from "./imports";
import type { Job } from "./jobs";

export type DecisionRow = Tables["understandingDecisions"]["$inferSelect"] & {
  /** Name of the person; null when there is no such account any more. */
  readonly who: string | null;
};

const decisions = (db: Database) => {
  const { understandingDecisions: d, users } = db.t;
  return db.q.select({ decision: d, who: users.name }).from(d).leftJoin(users, eq(users.id, d.decidedBy)).$dynamic();
};
type Joined = { readonly decision: Tables["understandingDecisions"]["$inferSelect"]; readonly who: string | null };
const asRow = ({ decision, who }: Joined): DecisionRow => ({ ...decision, who });

/**
 * Decisions in force, the oldest first. Of two about the same thing the later one counts.
 * @param at the instant of which they are asked; left out: now.
 */
export async function decisionsInForce(db: Database, scope: AnyScope, at?: Date): Promise<DecisionRow[]> {
  const { understandingDecisions: d } = db.t;
  const stood = at === undefined ? isNull(d.undoneAt) : and(lte(d.decidedAt, at), or(isNull(d.undoneAt), gt(d.undoneAt, at))); // prettier-ignore
  const rows = await decisions(db)
    .where(and(eq(d.workspaceNo, scope.workspaceNo), stood))
    .orderBy(asc(d.decidedAt), asc(d.id));
  const latest = new Map<string, DecisionRow>();
  for (const row of rows) {
    const subject = `${row.decision.scope}:${row.decision.key}`;
    latest.delete(subject);
    latest.set(subject, asRow(row));
  }
  return [...latest.values()];
}

/** A decision, in force or undone. */
export async function findDecision(db: Database, scope: AnyScope, id: string): Promise<DecisionRow | null> {
  const { understandingDecisions: d } = db.t;
  const [row] = await decisions(db).where(and(eq(d.workspaceNo, scope.workspaceNo), eq(d.id, id)));
  return row ? asRow(row) : null;
}

/** What is in force about each of these things, by key, as it was stored. */
export async function decisionsAbout(
  db: Database,
  scope: AnyScope,
  subject: DecisionRow["scope"],
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const { understandingDecisions: d } = db.t;
  const rows = await db.q
    .select({ key: d.key, decision: d.decision })
    .from(d)
    .where(
      and(eq(d.workspaceNo, scope.workspaceNo), eq(d.scope, subject), inArray(d.key, [...keys]), isNull(d.undoneAt)),
    )
    .orderBy(asc(d.decidedAt), asc(d.id));
  return new Map(rows.map(({ key, decision }) => [key, decision]));
}

/** The decisions made at once under this id, in force or undone. */
export async function decisionsOfBatch(db: Database, scope: AnyScope, batch: string): Promise<DecisionRow[]> {
  const { understandingDecisions: d } = db.t;
  const rows = await decisions(db)
    .where(and(eq(d.workspaceNo, scope.workspaceNo), eq(d.batch, batch)))
    .orderBy(asc(d.label), asc(d.id));
  return rows.map(asRow);
}

/** Every decision about one thing, in force or undone, the newest first, with who took it back. */
export async function decisionHistory(
  db: Database,
  scope: AnyScope,
  subject: DecisionRow["scope"],
  key: string,
  limit = 50,
): Promise<(DecisionRow & { readonly undoneByName: string | null })[]> {
  const { understandingDecisions: d, users } = db.t;
  const rows = await decisions(db)
    .where(and(eq(d.workspaceNo, scope.workspaceNo), eq(d.scope, subject), eq(d.key, key)))
    .orderBy(desc(d.decidedAt), desc(d.id))
    .limit(limit);
  const undoers = [...new Set(rows.flatMap(({ decision }) => decision.undoneBy ?? []))];
  const named =
    undoers.length === 0
      ? []
      : await db.q.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, undoers));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...asRow(row),
    undoneByName: row.decision.undoneBy === null ? null : (names.get(row.decision.undoneBy) ?? null),
  }));
}

/** The decisions that gave a supplier's facts in a generation, strongest first. */
export async function decisionsOfSupplier(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNo: number,
): Promise<DecisionRow[]> {
  const { decidedSuppliers, generations, understandingDecisions: d } = db.t;
  const [found] = await db.q
    .select({ decisions: decidedSuppliers.decisions })
    .from(decidedSuppliers)
    .innerJoin(generations, and(eq(generations.no, generation), eq(generations.workspaceNo, scope.workspaceNo)))
    .where(eq(decidedSuppliers.key, bulkKey(generation, supplierNo)));
  if (!found) return [];
  const ids = found.decisions.split(",");
  const rows = await decisions(db).where(and(eq(d.workspaceNo, scope.workspaceNo), inArray(d.id, ids)));
  return rows.map(asRow).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

export type GroupRow = Tables["generationGroups"]["$inferSelect"];
export type PayeeRow = Tables["generationPayees"]["$inferSelect"];
export type UnresolvedRow = Tables["generationUnresolved"]["$inferSelect"];

/** Groups of a generation of this workspace, in the order of the file. */
export async function groupsOfGeneration(db: Database, scope: AnyScope, generation: number): Promise<GroupRow[]> {
  const { generationGroups: g, generations } = db.t;
  const rows = await db.q
    .select({ row: g })
    .from(g)
    .innerJoin(generations, and(eq(generations.no, g.generation), eq(generations.workspaceNo, scope.workspaceNo)))
    .where(eq(g.generation, generation))
    .orderBy(asc(g.no));
  return rows.map(({ row }) => row);
}

/** Payees decided about and those with most spend, in that order. */
export async function payeesOfGeneration(db: Database, scope: AnyScope, generation: number): Promise<PayeeRow[]> {
  const { generationPayees: p, generations } = db.t;
  const rows = await db.q
    .select({ row: p })
    .from(p)
    .innerJoin(generations, and(eq(generations.no, p.generation), eq(generations.workspaceNo, scope.workspaceNo)))
    .where(eq(p.generation, generation))
    .orderBy(asc(p.no));
  return rows.map(({ row }) => row);
}

/** Texts of one kind (`country`, `sector`, `currency`) that no table knows, those with most rows first. */
export async function unresolvedOfGeneration(
  db: Database,
  scope: AnyScope,
  generation: number,
  kind: string,
  limit: number,
): Promise<UnresolvedRow[]> {
  const { generationUnresolved: u, generations } = db.t;
  const rows = await db.q
    .select({ row: u })
    .from(u)
    .innerJoin(generations, and(eq(generations.no, u.generation), eq(generations.workspaceNo, scope.workspaceNo)))
    .where(and(eq(u.generation, generation), eq(u.kind, kind)))
    .orderBy(desc(u.rows), asc(u.no))
    .limit(limit);
  return rows.map(({ row }) => row);
}

/**
 * What the thing of a decision is called in a generation of this workspace: the group's text, the payee's name, the text as
 * found. Null when the generation has no such thing and nothing was decided about it.
 */
export async function subjectLabel(
  db: Database,
  scope: AnyScope,
  generation: number,
  subject: DecisionRow["scope"],
  key: string,
): Promise<string | null> {
  const {
    generationGroups: g,
    generationPayees: p,
    generationUnresolved: u,
    generations,
    understandingDecisions: d,
  } = db.t;
  const [own] = await db.q
    .select({ no: generations.no })
    .from(generations)
    .where(and(eq(generations.no, generation), eq(generations.workspaceNo, scope.workspaceNo)));
  if (!own) return null;
  const kind = subject.replace("text-", "");
  const [found] =
    subject === "group"
      ? await db.q
          .select({ label: g.label })
          .from(g)
          .where(and(eq(g.generation, generation), eq(g.key, key), ne(g.kind, "other")))
      : subject === "payee"
        ? await db.q
            .select({ label: p.name })
            .from(p)
            .where(and(eq(p.generation, generation), eq(p.key, key)))
        : await db.q
            .select({ label: u.text })
            .from(u)
            .where(and(eq(u.generation, generation), eq(u.kind, kind), eq(u.key, key)));
  if (found) return found.label;
  const [decided] = await db.q
    .select({ label: d.label })
    .from(d)
    .where(and(eq(d.workspaceNo, scope.workspaceNo), eq(d.scope, subject), eq(d.key, key), isNull(d.undoneAt)));
  return decided?.label ?? null;
}

/** The job that puts the decisions into the published list, when one waits or runs; a waiting one first. */
export async function openReapply(db: Database, scope: AnyScope): Promise<Job | null> {
  const { jobs } = db.t;
  const open = await db.q
    .select()
    .from(jobs)
    .where(
      and(
        eq(jobs.workspaceNo, scope.workspaceNo),
        inArray(jobs.state, ["queued", "running"]),
        eq(jobs.kind, "import.reapply"),
      ),
    );
  return open.find(({ state }) => state === "queued") ?? open[0] ?? null;
}

/** A new, unpublished generation of an import that is published: nobody's until its pointer is moved. */
export async function createReappliedGeneration(
  db: Database,
  scope: AnyScope,
  made: NewGeneration,
  now: Date,
): Promise<number> {
  const { generations } = db.t;
  return db.transact(function* (q) {
    const inserted = yield q
      .insert(generations)
      .values({ ...made, workspaceNo: scope.workspaceNo, state: "building", createdAt: now })
      .returning({ no: generations.no });
    return Number(inserted.rows[0]?.no);
  });
}
