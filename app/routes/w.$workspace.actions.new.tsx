import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHead } from "../components/page";
import { ActionFields } from "../components/remedy-action-form";
import { Choice, FormTrouble, RemedyFormContext } from "../components/remedy-fields";
import { useFormat } from "../i18n/format";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { findingsToActOn } from "../lib/finding-actions.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { readActionForm, typedIn } from "../lib/remedy-form.server";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { recordAction } from "../services/remedy/record-action.server";
import { followUpMembers, supplierOf } from "../services/remedy/shared.server";
import { addDays } from "../remedy/days";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

/** Days to the day that is proposed for an action. */
const PROPOSED_DAYS = 60;

const asked = (request: Request) => {
  const { searchParams } = new URL(request.url);
  return { supplierId: searchParams.get("supplier") ?? "", findingId: searchParams.get("finding") || null };
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "action:write");
  const db = await getDb();
  const { supplierId, findingId } = asked(request);
  const supplier = await supplierOf(db, scope, supplierId).catch(orNotFound);
  const findings = await findingsToActOn(db, scope, supplier.supplierNo);
  const finding = findings.find(({ id }) => id === findingId);
  if (findingId !== null && !finding) throw notFound();
  const today = dayOf(new Date());
  return {
    title: pageTitle(request, "remedy.action.new"),
    workspace: scope.workspaceSlug,
    supplier: { id: supplier.supplierId, name: supplier.supplierName },
    findings,
    members: await followUpMembers(db, scope),
    values: {
      findingId: findingId ?? "",
      ownerId: scope.userId,
      startOn: today,
      dueOn: addDays(today, PROPOSED_DAYS),
      severity: finding?.severity ?? "unknown",
      involvement: "unknown",
      costBorneBy: "unknown",
    } as Record<string, string>,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "action:write");
  const form = await request.formData();
  const { facts, faults } = readActionForm(form);
  const values = typedIn(form);
  if (facts === null) return data({ faults, values, problem: null }, { status: 422 });
  try {
    const { supplierId, findingId } = asked(request);
    const about = { supplierId, findingId: (values["findingId"] ?? findingId) || null };
    const id = await recordAction(await getDb(), scope, { ...about, facts }, new Date());
    throw redirect(paths.action(scope.workspaceSlug, id), telling(context, "action-recorded"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data(
      { faults: {}, values, problem: problemSentence(requestI18n(request), error) },
      { status: error.status },
    );
  }
}

/** Letters of a finding that a line of a choice has room for. */
const MOST_LETTERS = 90;
const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS).trimEnd()}…` : text;

/** What is to be done about this harm, by whom, by when, and what is our part in it? */
export default function NewAction() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, supplier, findings, members, values } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <RemedyFormContext.Provider value={{ values: sent?.values ?? values, faults: sent?.faults ?? {} }}>
      <PageHead
        above={<Link to={paths.supplier(workspace, supplier.id)}>{supplier.name}</Link>}
        title={t("remedy.action.new")}
        lead={t("remedy.action.lead")}
      />
      <Form method="post" className="card max-w-4xl space-y-5 p-4 sm:p-5">
        <FormTrouble problem={sent?.problem ?? null} />
        {findings.length > 0 && (
          <Choice
            name="findingId"
            label={t("remedy.action.onFinding")}
            hint={t("remedy.action.whyFinding")}
            options={findings.map(({ id, summary, foundOn }) => [id, `${format.day(foundOn)}: ${shortened(summary)}`])}
            blank={t("remedy.action.noFinding")}
          />
        )}
        <ActionFields members={members} />
        <button className="button" data-kind="primary">
          {t("remedy.save")}
        </button>
      </Form>
    </RemedyFormContext.Provider>
  );
}
