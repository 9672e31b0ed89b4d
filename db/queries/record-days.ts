/**
 * Of each kind of record that can show something: its id and its own day. One query a kind, ids and days alone; protected
 * tables are never read. `until`: what was held at an instant, from the times the rows hold; null: what is held.
 */
import { and, eq, gt, inArray, isNotNull, isNull, like, lte, max, ne, notLike, or, sql } from "drizzle-orm";
import type { Column, SQL } from "drizzle-orm";
import type { AnyScope, Database } from "../database";

/** `at`: an instant, or a day `YYYY-MM-DD`. A document whose day nobody knows has that on which it was recorded. */
export interface RecordDay {
  readonly id: string;
  readonly at: Date | string | null;
}
type Ask = (db: Database, scope: AnyScope, until: Date | null) => Promise<RecordDay[]>;

/** Written by the instant. */
const by = (at: Column, until: Date | null): SQL | undefined => (until === null ? undefined : lte(at, until));
/** Not taken back by the instant: what was taken back later was held. */
const stands = (undoneAt: Column, until: Date | null): SQL | undefined =>
  until === null ? isNull(undoneAt) : or(isNull(undoneAt), gt(undoneAt, until));

/** Steps of findings that were not taken back, of findings that were not either; of several of one finding the last day. */
const findingsWith =
  (step: (steps: Database["t"]["findingSteps"], until: Date | null) => SQL | undefined): Ask =>
  (db, scope, until) => {
    const { findings: f, findingSteps: s } = db.t;
    return db.q
      .select({ id: s.findingId, at: max(s.validOn) })
      .from(s)
      .innerJoin(f, and(eq(f.workspaceNo, s.workspaceNo), eq(f.id, s.findingId)))
      .where(
        and(
          eq(s.workspaceNo, scope.workspaceNo),
          by(s.recordedAt, until),
          stands(s.undoneAt, until),
          stands(f.undoneAt, until),
          step(s, until),
        ),
      )
      .groupBy(s.findingId);
  };

/**
 * What was answered at once counts once; protected answers do not, unless they were released: then on the day of the release,
 * never on that on which somebody was heard.
 */
const answersAbout =
  (goods: boolean): Ask =>
  async (db, scope, until) => {
    const { readings: r } = db.t;
    const rows = await db.q
      .select({ id: r.batch, from: max(r.validFrom), told: max(r.protectedSource), releasedAt: max(r.releasedAt) })
      .from(r)
      .where(
        and(
          eq(r.workspaceNo, scope.workspaceNo),
          by(r.recordedAt, until),
          stands(r.undoneAt, until),
          or(isNull(r.protectedSource), until === null ? isNotNull(r.releasedAt) : lte(r.releasedAt, until)),
          goods ? like(r.what, "inputs:%") : notLike(r.what, "inputs:%"),
        ),
      )
      .groupBy(r.batch);
    return rows.map(({ id, from, told, releasedAt }) => ({ id, at: told === null ? from : releasedAt }));
  };

