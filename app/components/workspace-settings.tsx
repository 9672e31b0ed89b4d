import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainField } from "./plain-field";

export function RenameWorkspace({ name, problem }: { name: string; problem: string | null }) {
  const { t } = useTranslation();
  return (
    <Section id="rename" title={t("settings.rename.title")}>
      <Form method="post" className="max-w-md space-y-4">
        {problem && <Notice kind="problem">{problem}</Notice>}
        <input type="hidden" name="intent" value="rename" />
        <PlainField
          label={t("settings.rename.name")}
          hint={t("settings.rename.note")}
          name="name"
          autoComplete="organization"
          defaultValue={name}
          maxLength={100}
          required
        />
        <button className="button">{t("settings.rename.save")}</button>
      </Form>
    </Section>
  );
}

export function ExportWorkspace({ workspace, protectedRows }: { workspace: string; protectedRows: boolean }) {
  const { t } = useTranslation();
  return (
    <Section id="export" title={t("settings.export.title")}>
      <p className="prose-width">{t("settings.export.text")}</p>
      {protectedRows && <p className="mt-2 prose-width font-semibold">{t("settings.export.protected")}</p>}
      <p className="mt-4">
        <a href={paths.workspaceExport(workspace)} className="button" download>
          {t("settings.export.take")}
        </a>
      </p>
    </Section>
  );
}

/** Asks for the deletion, or takes it back while there is time. */
export function DeleteWorkspace({
  name,
  deleteAfter,
  days,
  problem,
}: {
  name: string;
  deleteAfter: Date | string | null;
  days: number;
  problem: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = { days: format.count(days) };
  return (
    <Section id="delete" title={t("settings.end.title")}>
      <div className="space-y-4">
        {problem && <Notice kind="problem">{problem}</Notice>}
        {deleteAfter !== null ? (
          <Form method="post" className="space-y-4">
            <p className="font-semibold">{t("settings.end.waits", { when: format.minute(deleteAfter) })}</p>
            <button name="intent" value="keep" className="button" data-kind="primary">
              {t("settings.end.back")}
            </button>
          </Form>
        ) : (
          <>
            <p className="prose-width">{t("settings.end.text", of)}</p>
            <details open={problem !== null}>
              <summary className="button">{t("settings.end.open")}</summary>
              <Form method="post" className="mt-4 max-w-md space-y-4">
                <input type="hidden" name="intent" value="delete" />
                <PlainField label={t("settings.end.type", { name })} name="name" autoComplete="off" required />
                <PlainField
                  label={t("settings.end.password")}
                  type="password"
                  name="password"
                  autoComplete="current-password"
                  required
                />
                <PlainField label={t("settings.end.code")} name="code" autoComplete="one-time-code" maxLength={40} />
                <button className="button">{t("settings.end.submit", of)}</button>
              </Form>
            </details>
          </>
        )}
      </div>
    </Section>
  );
}
