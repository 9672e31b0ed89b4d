import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, FormErrors } from "../components/field";
import { Notice } from "../components/notice";
import type { FormError, Key } from "../i18n/keys";
import { chosenLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { parseForm, SignIn } from "../lib/forms.server";
import { pageTitle } from "../lib/page-title.server";
import { paths, safeNext } from "../lib/paths";
import { stepCookie } from "../lib/second-step.server";
import { currentUser } from "../lib/session.server";
import { titleMeta } from "../lib/title";
import { visitorOf, welcomeHeaders } from "../lib/visitor.server";
import { signIn } from "../services/accounts/sign-in.server";

export const meta = titleMeta;

const SAID = {
  late: "account.login.codeLate",
  reset: "account.login.changed",
  closed: "mine.close.closed",
} as const satisfies Readonly<Record<string, Key>>;

/** What happened before this page, by the word in its address. */
const saidKey = (word: string | null): (typeof SAID)[keyof typeof SAID] | null =>
  word !== null && Object.hasOwn(SAID, word) ? SAID[word as keyof typeof SAID] : null;

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"), paths.workspaces());
  if (await currentUser(request)) throw redirect(next);
  const said = searchParams.get("said");
  return {
    title: pageTitle(request, "account.login.title"),
    next,
    said: saidKey(said),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, SignIn);
  const refuse = (error: FormError, status: number) =>
    data({ result: form.reply({ formErrors: [error], hideFields: ["password"] }) }, { status });
  if (form.status !== "success") return data({ result: form.reply({ hideFields: ["password"] }) }, { status: 422 });
  const outcome = await signIn(await getDb(), form.value, visitorOf(request, context), new Date());
  const next = safeNext(form.value.next, paths.workspaces());
  switch (outcome.kind) {
    case "blocked":
      return refuse("tooManyAttempts", 429);
    case "wait":
      return refuse("waitAMoment", 429);
    case "wrong":
      return refuse("wrongSignIn", 422);
    case "second-step":
      throw redirect(paths.loginCode(next), { headers: { "Set-Cookie": stepCookie(outcome.step, context.secure) } });
    case "signed-in": {
      const language = chosenLanguage(request) ?? outcome.language;
      throw redirect(next, { headers: welcomeHeaders({ ...outcome, language }, context) });
    }
  }
}

export default function Login() {
  const { t } = useTranslation();
  const { next, said } = useLoaderData<typeof loader>();
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
        {said && !answer && <Notice kind="note">{t(said)}</Notice>}
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
      <p className="mt-4">
        <Link to={paths.forgot()}>{t("account.login.forgot")}</Link>
      </p>
      <p className="mt-1 text-soft">
        {t("account.login.noAccount")} <Link to={paths.signup()}>{t("account.signup.title")}</Link>
      </p>
      <p className="mt-1">
        <Link to={paths.methodHome()}>{t("method.link")}</Link>
      </p>
    </div>
  );
}
