/**
 * Makes what a test needs in a real database: a test writes only what it is about.
 *
 *     const db = await aDatabase();
 *     const ours = await aWorkspace(db);
 *     const mill = await aSupplier(db, ours, { name: "Mill", seat: "TR", score: 61.5, band: "high" });
 *     await findSupplier(db, scopeOf(ours, "auditor"), mill.id);
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { event } from "../db/audit-events";
import type { Cell, RegisterColumn } from "../db/bulk/bulk";
import type { Database, Scope } from "../db/database";
import { newId, newSupplierId } from "../db/ids";
import { bulkKey } from "../db/keys";
import { openDatabase, type DatabaseRole } from "../db/open";
import { BAND_CODES, BASIS_CODES, LEVEL_CODES, ROLE_CODES, codeOf, type Role } from "../db/schema/codes";
import { reference } from "../app/lib/reference.server";
import { reasonNumber } from "../risk-models/reasons";
import { LIKELIHOODS, SEVERITIES } from "../risk-models/types";
import type { Band, Level, Likelihood, SeverityLevel, SupplierRole } from "../risk-models/types";

/** The day of everything a builder makes; tests have no other clock. */
export const A_DAY = new Date("2026-03-02T10:00:00.000Z");

/** A new database that lives as long as the test's process, or in `file`. */
export const aDatabase = (options: { readonly file?: string; readonly role?: DatabaseRole } = {}): Promise<Database> =>
  openDatabase({ file: options.file ?? ":memory:", role: options.role ?? "web", now: () => A_DAY });

/** An empty folder in the system's temporary folder; `remove` takes it away. */
export function aFolder(prefix = "candour-test-"): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface AUser {
  readonly id: string;
  readonly email: string;
}

let made = 0;

export async function aUser(
  db: Database,
  options: { readonly email?: string; readonly name?: string; readonly locale?: string } = {},
): Promise<AUser> {
  const id = newId(A_DAY);
  const email = options.email ?? `person${++made}@candour.example`;
  await db.commitPlain((q) => [
    q.insert(db.t.users).values({
      id,
      email,
      emailKey: email.toLowerCase(),
      name: options.name ?? "Person",
      passwordHash: "no password",
      locale: options.locale ?? "en",
      createdAt: A_DAY,
    }),
  ]);
  return { id, email };
}

export interface AWorkspace {
  readonly no: number;
  readonly id: string;
  readonly slug: string;
  /** Its owner. */
  readonly userId: string;
}

/** A workspace with its owner and the event that made it. */
export async function aWorkspace(
  db: Database,
  options: { readonly name?: string; readonly userId?: string } = {},
): Promise<AWorkspace> {
  const userId = options.userId ?? (await aUser(db)).id;
  const id = newId(A_DAY);
  const slug = `workspace-${++made}`;
  const name = options.name ?? `Workspace ${made}`;
  const { workspaces, memberships } = db.t;
  const no = await db.transact(function* (q) {
    const ran = yield q
      .insert(workspaces)
      .values({ id, slug, name, createdAt: A_DAY })
      .returning({ no: workspaces.no });
    return Number(ran.rows[0]?.["no"]);
  });
  const workspace = { no, id, slug, userId };
  await db.commit(
    scopeOf(workspace),
    event("workspace.created", { workspaceId: id, slug, name, isDemo: false }),
    (q) => [q.insert(memberships).values({ workspaceNo: no, userId, role: "owner", createdAt: A_DAY })],
  );
  return workspace;
}

/** What a member with this role asks with. */
export const scopeOf = (workspace: AWorkspace, role: Role = "owner", userId = workspace.userId): Scope => ({
  workspaceNo: workspace.no,
  workspaceId: workspace.id,
  workspaceSlug: workspace.slug,
  userId,
  role,
});

/** Another person in the workspace, with a role of theirs. */
export async function aMember(db: Database, workspace: AWorkspace, role: Role): Promise<AUser> {
  const user = await aUser(db);
  await db.commit(scopeOf(workspace), event("member.added", { userId: user.id, role }), (q) => [
    q.insert(db.t.memberships).values({ workspaceNo: workspace.no, userId: user.id, role, createdAt: A_DAY }),
  ]);
  return user;
}

