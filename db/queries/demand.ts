/** What the measures of the demand side are counted from and no other query asks for. Every query takes the scope first. */
import { and, asc, eq } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";
import type { Contract, StoredContractEntry } from "./contracts";

export type StoredBuyingEntry = Tables["buyingEntries"]["$inferSelect"];
/** With the name of who entered it; null: there is no such account any more. */
export type SignedBuyingEntry = StoredBuyingEntry & { readonly who: string | null };

/** Everything told of own ways of buying, the oldest first. */
export async function buyingEntries(db: Database, scope: AnyScope): Promise<SignedBuyingEntry[]> {
  const { buyingEntries: b } = db.t;
  const rows = await db.q
    .select()
    .from(b)
    .where(eq(b.workspaceNo, scope.workspaceNo))
    .orderBy(asc(b.enteredAt), asc(b.id));
  const names = await namesOfUsers(
    db,
    rows.map(({ enteredBy }) => enteredBy),
  );
  return rows.map((row) => ({ ...row, who: names.get(row.enteredBy) ?? null }));
}

/** Every contract of the workspace, the oldest first. */
export async function everyContract(db: Database, scope: AnyScope): Promise<Contract[]> {
  const { contracts } = db.t;
  return db.q
    .select()
    .from(contracts)
    .where(eq(contracts.workspaceNo, scope.workspaceNo))
    .orderBy(asc(contracts.recordedAt), asc(contracts.id));
}

/** What was noted of all contracts, contract by contract in its order. */
export async function entriesOfEveryContract(db: Database, scope: AnyScope): Promise<StoredContractEntry[]> {
  const { contractEntries: e } = db.t;
  return db.q.select().from(e).where(eq(e.workspaceNo, scope.workspaceNo)).orderBy(asc(e.contractId), asc(e.position));
}

/** A check of a bidder with its lot, and what of the record of a filed one is counted. */
export interface CheckOfBidder {
  readonly id: string;
  readonly lotId: string;
  readonly bidderId: string;
  readonly bidder: string;
  readonly stage: Tables["vendorChecks"]["$inferSelect"]["stage"];
  readonly state: Tables["vendorChecks"]["$inferSelect"]["state"];
  /** 1 for the first; a correction is the next. */
  readonly revision: number;
  readonly openedAt: Date;
  /** The check that it corrects; null: none. */
  readonly replaces: string | null;
  readonly filedAt: Date | null;
  readonly counted: unknown;
}

/** The checks of all bidders, corrected ones too, the oldest first; without their records, which may be a hundred megabytes. */
export async function checksOfBidders(db: Database, scope: AnyScope): Promise<CheckOfBidder[]> {
  const { vendorChecks: v, lotBidders: b } = db.t;
  return db.q
    .select({
      id: v.id,
      lotId: v.lotId,
      bidderId: v.bidderId,
      bidder: b.name,
      stage: v.stage,
      state: v.state,
      revision: v.revision,
      openedAt: v.openedAt,
      replaces: v.replaces,
      filedAt: v.filedAt,
      counted: v.counted,
    })
    .from(v)
    .innerJoin(b, and(eq(b.id, v.bidderId), eq(b.workspaceNo, v.workspaceNo)))
    .where(eq(v.workspaceNo, scope.workspaceNo))
    .orderBy(asc(v.openedAt), asc(v.id));
}
