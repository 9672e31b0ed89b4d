import type { FieldMetadata } from "@conform-to/react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formErrorKey } from "../i18n/keys";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "defaultValue" | "form"> {
  readonly field: FieldMetadata<string>;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A labelled text input with its hint and its errors, tied together for assistive technology. */
export function Field({ field, label, hint, ...input }: FieldProps) {
  const { t } = useTranslation();
  const errors = field.errors ?? [];
  const describedBy = [hint && field.descriptionId, errors.length > 0 && field.errorId].filter(Boolean).join(" ");
  return (
    <div className="space-y-1">
      <label htmlFor={field.id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={field.descriptionId} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      <input
        {...input}
        id={field.id}
        name={field.name}
        defaultValue={input.type === "password" ? undefined : (field.initialValue ?? "")}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy || undefined}
        className="input"
      />
      {errors.length > 0 && (
        <p id={field.errorId} className="text-sm font-semibold text-high">
          <span aria-hidden="true">! </span>
          {errors.map((error) => t(formErrorKey(error))).join(" ")}
        </p>
      )}
    </div>
  );
}

/** Errors of the whole form, said at once. */
export function FormErrors({ id, errors }: { id: string; errors: readonly string[] | undefined }) {
  const { t } = useTranslation();
  if (!errors?.length) return null;
  return (
    <p id={id} role="alert" className="rounded-md border border-high bg-high-wash p-3 font-semibold">
      <span aria-hidden="true">! </span>
      {errors.map((error) => t(formErrorKey(error))).join(" ")}
    </p>
  );
}
