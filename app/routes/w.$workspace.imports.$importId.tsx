import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ImportPast, stateThenKey } from "../components/import-past";
import { ImportPreview } from "../components/import-preview";
import { ImportProgress } from "../components/import-progress";
import { MappingForm } from "../components/mapping-form";
import { Notice } from "../components/notice";
import { OriginalCard } from "../components/original-card";
import { PageHead } from "../components/page";
import { RecordTrail } from "../components/record-trail";
import { PastDay, PastDayForm } from "../components/trail-day";
import { UnderstandHint } from "../components/understand-hint";
import { useFormat } from "../i18n/format";
import { fieldName, importStateKey } from "../i18n/keys";
import { requestI18n, requestTranslator } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { importPast } from "../lib/import-past.server";
import { mappingViewOf, originalViewOf, previewViewOf } from "../lib/import-page.server";
import { readLedgerForm, readMappingForm, readsAnew, readWholeList } from "../lib/import-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import type { ToldWhat } from "../lib/told";
import { telling } from "../lib/told.server";
import { stateLedgerTotals } from "../services/imports/state-ledger-totals.server";
import { chooseSettings, takeProposal } from "../services/imports/choose-settings.server";
import { decideRename } from "../services/imports/decide-rename.server";
import { importView } from "../services/imports/import-view.server";
import { confirmImport, undoImport } from "../services/imports/publish-import.server";
import { dayOf } from "../services/scoring/assessor.server";
import { notUnderstood } from "../services/understanding/counted-list.server";
import { cancelImport, discardImport } from "../services/imports/stop-import.server";

export const meta = titleMeta;

/** After a refused change the page shows how things stand now: somebody else may have been first. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

const AT_WORK: ReadonlySet<string> = new Set(["received", "inspecting", "building"]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "import:read");
  const [db, now] = [await getDb(), new Date()];
  const day = pastDayOf(request, dayOf(now));
  const past = day === null ? null : await importPast(scope, params["importId"] ?? "", day).catch(orNotFound);
  const view = await importView(db, scope, params["importId"] ?? "", now).catch(orNotFound);
  const { import: record, job, isCurrent } = view;
  const wantsColumns = new URL(request.url).searchParams.get("step") === "columns";
  const canWrite = can(scope.role, "import:write");
  const asMapping =
    canWrite &&
    (record.state === "mapping" || (wantsColumns && (record.state === "preview" || record.state === "failed")));
  const shows = past
    ? "past"
    : AT_WORK.has(record.state)
      ? "progress"
      : asMapping && record.inspection
        ? "mapping"
        : record.state === "mapping"
          ? "waiting"
          : record.state;
  return {
    title: pageTitle(request, { subject: record.upload.fileName }),
    workspace: scope.workspaceSlug,
    importId: record.id,
    file: record.upload.fileName,
    receivedAt: record.createdAt,
    publishedAt: record.publishedAt,
    day,
    today: dayOf(now),
    past,
    state: record.state,
    shows,
    waiting: shows === "progress",
    job,
    isCurrent,
    open:
      past === null && isCurrent && record.generation !== null
        ? await notUnderstood(db, scope, record.generation)
        : null,
    hadBefore: record.previousGeneration !== null,
    canWrite,
    canPublish: can(scope.role, "import:publish"),
    hasInspection: record.inspection !== null,
    problem: record.problem && problemSentence(requestI18n(request), record.problem),
    model: record.summary?.model ?? null,
    mapping: shows === "mapping" ? await mappingViewOf(request, scope, record) : null,
    preview:
      shows === "preview" || shows === "published" || shows === "undone"
        ? await previewViewOf(request, scope, record)
        : null,
    original:
      shows === "progress" || shows === "mapping" || shows === "past" ? null : await originalViewOf(scope, record),
  };
}

const Intent = z.enum([
  "build",
  "reread",
  "proposal",
  "whole",
  "ledger",
  "confirm",
  "discard",
  "undo",
  "cancel",
  "rename",
]);
const Rename = z.object({ newNo: z.coerce.number().int().min(0), decision: z.enum(["confirmed", "declined"]) });

/** What the page after a decision says of it; the others show themselves. */
const TOLD = { confirm: "list-published", undo: "list-undone", discard: "list-discarded" } as const satisfies Partial<
  Record<z.infer<typeof Intent>, ToldWhat>
