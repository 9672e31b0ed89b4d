import type { LoaderFunctionArgs } from "@remix-run/node";
import { followUpFile } from "../lib/follow-up-file.server";
import { followUpAsked, permissionFor } from "../lib/follow-up-query";
import { requireScope } from "../lib/scope.server";

/** A tab of the follow-up with its filters, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = followUpAsked(new URL(request.url).searchParams);
  return followUpFile(request, await requireScope(request, params, permissionFor(asked)), asked, "csv");
}
