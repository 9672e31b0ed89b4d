import { createContext, useContext, useId, type ReactNode } from "react";

/** What was typed into a form that came back, by the name of the button that sent it. */
export const SentForm = createContext<{
  readonly sent: string | null;
  readonly values: Readonly<Record<string, readonly string[]>>;
}>({
  sent: null,
  values: {},
});
/** Which form of the page the fields stand in: fields of the form that came back keep what was typed. */
export const FormName = createContext("");

/** Whether a box was ticked in the form that came back. */
function useTicked(name: string, value: string, checked: boolean): boolean {
  const { sent, values } = useContext(SentForm);
  const form = useContext(FormName);
  return sent !== null && sent === form ? (values[name] ?? []).includes(value) : checked;
}

function useTyped(name: string, value: string): string {
  const { sent, values } = useContext(SentForm);
  const form = useContext(FormName);
  return sent !== null && sent === form ? (values[name]?.[0] ?? "") : value;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What stands there before anybody typed. */
  readonly value?: string;
  readonly required?: boolean;
  readonly className?: string;
}

function Around({
  id,
  label,
  hint,
  className = "",
  children,
}: Pick<FieldProps, "label" | "hint" | "className"> & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-xs text-soft">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

export function TextInput({
  name,
  value = "",
  required,
  type = "text",
  max,
  maxLength = 300,
  inputMode,
  list,
  ...around
}: FieldProps & {
  readonly type?: "text" | "date";
  readonly max?: string | undefined;
  readonly maxLength?: number;
  readonly inputMode?: "decimal";
  readonly list?: string;
}) {
  const id = useId();
  const typed = useTyped(name, value);
  return (
    <Around id={id} {...around}>
      <input
        id={id}
        name={name}
        type={type}
        max={max}
        list={list}
        maxLength={type === "date" ? undefined : maxLength}
        inputMode={inputMode}
        required={required}
        defaultValue={typed}
        autoComplete="off"
        aria-describedby={around.hint ? `${id}-hint` : undefined}
        className={type === "date" ? "input w-auto! max-w-full" : "input"}
      />
    </Around>
  );
}

export function AreaInput({
  name,
  value = "",
  required,
  rows = 3,
  maxLength = 4000,
  ...around
}: FieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  const id = useId();
  const typed = useTyped(name, value);
  return (
    <Around id={id} {...around}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        required={required}
        defaultValue={typed}
        aria-describedby={around.hint ? `${id}-hint` : undefined}
        className="input"
      />
    </Around>
  );
}

type Option = readonly [value: string, label: string];

export function SelectInput({
  name,
  value = "",
  required,
  options,
  blank,
  ...around
}: FieldProps & { readonly options: readonly Option[]; readonly blank: string }) {
  const id = useId();
  const typed = useTyped(name, value);
  return (
    <Around id={id} {...around}>
      <select
        id={id}
        name={name}
        required={required}
        defaultValue={typed}
        aria-describedby={around.hint ? `${id}-hint` : undefined}
        className="input"
      >
        <option value="">{blank}</option>
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** One of a few, each with what it means. None is chosen beforehand. */
export function Choices({
  name,
  legend,
  options,
  value = "",
  required = true,
  columns = "sm:grid-cols-2",
}: {
  readonly name: string;
  readonly legend: string;
  /** What is chosen before anybody did. */
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly required?: boolean;
  readonly columns?: string;
}) {
  const id = useId();
  const typed = useTyped(name, value);
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      <div className={`grid grid-cols-1 gap-2 ${columns}`}>
        {options.map(({ value: word, label, hint }) => (
          <div
            key={word}
            className="flex items-start gap-2 rounded-md border border-line-strong p-2.5 has-checked:border-accent has-checked:bg-accent-wash"
          >
            <input
              type="radio"
              id={`${id}-${word}`}
              name={name}
              value={word}
              required={required}
              defaultChecked={typed === word}
              aria-describedby={hint ? `${id}-${word}-hint` : undefined}
              className="mt-1"
            />
            <div className="min-w-0">
              <label htmlFor={`${id}-${word}`} className="font-semibold">
                {label}
              </label>
              {hint && (
                <p id={`${id}-${word}-hint`} className="text-sm text-soft">
                  {hint}
                </p>
              )}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

export function Tick({
  name,
  value,
  label,
  checked = false,
  form,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: ReactNode;
  readonly checked?: boolean;
  readonly form?: string;
}) {
  const id = useId();
  const ticked = useTicked(name, value, checked);
  return (
    <p className="flex min-w-0 items-start gap-2">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={ticked} form={form} className="mt-1" />
      <label htmlFor={id} className="min-w-0">
        {label}
      </label>
    </p>
  );
}
