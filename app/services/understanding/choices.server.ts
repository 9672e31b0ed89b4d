import type { GroupKind } from "../../groups/group-key";
import { propose, type Proposal, type Reading } from "../../groups/propose";
import { bySpend, plus, settledKey, type Amounts, type Sum } from "../../groups/settlement";
import { settles, type Decision, type DecisionScope } from "../../groups/decision";
import type { Language } from "../../i18n/languages";
import { sectorLabel, type SectorLabel } from "../../lib/sector-names.server";
import type { Resolver, SectorMatch } from "../../resolve/types";
import { sharesOf, type CountedList, type Shares, type StoredDecision, type StoredGroup } from "./counted-list.server";

const PAYEES_OF_A_GROUP = 5;

/** A sum on a page: amounts are whole ten-thousandths as text. */
export interface SumView {
  readonly rows: number;
  readonly amounts: Readonly<Record<string, string>>;
}

export interface ProposalView extends Proposal {
  /** What the proposed ISIC code is called. */
  readonly sectorLabel: SectorLabel | null;
  /** Share of the rows that are read so; null when the text itself says it. */
  readonly share: number | null;
}

/** Something to decide, with what deciding it settles. */
export interface Choice extends SumView, Shares {
  readonly key: string;
  readonly label: string;
  readonly proposal: ProposalView;
  /** What was said without settling it: a place, an origin, a role. */
  readonly decided: Decision | null;
}

export interface GroupChoice extends Choice {
  readonly kind: GroupKind;
  /** What the division is called, of a group made from a sector guess. */
  readonly groupName: SectorLabel | null;
  readonly suppliers: number;
  /** Those with most spend, with their spend in the main currency; null when only names are known. */
  readonly payees: readonly { readonly name: string; readonly amount: string | null }[];
}

export interface PayeeChoice extends Choice {
  /** Texts of the groups it stands in. */
  readonly groups: readonly string[];
}

/** A decision in force, as a page tells it. */
export interface DecisionView extends SumView, Shares {
  readonly id: string;
  /** Made at once with others under this id; null when made by itself. */
  readonly batch: string | null;
  readonly scope: DecisionScope;
  readonly key: string;
  /** What it was called when it was decided; "" for rows without any text. */
  readonly label: string;
  readonly said: Decision;
  readonly sector: SectorLabel | null;
  /** Null when the person has no account any more. */
  readonly who: string | null;
  readonly at: Date;
  /** Of a past day: when and by whom it was taken back after that day. Left out: it was not, or the page shows today. */
  readonly undone?: { readonly at: Date; readonly who: string | null } | undefined;
}

export const sumView = ({ rows, amounts }: Sum): SumView => ({ rows, amounts: amountsView(amounts) });

const amountsView = (amounts: Amounts) =>
  Object.fromEntries(Object.entries(amounts).map(([currency, amount]) => [currency, String(amount)]));

const NO_ROWS: Sum = { rows: 0, amounts: {} };

const proposalView = (proposal: Proposal, share: number | null, language: Language): ProposalView => ({
  ...proposal,
  sectorLabel: proposal.sector && sectorLabel(proposal.sector.isic, language),
  share: proposal.why === "rows" ? share : null,
});

const readingOf = (match: SectorMatch | null): Reading | null => match && { isic: match.isic, goods: match.goods };

/** What was said about a thing so far, when it does not settle it. */
function unsettling({ decisions }: CountedList, scope: "group" | "payee", key: string): Decision | null {
  return decisions.find((one) => one.scope === scope && one.key === key && !settles(one.decision))?.decision ?? null;
}

/** Groups nobody has settled, most spend first. The group beyond the most a list may have cannot be decided and is left out. */
export function groupChoices(list: CountedList, resolver: Resolver, language: Language): GroupChoice[] {
  const { groups, settlement, currency } = list;
  const settled = settledPayees(list);
  const payees = payeesByGroup(list, settled);
  const gone = settledByGroup(list, settled);
  return groups
    .filter(({ no, row }) => settlement.openOf.has(no) && row.kind !== "other")
    .map(({ no, key, row }) => ({ no, key, row, sum: settlement.openOf.get(no)! }))
    .sort((a, b) => bySpend(currency)(a.sum, b.sum))
    .map(({ no, key, row, sum }) => {
      const kind = row.kind as GroupKind;
      const ofText =
        kind === "sector"
          ? { isic: row.label, goods: [] }
          : row.label
            ? readingOf(resolver.sector({ sector: row.label }))
            : null;
      const share = row.rows === 0 ? 0 : row.guessRows / row.rows;
      const ofRows = row.guess === null ? null : { isic: row.guess, goods: [], share };
      return {
        key,
        kind,
        label: row.label,
        groupName: kind === "sector" ? sectorLabel(row.label, language) : null,
        suppliers: Math.max(0, row.suppliers - (gone.get(no) ?? 0)),
        payees: payees.get(no) ?? samplesOf(row.samples),
        proposal: proposalView(propose(row.label, ofText, ofRows), share, language),
        decided: unsettling(list, "group", key),
        ...sumView(sum),
        ...sharesOf(sum, list),
      };
    });
}

