import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageCodes, LANGUAGES } from "../i18n/languages";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainField } from "./plain-field";

/** Name and language, and the address that stays. */
export function MyProfile({ name, email, problem }: { name: string; email: string; problem: string | null }) {
  const { t, i18n } = useTranslation();
  return (
    <Section id="profile" title={t("mine.profile.title")}>
      <Form method="post" reloadDocument className="max-w-md space-y-4">
        {problem && <Notice kind="problem">{problem}</Notice>}
        <input type="hidden" name="intent" value="profile" />
        <PlainField label={t("mine.profile.email")} hint={t("mine.profile.emailNote")} value={email} readOnly />
        <PlainField
          label={t("mine.profile.name")}
          hint={t("mine.profile.nameNote")}
          name="name"
          autoComplete="name"
          defaultValue={name}
          maxLength={100}
          required
        />
        <label className="block space-y-1">
          <span className="block font-semibold">{t("mine.profile.language")}</span>
          <select name="language" className="input" defaultValue={i18n.language}>
            {languageCodes.map((code) => (
              <option key={code} value={code} lang={code}>
                {LANGUAGES[code].name}
              </option>
            ))}
          </select>
        </label>
        <button className="button">{t("mine.profile.save")}</button>
      </Form>
    </Section>
  );
}

/** `PASSWORD_LENGTH.min`, said before a person types. */
const SHORTEST = 12;

export function MyPassword({ problem }: { problem: string | null }) {
  const { t } = useTranslation();
  return (
    <Section id="password" title={t("mine.password.title")}>
      <Form method="post" reloadDocument className="max-w-md space-y-4">
        {problem && <Notice kind="problem">{problem}</Notice>}
        <input type="hidden" name="intent" value="password" />
        <PlainField
          label={t("mine.password.old")}
          type="password"
          name="password"
          autoComplete="current-password"
          required
        />
        <PlainField
          label={t("mine.password.new")}
          hint={t("account.signup.passwordHint", { min: String(SHORTEST) })}
          type="password"
          name="newPassword"
          autoComplete="new-password"
          required
        />
        <p className="text-sm text-soft">{t("mine.password.note")}</p>
        <button className="button">{t("mine.password.save")}</button>
      </Form>
    </Section>
  );
}
