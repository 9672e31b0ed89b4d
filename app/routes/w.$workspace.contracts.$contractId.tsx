import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SentForm } from "../components/check-fields";
import { EndContract } from "../components/contract-end";
import { Changes, Reviews } from "../components/contract-reviews";
import { Terms } from "../components/contract-terms";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { RecordTrail } from "../components/record-trail";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { useFormat } from "../i18n/format";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { contractEntryOf, ContractIntent, contractPage } from "../lib/contract-page.server";
import { getDb } from "../lib/db.server";
import { valuesOf } from "../lib/lot-form.server";
import { orNotThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { noteContract } from "../services/contracts/note-contract.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "contract:read");
  const [db, id, now] = [await getDb(), params["contractId"] ?? "", new Date()];
  const day = pastDayOf(request, dayOf(now));
  const standing = await contractPage(db, scope, id, now).catch(orNotFound);
  const page = day === null ? standing : await contractPage(db, scope, id, now, day).catch(orNotThen(paths.contract(scope.workspaceSlug, id), day)); // prettier-ignore
  return { title: pageTitle(request, { subject: page.contract.title }), page, day, today: dayOf(now) };
}

const ANCHOR = { terms: "terms", review: "reviews", "review-done": "reviews", change: "changes", termination: "end" };

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "contract:write");
  const form = await request.formData();
  const intent = ContractIntent.safeParse(form.get("intent"));
  if (!intent.success) throw new Response(null, { status: 400 });
  const id = params["contractId"] ?? "";
  const now = new Date();
  try {
    await noteContract(await getDb(), scope, id, contractEntryOf(intent.data, form, now), now);
    throw redirect(`${paths.contract(scope.workspaceSlug, id)}#${ANCHOR[intent.data]}`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const problem = problemSentence(requestI18n(request), error);
    const review = intent.data === "review-done" ? ` ${String(form.get("review") ?? "")}` : "";
    return data({ problem, sent: `${intent.data}${review}`, values: valuesOf(form) }, { status: error.status });
  }
}

/** What was agreed for the workers, when do we look, and what has changed? */
export default function Contract() {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const page = { ...loaded.page, sent: sent?.sent ?? null };
  const { contract, workspace } = page;
  return (
    <>
      <PageHead
        above={
          <>
            <Link to={sameDay(paths.tenders(workspace))}>{t("tenders.nav")}</Link> · {contract.reference}
          </>
        }
        title={contract.title}
        lead={
          <>
            <bdi className="text-ink">{contract.contractor}</bdi>
            {t("common.separator")}
            {contract.endsOn === null
              ? t("contracts.from", { day: format.day(contract.startsOn) })
              : t("contracts.fromTo", { from: format.day(contract.startsOn), to: format.day(contract.endsOn) })}
            {contract.checkId && (
              <>
                {t("common.separator")}
                <Link to={sameDay(paths.check(workspace, contract.checkId))}>{t("contracts.toCheck")}</Link>
              </>
            )}
          </>
        }
      />
      <PastDay day={loaded.day} />
      <SentForm.Provider value={{ sent: page.sent, values: sent?.values ?? {} }}>
        <div className="space-y-5">
          {sent && <Refused>{sent.problem}</Refused>}
          <Terms page={page} />
          <Reviews page={page} />
          <Changes page={page} />
          <EndContract page={page} />
          <RecordTrail kind="contract" id={contract.id} />
          <PastDayForm today={loaded.today} day={loaded.day} />
        </div>
      </SentForm.Provider>
    </>
  );
}
