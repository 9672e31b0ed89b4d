import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { paths, safeNext } from "../lib/paths";
import { requireUser } from "../lib/scope.server";
import { chooseShortcuts } from "../services/preferences/choose-shortcuts.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  return redirect(paths.workspaces());
}

/** Switches the shortcuts of single keys on or off for who is signed in. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await request.formData();
  await chooseShortcuts(await getDb(), user.id, form.get("shortcuts") === "on");
  return redirect(safeNext(form.get("next"), paths.workspaces()));
}
