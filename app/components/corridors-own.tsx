import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { costKindKey, feeRuleKey, ruleSideKey } from "../i18n/corridor-keys";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { CorridorsView } from "../lib/corridors-page.server";
import type { OwnCorridor, OwnFeeRule, Recorded } from "../recruitment/corridors";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { answerText } from "./recruitment-answer";
import { useSameDay } from "./trail-day";

/** The workspace's own rows: named as its own, with who added them and when, those withdrawn below. */
export function OwnRows({
  workspace,
  view: { own, ownElsewhere, ownCount },
  canWrite,
  canExport,
  children,
}: {
  workspace: string;
  view: Pick<CorridorsView, "own" | "ownElsewhere" | "ownCount">;
  canWrite: boolean;
  canExport: boolean;
  /** The forms for new rows. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const isInForce = ({ withdrawnAt }: Recorded) => withdrawnAt === null;
  const costs = own.corridors.filter(isInForce);
  const rules = own.rules.filter(isInForce);
  const gone = {
    costs: own.corridors.filter((row) => !isInForce(row)),
    rules: own.rules.filter((row) => !isInForce(row)),
  };
  const withdrawn = gone.costs.length + gone.rules.length;
  return (
    <Section
      id="own"
      title={t("corridors.own.title")}
      note={t("corridors.own.note")}
      aside={
        canExport &&
        ownCount > 0 && (
          <a
            href={paths.ownRowsFile(workspace)}
            download
            className="no-print text-sm text-accent underline underline-offset-4"
          >
            {t("corridors.own.file")}
          </a>
        )
      }
    >
      <div className="space-y-4">
        {costs.length + rules.length === 0 && <p>{t("corridors.own.none")}</p>}
        {costs.length > 0 && <Costs rows={costs} canWrite={canWrite} />}
        {rules.length > 0 && <Rules rows={rules} canWrite={canWrite} />}
        {withdrawn > 0 && (
          <details>
            <summary className="py-1 text-sm font-semibold text-accent">
              {t("corridors.own.withdrawn", { formatted: format.count(withdrawn) })}
            </summary>
            <div className="mt-2 space-y-4">
              {gone.costs.length > 0 && <Costs rows={gone.costs} canWrite={canWrite} />}
              {gone.rules.length > 0 && <Rules rows={gone.rules} canWrite={canWrite} />}
            </div>
          </details>
        )}
        {ownElsewhere > 0 && (
          <p className="text-sm text-soft">
            {t("corridors.own.elsewhere", { count: ownElsewhere, formatted: format.count(ownElsewhere) })}{" "}
            <Link to={sameDay("?")}>{t("corridors.ask.all")}</Link>
          </p>
        )}
        {children}
      </div>
    </Section>
  );
}

function Costs({ rows, canWrite }: { rows: readonly OwnCorridor[]; canWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PlainTable
      label={t("corridors.own.costs")}
      columns={[
        { head: t("corridors.corridor") },
        { head: t("corridors.own.figure") },
        { head: t("methodCoverage.year"), end: true },
        { head: t("methodCoverage.source") },
        { head: t("corridors.own.recorded") },
      ]}
      rows={rows.map((row) => {
        const name = t("recruitment.gap.corridor", {
          from: format.country(row.origin),
          to: format.country(row.destination),
        });
        const { usd: value, money } = row;
        return {
          key: row.id,
          id: `row-${row.id}`,
          cells: [
            <span key="name">
              {name}
              {row.workers && <span className="block text-sm font-normal text-soft">{row.workers}</span>}
            </span>,
            <span key="figure" className="figures">
              {t(costKindKey[row.kind])}
              <span className="block">{answerText(t, format, { what: "corridorCostPerWorkerUsd", value, money })}</span>
            </span>,
            row.year,
            <Source key="source" row={row} />,
            <RecordedBy key="recorded" row={row} name={name} canWrite={canWrite} />,
          ],
        };
      })}
    />
  );
}

function Rules({ rows, canWrite }: { rows: readonly OwnFeeRule[]; canWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PlainTable
      label={t("corridors.own.rules")}
      columns={[
        { head: t("methodCoverage.country") },
        { head: t("methodCoverage.rule") },
        { head: t("methodCoverage.year"), end: true },
        { head: t("methodCoverage.source") },
        { head: t("corridors.own.recorded") },
      ]}
      rows={rows.map((row) => {
        const name = format.country(row.country);
        return {
          key: row.id,
          id: `row-${row.id}`,
          cells: [
            <span key="name">
              {name}
              <span className="block text-sm font-normal text-soft">{t(ruleSideKey[row.side])}</span>
            </span>,
            <span key="rule" className="figures break-words">
              {t(feeRuleKey[row.rule])}:{" "}
              {[row.covers, row.value !== null && `${format.number(row.value)} ${row.unit}`].filter(Boolean).join("; ")}
            </span>,
            row.year,
            <Source key="source" row={row} />,
            <RecordedBy key="recorded" row={row} name={`${name}, ${row.covers}`} canWrite={canWrite} />,
          ],
        };
      })}
    />
  );
}

const Source = ({ row: { source, note } }: { row: OwnCorridor | OwnFeeRule }) => (
  <span className="break-words">
    {source}
    {note && <span className="block text-sm text-soft">{note}</span>}
  </span>
);

/** Who recorded a row and when, from which day it is true, and the way to withdraw it or put it back. */
function RecordedBy({ row, name, canWrite }: { row: OwnCorridor | OwnFeeRule; name: string; canWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unknown = t("common.unknown");
  const isWithdrawn = row.withdrawnAt !== null;
  return (
    <span className="text-sm">
      {t("corridors.own.by", { who: row.who ?? unknown, when: format.minute(row.recordedAt) })}
      <span className="block text-soft">{t("corridors.own.from", { day: format.day(row.validFrom) })}</span>
      {row.withdrawnAt && (
        <span className="block font-semibold">
          {t("corridors.own.withdrawnBy", {
            who: row.withdrawnByName ?? unknown,
            when: format.minute(row.withdrawnAt),
          })}
        </span>
      )}
      {canWrite && (
        <Form method="post" preventScrollReset className="mt-1">
          <input type="hidden" name="row" value={row.id} />
          <button className="button" data-size="small" name="intent" value={isWithdrawn ? "restore" : "withdraw"}>
            {t(isWithdrawn ? "corridors.own.restore" : "corridors.own.withdraw")}
            <span className="sr-only">: {name}</span>
          </button>
        </Form>
      )}
    </span>
  );
}
