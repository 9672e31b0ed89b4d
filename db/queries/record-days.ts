/**
 * Of each kind of record that can show something: its id and its own day. One query a kind, ids and days alone; protected
 * tables are never read.
 */
import { and, eq, inArray, isNotNull, isNull, like, max, notLike, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { AnyScope, Database } from "../database";

/** `at`: an instant, or a day `YYYY-MM-DD`. A document whose day nobody knows has that on which it was recorded. */
export interface RecordDay {
  readonly id: string;
  readonly at: Date | string | null;
}
type Ask = (db: Database, scope: AnyScope) => Promise<RecordDay[]>;

/** Steps of findings that were not taken back, of findings that were not either; of several of one finding the last day. */
const findingsWith =
  (step: (steps: Database["t"]["findingSteps"]) => SQL | undefined): Ask =>
  (db, scope) => {
    const { findings: f, findingSteps: s } = db.t;
    return db.q
      .select({ id: s.findingId, at: max(s.validOn) })
      .from(s)
      .innerJoin(f, and(eq(f.workspaceNo, s.workspaceNo), eq(f.id, s.findingId)))
      .where(and(eq(s.workspaceNo, scope.workspaceNo), isNull(s.undoneAt), isNull(f.undoneAt), step(s)))
      .groupBy(s.findingId);
  };

/**
 * What was answered at once counts once; protected answers do not, unless they were released: then on the day of the release,
 * never on that on which somebody was heard.
 */
const answersAbout =
  (goods: boolean): Ask =>
  async (db, scope) => {
    const { readings: r } = db.t;
    const rows = await db.q
      .select({ id: r.batch, from: max(r.validFrom), told: max(r.protectedSource), releasedAt: max(r.releasedAt) })
      .from(r)
      .where(
        and(
          eq(r.workspaceNo, scope.workspaceNo),
          isNull(r.undoneAt),
          or(isNull(r.protectedSource), isNotNull(r.releasedAt)),
          goods ? like(r.what, "inputs:%") : notLike(r.what, "inputs:%"),
        ),
      )
      .groupBy(r.batch);
    return rows.map(({ id, from, told, releasedAt }) => ({ id, at: told === null ? from : releasedAt }));
  };

const RECORDS = {
  list: (db, scope) => {
    const { imports: i } = db.t;
    return db.q
      .select({ id: i.id, at: i.publishedAt })
      .from(i)
      .where(and(eq(i.workspaceNo, scope.workspaceNo), eq(i.state, "published")));
  },
  plan: (db, scope) => {
    const { plans: p } = db.t;
    return db.q
      .select({ id: p.id, at: p.acceptedAt })
      .from(p)
      .where(and(eq(p.workspaceNo, scope.workspaceNo), isNotNull(p.acceptedAt)));
  },
  screening: (db, scope) => {
    const { screenings: s } = db.t;
    return db.q
      .select({ id: s.id, at: s.finishedAt })
      .from(s)
      .where(and(eq(s.workspaceNo, scope.workspaceNo), isNotNull(s.finishedAt)));
  },
  match: (db, scope) => {
    const { matchDecisions: d } = db.t;
    return db.q
      .select({ id: d.id, at: d.confirmedAt })
      .from(d)
      .where(and(eq(d.workspaceNo, scope.workspaceNo), isNotNull(d.confirmedAt), isNull(d.undoneAt)));
  },
  finding: (db, scope) => {
    const { findings: f } = db.t;
    return db.q
      .select({ id: f.id, at: f.recordedAt })
      .from(f)
      .where(and(eq(f.workspaceNo, scope.workspaceNo), isNull(f.undoneAt)));
  },
  assessed: findingsWith((s) =>
    and(eq(s.kind, "status"), inArray(s.status, ["substantiated", "rejected"]), isNotNull(s.confirmedAt)),
  ),
  reply: findingsWith((s) => eq(s.kind, "reply")),
  action: (db, scope) => {
    const { correctiveActions: a } = db.t;
    return db.q.select({ id: a.id, at: a.recordedAt }).from(a).where(eq(a.workspaceNo, scope.workspaceNo));
  },
  verified: (db, scope) => {
    const { correctiveActions: a } = db.t;
    return db.q
      .select({ id: a.id, at: a.verifiedAt })
      .from(a)
      .where(and(eq(a.workspaceNo, scope.workspaceNo), eq(a.state, "verified")));
  },
  repayment: (db, scope) => {
    const { repaymentGroups: g } = db.t;
    return db.q.select({ id: g.id, at: g.recordedAt }).from(g).where(eq(g.workspaceNo, scope.workspaceNo));
  },
  decision: (db, scope) => {
    const { supplierDecisions: d } = db.t;
    return db.q
      .select({ id: d.id, at: d.decidedOn })
      .from(d)
      .where(and(eq(d.workspaceNo, scope.workspaceNo), inArray(d.state, ["in-force", "replaced"])));
  },
  category: async (db, scope) => {
    const { categoryAssessments: c } = db.t;
    const rows = await db.q
      .select({ number: c.number, at: max(c.filedAt) })
      .from(c)
      .where(eq(c.workspaceNo, scope.workspaceNo))
      .groupBy(c.number);
    return rows.map(({ number, at }) => ({ id: `category ${number}`, at }));
  },
  check: (db, scope) => {
    const { vendorChecks: v } = db.t;
    return db.q
      .select({ id: v.id, at: v.filedAt })
      .from(v)
      .where(and(eq(v.workspaceNo, scope.workspaceNo), eq(v.state, "filed")));
  },
  floor: (db, scope) => {
    const { checkEntries: e } = db.t;
    return db.q
      .select({ id: e.checkId, at: max(e.enteredAt) })
      .from(e)
      .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.kind, "floor")))
      .groupBy(e.checkId);
  },
  recruitment: answersAbout(false),
  origin: answersAbout(true),
  document: async (db, scope) => {
    const { evidence: e } = db.t;
    const rows = await db.q
      .select({ id: e.id, issuedOn: e.issuedOn, recordedAt: e.recordedAt })
      .from(e)
      .where(and(eq(e.workspaceNo, scope.workspaceNo), isNull(e.undoneAt)));
    return rows.map(({ id, issuedOn, recordedAt }) => ({ id, at: issuedOn ?? recordedAt }));
  },
} as const satisfies Readonly<Record<string, Ask>>;

