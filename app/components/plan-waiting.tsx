import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { likelihoodKey } from "../i18n/keys";
import { gapKey, severityStepKey, whyKey } from "../i18n/plan-keys";
import type { PlanSummary } from "../services/plan/plan-record.server";
import { Notice } from "./notice";
import { as } from "./block-table";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

/** Ties said as ties, with the columns that would separate them. */
export function TieNotice({ tie }: { tie: PlanSummary["tie"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!tie) return null;
  return (
    <Notice kind="note" title={t("plan.tie.title")}>
      <p>
        {t("plan.tie.text", {
          count: tie.count,
          formatted: format.count(tie.count),
          places: format.count(tie.places),
        })}{" "}
        {t(tie.columns.length > 0 ? "plan.tie.columns" : "plan.tie.noColumns")}
      </p>
      {tie.columns.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {tie.columns.map(({ gap, blank }) => (
            <li key={gap}>
              {t(gapKey[gap])}{" "}
              <span className="text-soft">
                ({t("plan.tie.blank", { blank: format.count(blank), read: format.count(tie.read) })})
              </span>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Everyone who waits, by reason, as counted when the plan was drawn up. */
export function Waiting({ summary, reserve }: { summary: PlanSummary; reserve: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { waiting, unscored, sellers, notSellers } = summary;
  const blank = unscored.placed + unscored.listed;
  const head = {
    severity: t("supplier.severity"),
    likelihood: t("supplier.likelihood"),
    count: t("plan.waiting.count"),
  };
  const total = waiting.reduce((sum, { count }) => sum + count, 0) + blank + reserve;
  return (
    <Section
      id="waiting"
      title={t("plan.waiting.title")}
      note={t("plan.waiting.lead", { formatted: format.count(total), sellers: format.count(sellers) })}
    >
      <ScrollRegion labelledBy="waiting">
        <table {...as.table} className="table blocks">
          <caption className="sr-only">{t("plan.waiting.caption")}</caption>
          <thead {...as.group}>
            <tr {...as.row}>
              <th {...as.columnHead} scope="col">
                {head.severity}
              </th>
              <th {...as.columnHead} scope="col">
                {head.likelihood}
              </th>
              <th {...as.columnHead} scope="col">
                {t("plan.waiting.why")}
              </th>
              <th {...as.columnHead} scope="col" data-align="end">
                {head.count}
              </th>
            </tr>
          </thead>
          <tbody {...as.group}>
            {reserve > 0 && (
              <tr {...as.row}>
                <th {...as.rowHead} scope="row" colSpan={2}>
                  {t("plan.part.reserve")}
                </th>
                <td {...as.cell}>{t("plan.partNote.reserve")}</td>
                <td {...as.cell} data-align="end" data-label={head.count}>
                  {format.count(reserve)}
                </td>
              </tr>
            )}
            {waiting.map(({ why, severity, likelihood, count }) => (
              <tr key={`${why} ${severity} ${likelihood}`} {...as.row}>
                <th {...as.rowHead} scope="row" data-label={head.severity}>
                  {t(severityStepKey[severity])}
                </th>
                <td {...as.cell} data-label={head.likelihood}>
                  {t(likelihoodKey[likelihood])}
                </td>
                <td {...as.cell}>{t(whyKey[why])}</td>
                <td {...as.cell} data-align="end" data-label={head.count}>
                  {format.count(count)}
                </td>
              </tr>
            ))}
            {blank > 0 && (
              <tr {...as.row}>
                <th {...as.rowHead} scope="row" data-label={head.severity}>
                  {t("common.unknown")}
                </th>
                <td {...as.cell} data-label={head.likelihood}>
                  {t("common.unknown")}
                </td>
                <td {...as.cell}>{t(whyKey["no-score"])}</td>
                <td {...as.cell} data-align="end" data-label={head.count}>
                  {format.count(blank)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="mt-3 text-sm text-soft">
        {t("plan.waiting.when")}{" "}
        {notSellers > 0 && t("plan.waiting.notSellers", { count: notSellers, formatted: format.count(notSellers) })}
      </p>
    </Section>
  );
}

/** Who has no score, and the order in which to find out what is missing. */
export function FindOutFirst({ unscored }: Pick<PlanSummary, "unscored">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { placed, listed, severe } = unscored;
  const of = (count: number) => ({ count, formatted: format.count(count) });
  if (placed + listed === 0) return null;
  return (
    <Section id="find-out" title={t("plan.unscored.title")} note={t("plan.unscored.lead", of(placed + listed))}>
      <ol className="list-decimal space-y-1 ps-5">
        {listed > 0 && <li>{t("plan.unscored.listed", of(listed))}</li>}
        {placed > 0 && <li>{t("plan.unscored.placed", of(placed))}</li>}
      </ol>
      {severe > 0 && <p className="mt-2 font-semibold">{t("plan.unscored.severe", of(severe))}</p>}
      <p className="mt-2 text-sm text-soft">{t("plan.unscored.settle")}</p>
    </Section>
  );
}
