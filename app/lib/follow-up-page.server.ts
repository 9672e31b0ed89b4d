/** A tab of the follow-up as plain values, with its filters applied: what the page shows is what its file holds. */
import type { Database, Scope } from "../../db/database";
import {
  actionLines,
  becameOfAll,
  decisionLines,
  repaymentLines,
  type ActionLine,
  type RepaymentLine,
} from "../services/remedy/follow-up-view.server";
import { actionLinesThen, decisionLinesThen, repaymentLinesThen } from "../services/remedy/follow-up-then.server";
import type { FollowUpLines } from "../services/remedy/export-follow-up.server";
import { shownTotals } from "../services/remedy/ledgers.server";
import { isAsked, type FollowUpAsked } from "./follow-up-query";
import { workersOf } from "./remedy-page.server";

/** The lines of a tab that the filters leave; `untold` stood on the past day asked for and cannot be told exactly. */
export async function followUpLines(
  db: Database,
  scope: Scope,
  asked: FollowUpAsked,
  now: string,
): Promise<FollowUpLines & { readonly untold: number }> {
  const today = asked.on || now;
  const then = asked.on !== "";
  if (asked.tab === "repayments") {
    const { lines: all, untold } = then ? await repaymentLinesThen(db, scope, today) : { lines: await repaymentLines(db, scope, today), untold: 0 }; // prettier-ignore
    const lines = all.filter(({ group, state, overdueDays }) =>
      isAsked(asked, { owner: null, state, severity: null, supplier: group.supplierName, overdueDays }),
    );
    return { what: "repayments", lines, untold };
  }
  if (asked.tab === "decisions") {
    const { lines: all, untold } = then ? await decisionLinesThen(db, scope, today) : { lines: await decisionLines(db, scope), untold: 0 }; // prettier-ignore
    const lines = all.filter(({ ownerId: owner, state, supplierName: supplier, nextReviewOn }) =>
      isAsked(asked, { owner, state, severity: null, supplier, overdueDays: state === "in-force" && nextReviewOn < today ? 1 : 0 }),
    ); // prettier-ignore
    return { what: "decisions", lines, untold };
  }
  const { lines: all, untold } = then ? await actionLinesThen(db, scope, today) : { lines: await actionLines(db, scope, today), untold: 0 }; // prettier-ignore
  const lines = all.filter(({ action, overdueDays }) =>
    isAsked(asked, { owner: action.ownerId, state: action.state, severity: action.severity, supplier: action.supplierName, overdueDays }),
  ); // prettier-ignore
  return { what: "actions", lines, untold };
}

/** Lines of one tab that a page shows at most; the file has all. */
const SHOWN = 300;

const actionView = ({ action, move, nextOn, next, overdueDays }: ActionLine) => ({
  id: action.id,
  title: action.title,
  supplierNo: action.supplierNo,
  supplierId: action.supplierId,
  supplierName: action.supplierName,
  state: action.state,
  severity: action.severity,
  owner: action.ownerName,
  supplierOwner: action.supplierOwner,
  move,
  nextOn,
  next,
  overdueDays,
});
export type ActionRow = ReturnType<typeof actionView>;

const repaymentView = ({ group, standing, state, move, nextOn, overdueDays, workers }: RepaymentLine) => ({
  id: group.id,
  label: group.label,
  supplierNo: group.supplierNo,
  supplierId: group.supplierId,
  supplierName: group.supplierName,
  origin: group.origin,
  destination: group.destination,
  currency: group.currency,
  workers,
  owed: group.owed,
  paid: String(standing.paid),
  unconfirmed: String(standing.unconfirmed),
  state,
  move,
  nextOn,
  overdueDays,
});
export type RepaymentRow = ReturnType<typeof repaymentView>;

/** Sums of each supplier and currency, in the order of the names. */
function bySupplier(lines: readonly RepaymentLine[], today: string) {
  const groups = new Map<number, RepaymentLine[]>();
  for (const line of lines) groups.set(line.group.supplierNo, [...(groups.get(line.group.supplierNo) ?? []), line]);
  return [...groups.values()]
    .map((of) => ({
      supplierId: of[0]!.group.supplierId,
      supplierName: of[0]!.group.supplierName,
      workers: workersOf(of),
      totals: shownTotals(of, today),
    }))
    .sort((a, b) => a.supplierName.localeCompare(b.supplierName));
}

/** What a tab shows. Records of a supplier that was merged lead to the one that stays. */
export async function followUpView(db: Database, scope: Scope, asked: FollowUpAsked, now: string) {
  const today = asked.on || now;
  const [taken, became] = await Promise.all([followUpLines(db, scope, asked, now), becameOfAll(db, scope)]);
  const standing = <R extends { readonly supplierNo: number; readonly supplierId: string }>(row: R) => ({
    ...row,
    supplierId: became.get(row.supplierNo) ?? row.supplierId,
  });
  const count = taken.lines.length;
  const none = {
    untold: taken.untold,
    actions: [],
    repayments: [],
    decisions: [],
    totals: [],
    suppliers: [],
    workers: null,
  };
  if (taken.what === "actions")
    return { ...none, count, actions: taken.lines.slice(0, SHOWN).map(actionView).map(standing) };
  if (taken.what === "decisions")
    return {
      ...none,
      count,
      decisions: taken.lines.slice(0, SHOWN).map(({ id, decision, state, decidedOn, nextReviewOn, ownerName, confirmedByName, selfConfirmed, supplierNo, supplierId, supplierName }) =>
        standing({ id, decision, state, decidedOn, nextReviewOn, ownerName, confirmedByName, selfConfirmed, supplierNo, supplierId, supplierName, isOverdue: state === "in-force" && nextReviewOn < today }),
      ),
    }; // prettier-ignore
  const merged = taken.lines.map((line) => ({ ...line, group: standing(line.group) }));
  return {
    ...none,
    count,
    repayments: merged.slice(0, SHOWN).map(repaymentView),
    totals: shownTotals(taken.lines, today),
    suppliers: bySupplier(merged, today),
    workers: workersOf(taken.lines),
  };
}
export type FollowUpView = Awaited<ReturnType<typeof followUpView>>;
