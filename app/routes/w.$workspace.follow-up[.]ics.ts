import type { LoaderFunctionArgs } from "@remix-run/node";
import { dueHref } from "../components/follow-up-calendar";
import { requestI18n } from "../i18n/language.server";
import { dueWhatKey } from "../i18n/remedy-keys";
import { getDb } from "../lib/db.server";
import { attachment } from "../lib/download.server";
import { requireScope } from "../lib/scope.server";
import { calendarFile } from "../remedy/ics";
import { exportCalendar } from "../services/remedy/export-calendar.server";
import { dayOf } from "../services/scoring/assessor.server";

/** Everything that has a day, for a calendar program. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "action:read");
  const { t } = requestI18n(request);
  const now = new Date();
  const { origin } = new URL(request.url);
  const days = (await exportCalendar(await getDb(), scope, dayOf(now))).map((due) => ({
    uid: `${due.what}-${due.id}@${scope.workspaceId}.candour`,
    on: due.on,
    summary: `${t(dueWhatKey[due.what])}: ${due.what === "review" ? due.supplierName : `${due.label} (${due.supplierName})`}`,
    url: `${origin}${dueHref(scope.workspaceSlug, due)}`,
  }));
  return new Response(calendarFile(t("remedy.title"), days, now), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": attachment(`candour-follow-up-${scope.workspaceSlug}.ics`),
      "Cache-Control": "private, no-store",
    },
  });
}