const RECORDS = {
  /** At an instant, with those taken back: of them the chain says when. */
  list: (db, scope, until) => {
    const { imports: i } = db.t;
    const isPublished = until === null ? eq(i.state, "published") : inArray(i.state, ["published", "undone"]);
    return db.q
      .select({ id: i.id, at: i.publishedAt })
      .from(i)
      .where(and(eq(i.workspaceNo, scope.workspaceNo), isPublished, by(i.publishedAt, until)));
  },
  plan: (db, scope, until) => {
    const { plans: p } = db.t;
    return db.q
      .select({ id: p.id, at: p.acceptedAt })
      .from(p)
      .where(and(eq(p.workspaceNo, scope.workspaceNo), isNotNull(p.acceptedAt), by(p.acceptedAt, until)));
  },
  screening: (db, scope, until) => {
    const { screenings: s } = db.t;
    return db.q
      .select({ id: s.id, at: s.finishedAt })
      .from(s)
      .where(and(eq(s.workspaceNo, scope.workspaceNo), isNotNull(s.finishedAt), by(s.finishedAt, until)));
  },
  match: (db, scope, until) => {
    const { matchDecisions: d } = db.t;
    return db.q
      .select({ id: d.id, at: d.confirmedAt })
      .from(d)
      .where(
        and(
          eq(d.workspaceNo, scope.workspaceNo),
          isNotNull(d.confirmedAt),
          by(d.confirmedAt, until),
          stands(d.undoneAt, until),
        ),
      );
  },
  finding: (db, scope, until) => {
    const { findings: f } = db.t;
    return db.q
      .select({ id: f.id, at: f.recordedAt })
      .from(f)
      .where(and(eq(f.workspaceNo, scope.workspaceNo), by(f.recordedAt, until), stands(f.undoneAt, until)));
  },
  assessed: findingsWith((s, until) =>
    and(
      eq(s.kind, "status"),
      inArray(s.status, ["substantiated", "rejected"]),
      isNotNull(s.confirmedAt),
      by(s.confirmedAt, until),
    ),
  ),
  reply: findingsWith((s) => eq(s.kind, "reply")),
  action: (db, scope, until) => {
    const { correctiveActions: a } = db.t;
    return db.q
      .select({ id: a.id, at: a.recordedAt })
      .from(a)
      .where(and(eq(a.workspaceNo, scope.workspaceNo), by(a.recordedAt, until)));
  },
  /** As they are now: which were at an instant is told by `actionLinesThen`. */
  verified: (db, scope) => {
    const { correctiveActions: a } = db.t;
    return db.q
      .select({ id: a.id, at: a.verifiedAt })
      .from(a)
      .where(and(eq(a.workspaceNo, scope.workspaceNo), eq(a.state, "verified")));
  },
  repayment: (db, scope, until) => {
    const { repaymentGroups: g } = db.t;
    return db.q
      .select({ id: g.id, at: g.recordedAt })
      .from(g)
      .where(and(eq(g.workspaceNo, scope.workspaceNo), by(g.recordedAt, until)));
  },
  /**
   * Those that came into force, as they are now: which were at an instant is told by `decisionLinesThen`. A proposal to hold or to
   * leave that was replaced before anybody confirmed it never did.
   */
  decision: (db, scope) => {
    const { supplierDecisions: d } = db.t;
    return db.q
      .select({ id: d.id, at: d.decidedOn })
      .from(d)
      .where(
        and(
          eq(d.workspaceNo, scope.workspaceNo),
          inArray(d.state, ["in-force", "replaced"]),
          or(isNotNull(d.confirmedAt), inArray(d.decision, ["buy", "conditions"]), ne(d.banLaw, "")),
        ),
      );
  },
  category: async (db, scope, until) => {
    const { categoryAssessments: c } = db.t;
    const rows = await db.q
      .select({ number: c.number, at: max(c.filedAt) })
      .from(c)
      .where(and(eq(c.workspaceNo, scope.workspaceNo), by(c.filedAt, until)))
      .groupBy(c.number);
    return rows.map(({ number, at }) => ({ id: `category ${number}`, at }));
  },
  /** Filed and not yet being corrected. */
  check: async (db, scope, until) => {
    const { vendorChecks: v } = db.t;
    const rows = await db.q
      .select({ id: v.id, at: v.filedAt, replaces: v.replaces })
      .from(v)
      .where(and(eq(v.workspaceNo, scope.workspaceNo), by(v.openedAt, until)));
    const corrected = new Set(rows.map(({ replaces }) => replaces));
    return rows.filter(({ id, at }) => at !== null && (until === null || at <= until) && !corrected.has(id));
  },
  /** A correction begins with what was noted in the check that it corrects, on the days of that: it was there once it was opened. */
  floor: (db, scope, until) => {
    const { checkEntries: e, vendorChecks: v } = db.t;
    return db.q
      .select({ id: e.checkId, at: max(e.enteredAt) })
      .from(e)
      .innerJoin(v, and(eq(v.workspaceNo, e.workspaceNo), eq(v.id, e.checkId)))
      .where(
        and(eq(e.workspaceNo, scope.workspaceNo), eq(e.kind, "floor"), by(e.enteredAt, until), by(v.openedAt, until)),
      )
      .groupBy(e.checkId);
  },
  recruitment: answersAbout(false),
  origin: answersAbout(true),
  document: async (db, scope, until) => {
    const { evidence: e } = db.t;
    const rows = await db.q
      .select({ id: e.id, issuedOn: e.issuedOn, recordedAt: e.recordedAt })
      .from(e)
      .where(and(eq(e.workspaceNo, scope.workspaceNo), by(e.recordedAt, until), stands(e.undoneAt, until)));
    return rows.map(({ id, issuedOn, recordedAt }) => ({ id, at: issuedOn ?? recordedAt }));
  },
} as const satisfies Readonly<Record<string, Ask>>;

export type DatedKind = keyof typeof RECORDS;

/** The records of these kinds by their kind, in no order. */
export async function recordDays(
  db: Database,
  scope: AnyScope,
  kinds: readonly DatedKind[],
  until: Date | null = null,
): Promise<ReadonlyMap<DatedKind, readonly RecordDay[]>> {
  return new Map(await Promise.all(kinds.map(async (kind) => [kind, await RECORDS[kind](db, scope, until)] as const)));
}

/** Confirmations that workers were repaid, not withdrawn, each with who confirmed it. */
export async function confirmationsOf(db: Database, scope: AnyScope, until: Date | null = null) {
  const { repaymentEntries: e } = db.t;
  return db.q
    .select({ id: e.id, at: e.on, party: e.party, acceptedBy: e.acceptedBy, inPrivate: e.inPrivate })
    .from(e)
    .where(
      and(
        eq(e.workspaceNo, scope.workspaceNo),
        eq(e.kind, "confirmation"),
        by(e.recordedAt, until),
        stands(e.withdrawnAt, until),
      ),
    );
}

/** Terms of contracts and reviews that were done, in the order in which they were noted. */
export async function agreedOf(db: Database, scope: AnyScope, until: Date | null = null) {
  const { contractEntries: e } = db.t;
  return db.q
    .select({ id: e.id, contractId: e.contractId, kind: e.kind, contents: e.contents, at: e.enteredAt })
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), inArray(e.kind, ["terms", "review-done"]), by(e.enteredAt, until)))
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

/** Of each published report its names alone: the contents stay in the database. One that was replaced later is not yet. */
export async function namingReports(db: Database, scope: AnyScope, until: Date | null = null): Promise<NamingReport[]> {
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
    .where(and(eq(r.workspaceNo, scope.workspaceNo), eq(r.state, "published"), by(r.publishedAt, until)));
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
