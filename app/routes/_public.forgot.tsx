import { getFormProps, useForm } from "@conform-to/react";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, FormErrors } from "../components/field";
import { Notice } from "../components/notice";
import { getConfig, getDb } from "../lib/db.server";
import { Forgot, parseForm } from "../lib/forms.server";
import { log } from "../lib/log.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { titleMeta } from "../lib/title";
import { mailResetLink } from "../services/accounts/reset-password.server";

export const meta = titleMeta;

export const loader = ({ request }: LoaderFunctionArgs) => ({
  title: pageTitle(request, "mine.forgot.title"),
  mails: getConfig().mail !== null,
});

/** The answer is the same, and as quick, whether somebody has the address or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, Forgot);
  if (form.status !== "success") return data({ sent: false, result: form.reply() }, { status: 422 });
  if (context.rateLimited)
    return data({ sent: false, result: form.reply({ formErrors: ["tooManyAttempts"] }) }, { status: 429 });
  void getDb()
    .then((db) => mailResetLink(db, form.value.email, getConfig(), new Date()))
    .catch((error: unknown) => log.error({ error }, "a reset link could not be made"));
  return data({ sent: true, result: null });
}

/** How do I get back in without my password? */
export default function ForgotPassword() {
  const { t } = useTranslation();
  const { mails } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ email: string }>({
    id: "forgot",
    lastResult: answer?.result ?? null,
    shouldRevalidate: "onSubmit",
  });
  return (
    <div className="mx-auto max-w-md">
      <h1>{t("mine.forgot.title")}</h1>
      {!mails && <p className="mt-4">{t("mine.forgot.noMail")}</p>}
      {mails && answer?.sent && (
        <output className="mt-4 block">
          <Notice kind="note">{t("mine.forgot.sent")}</Notice>
        </output>
      )}
      {mails && !answer?.sent && (
        <>
          <p className="mt-2 text-soft">{t("mine.forgot.lead")}</p>
          <Form method="post" reloadDocument className="card mt-5 space-y-4 p-5" {...getFormProps(form)} noValidate>
            <FormErrors id={form.errorId} errors={form.errors} />
            <Field
              field={fields.email}
              label={t("account.login.email")}
              type="email"
              autoComplete="username"
              required
            />
            <button className="button w-full" data-kind="primary">
              {t("mine.forgot.submit")}
            </button>
          </Form>
        </>
      )}
      <p className="mt-4">
        <Link to={paths.login()}>{t("account.login.title")}</Link>
      </p>
    </div>
  );
}
