import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, FormErrors } from "../components/field";
import type { FormError } from "../i18n/keys";
import { chosenLanguage, languageCookie } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { parseForm, SignIn } from "../lib/forms.server";
import { pageTitle } from "../lib/page-title.server";
import { paths, safeNext } from "../lib/paths";
import { currentUser, sessionCookie } from "../lib/session.server";
import { titleMeta } from "../lib/title";
import { signIn } from "../services/accounts/sign-in.server";

export const meta = titleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"), paths.workspaces());
  if (await currentUser(request)) throw redirect(next);
  return { title: pageTitle(request, "account.login.title"), next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, SignIn);
  const refuse = (error: FormError, status: number) =>
    data({ result: form.reply({ formErrors: [error], hideFields: ["password"] }) }, { status });
  if (form.status !== "success") return data({ result: form.reply({ hideFields: ["password"] }) }, { status: 422 });
  if (context.rateLimited) return refuse("tooManyAttempts", 429);
  const outcome = await signIn(await getDb(), form.value, new Date());
  if (outcome.kind === "blocked") return refuse("tooManyAttempts", 429);
  if (outcome.kind === "wrong") return refuse("wrongSignIn", 422);
  const headers = new Headers();
  headers.append("Set-Cookie", sessionCookie(outcome.token, context.secure));
  headers.append("Set-Cookie", languageCookie(chosenLanguage(request) ?? outcome.language, context.secure));
  throw redirect(safeNext(form.value.next, paths.workspaces()), { headers });
}

export default function Login() {
  const { t } = useTranslation();
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: "login",
    lastResult: answer?.result ?? null,
    shouldRevalidate: "onSubmit",
  });
  return (
    <div className="mx-auto max-w-md">
      <h1>{t("account.login.title")}</h1>
      <Form method="post" reloadDocument className="card mt-5 space-y-4 p-5" {...getFormProps(form)} noValidate>
        <FormErrors id={form.errorId} errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        <Field field={fields.email} label={t("account.login.email")} type="email" autoComplete="username" required />
        <Field
          field={fields.password}
          label={t("account.login.password")}
          type="password"
          autoComplete="current-password"
          required
        />
        <button className="button w-full" data-kind="primary" disabled={busy}>
          {t("account.login.submit")}
        </button>
      </Form>
      <p className="mt-4 text-soft">
        {t("account.login.noAccount")} <Link to={paths.signup()}>{t("account.signup.title")}</Link>
      </p>
      <p className="mt-1">
        <Link to={paths.methodHome()}>{t("method.link")}</Link>
      </p>
    </div>
  );
}
