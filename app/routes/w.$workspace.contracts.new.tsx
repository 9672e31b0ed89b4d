import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SentForm } from "../components/check-fields";
import { ContractForm } from "../components/contract-form";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { valuesOf } from "../lib/lot-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { checkRecord } from "../services/checks/check-record.server";
import { recordContract } from "../services/contracts/record-contract.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "contract:write");
  const checkId = new URL(request.url).searchParams.get("check") ?? "";
  const found = checkId === "" ? null : await checkRecord(await getDb(), scope, checkId).catch(orNotFound);
  return {
    title: pageTitle(request, "contracts.new"),
    start: {
      checkId,
      contractor: found?.bidder.name ?? "",
      reference: found?.lot.reference ?? "",
      title: found?.lot.name ?? "",
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "contract:write");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const given = {
    reference: text("reference"),
    title: text("title"),
    contractor: text("contractor"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    checkId: text("checkId"),
  };
  try {
    const id = await recordContract(await getDb(), scope, given, new Date());
    throw redirect(paths.contract(scope.workspaceSlug, id));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    return data({ problem, values: valuesOf(form) }, { status: error.status });
  }
}

/** Which contract came of the procedure? */
export default function NewContract() {
  const { t } = useTranslation();
  const { start } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("contracts.new")} lead={t("contracts.lead")} />
      <SentForm.Provider value={{ sent: sent ? "record" : null, values: sent?.values ?? {} }}>
        <div className="space-y-5">
          {sent && <Refused>{sent.problem}</Refused>}
          <ContractForm start={start} />
        </div>
      </SentForm.Provider>
    </>
  );
}
