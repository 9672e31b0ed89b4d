import { Link, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { onDay, paths } from "../lib/paths";
import { can } from "../lib/permissions";

/** From what was known on a day to the pages as they were that day. @param day null: today. */
export function DayPages({ workspace, day }: { workspace: string; day: string | null }) {
  const { t } = useTranslation();
  const here = useRouteLoaderData("routes/w.$workspace") as { readonly role?: Parameters<typeof can>[0] } | undefined;
  const role = here?.role;
  const all = [
    ["workspace:read", paths.workspace(workspace), t("workspace.home.title")],
    ["supplier:read", paths.suppliers(workspace), t("suppliers.title")],
    ["supplier:read", paths.understand(workspace), t("understand.nav")],
    ["supplier:read", paths.toAsk(workspace), t("recruitment.queue.title")],
    ["plan:read", paths.plan(workspace), t("plan.title")],
    ["match:read", paths.matches(workspace), t("matches.title")],
    ["match:read", paths.duplicates(workspace), t("duplicates.title")],
    ["supplier:read", paths.groups(workspace), t("groups.title")],
    ["action:read", paths.followUp(workspace), t("remedy.title")],
    ["category:read", paths.tenders(workspace), t("tenders.title")],
    ["audit:read", paths.members(workspace), t("members.title")],
  ] as const;
  const pages = all.filter(([permission]) => role !== undefined && can(role, permission));
  return (
    <nav aria-label={t("trail.on.pages")} className="no-print mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-soft">{t("trail.on.pages")}:</span>
      {pages.map(([, address, title]) => (
        <Link key={address} to={day === null ? address : onDay(address, day)}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
