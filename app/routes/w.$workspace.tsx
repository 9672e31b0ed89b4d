import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Link, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Commands } from "../components/commands";
import { ErrorMessage } from "../components/error-message";
import { HeldSuppliers } from "../components/held-suppliers";
import { Page } from "../components/page";
import { Skeleton, useComingPage } from "../components/skeleton";
import { ToldBar } from "../components/told-bar";
import { UnsavedGuard, UnsentTexts } from "../components/unsaved-guard";
import { useFurtherPlaces, useWorkspaceNav } from "../components/workspace-nav";
import { getDb } from "../lib/db.server";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope, requireUser } from "../lib/scope.server";
import { heldSupplierIds } from "../services/findings/hold-supplier.server";
import { toldIn, toldOnce } from "../lib/told.server";
import { notWhenTried } from "../lib/tried-only";

export const shouldRevalidate = notWhenTried;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const { shortcuts } = await requireUser(request);
  const told = toldIn(request);
  return data(
    {
      workspace: scope.workspaceSlug,
      name: scope.workspaceName,
      isDemo: scope.isDemo,
      deleteAfter: scope.deleteAfter,
      role: scope.role,
      guideHidden: scope.guideHidden,
      shortcuts,
      told,
      held: await heldSupplierIds(await getDb(), scope),
    },
    told ? { headers: { "Set-Cookie": toldOnce(context.secure) } } : {},
  );
}

function Place({ name, isDemo }: { name: string; isDemo: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="flex min-w-0 flex-1 items-center gap-x-2 max-sm:flex-col max-sm:items-start min-[76rem]:flex-none">
      <Link
        to={paths.workspaces()}
        title={t("workspace.switch")}
        className="max-w-full truncate min-[76rem]:max-w-56 font-semibold text-ink no-underline hover:underline"
      >
        {name}
      </Link>
      {isDemo && (
        <span
          className="tag border border-line-strong bg-note-wash text-ink max-sm:text-[0.6875rem]"
          title={t("common.demoNote")}
        >
          {t("common.demo")}
        </span>
      )}
    </p>
  );
}

/** Said on every page while a deletion waits. */
function WillBeDeleted({ when }: { when: Date | string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="no-print border-b border-line bg-note-wash px-4 py-2 text-sm sm:px-6">
      <strong>{t("settings.end.waits", { when: format.minute(when) })}</strong> {t("settings.end.waitsNote")}
    </p>
  );
}

/** The frame of every page of a workspace. */
function Frame({ children }: { children: React.ReactNode }) {
  const here = useRouteLoaderData<typeof loader>("routes/w.$workspace");
  if (!here) {
    return (
      <Page home={paths.home()} signedIn>
        {children}
      </Page>
    );
  }
  return <Inside here={here}>{children}</Inside>;
}

type Here = ReturnType<typeof useLoaderData<typeof loader>>;

function Inside({ here, children }: { here: Here; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { workspace, name, isDemo, role, shortcuts, guideHidden, told, deleteAfter, held } = here;
  const nav = useWorkspaceNav(workspace, role);
  const further = useFurtherPlaces(workspace, role);
  const printed = t("shell.printed", { workspace: name });
  return (
    <Page
      home={paths.workspace(workspace)}
      nav={nav}
      place={<Place name={name} isDemo={isDemo} />}
      tools={
        <Commands
          workspace={workspace}
          places={nav}
          further={further}
          shortcuts={shortcuts}
          guideHidden={guideHidden}
        />
      }
      message={
        <>
          <UnsavedGuard />
          <ToldBar workspace={workspace} told={told} />
          {deleteAfter !== null && <WillBeDeleted when={deleteAfter} />}
        </>
      }
      printed={isDemo ? `${printed}. ${t("common.demoNote")}` : printed}
      help={paths.help(workspace)}
      members={paths.members(workspace)}
      settings={can(role, "workspace:manage") ? paths.settings(workspace) : null}
      signedIn
    >
      <HeldSuppliers.Provider value={held}>{children}</HeldSuppliers.Provider>
    </Page>
  );
}

/** The page, or the outline of the one that is on its way. The page stays as it is behind it, should the way end early. */
export default function WorkspaceLayout() {
  useLoaderData<typeof loader>();
  const coming = useComingPage();
  return (
    <Frame>
      <div hidden={coming !== null}>
        <Outlet />
      </div>
      {coming && <Skeleton kind={coming} />}
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Frame>
      <ErrorMessage status={isRouteErrorResponse(error) ? error.status : 500} />
      <UnsentTexts />
    </Frame>
  );
}
