import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { severityKey } from "../i18n/keys";
import {
  actionStateKey,
  amountKey,
  decisionStateKey,
  dueWhatKey,
  ledgerStateKey,
  moveKey,
  supplierDecisionKey,
} from "../i18n/remedy-keys";
import type { ActionRow, FollowUpView, RepaymentRow } from "../lib/follow-up-page.server";
import { paths } from "../lib/paths";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { WorkerCount } from "./remedy-ledger";
import { useSameDay } from "./trail-day";

/** The day that comes next, and how long it is over. */
function NextDay({ on, what, overdueDays }: { on: string | null; what?: string | null; overdueDays: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (on === null) return <>–</>;
  return (
    <>
      <time dateTime={on} className="whitespace-nowrap">
        {format.day(on)}
      </time>
      {what && <span className="block text-sm text-soft">{what}</span>}
      {overdueDays > 0 && (
        <strong className="block text-sm text-high">
          !&nbsp;{t("remedy.overdueDays", { count: overdueDays, formatted: format.count(overdueDays) })}
        </strong>
      )}
    </>
  );
}

const SupplierLink = ({ workspace, of }: { workspace: string; of: { supplierId: string; supplierName: string } }) => (
  <Link to={useSameDay()(paths.supplier(workspace, of.supplierId))}>
    <bdi>{of.supplierName}</bdi>
  </Link>
);

export function ActionList({ workspace, rows }: { workspace: string; rows: readonly ActionRow[] }) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const columns = [
    { head: t("remedy.col.action") },
    { head: t("remedy.col.supplier") },
    { head: t("remedy.col.next") },
    { head: t("remedy.col.move") },
    { head: t("remedy.col.state") },
    { head: t("remedy.col.owner") },
    { head: t("remedy.col.severity") },
  ];
  return (
    <PlainTable
      label={t("remedy.tab.actions")}
      columns={columns}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Link key="title" to={sameDay(paths.action(workspace, row.id))}>
            {row.title}
          </Link>,
          <SupplierLink key="supplier" workspace={workspace} of={row} />,
          <NextDay
            key="next"
            on={row.nextOn}
            what={row.next && t(dueWhatKey[row.next])}
            overdueDays={row.overdueDays}
          />,
          t(moveKey[row.move]),
          t(actionStateKey[row.state]),
          row.owner ?? "–",
          t(severityKey[row.severity]),
        ],
      }))}
    />
  );
}

const STATES = ["planned", "under-way", "done", "not-achieved", "verified"] as const;

