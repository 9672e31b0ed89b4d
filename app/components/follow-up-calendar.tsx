import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { dueWhatKey } from "../i18n/remedy-keys";
import { paths } from "../lib/paths";
import { addDays, addMonths } from "../remedy/days";
import type { DueDay } from "../services/remedy/follow-up-view.server";

/** Where a day of the calendar leads. */
export function dueHref(
  workspace: string,
  { what, id, supplierId }: Pick<DueDay, "what" | "id" | "supplierId">,
): string {
  if (what === "repayment") return paths.repayment(workspace, id);
  if (what === "review") return paths.supplierDecision(workspace, supplierId);
  return paths.action(workspace, id);
}

/** The weeks that a month touches, each from Monday to Sunday. */
function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const next = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let monday = addDays(first, -weekday); monday < next; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}

interface Props {
  readonly workspace: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly today: string;
  readonly days: readonly DueDay[];
  readonly hrefOf: (month: string) => string;
}

/** A month as a table: a head for every weekday, a cell for every day. On a phone the days that hold something stand below each other. */
export function DueCalendar({ workspace, month, today, days, hrefOf }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const named = new Intl.DateTimeFormat(i18n.language, { month: "long", year: "numeric", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: "short", timeZone: "UTC" });
  const name = named.format(new Date(`${month}-01T00:00:00Z`));
  const weeks = weeksOf(month);
  const on = (day: string) => days.filter((due) => due.on === day);
  const step = (months: number) => addMonths(`${month}-01`, months).slice(0, 7);
  return (
    <section aria-labelledby="month" className="card min-w-0 p-3 sm:p-5">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id="month" className="first-letter:uppercase">
          {name}
        </h2>
        <Link to={hrefOf(step(-1))}>{t("remedy.calendar.previous")}</Link>
        <Link to={hrefOf(step(1))}>{t("remedy.calendar.next")}</Link>
      </div>
      {!days.some(({ on: day }) => day.startsWith(month)) && (
        <p className="mb-2 text-soft">{t("remedy.calendar.none")}</p>
      )}
      <table className="month-table w-full table-fixed border-collapse">
        <caption className="sr-only">{t("remedy.calendar.caption", { month: name })}</caption>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th
                key={day}
                scope="col"
                className="border-b border-line-strong p-1 text-start text-sm font-semibold text-soft"
              >
                {weekday.format(new Date(`${day}T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-empty={on(day).length === 0 || undefined}
                  className={`h-20 border-b border-line p-1 align-top text-sm ${day.startsWith(month) ? "" : "bg-sunken text-soft"}`}
                >
                  <time
                    dateTime={day}
                    aria-current={day === today ? "date" : undefined}
                    className="figures block text-soft aria-[current=date]:font-bold aria-[current=date]:text-ink"
                  >
                    <span aria-hidden="true" className="month-day">
                      {Number(day.slice(8))}
                    </span>
                    <span className="month-date sr-only">{format.day(day)}</span>
                    {day === today && <span className="font-semibold"> {t("remedy.calendar.today")}</span>}
                  </time>
                  <ul className="space-y-1">
                    {on(day).map((due) => (
                      <li key={`${due.what} ${due.id}`} className="break-words">
                        {due.isOverdue && <strong className="text-high">! </strong>}
                        <Link to={dueHref(workspace, due)}>{due.what === "review" ? due.supplierName : due.label}</Link>
                        <span className="block text-xs text-soft">
                          {t(dueWhatKey[due.what])}
                          {due.what !== "review" && ` · ${due.supplierName}`}
                        </span>
                      </li>
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
