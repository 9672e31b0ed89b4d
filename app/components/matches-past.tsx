import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { queueTabKey } from "../i18n/screening-keys";
import { paths } from "../lib/paths";
import type { MatchQueueThen } from "../services/screening/matches-then.server";
import { QUEUE_TABS, type QueueTab } from "../services/screening/queue-tabs";
import { ComparedWith } from "./lists-line";
import { MatchTable, type MatchTableRow } from "./match-table";
import { Notice } from "./notice";
import { PageHead } from "./page";
import { Tabs } from "./tabs";
import { PastDay, PastDayForm, useSameDay } from "./trail-day";

interface Stretch {
  readonly workspace: string;
  readonly tab: QueueTab;
  readonly counts: MatchQueueThen["counts"];
}

/** The stretches of the queue with how many pairs each has. */
export function QueueTabs({ workspace, tab, counts }: Stretch) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  return (
    <Tabs
      label={t("matches.tabs")}
      tabs={QUEUE_TABS.map((name) => ({
        key: name,
        label: t(queueTabKey[name]),
        count: counts[name] ?? 0,
        to: sameDay(paths.matches(workspace, name === "open" ? "" : `tab=${name}`)),
        isCurrent: name === tab,
      }))}
    />
  );
}

/** The way to the next page of a stretch. @param next where it begins; null: this is the last. */
export function MorePairs({ workspace, tab, counts, next }: Stretch & { readonly next: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  if (next === null) return null;
  return (
    <p>
      <Link to={sameDay(paths.matches(workspace, `tab=${tab}&after=${encodeURIComponent(next)}`))} className="button">
        {t("matches.more", { formatted: format.count(counts[tab] ?? 0) })}
      </Link>
    </p>
  );
}

/** The queue as it was known on a past day: to be read, with nothing to decide. */
export function MatchesPast({
  workspace,
  tab,
  day,
  today,
  past,
}: {
  workspace: string;
  tab: QueueTab;
  day: string;
  today: string;
  past: Pick<MatchQueueThen, "counts" | "untold" | "screened"> & {
    readonly rows: readonly MatchTableRow[];
    readonly next: string | null;
  };
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, counts, untold, screened, next } = past;
  return (
    <>
      <PageHead title={t("matches.title")} lead={t("matches.lead")} />
      <PastDay day={day}>
        {untold > 0 && t("trail.on.left", { count: untold, formatted: format.count(untold) })}{" "}
        {rows.some(({ score }) => score === null) && t("matches.past.dash")}
      </PastDay>
      <div className="space-y-5">
        {screened ? (
          <ComparedWith screened={screened} />
        ) : (
          <p className="text-sm text-soft">{t("matches.past.notCompared")}</p>
        )}
        <QueueTabs workspace={workspace} tab={tab} counts={counts} />
        {rows.length > 0 ? (
          <MatchTable workspace={workspace} rows={rows} />
        ) : (
          <Notice kind="note">{t("trail.on.none")}</Notice>
        )}
        <MorePairs workspace={workspace} tab={tab} counts={counts} next={next} />
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
