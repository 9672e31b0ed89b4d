import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, FormErrors } from "../components/field";
import { getDb } from "../lib/db.server";
import { NewPassword, parseForm } from "../lib/forms.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { endedCookie } from "../lib/session.server";
import { titleMeta } from "../lib/title";
import { resetPassword, whoseReset } from "../services/accounts/reset-password.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const title = pageTitle(request, "mine.reset.title");
  try {
    const { email } = await whoseReset(await getDb(), params["token"], new Date());
    return data({ title, email });
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ title, email: null }, { status: 410 });
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, NewPassword);
  const hideFields = ["password"];
  if (form.status !== "success") return data({ result: form.reply({ hideFields }) }, { status: 422 });
  if (context.rateLimited)
    return data({ result: form.reply({ formErrors: ["tooManyAttempts"], hideFields }) }, { status: 429 });
  try {
    await resetPassword(await getDb(), params["token"], form.value.password, new Date());
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ result: null }, { status: error.status });
  }
  return redirect(`${paths.login()}?said=reset`, { headers: { "Set-Cookie": endedCookie(context.secure) } });
}

/** `PASSWORD_LENGTH.min`, said before a person types. */
const SHORTEST = 12;

/** A new password in place of the forgotten one. */
export default function ResetPassword() {
  const { t } = useTranslation();
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ password: string }>({
    id: "reset",
    lastResult: answer?.result ?? null,
    shouldRevalidate: "onSubmit",
  });
  return (
    <div className="mx-auto max-w-md">
      <h1>{t("mine.reset.title")}</h1>
      {email === null ? (
        <>
          <p className="mt-3">{t("mine.reset.gone")}</p>
          <p className="mt-4">
            <Link to={paths.forgot()}>{t("mine.reset.again")}</Link>
          </p>
        </>
      ) : (
        <>
          <p className="mt-2 text-soft">{t("mine.reset.lead")}</p>
          <Form method="post" reloadDocument className="card mt-5 space-y-4 p-5" {...getFormProps(form)} noValidate>
            <FormErrors id={form.errorId} errors={form.errors} />
            <label className="block space-y-1">
              <span className="block font-semibold">{t("account.signup.email")}</span>
              <input className="input" type="email" autoComplete="username" readOnly value={email} />
            </label>
            <Field
              field={fields.password}
              label={t("mine.reset.password")}
              hint={t("account.signup.passwordHint", { min: String(SHORTEST) })}
              type="password"
              autoComplete="new-password"
              required
            />
            <button className="button w-full" data-kind="primary">
              {t("mine.reset.submit")}
            </button>
          </Form>
        </>
      )}
    </div>
  );
}
