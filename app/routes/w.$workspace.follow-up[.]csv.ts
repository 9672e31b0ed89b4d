import type { LoaderFunctionArgs } from "@remix-run/node";
import { followUpFile } from "../lib/follow-up-file.server";

/** A tab of the follow-up with its filters, as a file. */
export const loader = ({ request, params }: LoaderFunctionArgs) => followUpFile(request, params, "csv");
