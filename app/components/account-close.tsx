import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainField } from "./plain-field";

/** All that is held about the person, as a file. */
export function MyData() {
  const { t } = useTranslation();
  return (
    <Section id="held" title={t("mine.held.title")}>
      <p className="prose-width">{t("mine.held.text")}</p>
      <p className="mt-4">
        <a href={paths.accountExport()} className="button" download>
          {t("mine.held.take")}
        </a>
      </p>
    </Section>
  );
}

/** The end of the account. */
export function CloseAccount({ days, hasStep, problem }: { days: number; hasStep: boolean; problem: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="close" title={t("mine.close.title")}>
      <div className="space-y-4">
        {problem && <Notice kind="problem">{problem}</Notice>}
        <p className="prose-width">{t("mine.close.text", { days: format.count(days) })}</p>
        <details open={problem !== null}>
          <summary className="button">{t("mine.close.open")}</summary>
          <Form method="post" reloadDocument className="mt-4 max-w-md space-y-4">
            <input type="hidden" name="intent" value="close" />
            <PlainField
              label={t("mine.step.password")}
              type="password"
              name="password"
              autoComplete="current-password"
              required
            />
            {hasStep && (
              <PlainField
                label={t("mine.step.codeOrRecovery")}
                name="code"
                autoComplete="one-time-code"
                maxLength={40}
                required
              />
            )}
            <button className="button">{t("mine.close.sure")}</button>
          </Form>
        </details>
      </div>
    </Section>
  );
}
