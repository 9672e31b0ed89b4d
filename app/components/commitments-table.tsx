import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CONFIDENCES, type Asked } from "../commitments/filter";
import { bindingKey, kindKey, reachKey, themeKey } from "../i18n/commitment-keys";
import { useFormat } from "../i18n/format";
import { bindsKey, confidenceKey } from "../i18n/plan-keys";
import type { CommitmentsView } from "../services/commitments/commitments-view.server";
import { paths } from "../lib/paths";
import { useWhose, useWord } from "./commitment-words";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { ScrollRegion } from "./scroll-region";
import { useDayAsked, useSameDay } from "./trail-day";

/** What to look for in the table. */
export function CommitmentFilters({
  asked,
  choices,
  hasProfile,
}: {
  asked: Asked;
  choices: CommitmentsView["choices"];
  hasProfile: boolean;
}) {
  const { t } = useTranslation();
  const say = useWord();
  const whose = useWhose();
  const day = useDayAsked();
  const sameDay = useSameDay();
  const select = (
    name: string,
    label: string,
    value: string | null,
    options: readonly (readonly [string, string])[],
  ) => (
    <label className="min-w-0">
      <span className="block text-soft">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="input max-w-64" data-size="small">
        <option value="">{t("commitments.any")}</option>
        {options.map(([word, text]) => (
          <option key={word} value={word}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Form
      key={JSON.stringify(asked)}
      method="get"
      className="no-print card flex flex-wrap items-end gap-2 p-4 text-sm max-sm:grid max-sm:grid-cols-2 sm:p-5"
    >
      {day !== null && <input type="hidden" name="on" value={day} />}
      <label className="col-span-full min-w-40 flex-1">
        <span className="block text-soft">{t("commitments.search")}</span>
        <input
          type="search"
          name="words"
          defaultValue={asked.words}
          maxLength={200}
          autoComplete="off"
          className="input"
          data-size="small"
        />
      </label>
      {select(
        "jurisdiction",
        t("commitments.jurisdiction"),
        asked.jurisdiction,
        choices.jurisdiction.map((one) => [one, whose(one)]),
      )}
      {select(
        "binds",
        t("commitments.binds"),
        asked.binds,
        choices.binds.map((one) => [one, say(bindsKey(one), one)]),
      )}
      {select(
        "theme",
        t("commitments.theme"),
        asked.theme,
        choices.theme.map((one) => [one, say(themeKey(one), one)]),
      )}
      {select("when", t("commitments.when"), asked.when, [
        ["in-force", t("commitments.inForce")],
        ["coming", t("commitments.coming")],
      ])}
      <label>
        <span className="block text-soft">{t("commitments.by")}</span>
        <input type="date" name="by" defaultValue={asked.by ?? ""} className="input" data-size="small" />
      </label>
      {select(
        "confidence",
        t("commitments.confidence"),
        asked.confidence,
        CONFIDENCES.map((one) => [one, say(confidenceKey(one), one)]),
      )}
      {hasProfile && (
        <label className="flex min-h-8 items-center gap-2">
          <input type="checkbox" name="ours" value="1" defaultChecked={asked.forUs} className="size-5" />
          {t("commitments.forUs")}
        </label>
      )}
      <button className="button" data-size="small">
        {t("commitments.show")}
      </button>
      <Link to={sameDay("?")} className="py-1 text-accent underline underline-offset-4">
        {t("commitments.clear")}
      </Link>
    </Form>
  );
}

/** The rows, each with its article, from when it applies, how it was checked, and why it may apply. */
export function CommitmentRows({
  workspace,
  view,
  first,
  nextQuery,
  previousQuery,
}: {
  workspace: string;
  view: CommitmentsView;
  first: number;
  nextQuery: string | null;
  previousQuery: string | null;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const say = useWord();
  const whose = useWhose();
  const sameDay = useSameDay();
  const { rows, found, total, edition } = view;
  const count = t("commitments.found", { count: found, formatted: format.count(found) });
  return (
    <Section
      id="rows"
      title={found === total ? count : `${count} ${t("commitments.foundOf", { total: format.count(total) })}`}
      note={t("commitments.edition", { day: format.day(edition), formatted: format.count(total) })}
    >
      {i18n.language !== "en" && (
        <div className="mb-3">
          <Notice kind="note">{t("commitments.english")}</Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <p>{t("commitments.nothing")}</p>
      ) : (
        <ScrollRegion labelledBy="rows">
          <PlainTable
            columns={[
              { head: t("commitments.row") },
              { head: t("commitments.asks") },
              { head: t("commitments.binds") },
              { head: t("commitments.when") },
              { head: t("commitments.checked") },
            ]}
            rows={rows.map((row) => ({
              key: row.id,
              id: row.id,
              cells: [
                <span key="row">
                  <span lang="en">
                    <a href={row.sourceUrl} rel="noreferrer" title={row.instrument}>
                      {row.instrumentShort}
                    </a>
                    <span className="block font-normal">{row.article}</span>
                  </span>
                  <span className="block text-sm font-normal text-soft">
                    <Link to={sameDay(paths.commitment(workspace, row.id))}>{row.id}</Link> · {whose(row.jurisdiction)}{" "}
                    · {t(kindKey[row.kind])}
                  </span>
                </span>,
                <Asks key="asks" row={row} workspace={workspace} />,
                say(bindsKey(row.binds), row.binds),
                <span key="when">
                  {t(row.coming ? "commitments.coming" : "commitments.inForce")}
                  {row.appliesFrom !== null && (
                    <span className="block text-sm text-soft">
                      {t("commitments.from", { day: format.day(row.appliesFrom) })}
                    </span>
                  )}
                </span>,
                say(confidenceKey(row.confidence), row.confidence),
              ],
            }))}
          />
        </ScrollRegion>
      )}
      <CommitmentPages
        to={(query) => sameDay(paths.commitments(workspace, query, "rows"))}
        first={first}
        shown={rows.length}
        nextQuery={nextQuery}
        previousQuery={previousQuery}
      />
    </Section>
  );
}

/** The way to the rows before and after; nothing where all are shown. @param first 0 for the first row. */
export function CommitmentPages({
  to,
  first,
  shown,
  nextQuery,
  previousQuery,
}: {
  to: (query: string) => string;
  first: number;
  shown: number;
  nextQuery: string | null;
  previousQuery: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (nextQuery === null && previousQuery === null) return null;
  return (
    <nav aria-label={t("commitments.title")} className="no-print mt-3 flex flex-wrap items-center gap-4">
      <span className="text-sm text-soft">
        {t("commitments.page", { first: format.count(first + 1), last: format.count(first + shown) })}
      </span>
      {previousQuery !== null && <Link to={to(previousQuery)}>{t("commitments.previous")}</Link>}
      {nextQuery !== null && <Link to={to(nextQuery)}>{t("commitments.next")}</Link>}
    </nav>
  );
}

function Asks({ row, workspace }: { row: CommitmentsView["rows"][number]; workspace: string }) {
  const { t } = useTranslation();
  const say = useWord();
  const sameDay = useSameDay();
  const { selected } = row;
  return (
    <>
      <span lang="en" className="block">
        {row.requirement}
      </span>
      {selected && (
        <span className="mt-1 block text-sm font-semibold">
          {t("commitments.why", {
            why: [...selected.reach.map((reach) => t(reachKey[reach])), t(bindingKey[selected.binding])].join(
              t("common.separator"),
            ),
          })}{" "}
          {selected.threshold !== null && (
            <Link to={sameDay(paths.commitment(workspace, selected.threshold))}>
              {t("commitments.threshold", { id: selected.threshold })}
            </Link>
          )}
        </span>
      )}
      <details className="text-sm text-soft">
        <summary className="py-1">
          {t("commitments.theme")}: {say(themeKey(row.theme), row.theme)} · {t("commitments.evidence")}
        </summary>
        <span lang="en" className="block">
          {row.evidence}
        </span>
        <span className="mt-1 block">{t("commitments.field")}:</span>
        <span lang="en" className="block">
          {row.metricOrField}
        </span>
      </details>
    </>
  );
}
