import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { paths } from "../lib/paths";
import { orNotFound, requireScope } from "../lib/scope.server";
import { requireJudgement } from "../services/commitments/judgement-record.server";

/** A judgement stands on the page of its row. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "commitment:read");
  const id = params["judgementId"] ?? "";
  const { commitmentId } = await requireJudgement(await getDb(), scope, id).catch(orNotFound);
  return redirect(paths.commitment(scope.workspaceSlug, commitmentId, "", "judgement"));
}
