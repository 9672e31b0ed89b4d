import { Outlet } from "@remix-run/react";
import { Page } from "../components/page";
import { paths } from "../lib/paths";

/** The frame of the pages that need no sign-in. */
export default function PublicLayout() {
  return (
    <Page home={paths.home()} signedIn={false}>
      <Outlet />
    </Page>
  );
}
