import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DisclosureCounts, DisclosurePast } from "../components/disclosure-past";
import { ChoiceField } from "../components/finding-fields";
import { PageHead, Section } from "../components/page";
import { PastDayForm, useSameDay } from "../components/trail-day";
import { accessClassKey } from "../i18n/finding-keys";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { disclosedSupplier } from "../lib/disclosure-supplier.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { countedByClass, disclosureThen } from "../services/disclosure/disclosed-records.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "disclosure:export");
  const supplierId = new URL(request.url).searchParams.get("supplier");
  const supplier = supplierId
    ? await disclosedSupplier(request, await getDb(), scope, supplierId).catch(orNotFound)
    : null;
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const found = day === null ? null : await disclosureThen(await getDb(), scope, supplier?.id ?? null, day);
  const past = found && { counts: countedByClass(found.records), untold: found.untold };
  return { title: pageTitle(request, "disclosure.title"), workspace: scope.workspaceSlug, supplier, day, today, past };
}

/** Which records leave, and up to which class? */
export default function Disclosure() {
  const { t } = useTranslation();
  const { workspace, supplier, day, today, past } = useLoaderData<typeof loader>();
  const sameDay = useSameDay();
  const classes = Object.keys(accessClassKey) as (keyof typeof accessClassKey)[];
  return (
    <>
      <PageHead
        above={supplier && <Link to={sameDay(paths.supplier(workspace, supplier.id))}>{t("findings.page.back")}</Link>}
        title={t("disclosure.title")}
        lead={t("disclosure.lead")}
      />
      {past && <DisclosurePast day={day} untold={past.untold} />}
      <div className="max-w-[48rem] space-y-5">
        <Section
          id="take"
          title={supplier ? t("disclosure.ofSupplier", { supplier: supplier.name ?? supplier.id }) : t("disclosure.of")}
          note={t("disclosure.note")}
        >
          {past && <DisclosureCounts counts={past.counts} />}
          <form method="get" action={paths.disclosureFile(workspace)} className="space-y-3">
            {day !== null && <input type="hidden" name="on" value={day} />}
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
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}
