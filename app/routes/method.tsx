import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { ErrorMessage } from "../components/error-message";
import { Page } from "../components/page";
import { paths } from "../lib/paths";
import { currentUser } from "../lib/session.server";

export const loader = async ({ request }: LoaderFunctionArgs) => ({ signedIn: (await currentUser(request)) !== null });

/** The frame of the pages of the method: anyone may read them, and who is signed in keeps the menu. */
export default function MethodLayout() {
  const { signedIn } = useLoaderData<typeof loader>();
  return (
    <Page home={signedIn ? paths.workspaces() : paths.home()} signedIn={signedIn}>
      <Outlet />
    </Page>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Page home={paths.home()} signedIn={false}>
      <ErrorMessage status={isRouteErrorResponse(error) ? error.status : 500} />
    </Page>
  );
}
