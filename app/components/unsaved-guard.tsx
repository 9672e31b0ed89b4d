/**
 * Nobody leaves a page on which a long text was typed and not saved without being asked. Such texts are not kept in the browser:
 * they may be what workers told in confidence, several people use one machine, and a text put back later would stand over what
 * somebody else has written in between. So the person decides while they still see it.
 */
import { useBlocker, useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "./notice";
import { asSent, formEnded, leaves, nameOfField, unsavedTexts, type SentForm } from "./unsaved-texts";

interface Typed {
  readonly name: string;
  readonly text: string;
}
/** What stood unsaved on the page as a form was sent from it, until it is answered. */
let onTheWay: readonly Typed[] = [];

/** Asks before the page is left: by a link, the way back, a form beside the text, or the end of the window. */
export function UnsavedGuard() {
  const { state } = useNavigation();
  const isRedirect = (useLocation().state as { readonly _isRedirect?: true } | null)?._isRedirect === true;
  const form = useSentForm();
  const answerAwaited = useRef(false);
  useEffect(() => {
    if (state === "submitting") answerAwaited.current = true;
    if (state !== "idle" || !answerAwaited.current) return;
    answerAwaited.current = false;
    onTheWay = [];
    // What was saved leads on; a form that was refused comes back.
    if (form.last.current) formEnded(form.last.current, isRedirect);
  }, [state, isRedirect, form]);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const sent = form.now.current;
    if (sent === null ? !leaves(currentLocation, nextLocation) : "stays" in sent.dataset) return false;
    return unsavedTexts(document, sent).length > 0;
  });
  return blocker.state === "blocked" ? <Asked stay={blocker.reset} leave={blocker.proceed} /> : null;
}

/** The form that is being sent at this moment, and the one that was sent last; asks by the browser's own words where the page ends. */
function useSentForm() {
  const now = useRef<HTMLFormElement | null>(null);
  const last = useRef<SentForm | null>(null);
  useEffect(() => {
    // Sent by the browser itself, which leaves the page for the answer.
    let byBrowser: HTMLFormElement | null = null;
    const begins = ({ target }: Event) => {
      if (!(target instanceof HTMLFormElement)) return;
      now.current = target;
      last.current = asSent(target);
      onTheWay = unsavedTexts(document).map((field) => ({ name: nameOfField(field), text: field.value }));
    };
    const ends = ({ defaultPrevented }: Event) => {
      if (!defaultPrevented) byBrowser = now.current;
      now.current = null;
    };
    const typed = () => {
      byBrowser = null;
    };
    const unload = (event: BeforeUnloadEvent) => {
      if (unsavedTexts(document, byBrowser).length > 0) event.preventDefault();
    };
    // The first hears of a form before React does, the second after it.
    window.addEventListener("submit", begins, true);
    window.addEventListener("submit", ends);
    window.addEventListener("input", typed);
    window.addEventListener("beforeunload", unload);
    return () => {
      window.removeEventListener("submit", begins, true);
      window.removeEventListener("submit", ends);
      window.removeEventListener("input", typed);
      window.removeEventListener("beforeunload", unload);
    };
  }, []);
  return useMemo(() => ({ now, last }), []);
}

/** Goes to a field, also where it is folded away. */
function goTo(field: HTMLTextAreaElement | undefined): void {
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}

/** Which texts are not saved, and what now; it has the keyboard. */
function Asked({ stay, leave }: { stay: () => void; leave: () => void }) {
  const { t } = useTranslation();
  const [fields] = useState(() => unsavedTexts(document));
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const back = (field: HTMLTextAreaElement | undefined) => {
    stay();
    goTo(field);
  };
  return (
    <div className="no-print sticky top-0 z-20 border-b border-line bg-surface px-4 py-3 sm:px-6">
      <Notice kind="problem" title={t("common.unsaved.title", { count: fields.length })}>
        <ul className="mt-1">
          {fields.map((field, index) => (
            <li key={index}>
              <button
                type="button"
                className="text-start break-words text-accent underline"
                onClick={() => back(field)}
              >
                {nameOfField(field)}
              </button>
            </li>
          ))}
        </ul>
        <p className="mt-3 flex flex-wrap gap-2">
          <button type="button" ref={first} className="button" data-kind="primary" onClick={() => back(fields[0])}>
            {t("common.unsaved.stay")}
          </button>
          <button type="button" className="button" onClick={leave}>
            {t("common.unsaved.leave")}
          </button>
        </p>
      </Notice>
    </div>
  );
}

/** Where a form could not be sent: what stood on the page that is gone, to be taken along. */
export function UnsentTexts() {
  const { t } = useTranslation();
  const [texts] = useState(onTheWay);
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (texts.length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", unload);
    return () => window.removeEventListener("beforeunload", unload);
  }, [texts]);
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="unsent" className="prose-width space-y-3">
      <h2 id="unsent">{t("common.unsaved.unsent")}</h2>
      <p className="text-soft">{t("common.unsaved.unsentNote")}</p>
      {texts.map(({ name, text }, index) => (
        <label key={index} className="block">
          <span className="block text-sm font-semibold">{name}</span>
          <textarea readOnly rows={6} defaultValue={text} className="input" />
        </label>
      ))}
    </section>
  );
}
