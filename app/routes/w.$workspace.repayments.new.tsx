import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHead } from "../components/page";
import { FormTrouble, RemedyFormContext } from "../components/remedy-fields";
import { GroupFields } from "../components/remedy-group-form";
import { countriesIn } from "../i18n/countries.server";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { CURRENCY_CODES } from "../imports/currencies";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { readGroupForm, typedIn } from "../lib/remedy-form.server";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { proposedDeadline } from "../remedy/days";
import type { GroupFacts } from "../services/remedy/group-record.server";
import { recordGroup } from "../services/remedy/record-group.server";
import { supplierOf } from "../services/remedy/shared.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

const asked = (request: Request) => {
  const { searchParams } = new URL(request.url);
  return { supplierId: searchParams.get("supplier") ?? "", actionId: searchParams.get("action") || null };
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "repayment:write");
  const supplier = await supplierOf(await getDb(), scope, asked(request).supplierId).catch(orNotFound);
  return {
    title: pageTitle(request, "remedy.repayment.new"),
    workspace: scope.workspaceSlug,
    supplier: { id: supplier.supplierId, name: supplier.supplierName },
    countries: countriesIn(requestLanguage(request)),
    currencies: CURRENCY_CODES,
    values: { dueOn: proposedDeadline(dayOf(new Date())), borneBy: "supplier", left: "0" } as Record<string, string>,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "repayment:write");
  const form = await request.formData();
  const now = new Date();
  const { facts, faults } = readGroupForm(form, assessorFor(dayOf(now)).resolver, false);
  const values = typedIn(form);
  if (facts === null) return data({ faults, values, problem: null }, { status: 422 });
  try {
    const told = { ...facts, left: facts.left ?? 0 } as GroupFacts;
    const id = await recordGroup(await getDb(), scope, { ...asked(request), facts: told }, now);
    throw redirect(paths.repayment(scope.workspaceSlug, id), telling(context, "repayment-recorded"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data(
      { faults: {}, values, problem: problemSentence(requestI18n(request), error) },
      { status: error.status },
    );
  }
}

/** Who paid for their job, by which corridor, and what are they owed? */
export default function NewRepayment() {
  const { t } = useTranslation();
  const { workspace, supplier, values, countries, currencies } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <RemedyFormContext.Provider value={{ values: sent?.values ?? values, faults: sent?.faults ?? {} }}>
      <PageHead
        above={<Link to={paths.supplier(workspace, supplier.id)}>{supplier.name}</Link>}
        title={t("remedy.repayment.new")}
      />
      <Form method="post" className="card max-w-4xl space-y-5 p-4 sm:p-5">
        <FormTrouble problem={sent?.problem ?? null} />
        <GroupFields countries={countries} currencies={currencies} />
        <button className="button" data-kind="primary">
          {t("remedy.save")}
        </button>
      </Form>
    </RemedyFormContext.Provider>
  );
}
