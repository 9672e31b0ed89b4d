import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MatchCompare } from "../components/match-compare";
import { ConfirmMatch, DecideMatch, ReopenMatch } from "../components/match-decide";
import { MatchHistory } from "../components/match-history";
import { MatchPast } from "../components/match-past";
import { MatchPlace } from "../components/match-place";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { PastDay, PastDayForm } from "../components/trail-day";
import { causeTextKey, matchStateKey } from "../i18n/screening-keys";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { changeMatch, MatchForm } from "../lib/match-form.server";
import { notThen, orNotThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { dayOf } from "../services/scoring/assessor.server";
import { matchPageThen } from "../services/screening/matches-then.server";
import { matchPage, nextOpen } from "../services/screening/matches-view.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "match:read");
  const [db, id, now] = [await getDb(), params["matchId"] ?? "", new Date()];
  const today = dayOf(now);
  const day = pastDayOf(request, today);
  const page = await matchPage(db, scope, id, now).catch(orNotFound);
  const shared = {
    title: pageTitle(request, { subject: page.candidate.supplier.name }),
    workspace: scope.workspaceSlug,
    today,
  };
  if (day === null) return { ...shared, canDecide: can(scope.role, "match:decide"), page, past: null };
  const address = paths.match(scope.workspaceSlug, id);
  const past = await matchPageThen(db, scope, id, day).catch(orNotThen(address, day));
  return { ...shared, day, past: past === "untold" ? notThen(address, day, true) : past };
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
  const loaded = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (loaded.past) return <MatchPast {...loaded} />;
  const { workspace, canDecide, page, today } = loaded;
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
      <PastDay day={null} />
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
        <PastDayForm today={today} day={null} />
        {canDecide && ["match", "not-match", "cannot-tell"].includes(state) && <ReopenMatch {...form} />}
      </div>
    </>
  );
}
