import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";
import { actionStateKey, decisionStateKey, ledgerStateKey, tabKey } from "../i18n/remedy-keys";
import { pairTabKey, queueTabKey } from "../i18n/screening-keys";
import { followUpQuery } from "../lib/follow-up-query";
import { onDay, paths } from "../lib/paths";
import type { RecordsThen, StatesThen } from "../services/trail/records-then.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** What people work on, as it stood on a day, each count with the page that shows it as of the same day. */
export function RecordsOfDay({
  workspace,
  day,
  today,
  records,
}: {
  workspace: string;
  day: string;
  today: string;
  records: RecordsThen;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { matches, duplicates, groups, actions, repayments, decisions, categories, lots, contracts } = records;
  const then = (to: string) => (day < today ? onDay(to, day) : to);
  const matchesOf = (tab: string) => then(paths.matches(workspace, tab === "open" ? "" : `tab=${tab}`));
  const duplicatesOf = (tab: string) => then(paths.duplicates(workspace, tab === "open" ? "" : `tab=${tab}`));
  const followUpOf = (tab: keyof typeof tabKey) => (state: string) =>
    then(paths.followUp(workspace, followUpQuery({ tab, state })));
  const states = <S extends string>(
    key: string,
    label: string,
    found: StatesThen<S> | null,
    keys: Readonly<Partial<Record<S, Key>>>,
    to: (state: string) => string,
  ) => found && { key, cells: [label, <States key="states" found={found} keys={keys} to={to} />] };
  const number = (key: string, label: string, found: number | null, to: string) =>
    found === null ? null : { key, cells: [label, <Counts key="count" counts={[[then(to), null, found]]} />] };
  const rows = [
    states("matches", t("matches.nav"), matches, queueTabKey, matchesOf),
    states("duplicates", t("duplicates.title"), duplicates, pairTabKey, duplicatesOf),
    groups !== null
      ? {
          key: "groups",
          cells: [
            t("groups.title"),
            <Link key="count" to={then(paths.groups(workspace))}>
              {t("trail.on.inList", { formatted: format.count(groups) })}
            </Link>,
          ],
        }
      : null,
    states("actions", t(tabKey.actions), actions, actionStateKey, followUpOf("actions")),
    states("repayments", t(tabKey.repayments), repayments, ledgerStateKey, followUpOf("repayments")),
    states("decisions", t("trail.on.supplierDecisions"), decisions, decisionStateKey, followUpOf("decisions")),
    number("categories", t("tenders.categories"), categories, paths.tenders(workspace, "categories")),
    number("lots", t("checks.lots.title"), lots, paths.tenders(workspace, "lots")),
    number("contracts", t("contracts.title"), contracts, paths.tenders(workspace, "contracts")),
  ].filter((row) => row !== null);
  if (rows.length === 0) return null;
  return (
    <Section id="records" title={t("trail.on.records")}>
      <PlainTable
        label={t("trail.on.records")}
        columns={[{ head: t("trail.on.kind") }, { head: t("trail.on.stood") }]}
        rows={rows}
      />
    </Section>
  );
}

function States<S extends string>({
  found: { counts, untold },
  keys,
  to,
}: {
  found: StatesThen<S>;
  keys: Readonly<Partial<Record<S, Key>>>;
  to: (state: string) => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = (Object.entries(keys) as [S, Key][]).flatMap(([state, key]) => {
    const count = counts[state] ?? 0;
    return count === 0 ? [] : [[to(state), t(key), count] as const];
  });
  return (
    <>
      <Counts counts={told} />
      {untold > 0 && (
        <span className="block text-sm text-soft">
          {t("trail.on.left", { count: untold, formatted: format.count(untold) })}
        </span>
      )}
    </>
  );
}

/** Counts, each with its word and the page that shows them. */
export function Counts({
  counts,
}: {
  counts: readonly (readonly [to: string, word: string | null, count: number])[];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const some = counts.filter(([, , count]) => count > 0);
  if (some.length === 0) return <span className="text-soft">{t("trail.on.nothing")}</span>;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {some.map(([to, word, count]) => (
        <Link key={`${to} ${word}`} to={to}>
          {word === null ? (
            t("trail.on.recorded", { formatted: format.count(count) })
          ) : (
            <>
              {word} <span className="figures">{format.count(count)}</span>
            </>
          )}
        </Link>
      ))}
    </span>
  );
}
