import { Form, useFetcher } from "@remix-run/react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Proof } from "../../risk-models/facts";
import { useFormat } from "../i18n/format";
import { FORM_FAULTS, proofKey } from "../i18n/recruitment-keys";
import type { QuestionView } from "../lib/materials-page.server";
import type { Fault } from "../lib/recruitment-form.server";
import type { Standing } from "../services/readings/try-answers";
import { useHydrated } from "./hydrated";
import { placesTyped } from "./recruitment-answer";
import { useStandingWords } from "./recruitment-result";

interface Tried {
  readonly before: Standing;
  readonly after: Standing;
}

/** What came of a form: what is wrong with it, what it holds, what it would do. */
export interface MaterialFormState {
  readonly tried: Tried | null;
  readonly faults: Readonly<Record<string, Fault>>;
  readonly values: Readonly<Record<string, string>>;
}

const TYPING_MS = 300;
/** Weakest first, as the engine has them. */
const PROOFS = Object.keys(proofKey) as Proof[];

/** Where one material comes from, how that is backed, who said it, from which day; and what it does before it is kept. */
export function MaterialForm({
  action,
  question: { good, answer },
  today,
  sent,
}: {
  action: string;
  question: QuestionView;
  today: string;
  sent: MaterialFormState | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const hydrated = useHydrated();
  const { submit, data } = useFetcher<MaterialFormState>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tryForm = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const entered = new FormData(form);
      entered.set("intent", "try");
      submit(entered, { method: "post", action });
    }, TYPING_MS);
  };
  const values = sent?.values ?? {
    places: answer ? placesTyped(t, format, answer.places) : "",
    proof: answer?.proof ?? "statement",
    source: answer?.source ?? "",
    on: answer?.validFrom ?? today,
  };
  const faults = sent?.faults ?? {};
  const tried = data?.tried ?? sent?.tried ?? null;
  return (
    <Form
      method="post"
      action={action}
      className="my-2"
      onChange={(event) => tryForm(event.currentTarget)}
      onSubmit={() => clearTimeout(timer.current)}
    >
      <input type="hidden" name="good" value={good} />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <Field
          label={t("materials.countries")}
          hint={`${t("materials.countriesHint")}${answer ? ` ${t("materials.blank")}` : ""}`}
          fault={faults["places"]}
        >
          {(control) => (
            <input {...control} name="places" defaultValue={values["places"]} maxLength={500} autoComplete="off" />
          )}
        </Field>
        <Field label={t("recruitment.proof")}>
          {(control) => (
            <select {...control} name="proof" defaultValue={values["proof"] || "statement"}>
              {PROOFS.map((level) => (
                <option key={level} value={level}>
                  {t(proofKey[level])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t("recruitment.common.source")}
          hint={t("recruitment.common.sourceHint")}
          fault={faults["source"]}
        >
          {(control) => (
            <input {...control} name="source" defaultValue={values["source"]} maxLength={500} autoComplete="off" />
          )}
        </Field>
        <Field label={t("recruitment.common.on")} hint={t("recruitment.common.onHint")} fault={faults["on"]}>
          {(control) => <input {...control} type="date" name="on" max={today} defaultValue={values["on"]} />}
        </Field>
      </div>
      <div aria-live="polite">{tried && <Effect tried={tried} />}</div>
      <div className="mt-3 flex flex-wrap gap-2">
        <button className="button" data-kind="primary" data-size="small" name="intent" value="save">
          {t("materials.save")}
        </button>
        {!hydrated && (
          <button className="button" data-size="small" name="intent" value="try">
            {t("materials.tryIt")}
          </button>
        )}
      </div>
    </Form>
  );
}

interface Control {
  readonly id: string;
  readonly className: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
}

function Field({
  label,
  hint,
  fault,
  children,
}: {
  label: string;
  hint?: string;
  fault?: Fault | undefined;
  children: (control: Control) => ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {children({
        id,
        className: "input",
        "aria-invalid": fault ? true : undefined,
        "aria-describedby": describedBy || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-soft">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-sm font-semibold text-high">
          <span aria-hidden="true">! </span>
          {t(FORM_FAULTS[fault.fault], { currency: fault.text, text: fault.text })}
        </p>
      )}
    </div>
  );
}

/** The result before and after, in the words of the result. */
function Effect({ tried: { before, after } }: { tried: Tried }) {
  const { t } = useTranslation();
  const words = useStandingWords();
  const lines = (
    [
      ["recruitment.result.score", words.score],
      ["recruitment.result.band", (one: Standing) => words.band(one) ?? ""],
      ["recruitment.result.range", words.range],
    ] as const
  ).flatMap(([key, say]) => {
    const [from, to] = [say(before), say(after)];
    return from === to ? [] : [`${t(key)}: ${t("recruitment.result.change", { from, to })}`];
  });
  return (
    <p className="figures mt-3 rounded-md bg-accent-wash px-3 py-1.5 text-sm">
      <span className="font-semibold">{t("materials.effect")}:</span>{" "}
      {lines.length === 0 ? t("recruitment.result.same") : lines.join(" · ")}
      <span className="block text-soft">{t("materials.effectNote")}</span>
    </p>
  );
}
