import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormName, SentForm, TextInput } from "../components/check-fields";
import { AddContract, AddFloor, AddOrders, AddPayments, AddTraining } from "../components/demand-add";
import { DemandMeasures } from "../components/demand-measures";
import { Practices, ToldBuying } from "../components/demand-told";
import { Notice } from "../components/notice";
import { PageHead, Section } from "../components/page";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { DemandIntent, LISTED, noteForm } from "../lib/demand-form.server";
import { askedPeriod, demandPage } from "../lib/demand-page.server";
import { valuesOf } from "../lib/lot-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "contract:read");
  const now = new Date();
  const today = dayOf(now);
  const day = pastDayOf(request, today);
  const period = askedPeriod(new URL(request.url).searchParams, now, day);
  return {
    title: pageTitle(request, "demand.title"),
    page: await demandPage(await getDb(), scope, period, now, day),
    day,
    today,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "contract:write");
  const form = await request.formData();
  const intent = DemandIntent.safeParse(form.get("intent"));
  if (!intent.success) throw new Response(null, { status: 400 });
  const query = new URL(request.url).searchParams.toString();
  try {
    const id = await noteForm(await getDb(), scope, intent.data, form, new Date());
    const isListed = LISTED.includes(intent.data);
    throw redirect(paths.demand(scope.workspaceSlug, query, isListed ? `entry-${id}` : "measures"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    return data({ problem, sent: intent.data, values: valuesOf(form) }, { status: error.status });
  }
}

/** Which of our own ways of buying feeds the demand, and what do we change first? */
export default function Demand() {
  const { t } = useTranslation();
  const { page, day, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const sameDay = useSameDay();
  const { workspace, period, canWrite, contracts } = page;
  return (
    <>
      <PageHead
        above={page.canReport ? <Link to={sameDay(paths.reports(workspace))}>{t("demand.toReports")}</Link> : null}
        title={t("demand.title")}
        lead={t("demand.lead")}
      />
      <PastDay day={day}>{t("pastDuties.demand.period")}</PastDay>
      <SentForm.Provider value={{ sent: sent?.sent ?? null, values: sent?.values ?? {} }}>
        <div className="space-y-5">
          {sent && <Notice kind="problem">{sent.problem}</Notice>}
          <Form key={`${period.from} ${period.to}`} method="get" className="no-print flex flex-wrap items-end gap-3">
            {day !== null && <input type="hidden" name="on" value={day} />}
            <TextInput name="from" label={t("demand.periodFrom")} type="date" value={period.from} />
            <TextInput name="to" label={t("demand.periodTo")} type="date" value={period.to} />
            <button className="button">{t("demand.periodShow")}</button>
          </Form>
          <DemandMeasures page={page} />
          {page.practices && <Practices practices={page.practices} />}
          {canWrite && (
            <Section id="add" title={t("demand.add.title")} note={t("demand.add.note")}>
              <div className="space-y-2">
                <FormName.Provider value="contract">
                  <AddContract workspace={workspace} contracts={contracts} isOpen={sent?.sent === "contract"} />
                </FormName.Provider>
                <FormName.Provider value="floor">
                  <AddFloor
                    contracts={contracts}
                    today={today}
                    currencies={page.currencies}
                    isOpen={sent?.sent === "floor"}
                  />
                </FormName.Provider>
                <FormName.Provider value="orders">
                  <AddOrders contracts={contracts} isOpen={sent?.sent === "orders"} />
                </FormName.Provider>
                <FormName.Provider value="payments">
                  <AddPayments isOpen={sent?.sent === "payments"} />
                </FormName.Provider>
                <FormName.Provider value="training">
                  <AddTraining isOpen={sent?.sent === "training"} />
                </FormName.Provider>
              </div>
            </Section>
          )}
          <ToldBuying told={page.told} canWrite={canWrite} />
          <PastDayForm today={today} day={day} />
        </div>
      </SentForm.Provider>
    </>
  );
}
