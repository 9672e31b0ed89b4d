import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { decisionKey, decisionHintKey } from "../i18n/screening-keys";
import type { MatchPage } from "../services/screening/matches-view.server";
import { Section } from "./page";
import { useSingleKeys } from "./single-keys";

interface Props {
  readonly page: MatchPage;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What was typed into a form that came back. */
  readonly values: Readonly<Record<string, unknown>>;
}

function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

const typed = (values: Props["values"], name: string): string => (typeof values[name] === "string" ? values[name] : "");

/** Match, not this one, or cannot tell, with the reason: 1, 2, 3 choose, the reason has the cursor then, Ctrl+Enter keeps it. */
export function DecideMatch({ page, today, values }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const isBusy = useNavigation().state !== "idle";
  useSingleKeys((key) => {
    const choice = form.current?.querySelector<HTMLInputElement>(`input[name=decision][data-key="${key}"]`);
    if (!choice) return false;
    choice.click();
    form.current?.querySelector("textarea")?.focus();
    return true;
  });
  // Another pair is another form.
  useEffect(() => form.current?.reset(), [page.candidate.id]);
  const waits = !page.alone && (page.stands || page.choices.includes("match") || page.choices.includes("delisted"));
  return (
    <Section id="decide" title={t("matches.decide.title")} note={waits ? t("matches.decide.second") : undefined}>
      <Form ref={form} method="post" onKeyDown={sendOnCtrlEnter} className="space-y-3">
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="version" value={page.candidate.version} />
        <fieldset className="grid grid-cols-1 gap-2 sm:grid-cols-3">
          <legend className="sr-only">{t("matches.decide.title")}</legend>
          {page.choices.map((choice, at) => (
            <div
              key={choice}
              className="flex items-start gap-2 rounded-md border border-line-strong p-3 has-checked:border-accent has-checked:bg-accent-wash"
            >
              <input
                type="radio"
                id={`${id}-${choice}`}
                name="decision"
                value={choice}
                required
                defaultChecked={values["decision"] === choice}
                data-key={at + 1}
                aria-keyshortcuts={String(at + 1)}
                aria-describedby={`${id}-${choice}-hint`}
                className="mt-1"
              />
              <div>
                <label htmlFor={`${id}-${choice}`} className="font-semibold">
                  {t(decisionKey[choice])}
                </label>{" "}
                <kbd aria-hidden="true" className="max-md:hidden">
                  {at + 1}
                </kbd>
                <p id={`${id}-${choice}-hint`} className="text-sm text-soft">
                  {t(decisionHintKey(choice, page.reachesScore))}
                </p>
              </div>
            </div>
          ))}
        </fieldset>
        <ReasonField values={values} hint={t("matches.decide.reasonHint")} />
        {page.outOfDate && page.choices.includes("match") && (
          <CheckedField today={today} values={values} url={page.candidate.list.url} isNeeded={page.alone} />
        )}
        {page.alike.length > 0 && (
          <p className="flex items-start gap-2">
            <input
              type="checkbox"
              id={`${id}-also`}
              name="also"
              value={page.alike.map((one) => `${one.id}.${one.version}`).join(" ")}
              defaultChecked
              className="mt-1"
            />
            <label htmlFor={`${id}-also`}>
              {t("matches.decide.also", { lists: page.alike.map(({ list }) => list).join("; ") })}
            </label>
          </p>
        )}
        {page.alone && <p className="text-sm text-soft">{t("matches.decide.alone")}</p>}
        <button className="button" data-kind="primary" disabled={isBusy}>
          {t("matches.decide.save")}
        </button>
      </Form>
    </Section>
  );
}

/** A second member agrees, or does not. */
export function ConfirmMatch({ page, today, values }: Props) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state !== "idle";
  const { last } = page;
  if (!last) return null;
  const version = <input type="hidden" name="version" value={page.candidate.version} />;
  return (
    <Section id="confirm" title={t("matches.confirm.title")}>
      <p className="mb-3 prose-width">
        {t("matches.confirm.said", { who: last.who ?? t("matches.nobody"), decision: t(decisionKey[last.decision]) })}
      </p>
      <blockquote className="mb-4 border-s-2 border-line-strong ps-3 whitespace-pre-wrap">{last.reason}</blockquote>
      {page.isOwnProposal ? (
        <p className="mb-4 text-soft">{t("matches.confirm.own")}</p>
      ) : (
        <Form method="post" className="mb-5 space-y-3">
          <input type="hidden" name="intent" value="confirm" />
          {version}
          {page.outOfDate && last.decision === "match" && (
            <CheckedField today={today} values={values} url={page.candidate.list.url} isNeeded />
          )}
          <button className="button" data-kind="primary" disabled={isBusy}>
            {t("matches.confirm.agree")}
          </button>
        </Form>
      )}
      <Form method="post" className="space-y-3 border-t border-line pt-4">
        <input type="hidden" name="intent" value="reopen" />
        {version}
        <ReasonField values={values} />
        <button className="button" disabled={isBusy}>
          {t(page.isOwnProposal ? "matches.confirm.takeBack" : "matches.confirm.refuse")}
        </button>
      </Form>
    </Section>
  );
}

/** Asks about a decided pair again; what was decided counts until then. */
export function ReopenMatch({ page, values }: Props) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state !== "idle";
  return (
    <details className="card p-4 sm:p-5">
      <summary className="font-semibold text-accent">{t("matches.reopen.title")}</summary>
      <Form method="post" onKeyDown={sendOnCtrlEnter} className="mt-3 space-y-3">
        <p className="prose-width text-sm text-soft">{t("matches.reopen.note")}</p>
        <input type="hidden" name="intent" value="reopen" />
        <input type="hidden" name="version" value={page.candidate.version} />
        <ReasonField values={values} />
        <button className="button" disabled={isBusy}>
          {t("matches.reopen.do")}
        </button>
      </Form>
    </details>
  );
}

function ReasonField({ values, hint }: { values: Props["values"]; hint?: string }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {t("matches.reason")}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name="reason"
        rows={3}
        required
        maxLength={2000}
        defaultValue={typed(values, "reason")}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="input max-w-2xl"
      />
    </div>
  );
}

function CheckedField({
  today,
  values,
  url,
  isNeeded,
}: {
  today: string;
  values: Props["values"];
  /** The publisher's own list. */
  url: string | null;
  isNeeded: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {t("matches.checkedOn")}
      </label>
      <p id={`${id}-hint`} className="mb-1 prose-width text-sm text-soft">
        {t(isNeeded ? "matches.checkedNeeded" : "matches.checkedHint")}{" "}
        {url !== null && (
          <a href={url} rel="noreferrer">
            {t("matches.publisherList")}
          </a>
        )}
      </p>
      <input
        id={id}
        type="date"
        name="checkedOn"
        max={today}
        defaultValue={typed(values, "checkedOn")}
        aria-describedby={`${id}-hint`}
        className="input w-auto!"
      />
    </div>
  );
}
