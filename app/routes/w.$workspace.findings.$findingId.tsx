import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DangerLink, HoldNotice } from "../components/danger-link";
import { EvidenceList } from "../components/evidence-list";
import { FindingActions } from "../components/finding-actions";
import { FindingFacts, FindingHistory } from "../components/finding-facts";
import { FindingMore, FindingReply, FindingSettle } from "../components/finding-settle";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { RecordTrail } from "../components/record-trail";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { findingStatusKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { actionsOfFinding } from "../lib/finding-actions.server";
import { changeFindingBy, FindingPageForm, permissionToChange } from "../lib/finding-form.server";
import { findingPage } from "../lib/finding-page.server";
import { notThen } from "../lib/not-then.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { findingFor } from "../services/findings/findings-view.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "finding:read");
  const [db, id, now] = [await getDb(), params["findingId"] ?? "", new Date()];
  const day = pastDayOf(request, dayOf(now));
  const page = await findingPage(db, scope, id, now, day).catch(async (error: unknown) => {
    if (day !== null) await findingFor(db, scope, id).then(() => notThen(paths.finding(scope.workspaceSlug, id), day, false), orNotFound); // prettier-ignore
    return orNotFound(error);
  });
  const { supplier, isProtected } = page;
  return {
    title: pageTitle(request, { subject: page.supplier.name ?? page.supplier.id }),
    workspace: scope.workspaceSlug,
    day,
    today: dayOf(now),
    page,
    done: day === null && !isProtected ? await actionsOfFinding(db, scope, { id, supplierNo: supplier.no }) : null,
    isSame: new URL(request.url).searchParams.get("document") === "same",
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const values = { ...Object.fromEntries(form), signs: form.getAll("signs").map(String) };
  const parsed = FindingPageForm.safeParse(values);
  if (!parsed.success) throw new Response(null, { status: 400 });
  const scope = await requireScope(request, params, permissionToChange(parsed.data));
  try {
    const id = await changeFindingBy(await getDb(), scope, params["findingId"] ?? "", parsed.data, new Date());
    throw redirect(paths.finding(scope.workspaceSlug, id), telling(context, "finding-changed"));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data({ problem: problemSentence(requestI18n(request), error), values }, { status: error.status });
  }
}

/** What is known of it, was the supplier heard, and what do two people of us say it is? */
export default function Finding() {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { workspace, page, done, isSame, day, today } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const values = returned?.values ?? {};
  const { supplier, undone } = page;
  const status = undone ? t("findings.status.takenBack") : t(findingStatusKey[page.status]);
  const doneAbout = done && (
    <FindingActions
      workspace={workspace}
      supplierId={supplier.id}
      findingId={page.id}
      view={done}
      isOpen={undone === null}
    />
  );
  return (
    <>
      <PageHead
        above={<Link to={sameDay(paths.supplier(workspace, supplier.id))}>{t("findings.page.back")}</Link>}
        title={
          <>
            {t("findings.page.title")} <bdi className="break-words">{supplier.name ?? supplier.id}</bdi>
          </>
        }
        lead={
          <>
            <strong className="inline-block text-ink first-letter:uppercase">{status}</strong>
            {!page.isProtected && page.holdsFloor !== null && (
              <> · {t(page.holdsFloor ? "findings.page.floor" : "findings.page.noScore")}</>
            )}
          </>
        }
      />
      <PastDay day={day}>{!page.isProtected && t("trail.on.noScore")}</PastDay>
      <div className="space-y-4">
        {returned && <Refused>{returned.problem}</Refused>}
        {isSame && !returned && <Notice kind="note">{t("evidence.same")}</Notice>}
        {page.heldSince && <HoldNotice workspace={workspace} supplierId={supplier.id} since={page.heldSince} />}
        {!page.heldSince && page.may.danger && <DangerLink workspace={workspace} supplierId={supplier.id} />}
        {page.isProtected && (
          <Notice kind="note">
            {t("findings.page.protected")}
            {page.releasedAs && (
              <>
                {" "}
                <Link to={sameDay(paths.finding(workspace, page.releasedAs))}>{t("findings.page.released")}</Link>
              </>
            )}
          </Notice>
        )}
        {undone && (
          <Notice kind="note">
            {t("findings.page.undone", { day: format.minute(undone.at), reason: undone.reason })}
          </Notice>
        )}
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="space-y-4">
            <FindingFacts page={page} />
            <EvidenceList
              workspace={workspace}
              documents={page.documents}
              add={
                page.may.document
                  ? paths.newEvidence(
                      workspace,
                      supplier.id,
                      `finding=${page.id}${page.isProtected ? "&held=yes" : ""}`,
                    )
                  : null
              }
            />
            <FindingHistory page={page} />
          </div>
          <div className="space-y-4">
            <FindingReply page={page} values={values} />
            {page.status === "substantiated" && doneAbout}
            <FindingSettle page={page} values={values} />
            {page.status !== "substantiated" && doneAbout}
            <FindingMore page={page} values={values} />
          </div>
        </div>
        {!page.isProtected && <RecordTrail kind="finding" id={page.id} />}
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
