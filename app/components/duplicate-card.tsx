import { Form, Link, useNavigation } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { likelyKey } from "../i18n/match-keys";
import { idText, likenessText } from "../i18n/match-words";
import { paths } from "../lib/paths";
import type { MatchAnswer } from "../matching/types";
import type { PairView } from "../services/screening/duplicates-view.server";
import { as } from "./block-table";
import { MatchName } from "./match-name";
import { MatchReasons } from "./match-reasons";
import { useSameDay } from "./trail-day";

/** Two suppliers as a card shows them. */
export type ShownPair = Pick<PairView, "id" | "state" | "left" | "right" | "last"> & {
  /** Null: not kept for the day that is shown. */
  readonly score: number | null;
  readonly answer: MatchAnswer | null;
};

/** Two suppliers side by side, why they may be one, and what to do about it. */
export function DuplicateCard({
  workspace,
  pair,
  canDecide,
}: {
  workspace: string;
  pair: PairView;
  canDecide: boolean;
}) {
  return (
    <PairCard workspace={workspace} pair={pair}>
      {canDecide && <Decide pair={pair} />}
    </PairCard>
  );
}

/** Two suppliers, why they may be one, and who decided what. @param hasRows false: how many rows each had is not known. */
export function PairCard({
  workspace,
  pair,
  hasRows = true,
  children,
}: {
  workspace: string;
  pair: ShownPair;
  hasRows?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { left, right, last, score, answer } = pair;
  return (
    <section aria-labelledby={id} className="card p-4 sm:p-5">
      <h2 id={id} className="text-base! break-words">
        {score === null ? (
          <>
            <bdi>{left.facts.name}</bdi> – <bdi>{right.facts.name}</bdi>
          </>
        ) : (
          <>
            {t(likelyKey(score))}
            <span className="sr-only">
              : {left.facts.name}, {right.facts.name}
            </span>
            <span className="figures ms-2 text-sm font-normal text-soft">{likenessText(format, score)}</span>
          </>
        )}
      </h2>
      <Sides workspace={workspace} pair={pair} hasRows={hasRows} />
      {answer && (
        <details className="mt-2">
          <summary className="text-sm font-semibold text-accent">{t("duplicates.why")}</summary>
          <MatchReasons because={answer.because} beside="supplier" />
        </details>
      )}
      {last && (
        <p className="mt-3 text-sm text-soft">
          {t("duplicates.decided", { who: last.who ?? t("matches.nobody"), when: format.minute(last.decidedAt) })}
          {last.decision === "merged" && ` · ${t("duplicates.stays", { name: pair[last.stays].facts.name })}`}
          {last.reason && ` · ${last.reason}`}
        </p>
      )}
      {children}
    </section>
  );
}

function Sides({
  workspace,
  pair: { left, right, answer, state },
  hasRows,
}: {
  workspace: string;
  pair: ShownPair;
  hasRows: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const both = [left, right] as const;
  const absent = state === "merged" ? "duplicates.mergedAway" : "duplicates.notHere";
  const row = (head: string, cell: (side: (typeof both)[number]) => ReactNode) => ({ head, cells: both.map(cell) });
  const rows = [
    row(t("match.row.country"), ({ facts }) => facts.country && format.country(facts.country)),
    row(t("match.row.address"), ({ facts }) => [facts.address, facts.city].filter(Boolean).join(", ")),
    row(t("match.row.ids"), ({ facts }) =>
      Object.entries(facts.ids)
        .map(([kind, number]) => idText(t, kind, number))
        .join(", "),
    ),
    row(t("match.row.parent"), ({ facts }) => facts.parent),
    row(t("duplicates.rows"), ({ rows }) => hasRows && (rows === null ? t(absent) : format.count(rows))),
  ].filter(({ cells }) => cells.some(Boolean));
  return (
    <table {...as.table} className="table blocks plain pair-table mt-2">
      <thead {...as.group}>
        <tr {...as.row}>
          <th {...as.columnHead} scope="col">
            <span className="sr-only">{t("match.compared")}</span>
          </th>
          {both.map((side, at) => (
            <th key={side.id} {...as.columnHead} scope="col">
              {side.rows === null && hasRows ? (
                <PairName side={side} answer={answer} isLeft={at === 0} />
              ) : (
                <Link to={sameDay(paths.supplier(workspace, side.id))}>
                  <PairName side={side} answer={answer} isLeft={at === 0} />
                </Link>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.group}>
        {rows.map(({ head, cells }) => (
          <tr key={head} {...as.row}>
            <th {...as.rowHead} scope="row">
              {head}
            </th>
            {cells.map((cell, at) => (
              <td key={both[at]!.id} {...as.cell} data-label={both[at]!.facts.name}>
                {cell || (
                  <>
                    <span aria-hidden="true" className="text-soft">
                      –
                    </span>
                    <span className="sr-only">{t("match.unknown")}</span>
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PairName({
  side: { facts },
  answer,
  isLeft,
}: {
  side: PairView["left"];
  answer: MatchAnswer | null;
  isLeft: boolean;
}) {
  if (answer === null) return <bdi className="font-semibold">{facts.name}</bdi>;
  return <MatchName names={[facts.name]} answer={answer} side={isLeft ? "left" : "right"} all={[facts.name]} isName />;
}

function Decide({ pair }: { pair: PairView }) {
  const { t } = useTranslation();
  const id = useId();
  const isBusy = useNavigation().state === "submitting";
  const { left, right, state } = pair;
  const fields = (
    <>
      <input type="hidden" name="pair" value={pair.id} />
      <input type="hidden" name="version" value={pair.version} />
    </>
  );
  const both = (
    <span className="sr-only">
      : {left.facts.name}, {right.facts.name}
    </span>
  );
  if (state !== "open")
    return (
      <Form method="post" preventScrollReset className="mt-3">
        {fields}
        <button className="button" data-size="small" name="intent" value="undo" disabled={isBusy}>
          {t(state === "merged" ? "duplicates.unmerge" : "duplicates.undo")}
          {both}
        </button>
      </Form>
    );
  return (
    <Form method="post" preventScrollReset className="mt-3 space-y-2 border-t border-line pt-3">
      {fields}
      <label htmlFor={id} className="block text-sm font-semibold">
        {t("duplicates.reason")}
      </label>
      <input id={id} name="reason" maxLength={2000} className="input max-w-2xl" />
      <div className="flex flex-wrap gap-2">
        {(["left", "right"] as const).map((stays) => (
          <button
            key={stays}
            className="button h-auto! whitespace-normal text-start"
            name="intent"
            value={stays}
            disabled={isBusy}
          >
            {t("duplicates.keep", { name: pair[stays].facts.name })}
          </button>
        ))}
        <button className="button" name="intent" value="different" disabled={isBusy}>
          {t("duplicates.different")}
          {both}
        </button>
        <button className="button" name="intent" value="cannot-tell" disabled={isBusy}>
          {t("duplicates.cannotTell")}
          {both}
        </button>
      </div>
    </Form>
  );
}
