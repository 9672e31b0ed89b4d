import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { onDay, paths } from "../lib/paths";
import { orNotFound, requireScope } from "../lib/scope.server";
import { requireJudgement } from "../services/commitments/judgement-record.server";
import { dayOf } from "../services/scoring/assessor.server";

/** A judgement stands on the page of its row, of the same day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "commitment:read");
  const id = params["judgementId"] ?? "";
  const { commitmentId } = await requireJudgement(await getDb(), scope, id).catch(orNotFound);
  const to = paths.commitment(scope.workspaceSlug, commitmentId, "", "judgement");
  const day = pastDayOf(request, dayOf(new Date()));
  return redirect(day === null ? to : onDay(to, day));
}
