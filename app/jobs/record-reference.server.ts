import { eq } from "drizzle-orm";
import type { Database } from "../../db/database";
import { listRiskData } from "../../db/queries/risk-data";
import { reference } from "../lib/reference.server";

/**
 * Records which reference tables this installation now works with; a table that changed is recorded anew. What the engine reads is
 * kept beside what was kept before.
 */
export async function recordReference(db: Database, now: Date): Promise<void> {
  const { referenceDatasets, riskData } = db.t;
  const { riskHash: hash, riskDate: dataDate } = reference();
  if (!(await listRiskData(db)).some((kept) => kept.hash === hash)) {
    const content = reference().riskText();
    await db.commitPlain((q) => [
      q.insert(riskData).values({ hash, dataDate, content, recordedAt: now }).onConflictDoNothing(),
    ]);
  }
  const known = new Map(
    (await db.q.select({ id: referenceDatasets.id, sha256: referenceDatasets.sha256 }).from(referenceDatasets)).map(
      (d) => [d.id, d.sha256],
    ),
  );
  const changed = reference().datasets.filter((dataset) => known.get(dataset.name) !== dataset.sha256);
  if (changed.length === 0) return;
  await db.commitPlain((q) =>
    changed.flatMap((d) => [
      q.delete(referenceDatasets).where(eq(referenceDatasets.id, d.name)),
      q.insert(referenceDatasets).values({
        id: d.name,
        title: d.title,
        publisher: d.publisher,
        licence: d.licence,
        url: d.url,
        sha256: d.sha256,
        rows: d.rows,
        retrievedOn: d.retrievedOn ?? d.carriedOverOn,
        loadedAt: now,
      }),
    ]),
  );
}
