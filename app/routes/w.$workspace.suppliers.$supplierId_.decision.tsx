import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { numbersOf } from "../../db/queries/merges";
import { DecisionsOnDay } from "../components/decision-day";
import { PageHead, Section } from "../components/page";
import { DecisionFields, DecisionRecord, WaitingDecision } from "../components/remedy-decision";
import { FormTrouble, RemedyFormContext } from "../components/remedy-fields";
import { PastDayForm } from "../components/trail-day";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { createLedgerSentence } from "../i18n/ledger-sentence";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { decisionView } from "../lib/decision-page.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { readDecisionForm, typedIn } from "../lib/remedy-form.server";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { supplierDay } from "../lib/supplier-day.server";
import { decisionDay } from "../lib/supplier-day-pages.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { addMonths } from "../remedy/days";
import { answerProposal } from "../services/remedy/answer-proposal.server";
import { decideSupplier } from "../services/remedy/decide-supplier.server";
import { decisionLines } from "../services/remedy/follow-up-view.server";
import { dueTo } from "../services/remedy/ledgers.server";
import { followUpMembers, supplierOf } from "../services/remedy/shared.server";
import { isAloneWith } from "../services/accounts/alone.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

/** Months to the review that is proposed. */
const REVIEW_MONTHS = 6;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "action:read");
  const db = await getDb();
  const shared = { title: pageTitle(request, "remedy.decide.title"), workspace: scope.workspaceSlug };
  const id = params["supplierId"] ?? "";
  const then = await supplierDay(request, db, scope, id, (to) => paths.supplierDecision(scope.workspaceSlug, to));
  if (then) return { ...shared, id, past: await decisionDay(db, scope, then) };
  const supplier = await supplierOf(db, scope, id).catch(orNotFound);
  const nos = await numbersOf(db, scope, supplier.supplierNo);
  const today = dayOf(new Date());
  const [lines, due, members, alone] = await Promise.all([
    decisionLines(db, scope, nos),
    can(scope.role, "repayment:read") ? dueTo(db, scope, nos, today) : [],
    followUpMembers(db, scope),
    isAloneWith(db, scope, "action:verify"),
  ]);
  const waiting = lines.find(({ state }) => state === "proposed");
  return {
    ...shared,
    past: null,
    supplier: { id: supplier.supplierId, name: supplier.supplierName },
    decisions: lines.map(decisionView),
    waiting: waiting ? decisionView(waiting) : null,
    isMine: waiting?.proposedBy === scope.userId && !alone,
    members,
    canWrite: can(scope.role, "action:write"),
    today,
    values: {
      ownerId: scope.userId,
      decidedOn: today,
      nextReviewOn: addMonths(today, REVIEW_MONTHS),
      wagesDue: createLedgerSentence(requestI18n(request), requestLanguage(request))(due),
    } as Record<string, string>,
  };
}

const Answered = z.object({
  intent: z.enum(["confirm", "refuse"]),
  decisionId: z.string().max(40),
  refuseReason: z.string().default(""),
});

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const answered = Answered.safeParse(Object.fromEntries(form));
  const scope = await requireScope(request, params, answered.success ? "action:verify" : "action:write");
  const [db, supplierId, now] = [await getDb(), params["supplierId"] ?? "", new Date()];
  const values = typedIn(form);
  try {
    if (answered.success) {
      const { intent: answer, decisionId, refuseReason: reason } = answered.data;
      await answerProposal(db, scope, { decisionId, answer, reason }, now);
    } else {
      const { facts, faults } = readDecisionForm(form);
      if (facts === null) return data({ faults, values, problem: null }, { status: 422 });
      await decideSupplier(db, scope, { supplierId, facts }, now);
    }
    throw redirect(
      paths.supplierDecision(scope.workspaceSlug, supplierId),
      telling(context, answered.success ? "supplier-answered" : "supplier-decided"),
    );
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data(
      { faults: {}, values, problem: problemSentence(requestI18n(request), error) },
      { status: error.status },
    );
  }
}

/** Do I go on buying here, on which terms, and what does it do to the workers if not? */
export default function SupplierDecisionPage() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (loaded.past) return <DecisionsOnDay {...loaded} />;
  const { workspace, supplier, decisions, waiting, canWrite } = loaded;
  const inForce = decisions.find(({ state }) => state === "in-force");
  const others = decisions.filter(({ id }) => id !== inForce?.id);
  return (
    <RemedyFormContext.Provider value={{ values: { ...loaded.values, ...sent?.values }, faults: sent?.faults ?? {} }}>
      <PageHead
        above={<Link to={paths.supplier(workspace, supplier.id)}>{supplier.name}</Link>}
        title={t("remedy.decide.title")}
        lead={t("remedy.decide.lead")}
      />
      <div className="max-w-4xl space-y-4">
        <FormTrouble problem={sent?.problem ?? null} />
        {waiting && <WaitingDecision decision={waiting} isMine={loaded.isMine} canAnswer={canWrite} />}
        {inForce && (
          <Section id="current" title={t("remedy.decide.current")}>
            <DecisionRecord decision={inForce} />
          </Section>
        )}
        {canWrite && (
          <Form key={decisions.length} method="post" className="card space-y-5 p-4 sm:p-5">
            {decisions.length > 0 && <h2>{t("remedy.decide.anew")}</h2>}
            <DecisionFields members={loaded.members} today={loaded.today} />
            <button className="button" data-kind={waiting ? undefined : "primary"}>
              {t("remedy.decide.save")}
            </button>
          </Form>
        )}
        {(others.length > 0 || !inForce) && (
          <Section id="decisions" title={t(inForce ? "remedy.decide.others" : "remedy.decide.past")}>
            {decisions.length === 0 && <p className="text-soft">{t("remedy.decide.none")}</p>}
            <ol className="space-y-5">
              {others.map((decision) => (
                <li key={decision.id} className="border-b border-line pb-4 last:border-0 last:pb-0">
                  <DecisionRecord decision={decision} />
                </li>
              ))}
            </ol>
          </Section>
        )}
        <PastDayForm today={loaded.today} day={null} />
      </div>
    </RemedyFormContext.Provider>
  );
}
