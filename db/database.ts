/** What the application may ask of a database, whichever engine stands behind it. */
import type { SQLWrapper } from "drizzle-orm";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { AuditEvent } from "./audit-events";
import type { Bulk } from "./bulk/bulk";
import type { Role } from "./schema/codes";
import type { Tables } from "./schema/tables";
import type { SearchIndex } from "./search/search";
import type { Summary } from "./summary/summary";

/** Who asks, in which workspace. Every query takes it before any id; another workspace's row does not exist. */
export interface Scope {
  readonly workspaceNo: number;
  readonly workspaceId: string;
  readonly workspaceSlug: string;
  readonly userId: string;
  readonly role: Role;
}

/** The program itself at work in a workspace: the job process. Its events have no actor. */
export interface SystemScope {
  readonly workspaceNo: number;
  readonly workspaceId: string;
  readonly workspaceSlug: string;
  readonly userId: null;
  readonly role: "system";
}

export type AnyScope = Scope | SystemScope;

/** The portable part of the query builder. Await what it builds; it never opens a transaction. */
export type Queries = Pick<
  BaseSQLiteDatabase<"async", unknown, Record<string, never>>,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "with" | "$with"
>;

/** An insert, update or delete that is built and not yet run. */
export type Write = SQLWrapper & PromiseLike<unknown>;

/**
 * A write, or one that must touch exactly `rows` rows; else everything is rolled back with a StaleWriteError. `isSince`: it asks
 * whether anything was decided in the workspace since, not whether a row is as it was.
 */
export type Step = Write | { readonly write: Write; readonly rows: number; readonly isSince?: true };

export type Build = (q: Queries) => readonly Step[];

export type Engine = "sqlite" | "postgres";

/** What a script of one transaction yields, and what it gets back: the rows read, and how many rows were written. */
export interface Ran {
  readonly rows: readonly Record<string, unknown>[];
  readonly changes: number;
}
export type Script<T> = (q: Queries) => Generator<Write, T, Ran>;

export interface Database {
  readonly engine: Engine;
  readonly q: Queries;
  readonly t: Tables;
  /** Runs the writes and appends the event to the workspace's chain, in one transaction; retries while the database is busy. */
  commit(scope: AnyScope, event: AuditEvent, build: Build): Promise<{ seq: number }>;
  /** Writes that are no fact of a workspace (people, sessions, a job's progress): tables of PLAIN_TABLES only, no event. */
  commitPlain(build: Build): Promise<void>;
  /** One immediate transaction of reads and writes, for files inside `db/` only. */
  transact<T>(script: Script<T>): Promise<T>;
  readonly bulk: Bulk;
  readonly search: SearchIndex;
  readonly summary: Summary;
  close(): Promise<void>;
}
