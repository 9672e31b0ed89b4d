import { eq } from "drizzle-orm";
import type { Database } from "../../db/database";
import { reference } from "../lib/reference.server";

/** Records which reference tables this installation now works with; a table that changed is recorded anew. */
export async function recordReference(db: Database, now: Date): Promise<void> {
  const { referenceDatasets } = db.t;
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
