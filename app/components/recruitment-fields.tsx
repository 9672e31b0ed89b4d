import { createContext, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PROOF_LEVELS } from "../../risk-models/facts";
import { FORM_FAULTS, proofKey, questionKey, questionTextKey, type FormFault } from "../i18n/recruitment-keys";
import type { QuestionId } from "../recruitment/questions";
import type { TriedView } from "../lib/recruitment-page.server";
import { StepEffect } from "./recruitment-result";

/** What a form of answers begins with, what is wrong with it, and what is known beside it. */
export interface FormState {
  /** By the name of the field. */
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, { readonly fault: FormFault; readonly text: string }>>;
  /** What the list says to a question, and what was recorded of it. */
  readonly notes: Readonly<Partial<Record<QuestionId, readonly string[]>>>;
  readonly tried: TriedView | null;
}

export const FormContext = createContext<FormState>({ values: {}, faults: {}, notes: {}, tried: null });

const idOf = (name: string) => `answer-${name.replaceAll(".", "-")}`;

/** What is wrong with a field, tied to it. */
function FaultText({ name }: { name: string }) {
  const { t } = useTranslation();
  const found = useContext(FormContext).faults[name];
  if (!found) return null;
  return (
    <p id={`${idOf(name)}-fault`} className="mt-1 text-sm font-semibold text-high">
      <span aria-hidden="true">! </span>
      {t(FORM_FAULTS[found.fault], { currency: found.text, text: found.text })}
    </p>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly className?: string;
}

/** Label, hint and fault around one control. */
function Around({ name, label, hint, className, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={`min-w-0 ${className ?? ""}`}>
      <label htmlFor={idOf(name)} className="block text-sm font-semibold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${idOf(name)}-hint`} className="mt-0.5 text-xs text-soft">
          {hint}
        </p>
      )}
      <FaultText name={name} />
    </div>
  );
}

function useControl(name: string, hint?: string) {
  const { values, faults } = useContext(FormContext);
  const isWrong = faults[name] !== undefined;
  const describedBy = [hint && `${idOf(name)}-hint`, isWrong && `${idOf(name)}-fault`].filter(Boolean).join(" ");
  return {
    id: idOf(name),
    name,
    defaultValue: values[name] ?? "",
    "aria-invalid": isWrong || undefined,
    "aria-describedby": describedBy || undefined,
    className: "input",
  };
}

export function TextField({
  list,
  type = "text",
  maxLength = 500,
  max,
  ...field
}: FieldProps & {
  readonly list?: string;
  readonly type?: string;
  readonly maxLength?: number;
  readonly max?: string;
}) {
  const control = useControl(field.name, field.hint);
  return (
    <Around {...field}>
      <input {...control} type={type} list={list} maxLength={maxLength} max={max} autoComplete="off" />
    </Around>
  );
}

export function NumberField(field: FieldProps) {
  const control = useControl(field.name, field.hint);
  return (
    <Around {...field}>
      <input {...control} inputMode="decimal" autoComplete="off" maxLength={20} />
    </Around>
  );
}

export function SelectField({
  options,
  ...field
}: FieldProps & { readonly options: readonly (readonly [value: string, label: string])[] }) {
  const { t } = useTranslation();
  const control = useControl(field.name, field.hint);
  return (
    <Around {...field}>
      <select {...control}>
        <option value="">{t("recruitment.notKnown")}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Around>
  );
}

export const CURRENCIES_ID = "answer-currencies";
export const COUNTRIES_ID = "answer-countries";

/** The currency of an amount: three letters. */
export function CurrencyField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  const control = useControl(name);
  return (
    <div className="w-22 shrink-0">
      <label htmlFor={control.id} className="block text-sm font-semibold">
        {t("recruitment.field.currency")}
        <span className="sr-only">: {label}</span>
      </label>
      <input
        {...control}
        list={CURRENCIES_ID}
        maxLength={3}
        autoComplete="off"
        data-currency
        className="input uppercase"
      />
    </div>
  );
}

/** An amount with its currency. */
export function MoneyField({ className, ...field }: FieldProps) {
  const currency = `currency.${field.name}`;
  return (
    <div className={`min-w-0 ${className ?? ""}`}>
      <div className="flex items-end gap-2">
        <NumberField {...field} className="flex-1" />
        <CurrencyField name={currency} label={field.label} />
      </div>
      <FaultText name={currency} />
    </div>
  );
}

/** One question: its fields, how they are backed, from which day, and what it does to the result. */
export function Question({
  question,
  children,
  hasProof = true,
}: {
  question: QuestionId;
  children: ReactNode;
  hasProof?: boolean;
}) {
  const { t } = useTranslation();
  const { values, notes, tried, faults } = useContext(FormContext);
  const proof = `proof.${question}`;
  const day = `day.${question}`;
  const name = t(questionKey[question]);
  return (
    <fieldset className="border-t border-line pt-4 first:border-t-0 first:pt-0">
      <legend className="float-start mb-0.5 w-full font-semibold">{name}</legend>
      <p className="clear-both mb-2 prose-width text-sm text-soft">{t(questionTextKey[question])}</p>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">{children}</div>
      {hasProof && (
        <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-1 text-sm">
          <label className="flex max-w-full flex-wrap items-center gap-x-2">
            <span className="text-soft">
              {t("recruitment.proof")}
              <span className="sr-only">: {name}</span>
            </span>
            <select
              name={proof}
              defaultValue={values[proof] ?? "statement"}
              className="input w-auto! max-w-full"
              data-size="small"
            >
              {PROOF_LEVELS.map((level) => (
                <option key={level} value={level}>
                  {t(proofKey[level])}
                </option>
              ))}
            </select>
          </label>
          <details open={(values[day] ?? "") !== "" || faults[day] !== undefined}>
            <summary className="py-1 text-accent">{t("recruitment.day")}</summary>
            <label>
              <span className="sr-only">{t("recruitment.dayOf", { question: name })}</span>
              <input type="date" name={day} defaultValue={values[day] ?? ""} className="input" data-size="small" />
            </label>
            <FaultText name={day} />
          </details>
        </div>
      )}
      {(notes[question] ?? []).map((note) => (
        <p key={note} className="mt-2 text-sm text-soft">
          {note}
        </p>
      ))}
      <StepEffect question={question} tried={tried} />
    </fieldset>
  );
}