export type DatedKind = keyof typeof RECORDS;

/** The records of these kinds by their kind, in no order. */
export async function recordDays(
  db: Database,
  scope: AnyScope,
  kinds: readonly DatedKind[],
): Promise<ReadonlyMap<DatedKind, readonly RecordDay[]>> {
  return new Map(await Promise.all(kinds.map(async (kind) => [kind, await RECORDS[kind](db, scope)] as const)));
}

/** Confirmations that workers were repaid, not withdrawn, each with who confirmed it. */
export async function confirmationsOf(db: Database, scope: AnyScope) {
  const { repaymentEntries: e } = db.t;
  return db.q
    .select({ id: e.id, at: e.on, party: e.party, acceptedBy: e.acceptedBy, inPrivate: e.inPrivate })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.kind, "confirmation"), isNull(e.withdrawnAt)));
}

/** Terms of contracts and reviews that were done, in the order in which they were noted. */
export async function agreedOf(db: Database, scope: AnyScope) {
  const { contractEntries: e } = db.t;
  return db.q
    .select({ id: e.id, contractId: e.contractId, kind: e.kind, contents: e.contents, at: e.enteredAt })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), inArray(e.kind, ["terms", "review-done"])))
    .orderBy(e.contractId, e.position);
}

/** A published report that no later version takes the place of, with the rows of the catalogue that it names. */
export interface NamingReport {
  readonly id: string;
  readonly type: string;
  readonly variant: string;
  readonly fileNo: number | null;
  readonly version: number;
  readonly publishedAt: Date | null;
  readonly commitments: readonly string[];
}

/** Of each published report its names alone: the contents stay in the database. */
export async function namingReports(db: Database, scope: AnyScope): Promise<NamingReport[]> {
  const { reports: r } = db.t;
  const part = db.engine === "sqlite" ? sql`json_extract(${r.content}, '$.commitments')` : sql`${r.content}->'commitments'`; // prettier-ignore
  const rows = await db.q
    .select({
      id: r.id,
      type: r.type,
      variant: r.variant,
      fileNo: r.fileNo,
      version: r.version,
      publishedAt: r.publishedAt,
      replaces: r.replaces,
      commitments: part,
    })
    .from(r)
    .where(and(eq(r.workspaceNo, scope.workspaceNo), eq(r.state, "published")));
  const replaced = new Set(rows.map(({ replaces }) => replaces));
  return rows
    .filter(({ id }) => !replaced.has(id))
    .map(({ id, type, variant, fileNo, version, publishedAt, commitments }) => ({
      id,
      type,
      variant,
      fileNo,
      version,
      publishedAt,
      commitments: namesIn(commitments),
    }));
}

function namesIn(given: unknown): string[] {
  const rows: unknown = typeof given === "string" ? JSON.parse(given) : given;
  return Array.isArray(rows)
    ? rows.flatMap((row: { id?: unknown }) => (typeof row.id === "string" ? [row.id] : []))
    : [];
}
