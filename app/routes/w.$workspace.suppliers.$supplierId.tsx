import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BASIS_CODES, ROLE_CODES, wordOf } from "../../db/schema/codes";
import { PageHead } from "../components/page";
import { SourceRows } from "../components/source-rows";
import { Changes, Concerns, Facts, Floors, Missing, type FactsView } from "../components/supplier-facts";
import { Reasons } from "../components/supplier-reasons";
import { Dimensions, SupplierResult } from "../components/supplier-result";
import { useFormat } from "../i18n/format";
import { likelihoodKey, severityKey } from "../i18n/keys";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { orNotFound, requireScope } from "../lib/scope.server";
import { floorLines, furtherMissing, isicLabel, reasonLines } from "../lib/supplier-page.server";
import { titleMeta } from "../lib/title";
import { regionOfLine } from "../services/scoring/register-line";
import { supplierView, type SupplierView } from "../services/suppliers/supplier-view.server";

export const meta = titleMeta;

function factsOf({ line, decided, assessment: { countryUsed } }: SupplierView, workspace: string): FactsView {
  const place = (name: "seat" | "placeOfWork" | "origin") => ({
    country: line[name],
    region: regionOfLine(line.region, name),
    basis: wordOf(BASIS_CODES, line[`${name}Basis`]),
  });
  return {
    workspace,
    decided,
    used: countryUsed,
    seat: place("seat"),
    placeOfWork: place("placeOfWork"),
    origin: place("origin"),
    role: wordOf(ROLE_CODES, line.role),
    isic: line.isic,
    isicName: line.isic === null ? null : isicLabel(line.isic),
    sectorBasis: wordOf(BASIS_CODES, line.sectorBasis),
    sectorConfidence: line.sectorConfidence,
    goods: line.goods === null ? [] : line.goods.split("|"),
    product: line.product,
    workers: line.workers,
    number: line.supplierNumber,
    registration: line.registrationId,
    parent: line.parent,
    address: [line.address, line.city].filter(Boolean).join(", ") || null,
    tier: line.tier,
    amounts: line.amounts,
  };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const view = await supplierView(await getDb(), scope, params["supplierId"] ?? "").catch(orNotFound);
  const { line, assessment, narrowing, changes, source } = view;
  return {
    title: pageTitle(request, { subject: line.name }),
    workspace: scope.workspaceSlug,
    name: line.name,
    number: line.supplierNumber,
    assessment: { ...assessment, contributions: [] },
    reasons: reasonLines(assessment),
    floors: floorLines(assessment.floors),
    asks: narrowing,
    others: furtherMissing(
      assessment,
      narrowing.map(({ question }) => question),
    ),
    changes,
    facts: factsOf(view, scope.workspaceSlug),
    source,
  };
}

/** Is this supplier one to look at first, why, and what to ask: level first, then the number, then its reasons. */
export default function Supplier() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, name, number, assessment, reasons, floors, asks, others, changes, facts, source } =
    useLoaderData<typeof loader>();
  const { model, dataDate, priority, severity, likelihood } = assessment;
  return (
    <>
      <PageHead
        above={<Link to={paths.suppliers(workspace)}>{t("supplier.backToList")}</Link>}
        title={<span className="break-words">{name}</span>}
        lead={
          <span className="text-sm">
            {number !== null && `${t("supplier.number")} ${number} · `}
            {t("supplier.model", { model, date: format.day(dataDate) })}
          </span>
        }
      />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,3fr)]">
        <div className="space-y-5">
          <SupplierResult assessment={assessment} />
          <Floors floors={floors} />
          <Reasons lines={reasons} total={assessment.residual} model={model} />
          <div className={`grid grid-cols-1 items-start gap-5 ${changes.length > 0 ? "sm:grid-cols-2" : ""}`}>
            <Missing asks={asks} others={others} />
            <Changes changes={changes} />
          </div>
          <Concerns concerns={assessment.concerns} />
        </div>
        <div className="space-y-5">
          <Facts facts={facts} />
          <Dimensions assessment={assessment} />
          {priority !== null && (
            <dl className="card grid grid-cols-3 gap-3 p-4 text-sm sm:p-5">
              <div>
                <dt className="text-soft">{t("supplier.priority")}</dt>
                <dd className="font-semibold">{priority}</dd>
              </div>
              <div>
                <dt className="text-soft">{t("supplier.severity")}</dt>
                <dd className="font-semibold">{t(severityKey[severity.level])}</dd>
              </div>
              <div>
                <dt className="text-soft">{t("supplier.likelihood")}</dt>
                <dd className="font-semibold">{t(likelihoodKey[likelihood])}</dd>
              </div>
            </dl>
          )}
        </div>
        <div className="lg:col-span-2">
          <SourceRows source={source} />
        </div>
      </div>
    </>
  );
}
