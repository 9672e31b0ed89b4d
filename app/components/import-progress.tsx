import { Form, useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { phaseKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import type { JobView } from "../services/imports/import-view.server";

/** What the progress address answers each second. */
export interface ProgressAnswer {
  /** State of the import; another one than the page shows means: look again. */
  readonly importState: string;
  /** The job it waits for; null when there is none (any more). */
  readonly job: JobView | null;
}

interface Props {
  readonly workspace: string;
  readonly importId: string;
  readonly canCancel: boolean;
  readonly first: ProgressAnswer;
}

const EVERY_MS = 1000;

/** How far the work on a list is: a bar, rows, rows a second, time left, and a way to stop it. */
export function ImportProgress({ workspace, importId, canCancel, first }: Props) {
  const { t } = useTranslation();
  const fetcher = useFetcher<ProgressAnswer>();
  const { revalidate } = useRevalidator();
  const address = paths.importProgress(workspace, importId);
  const { load, state } = fetcher;
  const now = fetcher.data ?? first;

  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(() => load(address), EVERY_MS);
    return () => clearTimeout(timer);
  }, [address, load, state]);

  useEffect(() => {
    if (now.importState !== first.importState) revalidate();
  }, [now.importState, first.importState, revalidate]);

  return (
    <section className="card p-5 sm:p-6" aria-labelledby="progress">
      <ProgressText answer={now} />
      <p className="mt-3 text-sm text-soft">{t("imports.progress.leave")}</p>
      <noscript>
        <p className="text-sm text-soft">{t("imports.progress.reload")}</p>
      </noscript>
      {canCancel && (
        <Form method="post" className="mt-4">
          <button className="button" name="intent" value="cancel" disabled={now.job?.cancelRequested ?? false}>
            {(now.job?.cancelRequested ?? false) ? t("imports.progress.cancelling") : t("imports.progress.cancel")}
          </button>
        </Form>
      )}
    </section>
  );
}

/** The bar and its sentences. Announced politely once a phase, not at every tick. */
function ProgressText({ answer: { job } }: { answer: ProgressAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const progress = job?.progress ?? null;
  const title = progress ? t(phaseKey[progress.phase]) : t("imports.progress.waiting");
  const fraction = progress && progress.total > 0 ? Math.min(progress.done / progress.total, 1) : null;
  const parts = [
    fraction === null ? null : t("imports.progress.percent", { percent: format.percent(fraction) }),
    progress && progress.rows > 0 ? t("imports.progress.rows", { done: format.count(progress.rows) }) : null,
    progress?.rowsPerSecond ? t("imports.progress.speed", { rate: format.count(progress.rowsPerSecond) }) : null,
    progress && progress.secondsLeft !== null
      ? t("imports.progress.left", { time: format.duration(progress.secondsLeft) })
      : null,
  ].filter((part) => part !== null);
  return (
    <>
      <h2 id="progress" aria-live="polite">
        {title}
      </h2>
      <progress
        className="progress mt-3"
        aria-labelledby="progress"
        {...(fraction === null ? {} : { max: 1, value: fraction })}
      />
      <ul className="figures mt-2 flex min-h-6 flex-wrap gap-x-5 text-[0.9375rem] text-soft">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </>
  );
}
