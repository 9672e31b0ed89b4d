import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DangerLink } from "../components/danger-link";
import { EvidenceForm } from "../components/evidence-form";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getConfig, getDb } from "../lib/db.server";
import { mostEvidenceBytes, permissionToKeep, receiveEvidence, useOf } from "../lib/evidence-form.server";
import { keptInMemory } from "../lib/list-form.server";
import { parseUpload } from "../lib/multipart.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import type { EvidenceUse } from "../services/evidence/add-evidence.server";
import { addDocument } from "../services/evidence/protected-document.server";
import { takeBackEvidence } from "../services/evidence/take-back-evidence.server";
import { findingFor } from "../services/findings/findings-view.server";
import { namedSupplier } from "../services/findings/supplier-name.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

/** Where to go when the document is kept. */
function back(workspace: string, supplierId: string, use: EvidenceUse | null, isSame = false): string {
  if (use?.usedFor === "finding") return paths.finding(workspace, use.usedForId, isSame ? "document=same" : "");
  return paths.supplier(workspace, supplierId);
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const scope = await requireScope(request, params, permissionToKeep(url));
  const db = await getDb();
  const use = useOf(url);
  const supplier = await namedSupplier(db, scope, url.searchParams.get("supplier") ?? "").catch(orNotFound);
  const about = use?.usedFor === "finding" ? await findingFor(db, scope, use.usedForId).catch(orNotFound) : null;
  const isProtected = about?.isProtected ?? false;
  if (!isProtected && !can(scope.role, "evidence:write")) throw notFound();
  return {
    title: pageTitle(request, "evidence.new.title"),
    workspace: scope.workspaceSlug,
    supplier,
    back: back(scope.workspaceSlug, supplier.id, use),
    today: dayOf(new Date()),
    limit: mostEvidenceBytes(getConfig()),
    isProtected,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const url = new URL(request.url);
  const scope = await requireScope(request, params, permissionToKeep(url));
  const supplierId = url.searchParams.get("supplier") ?? "";
  const use = useOf(url);
  const now = new Date();
  const config = getConfig();
  let values: Record<string, string> = {};
  let isSame = false;
  try {
    const form = await parseUpload(request, keptInMemory(mostEvidenceBytes(config) + (1 << 16)));
    values = Object.fromEntries([...form].flatMap(([key, one]) => (typeof one === "string" ? [[key, one]] : [])));
    if (values["intent"] === "take-back")
      await takeBackEvidence(await getDb(), scope, values["document"] ?? "", values["reason"] ?? "", now);
    else {
      const given = await receiveEvidence(form, scope, { supplierId, use }, config);
      const added = await addDocument(await getDb(), scope, given, config.dataDir, now).finally(given.remove);
      isSame = added.isDuplicate;
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data({ problem: problemSentence(requestI18n(request), error), values }, { status: error.status });
  }
  throw redirect(back(scope.workspaceSlug, supplierId, use, isSame));
}

/** Which document backs it, how strong is it, and does it put nobody at risk? */
export default function NewEvidence() {
  const { t } = useTranslation();
  const { workspace, supplier, back: to, today, limit, isProtected } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Link to={to}>{t("evidence.new.back")}</Link>}
        title={t("evidence.new.title")}
        lead={t("evidence.new.lead", { supplier: supplier.name ?? supplier.id })}
      />
      <div className="max-w-[60rem] space-y-4">
        {returned && <Refused>{returned.problem}</Refused>}
        <DangerLink workspace={workspace} supplierId={supplier.id} />
        {isProtected && <Notice kind="note">{t("evidence.new.inConfidence")}</Notice>}
        <EvidenceForm values={returned?.values ?? {}} today={today} limit={limit} isProtected={isProtected} />
      </div>
    </>
  );
}
