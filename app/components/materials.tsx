import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { chainBasisKey, materialQuestion, stageName } from "../i18n/material-keys";
import { proofKey } from "../i18n/recruitment-keys";
import type { MaterialsView, QuestionView, StageView } from "../lib/materials-page.server";
import { paths } from "../lib/paths";
import { MaterialForm, type MaterialFormState } from "./material-form";
import { SourceLinks } from "./method-parts";
import { Section } from "./page";
import { placesText } from "./recruitment-answer";
import { UndoSaved } from "./recruitment-history";
import { useSameDay } from "./trail-day";

interface Props {
  /** What was just saved or taken back. */
  readonly saved?: { readonly batch: string; readonly isUndone: boolean; readonly recordedAt: Date } | null;
  readonly view: MaterialsView;
  readonly workspace: string;
  readonly id: string;
  /** ISO date. */
  readonly today: string;
  readonly canWrite: boolean;
  /** A form that was sent and came back: its material stands open. */
  readonly sent?: (MaterialFormState & { readonly good: string }) | null;
}

/** The path from each material to what the supplier sells, where the stages are listed, and what to ask. */
export function Materials({ view, workspace, id, today, canWrite, saved = null, sent = null }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { paths: chains, questions, countsWith } = view;
  return (
    <Section id="materials" title={t("materials.title")} note={t("materials.note")}>
      <output className="block empty:hidden">
        {saved && (
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line bg-accent-wash px-3 py-2">
            <p className="font-semibold">{t(saved.isUndone ? "materials.undone" : "materials.saved")}</p>
            {canWrite && !saved.isUndone && (
              <UndoSaved
                batch={saved.batch}
                day={format.minute(saved.recordedAt)}
                action={paths.materials(workspace, id)}
              />
            )}
          </div>
        )}
      </output>
      <div className="space-y-5">
        {chains.map((path) => (
          <Path key={path.chain} path={path} />
        ))}
      </div>
      {questions.length > 0 && (
        <div className="mt-4 border-t border-line pt-3">
          <h3 className="mb-1 eyebrow">{t("materials.question")}</h3>
          {!countsWith.counts && <p className="text-sm">{t("materials.notCounted", { model: countsWith.model })}</p>}
          <ul className="divide-y divide-line">
            {questions.map((question) => (
              <li key={question.good} className="py-1.5">
                {canWrite ? (
                  <details open={sent?.good === question.good}>
                    <summary className="py-1 font-semibold text-accent">{materialQuestion(t, question.good)}</summary>
                    <MaterialForm
                      action={paths.materials(workspace, id)}
                      question={question}
                      today={today}
                      sent={sent?.good === question.good ? sent : null}
                    />
                  </details>
                ) : (
                  <p className="py-1 font-semibold">{materialQuestion(t, question.good)}</p>
                )}
                <Answer question={question} />
              </li>
            ))}
          </ul>
          <Link
            to={sameDay(paths.recruitment(workspace, id))}
            className="text-sm text-accent underline underline-offset-4"
          >
            {t("materials.all")}
          </Link>
        </div>
      )}
    </Section>
  );
}

function Answer({ question: { answer } }: { question: QuestionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!answer) return null;
  const days = t("materials.recorded", { from: format.day(answer.validFrom), day: format.day(answer.recordedAt) });
  return (
    <p className="text-sm break-words">
      {t("materials.stated", { places: placesText(t, format, answer.places) })}{" "}
      <span className="text-soft">
        ({[t(proofKey[answer.proof]), answer.source, days].filter(Boolean).join(t("common.separator"))})
      </span>
    </p>
  );
}

/** The stages in their order: each item says what it is, where it is listed, and what says that it belongs here. */
function Path({ path: { stages, own } }: { path: MaterialsView["paths"][number] }) {
  const { t } = useTranslation();
  const sold = own.map((stage) => stageName(t, stage)).join("; ");
  const from = stageName(t, stages[0]!.stage);
  return (
    <ol aria-label={t("materials.path", { from, to: sold })} className="text-[0.9375rem]">
      {stages.map((stage) => (
        <li key={stage.stage}>
          <div className="border-s-2 border-line-strong ps-3">
            <Stage stage={stage} />
          </div>
          <span aria-hidden="true" className="block py-0.5 leading-none text-soft">
            ↓
          </span>
        </li>
      ))}
      <li>
        <div className="border-s-2 border-line-strong ps-3">
          <span className="inline-block font-semibold first-letter:uppercase">{sold}</span>
          <span className="text-sm text-soft"> · {t("materials.sold")}</span>
        </div>
      </li>
    </ol>
  );
}

function Stage({ stage: { stage, listed, programmes, basis, sources, stated } }: { stage: StageView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = listed.countries.map((code) => format.country(code)).sort(format.compare);
  return (
    <>
      <p>
        <span className="inline-block font-semibold first-letter:uppercase">{stageName(t, stage)}</span>
        <span className="text-sm text-soft"> · {t(chainBasisKey[basis])}</span>
      </p>
      {programmes.length > 0 && (
        <p className="text-sm font-semibold">
          {t("materials.programme", { countries: placesText(t, format, programmes) })}
        </p>
      )}
      {listed.countries.length > 0 && (
        <p className="text-sm">
          {t("materials.listed", { countries: names.join(t("common.separator")), year: String(listed.year ?? "") })}
        </p>
      )}
      {listed.countries.length + programmes.length === 0 && <p className="text-sm text-soft">{t("materials.none")}</p>}
      {stated.length > 0 && (
        <p className="text-sm font-semibold">{t("materials.stated", { places: placesText(t, format, stated) })}</p>
      )}
      {sources.length > 0 && (
        <details className="text-sm text-soft">
          <summary className="py-0.5">{t("supplier.source")}</summary>
          <SourceLinks sources={sources} />
        </details>
      )}
    </>
  );
}
