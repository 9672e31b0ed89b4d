import type { Database, Scope } from "../../../db/database";
import { repaymentEntries, repaymentGroups, type SignedEntry, type StoredGroup } from "../../../db/queries/remedy";
import { groupBy } from "../../lib/group-by";
import { totalsOf, type Ledger, type Standing } from "../../remedy/ledger";
import { ledgerOf } from "./group-record.server";

/** A group with its entries and where it stands. */
export interface CountedGroup {
  readonly group: StoredGroup;
  readonly entries: readonly SignedEntry[];
  readonly ledger: Ledger;
}

/** The ledger of a workspace, or of suppliers, group by group. */
export async function ledgers(
  db: Database,
  scope: Scope,
  supplierNos: readonly number[] | null = null,
): Promise<CountedGroup[]> {
  const groups = await repaymentGroups(db, scope, supplierNos);
  if (groups.length === 0) return [];
  const ids = groups.map(({ id }) => id);
  return counted(groups, await repaymentEntries(db, scope, supplierNos === null ? null : ids));
}

/** Groups with their entries. Pure. */
export function counted(groups: readonly StoredGroup[], entriesOfAll: readonly SignedEntry[]): CountedGroup[] {
  const byGroup = groupBy(entriesOfAll, ({ groupId }) => groupId);
  return groups.map((group) => {
    const entries = byGroup.get(group.id) ?? [];
    return { group, entries, ledger: ledgerOf(group, entries) };
  });
}

/** Amounts of one currency as text: whole ten-thousandths. */
export type AmountsShown = { readonly currency: string } & Readonly<Record<keyof Standing, string>>;

/** Sums for each currency, as pages, files and records take them. Pure. */
export const shownTotals = (groups: readonly Pick<CountedGroup, "ledger">[], today: string): AmountsShown[] =>
  [...totalsOf(groups.map(({ ledger }) => ledger), today)].map(([currency, standing]) => ({
    currency,
    owed: String(standing.owed),
    paid: String(standing.paid),
    confirmed: String(standing.confirmed),
    unconfirmed: String(standing.unconfirmed),
    open: String(standing.open),
    overdue: String(standing.overdue),
  })); // prettier-ignore

/** What suppliers owe by the ledger, for each currency. */
export async function dueTo(
  db: Database,
  scope: Scope,
  nos: readonly number[],
  today: string,
): Promise<AmountsShown[]> {
  return shownTotals(await ledgers(db, scope, nos), today);
}
