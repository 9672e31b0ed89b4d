/** Both engines, empty and migrated, and what the contract tests put into them. */
import { PGlite } from "@electric-sql/pglite";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import type { BulkRow, Cell } from "../../db/bulk/bulk";
import type { Database, Engine, Scope } from "../../db/database";
import { newId, newSupplierId } from "../../db/ids";
import { bulkKey } from "../../db/keys";
import { migrationsFolder, openDatabase } from "../../db/open";
import { buildPages, buildSearch } from "../../db/pages";
import { openPostgres } from "../../db/postgres";
import { createUser, createWorkspace } from "../../db/queries/accounts";
import { createGeneration } from "../../db/queries/imports";

export const ENGINES: readonly Engine[] = ["sqlite", "postgres"];

export async function openFor(engine: Engine): Promise<Database> {
  if (engine === "sqlite") return openDatabase({ file: ":memory:", role: "web" });
  const client = new PGlite();
  return openPostgres({
    connection: drizzle(client),
    migrations: migrationsFolder("postgres"),
    now: () => new Date(),
    end: () => client.close(),
  });
}

export const NOW = new Date("2026-03-01T08:00:00.000Z");

export async function aWorkspace(db: Database): Promise<Scope> {
  const mark = newId(NOW).slice(-8);
  const user = await createUser(
    db,
    { email: `${mark}@example.org`, name: "Ines", passwordHash: "-", locale: "en" },
    NOW,
  );
  return createWorkspace(db, user.id, { name: `Works ${mark}`, slug: `works-${mark}` }, NOW);
}

/** An upload and an import of it, as the service would have received them. */
export async function anImport(db: Database, scope: Scope): Promise<{ importId: string; uploadId: string }> {
  const [uploadId, importId] = [newId(NOW), newId(NOW)];
  const { uploads, imports } = db.t;
  await db.commit(
    scope,
    { name: "import.received", contents: { importId, uploadId, fileName: "list.csv", sha256: "0", bytes: 1 } },
    (q) => [
      q.insert(uploads).values({
        id: uploadId,
        workspaceNo: scope.workspaceNo,
        fileName: "list.csv",
        sha256: "0",
        bytes: 1,
        storedPath: "uploads/list.csv",
        byUserId: scope.userId,
        createdAt: NOW,
      }),
      q.insert(imports).values({
        id: importId,
        workspaceNo: scope.workspaceNo,
        uploadId,
        state: "building",
        createdAt: NOW,
        updatedAt: NOW,
      }),
    ],
  );
  return { importId, uploadId };
}

export type ASupplier = Partial<Omit<BulkRow<"registerRows">, "key" | "workspaceNo" | "generation" | "supplierNo">>;

/** A register row in which only what is said is known. */
export function aRegisterRow(
  workspaceNo: number,
  generation: number,
  supplierNo: number,
  said: ASupplier,
): BulkRow<"registerRows"> {
  const name = typeof said.name === "string" ? said.name : `Supplier ${supplierNo}`;
  return {
    key: bulkKey(generation, supplierNo),
    workspaceNo,
    generation,
    supplierNo,
    name,
    nameKey: name.toLowerCase(),
    supplierNumber: null,
    registrationId: null,
    seat: null,
    seatBasis: 0,
    region: null,
    placeOfWork: null,
    placeOfWorkBasis: 0,
    origin: null,
    originBasis: 0,
    role: 7,
    city: null,
    address: null,
    isic: null,
    sectorBasis: 0,
    sectorConfidence: null,
    goods: null,
    product: null,
    parent: null,
    tier: null,
    accountCode: null,
    workers: null,
    readings: null,
    amounts: null,
    spendMain: null,
    rowCount: 1,
    level: 0,
    score: null,
    band: null,
    inherent: null,
    rangeLow: null,
    rangeHigh: null,
    coverageContext: null,
    coverageSupplier: null,
    dimCountry: null,
    dimSector: null,
    dimRecruitment: null,
    releasedScore: null,
    severity: null,
    likelihood: null,
    priority: 0,
    floors: 0,
    reasons: null,
    line: supplierNo + 1,
    byteOffset: supplierNo * 100,
    byteLength: 99,
    repairs: 0,
    ...said,
  };
}

export interface AGeneration {
  readonly no: number;
  readonly importId: string;
  /** Public ids in the order of the suppliers given. */
  readonly ids: readonly string[];
  readonly nos: readonly number[];
}

/** A complete, unpublished generation; pages and search are built unless told otherwise. */
export async function aGeneration(
  db: Database,
  scope: Scope,
  suppliers: readonly ASupplier[],
  { readable = true }: { readonly readable?: boolean } = {},
): Promise<AGeneration> {
  const { importId } = await anImport(db, scope);
  const no = await createGeneration(
    db,
    scope,
    { importId, modelId: "2026.1", dataDate: "2026-01-01", dataHash: "0" },
    NOW,
  );
  const first = (await db.bulk.lastSupplierNo()) + 1;
  const nos = suppliers.map((_, i) => first + i);
  const ids = nos.map(newSupplierId);
  const who = db.bulk.writer("suppliers", ["no", "workspaceNo", "id", "keyKind", "keyHi", "keyLo", "bornGeneration"]);
  const columns = Object.keys(aRegisterRow(1, 1, 1, {})) as (keyof BulkRow<"registerRows">)[];
  const rows = db.bulk.writer("registerRows", columns);
  suppliers.forEach((supplier, i) => {
    who.add([nos[i]!, scope.workspaceNo, ids[i]!, 0, i, i, no]);
    const row = aRegisterRow(scope.workspaceNo, no, nos[i]!, supplier);
    rows.add(columns.map((column): Cell => row[column]));
  });
  const { generations } = db.t;
  await db.bulk.flush([who, rows], {
    after: (q) => [
      q.update(generations).set({ state: "ready", suppliers: suppliers.length }).where(eq(generations.no, no)),
    ],
  });
  await db.summary.count(no);
  if (readable) {
    await buildPages(db, no);
    await buildSearch(db, no);
  }
  return { no, importId, ids, nos };
}
