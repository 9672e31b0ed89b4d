import type { LoaderFunctionArgs } from "@remix-run/node";
import { workspacesOf } from "../../db/queries/accounts";
import { getDb } from "../lib/db.server";
import { requireUser } from "../lib/scope.server";

/** Where the palette can lead besides the pages of a workspace: the other workspaces of who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const workspaces = await workspacesOf(await getDb(), user.id);
  return { workspaces: workspaces.map(({ slug, name }) => ({ slug, name })) };
}
