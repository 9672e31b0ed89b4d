import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RowEvidence } from "../commitments/evidence";
import { judgementKey, kindText, noRecordKey } from "../i18n/duty-keys";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { EvidenceRow } from "../services/commitments/evidence-view.server";
import type { After } from "../services/commitments/judged";
import { useWhose } from "./commitment-words";
import { listOf } from "./duty-links";
import { PlainTable } from "./plain-table";
import { ScrollRegion } from "./scroll-region";
import { useDayAsked, useSameDay } from "./trail-day";

/** Rows of the table of commitments with what is held for each, and who judged what. */
export function DutyTable({ rows, workspace }: { rows: readonly EvidenceRow[]; workspace: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const whose = useWhose();
  const sameDay = useSameDay();
  return (
    <ScrollRegion labelledBy="rows">
      <PlainTable
        columns={[
          { head: t("dutyEvidence.row") },
          { head: t("dutyEvidence.held") },
          { head: t("dutyEvidence.records"), end: true },
          { head: t("dutyEvidence.newest") },
          { head: t("dutyEvidence.oldest") },
          { head: t("dutyEvidence.medianAge"), end: true },
          { head: t("dutyEvidence.judgement") },
        ]}
        rows={rows.map((one) => {
          const { row, evidence } = one;
          const { count, newest, oldest, medianAge } = evidence.all;
          return {
            key: row.id,
            id: row.id,
            cells: [
              <span key="row">
                <Link to={sameDay(paths.commitment(workspace, row.id))} lang="en">
                  {row.instrumentShort}
                  <span className="block font-normal">{row.article}</span>
                </Link>
                <span className="block text-sm font-normal text-soft">
                  {row.id} · {whose(row.jurisdiction)}
                </span>
                <span className="block text-sm font-normal" lang="en">
                  {row.requirement}
                </span>
              </span>,
              <HeldOf key="held" evidence={evidence} workspace={workspace} />,
              format.count(count),
              newest === null ? <NoDay key="newest" /> : format.day(newest),
              oldest === null ? <NoDay key="oldest" /> : format.day(oldest),
              medianAge === null ? <NoDay key="age" /> : <Days key="age" days={medianAge} />,
              <JudgedShort key="judged" judged={one.judged} />,
            ],
          };
        })}
      />
    </ScrollRegion>
  );
}

/** Where there is no record there is no day. */
export function NoDay() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("dutyEvidence.nothing")}</span>
    </>
  );
}

/** Whole days with their word. */
export function Days({ days }: { days: number }) {
  const { t } = useTranslation();
  const whole = Math.round(days);
  return <>{t("dutyEvidence.days", { count: whole, formatted: useFormat().count(whole) })}</>;
}

/** The kinds of which something is held, each with its number and its list; or why there is none. */
function HeldOf({ evidence, workspace }: { evidence: RowEvidence; workspace: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const some = evidence.kinds.filter(({ tally }) => tally !== null && tally.count > 0);
  return (
    <>
      {evidence.noRecord && <span className="block text-sm text-soft">{t(noRecordKey[evidence.noRecord])}</span>}
      {some.length === 0
        ? evidence.noRecord === null && <span className="text-soft">{t("dutyEvidence.nothing")}</span>
        : some.map(({ kind, tally }) => {
            const text = t("dutyEvidence.kindCount", { kind: kindText(t, kind), number: format.count(tally!.count) });
            const to = listOf(kind, workspace);
            return (
              <span key={kind} className="block">
                {to === null ? text : <Link to={sameDay(to)}>{text}</Link>}
              </span>
            );
          })}
      <HiddenKinds evidence={evidence} />
    </>
  );
}

/** Kinds whose records this reader may not read. */
export function HiddenKinds({ evidence }: { evidence: RowEvidence }) {
  const { t } = useTranslation();
  const hidden = evidence.kinds.filter(({ tally }) => tally === null);
  if (hidden.length === 0) return null;
  return (
    <span className="block text-sm text-soft">
      {t("dutyEvidence.hidden", { kinds: hidden.map(({ kind }) => kindText(t, kind)).join("; ") })}
    </span>
  );
}

function JudgedShort({ judged }: { judged: EvidenceRow["judged"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (judged === null) return <span className="text-soft">{t("dutyEvidence.notJudged")}</span>;
  return (
    <>
      <strong className="block">{t(judgementKey[judged.judgement])}</strong>
      <span className="block text-sm">
        {t("dutyEvidence.judge.by", { name: judged.who, when: format.minute(judged.at) })}
      </span>
      <MadeBefore before={judged.madeBefore} />
    </>
  );
}

/** What came after a judgement, in words. */
export function MadeBefore({ before }: { before: After }) {
  const { t } = useTranslation();
  // Of a past day nobody is asked to look again.
  const isPast = useDayAsked() !== null;
  const words = [
    before.evidence && t(isPast ? "pastDuties.evidence.beforeEvidence" : "dutyEvidence.judge.beforeEvidence"),
    before.edition && t(isPast ? "pastDuties.evidence.beforeEdition" : "dutyEvidence.judge.beforeEdition"),
  ];
  return (
    <>
      {words.map(
        (said) =>
          said && (
            <span key={said} className="block text-sm font-semibold">
              {said}
            </span>
          ),
      )}
    </>
  );
}
