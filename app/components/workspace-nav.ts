import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import type { GoTo } from "../lib/shortcuts";
import type { NavItem } from "./page";

/** A page of the navigation, with the name the shortcuts know it by. */
export interface Place extends NavItem {
  readonly icon: GoTo;
}

/** The pages of a workspace that a member with this role may open, in the order of the navigation. */
export function useWorkspaceNav(workspace: string, role: Parameters<typeof can>[0]): readonly Place[] {
  const { t } = useTranslation();
  /** Who reads and signs off rather than uploads and settles: the trail is what they come for. */
  const reviews = can(role, "audit:read") && !can(role, "import:write");
  const settles = can(role, "match:decide");
  const at = (...parts: readonly string[]) => parts.map((part) => `${paths.workspace(workspace)}/${part}/`);
  return [
    { to: paths.workspace(workspace), label: t("workspace.nav.home"), icon: "home", end: true },
    ...(can(role, "plan:read")
      ? [{ to: paths.plan(workspace), label: t("plan.nav"), icon: "plan" as const, inMenu: reviews && settles }]
      : []),
    { to: paths.suppliers(workspace), label: t("workspace.nav.suppliers"), icon: "suppliers" },
    ...(can(role, "supplier:read")
      ? [{ to: paths.understand(workspace), label: t("understand.nav"), icon: "understand" as const, inMenu: reviews }]
      : []),
    ...(can(role, "match:read")
      ? [
          {
            to: paths.matches(workspace),
            label: t("matches.nav"),
            icon: "matches" as const,
            inMenu: reviews && !settles,
          },
        ]
      : []),
    ...(can(role, "action:read")
      ? [
          {
            to: paths.followUp(workspace),
            label: t("remedy.nav"),
            icon: "follow-up" as const,
            within: at("findings", "actions", "repayments", "evidence"),
            inMenu: !reviews,
          },
        ]
      : []),
    ...(can(role, "category:read")
      ? [
          {
            to: paths.tenders(workspace),
            label: t("tenders.nav"),
            icon: "tenders" as const,
            within: at("categories", "lots", "checks", "contracts"),
            inMenu: can(role, "plan:read"),
          },
        ]
      : []),
    ...(can(role, "report:read")
      ? [{ to: paths.reports(workspace), label: t("reports.title"), icon: "reports" as const, inMenu: true }]
      : []),
    ...(can(role, "import:write")
      ? [{ to: paths.newImport(workspace), label: t("workspace.nav.upload"), icon: "upload" as const, inMenu: true }]
      : []),
    ...(can(role, "audit:read")
      ? [{ to: paths.trail(workspace), label: t("trail.title"), icon: "trail" as const, inMenu: !reviews }]
      : []),
  ];
}

/** Pages beside the navigation that the palette and the help lead to. */
export type FurtherPlace = Pick<NavItem, "to" | "label">;

export function useFurtherPlaces(workspace: string, role: Parameters<typeof can>[0]): readonly FurtherPlace[] {
  const { t } = useTranslation();
  if (!can(role, "supplier:read")) return [];
  return [
    { to: paths.members(workspace), label: t("members.title") },
    ...(can(role, "workspace:manage") ? [{ to: paths.settings(workspace), label: t("settings.title") }] : []),
    { to: paths.toAsk(workspace), label: t("recruitment.queue.title") },
    { to: paths.lists(workspace), label: t("lists.title") },
    ...(can(role, "match:read") ? [{ to: paths.duplicates(workspace), label: t("duplicates.title") }] : []),
    { to: paths.groups(workspace), label: t("groups.title") },
    { to: paths.corridors(workspace), label: t("corridors.title") },
    ...(can(role, "disclosure:export")
      ? [
          { to: paths.packs(workspace), label: t("pack.page.title") },
          { to: paths.disclosure(workspace), label: t("disclosure.title") },
        ]
      : []),
    ...(can(role, "contract:read") ? [{ to: paths.demand(workspace), label: t("demand.title") }] : []),
    ...(can(role, "commitment:read") ? [{ to: paths.commitments(workspace), label: t("commitments.title") }] : []),
  ];
}
