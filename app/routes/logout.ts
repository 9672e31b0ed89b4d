import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { paths } from "../lib/paths";
import { endSession, endedCookie } from "../lib/session.server";

/** An address typed by hand changes nothing. */
export const loader = () => redirect(paths.home());

export async function action({ request, context }: ActionFunctionArgs) {
  await endSession(request);
  return redirect(paths.home(), { headers: { "Set-Cookie": endedCookie(context.secure) } });
}
