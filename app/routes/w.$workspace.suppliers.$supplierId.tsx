import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BASIS_CODES, ROLE_CODES, wordOf } from "../../db/schema/codes";
import { Amounts } from "../components/amounts";
import { SupplierGroupCard } from "../components/group-table";
import { HoldNotice } from "../components/danger-link";
import { DoneNote } from "../components/done-note";
import { InternalCard } from "../components/finding-effect";
import { SupplierFindings } from "../components/findings-list";
import { Materials } from "../components/materials";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { AsOfForm } from "../components/recruitment-as-of";
import { AnswersLinks } from "../components/recruitment-links";
import { SectorName } from "../components/sector-name";
import { SourceRows } from "../components/source-rows";
import { AlikeSuppliers } from "../components/supplier-alike";
import { AskFirst, TopReasons } from "../components/supplier-ask";
import { Changes, Concerns, Facts, Floors, Missing, type FactsView } from "../components/supplier-facts";
import { SupplierLists } from "../components/supplier-lists";
import { SupplierHistory } from "../components/supplier-history";
import { SupplierPlanCard } from "../components/supplier-plan";
import { Reasons } from "../components/supplier-reasons";
import { SupplierRemedyCard } from "../components/supplier-remedy";
import { Coverage, Dimensions } from "../components/supplier-result";
import { asksLater, CaseForAction, IloIndicators } from "../components/supplier-signs";
import { SupplierThen } from "../components/supplier-then";
import { SupplierVerdict } from "../components/supplier-verdict";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { supplierRoleKey } from "../i18n/keys";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { findingsCard } from "../lib/finding-page.server";
import { internalPage } from "../lib/internal-page.server";
import { materialsOf } from "../lib/materials-page.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { notFound, requireScope } from "../lib/scope.server";
import { supplierListsView } from "../lib/supplier-lists.server";
import { signsView } from "../lib/signs-page.server";
import { changeSuppliers, doneView, permissionFor, SupplierForm } from "../lib/supplier-actions.server";
import {
  countriesOf,
  figureLines,
  floorLines,
  furtherMissing,
  planView,
  reasonLines,
  sectorsOf,
} from "../lib/supplier-page.server";
import { supplierGone, supplierThen } from "../lib/supplier-then.server";
import { supplierRemedyView } from "../lib/supplier-remedy.server";
import { titleMeta } from "../lib/title";
import { holdInForce } from "../services/findings/hold-supplier.server";
import { notWhenTried } from "../lib/tried-only";
import { alikeSuppliers } from "../services/plan/alike-suppliers.server";
import { supplierPlan } from "../services/plan/supplier-plan.server";
import { recruitmentView } from "../services/readings/recruitment-view.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { regionOfLine } from "../services/scoring/register-line";
import { groupOf } from "../services/screening/groups-view.server";
import { mergedNames } from "../services/screening/merged-suppliers.server";
import { supplierStory } from "../services/suppliers/supplier-history.server";
import { supplierView, type SupplierView } from "../services/suppliers/supplier-view.server";

export const meta = titleMeta;
export const shouldRevalidate = notWhenTried;

/** Reasons that stand on the first screen. */
const TOP = 3;

