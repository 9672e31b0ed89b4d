import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CHANGES } from "../contracts/words";
import { changeKey } from "../i18n/contract-keys";
import { useFormat } from "../i18n/format";
import type { ContractPage } from "../lib/contract-page.server";
import { AreaInput, FormName, SelectInput, TextInput } from "./check-fields";
import { Section } from "./page";

/** The days on which the contract is looked at, and what came of it. */
export function Reviews({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reviews, termination } = page.status;
  return (
    <Section id="reviews" title={t("contracts.reviews.title")} note={t("contracts.reviews.note")}>
      {reviews.length === 0 && <p className="text-soft">{t("contracts.reviews.none")}</p>}
      <ul className="divide-y divide-line">
        {reviews.map(({ planned, done }) => (
          <li key={planned.reviewId} className="space-y-2 py-3">
            <p className="break-words">
              <strong>{format.day(planned.on)}</strong>
              {t("common.separator")}
              {planned.what}
              {!done && planned.on < page.today && (
                <span className="tag ms-2 border border-high bg-high-wash text-ink">{t("contracts.reviews.over")}</span>
              )}
            </p>
            {done ? (
              <p className="break-words whitespace-pre-wrap">
                {t("contracts.reviews.done", { day: format.day(done.on), result: done.result })}
              </p>
            ) : (
              page.canWrite && (
                <details>
                  <summary className="py-1 text-accent">
                    {t("contracts.reviews.note2")}
                    <span className="sr-only">: {planned.what}</span>
                  </summary>
                  <FormName.Provider value={`review-done ${planned.reviewId}`}>
                    <Form method="post" className="mt-2 space-y-3">
                      <input type="hidden" name="review" value={planned.reviewId} />
                      <TextInput
                        name="on"
                        label={t("contracts.day")}
                        type="date"
                        value={page.today}
                        max={page.today}
                        required
                      />
                      <AreaInput name="result" label={t("contracts.reviews.result")} rows={2} required />
                      <button name="intent" value="review-done" className="button">
                        {t("contracts.reviews.saveDone")}
                      </button>
                    </Form>
                  </FormName.Provider>
                </details>
              )
            )}
          </li>
        ))}
      </ul>
      {page.canWrite && termination === null && (
        <FormName.Provider value="review">
          <Form method="post" className="mt-3 flex flex-wrap items-end gap-3">
            <TextInput name="on" label={t("contracts.reviews.on")} type="date" required />
            <TextInput name="what" label={t("contracts.reviews.what")} required className="grow" />
            <button name="intent" value="review" className="button">
              {t("contracts.reviews.plan")}
            </button>
          </Form>
        </FormName.Provider>
      )}
    </Section>
  );
}

/** What changed while the contract runs, and what it means for those who work for it. */
export function Changes({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { changes, termination } = page.status;
  return (
    <Section id="changes" title={t("contracts.changes.title")} note={t("contracts.changes.note")}>
      {changes.length === 0 && <p className="text-soft">{t("contracts.changes.none")}</p>}
      <ul className="divide-y divide-line">
        {changes.map((one, at) => (
          <li key={at} className="py-3 break-words">
            <p>
              <strong>{format.day(one.on)}</strong>
              {t("common.separator")}
              {t(changeKey[one.what])}
            </p>
            <p className="whitespace-pre-wrap">{one.text}</p>
            <p className="whitespace-pre-wrap">
              <span className="text-soft">{t("contracts.changes.workers")}:</span> {one.workers}
            </p>
            <p className="text-sm text-soft">
              {t("checks.signed", { who: page.names[one.by] ?? t("checks.nobody"), when: format.minute(one.at) })}
            </p>
          </li>
        ))}
      </ul>
      {page.canWrite && termination === null && (
        <details className="mt-2">
          <summary className="py-1 text-accent">{t("contracts.changes.add")}</summary>
          <FormName.Provider value="change">
            <Form method="post" className="mt-2 space-y-3">
              <div className="flex flex-wrap items-end gap-3">
                <TextInput name="on" label={t("contracts.day")} type="date" max={page.today} required />
                <SelectInput
                  name="what"
                  label={t("contracts.changes.what")}
                  required
                  blank={t("checks.choose")}
                  options={CHANGES.map((one) => [one, t(changeKey[one])])}
                />
              </div>
              <AreaInput name="text" label={t("contracts.changes.text")} rows={2} required />
              <AreaInput
                name="workers"
                label={t("contracts.changes.workers")}
                hint={t("contracts.changes.workersHint")}
                rows={2}
                required
              />{" "}
              {/* prettier-ignore */}
              <button name="intent" value="change" className="button">
                {t("contracts.changes.save")}
              </button>
            </Form>
          </FormName.Provider>
        </details>
      )}
    </Section>
  );
}
