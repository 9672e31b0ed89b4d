import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../components/finding-fields";
import { PageHead, Section } from "../components/page";
import { accessClassKey } from "../i18n/finding-keys";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { namedSupplier } from "../services/findings/supplier-name.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "disclosure:export");
  const supplierId = new URL(request.url).searchParams.get("supplier");
  const supplier = supplierId ? await namedSupplier(await getDb(), scope, supplierId).catch(orNotFound) : null;
  return { title: pageTitle(request, "disclosure.title"), workspace: scope.workspaceSlug, supplier };
}

/** Which records leave, and up to which class? */
export default function Disclosure() {
  const { t } = useTranslation();
  const { workspace, supplier } = useLoaderData<typeof loader>();
  const classes = Object.keys(accessClassKey) as (keyof typeof accessClassKey)[];
  return (
    <>
      <PageHead
        above={supplier && <Link to={paths.supplier(workspace, supplier.id)}>{t("findings.page.back")}</Link>}
        title={t("disclosure.title")}
        lead={t("disclosure.lead")}
      />
      <div className="max-w-[48rem]">
        <Section
          id="take"
          title={supplier ? t("disclosure.ofSupplier", { supplier: supplier.name ?? supplier.id }) : t("disclosure.of")}
          note={t("disclosure.note")}
        >
          <form method="get" action={paths.disclosureFile(workspace)} className="space-y-3">
            {supplier && <input type="hidden" name="supplier" value={supplier.id} />}
            <ChoiceField
              name="up-to"
              label={t("disclosure.upTo")}
              values={{}}
              options={classes.map((one) => [one, t(accessClassKey[one])])}
            />
            <p className="text-sm text-soft">{t("disclosure.law")}</p>
            <button className="button" data-kind="primary">
              {t("disclosure.get")}
            </button>
          </form>
        </Section>
      </div>
    </>
  );
}
