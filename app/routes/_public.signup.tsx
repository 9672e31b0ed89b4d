import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, FormErrors } from "../components/field";
import { requestLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { parseForm, SignUp } from "../lib/forms.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { currentUser } from "../lib/session.server";
import { titleMeta } from "../lib/title";
import { visitorOf, welcomeHeaders } from "../lib/visitor.server";
import { signUp } from "../services/accounts/sign-up.server";

export const meta = titleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  if (await currentUser(request)) throw redirect(paths.workspaces());
  return { title: pageTitle(request, "account.signup.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, SignUp);
  const hideFields = ["password"];
  if (form.status !== "success") return data({ result: form.reply({ hideFields }) }, { status: 422 });
  if (context.rateLimited)
    return data({ result: form.reply({ formErrors: ["tooManyAttempts"], hideFields }) }, { status: 429 });
  const language = requestLanguage(request);
  const visitor = visitorOf(request, context);
  const outcome = await signUp(await getDb(), { ...form.value, language }, visitor, new Date());
  if (outcome.kind === "email-taken") {
    return data({ result: form.reply({ fieldErrors: { email: ["emailTaken"] }, hideFields }) }, { status: 422 });
  }
  throw redirect(paths.workspace(outcome.workspaceSlug), { headers: welcomeHeaders(outcome, context) });
}

/** `PASSWORD_LENGTH.min`, said before a person types. */
const SHORTEST = 12;

export default function Signup() {
  const { t } = useTranslation();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const [form, fields] = useForm<{ name: string; email: string; password: string; workspace: string }>({
    id: "signup",
    lastResult: answer?.result ?? null,
    shouldRevalidate: "onSubmit",
  });
  return (
    <div className="mx-auto max-w-md">
      <h1>{t("account.signup.title")}</h1>
      <p className="mt-2 text-soft">{t("account.signup.lead")}</p>
      <Form method="post" reloadDocument className="card mt-5 space-y-4 p-5" {...getFormProps(form)} noValidate>
        <FormErrors id={form.errorId} errors={form.errors} />
        <Field
          field={fields.workspace}
          label={t("account.signup.workspace")}
          hint={t("account.signup.workspaceHint")}
          autoComplete="organization"
          required
        />
        <Field field={fields.name} label={t("account.signup.name")} autoComplete="name" required />
        <Field field={fields.email} label={t("account.signup.email")} type="email" autoComplete="username" required />
        <Field
          field={fields.password}
          label={t("account.signup.password")}
          hint={t("account.signup.passwordHint", { min: String(SHORTEST) })}
          type="password"
          autoComplete="new-password"
          required
        />
        <button className="button w-full" data-kind="primary" disabled={busy}>
          {t("account.signup.submit")}
        </button>
      </Form>
      <p className="mt-4 text-soft">
        {t("account.signup.hasAccount")} <Link to={paths.login()}>{t("account.login.title")}</Link>
      </p>
    </div>
  );
}
