import { Form, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { useHydrated } from "./hydrated";
import { Notice } from "./notice";

type Sending =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly name: string; readonly sent: number; readonly total: number }
  | { readonly kind: "failed"; readonly message: string };

/** What the upload address answers: where to go on, or a sentence. */
interface UploadAnswer {
  readonly location?: string;
  readonly message?: string;
}

function send(
  file: File,
  url: string,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () => resolve((request.response as UploadAnswer | null) ?? null));
    for (const bad of ["error", "abort", "timeout"] as const) request.addEventListener(bad, () => resolve(null));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/**
 * Takes one file. With script it goes as a raw stream with its progress shown; without, as an ordinary form. `limit` is
 * the largest size in bytes.
 */
export function UploadBox({
  workspace,
  limit,
  problem,
}: {
  workspace: string;
  limit: number;
  problem?: string | null | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<Sending>({ kind: "idle" });
  const scripted = useHydrated();
  const [over, setOver] = useState(false);
  const stop = useRef<AbortController | null>(null);

  useEffect(() => () => stop.current?.abort(), []);

  const start = async (file: File) => {
    if (file.size > limit) {
      setState({
        kind: "failed",
        message: t("workspace.upload.tooLarge", { size: format.bytes(file.size), limit: format.bytes(limit) }),
      });
      return;
    }
    const controller = new AbortController();
    stop.current = controller;
    setState({ kind: "sending", name: file.name, sent: 0, total: file.size });
    const answer = await send(
      file,
      paths.upload(workspace, file.name),
      (sent) => setState({ kind: "sending", name: file.name, sent, total: file.size }),
      controller.signal,
    );
    if (controller.signal.aborted) setState({ kind: "idle" });
    else if (answer?.location) void navigate(answer.location);
    else setState({ kind: "failed", message: answer?.message ?? t("workspace.upload.failed") });
    if (input.current) input.current.value = "";
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void start(file);
  };

  if (state.kind === "sending") {
    const { name, sent, total } = state;
    return (
      <div className="card p-5 sm:p-6" aria-live="polite">
        <p className="font-semibold">{t("workspace.upload.sending", { file: name })}</p>
        <progress
          className="progress mt-3"
          max={total || 1}
          value={sent}
          aria-label={t("workspace.upload.sending", { file: name })}
        />
        <p className="figures mt-2 text-sm text-soft">
          {sent >= total
            ? t("workspace.upload.received")
            : t("workspace.upload.sent", {
                sent: format.bytes(sent),
                total: format.bytes(total),
                percent: format.percent(total ? sent / total : 0),
              })}
        </p>
        <button type="button" className="button mt-3" data-size="small" onClick={() => stop.current?.abort()}>
          {t("common.cancel")}
        </button>
      </div>
    );
  }
  const sentence = state.kind === "failed" ? state.message : problem;
  return (
    <div className="space-y-3">
      {sentence && (
        <Notice kind="problem" title={t("imports.failed.title")}>
          {sentence}
        </Notice>
      )}
      <Form
        method="post"
        action={paths.newImport(workspace)}
        encType="multipart/form-data"
        reloadDocument
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`rounded-lg border-2 border-dashed p-5 text-center sm:p-8 ${over ? "border-accent bg-accent-wash" : "border-line-strong bg-surface"}`}
      >
        <input
          ref={input}
          id="file"
          name="file"
          type="file"
          required
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void start(file);
          }}
          className={scripted ? "peer sr-only" : "mx-auto block max-w-full"}
          aria-label={t("workspace.upload.choose")}
        />
        {scripted && (
          <>
            <label
              htmlFor="file"
              className="button peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-(--focus)"
              data-kind="primary"
            >
              {t("workspace.upload.choose")}
            </label>{" "}
            <span className="text-soft max-sm:mt-2 max-sm:block max-sm:text-sm">{t("workspace.upload.drop")}</span>
          </>
        )}
        {!scripted && (
          <button className="button mt-4" data-kind="primary">
            {t("workspace.upload.send")}
          </button>
        )}
        <p className="mt-3 text-sm font-semibold">{t("workspace.upload.accepts", { limit: format.bytes(limit) })}</p>
        <p className="mx-auto mt-1 max-w-md text-sm text-soft">{t("workspace.upload.kept")}</p>
      </Form>
    </div>
  );
}

/** What makes a list worth more, said before it is sent. */
export function UploadTips() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="tips" className="mt-8">
      <h2 id="tips" className="text-base!">
        {t("workspace.upload.tips")}
      </h2>
      <ul className="mt-2 list-disc space-y-1 ps-5 text-[0.9375rem] text-soft marker:text-line-strong">
        <li>{t("workspace.upload.tipCountry")}</li>
        <li>{t("workspace.upload.tipProduct")}</li>
        <li>{t("workspace.upload.tipNumber")}</li>
        <li>{t("workspace.upload.tipRecruitment")}</li>
      </ul>
    </section>
  );
}