function factsOf({ line, decided, assessment: { countryUsed } }: SupplierView, workspace: string) {
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
  } satisfies Omit<FactsView, "sector">;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const db = await getDb();
  const id = params["supplierId"] ?? "";
  const day = pastDayOf(request, dayOf(new Date()));
  if (day !== null) return supplierThen(request, db, scope, id, day);
  const view = await supplierView(db, scope, id).catch((error: unknown) =>
    supplierGone(db, scope, { id, page: "supplier" }, error),
  );
  const { line, assessment, narrowing, changes, source } = view;
  const seesPlan = can(scope.role, "plan:read");
  const { search, searchParams } = new URL(request.url);
  const [plan, events, done, internal, materials, alike, onLists, group, merged, remedy, findings, hold] =
    await Promise.all([
      supplierPlan(db, scope, line),
      supplierStory(db, scope, line, seesPlan),
      doneView(db, scope, searchParams, requestLanguage(request)),
      can(scope.role, "protected:read") ? recruitmentView(db, scope, line.id) : null,
      materialsOf(db, scope, view, searchParams.get("material")),
      alikeSuppliers(db, scope, line),
      supplierListsView(db, scope, line.supplierNo, new Date()),
      groupOf(db, scope, line.supplierNo),
      mergedNames(db, scope, line.supplierNo),
      supplierRemedyView(db, scope, line.supplierNo),
      findingsCard(db, scope, line.supplierNo),
      holdInForce(db, scope, line.supplierNo),
    ]);
  // The list was built again while it was read, and took its rows along: look at the new one.
  if (!plan) throw redirect(paths.supplier(scope.workspaceSlug, line.id) + search);
  const inside = internal && internalPage(internal);
  const language = requestLanguage(request);
  const facts = factsOf(view, scope.workspaceSlug);
  const sectors = sectorsOf(events, line.isic, language);
  const floors = floorLines(assessment.floors);
  const places = [facts.used, facts.seat, facts.placeOfWork, facts.origin].map(({ country }) => country);
  return {
    title: pageTitle(request, { subject: line.name }),
    past: null,
    workspace: scope.workspaceSlug,
    id: line.id,
    name: line.name,
    number: line.supplierNumber,
    canPlan: can(scope.role, "plan:write"),
    canAnswer: can(scope.role, "supplier:write"),
    alike,
    onLists,
    group,
    merged,
    findings: can(scope.role, "finding:read") ? findings : null,
    canRecord: can(scope.role, "finding:write") || can(scope.role, "protected:read"),
    heldSince: hold?.placedAt.toISOString() ?? null,
    materials,
    remedy,
    internal: inside,
    signs: {
      open: signsView(view.facts),
      internal: inside?.signs ?? null,
    },
    seesPlan,
    today: dayOf(new Date()),
    done,
    assessment: { ...assessment, contributions: [] },
    data: { hash: view.dataHash, date: view.dataDate },
    reasons: reasonLines(assessment),
    figures: figureLines(assessment),
    floors,
    asks: narrowing,
    others: furtherMissing(
      assessment,
      narrowing.map(({ question }) => question),
    ),
    changes,
    facts: { ...facts, sector: line.isic === null ? null : (sectors[line.isic] ?? null) },
    plan: planView(plan, seesPlan),
    events,
    sectors,
    source,
    countryNames: countryNames(language, [
      ...places,
      ...floors.map(({ country }) => country),
      ...countriesOf(events),
      ...(materials?.view.countries ?? []),
    ]),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const parsed = SupplierForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const scope = await requireScope(request, params, permissionFor(parsed.data));
  const id = params["supplierId"] ?? "";
  const now = new Date();
  const form = parsed.data.intent === "outcome" ? { ...parsed.data, supplierId: id } : parsed.data;
  try {
    const { resolver } = assessorFor(dayOf(now));
    const did = await changeSuppliers(await getDb(), scope, form, { ids: [id] }, resolver, now);
    throw redirect(paths.supplier(scope.workspaceSlug, id) + (typeof did === "string" ? `?did=${did}` : ""));
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data({ problem: problemSentence(requestI18n(request), error) }, { status: error.status });
  }
}