/** A column for every state, the most overdue first in each. */
export function ActionBoard({ workspace, rows }: { workspace: string; rows: readonly ActionRow[] }) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const format = useFormat();
  return (
    <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2 lg:grid-cols-5">
      {STATES.map((state) => {
        const of = rows.filter((row) => row.state === state);
        return (
          <section key={state} aria-labelledby={`board-${state}`} className="card min-w-0 p-3">
            <h2 id={`board-${state}`} className="mb-2 text-base first-letter:uppercase">
              {t(actionStateKey[state])}{" "}
              <span className="figures font-normal text-soft">{format.count(of.length)}</span>
            </h2>
            <ul className="space-y-3">
              {of.map((row) => (
                <li key={row.id} className="border-t border-line pt-2 break-words">
                  <Link to={sameDay(paths.action(workspace, row.id))}>{row.title}</Link>
                  <span className="block text-sm text-soft">{row.supplierName}</span>
                  <span className="block text-sm">
                    <NextDay on={row.nextOn} what={row.next && t(dueWhatKey[row.next])} overdueDays={row.overdueDays} />
                  </span>
                  <span className="block text-sm text-soft">{t(moveKey[row.move])}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

export function RepaymentTable({ workspace, rows }: { workspace: string; rows: readonly RepaymentRow[] }) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const format = useFormat();
  const columns = [
    { head: t("remedy.col.group") },
    { head: t("remedy.col.supplier") },
    { head: t("remedy.col.corridor") },
    { head: t("remedy.col.workers"), end: true },
    { head: t("remedy.col.owed"), end: true },
    { head: t("remedy.col.paid"), end: true },
    { head: t("remedy.col.unconfirmed"), end: true },
    { head: t("remedy.col.currency") },
    { head: t("remedy.col.state") },
    { head: t("remedy.col.next") },
    { head: t("remedy.col.move") },
  ];
  const amount = (text: string) => format.money(BigInt(text));
  return (
    <PlainTable
      label={t("remedy.tab.repayments")}
      columns={columns}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Link key="label" to={sameDay(paths.repayment(workspace, row.id))}>
            {row.label}
          </Link>,
          <SupplierLink key="supplier" workspace={workspace} of={row} />,
          `${format.country(row.origin)} → ${format.country(row.destination)}`,
          <WorkerCount key="workers" count={row.workers} />,
          row.owed === null ? t("remedy.unknown") : amount(row.owed),
          amount(row.paid),
          amount(row.unconfirmed),
          row.currency,
          t(ledgerStateKey[row.state]),
          <NextDay key="next" on={row.nextOn} overdueDays={row.overdueDays} />,
          t(moveKey[row.move]),
        ],
      }))}
    />
  );
}

/** Sums by currency, and by supplier and currency; numbers of workers of the shown groups alone. */
export function RepaymentTotals({ workspace, view }: { workspace: string; view: FollowUpView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { totals, suppliers, workers } = view;
  const parts = Object.keys(amountKey) as (keyof typeof amountKey)[];
  const heads = parts.map((part) => ({ head: t(amountKey[part]), end: true }));
  const cells = (of: (typeof totals)[number]) => parts.map((part) => format.money(BigInt(of[part])));
  const counted = (count: number) => ({ count, formatted: format.count(count) });
  return (
    <Section id="totals" title={t("remedy.totals.title")} note={t("remedy.totals.note")}>
      <PlainTable
        label={t("remedy.totals.title")}
        columns={[{ head: t("remedy.col.currency") }, ...heads]}
        rows={totals.map((of) => ({ key: of.currency, cells: [of.currency, ...cells(of)] }))}
      />
      {workers && (
        <p className="mt-3 text-sm">
          {t("remedy.totals.workers", counted(workers.workers))}{" "}
          {workers.smallGroups > 0 && t("remedy.totals.small", counted(workers.smallGroups))}
        </p>
      )}
      {suppliers.length > 1 && (
        <details className="mt-3">
          <summary className="font-semibold">{t("remedy.totals.supplier")}</summary>
          <div className="mt-2">
            <PlainTable
              label={t("remedy.totals.supplier")}
              columns={[{ head: t("remedy.col.supplier") }, { head: t("remedy.col.currency") }, ...heads]}
              rows={suppliers.flatMap((supplier) =>
                supplier.totals.map((of) => ({
                  key: `${supplier.supplierId} ${of.currency}`,
                  cells: [
                    <SupplierLink key="supplier" workspace={workspace} of={supplier} />,
                    of.currency,
                    ...cells(of),
                  ],
                })),
              )}
            />
          </div>
        </details>
      )}
    </Section>
  );
}

export function DecisionTable({ workspace, rows }: { workspace: string; rows: FollowUpView["decisions"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const columns = [
    { head: t("remedy.col.supplier") },
    { head: t("remedy.col.decision") },
    { head: t("remedy.col.state") },
    { head: t("remedy.col.day") },
    { head: t("remedy.col.review") },
    { head: t("remedy.col.owner") },
    { head: t("remedy.col.confirmedBy") },
  ];
  return (
    <PlainTable
      label={t("remedy.tab.decisions")}
      columns={columns}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Link key="supplier" to={sameDay(paths.supplierDecision(workspace, row.supplierId))}>
            <bdi>{row.supplierName}</bdi>
          </Link>,
          <span key="decision" className="first-letter:uppercase">
            {t(supplierDecisionKey[row.decision])}
          </span>,
          t(decisionStateKey[row.state]),
          format.day(row.decidedOn),
          <span key="review">
            {row.isOverdue && <strong className="text-high">! </strong>}
            {format.day(row.nextReviewOn)}
          </span>,
          row.ownerName ?? "–",
          row.selfConfirmed ? t("remedy.decide.self") : (row.confirmedByName ?? "–"),
        ],
      }))}
    />
  );
}
