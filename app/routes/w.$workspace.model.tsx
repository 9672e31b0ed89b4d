import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "../components/empty";
import { DataMark, ModelData } from "../components/model-data";
import { ModelMoves } from "../components/model-moves";
import { ModelPast } from "../components/model-past";
import { OwnWeights } from "../components/model-weights";
import { Notice } from "../components/notice";
import { PageHead, Section } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { PastDayForm } from "../components/trail-day";
import { useFormat } from "../i18n/format";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { decideModel, ModelForm } from "../lib/model-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { modelsThen } from "../services/models/models-then.server";
import { modelsView } from "../services/models/models-view.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const shared = { title: pageTitle(request, "model.title"), today };
  if (day !== null) return { ...shared, day, past: await modelsThen(await getDb(), scope, day) };
  return {
    ...shared,
    past: null,
    workspace: scope.workspaceSlug,
    canChange: can(scope.role, "import:publish"),
    canAgree: can(scope.role, "assessment:approve"),
    canExport: can(scope.role, "register:export"),
    canUpload: can(scope.role, "import:write"),
    view: await modelsView(await getDb(), scope, new Date()),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const parsed = ModelForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const form = parsed.data;
  const scope = await requireScope(request, params, form.intent === "agree" ? "assessment:approve" : "import:publish");
  const db = await getDb();
  try {
    await decideModel(db, scope, form, new Date());
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error) }, { status: error.status });
  }
  const isChange = form.intent === "change" || form.intent === "change-data";
  throw redirect(paths.model(scope.workspaceSlug), isChange ? telling(context, "model-changing") : {});
}

type Shown = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { past: null }>;
type View = Shown["view"];

/** Shall the list be scored with another model? Who moves, and why, before it is done; and the way back after. */
export default function ModelPage() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  useRefreshWhile(!loaded.past && isCounting(loaded.view));
  if (loaded.past) return <ModelPast {...loaded} />;
  const { workspace, view, canUpload, canChange, canAgree, canExport, today } = loaded;
  const { shown } = view;
  return (
    <>
      <PageHead title={t("model.title")} lead={t("model.lead")} />
      <div className="space-y-5">
        {problem && <Notice kind="problem">{problem}</Notice>}
        {shown === null ? (
          <Empty
            title={t("model.noList")}
            to={canUpload ? paths.newImport(workspace) : undefined}
            action={t("shell.empty.upload")}
          >
            {t("model.noListText")}
          </Empty>
        ) : (
          <>
            <Now shown={shown} inForce={view.inForce} />
            <ModelData data={view.data} canChange={canChange && shown.changingTo === null} />
            {view.models
              .filter(({ id }) => id !== shown.modelId)
              .map((model) => (
                <Other key={model.id} model={model} loaded={loaded} shown={shown} />
              ))}
            <OwnWeights workspace={workspace} view={view} may={{ canChange, canAgree, canExport }} />
          </>
        )}
        <PastDayForm today={today} day={null} />
      </div>
    </>
  );
}

/** The list is being scored with another model, or somebody waits to be told who would move. */
const isCounting = ({ shown, comparisons }: View): boolean =>
  (shown?.changingTo ?? null) !== null || comparisons.some(({ summary }) => summary === null);

function Now({ shown, inForce }: { shown: NonNullable<View["shown"]>; inForce: string }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <section className="card p-4 sm:p-6">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <div>
          <dt className="text-sm text-soft">{t("model.now")}</dt>
          <dd className="text-2xl font-bold">{shown.modelId}</dd>
          <dd className="text-sm text-soft">
            {t("model.dataDate", { day: day(shown.dataDate) })} <DataMark hash={shown.dataHash} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-soft">{t("model.inForce")}</dt>
          <dd className="text-2xl font-bold">{inForce}</dd>
          {inForce === shown.modelId && <dd className="text-sm text-soft">{t("model.isNewest")}</dd>}
        </div>
      </dl>
      {shown.changingTo !== null && (
        <output className="mt-4 block">{t("model.changing", { model: shown.changingTo })}</output>
      )}
    </section>
  );
}

interface OtherProps {
  readonly model: View["models"][number];
  readonly loaded: Shown;
  readonly shown: NonNullable<View["shown"]>;
}

/** Another model: who would move with it, and the button that scores the list with it. */
function Other({ model, loaded: { view, workspace, canChange, canExport }, shown }: OtherProps) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const isBusy = useNavigation().state === "submitting";
  const found = view.comparisons.find(({ from, to }) => from === shown.modelId && to === model.id);
  const isAsked = found !== undefined && found.summary === null;
  const isOlder = model.effectiveFrom < (view.models.find(({ id }) => id === shown.modelId)?.effectiveFrom ?? "");
  return (
    <Section
      id={`model-${model.id.replace(/\W/g, "-")}`}
      title={t("model.otherTitle", { model: model.id })}
      note={t("model.from", { day: day(model.effectiveFrom) })}
    >
      {isAsked && <output className="block">{t("model.counting")}</output>}
      {found?.summary && (
        <>
          {!found.ofShown && <p className="mb-3 text-sm text-soft">{t("model.ofEarlier")}</p>}
          <ModelMoves
            workspace={workspace}
            from={shown.modelId}
            to={model.id}
            summary={found.summary}
            canExport={canExport}
          />
        </>
      )}
      {canChange && shown.changingTo === null && (
        <div className="mt-5 space-y-3 border-t border-line pt-4 first:mt-0 first:border-0 first:pt-0">
          <div className="flex flex-wrap gap-3">
            <Form method="post">
              <input type="hidden" name="from" value={shown.modelId} />
              <input type="hidden" name="to" value={model.id} />
              <button
                className="button"
                data-kind={found?.summary ? undefined : "primary"}
                name="intent"
                value="compare"
                disabled={isBusy || isAsked}
              >
                {t(found?.summary ? "model.askAgain" : "model.ask")}
              </button>
            </Form>
            <Form method="post">
              <input type="hidden" name="to" value={model.id} />
              <button
                className="button"
                data-kind={found?.summary && !isOlder ? "primary" : undefined}
                name="intent"
                value="change"
                disabled={isBusy}
              >
                {t(isOlder ? "model.back" : "model.change", { model: model.id })}
              </button>
            </Form>
          </div>
          <p className="text-sm text-soft">
            {t("model.whatCounts")} {t("model.changeText")}
          </p>
        </div>
      )}
    </Section>
  );
}
