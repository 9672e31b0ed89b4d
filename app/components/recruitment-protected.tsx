import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { protectedSourceKey } from "../i18n/recruitment-keys";
import type { InternalView } from "../lib/internal-page.server";
import { paths } from "../lib/paths";
import type { RecordedAnswer } from "../lib/recruitment-page.server";
import type { Standing } from "../services/readings/try-answers";
import { LevelTag } from "./marks";
import { Section } from "./page";
import { answerName, answerText } from "./recruitment-answer";

interface Props {
  readonly workspace: string;
  readonly supplierId: string;
  /** The internal assessment; null: nothing protected is known. */
  readonly internal: InternalView | null;
  readonly held: readonly RecordedAnswer[];
  readonly canWrite: boolean;
  readonly canRelease: boolean;
  /** Address of the form for protected answers. */
  readonly enter: string;
  readonly today: string;
}

/** What workers, a union, an NGO or a hotline told; for who may read protected information alone. */
export function ProtectedCard({ workspace, supplierId, internal, held, canWrite, canRelease, enter, today }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const batches = [...new Set(held.map(({ batch }) => batch))];
  return (
    <Section id="protected" title={t("recruitment.protected.title")} note={t("recruitment.protected.note")}>
      {internal && <InternalResult standing={internal.standing} />}
      {internal && internal.findings.length > 0 && (
        <p className="mt-2 text-sm">
          <Link to={`${paths.supplier(workspace, supplierId)}#in-confidence`}>{t("inConfidence.title")}</Link>
        </p>
      )}
      {batches.map((batch) => {
        const answers = held.filter((one) => one.batch === batch);
        const [first] = answers;
        if (!first) return null;
        return (
          <div key={batch} className="mt-3 border-t border-line pt-3">
            <p className="text-sm text-soft">
              {format.minute(first.recordedAt)}
              {first.protectedSource && ` · ${t(protectedSourceKey[first.protectedSource])}`}
            </p>
            <ul className="list-disc ps-5 text-[0.9375rem]">
              {answers.map((one) => (
                <li key={one.id} className="break-words">
                  {answerName(t, one.what)}: {answerText(t, format, one)}
                </li>
              ))}
            </ul>
            {canRelease && <ReleaseForm batch={batch} today={today} />}
          </div>
        );
      })}
      {canWrite && (
        <p className="mt-3">
          <Link to={enter} className="button" data-size="small">
            {t("recruitment.protected.enter")}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** The internal assessment in one line. */
export function InternalResult({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { level, score, plausible } = standing;
  return (
    <p className="figures flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-md bg-note-wash p-3">
      <span className="font-semibold">{t("recruitment.protected.internal")}:</span>
      <LevelTag level={level} />
      <span>{score === null ? t("recruitment.result.noScore") : format.score(score)}</span>
      <span className="text-soft">
        {t("recruitment.result.rangeOf", { low: format.score(plausible[0]), high: format.score(plausible[1]) })}
      </span>
    </p>
  );
}

function ReleaseForm({ batch, today }: { batch: string; today: string }) {
  const { t } = useTranslation();
  const id = `release-${batch}`;
  return (
    <details className="mt-2">
      <summary className="py-1 text-sm font-semibold text-accent">{t("recruitment.protected.release")}</summary>
      <Form method="post" className="mt-2 space-y-3" preventScrollReset>
        <input type="hidden" name="batch" value={batch} />
        <p className="text-sm">{t("recruitment.protected.releaseNote")}</p>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          <div>
            <label htmlFor={`${id}-by`} className="block text-sm font-semibold">
              {t("recruitment.protected.assessedBy")}
            </label>
            <input id={`${id}-by`} name="assessedBy" required maxLength={200} className="input" />
          </div>
          <div>
            <label htmlFor={`${id}-on`} className="block text-sm font-semibold">
              {t("recruitment.protected.assessedOn")}
            </label>
            <input id={`${id}-on`} name="assessedOn" type="date" required max={today} className="input" />
          </div>
          <div>
            <label htmlFor={`${id}-size`} className="block text-sm font-semibold">
              {t("recruitment.protected.groupSize")}
            </label>
            <input id={`${id}-size`} name="groupSize" type="number" min={1} required className="input" />
          </div>
        </div>
        <div>
          <label htmlFor={`${id}-text`} className="block text-sm font-semibold">
            {t("recruitment.protected.assessment")}
          </label>
          <textarea id={`${id}-text`} name="assessment" required rows={4} maxLength={5000} className="input" />
        </div>
        <button className="button" name="intent" value="release">
          {t("recruitment.protected.submit")}
        </button>
      </Form>
    </details>
  );
}
