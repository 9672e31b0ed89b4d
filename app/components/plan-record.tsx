import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { actionKindKey, askKey, partKey, partNoteOf, stepKey } from "../i18n/plan-keys";
import { NEXT_STEPS, type StepId } from "../plan/next-steps";
import type { PlanSummary } from "../services/plan/plan-record.server";
import type { SignedPlan } from "../services/plan/plan-view.server";
import { as } from "./block-table";
import { Section } from "./page";
import { Because, isMoved, Moved, Standing, type EntryView } from "./plan-entry";
import { ActionKinds, PlanSteps, type CommitmentRow } from "./plan-steps";
import { FindOutFirst, TieNotice, Waiting } from "./plan-waiting";
import { ScrollRegion } from "./scroll-region";

interface Props {
  readonly workspaceName: string;
  readonly isDemo: boolean;
  readonly today: string;
  readonly plan: Omit<SignedPlan, "summary">;
  readonly summary: PlanSummary;
  /** Severity tells some of them apart. */
  readonly bySeverity: boolean;
  readonly entries: readonly EntryView[];
  readonly steps: readonly StepId[];
  readonly commitments: readonly CommitmentRow[];
}

/** The whole record of a plan. */
export function PlanRecord(props: Props) {
  const { summary, bySeverity, entries, steps, commitments, today } = props;
  const part = (name: EntryView["part"]) => entries.filter((entry) => entry.part === name);
  return (
    <div className="plan-record space-y-5">
      <Header {...props} />
      <TieNotice tie={summary.tie} />
      {(["chosen", "drawn", "reserve", "out"] as const).map(
        (name) =>
          part(name).length > 0 && <PartTable key={name} part={name} entries={part(name)} bySeverity={bySeverity} />,
      )}
      <Waiting summary={summary} reserve={part("reserve").length} />
      <FindOutFirst unscored={summary.unscored} />
      <Method />
      <PlanSteps steps={steps} commitments={commitments} today={today} opened />
      <ActionKinds />
    </div>
  );
}

const STATE_KEY = {
  draft: "plan.record.draft",
  accepted: "plan.record.inForce",
  replaced: "plan.record.replaced",
} as const;

function Header({ workspaceName, isDemo, plan, summary }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = (name: string, when: Date) => t("plan.record.who", { name, when: format.minute(when) });
  const places = {
    capacity: format.count(plan.capacity),
    chosen: format.count(summary.places.chosen),
    drawn: format.count(summary.places.drawn),
  };
  const lines: readonly (readonly [string, string | null])[] = [
    [t("plan.record.workspace"), isDemo ? `${workspaceName} (${t("common.demo")})` : workspaceName],
    [t("plan.record.list"), plan.fileName],
    [t("plan.record.model"), plan.modelId],
    [t("plan.record.dataDate"), format.day(plan.dataDate)],
    [t("plan.record.capacity"), t("plan.record.places", places)],
    [t("plan.record.seed"), plan.seed],
    [t("plan.record.drawnUp"), who(plan.createdByName, plan.createdAt)],
    [
      t("plan.record.accepted"),
      plan.acceptedByName !== null && plan.acceptedAt ? who(plan.acceptedByName, plan.acceptedAt) : null,
    ],
    [t("plan.record.note"), plan.note],
    [t("plan.record.sha"), plan.fileSha256],
    [t("plan.record.hash"), plan.recordSha256],
  ];
  return (
    <section aria-labelledby="record-state" className="card p-4 sm:p-5">
      <h2 id="record-state" className="mb-3">
        {t(STATE_KEY[plan.state])}
      </h2>
      <dl className="grid grid-cols-1 gap-x-6 text-[0.9375rem] max-sm:[&_dd]:mb-2 sm:gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
        {lines.map(
          ([label, text]) =>
            text !== null && (
              <div key={label} className="contents">
                <dt className="text-soft">{label}</dt>
                <dd className="mb-1 break-words sm:mb-0">{text}</dd>
              </div>
            ),
        )}
      </dl>
      {plan.acceptedBy === plan.createdBy && <p className="mt-3 font-semibold">{t("plan.samePerson")}</p>}
    </section>
  );
}

/** Shares of the page for number, supplier, standing, reason, step, way: the same in each part. */
const COLUMNS = ["w-[5%]", "w-[19%]", "w-[20%]", "w-[22%]", "w-[21%]", "w-[13%]"] as const;

function PartTable({
  part,
  entries,
  bySeverity,
}: {
  part: EntryView["part"];
  entries: readonly EntryView[];
  bySeverity: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [because, step, how] = [t("plan.because"), t("plan.record.step"), t("plan.how")];
  return (
    <Section
      id={`record-${part}`}
      title={`${t(partKey[part])} (${format.count(entries.length)})`}
      note={t(partNoteOf(part, bySeverity))}
    >
      <ScrollRegion labelledBy={`record-${part}`}>
        <table {...as.table} className="table record blocks lg:table-fixed print:table-fixed">
          <colgroup>
            {COLUMNS.map((width) => (
              <col key={width} className={width} />
            ))}
          </colgroup>
          <thead {...as.group}>
            <tr {...as.row}>
              <th {...as.columnHead} scope="col" data-align="end">
                {t("plan.record.number")}
              </th>
              {[t("plan.record.supplier"), t("plan.record.standing"), because, step, how].map((text) => (
                <th key={text} {...as.columnHead} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as.group}>
            {entries.map((entry) => {
              const { supplierId, position, name, standing, nextStep, actionKind } = entry;
              return (
                <tr key={supplierId} {...as.row}>
                  <td {...as.cell} data-align="end" className="points">
                    {format.count(position)}
                  </td>
                  <th {...as.rowHead} scope="row" className="min-w-32 break-words">
                    {name}
                    <span className="block font-normal text-soft">
                      {standing.seat === null ? t("common.unknown") : format.country(standing.seat)}
                    </span>
                  </th>
                  <td {...as.cell} className="min-w-36">
                    <Standing standing={standing} />
                  </td>
                  <td {...as.cell} data-label={because} className="min-w-40">
                    <Because entry={entry} />
                    {isMoved(entry) && (
                      <span className="block font-semibold">
                        <Moved entry={entry} />
                      </span>
                    )}
                  </td>
                  <td {...as.cell} data-label={step} className="min-w-44">
                    {t(stepKey[nextStep.step])}
                    <span className="block text-soft">{t(askKey[NEXT_STEPS[nextStep.step].asks[0]!])}</span>
                  </td>
                  <td {...as.cell} data-label={how} className="min-w-24">
                    {t(actionKindKey[actionKind])}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}

/** How it was chosen, in brief, and what it does not prove. */
function Method() {
  const { t } = useTranslation();
  return (
    <Section id="method" title={t("plan.record.method")}>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t("plan.record.method1")}</li>
        <li>{t("plan.record.method2")}</li>
        <li>{t("plan.record.method3")}</li>
        <li>{t("plan.record.method4")}</li>
      </ul>
      <h3 className="mt-4 mb-1">{t("plan.record.limits")}</h3>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t("plan.record.limit1")}</li>
        <li>{t("plan.record.limit2")}</li>
        <li>{t("plan.record.limit3")}</li>
      </ul>
    </Section>
  );
}
