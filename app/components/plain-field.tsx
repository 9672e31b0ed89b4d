import { useId, type InputHTMLAttributes } from "react";

interface PlainFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className"> {
  readonly label: string;
  readonly hint?: string;
}

/** A labelled input of a form that says above it what was wrong. */
export function PlainField({ label, hint, ...input }: PlainFieldProps) {
  const id = useId();
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      <input {...input} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className="input" />
    </div>
  );
}
