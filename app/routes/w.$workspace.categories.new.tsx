import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CategoryResult } from "../components/category-result";
import { CategoryTender } from "../components/category-tender";
import { CategoryWhat } from "../components/category-what";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { CountryNames } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { readCategory, readChoice } from "../lib/category-form.server";
import { newCategoryView, stateable } from "../lib/category-new.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { requireCategory } from "../services/categories/category-record.server";
import { fileCategory } from "../services/categories/file-category.server";
import { buyerProfile } from "../services/commitments/buyer.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "category:read");
  const db = await getDb();
  const profile = await buyerProfile(db, scope);
  const asked = readCategory(new URL(request.url).searchParams, profile?.country ?? null);
  const corrected = asked.corrects === null ? null : await requireCategory(db, scope, asked.corrects).catch(orNotFound);
  const today = dayOf(new Date());
  return {
    title: pageTitle(request, "category.newTitle"),
    workspace: scope.workspaceSlug,
    canWrite: can(scope.role, "category:write"),
    today,
    corrected: corrected && { number: corrected.number, version: corrected.version },
    before: corrected && {
      measures: corrected.chosen.measures.map(({ id }) => id as string),
      ownText: corrected.chosen.ownText,
    },
    ...newCategoryView(asked, requestLanguage(request), today),
  };
}

/** Files what the address states, with what was ticked below its result. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "category:write");
  const form = await request.formData();
  const choice = readChoice(form);
  const asked = readCategory(new URL(request.url).searchParams, null);
  try {
    const filed = await fileCategory(
      await getDb(),
      scope,
      {
        input: stateable(asked),
        measures: choice.measures,
        ownText: choice.ownText,
        corrects: asked.corrects === null ? null : { id: asked.corrects, reason: choice.reason },
      },
      new Date(),
    );
    throw redirect(`${paths.category(scope.workspaceSlug, filed.id)}?filed=1`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data({ problem: problemSentence(requestI18n(request), error), ...choice }, { status: error.status });
  }
}

/** What can go wrong in what we are about to buy, and what do we write into the tender? */
export default function NewCategory() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { workspace, result, measures, corrected, before, canWrite, today, what } = loaded;
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={<Link to={paths.tenders(workspace)}>{t("tenders.title")}</Link>}
        title={t("category.newTitle")}
        lead={t("category.newLead")}
      />
      <div className="space-y-5">
        {corrected && (
          <Notice kind="note">
            {t("category.tender.correcting", {
              number: String(corrected.number),
              version: String(corrected.version),
            })}
          </Notice>
        )}
        {result === null ? (
          <CategoryWhat {...what} />
        ) : (
          <>
            <details className="card p-4 sm:p-5">
              <summary className="font-semibold">
                {t("category.change")} <span className="font-normal text-soft">· {what.draft.title}</span>
              </summary>
              <div className="mt-4">
                <CategoryWhat {...what} />
              </div>
            </details>
            <CategoryResult view={result} />
            {canWrite ? (
              <Form method="post" id="tender">
                <CategoryTender
                  key={loaded.key}
                  measures={measures}
                  regime={result.regime}
                  today={today}
                  problem={sent?.problem ?? null}
                  chosen={sent?.measures ?? before?.measures ?? []}
                  ownText={sent?.ownText ?? before?.ownText ?? ""}
                  reason={corrected === null ? null : (sent?.reason ?? "")}
                />
              </Form>
            ) : (
              <Notice kind="note">{t("category.tender.readOnly")}</Notice>
            )}
          </>
        )}
      </div>
    </CountryNames.Provider>
  );
}