/** A generation with the upload and the import it came from, published unless told otherwise. */
export async function aGeneration(
  db: Database,
  workspace: AWorkspace,
  options: { readonly published?: boolean; readonly fileName?: string } = {},
): Promise<{ readonly no: number; readonly importId: string; readonly uploadId: string }> {
  const { uploads, imports, generations, workspaces } = db.t;
  const published = options.published ?? true;
  const uploadId = newId(A_DAY);
  const importId = newId(A_DAY);
  const fileName = options.fileName ?? "suppliers.csv";
  const received = event("import.received", { importId, uploadId, fileName, sha256: "0".repeat(64), bytes: 1 });
  await db.commit(scopeOf(workspace), received, (q) => [
    q.insert(uploads).values({
      id: uploadId,
      workspaceNo: workspace.no,
      fileName,
      sha256: "0".repeat(64),
      bytes: 1,
      storedPath: `uploads/${workspace.id}/${uploadId}`,
      byUserId: workspace.userId,
      createdAt: A_DAY,
    }),
  ]);
  const no = await db.transact(function* (q) {
    const ran = yield q
      .insert(generations)
      .values({
        workspaceNo: workspace.no,
        importId,
        state: published ? "published" : "ready",
        modelId: "2026.1",
        dataDate: "2026-01-01",
        dataHash: reference().riskHash,
        pagesReady: false,
        createdAt: A_DAY,
      })
      .returning({ no: generations.no });
    return Number(ran.rows[0]?.["no"]);
  });
  await db.commitPlain((q) => [
    q.insert(imports).values({
      id: importId,
      workspaceNo: workspace.no,
      uploadId,
      state: published ? "published" : "preview",
      generation: no,
      createdAt: A_DAY,
      updatedAt: A_DAY,
      publishedAt: published ? A_DAY : null,
    }),
  ]);
  if (published) {
    const contents = {
      importId,
      generation: no,
      previousGeneration: null,
      modelId: "2026.1",
      dataDate: "2026-01-01",
      suppliers: 0,
      sha256: "0".repeat(64),
    };
    await db.commit(scopeOf(workspace), event("import.published", contents), (q) => [
      q.update(workspaces).set({ publishedGeneration: no }).where(eq(workspaces.no, workspace.no)),
    ]);
  }
  return { no, importId, uploadId };
}

export interface SupplierOptions {
  readonly name?: string;
  readonly supplierNumber?: string;
  /** ISO 3166-1 alpha-2. */
  readonly seat?: string;
  readonly city?: string;
  readonly isic?: string;
  readonly product?: string;
  readonly role?: SupplierRole;
  readonly level?: Level;
  readonly score?: number;
  readonly band?: Band;
  /** Bits of FLOORS. */
  readonly floors?: number;
  readonly priority?: number;
  readonly severity?: SeverityLevel;
  readonly likelihood?: Likelihood;
  /** Reason keys of the engine, the strongest first. */
  readonly reasons?: readonly string[];
  readonly spendMain?: number;
  readonly workers?: number;
  /** The generation it belongs to; default: the workspace's published one, made when there is none. */
  readonly generation?: number;
}

export interface ASupplier {
  readonly id: string;
  readonly no: number;
  readonly generation: number;
  readonly name: string;
}

/** A supplier with one line in the register. */
export async function aSupplier(
  db: Database,
  workspace: AWorkspace,
  options: SupplierOptions = {},
): Promise<ASupplier> {
  const generation =
    options.generation ?? (await publishedGeneration(db, workspace)) ?? (await aGeneration(db, workspace)).no;
  const no = (await db.bulk.lastSupplierNo()) + 1;
  const id = newSupplierId(no);
  const name = options.name ?? `Supplier ${no}`;
  const line: Partial<Record<RegisterColumn, Cell>> = {
    key: bulkKey(generation, no),
    workspaceNo: workspace.no,
    generation,
    supplierNo: no,
    name,
    nameKey: name.toLowerCase(),
    supplierNumber: options.supplierNumber ?? null,
    seat: options.seat ?? null,
    seatBasis: codeOf(BASIS_CODES, options.seat ? "stated" : "unknown"),
    placeOfWorkBasis: codeOf(BASIS_CODES, "unknown"),
    originBasis: codeOf(BASIS_CODES, "unknown"),
    role: codeOf(ROLE_CODES, options.role ?? "unknown"),
    city: options.city ?? null,
    isic: options.isic ?? null,
    sectorBasis: codeOf(BASIS_CODES, options.isic ? "stated" : "unknown"),
    product: options.product ?? null,
    workers: options.workers ?? null,
    spendMain: options.spendMain ?? null,
    rowCount: 1,
    level: codeOf(LEVEL_CODES, options.level ?? (options.score === undefined ? "listed" : "indicative")),
    score: options.score ?? null,
    band: options.band === undefined ? null : codeOf(BAND_CODES, options.band),
    priority: options.priority ?? Math.round(options.score ?? 0),
    severity: options.severity === undefined ? null : codeOf(SEVERITIES, options.severity),
    likelihood: options.likelihood === undefined ? null : codeOf(LIKELIHOODS, options.likelihood),
    reasons: options.reasons?.map((key) => reasonNumber(key)).join("|") ?? null,
    floors: options.floors ?? 0,
    line: 2,
    byteOffset: 0,
    byteLength: 0,
    repairs: 0,
  };
  const columns = Object.keys(line) as RegisterColumn[];
  const rows = db.bulk.writer("registerRows", columns);
  rows.add(columns.map((column) => line[column] ?? null));
  const suppliers = db.bulk.writer("suppliers", [
    "no",
    "workspaceNo",
    "id",
    "keyKind",
    "keyHi",
    "keyLo",
    "bornGeneration",
  ]);
  suppliers.add([no, workspace.no, id, 3, no, workspace.no, generation]);
  await db.bulk.flush([suppliers, rows]);
  return { id, no, generation, name };
}

async function publishedGeneration(db: Database, workspace: AWorkspace): Promise<number | null> {
  const { workspaces } = db.t;
  const [found] = await db.q
    .select({ generation: workspaces.publishedGeneration })
    .from(workspaces)
    .where(eq(workspaces.no, workspace.no));
  return found?.generation ?? null;
}
