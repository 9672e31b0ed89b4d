import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { paths, safeNext } from "../lib/paths";
import { isTheme } from "../lib/theme";
import { requestTheme, themeCookie } from "../lib/theme.server";

export const loader = () => redirect(paths.home());

/** Keeps light or dark for this browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const wanted = form.get("theme");
  const theme = isTheme(wanted) ? wanted : requestTheme(request);
  return redirect(safeNext(form.get("next"), paths.home()), {
    headers: { "Set-Cookie": themeCookie(theme, context.secure) },
  });
}
