import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { contactKindKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import type { DangerPage } from "../lib/danger-page.server";
import { AreaField, ChoiceField, LineField, type Typed } from "./finding-fields";
import { Notice } from "./notice";
import { Section } from "./page";

/** The one button; or that it was pressed, and how two members end it. */
export function DangerHold({ page, values }: { page: DangerPage; values: Typed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { hold, canHold, alone } = page;
  if (!hold)
    return (
      <Section id="hold" title={t("danger.place")} note={t("danger.placeNote")}>
        {canHold && (
          <Form method="post">
            <button className="button" data-kind="primary" name="intent" value="place">
              {t("danger.place")}
            </button>
          </Form>
        )}
      </Section>
    );
  return (
    <div className="space-y-4">
      <Notice kind="problem" title={t("danger.stands")}>
        {t("danger.standsNote")} {t("danger.standsSince", { day: format.minute(hold.since) })}
      </Notice>
      {canHold && (
        <details className="card p-4 sm:p-5" open={hold.asked !== null || values["intent"] === "ask"}>
          <summary className="font-semibold text-accent">{t("danger.lift")}</summary>
          <div className="mt-3 space-y-3">
            {hold.asked ? (
              <>
                <p className="break-words">
                  {t("danger.asked", { who: hold.asked.who ?? t("findings.page.nobody"), reason: hold.asked.reason })}
                </p>
                {hold.asked.isOwn ? (
                  <p className="text-soft">{t("danger.own")}</p>
                ) : (
                  <Form method="post">
                    <button className="button" name="intent" value="agree">
                      {t("danger.agree")}
                    </button>
                  </Form>
                )}
              </>
            ) : (
              <Form method="post" className="space-y-3">
                <AreaField
                  name="reason"
                  label={t("danger.liftWhy")}
                  values={values["intent"] === "ask" ? values : {}}
                  rows={2}
                />
                {alone && <p className="text-sm text-soft">{t("danger.aloneNote")}</p>}
                <button className="button" name="intent" value="ask">
                  {t(alone ? "danger.askAlone" : "danger.ask")}
                </button>
              </Form>
            )}
          </div>
        </details>
      )}
    </div>
  );
}

export function DangerFirst() {
  const { t } = useTranslation();
  return (
    <Section id="now" title={t("danger.now")}>
      <ol className="prose-width list-decimal space-y-1 ps-5">
        <li>{t("danger.first")}</li>
        <li>{t("danger.second")}</li>
        <li>{t("danger.third")}</li>
      </ol>
    </Section>
  );
}

/** Who can help in the country, with source and day; a blank says so. */
export function DangerContacts({
  country,
  contacts,
  canHold,
  values = {},
  today,
}: Pick<DangerPage, "contacts" | "canHold"> & {
  /** Null: not known. */
  readonly country: string | null;
  readonly values?: Typed;
  /** The last day on which a source can have been looked at; left out where nothing can be added. */
  readonly today?: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = values["intent"] === "contact" ? values : {};
  if (country === null)
    return (
      <Section id="contacts" title={t("danger.contactsNowhere")}>
        <p className="text-soft">{t("danger.noCountry")}</p>
      </Section>
    );
  return (
    <Section
      id="contacts"
      title={t("danger.contacts", { country: format.country(country) })}
      note={t("danger.noTable")}
    >
      <dl className="space-y-4">
        {contacts.map(({ kind, entries }) => (
          <div key={kind}>
            <dt className="font-semibold">{t(contactKindKey[kind])}</dt>
            {entries.length === 0 && <dd className="text-soft">{t("danger.blank")}</dd>}
            {entries.map((one) => (
              <dd key={one.id} className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <span className="min-w-0 break-words">
                  {one.name}: <strong>{one.contact}</strong>
                  <span className="block text-sm text-soft">
                    {t("danger.sourceOf", { source: one.source, day: format.day(one.checkedOn) })}
                  </span>
                </span>
                {canHold && (
                  <Form method="post">
                    <input type="hidden" name="contact" value={one.id} />
                    <button className="button" data-size="small" name="intent" value="withdraw">
                      {t("danger.withdraw")}
                    </button>
                  </Form>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {canHold && (
        <details className="mt-4 border-t border-line pt-3" open={values["intent"] === "contact"}>
          <summary className="font-semibold text-accent">{t("danger.add")}</summary>
          <Form method="post" className="mt-3 grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
            <ChoiceField
              name="kind"
              label={t("danger.contactsNowhere")}
              values={own}
              options={contacts.map(({ kind }) => [kind, t(contactKindKey[kind])])}
            />
            <LineField name="name" label={t("danger.name")} values={own} />
            <LineField name="contact" label={t("danger.contact")} values={own} />
            <LineField name="source" label={t("danger.sourceText")} values={own} />
            <LineField
              name="checkedOn"
              type="date"
              {...(today !== undefined && { max: today, fallback: today })}
              label={t("danger.checkedOn")}
              values={own}
            />
            <div>
              <button className="button" name="intent" value="contact">
                {t("danger.save")}
              </button>
            </div>
          </Form>
        </details>
      )}
    </Section>
  );
}
