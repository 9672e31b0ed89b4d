import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field } from "../components/field";
import { Notice } from "../components/notice";
import { memberRoleKey } from "../i18n/keys";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { abilityKey } from "../i18n/people-keys";
import { problemSentence } from "../i18n/problem-sentence";
import { abilitiesOf } from "../lib/abilities";
import { getDb } from "../lib/db.server";
import { InvitedSignUp, parseForm } from "../lib/forms.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem, type Problem } from "../lib/problem";
import { currentUser } from "../lib/session.server";
import { titleMeta } from "../lib/title";
import { visitorOf, welcomeHeaders } from "../lib/visitor.server";
import { welcome } from "../services/accounts/sign-in.server";
import { tooMany } from "../services/accounts/too-many";
import {
  acceptInvitation,
  invitationOfLink,
  invitedHasAccount,
  signUpByInvitation,
} from "../services/members/accept-invitation.server";

export const meta = titleMeta;

/** What whoever holds the link is told: who invites whom, where, as what, and which way leads in for this reader. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const db = await getDb();
  const user = await currentUser(request);
  try {
    const found = await invitationOfLink(db, params["token"], new Date());
    const { invitation, workspace, invitedByName } = found;
    const way =
      user === null
        ? (await invitedHasAccount(db, found))
          ? ("sign-in" as const)
          : ("sign-up" as const)
        : user.emailKey === invitation.emailKey
          ? ("join" as const)
          : ("other" as const);
    return data({
      title: pageTitle(request, "members.join.pageTitle"),
      token: params["token"] ?? "",
      invitation: {
        email: invitation.email,
        role: invitation.role,
        workspace: workspace.name,
        inviter: invitedByName,
        way,
      },
    });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const title = pageTitle(request, "members.join.goneTitle");
    return data({ title, token: "", invitation: null }, { status: 410 });
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const db = await getDb();
  const now = new Date();
  const refused = (error: Problem) => problemSentence(requestI18n(request), error);
  if (context.rateLimited) return data({ problem: refused(tooMany()), result: null }, { status: 429 });
  const user = await currentUser(request);
  try {
    if (user) {
      const scope = await acceptInvitation(db, params["token"], user.id, now);
      return redirect(paths.workspace(scope.workspaceSlug));
    }
    const form = await parseForm(request, InvitedSignUp);
    if (form.status !== "success")
      return data({ problem: null, result: form.reply({ hideFields: ["password"] }) }, { status: 422 });
    const language = requestLanguage(request);
    const joined = await signUpByInvitation(db, params["token"], { ...form.value, language }, now);
    const entered = await welcome(db, joined.user, visitorOf(request, context), now);
    return redirect(paths.workspace(joined.scope.workspaceSlug), { headers: welcomeHeaders(entered, context) });
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: refused(error), result: null }, { status: error.status });
  }
}

/** `PASSWORD_LENGTH.min`, said before a person types. */
const SHORTEST = 12;

/** Who invites me, into what, and how do I get in? */
export default function Invitation() {
  const { t } = useTranslation();
  const { token, invitation } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (invitation === null)
    return (
      <div className="mx-auto max-w-md">
        <h1>{t("members.join.goneTitle")}</h1>
        <p className="mt-3">{t("members.join.gone")}</p>
      </div>
    );
  const { email, role, workspace, inviter, way } = invitation;
  return (
    <div className="mx-auto max-w-lg">
      <h1 className="break-words">{t("members.join.title", { workspace })}</h1>
      <p className="mt-3">
        {inviter
          ? t("members.join.by", { inviter, email, workspace })
          : t("members.join.byNobody", { email, workspace })}{" "}
        {t("members.join.role", { role: t(memberRoleKey[role]) })}
      </p>
      <details className="mt-2 text-soft">
        <summary>{t("members.join.may")}</summary>
        <ul className="mt-1 list-disc ps-6">
          {abilitiesOf(role).map((ability) => (
            <li key={ability}>{t(abilityKey[ability])}</li>
          ))}
        </ul>
      </details>
      <div className="card mt-5 space-y-4 p-5">
        {returned?.problem && <Notice kind="problem">{returned.problem}</Notice>}
        {way === "join" && (
          <Form method="post" reloadDocument>
            <button className="button w-full" data-kind="primary">
              {t("members.join.accept", { workspace })}
            </button>
          </Form>
        )}
        {way === "sign-in" && (
          <>
            <p>{t("members.join.signIn", { email })}</p>
            <Link to={paths.login(paths.invitation(token))} className="button w-full" data-kind="primary">
              {t("members.join.signInLink")}
            </Link>
          </>
        )}
        {way === "other" && (
          <>
            <p>{t("members.join.other", { email })}</p>
            <Form method="post" action={paths.logout()} reloadDocument>
              <button className="button">{t("members.join.signOut")}</button>
            </Form>
          </>
        )}
        {way === "sign-up" && <SignUpHere email={email} result={returned?.result ?? null} />}
      </div>
    </div>
  );
}

type Answer = NonNullable<ReturnType<typeof useActionData<typeof action>>>;

function SignUpHere({ email, result }: { email: string; result: Answer["result"] }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ name: string; password: string }>({
    id: "join",
    lastResult: result,
    shouldRevalidate: "onSubmit",
  });
  return (
    <Form method="post" reloadDocument className="space-y-4" {...getFormProps(form)} noValidate>
      <h2>{t("members.join.signUp")}</h2>
      <Field field={fields.name} label={t("account.signup.name")} autoComplete="name" required />
      <label className="block space-y-1">
        <span className="block font-semibold">{t("account.signup.email")}</span>
        <input className="input" type="email" autoComplete="username" readOnly value={email} />
      </label>
      <Field
        field={fields.password}
        label={t("account.signup.password")}
        hint={t("account.signup.passwordHint", { min: String(SHORTEST) })}
        type="password"
        autoComplete="new-password"
        required
      />
      <button className="button w-full" data-kind="primary">
        {t("members.join.create")}
      </button>
    </Form>
  );
}
