import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DangerLink } from "../components/danger-link";
import { Empty } from "../components/empty";
import { FindingForm } from "../components/finding-form";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { findingChoices, permissionToRecord, readFindingForm } from "../lib/finding-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { recordFinding } from "../services/findings/record-finding.server";
import { namedSupplier } from "../services/findings/supplier-name.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "finding:read");
  const choices = findingChoices(scope);
  const supplierId = new URL(request.url).searchParams.get("supplier") ?? "";
  const supplier = supplierId ? await namedSupplier(await getDb(), scope, supplierId).catch(orNotFound) : null;
  return {
    title: pageTitle(request, "findings.new.title"),
    workspace: scope.workspaceSlug,
    supplier,
    today: dayOf(new Date()),
    choices,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const scope = await requireScope(request, params, permissionToRecord(form));
  const supplierId = new URL(request.url).searchParams.get("supplier") ?? "";
  const given = readFindingForm(form, supplierId);
  if (!given) throw new Response(null, { status: 400 });
  const values = Object.fromEntries([...form].filter(([name]) => name !== "indicator"));
  try {
    const id = await recordFinding(await getDb(), scope, given, new Date());
    throw redirect(paths.finding(scope.workspaceSlug, id), telling(context, "finding-recorded"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    return data({ problem, values, indicators: given.indicators }, { status: error.status });
  }
}

/** What was found, who says so, and what does it mean to write it down? */
export default function NewFinding() {
  const { t } = useTranslation();
  const { workspace, supplier, today, choices } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (!supplier)
    return (
      <>
        <PageHead title={t("findings.new.title")} />
        <Empty title={t("findings.new.choose")} to={paths.suppliers(workspace)} action={t("findings.new.toSuppliers")}>
          {t("findings.new.chooseNote")}
        </Empty>
      </>
    );
  return (
    <>
      <PageHead
        above={<Link to={paths.supplier(workspace, supplier.id)}>{t("findings.page.back")}</Link>}
        title={t("findings.new.title")}
        lead={t("findings.new.lead", { supplier: supplier.name ?? supplier.id })}
      />
      <div className="max-w-[60rem] space-y-4">
        {returned && <Refused>{returned.problem}</Refused>}
        <DangerLink workspace={workspace} supplierId={supplier.id} />
        {choices.openSources.length + choices.protectedSources.length === 0 ? (
          <Notice kind="note">{t("findings.new.notYou")}</Notice>
        ) : (
          <FindingForm
            values={returned?.values ?? {}}
            indicatorsChosen={returned?.indicators ?? []}
            today={today}
            {...choices}
          />
        )}
      </div>
    </>
  );
}
