import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findCategory } from "../../db/queries/categories";
import { CategoryInput } from "../categories/category";
import { SentForm } from "../components/check-fields";
import { LotForm } from "../components/check-lot-form";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { CURRENCY_CODES } from "../imports/currencies";
import { lotOfForm, valuesOf } from "../lib/lot-form.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { openLot } from "../services/checks/open-lot.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "vendor-check:write");
  const categoryId = new URL(request.url).searchParams.get("category") ?? "";
  const category = categoryId === "" ? null : await findCategory(await getDb(), scope, categoryId);
  const stated = category && CategoryInput.parse(category.input);
  return {
    workspace: scope.workspaceSlug,
    title: pageTitle(request, "checks.lot.new"),
    currencies: CURRENCY_CODES,
    categoryId,
    category: category && { title: category.title, number: category.number },
    /** What the person stated when the category was filed; nothing else is proposed. */
    start: stated && { subject: category.title, cpv: stated.codes[0]?.slice(0, 8) ?? "", regime: stated.regime },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "vendor-check:write");
  const form = await request.formData();
  try {
    const id = await openLot(await getDb(), scope, lotOfForm(form), new Date());
    throw redirect(paths.lot(scope.workspaceSlug, id));
  } catch (error) {
    if (!isProblem(error)) throw error;
    const problem = problemSentence(requestI18n(request), error);
    return data({ problem, values: valuesOf(form) }, { status: error.status });
  }
}

/** Which lot, and under which law? */
export default function NewLot() {
  const { t } = useTranslation();
  const { workspace, currencies, categoryId, category, start } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Link to={paths.tenders(workspace)}>{t("tenders.nav")}</Link>}
        title={t("checks.lot.new")}
        lead={t("checks.lot.lead")}
      />
      <SentForm.Provider value={{ sent: sent ? "open-lot" : null, values: sent?.values ?? {} }}>
        <div className="space-y-5">
          {sent && <Refused>{sent.problem}</Refused>}
          {category && (
            <Notice kind="note">
              {t("checks.lot.fromCategory")}{" "}
              <Link to={paths.category(workspace, categoryId)}>
                {t("category.record.title", { number: String(category.number) })}
              </Link>
            </Notice>
          )}
          <LotForm currencies={currencies} categoryId={categoryId} start={start} />
        </div>
      </SentForm.Provider>
    </>
  );
}
