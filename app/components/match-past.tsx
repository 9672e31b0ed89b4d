import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { causeTextKey, matchStateKey } from "../i18n/screening-keys";
import { paths } from "../lib/paths";
import type { MatchPageThen } from "../services/screening/matches-then.server";
import { MatchCompare } from "./match-compare";
import { MatchHistory } from "./match-history";
import { MatchPlace } from "./match-place";
import { Notice } from "./notice";
import { PageHead, Section } from "./page";
import { RecordTrail } from "./record-trail";
import { PastDay, PastDayForm, useSameDay } from "./trail-day";

/** A pair as it was known on a past day: to be read, with nothing to decide. */
export function MatchPast({
  workspace,
  past,
  day,
  today,
}: {
  workspace: string;
  past: MatchPageThen;
  day: string;
  today: string;
}) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const { candidate, stood, supplierId } = past;
  const { supplier, entry, list } = candidate;
  return (
    <>
      <PageHead
        above={<Link to={sameDay(paths.matches(workspace))}>{t("matches.back")}</Link>}
        title={<bdi className="break-words">{supplier.name}</bdi>}
        lead={
          <>
            <strong className="text-ink">{t(matchStateKey[stood.state])}</strong> ·{" "}
            <Link to={sameDay(paths.supplier(workspace, supplierId))}>{t("matches.toSupplier")}</Link>
          </>
        }
      />
      <PastDay day={day}>{stood.facts === "same-firms" && t("matches.past.sameFirms")}</PastDay>
      <MatchPlace workspace={workspace} page={past} isPast />
      <div className="space-y-5">
        {stood.state === "open" && stood.cause !== null && stood.cause !== "found" && (
          <Notice kind="note">{t(causeTextKey[stood.cause])}</Notice>
        )}
        {stood.facts === "later" ? (
          <Section id="match" title={t("match.title")}>
            <p className="mb-2 font-semibold break-words">
              <bdi>{supplier.name}</bdi> – <bdi>{entry.name}</bdi> (<span lang="en">{list.title}</span>)
            </p>
            <p className="prose-width">{t("matches.past.later")}</p>
          </Section>
        ) : (
          <MatchCompare
            left={supplier}
            answer={candidate.answer}
            entry={entry}
            list={{ ...list, outOfDate: past.outOfDate }}
            isOpen={stood.state === "open"}
          />
        )}
        <MatchHistory page={past} />
        <RecordTrail kind="match" id={candidate.id} />
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
