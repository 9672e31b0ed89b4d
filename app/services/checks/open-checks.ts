/** The rows of new checks: of every bidder at a stage, or of a new bidder at every open stage. */
import type { Database, Queries, Scope, Write } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { LotBidder } from "../../../db/queries/checks";
import type { Stage } from "../../../db/schema/checks";
import type { EntryContents } from "../../checks/entries";

export interface NewCheck {
  readonly id: string;
  readonly stage: Stage;
  readonly bidder: Pick<LotBidder, "id" | "lotId" | "name" | "country" | "identifier">;
  /** Public id of the supplier that the bidder is; null: none. */
  readonly supplierId: string | null;
}

/** The firm every circle begins with. */
export const BIDDER_FIRM = "bidder";

export const newCheck = (stage: Stage, bidder: NewCheck["bidder"], supplierId: string | null, now: Date): NewCheck => ({
  id: newId(now),
  stage,
  bidder,
  supplierId,
});

export function checkWrites(
  db: Database,
  q: Queries,
  { workspaceNo, userId }: Scope,
  checks: readonly NewCheck[],
  now: Date,
): Write[] {
  if (checks.length === 0) return [];
  const rows = checks.map(({ id, stage, bidder }) => ({
    id,
    workspaceNo,
    lotId: bidder.lotId,
    bidderId: bidder.id,
    stage,
    revision: 1,
    state: "open" as const,
    openedBy: userId,
    openedAt: now,
  }));
  const circles = checks.map(({ id, bidder, supplierId }) => ({
    id: newId(now),
    workspaceNo,
    checkId: id,
    kind: "circle" as const,
    contents: {
      firmId: BIDDER_FIRM,
      kind: "bidder",
      name: bidder.name,
      country: bidder.country,
      identifier: bidder.identifier,
      supplierId,
    } satisfies EntryContents["circle"],
    enteredBy: userId,
    enteredAt: now,
    position: 1,
  }));
  return [q.insert(db.t.vendorChecks).values(rows), q.insert(db.t.checkEntries).values(circles)];
}