/** Do I act on this supplier, why, and what do I ask first? Then everything that backs it, and what was done about it. */
export default function Supplier() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (loaded.past !== null) return <SupplierThen {...loaded.past} />;
  const { workspace, id, name, number, assessment, reasons, floors, asks, others, changes, facts, source } = loaded;
  const { plan, seesPlan, canPlan, today, done, events, sectors, figures } = loaded;
  const supplier = { supplierId: id, name };
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={<Link to={paths.suppliers(workspace)}>{t("supplier.backToList")}</Link>}
        title={<bdi className="break-words">{name}</bdi>}
        lead={<Who facts={facts} number={number} />}
      >
        <Link to={paths.danger(workspace, id)} className="button" data-size="small">
          {t("danger.link")}
        </Link>
      </PageHead>
      {problem && (
        <div className="mb-4">
          <Notice kind="problem">{problem}</Notice>
        </div>
      )}
      <DoneNote done={done} canUndo={canPlan} />
      {loaded.heldSince && (
        <div className="mb-4">
          <HoldNotice workspace={workspace} supplierId={id} since={loaded.heldSince} />
        </div>
      )}
      <CaseForAction {...loaded.signs} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          <SupplierVerdict assessment={assessment} />
          {loaded.internal && <InternalCard workspace={workspace} internal={loaded.internal} />}
          <TopReasons lines={reasons.slice(0, TOP)} scored={assessment.residual !== null} />
        </div>
        <div className="space-y-4">
          <AskFirst
            step={plan.step}
            how={plan.how}
            material={loaded.materials?.ask ?? null}
            later={asksLater(loaded.signs)}
            isHeld={loaded.heldSince !== null}
          >
            <AnswersLinks {...loaded} />
          </AskFirst>
          {seesPlan && (
            <SupplierPlanCard workspace={workspace} supplier={supplier} today={today} canWrite={canPlan} {...plan} />
          )}
          {loaded.findings && (
            <SupplierFindings
              workspace={workspace}
              supplierId={id}
              findings={loaded.findings}
              canRecord={loaded.canRecord}
            />
          )}
          {loaded.remedy && <SupplierRemedyCard workspace={workspace} id={id} name={name} view={loaded.remedy} />}
          <SupplierLists workspace={workspace} {...loaded.onLists} />
          <SupplierGroupCard workspace={workspace} id={id} group={loaded.group} />
          <AlikeSuppliers workspace={workspace} id={id} alike={loaded.alike} scored={assessment.residual !== null} />
        </div>
      </div>
      <div className="mt-4 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,7fr)_minmax(0,3fr)]">
        <div className="space-y-4">
          <Floors floors={floors} />
          <Reasons lines={reasons} figures={figures} total={assessment.residual} model={assessment.model} />
          <div className={`grid grid-cols-1 items-start gap-4 ${changes.length > 0 ? "sm:grid-cols-2" : ""}`}>
            <Missing asks={asks} others={others} />
            <Changes changes={changes} />
          </div>
          {loaded.materials && (
            <Materials {...loaded.materials} {...{ workspace, id, today }} canWrite={loaded.canAnswer} />
          )}
          <IloIndicators {...loaded.signs} />
          <Concerns concerns={assessment.concerns} />
          <SupplierHistory events={events} sectors={sectors} />
          <RecordTrail kind="supplier" id={id} />
          <AsOfForm today={today} day={null} />
        </div>
        <div className="space-y-4">
          <Facts facts={facts} />
          <Coverage assessment={assessment} data={loaded.data} />
          <Dimensions assessment={assessment} />
        </div>
        <div className="lg:col-span-2">
          {loaded.merged.length > 0 && (
            <p className="mb-2 text-sm">
              {t("duplicates.mergedHere", { names: loaded.merged.join("; ") })}{" "}
              <Link to={paths.duplicates(workspace, "tab=merged")}>{t("duplicates.unmerge")}</Link>
            </p>
          )}
          <SourceRows source={source} />
        </div>
      </div>
    </CountryNames.Provider>
  );
}

/** Where it is, what it sells, in which role and for how much, in one line. */
function Who({ facts, number }: { facts: FactsView; number: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = [
    facts.seat.country === null ? t("supplier.noCountry") : format.country(facts.seat.country),
    facts.sector ? <SectorName key="sector" sector={facts.sector} /> : (facts.product ?? t("supplier.noSector")),
    facts.role !== "unknown" && t(supplierRoleKey[facts.role]),
    facts.amounts && (
      <span key="amounts" className="[&_.amount]:inline">
        <Amounts stored={facts.amounts} />
      </span>
    ),
    number !== null && `${t("supplier.number")} ${number}`,
  ].filter(Boolean);
  return (
    <>
      {parts.map((part, at) => (
        <span key={at}>
          {at > 0 && " · "}
          {part}
        </span>
      ))}
    </>
  );
}
