import { useId, type ReactNode } from "react";

/** What was typed into a form that came back. */
export type Typed = Readonly<Record<string, unknown>>;

export const typedText = (values: Typed, name: string): string =>
  typeof values[name] === "string" ? values[name] : "";

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly values: Typed;
  readonly required?: boolean;
}

function Labelled({ id, label, hint, children }: { id: string; label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

/** A line of text, or a day. */
export function LineField({
  name,
  label,
  hint,
  values,
  required = true,
  type = "text",
  max,
  min,
  fallback = "",
}: Common & {
  readonly type?: "text" | "date" | "number";
  readonly max?: string;
  readonly min?: string;
  readonly fallback?: string;
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        name={name}
        type={type}
        required={required}
        max={max}
        min={min}
        maxLength={type === "text" ? 300 : undefined}
        defaultValue={typedText(values, name) || fallback}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="input"
      />
    </Labelled>
  );
}

export function AreaField({
  name,
  label,
  hint,
  values,
  required = true,
  rows = 3,
}: Common & { readonly rows?: number }) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        required={required}
        maxLength={5000}
        defaultValue={typedText(values, name)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="input"
      />
    </Labelled>
  );
}

export function ChoiceField({
  name,
  label,
  hint,
  values,
  options,
  empty,
  fallback = "",
}: Common & {
  readonly options: readonly (readonly [value: string, text: string])[];
  /** What stands for "not chosen"; without it the first option is chosen. */
  readonly empty?: string;
  readonly fallback?: string;
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <select
        id={id}
        name={name}
        required={empty !== undefined}
        defaultValue={typedText(values, name) || fallback}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="input"
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
