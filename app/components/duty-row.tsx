import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { bindingKey, kindKey, reachKey, themeKey } from "../i18n/commitment-keys";
import { becauseKey, kindText, leftOutKey, noRecordKey } from "../i18n/duty-keys";
import { useFormat } from "../i18n/format";
import { bindsKey, confidenceKey } from "../i18n/plan-keys";
import { paths } from "../lib/paths";
import type { CommitmentView } from "../services/commitments/commitment-view.server";
import { useWhose, useWord } from "./commitment-words";
import { listOf } from "./duty-links";
import { Days, HiddenKinds, NoDay } from "./duty-table";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { ScrollRegion } from "./scroll-region";
import { useSameDay } from "./trail-day";

/** What the row asks, whom it binds, from when, how it was checked, and whether it may apply. */
export function DutyFacts({ view, workspace }: { view: CommitmentView; workspace: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useWord();
  const whose = useWhose();
  const { row, coming, selected } = view;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [
      t("dutyEvidence.text"),
      <a key="text" href={row.sourceUrl} rel="noreferrer" lang="en">
        {row.instrument}, {row.article}
      </a>,
    ],
    [t("dutyEvidence.whose"), whose(row.jurisdiction)],
    [t("dutyEvidence.kindOf"), t(kindKey[row.kind])],
    [t("commitments.binds"), say(bindsKey(row.binds), row.binds)],
    [t("commitments.theme"), say(themeKey(row.theme), row.theme)],
    [
      t("commitments.when"),
      [
        t(coming ? "commitments.coming" : "commitments.inForce"),
        row.appliesFrom && t("commitments.from", { day: format.day(row.appliesFrom) }),
      ]
        .filter(Boolean)
        .join(", "),
    ],
    [t("commitments.checked"), say(confidenceKey(row.confidence), row.confidence)],
    [t("commitments.evidence"), <Foreign key="evidence" text={row.evidence} />],
    [t("commitments.field"), <Foreign key="field" text={row.metricOrField} />],
  ];
  return (
    <Section id="row" title={t("dutyEvidence.about")} aside={<span className="text-sm text-soft">{row.id}</span>}>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1 text-[0.9375rem] sm:grid-cols-[14rem_minmax(0,1fr)]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-soft">{term}</dt>
            <dd className="mb-1 break-words sm:mb-0">{value}</dd>
          </div>
        ))}
        {selected && (
          <div className="contents">
            <dt className="text-soft">{t("dutyEvidence.mayApply")}</dt>
            <dd className="mb-1 break-words font-semibold sm:mb-0">
              <Why selected={selected} workspace={workspace} />
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

/** Texts of the table are English. */
const Foreign = ({ text }: { text: string }) => <span lang="en">{text}</span>;

function Why({ selected, workspace }: { selected: NonNullable<CommitmentView["selected"]>; workspace: string }) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  if (!selected.applies) return <>{t("dutyEvidence.mayNot", { why: t(leftOutKey[selected.because]) })}</>;
  const why = [...selected.reach.map((reach) => t(reachKey[reach])), t(bindingKey[selected.binding])];
  return (
    <>
      {why.join(t("common.separator"))}{" "}
      {selected.threshold !== null && (
        <Link to={sameDay(paths.commitment(workspace, selected.threshold))}>
          {t("commitments.threshold", { id: selected.threshold })}
        </Link>
      )}
    </>
  );
}

/** Each kind of record that speaks for the row: how many, how old, why it counts, and where they are. */
export function DutyHeld({
  view,
  workspace,
  reportTitles,
}: {
  view: CommitmentView;
  workspace: string;
  /** By the type of the report. */
  reportTitles: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { evidence } = view;
  const shown = evidence.kinds.filter(({ tally }) => tally !== null);
  return (
    <Section id="held" title={t("dutyEvidence.evidenceTitle")} note={t("dutyEvidence.counting")}>
      {evidence.noRecord && <p className="mb-3 prose-width">{t(noRecordKey[evidence.noRecord])}</p>}
      <ScrollRegion labelledBy="held">
        <PlainTable
          columns={[
            { head: t("dutyEvidence.held") },
            { head: t("dutyEvidence.why") },
            { head: t("dutyEvidence.records"), end: true },
            { head: t("dutyEvidence.newest") },
            { head: t("dutyEvidence.oldest") },
            { head: t("dutyEvidence.medianAge"), end: true },
          ]}
          rows={shown.map(({ kind, because, tally }) => {
            const to = listOf(kind, workspace);
            const name = kindText(t, kind);
            const { count, newest, oldest, medianAge } = tally!;
            return {
              key: kind,
              cells: [
                <span key="kind">{to === null ? name : <Link to={sameDay(to)}>{name}</Link>}</span>,
                <span key="why" className="text-sm text-soft">
                  {because.length === 0
                    ? t("dutyEvidence.whyReport")
                    : because.map((one) => t(becauseKey[one])).join(" ")}
                </span>,
                format.count(count),
                newest === null ? <NoDay key="newest" /> : format.day(newest),
                oldest === null ? <NoDay key="oldest" /> : format.day(oldest),
                medianAge === null ? <NoDay key="age" /> : <Days key="age" days={medianAge} />,
              ],
            };
          })}
        />
      </ScrollRegion>
      <HiddenKinds evidence={evidence} />
      <NamingReports view={view} workspace={workspace} titles={reportTitles} />
    </Section>
  );
}

function NamingReports({
  view,
  workspace,
  titles,
}: {
  view: CommitmentView;
  workspace: string;
  titles: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { reports } = view;
  if (reports === null || reports.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1">
      {reports.map(({ id, type, fileNo, version, publishedAt }) => (
        <li key={id}>
          <Link to={sameDay(paths.report(workspace, id))}>
            {t("dutyEvidence.reportName", {
              title: titles[type] ?? type,
              number: String(fileNo ?? ""),
              version: String(version),
            })}
          </Link>{" "}
          {publishedAt && <span className="text-sm text-soft">{format.day(publishedAt)}</span>}
        </li>
      ))}
    </ul>
  );
}