>;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = Intent.safeParse(form.get("intent"));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const intent = parsed.data;
  const scope = await requireScope(
    request,
    params,
    intent === "confirm" || intent === "undo" ? "import:publish" : "import:write",
  );
  const db = await getDb();
  const t = requestTranslator(request);
  const importId = params["importId"] ?? "";
  const now = new Date();
  const here = paths.import(scope.workspaceSlug, importId);
  try {
    if (intent === "build" || intent === "reread") {
      const { import: record } = await importView(db, scope, importId, now);
      const { settings, twice } = readMappingForm(form, record.settings);
      if (intent === "build" && twice.length > 0) {
        return data(
          { problems: twice.map((field) => t("imports.mapping.twice", { field: fieldName(t, field) })) },
          { status: 422 },
        );
      }
      if (intent === "build" && settings.mapping?.["name"] === undefined && !readsAnew(record.settings, settings)) {
        return data({ problems: [t("imports.mapping.nameMissing")] }, { status: 422 });
      }
      await chooseSettings(db, scope, importId, settings, now, { build: intent === "build" });
    } else if (intent === "proposal") await takeProposal(db, scope, importId, now);
    else if (intent === "whole") {
      const { import: record } = await importView(db, scope, importId, now);
      await chooseSettings(db, scope, importId, readWholeList(form, record.settings), now);
    } else if (intent === "ledger") await stateLedgerTotals(db, scope, importId, readLedgerForm(form), now);
    else if (intent === "confirm") await confirmImport(db, scope, importId, now);
    else if (intent === "undo") await undoImport(db, scope, importId, now);
    else if (intent === "discard") await discardImport(db, scope, importId, now);
    else if (intent === "cancel") await cancelImport(db, scope, importId, now);
    else {
      const { newNo, decision } = Rename.parse(Object.fromEntries(form));
      await decideRename(db, scope, importId, newNo, decision, now);
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data({ problems: [problemSentence(requestI18n(request), error)] }, { status: error.status });
  }
  const told = intent in TOLD ? TOLD[intent as keyof typeof TOLD] : null;
  throw redirect(here, told === null ? {} : telling(context, told, importId));
}

/** One page for the whole life of an upload: what is happening, or what is to be decided. */
export default function ImportPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const loaded = useLoaderData<typeof loader>();
  const { file, receivedAt, state, shows, mapping, preview, problem, workspace, importId, day, past } = loaded;
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <>
      <PageHead
        title={<bdi className="break-words">{file}</bdi>}
        above={
          <>
            {t(past ? stateThenKey[past.state] : importStateKey[state])} ·{" "}
            {t("imports.received", { when: format.minute(receivedAt) })}
          </>
        }
      />
      <PastDay day={day} names={t("trail.on.peopleToday")}>
        {t("imports.past.leftOut")}
      </PastDay>
      <div className="space-y-5">
        {past && <ImportPast workspace={workspace} view={past} />}
        {shows !== "mapping" &&
          problems.map((sentence) => (
            <Notice key={sentence} kind="problem">
              {sentence}
            </Notice>
          ))}
        {shows === "progress" && (
          <ImportProgress
            workspace={workspace}
            importId={importId}
            canCancel={loaded.canWrite && loaded.job !== null}
            first={{ importState: state, job: loaded.job }}
          />
        )}
        {shows === "mapping" && mapping && (
          // Another reading of the file is another form.
          <MappingForm key={JSON.stringify(mapping.settings)} view={mapping} problems={problems} />
        )}
        {shows === "failed" && <Failed />}
        {shows === "waiting" && <Notice kind="note">{t("imports.state.mapping")}</Notice>}
        {shows === "discarded" && (
          <>
            <Notice kind="note" title={t("imports.discarded.title")}>
              {t("imports.discarded.text")}
            </Notice>
            <Another />
          </>
        )}
        {problem && shows === "mapping" && <Notice kind="problem">{problem}</Notice>}
        {(shows === "published" || shows === "undone") && <Finished />}
        {preview && <Preview />}
        {loaded.original && shows !== "preview" && <OriginalCard original={loaded.original} />}
        <RecordTrail kind="import" id={importId} />
        {shows !== "progress" && <PastDayForm today={loaded.today} day={day} />}
      </div>
    </>
  );
}

