/** Reference data of the risk engine that lists of this installation were scored with: published facts, the same for everyone. */
import { desc, eq } from "drizzle-orm";
import type { Database } from "../database";

/** The text under its hash, or null. */
export async function findRiskData(
  db: Database,
  hash: string,
): Promise<{ readonly dataDate: string; readonly content: string } | null> {
  const { riskData } = db.t;
  const [found] = await db.q
    .select({ dataDate: riskData.dataDate, content: riskData.content })
    .from(riskData)
    .where(eq(riskData.hash, hash));
  return found ?? null;
}

/** What is kept, without the texts; the newest first. */
export async function listRiskData(
  db: Database,
): Promise<{ readonly hash: string; readonly dataDate: string; readonly recordedAt: Date }[]> {
  const { riskData } = db.t;
  return db.q
    .select({ hash: riskData.hash, dataDate: riskData.dataDate, recordedAt: riskData.recordedAt })
    .from(riskData)
    .orderBy(desc(riskData.recordedAt));
}
