import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { AsOfForm } from "../components/recruitment-as-of";
import { RecruitmentOnDay } from "../components/recruitment-day";
import { RecruitmentForm } from "../components/recruitment-form";
import { CostGap, UseCorridorForm } from "../components/recruitment-gap";
import { RecordedAnswers, UndoSaved } from "../components/recruitment-history";
import { ProtectedCard } from "../components/recruitment-protected";
import { QueueLinks } from "../components/recruitment-queue";
import { ResultPanel } from "../components/recruitment-result";
import { CaseForAction, IloIndicators } from "../components/supplier-signs";
import { countriesIn, countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { CURRENCY_CODES } from "../imports/currencies";
import { getDb } from "../lib/db.server";
import { internalPage } from "../lib/internal-page.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { actOnAnswers, permissionForAnswers, AnswersForm } from "../lib/recruitment-actions.server";
import { gapNow } from "../lib/recruitment-gap.server";
import { countriesNamed, formValues, questionNotes, recordedAnswers } from "../lib/recruitment-page.server";
import { notFound, requireScope } from "../lib/scope.server";
import { signsView } from "../lib/signs-page.server";
import { supplierDay } from "../lib/supplier-day.server";
import { recruitmentDay } from "../lib/supplier-day-pages.server";
import { supplierGone } from "../lib/supplier-then.server";
import { titleMeta } from "../lib/title";
import { notWhenTried } from "../lib/tried-only";
import { askQueue, neighbours } from "../services/readings/ask-queue.server";
import { recentRates, recruitmentView } from "../services/readings/recruitment-view.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;
export const shouldRevalidate = notWhenTried;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const db = await getDb();
  const { searchParams } = new URL(request.url);
  const supplierId = params["supplierId"] ?? "";
  const then = await supplierDay(request, db, scope, supplierId, (id) => paths.recruitment(scope.workspaceSlug, id));
  if (then) {
    const { countries, ...past } = await recruitmentDay(db, scope, then);
    return {
      title: pageTitle(request, { subject: then.name }),
      workspace: scope.workspaceSlug,
      id: supplierId,
      past,
      countryNames: countryNames(requestLanguage(request), countries),
    };
  }
  const view = await recruitmentView(db, scope, supplierId).catch((error: unknown) =>
    supplierGone(db, scope, { id: supplierId, page: "recruitment" }, error),
  );
  const seesProtected = can(scope.role, "protected:read");
  const isProtected = seesProtected && searchParams.get("mode") === "protected";
  const language = requestLanguage(request);
  const canWrite = can(scope.role, "supplier:write");
  const [rates, queue] = await Promise.all([
    canWrite ? recentRates(db, scope) : ({} as Awaited<ReturnType<typeof recentRates>>),
    askQueue(db, scope),
  ]);
  const inside = internalPage(view);
  const { line } = view.told;
  const today = dayOf(new Date());
  return {
    title: pageTitle(request, { subject: line.name }),
    past: null,
    workspace: scope.workspaceSlug,
    id: line.id,
    name: line.name,
    today,
    canWrite,
    canRelease: can(scope.role, "protected:release"),
    seesProtected,
    isProtected,
    done: searchParams.get("done"),
    batch: searchParams.get("batch"),
    values: { on: today, ...formValues(view, isProtected, language) } as Record<string, string>,
    notes: questionNotes(view, isProtected, language),
    standing: isProtected ? (view.internal?.standing ?? view.standing) : view.standing,
    internal: inside,
    signs: {
      open: signsView(view.outside.facts),
      internal: inside?.signs ?? null,
    },
    gap: gapNow(view),
    answers: recordedAnswers(view),
    rates: Object.fromEntries(Object.entries(rates).flatMap(([code, { rate }]) => (rate ? [[code, rate]] : []))),
    currencies: CURRENCY_CODES,
    countries: countriesIn(language).map(({ name }) => name),
    queue: queue === null ? null : neighbours(queue, line.id),
    countryNames: countryNames(language, countriesNamed(view)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = AnswersForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const scope = await requireScope(request, params, permissionForAnswers(parsed.data));
  if (!can(scope.role, "supplier:write") && parsed.data.intent !== "release") throw notFound();
  const id = params["supplierId"] ?? "";
  try {
    const done = await actOnAnswers(await getDb(), scope, id, parsed.data, form, new Date());
    if ("to" in done) throw redirect(paths.recruitment(scope.workspaceSlug, id, done.to));
    return data({ problem: null, ...done }, { status: Object.keys(done.faults).length > 0 && done.isSave ? 422 : 200 });
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data(
      { problem: problemSentence(requestI18n(request), error), tried: null, faults: {}, values: null, isSave: true },
      { status: error.status },
    );
  }
}

const DONE = {
  saved: "recruitment.saved",
  used: "recruitment.used",
  protected: "recruitment.savedProtected",
  undone: "recruitment.undone",
  released: "recruitment.released",
} as const;

/** What a supplier answered on recruitment: to enter in five minutes, with what each answer does to the result. */
export default function Recruitment() {
  const { t } = useTranslation();
  const format = useFormat();
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (loaded.past !== null)
    return (
      <CountryNames.Provider value={loaded.countryNames}>
        <RecruitmentOnDay {...loaded} past={loaded.past} />
      </CountryNames.Provider>
    );
  const { workspace, id, name, canWrite, isProtected, seesProtected, answers, batch, queue } = loaded;
  const done = loaded.done !== null && loaded.done in DONE ? DONE[loaded.done as keyof typeof DONE] : null;
  const saved = answers.find((one) => one.batch === batch && one.state !== "undone");
  const held = answers.filter((one) => one.isProtected && !one.isReleased && one.state !== "undone");
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead
        above={<Link to={paths.supplier(workspace, id)}>{name}</Link>}
        title={t("recruitment.title")}
        lead={t(canWrite ? "recruitment.lead" : "recruitment.readOnly")}
      >
        <Link to={paths.questionSheet(workspace, id, "en")} className="button" data-size="small">
          {t("recruitment.sheet")}
        </Link>
        <Link to={paths.corridors(workspace)} className="button" data-size="small">
          {t("corridors.title")}
        </Link>
      </PageHead>
      {queue && <QueueLinks workspace={workspace} {...queue} />}
      {sent?.problem && (
        <div className="mb-4">
          <Notice kind="problem">{sent.problem}</Notice>
        </div>
      )}
      <output className="block empty:hidden">
        {done && (
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line bg-accent-wash px-3 py-2 sm:px-4">
            <p className="min-w-0 font-semibold">{t(done)}</p>
            <div className="flex flex-wrap items-center gap-2">
              {canWrite && saved && <UndoSaved batch={saved.batch} day={format.minute(saved.recordedAt)} />}
              {queue?.next && (
                <Link to={paths.recruitment(workspace, queue.next.id)} className="button" data-size="small">
                  {t("recruitment.queue.next", { name: queue.next.name })}
                </Link>
              )}
            </div>
          </div>
        )}
      </output>
      {isProtected && (
        <div className="mb-4">
          <Notice kind="note">
            {t("recruitment.protected.mode")}{" "}
            <Link to={paths.recruitment(workspace, id)}>{t("recruitment.protected.leave")}</Link>
          </Notice>
        </div>
      )}
      <CaseForAction {...loaded.signs} />
      {canWrite && <UseCorridorForm />}
      {canWrite ? (
        <RecruitmentForm
          key={`${id} ${isProtected} ${answers.length} ${answers.filter(({ state }) => state === "undone").length}`}
          {...loaded}
          values={sent?.values ?? loaded.values}
          faults={sent?.faults ?? {}}
          sent={sent?.tried ?? null}
        />
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <ResultPanel standing={loaded.standing} tried={null} isWaiting={false} isProtected={false} />
          <CostGap workspace={workspace} gap={loaded.gap} use="no" />
        </div>
      )}
      <div className="mt-4 space-y-4">
        <IloIndicators {...loaded.signs} />
        <RecordedAnswers answers={answers} canWrite={canWrite} />
        {seesProtected && (
          <ProtectedCard
            workspace={workspace}
            supplierId={id}
            internal={loaded.internal}
            held={held}
            canWrite={canWrite && !isProtected}
            canRelease={loaded.canRelease}
            enter={paths.recruitment(workspace, id, "mode=protected")}
            today={loaded.today}
          />
        )}
        <AsOfForm today={loaded.today} day={null} />
      </div>
    </CountryNames.Provider>
  );
}