function Failed() {
  const { t } = useTranslation();
  const { workspace, importId, problem, hasInspection } = useLoaderData<typeof loader>();
  return (
    <>
      <Notice kind="problem" title={t("imports.failed.title")}>
        <p>{problem}</p>
        <p className="mt-1 text-soft">{t("imports.failed.nothingChanged")}</p>
      </Notice>
      <Another>
        {hasInspection && (
          <Link to={`${paths.import(workspace, importId)}?step=columns`} className="button">
            {t("imports.preview.change")}
          </Link>
        )}
      </Another>
    </>
  );
}

/** The way on from an upload that came to nothing. */
function Another({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { workspace, canWrite } = useLoaderData<typeof loader>();
  if (!canWrite) return null;
  return (
    <p className="flex flex-wrap gap-2">
      <Link to={paths.newImport(workspace)} className="button" data-kind="primary">
        {t("imports.failed.another")}
      </Link>
      {children}
    </p>
  );
}

/** After publication: where the list is, and the way back. */
function Finished() {
  const { t } = useTranslation();
  const format = useFormat();
  const { shows, isCurrent, hadBefore, publishedAt, canPublish, workspace, open } = useLoaderData<typeof loader>();
  if (shows === "undone") {
    return (
      <>
        <Notice kind="note" title={t("imports.undone.title")}>
          {t("imports.undone.text")}
        </Notice>
        <Another />
      </>
    );
  }
  return (
    <section aria-labelledby="finished" className="card p-4 sm:p-5">
      <h2 id="finished">{t("imports.published.title")}</h2>
      <p className="mt-1 text-soft">
        {publishedAt && t("imports.published.text", { when: format.minute(publishedAt) })}{" "}
        {!isCurrent && t("imports.published.superseded")}
      </p>
      <UnderstandHint workspace={workspace} open={open} />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Link to={paths.suppliers(workspace)} className="button" data-kind="primary">
          {t("imports.published.open")}
        </Link>
        {isCurrent && canPublish && (
          <Form method="post">
            <button className="button" name="intent" value="undo">
              {t(hadBefore ? "imports.published.undo" : "imports.published.undoFirst")}
            </button>
          </Form>
        )}
        {isCurrent && canPublish && <p className="text-sm text-soft">{t("imports.published.undoNote")}</p>}
      </div>
    </section>
  );
}

function Preview() {
  const { t } = useTranslation();
  const format = useFormat();
  const { preview, original, state, workspace, importId, canWrite, canPublish, model } = useLoaderData<typeof loader>();
  if (!preview) return null;
  const open = state === "preview";
  return (
    <>
      <div>
        <h2 className="text-xl!">{t(open ? "imports.preview.title" : "imports.preview.titlePublished")}</h2>
        <p className="text-soft">
          {t(open ? "imports.preview.lead" : "imports.preview.publishedLead")}{" "}
          {model && t("imports.preview.model", { model: model.id, date: format.day(model.dataDate) })}
        </p>
      </div>
      <ImportPreview
        view={preview}
        workspace={workspace}
        importId={importId}
        canDecide={open && canWrite}
        isOpen={open}
      />
      {open && original && <OriginalCard original={original} />}
      {open && (
        <Form method="post" className="card decision">
          {canPublish && (
            <>
              <button className="button" data-kind="primary" name="intent" value="confirm">
                {t("imports.preview.confirm")}
              </button>
              <p className="text-sm text-soft">{t("imports.preview.confirmNote")}</p>
            </>
          )}
          {canWrite && (
            <span className="flex gap-2">
              <Link to="?step=columns" className="button" data-kind="quiet">
                {t("imports.preview.change")}
              </Link>
              <button className="button" data-kind="quiet" name="intent" value="discard">
                {t("imports.preview.discard")}
              </button>
            </span>
          )}
        </Form>
      )}
    </>
  );
}
