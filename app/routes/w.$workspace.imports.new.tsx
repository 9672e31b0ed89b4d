import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Readable } from "node:stream";
import { useTranslation } from "react-i18next";
import { PageHead } from "../components/page";
import { UploadBox, UploadTips } from "../components/upload-box";
import { requestI18n, requestTranslator } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getConfig, getDb } from "../lib/db.server";
import { parseUpload } from "../lib/multipart.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { receiveFile } from "../services/imports/receive-file.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "import:write");
  return {
    title: pageTitle(request, "workspace.upload.title"),
    workspace: scope.workspaceSlug,
    limit: getConfig().maxUploadBytes,
  };
}

/** The upload of a browser without script: an ordinary form, streamed to disk while it arrives. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "import:write");
  const db = await getDb();
  const t = requestTranslator(request);
  let importId: string | null = null;
  try {
    await parseUpload(request, async ({ name, filename, data: parts }) => {
      if (name !== "file" || !filename || importId !== null) {
        for await (const _part of parts);
        return undefined;
      }
      const received = await receiveFile(
        db,
        scope,
        { fileName: filename, body: Readable.from(parts) },
        getConfig(),
        new Date(),
      );
      importId = received.importId;
      return importId;
    });
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error) }, { status: error.status });
  }
  if (importId === null) return data({ problem: t("workspace.upload.noFile") }, { status: 422 });
  throw redirect(paths.import(scope.workspaceSlug, importId));
}

export default function NewImport() {
  const { t } = useTranslation();
  const { workspace, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={t("workspace.upload.title")} lead={t("workspace.home.emptyLead")} />
      <UploadBox workspace={workspace} limit={limit} problem={answer?.problem} />
      <UploadTips />
    </div>
  );
}
