import { Form, Link, useLocation, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { onDay, paths } from "../lib/paths";
import { Notice } from "./notice";

/** Asks for what was known at the end of a day. */
export function DayForm({ workspace, today, day }: { workspace: string; today: string; day: string }) {
  const { t } = useTranslation();
  return (
    <Form key={day} method="get" action={paths.trailOn(workspace)} className="no-print flex flex-wrap items-end gap-2">
      <label>
        <span className="block text-sm text-soft">{t("trail.on.day")}</span>
        <input type="date" name="day" max={today} defaultValue={day} required className="input" />
      </label>
      <button className="button">{t("trail.on.show")}</button>
    </Form>
  );
}

/** Stands above anything that is shown as it was known on a day: which day, and the way back. */
export function AsKnownOn({ day, back, children }: { day: string; back: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <output className="mb-4 flex flex-wrap gap-x-3 rounded-md border border-line-strong bg-note-wash p-3">
      <strong>{t("trail.on.banner", { day: format.day(day) })}</strong>
      <Link to={back}>{t("trail.on.today")}</Link>
      {children && <span className="basis-full text-sm">{children}</span>}
    </output>
  );
}

/** What of an address is about one day: the day, why it was not shown, and the place in the list of that day. */
const OF_THE_DAY: ReadonlySet<string> = new Set(["on", "untold", "before", "after", "did"]);

/** What the address keeps beside the day. */
function useKept(): [string, string][] {
  const [search] = useSearchParams();
  return [...search].filter(([name]) => !OF_THE_DAY.has(name));
}

/** Leads a link to the same past day that the address asks for, and leaves it as it is where none is asked for. */
export function useSameDay(): (to: string) => string {
  const day = useDayAsked();
  return (to) => (day === null ? to : onDay(to, day));
}

/** The day that the address asks for; null: none. */
export function useDayAsked(): string | null {
  const [search] = useSearchParams();
  return /^\d{4}-\d{2}-\d{2}$/u.exec(search.get("on") ?? "")?.[0] ?? null;
}

/** Above a page that can be seen as of a past day: which day it shows, or why it does not. */
export function PastDay({
  day,
  names,
  children,
}: {
  day: string | null;
  /** What on the page is today's; left out: names, and what links lead to. */
  names?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const kept = new URLSearchParams(useKept()).toString();
  if (day !== null)
    return (
      <AsKnownOn day={day} back={pathname + (kept && `?${kept}`)}>
        {names ?? t("trail.on.names")} {children}
      </AsKnownOn>
    );
  const why = (["untold", "before"] as const).find((name) => /^\d{4}-\d{2}-\d{2}$/u.test(search.get(name) ?? ""));
  return (
    why && (
      <div className="mb-4">
        <Notice kind="note">{t(NOT_SHOWN[why], { day: format.day(search.get(why)!) })}</Notice>
      </div>
    )
  );
}

const NOT_SHOWN = { untold: "trail.on.untold", before: "trail.on.before" } as const;

/** Asks for this page as known on a past day; what else the address says is kept. */
export function PastDayForm({ today, day }: { today: string; day: string | null }) {
  const { t } = useTranslation();
  const kept = useKept();
  return (
    <details className="no-print text-sm">
      <summary className="py-1 text-accent">{t("trail.on.past")}</summary>
      <Form key={day ?? ""} method="get" className="mt-1 flex flex-wrap items-end gap-2">
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span className="block text-soft">{t("trail.on.day")}</span>
          <input type="date" name="on" max={today} defaultValue={day ?? ""} required className="input" />
        </label>
        <button className="button">{t("trail.on.show")}</button>
      </Form>
    </details>
  );
}
