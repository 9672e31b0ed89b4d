import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { checkStateKey, stageKey, toDoKey } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import type { CheckPage } from "../lib/check-page.server";
import { paths } from "../lib/paths";
import { AreaInput, FormName } from "./check-fields";
import { ReportStarts } from "./report-starts";
import { Section } from "./page";
import { useSameDay } from "./trail-day";

/** What is left to do before the check is filed; filed: its number, its record, and the way to correct it. */
export function FileCheck({ page }: { page: CheckPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { check, workspace, completion, canWrite, isOpen, names, on } = page;
  const memo = (
    <>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <Link to={paths.checkMemo(workspace, check.id)}>
          {t(check.state === "open" ? "checks.file.draft" : "checks.file.memo")}
        </Link>
        <Link to={paths.bidderFile(workspace, check.id)}>{t("checks.file.bidder")}</Link>
      </p>
      {on !== null && <p className="mt-1 text-sm text-soft">{t("checks.file.today")}</p>}
    </>
  );
  if (!isOpen)
    return (
      <Section id="file" title={t("checks.file.title")}>
        {check.filedAt && check.fileNo !== null && (
          <p className="mb-2 font-semibold">
            {t("checks.file.filed", {
              no: format.count(check.fileNo),
              who: names[check.filedBy ?? ""] ?? t("checks.nobody"),
              when: format.minute(check.filedAt),
            })}
          </p>
        )}
        {memo}
        <div className="no-print mt-3 flex flex-wrap gap-2">
          <Link to={sameDay(paths.lot(workspace, check.lotId))} className="button" data-size="small">
            {t("checks.file.toLot")}
          </Link>
          {page.canContract && (
            <Link to={paths.newContract(workspace, check.id)} className="button" data-size="small">
              {t("contracts.new")}
            </Link>
          )}
          <ReportStarts workspace={workspace} types={page.reports} subject={check.id} />
        </div>
        {canWrite && check.state === "filed" && (
          <details className="mt-3">
            <summary className="py-1 text-accent">{t("checks.file.correct")}</summary>
            <FormName.Provider value="correct">
              <Form method="post" className="mt-2 space-y-3">
                <p className="prose-width text-sm text-soft">{t("checks.file.correctNote")}</p>
                <AreaInput name="reason" label={t("checks.reason")} rows={2} required maxLength={2000} />
                <button name="intent" value="correct" className="button">
                  {t("checks.file.openCorrection")}
                </button>
              </Form>
            </FormName.Provider>
          </details>
        )}
        <Others page={page} />
      </Section>
    );
  return (
    <Section id="file" title={t("checks.file.title")}>
      {completion.toDo.length > 0 ? (
        <>
          <p className="mb-1">{t("checks.file.toDo")}</p>
          <ul className="mb-3 list-disc space-y-0.5 ps-5">
            {completion.toDo.map((one) => (
              <li key={one}>{t(toDoKey[one])}</li>
            ))}
          </ul>
        </>
      ) : (
        canWrite && (
          <Form method="post" className="mb-3">
            <button name="intent" value="file" className="button" data-kind="primary">
              {t("checks.file.now")}
            </button>
          </Form>
        )
      )}
      {memo}
      <Others page={page} />
    </Section>
  );
}

function Others({ page: { others, workspace } }: { page: CheckPage }) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const format = useFormat();
  if (others.length === 0) return null;
  return (
    <div className="mt-3 text-sm">
      <h3>{t("checks.file.others")}</h3>
      <ul className="list-disc ps-5">
        {others.map((one) => (
          <li key={one.id}>
            <Link to={sameDay(paths.check(workspace, one.id))}>
              {t("checks.file.other", { stage: t(stageKey[one.stage]), revision: format.count(one.revision) })}
            </Link>
            {t("common.separator")}
            {t(checkStateKey[one.state])}
            {one.fileNo !== null && `${t("common.separator")}${t("checks.number", { no: format.count(one.fileNo) })}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
