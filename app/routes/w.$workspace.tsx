import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Link, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorMessage } from "../components/error-message";
import { Page, type NavItem } from "../components/page";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  return {
    workspace: scope.workspaceSlug,
    name: scope.workspaceName,
    isDemo: scope.isDemo,
    role: scope.role,
  };
}

function Place({ name, isDemo }: { name: string; isDemo: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="flex min-w-0 items-center gap-2">
      <Link
        to={paths.workspaces()}
        title={t("workspace.switch")}
        className="truncate font-semibold text-ink no-underline hover:underline"
      >
        {name}
      </Link>
      {isDemo && (
        <span className="tag border border-line-strong bg-note-wash text-ink" title={t("common.demoNote")}>
          {t("common.demo")}
        </span>
      )}
    </p>
  );
}

/** The frame of every page of a workspace. */
function Frame({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  const here = useRouteLoaderData<typeof loader>("routes/w.$workspace");
  if (!here) {
    return (
      <Page home={paths.home()} signedIn>
        {children}
      </Page>
    );
  }
  const { workspace, name, isDemo, role } = here;
  const nav: NavItem[] = [
    { to: paths.workspace(workspace), label: t("workspace.nav.home"), end: true },
    ...(can(role, "plan:read") ? [{ to: paths.plan(workspace), label: t("plan.nav") }] : []),
    { to: paths.suppliers(workspace), label: t("workspace.nav.suppliers") },
    ...(can(role, "supplier:read") ? [{ to: paths.understand(workspace), label: t("understand.nav") }] : []),
    ...(can(role, "import:write") ? [{ to: paths.newImport(workspace), label: t("workspace.nav.upload") }] : []),
  ];
  return (
    <Page home={paths.workspace(workspace)} nav={nav} place={<Place name={name} isDemo={isDemo} />} signedIn>
      {children}
    </Page>
  );
}

export default function WorkspaceLayout() {
  useLoaderData<typeof loader>();
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Frame>
      <ErrorMessage status={isRouteErrorResponse(error) ? error.status : 500} />
    </Frame>
  );
}
