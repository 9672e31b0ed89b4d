/** What suppliers answered about recruitment, as people recorded it; and the decisions that released protected answers. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { bulkKey } from "../keys";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";
import { numbersOf } from "./merges";

export type StoredReading = Tables["readings"]["$inferSelect"];
/** A reading with the names of who recorded it and who took it back; null when there is no such account any more. */
export type SignedReading = StoredReading & { readonly who: string | null; readonly undoneByName: string | null };
export type Release = Tables["protectedReleases"]["$inferSelect"] & { readonly releasedByName: string | null };

async function signed(db: Database, rows: readonly StoredReading[]): Promise<SignedReading[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ recordedBy, undoneBy }) => [recordedBy, undoneBy]),
  );
  return rows.map((row) => ({
    ...row,
    who: names.get(row.recordedBy) ?? null,
    undoneByName: row.undoneBy === null ? null : (names.get(row.undoneBy) ?? null),
  }));
}

/** Every reading about these few numbers, in force or not, protected ones among them, the oldest first. */
export async function readingsAbout(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
): Promise<StoredReading[]> {
  const { readings } = db.t;
  return db.q
    .select()
    .from(readings)
    .where(and(eq(readings.workspaceNo, scope.workspaceNo), inArray(readings.supplierNo, [...supplierNos])))
    .orderBy(asc(readings.recordedAt), asc(readings.id));
}

/** As `readingsAbout`, with who recorded each and who took it back. */
export async function signedReadingsAbout(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
): Promise<SignedReading[]> {
  return signed(db, await readingsAbout(db, scope, supplierNos));
}

/** Every reading of a supplier, and of those that are merged into it now, as `readingsAbout` gives them, with who recorded them. */
export async function readingsOfSupplier(db: Database, scope: AnyScope, supplierNo: number): Promise<SignedReading[]> {
  return signedReadingsAbout(db, scope, await numbersOf(db, scope, supplierNo));
}

/** The readings that were saved at once under this id. */
export async function readingsOfBatch(db: Database, scope: AnyScope, batch: string): Promise<SignedReading[]> {
  const { readings } = db.t;
  const rows = await db.q
    .select()
    .from(readings)
    .where(and(eq(readings.workspaceNo, scope.workspaceNo), eq(readings.batch, batch)))
    .orderBy(asc(readings.id));
  return signed(db, rows);
}

/** Readings of the workspace that are not taken back and may be shown outside, in the order of the suppliers' numbers. */
export async function openReadingsInForce(
  db: Database,
  scope: Pick<AnyScope, "workspaceNo">,
): Promise<StoredReading[]> {
  const { readings } = db.t;
  return db.q
    .select()
    .from(readings)
    .where(
      and(
        eq(readings.workspaceNo, scope.workspaceNo),
        isNull(readings.undoneAt),
        or(isNull(readings.protectedSource), isNotNull(readings.releasedAt)),
      ),
    )
    .orderBy(asc(readings.supplierNo), asc(readings.recordedAt), asc(readings.id));
}

/** The readings of the workspace that stood at an instant and were outside by then: open ones, and protected ones that were released. */
export async function openReadingsAt(
  db: Database,
  scope: Pick<AnyScope, "workspaceNo">,
  instant: Date,
): Promise<StoredReading[]> {
  const { readings } = db.t;
  return db.q
    .select()
    .from(readings)
    .where(
      and(
        eq(readings.workspaceNo, scope.workspaceNo),
        lte(readings.recordedAt, instant),
        or(isNull(readings.undoneAt), gt(readings.undoneAt, instant)),
        or(isNull(readings.protectedSource), lte(readings.releasedAt, instant)),
      ),
    )
    .orderBy(asc(readings.supplierNo), asc(readings.recordedAt), asc(readings.id));
}

/** Suppliers about whom something that may be shown outside was recorded, released or taken back after an instant. */
export async function toldSince(db: Database, scope: AnyScope, instant: Date): Promise<number[]> {
  const { readings } = db.t;
  const rows = await db.q
    .selectDistinct({ no: readings.supplierNo })
    .from(readings)
    .where(
      and(
        eq(readings.workspaceNo, scope.workspaceNo),
        or(isNull(readings.protectedSource), isNotNull(readings.releasedAt)),
        or(gt(readings.recordedAt, instant), gt(readings.releasedAt, instant), gt(readings.undoneAt, instant)),
      ),
    );
  return rows.map(({ no }) => no);
}

/** Every reading about these numbers, in force or not, that may be shown outside by now, the oldest first. */
export async function openReadingsAbout(
  db: Database,
  scope: AnyScope,
  supplierNos: readonly number[],
): Promise<StoredReading[]> {
  const { readings } = db.t;
  const found: StoredReading[] = [];
  for (let at = 0; at < supplierNos.length; at += 500)
    found.push(
      ...(await db.q
        .select()
        .from(readings)
        .where(
          and(
            eq(readings.workspaceNo, scope.workspaceNo),
            inArray(readings.supplierNo, supplierNos.slice(at, at + 500)),
            or(isNull(readings.protectedSource), isNotNull(readings.releasedAt)),
          ),
        )
        .orderBy(asc(readings.recordedAt), asc(readings.id))),
    );
  return found;
}

/** Amounts recorded of late in other currencies, as they were told, the newest first; nothing of protected readings. */
export async function recentMoney(db: Database, scope: AnyScope, limit: number): Promise<unknown[]> {
  const { readings } = db.t;
  const rows = await db.q
    .select({ told: readings.told })
    .from(readings)
    .where(
      and(
        eq(readings.workspaceNo, scope.workspaceNo),
        isNull(readings.undoneAt),
        isNull(readings.protectedSource),
        isNotNull(readings.told),
      ),
    )
    .orderBy(desc(readings.recordedAt))
    .limit(limit);
  return rows.map(({ told }) => told);
}

/** The releases of protected readings of a supplier, the newest first. */
export async function releasesOfSupplier(db: Database, scope: AnyScope, supplierNo: number): Promise<Release[]> {
  const { protectedReleases: r, users } = db.t;
  const numbers = await numbersOf(db, scope, supplierNo);
  const rows = await db.q
    .select({ release: r, name: users.name })
    .from(r)
    .leftJoin(users, eq(users.id, r.releasedBy))
    .where(and(eq(r.workspaceNo, scope.workspaceNo), inArray(r.supplierNo, numbers)))
    .orderBy(desc(r.releasedAt));
  return rows.map(({ release, name }) => ({ ...release, releasedByName: name }));
}

/**
 * What the list itself told of these suppliers of a generation, where readings stand in their lines: text of `readingsText` by
 * supplier number. Who is not in it has in its line what the list told.
 */
export async function toldByList(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNos: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  const { toldSuppliers, generations } = db.t;
  const found = new Map<number, string | null>();
  for (let at = 0; at < supplierNos.length; at += 500) {
    const keys = new Map(supplierNos.slice(at, at + 500).map((no) => [bulkKey(generation, no), no]));
    const rows = await db.q
      .select({ key: toldSuppliers.key, listReadings: toldSuppliers.listReadings })
      .from(toldSuppliers)
      .innerJoin(generations, and(eq(generations.no, generation), eq(generations.workspaceNo, scope.workspaceNo)))
      .where(inArray(toldSuppliers.key, [...keys.keys()]));
    for (const { key, listReadings } of rows) found.set(keys.get(key)!, listReadings);
  }
  return found;
}
