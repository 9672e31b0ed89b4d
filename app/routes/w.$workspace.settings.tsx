import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { DeleteWorkspace, ExportWorkspace, RenameWorkspace } from "../components/workspace-settings";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getConfig, getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { requireScope, requireUser } from "../lib/scope.server";
import { changeSettings, doneOf } from "../lib/settings-form.server";
import { titleMeta } from "../lib/title";
import { DELETION_DAYS } from "../services/workspaces/delete-workspace.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:manage");
  return {
    title: pageTitle(request, "settings.title"),
    workspace: scope.workspaceSlug,
    name: scope.workspaceName,
    deleteAfter: scope.deleteAfter,
    protectedRows: can(scope.role, "protected:read"),
    days: DELETION_DAYS,
    done: doneOf(new URL(request.url).searchParams.get("done")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:manage");
  const me = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const intent = typeof values["intent"] === "string" ? values["intent"] : "";
  try {
    const did = await changeSettings(await getDb(), scope, me, values, getConfig().dataDir);
    throw redirect(`${paths.settings(scope.workspaceSlug)}?done=${did}`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const problem = problemSentence(requestI18n(request), error);
    return data({ intent, problem }, { status: error.status });
  }
}

/** What is this workspace called, how do I take everything with me, and how does it end? */
export default function Settings() {
  const { t } = useTranslation();
  const { workspace, name, deleteAfter, protectedRows, days, done } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const problemOf = (...intents: string[]) => (returned && intents.includes(returned.intent) ? returned.problem : null);
  return (
    <>
      <PageHead title={t("settings.title")} lead={t("settings.lead")} />
      <div className="max-w-3xl space-y-5">
        {!returned && done && (
          <output className="block">
            <Notice kind="note">{t(done)}</Notice>
          </output>
        )}
        <RenameWorkspace name={name} problem={problemOf("rename")} />
        <ExportWorkspace workspace={workspace} protectedRows={protectedRows} />
        <DeleteWorkspace name={name} deleteAfter={deleteAfter} days={days} problem={problemOf("delete", "keep")} />
      </div>
    </>
  );
}
