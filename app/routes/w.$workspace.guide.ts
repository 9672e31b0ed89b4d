import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { paths } from "../lib/paths";
import { requireScope } from "../lib/scope.server";
import { hideGuide } from "../services/preferences/hide-guide.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  return redirect(paths.workspace(scope.workspaceSlug));
}

/** Puts the guide of the first steps away, or brings it back. Whoever may see the workspace has their own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const form = await request.formData();
  await hideGuide(await getDb(), scope, form.get("guide") === "hide", new Date());
  return redirect(paths.workspace(scope.workspaceSlug));
}
