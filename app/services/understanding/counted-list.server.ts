import { z } from "zod";
import type { AnyScope, Database } from "../../../db/database";
import {
  decisionsInForce,
  groupsOfGeneration,
  payeesOfGeneration,
  type DecisionRow,
  type GroupRow,
  type PayeeRow,
} from "../../../db/queries/understanding";
import { Decision } from "../../groups/decision";
import {
  mainCurrencyOf,
  settlementOf,
  shareOf,
  type Amounts,
  type CountedGroup,
  type CountedPayee,
  type Settlement,
  type Sum,
} from "../../groups/settlement";

/** Amounts as the importer writes them: whole numbers as text. */
const bigAmounts = (stored: Readonly<Record<string, string>>): Amounts => {
  const amounts: Record<string, bigint> = {};
  for (const currency in stored) amounts[currency] = BigInt(stored[currency]!);
  return amounts;
};
const StoredAmounts = z.record(z.string(), z.string()).transform(bigAmounts);
const StoredParts = z.array(z.object({ group: z.int(), known: z.boolean(), rows: z.int(), amounts: StoredAmounts }));

/** Stored amounts as whole ten-thousandths. */
const amountsOf = (stored: string): Amounts =>
  stored === "{}" ? {} : bigAmounts(JSON.parse(stored) as Record<string, string>);

export interface StoredGroup extends CountedGroup {
  readonly row: GroupRow;
}
export interface StoredPayee extends CountedPayee {
  readonly row: PayeeRow;
}
export interface StoredDecision extends Omit<DecisionRow, "decision"> {
  readonly decision: Decision;
}

/** A stored decision with what it says parsed. */
export const parsedDecision = (row: DecisionRow): StoredDecision => ({
  ...row,
  decision: Decision.parse(row.decision),
});

/** What a list's groups and payees add up to, the decisions in force, and what they settle. */
export interface CountedList {
  readonly groups: readonly StoredGroup[];
  readonly payees: readonly StoredPayee[];
  readonly decisions: readonly StoredDecision[];
  readonly settlement: Settlement;
  /** ISO 4217 of most rows; "" when the file does not say. */
  readonly currency: string;
}

/**
 * Reads a generation of this workspace; one of another workspace has no groups.
 * @param at the instant of which the decisions are asked; left out: now.
 */
export async function countedList(db: Database, scope: AnyScope, generation: number, at?: Date): Promise<CountedList> {
  const [groupRows, payeeRows, decisionRows] = await Promise.all([
    groupsOfGeneration(db, scope, generation),
    payeesOfGeneration(db, scope, generation),
    decisionsInForce(db, scope, at),
  ]);
  const groups = groupRows.map((row): StoredGroup => ({
    row,
    no: row.no,
    key: row.key,
    open: { rows: row.rows, amounts: amountsOf(row.amounts) },
    known: { rows: row.knownRows, amounts: amountsOf(row.knownAmounts) },
    aside: { rows: row.asideRows, amounts: amountsOf(row.asideAmounts) },
  }));
  const payees = payeeRows.map((row): StoredPayee => ({
    row,
    key: row.key,
    parts: StoredParts.parse(JSON.parse(row.parts)),
  }));
  const decisions = decisionRows.map(parsedDecision);
  const settlement = settlementOf(groups, payees, decisions);
  return { groups, payees, decisions, settlement, currency: mainCurrencyOf(groups) };
}

/** Shares of a part of a list, 0 to 1. */
export interface Shares {
  /** Of the spend in the main currency; null when the list has none. */
  readonly spendShare: number | null;
  readonly rowShare: number;
}

export const sharesOf = (
  { rows, amounts }: Sum,
  { settlement: { total }, currency }: Pick<CountedList, "settlement" | "currency">,
): Shares => ({
  spendShare: shareOf(amounts, total.amounts, currency),
  rowShare: total.rows === 0 ? 0 : rows / total.rows,
});

/** Share of a list, 0 to 1: of spend where it has any, else of rows. */
export interface OpenShare {
  readonly share: number;
  readonly ofSpend: boolean;
}

/** Answers kept for each database: the counts of a generation never change, and a list may have 20,000 groups. */
const MOST_KEPT = 200;
const kept = new WeakMap<Database, Map<string, OpenShare | null>>();

/** How much of a list is not yet understood; null for an empty list. */
export async function notUnderstood(db: Database, scope: AnyScope, generation: number): Promise<OpenShare | null> {
  const ids = (await decisionsInForce(db, scope)).map(({ id }) => id);
  const known = kept.get(db) ?? new Map<string, OpenShare | null>();
  kept.set(db, known);
  const asked = [scope.workspaceNo, generation, ...ids].join(" ");
  const found = known.get(asked);
  if (found !== undefined) return found;
  const list = await countedList(db, scope, generation);
  const { spendShare, rowShare } = sharesOf(list.settlement.open, list);
  const empty = list.settlement.total.rows === 0;
  const open = empty ? null : { share: spendShare ?? rowShare, ofSpend: spendShare !== null };
  if (known.size >= MOST_KEPT) known.clear();
  known.set(asked, open);
  return open;
}
