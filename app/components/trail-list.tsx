import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { eventOutcome } from "../i18n/event-outcome";
import { useFormat } from "../i18n/format";
import { eventSentence, recordKindKey } from "../i18n/trail-keys";
import { paths } from "../lib/paths";
import type { TrailLine } from "../services/trail/trail-view.server";

/** Plain values of an event, as they come from the loader. */
export type ShownLine = Omit<TrailLine, "at"> & { readonly at: Date };

/** What happened, and what it came to. */
function Said({ line, contents }: { line: ShownLine; contents: string }) {
  const { t } = useTranslation();
  const outcome = eventOutcome(t, line.name, JSON.parse(contents) as unknown);
  return (
    <>
      {eventSentence(t, line.name, line.values)}
      {outcome !== "" && <span className="font-normal">: {outcome}</span>}
    </>
  );
}

/** Events, the newest first: when, who, what, why, with what was recorded behind a fold. */
export function TrailList({ workspace, lines }: { workspace: string; lines: readonly ShownLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol aria-label={t("trail.list")} className="card divide-y divide-line">
      {lines.map((line) => (
        <li key={line.seq} id={`event-${line.seq}`} className="grid gap-x-6 gap-y-1 p-4 sm:grid-cols-[15.5rem_1fr]">
          <p className="text-sm text-soft">
            <time dateTime={line.at.toISOString()}>{format.minute(line.at)}</time>
            <br />
            {line.who ?? (line.isProgram ? t("trail.program") : t("trail.nobody"))}
          </p>
          <div className="min-w-0">
            <p className="break-words font-semibold">
              {line.contents === null ? t("trail.erased") : <Said line={line} contents={line.contents} />}
            </p>
            {line.reason !== null && (
              <p className="prose-width break-words text-[0.9375rem]">
                <span className="text-soft">{t("trail.why")}:</span> {line.reason}
              </p>
            )}
            <div className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
              {line.records.map(({ kind, id, name }) => (
                <Link
                  key={`${kind} ${id}`}
                  to={paths.record(workspace, kind, id)}
                  className={name === null ? "link inline-block first-letter:uppercase" : "link break-words"}
                >
                  {name === null ? t(recordKindKey[kind]) : <bdi>{name}</bdi>}
                </Link>
              ))}
              <details className="min-w-0 max-w-full open:basis-full">
                <summary className="cursor-pointer text-soft">
                  {t("trail.number", { formatted: format.count(line.seq) })} · {t("trail.detail")}
                </summary>
                <p className="mt-2 break-all">
                  {line.name} · {t("trail.hash")} <code className="text-xs">{line.hash}</code>
                </p>
                {line.contents !== null && (
                  <pre className="mt-2 rounded-md border border-line bg-sunken p-3 text-xs break-words whitespace-pre-wrap">
                    {line.contents}
                  </pre>
                )}
              </details>
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
