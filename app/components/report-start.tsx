import { Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { stageKey } from "../i18n/check-keys";
import { noSubjectKey, toSubjectKey } from "../i18n/report-keys";
import { paths } from "../lib/paths";
import type { SubjectKind } from "../reports/template";
import type { Subject } from "../services/reports/startable.server";

interface Choice {
  readonly title: string;
  readonly subject: SubjectKind;
  readonly variants: readonly { readonly id: string; readonly name: string }[];
  /** Records the report can be about. */
  readonly records: readonly Subject[];
  /** How many are offered, where there may be more. */
  readonly most: number | null;
}

/** Variants that nobody can start before a lawyer has looked through them, with what the law of each asks. */
export function WaitingVariants({
  variants,
}: {
  variants: readonly { readonly id: string; readonly name: string; readonly note: string }[];
}) {
  const { t } = useTranslation();
  if (variants.length === 0) return null;
  return (
    <details>
      <summary className="text-sm">
        {t("reports.waitingVariants")} ({variants.length})
      </summary>
      <p className="mt-2 text-sm">{t("reports.notReleased")}</p>
      <dl className="mt-2 space-y-2 text-sm">
        {variants.map(({ id, name, note }) => (
          <div key={id}>
            <dt className="font-semibold">{name}</dt>
            <dd className="text-soft">{note}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Where the records are made that reports are about. */
const MADE_AT = { category: paths.newCategory, check: paths.tenders, supplier: paths.newImport } as const;

/** What a new report is about, in which variant, and the button that starts it; where there is nothing it can be about, the way to it. */
export function SubjectChoice({ workspace, choice }: { workspace: string; choice: Choice }) {
  const { t } = useTranslation();
  const id = useId();
  const { subject, variants, records, most, title } = choice;
  if (subject !== "workspace" && subject !== "product" && records.length === 0)
    return (
      <p className="text-sm">
        {t(noSubjectKey[subject])}{" "}
        <Link to={MADE_AT[subject](workspace)} className="link">
          {t(toSubjectKey[subject])}
        </Link>
      </p>
    );
  return (
    <>
      {variants.length > 1 && (
        <div className="min-w-0 grow">
          <label htmlFor={`${id}-variant`} className="block text-sm font-semibold">
            {t("reports.chooseVariant")}
          </label>
          <select id={`${id}-variant`} name="variant" className="input">
            {variants.map((variant) => (
              <option key={variant.id} value={variant.id}>
                {variant.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {records.length > 0 && (
        <div className="min-w-0 grow">
          <label htmlFor={`${id}-subject`} className="block text-sm font-semibold">
            {t("reports.chooseSubject")}
          </label>
          <select id={`${id}-subject`} name="subject" className="input">
            {records.map((record) => (
              <option key={record.id} value={record.id}>
                {record.stage === null ? record.name : `${record.name} · ${t(stageKey[record.stage])}`}
              </option>
            ))}
          </select>
          {most !== null && (
            <p className="mt-1 text-sm text-soft">{t("reports.moreSubjects", { most: String(most) })}</p>
          )}
        </div>
      )}
      {subject === "product" && (
        <div className="min-w-0 grow">
          <label htmlFor={`${id}-name`} className="block text-sm font-semibold">
            {t("reports.subjectNone.product")}
          </label>
          <input id={`${id}-name`} name="name" className="input" maxLength={200} required autoComplete="off" />
        </div>
      )}
      <button className="button" aria-label={`${t("reports.begin")}: ${title}`}>
        {t("reports.begin")}
      </button>
    </>
  );
}
