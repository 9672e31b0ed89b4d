import { Form, useNavigation } from "@remix-run/react";
import { useId, useState, type InputHTMLAttributes, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Notice } from "./notice";
import { Section } from "./page";

/** A list that this product can read from its publisher's own file. */
export interface LoadableList {
  readonly listId: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
}

interface Props {
  readonly loadable: readonly LoadableList[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Most bytes of a file. */
  readonly limit: number;
  /** Where the form goes, and where whoever sent it looks afterwards. */
  readonly to: string;
  /** Why what was sent was not loaded. */
  readonly problem: string | null;
  /** What was typed into a form that came back. */
  readonly values: Readonly<Record<string, string>>;
}

const OWN = ["own-block", "own-approved"] as const;

/** Loads a publisher's file, or a list of the workspace's own. */
export function LoadEdition({ loadable, today, limit, to, problem, values }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const isBusy = useNavigation().state === "submitting";
  const [list, setList] = useState(values["list"] ?? loadable[0]?.listId ?? OWN[0]);
  const chosen = loadable.find(({ listId }) => listId === list);
  return (
    <Section id="load" title={t("lists.load.title")} note={t("lists.load.note")}>
      <Form method="post" action={to} encType="multipart/form-data" className="max-w-2xl space-y-4">
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        <div>
          <label htmlFor={`${id}-list`} className="block font-semibold">
            {t("lists.load.which")}
          </label>
          <select
            id={`${id}-list`}
            name="list"
            value={list}
            onChange={(event) => setList(event.currentTarget.value)}
            className="input"
          >
            {loadable.map(({ listId, title }) => (
              <option key={listId} value={listId}>
                {title}
              </option>
            ))}
            <option value="own-block">{t("lists.load.ownBlock")}</option>
            <option value="own-approved">{t("lists.load.ownApproved")}</option>
          </select>
          {chosen && (
            <p className="mt-1 text-sm text-soft">
              <span lang="en">{chosen.publisher}</span>
              {chosen.url !== null && (
                <>
                  {" · "}
                  <a href={chosen.url} rel="noreferrer">
                    {t("lists.load.where")}
                  </a>
                </>
              )}
            </p>
          )}
        </div>
        {!chosen && (
          <Input
            name="title"
            label={t("lists.load.ownName")}
            hint={t("lists.load.ownNameHint")}
            values={values}
            maxLength={100}
          />
        )}
        <Input
          name="file"
          type="file"
          label={t("lists.load.file")}
          hint={t("lists.load.fileHint", { limit: format.bytes(limit) })}
          values={values}
          required
        />
        <Input
          name="readOn"
          type="date"
          label={t(chosen ? "lists.load.readOn" : "lists.load.readOnOwn")}
          values={{ readOn: today, ...values }}
          max={today}
          required
        />
        <details open={problem !== null ? true : undefined}>
          <summary className="text-sm font-semibold text-accent">{t("lists.load.further")}</summary>
          <div className="mt-3 space-y-4">
            <Input
              name="date"
              type="date"
              label={t("lists.load.date")}
              hint={t("lists.load.dateHint")}
              values={values}
              max={today}
            />
            <Input
              name="expected"
              inputMode="numeric"
              label={t("lists.load.expected")}
              hint={t("lists.load.expectedHint")}
              values={values}
            />
          </div>
        </details>
        <button className="button" data-kind="primary" disabled={isBusy}>
          {t(isBusy ? "lists.load.sending" : "lists.load.send")}
        </button>
      </Form>
    </Section>
  );
}

function Input({
  label,
  hint,
  values,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  name: string;
  label: string;
  hint?: ReactNode;
  values: Props["values"];
}) {
  const id = useId();
  const isNarrow = input.type === "date" || input.inputMode === "numeric";
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
      <input
        {...input}
        id={id}
        defaultValue={input.type === "file" ? undefined : (values[input.name] ?? "")}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={`input ${isNarrow ? "w-auto!" : ""}`}
      />
    </div>
  );
}
