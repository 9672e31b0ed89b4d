import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, FormErrors } from "../components/field";
import type { FormError } from "../i18n/keys";
import { chosenLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { Code, parseForm } from "../lib/forms.server";
import { pageTitle } from "../lib/page-title.server";
import { paths, safeNext } from "../lib/paths";
import { titleMeta } from "../lib/title";
import { visitorOf, welcomeHeaders } from "../lib/visitor.server";
import { giveCode, whoseSecondStep } from "../services/accounts/sign-in.server";

export const meta = titleMeta;

/** Only who gave the right password a moment ago is asked for a code. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"), paths.workspaces());
  if (!(await whoseSecondStep(await getDb(), visitorOf(request, context), new Date())))
    throw redirect(paths.login(next));
  return { title: pageTitle(request, "account.login.codeTitle"), next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, Code);
  const refuse = (error: FormError, status: number) =>
    data({ result: form.reply({ formErrors: [error], hideFields: ["code"] }) }, { status });
  if (form.status !== "success") return data({ result: form.reply() }, { status: 422 });
  const outcome = await giveCode(await getDb(), form.value.code, visitorOf(request, context), new Date());
  switch (outcome.kind) {
    case "blocked":
      return refuse("tooManyAttempts", 429);
    case "wait":
      return refuse("waitAMoment", 429);
    case "wrong":
      return refuse("wrongCode", 422);
    case "late":
      throw redirect(`${paths.login()}?said=late`);
    case "signed-in": {
      const language = chosenLanguage(request) ?? outcome.language;
      const headers = welcomeHeaders({ ...outcome, language }, context);
      throw redirect(safeNext(form.value.next, paths.workspaces()), { headers });
    }
  }
}

/** The code of the second step. */
export default function LoginCode() {
  const { t } = useTranslation();
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ code: string }>({
    id: "code",
    lastResult: answer?.result ?? null,
    shouldRevalidate: "onSubmit",
  });
  return (
    <div className="mx-auto max-w-md">
      <h1>{t("account.login.codeTitle")}</h1>
      <p className="mt-2 text-soft">{t("account.login.codeLead")}</p>
      <Form method="post" reloadDocument className="card mt-5 space-y-4 p-5" {...getFormProps(form)} noValidate>
        <FormErrors id={form.errorId} errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        <Field
          field={fields.code}
          label={t("account.login.code")}
          hint={t("account.login.codeHint")}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <button className="button w-full" data-kind="primary">
          {t("account.login.codeSubmit")}
        </button>
      </Form>
    </div>
  );
}
