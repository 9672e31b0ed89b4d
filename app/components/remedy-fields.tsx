import { createContext, useContext, useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Key } from "../i18n/keys";
import { REMEDY_FAULTS, type RemedyFault } from "../i18n/remedy-keys";
import { Refused } from "./refused";

/** What a form begins with, and what is wrong with it, by the names of its fields. */
export interface RemedyFormState {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, RemedyFault>>;
}
export const RemedyFormContext = createContext<RemedyFormState>({ values: {}, faults: {} });

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** All of the width. */
  readonly wide?: boolean;
}

function useControl(name: string, hint: string | undefined) {
  const { values, faults } = useContext(RemedyFormContext);
  const id = useId();
  const fault = faults[name];
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return {
    fault,
    control: {
      id,
      name,
      defaultValue: values[name] ?? "",
      "aria-invalid": fault !== undefined || undefined,
      "aria-describedby": described || undefined,
      className: "input",
    },
  };
}

function Around({
  id,
  label,
  hint,
  fault,
  wide,
  children,
}: Omit<FieldProps, "name"> & { id: string; fault: RemedyFault | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={`aligned-field min-w-0 ${wide ? "sm:col-span-2" : ""}`}>
      <div>
        <label htmlFor={id} className="block text-sm font-semibold">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="mb-1 text-xs text-soft">
            {hint}
          </p>
        )}
      </div>
      <div>
        {children}
        {fault && (
          <p id={`${id}-fault`} className="mt-1 text-sm font-semibold text-high">
            <span aria-hidden="true">! </span>
            {t(REMEDY_FAULTS[fault])}
          </p>
        )}
      </div>
    </div>
  );
}

export function TextInput({
  type = "text",
  list,
  max,
  maxLength = 300,
  ...field
}: FieldProps & {
  readonly type?: "text" | "date";
  readonly list?: string;
  readonly max?: string;
  readonly maxLength?: number;
}) {
  const { control, fault } = useControl(field.name, field.hint);
  return (
    <Around {...field} id={control.id} fault={fault}>
      <input {...control} type={type} list={list} max={max} maxLength={maxLength} autoComplete="off" />
    </Around>
  );
}

/** A number or an amount: what is typed is read with its spaces and its decimal sign. */
export function NumberInput(field: FieldProps) {
  const { control, fault } = useControl(field.name, field.hint);
  return (
    <Around {...field} id={control.id} fault={fault}>
      <input {...control} inputMode="decimal" maxLength={40} autoComplete="off" />
    </Around>
  );
}

export function TextArea({ rows = 3, maxLength = 2000, ...field }: FieldProps & { rows?: number; maxLength?: number }) {
  const { control, fault } = useControl(field.name, field.hint);
  return (
    <Around {...field} id={control.id} fault={fault}>
      <textarea {...control} rows={rows} maxLength={maxLength} />
    </Around>
  );
}

/** A choice from a closed list; with `blank` it may be left open. */
export function Choice({
  options,
  blank,
  ...field
}: FieldProps & { readonly options: readonly (readonly [value: string, label: string])[]; readonly blank?: string }) {
  const { control, fault } = useControl(field.name, field.hint);
  return (
    <Around {...field} id={control.id} fault={fault}>
      <select {...control}>
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** Several words of a closed list. */
export function Choices({
  name,
  label,
  hint,
  options,
}: FieldProps & { readonly options: readonly (readonly [value: string, label: string])[] }) {
  const { values } = useContext(RemedyFormContext);
  const chosen = (values[name] ?? "").split("|");
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="text-sm font-semibold">{label}</legend>
      {hint && <p className="mb-1 text-xs text-soft">{hint}</p>}
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map(([value, text]) => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What a form says when something is wrong with it. */
export function FormTrouble({ problem }: { problem: string | null }) {
  const { t } = useTranslation();
  const { faults } = useContext(RemedyFormContext);
  if (problem) return <Refused>{problem}</Refused>;
  return Object.keys(faults).length > 0 ? <Refused>{t("remedy.wrong")}</Refused> : null;
}

/** The options of a closed list in the reader's words. */
export function useOptions() {
  const { t } = useTranslation();
  return <T extends string>(keys: Readonly<Record<T, Key>>): [T, string][] =>
    (Object.keys(keys) as T[]).map((word) => [word, t(keys[word] as "remedy.save")]);
}

/** A name and what stands behind it, for the facts of a record. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const { t } = useTranslation();
  return (
    <dl className="grid grid-cols-1 gap-x-6 sm:gap-y-2 sm:grid-cols-[minmax(9rem,auto)_minmax(0,1fr)]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-sm text-soft">{name}</dt>
          <dd className="break-words whitespace-pre-line max-sm:mb-2.5">
            {value === null || value === "" ? <span className="text-soft">{t("remedy.unknown")}</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
