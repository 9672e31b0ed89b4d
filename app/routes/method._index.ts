import { redirect } from "@remix-run/node";
import { versionShown } from "../lib/method.server";
import { paths } from "../lib/paths";

/** The model in force. */
export const loader = () => redirect(paths.method(versionShown()));
