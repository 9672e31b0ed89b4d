import { redirect } from "@remix-run/node";
import { findWorkspaceScope, type WorkspaceScope } from "../../db/queries/accounts";
import { getDb } from "./db.server";
import { paths } from "./paths";
import { can, type Permission } from "./permissions";
import { isProblem } from "./problem";
import { currentUser, type SignedIn } from "./session.server";

export type { WorkspaceScope };

/** "There is nothing here": for what does not exist and for what this reader may not see, alike. */
export const notFound = (): Response => new Response(null, { status: 404, statusText: "Not Found" });

/** For `catch`: a problem that says "not there" becomes the page for that; anything else goes on. */
export const orNotFound = (error: unknown): never => {
  throw isProblem(error) && error.status === 404 ? notFound() : error;
};

/** The signed-in reader; who is not signed in is sent to sign in and comes back here. */
export async function requireUser(request: Request): Promise<SignedIn> {
  const user = await currentUser(request);
  if (user) return user;
  const { pathname, search } = new URL(request.url);
  const here = request.method === "GET" ? pathname.replace(/\.data$/u, "") + search : paths.workspaces();
  throw redirect(paths.login(here));
}

/**
 * The scope of the workspace the address names, for a reader who may do `permission` there.
 * @throws a redirect to the sign-in page, or 404 when there is no such workspace for this reader or the role may not.
 */
export async function requireScope(
  request: Request,
  params: Readonly<Record<string, string | undefined>>,
  permission: Permission,
): Promise<WorkspaceScope> {
  const user = await requireUser(request);
  const scope = await findWorkspaceScope(await getDb(), user.id, params["workspace"] ?? "");
  if (!scope || !can(scope.role, permission)) throw notFound();
  return scope;
}
