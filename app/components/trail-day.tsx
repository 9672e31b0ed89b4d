import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";

/** Asks for what was known at the end of a day. */
export function DayForm({ workspace, today, day }: { workspace: string; today: string; day: string }) {
  const { t } = useTranslation();
  return (
    <Form method="get" action={paths.trailOn(workspace)} className="no-print flex flex-wrap items-end gap-2">
      <label>
        <span className="block text-sm text-soft">{t("trail.on.day")}</span>
        <input type="date" name="day" max={today} defaultValue={day} required className="input" />
      </label>
      <button className="button">{t("trail.on.show")}</button>
    </Form>
  );
}

/** Stands above anything that is shown as it was known on a day: which day, and the way back. */
export function AsKnownOn({ day, back }: { day: string; back: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <output className="mb-4 flex flex-wrap gap-x-3 rounded-md border border-line-strong bg-note-wash p-3">
      <strong>{t("trail.on.banner", { day: format.day(day) })}</strong>
      <Link to={back}>{t("trail.on.today")}</Link>
    </output>
  );
}
