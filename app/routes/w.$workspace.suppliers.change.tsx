import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { PlanChange, SayWhat, WhoIsSelected } from "../components/supplier-change";
import { requestI18n, requestTranslator } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { changeSuppliers, permissionFor, SupplierForm } from "../lib/supplier-actions.server";
import { keptQuery } from "../lib/supplier-query";
import { selectionOf } from "../lib/supplier-query.server";
import { titleMeta } from "../lib/title";
import { planCard } from "../services/plan/plan-view.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { selectSuppliers } from "../services/suppliers/select-suppliers.server";

export const meta = titleMeta;

/** Names that are spelt out; the rest is counted. */
const NAMED = 12;

/** The table this selection was made in. */
const backTo = (workspace: string, search: URLSearchParams, did = ""): string => {
  const kept = new URLSearchParams(keptQuery(search, ["only", "every"]));
  if (did !== "") kept.set("did", did);
  return paths.suppliers(workspace, kept.toString());
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:write");
  const db = await getDb();
  const { searchParams } = new URL(request.url);
  const base = {
    title: pageTitle(request, "table.change.title"),
    workspace: scope.workspaceSlug,
    back: backTo(scope.workspaceSlug, searchParams),
  };
  try {
    const { lines } = await selectSuppliers(db, scope, await selectionOf(db, scope, searchParams));
    const plan = can(scope.role, "plan:write") ? await planCard(db, scope) : null;
    return {
      ...base,
      problem: null,
      count: lines.length,
      names: lines.slice(0, NAMED).map(({ id, name }) => ({ id, name })),
      plan: plan && plan.state,
    };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { ...base, problem: problemSentence(requestI18n(request), error), count: 0, names: [], plan: null };
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const entries = Object.fromEntries(await request.formData());
  const parsed = SupplierForm.safeParse(entries);
  if (!parsed.success || parsed.data.intent === "undo" || parsed.data.intent === "outcome")
    throw new Response(null, { status: 400 });
  const scope = await requireScope(request, params, permissionFor(parsed.data));
  const { searchParams } = new URL(request.url);
  const now = new Date();
  const refused = (problem: string, status: number) =>
    data(
      { problem, values: { words: String(entries["words"] ?? ""), reason: String(entries["reason"] ?? "") } },
      { status },
    );
  try {
    const { resolver } = assessorFor(dayOf(now));
    const db = await getDb();
    const selection = await selectionOf(db, scope, searchParams);
    const did = await changeSuppliers(db, scope, parsed.data, selection, resolver, now);
    if (did !== null && typeof did !== "string") {
      const t = requestTranslator(request);
      const key = did.unread === "sector" ? "understand.problem.sector" : "understand.problem.nothing";
      return refused(t(key, { text: did.text }), 422);
    }
    throw redirect(backTo(scope.workspaceSlug, searchParams, did ?? ""));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return refused(problemSentence(requestI18n(request), error), error.status);
  }
}

/** What do all of these have in common: what is bought, which role, or a place in the plan? One decision for all of them. */
export default function ChangeSuppliers() {
  const { t } = useTranslation();
  const { workspace, back, problem, count, names, plan } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Link to={back}>{t("table.change.back")}</Link>} title={t("table.change.title")} />
      <div className="space-y-5">
        {returned && <Notice kind="problem">{returned.problem}</Notice>}
        {problem !== null ? (
          <Notice kind="note">{problem}</Notice>
        ) : (
          <>
            <WhoIsSelected workspace={workspace} count={count} names={names} />
            <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
              <SayWhat words={returned?.values.words ?? ""} invalid={returned !== undefined} />
              {plan && <PlanChange workspace={workspace} state={plan} reason={returned?.values.reason ?? ""} />}
            </div>
          </>
        )}
      </div>
    </>
  );
}
