import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CountryNames, useFormat } from "../i18n/format";
import { pairTabKey } from "../i18n/screening-keys";
import type { PastListView } from "../lib/past-list.server";
import { paths } from "../lib/paths";
import type { DuplicatesThen, PairViewThen } from "../services/screening/duplicates-then.server";
import { PAIR_TABS, type PairTab } from "../services/screening/queue-tabs";
import { PairCard } from "./duplicate-card";
import { Notice } from "./notice";
import { PageHead } from "./page";
import { PastList } from "./past-list";
import { Tabs } from "./tabs";
import { PastDayForm, useSameDay } from "./trail-day";

/** The parts of the queue with how many pairs each has. */
export function PairTabs({
  workspace,
  tab,
  counts,
}: {
  workspace: string;
  tab: PairTab;
  counts: Readonly<Partial<Record<PairTab, number>>>;
}) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  return (
    <Tabs
      label={t("duplicates.tabs")}
      tabs={PAIR_TABS.map((name) => ({
        key: name,
        label: t(pairTabKey[name]),
        count: counts[name] ?? 0,
        to: sameDay(paths.duplicates(workspace, name === "open" ? "" : `tab=${name}`)),
        isCurrent: name === tab,
      }))}
    />
  );
}

interface Props {
  readonly workspace: string;
  readonly tab: PairTab;
  readonly today: string;
  readonly past: Omit<DuplicatesThen, "next"> & { readonly next: string | null; readonly list: PastListView };
  readonly countryNames: Readonly<Record<string, string>>;
}

/** Suppliers entered twice as known on a past day: to be read, with nothing to decide. */
export function DuplicatesPast({ workspace, tab, today, past, countryNames }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { pairs, counts, untold, next, list } = past;
  return (
    <CountryNames.Provider value={countryNames}>
      <PageHead title={t("duplicates.title")} lead={t("duplicates.lead")} />
      <PastList workspace={workspace} past={list}>
        {untold > 0 && t("trail.on.left", { count: untold, formatted: format.count(untold) })}{" "}
        {pairs.some(({ score }) => score === null) && t("duplicates.past.likeness")}
      </PastList>
      <div className="space-y-5">
        <PairTabs workspace={workspace} tab={tab} counts={counts} />
        {pairs.length === 0 && <Notice kind="note">{t("trail.on.none")}</Notice>}
        {pairs.map((pair) => (
          <PairCard key={pair.id} workspace={workspace} pair={pair} hasRows={list.is === "kept"}>
            <SinceThen pair={pair} isKept={list.is === "kept"} />
          </PairCard>
        ))}
        {next !== null && (
          <p>
            <Link
              to={sameDay(paths.duplicates(workspace, `tab=${tab}&after=${encodeURIComponent(next)}`))}
              className="button"
            >
              {t("matches.more", { formatted: format.count(counts[tab] ?? 0) })}
            </Link>
          </p>
        )}
        <PastDayForm today={today} day={list.day} />
      </div>
    </CountryNames.Provider>
  );
}

/** What of a pair is not as it was, and what became of its decision. */
function SinceThen({ pair: { facts, takenBack }, isKept }: { pair: PairViewThen; isKept: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {facts === "later" && (
        <p className="mt-2 text-sm text-soft">{t(isKept ? "duplicates.past.later" : "duplicates.past.laterGone")}</p>
      )}
      {takenBack && (
        <p className="mt-2 text-sm text-soft">
          {t("duplicates.past.takenBack", {
            when: format.minute(takenBack.at),
            who: takenBack.who ?? t("matches.nobody"),
          })}
        </p>
      )}
    </>
  );
}
