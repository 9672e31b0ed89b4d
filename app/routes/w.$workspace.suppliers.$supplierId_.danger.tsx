import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DangerOnDay } from "../components/danger-day";
import { DangerContacts, DangerFirst, DangerHold } from "../components/danger-help";
import { PageHead } from "../components/page";
import { PastDayForm } from "../components/trail-day";
import { Refused } from "../components/refused";
import { countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { changeDanger, DangerForm, dangerPage } from "../lib/danger-page.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { supplierDay } from "../lib/supplier-day.server";
import { dangerDay } from "../lib/supplier-day-pages.server";
import { titleMeta } from "../lib/title";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const [db, supplierId] = [await getDb(), params["supplierId"] ?? ""];
  const shared = { title: pageTitle(request, "danger.title"), workspace: scope.workspaceSlug };
  const then = await supplierDay(request, db, scope, supplierId, (id) => paths.danger(scope.workspaceSlug, id));
  if (then) {
    const past = await dangerDay(db, scope, then);
    return {
      ...shared,
      id: supplierId,
      past,
      countryNames: countryNames(requestLanguage(request), [past.country]),
    };
  }
  const page = await dangerPage(db, scope, supplierId).catch(orNotFound);
  return {
    ...shared,
    past: null,
    page,
    today: dayOf(new Date()),
    countryNames: countryNames(requestLanguage(request), [page.supplier.country]),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "danger:hold");
  const supplierId = params["supplierId"] ?? "";
  const values = Object.fromEntries(await request.formData());
  const parsed = DangerForm.safeParse(values);
  if (!parsed.success) throw new Response(null, { status: 400 });
  try {
    await changeDanger(await getDb(), scope, supplierId, parsed.data, new Date());
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data({ problem: problemSentence(requestI18n(request), error), values }, { status: error.status });
  }
  throw redirect(paths.danger(scope.workspaceSlug, supplierId));
}

/** Somebody may be in danger: stop writing to the supplier, and find who can help. Asks for nothing about anybody. */
export default function Danger() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (loaded.past)
    return (
      <CountryNames.Provider value={loaded.countryNames}>
        <DangerOnDay {...loaded} />
      </CountryNames.Provider>
    );
  const { workspace, page, today } = loaded;
  const { supplier } = page;
  const values = returned?.values ?? {};
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={
          page.hasPage ? (
            <Link to={paths.supplier(workspace, supplier.id)}>{t("findings.page.back")}</Link>
          ) : (
            <bdi className="break-words">{supplier.name ?? supplier.id}</bdi>
          )
        }
        title={t("danger.title")}
        lead={t("danger.lead", { supplier: supplier.name ?? supplier.id })}
      />
      <div className="max-w-[60rem] space-y-4">
        {returned && <Refused>{returned.problem}</Refused>}
        <DangerHold page={page} values={values} />
        <DangerFirst />
        <DangerContacts
          country={supplier.country}
          contacts={page.contacts}
          canHold={page.canHold}
          values={values}
          today={today}
        />
        <PastDayForm today={today} day={null} />
      </div>
    </CountryNames.Provider>
  );
}
