import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Materials } from "../components/materials";
import { MaterialsOnDay } from "../components/materials-day";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { PastDayForm } from "../components/trail-day";
import { countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { actOnMaterial, MaterialForm, materialsView } from "../lib/materials-page.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { supplierDay } from "../lib/supplier-day.server";
import { materialsDay } from "../lib/supplier-day-pages.server";
import { titleMeta } from "../lib/title";
import { notWhenTried } from "../lib/tried-only";
import { recruitmentView } from "../services/readings/recruitment-view.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const db = await getDb();
  const id = params["supplierId"] ?? "";
  const then = await supplierDay(request, db, scope, id, (to) => paths.materials(scope.workspaceSlug, to));
  if (then) {
    const past = await materialsDay(db, scope, then);
    return {
      title: pageTitle(request, { subject: then.name }),
      workspace: scope.workspaceSlug,
      id,
      past,
      countryNames: countryNames(requestLanguage(request), past.view?.countries ?? []),
    };
  }
  const { told, outside, readings } = await recruitmentView(db, scope, id).catch(orNotFound);
  const view = materialsView(outside.facts, readings, told.engine.model);
  if (!view) throw notFound();
  return {
    title: pageTitle(request, { subject: told.line.name }),
    past: null,
    workspace: scope.workspaceSlug,
    id: told.line.id,
    name: told.line.name,
    today: dayOf(new Date()),
    canWrite: can(scope.role, "supplier:write"),
    view,
    countryNames: countryNames(requestLanguage(request), view.countries),
  };
}

export const shouldRevalidate = notWhenTried;

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:write");
  const form = await request.formData();
  const parsed = MaterialForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const id = params["supplierId"] ?? "";
  try {
    const done = await actOnMaterial(await getDb(), scope, id, parsed.data, form, new Date());
    if ("batch" in done) throw redirect(paths.supplierMaterials(scope.workspaceSlug, id, done.batch));
    return data({ ...done, problem: null }, { status: Object.keys(done.faults).length > 0 ? 422 : 200 });
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data(
      { good: null, tried: null, faults: {}, values: {}, problem: problemSentence(requestI18n(request), error) },
      { status: error.status },
    );
  }
}

/** What a supplier's product is made of, on a page of its own: where an answer comes back that could not be kept as it is. */
export default function SupplierMaterials() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (loaded.past)
    return (
      <CountryNames.Provider value={loaded.countryNames}>
        <MaterialsOnDay {...loaded} />
      </CountryNames.Provider>
    );
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={<Link to={paths.supplier(loaded.workspace, loaded.id)}>{t("materials.back")}</Link>}
        title={<bdi className="break-words">{loaded.name}</bdi>}
      />
      {sent?.problem && (
        <div className="mb-4">
          <Notice kind="problem">{sent.problem}</Notice>
        </div>
      )}
      <Materials {...loaded} sent={sent && sent.good !== null ? sent : null} />
      <div className="mt-4">
        <PastDayForm today={loaded.today} day={null} />
      </div>
    </CountryNames.Provider>
  );
}