const samplesOf = (stored: string) => (JSON.parse(stored) as string[]).map((name) => ({ name, amount: null }));

/** Keys of payees whom a decision settles: they are no part of any group's question. */
export const settledPayees = ({ decisions }: CountedList): ReadonlySet<string> =>
  new Set(decisions.filter(({ scope, decision }) => scope === "payee" && settles(decision)).map(({ key }) => key));

/** How many payees of each group are settled by themselves. */
function settledByGroup({ payees }: CountedList, settled: ReadonlySet<string>): Map<number, number> {
  const found = new Map<number, number>();
  for (const { key, parts } of payees)
    if (settled.has(key))
      for (const group of new Set(parts.filter(({ known }) => !known).map((part) => part.group)))
        found.set(group, (found.get(group) ?? 0) + 1);
  return found;
}

/** The largest payees of each group, by spend in it. */
function payeesByGroup(
  { payees, currency }: CountedList,
  settled: ReadonlySet<string>,
): Map<number, GroupChoice["payees"]> {
  const found = new Map<number, { name: string; amount: bigint }[]>();
  for (const { key, row, parts } of payees) {
    if (row.name === "" || settled.has(key)) continue;
    for (const part of parts) {
      const amount = part.amounts[currency];
      if (part.known || amount === undefined) continue;
      const of = found.get(part.group) ?? [];
      of.push({ name: row.name, amount });
      found.set(part.group, of);
    }
  }
  return new Map(
    [...found].map(([group, of]) => [
      group,
      of
        .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
        .slice(0, PAYEES_OF_A_GROUP)
        .map(({ name, amount }) => ({ name, amount: String(amount) })),
    ]),
  );
}

/** Payees with most spend that no decision settles. */
export function payeeChoices(list: CountedList, resolver: Resolver, limit: number, language: Language): PayeeChoice[] {
  const { groups, payees, settlement, currency } = list;
  const byNo = new Map<number, StoredGroup>(groups.map((group) => [group.no, group]));
  const settled = settledPayees(list);
  return payees
    .filter(({ key, row }) => !settled.has(key) && row.name !== "")
    .map((payee) => {
      const open = payee.parts.filter(({ group, known }) => !known && settlement.openOf.has(group));
      return { payee, open, sum: open.reduce<Sum>((sum, part) => plus(sum, part), NO_ROWS) };
    })
    .filter(({ open }) => open.length > 0)
    .sort((a, b) => bySpend(currency)(a.sum, b.sum))
    .slice(0, limit)
    .map(({ payee: { key, row }, open, sum }) => ({
      key,
      label: row.name,
      groups: open.map(({ group }) => byNo.get(group)?.row.label ?? "").filter((label) => label !== ""),
      proposal: proposalView(propose(row.name, readingOf(resolver.sectorOfName(row.name)), null, true), null, language),
      decided: unsettling(list, "payee", key),
      ...sumView(sum),
      ...sharesOf(sum, list),
    }));
}

/** A decision in force with what it settles now. */
export function decisionView(decision: StoredDecision, list: CountedList, language: Language): DecisionView {
  const sum = list.settlement.settledBy.get(settledKey(decision)) ?? NO_ROWS;
  const { id, batch, scope, key, label, decision: said, who, decidedAt: at } = decision;
  const sector = said.sector ? sectorLabel(said.sector.isic, language) : null;
  return { id, batch, scope, key, label, said, sector, who, at, ...sumView(sum), ...sharesOf(sum, list) };
}

/** Decisions with those that were made at once beside each other, in the place of the first of them. */
export function decidedTogether(decisions: readonly DecisionView[]): DecisionView[][] {
  const together = new Map<string, DecisionView[]>();
  for (const decision of decisions) {
    const name = decision.batch ?? decision.id;
    const found = together.get(name);
    if (found) found.push(decision);
    else together.set(name, [decision]);
  }
  return [...together.values()];
}
