import { Link } from "@remix-run/react";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { answeredKey } from "../i18n/recruitment-keys";
import { outcomeStateKey } from "../i18n/plan-keys";
import { paths } from "../lib/paths";
import type { ToAsk } from "../services/readings/ask-queue.server";
import type { AnswersThen } from "../services/readings/ask-queue-then.server";
import { as } from "./block-table";
import { DoNotWrite, HeldSuppliers } from "./held-suppliers";
import { LevelTag } from "./marks";
import { RecordedThen } from "./recruitment-queue-then";
import { ScrollRegion } from "./scroll-region";
import { useSameDay } from "./trail-day";

interface Neighbour {
  readonly id: string;
  readonly name: string;
}

/** Where a supplier stands among those to be asked, with the way to the ones beside it. */
export function QueueLinks({
  workspace,
  place,
  of,
  previous,
  next,
}: {
  workspace: string;
  place: number | null;
  of: number;
  previous: Neighbour | null;
  next: Neighbour | null;
}) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  return (
    <nav
      aria-label={t("recruitment.queue.title")}
      className="no-print -mt-2 mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm"
    >
      <Link to={sameDay(paths.toAsk(workspace))}>{t("recruitment.queue.back")}</Link>
      {place !== null && (
        <span className="text-soft">{t("recruitment.queue.place", { place: String(place), of: String(of) })}</span>
      )}
      {previous && (
        <Link to={sameDay(paths.recruitment(workspace, previous.id))}>
          {t("recruitment.queue.previous", { name: previous.name })}
        </Link>
      )}
      {next && (
        <Link to={sameDay(paths.recruitment(workspace, next.id))}>
          {t("recruitment.queue.next", { name: next.name })}
        </Link>
      )}
    </nav>
  );
}

/** Whom to ask, in order, with how far each has answered. */
export function QueueTable({
  workspace,
  rows,
  first,
  canWrite,
  answers,
}: {
  workspace: string;
  rows: readonly ToAsk[];
  /** Place of the first row. */
  first: number;
  canWrite: boolean;
  /** Of a past day: what was recorded by then, by the ids of the suppliers; null: today. */
  answers: Readonly<Record<string, AnswersThen>> | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const held = useContext(HeldSuppliers);
  return (
    <ScrollRegion label={t("recruitment.queue.title")}>
      <table {...as.table} className="table blocks">
        <caption className="sr-only">{t("recruitment.queue.caption")}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th {...as.columnHead} scope="col" data-align="end">
              <span className="sr-only">{t("suppliers.head.priority")}</span>
            </th>
            <th {...as.columnHead} scope="col">
              {t("suppliers.head.name")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("recruitment.queue.status")}
            </th>
            <th {...as.columnHead} scope="col">
              {t("suppliers.head.level")}
            </th>
            <th {...as.columnHead} scope="col" data-align="end" className="w-28 whitespace-normal!">
              {t("recruitment.queue.narrows")}
            </th>
            <th {...as.columnHead} scope="col">
              <span className="sr-only">{t("recruitment.title")}</span>
            </th>
          </tr>
        </thead>
        <tbody {...as.group}>
          {rows.map((one, at) => (
            <tr key={one.id} {...as.row}>
              <td {...as.cell} data-align="end" className="points text-soft">
                {format.count(first + at + 1)}
              </td>
              <th {...as.rowHead} scope="row" className="min-w-48">
                <Link to={sameDay(paths.supplier(workspace, one.id))} className="link break-words">
                  {one.name}
                </Link>
                <span className="block text-xs font-normal text-soft">
                  {one.seat === null ? t("supplier.noCountry") : format.country(one.seat)}
                  {one.plan && ` · ${t("recruitment.queue.inPlan")}, ${t(outcomeStateKey[one.plan.outcome])}`}
                </span>
              </th>
              <td {...as.cell} className={one.answered === "answered" ? "text-soft" : "font-semibold"}>
                {t(answeredKey[one.answered])}
                {answers?.[one.id] && <RecordedThen answers={answers[one.id]!} />}
              </td>
              <td {...as.cell}>
                <LevelTag level={one.level} />
              </td>
              <td {...as.cell} data-align="end" data-label={t("recruitment.queue.narrows")} className="figures">
                {one.narrows > 0 ? t("recruitment.queue.points", { points: format.score(one.narrows) }) : "–"}
              </td>
              <td {...as.cell}>
                {/* Whom nobody writes to is told for today alone. */}
                {answers === null && held.includes(one.id) && <DoNotWrite workspace={workspace} supplierId={one.id} />}
                <Link
                  to={sameDay(paths.recruitment(workspace, one.id))}
                  className="button whitespace-nowrap no-underline!"
                  data-size="small"
                >
                  {t(canWrite ? "recruitment.enter" : "recruitment.see")}
                  <span className="sr-only">: {one.name}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
