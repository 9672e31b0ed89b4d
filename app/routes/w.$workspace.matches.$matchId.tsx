import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MatchCompare } from "../components/match-compare";
import { ConfirmMatch, DecideMatch, ReopenMatch } from "../components/match-decide";
import { MatchHistory } from "../components/match-history";
import { MatchPlace } from "../components/match-place";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { causeTextKey, matchStateKey } from "../i18n/screening-keys";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { changeMatch, MatchForm } from "../lib/match-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { dayOf } from "../services/scoring/assessor.server";
import { matchPage, nextOpen } from "../services/screening/matches-view.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "match:read");
  const now = new Date();
  const page = await matchPage(await getDb(), scope, params["matchId"] ?? "", now).catch(orNotFound);
  return {
    title: pageTitle(request, { subject: page.candidate.supplier.name }),
    workspace: scope.workspaceSlug,
    canDecide: can(scope.role, "match:decide"),
    today: dayOf(now),
    page,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "match:decide");
  const values = Object.fromEntries(await request.formData());
  const parsed = MatchForm.safeParse(values);
  if (!parsed.success) throw new Response(null, { status: 400 });
  const db = await getDb();
  const id = params["matchId"] ?? "";
  const now = new Date();
  const { candidate } = await matchPage(db, scope, id, now).catch(orNotFound);
  try {
    await changeMatch(db, scope, id, parsed.data, now);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error), values }, { status: error.status });
  }
  if (parsed.data.intent !== "decide") throw redirect(paths.match(scope.workspaceSlug, id));
  const next = await nextOpen(db, scope, candidate);
  const told = telling(context, "match-decided", id);
  throw redirect(next ? paths.match(scope.workspaceSlug, next) : paths.matches(scope.workspaceSlug), told);
}

/** Is the supplier the listed firm? Both side by side, what speaks for and against it, and the decision. */
export default function Match() {
  const { t } = useTranslation();
  const { workspace, canDecide, page, today } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { candidate, supplierId } = page;
  const { entry, list, state, cause } = candidate;
  const form = { page, today, values: returned?.values ?? {} };
  return (
    <>
      <PageHead
        above={<Link to={paths.matches(workspace)}>{t("matches.back")}</Link>}
        title={<bdi className="break-words">{candidate.supplier.name}</bdi>}
        lead={
          <>
            <strong className="text-ink">{t(matchStateKey[state])}</strong> ·{" "}
            <Link to={paths.supplier(workspace, supplierId)}>{t("matches.toSupplier")}</Link>
          </>
        }
      />
      <MatchPlace workspace={workspace} page={page} />
      <div className="space-y-5">
        {returned && <Notice kind="problem">{returned.problem}</Notice>}
        {state === "open" && cause !== "found" && <Notice kind="note">{t(causeTextKey[cause])}</Notice>}
        <MatchCompare
          left={candidate.supplier}
          answer={candidate.answer}
          entry={entry}
          list={{ ...list, outOfDate: page.outOfDate }}
          isOpen={state === "open"}
        />
        {canDecide && state === "open" && <DecideMatch {...form} />}
        {canDecide && state === "proposed" && <ConfirmMatch {...form} />}
        <MatchHistory page={page} />
        <RecordTrail kind="match" id={candidate.id} />
        {canDecide && ["match", "not-match", "cannot-tell"].includes(state) && <ReopenMatch {...form} />}
      </div>
    </>
  );
}
