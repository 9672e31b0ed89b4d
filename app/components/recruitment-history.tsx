import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { proofKey } from "../i18n/recruitment-keys";
import type { AnswerState, RecordedAnswer } from "../lib/recruitment-page.server";
import { as } from "./block-table";
import { Section } from "./page";
import { answerName, answerText } from "./recruitment-answer";
import { ScrollRegion } from "./scroll-region";

const STATE_KEY = {
  counts: "recruitment.history.counts",
  replaced: "recruitment.history.replaced",
  undone: "recruitment.history.undone",
  byList: "recruitment.history.byList",
} as const satisfies Record<AnswerState, string>;

/** Everything that was recorded: what counts, then what was replaced or taken back; each save can be taken back. */
export function RecordedAnswers({
  answers,
  canWrite,
  isPast = false,
}: {
  answers: readonly RecordedAnswer[];
  canWrite: boolean;
  isPast?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOlder = ({ state }: RecordedAnswer) => state === "undone" || state === "replaced";
  const older = answers.filter(isOlder);
  const now = answers.filter((one) => !isOlder(one));
  return (
    <Section id="recorded" title={t("recruitment.history.title")}>
      {now.length === 0 && <p className="text-soft">{t("recruitment.history.none")}</p>}
      {now.length > 0 && <AnswerTable answers={now} canWrite={canWrite} isPast={isPast} />}
      {older.length > 0 && (
        <details className="mt-3">
          <summary className="py-1 text-sm font-semibold text-accent">
            {t("recruitment.history.older", { formatted: format.count(older.length) })}
          </summary>
          <AnswerTable answers={older} canWrite={false} isPast={isPast} />
        </details>
      )}
    </Section>
  );
}

function AnswerTable({ answers, canWrite, isPast }: Required<Parameters<typeof RecordedAnswers>[0]>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ScrollRegion labelledBy="recorded">
      <table {...as.table} className="table blocks">
        <caption className="sr-only">{t("recruitment.history.caption")}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th {...as.columnHead} scope="col">
              {t("recruitment.history.what")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("recruitment.history.value")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("recruitment.history.from")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("recruitment.history.by")}
            </th>
          </tr>
        </thead>
        <tbody {...as.group}>
          {answers.map((one, at) => (
            <tr key={one.id} {...as.row}>
              <th {...as.rowHead} scope="row">
                {answerName(t, one.what)}
                <span className="block text-xs font-normal text-soft">
                  {t(isPast && one.state === "counts" ? "recruitment.history.countsThen" : STATE_KEY[one.state])}
                  {one.isProtected &&
                    ` · ${t(one.isReleased ? "recruitment.history.released" : "recruitment.history.protected")}`}
                </span>
              </th>
              <td {...as.cell} className="break-words">
                {answerText(t, format, one)}
                <span className="block text-xs text-soft">{t(proofKey[one.proof])}</span>
              </td>
              <td {...as.cell} data-label={t("recruitment.history.from")} className="figures">
                {format.day(one.validFrom)}
              </td>
              <td {...as.cell} data-label={t("recruitment.history.by")} className="text-sm">
                {format.minute(one.recordedAt)}
                {one.who !== null && ` · ${one.who}`}
                {one.source !== "" && (
                  <span className="block break-words text-soft">
                    {t("recruitment.history.source", { source: one.source })}
                  </span>
                )}
                {canWrite && answers.findIndex(({ batch }) => batch === one.batch) === at && (
                  <UndoSaved batch={one.batch} day={format.minute(one.recordedAt)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Takes back what was saved at once. */
export function UndoSaved({ batch, day, action }: { batch: string; day: string; action?: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" {...(action !== undefined && { action })} preventScrollReset className="mt-1">
      <input type="hidden" name="batch" value={batch} />
      <button
        className="button"
        data-size="small"
        name="intent"
        value="undo"
        aria-label={t("recruitment.undoOf", { day })}
      >
        {t("recruitment.undo")}
      </button>
    </Form>
  );
}
