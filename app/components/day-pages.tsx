import { Link, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { onDay, paths } from "../lib/paths";
import { can } from "../lib/permissions";

/** From what was known on a day to the pages as they were that day. @param day null: today. */
export function DayPages({ workspace, day }: { workspace: string; day: string | null }) {
  const { t } = useTranslation();
  const here = useRouteLoaderData("routes/w.$workspace") as { readonly role?: Parameters<typeof can>[0] } | undefined;
  const pages = [
    [paths.workspace(workspace), t("workspace.home.title")],
    [paths.suppliers(workspace), t("suppliers.title")],
    ...(here?.role && can(here.role, "plan:read") ? [[paths.plan(workspace), t("plan.title")] as const] : []),
  ] as const;
  return (
    <nav aria-label={t("trail.on.pages")} className="no-print mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-soft">{t("trail.on.pages")}:</span>
      {pages.map(([address, title]) => (
        <Link key={address} to={day === null ? address : onDay(address, day)}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
