import { useTranslation } from "react-i18next";
import { effectSentence } from "../i18n/match-words";
import { groundKey } from "../i18n/match-keys";
import { confidenceKey, firmKindKey, nationalKey, regimeKey, resultKey, stageKey, stepName } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import type { FrozenCheck, RecordedFirm, RecordedStep } from "../checks/record";
import { FloorResult } from "./check-floor";
import { useSigned } from "./check-signed";
import { MemoDecisions } from "./check-memo-decisions";
import { Section } from "./page";

interface Props {
  readonly record: FrozenCheck;
  readonly workspaceName: string;
  readonly sha256: string | null;
  readonly replacesNo: number | null;
}

/** The record of a check to read, print and file. */
export function CheckMemo({ record, workspaceName, sha256, replacesNo }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = useSigned();
  const { lot } = record;
  const national = lot.national.map((one) => t(nationalKey[one as keyof typeof nationalKey]));
  const lines: readonly (readonly [string, string | null])[] = [
    [t("checks.memo.workspace"), workspaceName],
    [t("checks.lot.reference"), lot.reference],
    [t("checks.lot.name"), lot.name],
    [t("checks.lot.buyer"), lot.buyer],
    [t("checks.lot.subject"), lot.subject],
    [t("checks.lot.cpv"), lot.cpv],
    [t("checks.lot.value"), lot.value === null ? null : `${format.fixed(Number(lot.value), 2)} ${lot.currency}`],
    [t("checks.lot.regime"), [t(regimeKey[lot.regime]), ...national, lot.checklist].filter(Boolean).join("; ")],
    [t("checks.memo.stage"), t(stageKey[record.stage])],
    [t("checks.bidder"), record.bidder],
    [t("checks.memo.revision"), format.count(record.revision)],
    [t("checks.memo.replaces"), replacesNo === null ? null : t("checks.number", { no: format.count(replacesNo) })],
    [t("checks.memo.why"), record.correctionReason],
    [t("checks.memo.hash"), sha256],
  ];
  return (
    <div className="plan-record space-y-5">
      <Section
        id="memo-head"
        title={
          record.filed && record.fileNo !== null
            ? t("checks.file.filed", { no: format.count(record.fileNo), who: record.filed.by, when: format.minute(record.filed.at) }) // prettier-ignore
            : t("checks.memo.draft")
        }
        note={t("checks.memo.note")}
      >
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
      </Section>
      <Section id="memo-circle" title={t("checks.circle.title")}>
        <ul className="space-y-4">
          {record.circle.map((firm, at) => (
            <MemoFirm key={at} firm={firm} />
          ))}
        </ul>
        {record.left.map((one, at) => (
          <p key={at} className="mt-2 text-sm text-soft">
            {t("checks.circle.left", { name: one.name, reason: one.reason, when: format.day(one.at) })}
          </p>
        ))}
      </Section>
      <Section id="memo-steps" title={t("checks.steps.title")}>
        <ol className="divide-y divide-line">
          {record.steps.map((step) => (
            <MemoStep key={step.id} step={step} />
          ))}
        </ol>
      </Section>
      {record.floor && (
        <Section id="memo-floor" title={t("checks.floor.title")}>
          <FloorResult input={record.floor.input} answer={record.floor.answer} />
          <p className="text-sm text-soft">{signed(record.floor)}</p>
        </Section>
      )}
      <MemoDecisions record={record} />
    </div>
  );
}

function MemoFirm({ firm }: { firm: RecordedFirm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = useSigned();
  const about = [t(firmKindKey[firm.kind]), firm.country && format.country(firm.country), firm.identifier];
  return (
    <li>
      <p className="font-semibold break-words">
        <bdi>{firm.name}</bdi>{" "}
        <span className="font-normal text-soft">{about.filter(Boolean).join(t("common.separator"))}</span>
      </p>
      {firm.compared === null ? (
        <p className="text-sm">{t("checks.circle.notCompared")}</p>
      ) : (
        <p className="text-sm">
          {t(firm.matches.length === 0 ? "checks.memo.nothing" : "checks.memo.compared", {
            lists: firm.compared.lists.map(({ title, readOn }) => `${title} (${format.day(readOn)})`).join("; "),
            when: format.minute(firm.compared.at),
          })}
          {firm.compared.lists.some(({ outOfDate }) => outOfDate) && (
            <strong className="block">
              {t("checks.circle.stale", {
                lists: firm.compared.lists
                  .filter((list) => list.outOfDate)
                  .map(({ title }) => title)
                  .join("; "),
              })}
            </strong>
          )}
        </p>
      )}
      {firm.otherPairs > 0 && (
        <p className="text-sm text-soft">
          {t("checks.memo.otherPairs", { count: firm.otherPairs, formatted: format.count(firm.otherPairs) })}
        </p>
      )}
      <ul className="list-disc ps-5 text-sm">
        {firm.matches.map((match, at) => (
          <li key={at} className="break-words">
            {t("checks.memo.match", { entry: match.entry, list: match.list.title })}{" "}
            {t(groundKey[match.ground as keyof typeof groundKey])}.{" "}
            {match.effects.map((one) => effectSentence(t, format, one)).join(" ")} {t("checks.circle.noGround")}{" "}
            {match.reason} <span className="text-soft">{signed(match)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function MemoStep({ step }: { step: RecordedStep }) {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = useSigned();
  const { answer, law, question } = step;
  return (
    <li className="py-2 text-[0.9375rem]">
      <p className="font-semibold break-words">
        {stepName(t, step.id, question?.text)}{" "}
        <span className="font-normal text-soft">
          {law
            ? [law.article, ...law.commitments, t(confidenceKey[law.confidence])].filter(Boolean).join("; ")
            : t("checks.steps.own")}
        </span>
      </p>
      {question && <p className="text-sm text-soft">{t("checks.steps.linked", { link: question.link })}</p>}
      {answer === null ? (
        <p>{t("checks.steps.open")}</p>
      ) : (
        <p className="break-words">
          {t(resultKey[answer.result])}
          {answer.sourceOn &&
            `${t("common.separator")}${t("checks.steps.onDay", { day: format.day(answer.sourceOn) })}`}
          {answer.proof && <span className="block whitespace-pre-wrap">{answer.proof}</span>}
          {answer.reference && (
            <span className="block">{t("checks.steps.referenceIs", { reference: answer.reference })}</span>
          )}
          <span className="block text-sm text-soft">{signed(answer)}</span>
        </p>
      )}
    </li>
  );
}
