import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CloseAccount, MyData } from "../components/account-close";
import { MyPlaces } from "../components/account-places";
import { MyPassword, MyProfile } from "../components/account-profile";
import { MySessions } from "../components/account-sessions";
import { MySecondStep } from "../components/account-step";
import { Notice } from "../components/notice";
import { Page, PageHead } from "../components/page";
import { languageCookie, requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { changeAccount, doneOf } from "../lib/account-form.server";
import { getConfig, getDb } from "../lib/db.server";
import { deviceCookie } from "../lib/known-device.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { requireUser } from "../lib/scope.server";
import { endedCookie } from "../lib/session.server";
import { titleMeta } from "../lib/title";
import { visitorOf } from "../lib/visitor.server";
import { accountView } from "../services/accounts/account-view.server";
import { deviceAfter } from "../services/accounts/sign-in.server";
import { DELETION_DAYS } from "../services/workspaces/delete-workspace.server";

export const meta = titleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireUser(request);
  return data(
    {
      title: pageTitle(request, "mine.title"),
      days: DELETION_DAYS,
      done: doneOf(new URL(request.url).searchParams.get("done")),
      ...(await accountView(await getDb(), me, getConfig().dataDir, new Date())),
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireUser(request);
  const values = Object.fromEntries(await request.formData());
  const intent = typeof values["intent"] === "string" ? values["intent"] : "";
  const db = await getDb();
  try {
    const did = await changeAccount(db, me, values, getConfig().dataDir);
    if (did.kind === "codes")
      return data({ intent, problem: null, codes: did.codes }, { headers: { "Cache-Control": "no-store" } });
    if (did.kind === "begun") throw redirect(paths.account("step"));
    if (did.kind === "closed")
      throw redirect(`${paths.login()}?said=closed`, { headers: { "Set-Cookie": endedCookie(context.secure) } });
    const headers = new Headers();
    if (did.language) headers.append("Set-Cookie", languageCookie(did.language, context.secure));
    if (did.newPassword) {
      const device = await deviceAfter(db, me.id, visitorOf(request, context), new Date());
      headers.append("Set-Cookie", deviceCookie(device, context.secure));
    }
    throw redirect(`${paths.account()}?done=${did.kind}`, { headers });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const problem = problemSentence(requestI18n(request), error);
    return data({ intent, problem, codes: null }, { status: error.status });
  }
}

/** What do others see of me, how do I sign in, and where am I signed in? */
export default function Account() {
  const { t } = useTranslation();
  const { done, days, ...view } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const problemOf = (...intents: string[]) =>
    returned?.problem && intents.includes(returned.intent) ? returned.problem : null;
  return (
    <Page home={paths.home()} signedIn>
      <PageHead title={t("mine.title")} lead={t("mine.lead")} />
      {!returned && done && (
        <output className="mb-5 block">
          <Notice kind="note">{t(done)}</Notice>
        </output>
      )}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <MyProfile name={view.name} email={view.email} problem={problemOf("profile")} />
        <MyPassword problem={problemOf("password")} />
        <MySecondStep
          step={view.step}
          codes={returned?.codes ?? null}
          problem={problemOf("step-begin", "step-confirm", "step-off", "step-codes")}
        />
        <MyPlaces workspaces={view.workspaces} problem={problemOf("leave")} />
        <div className="lg:col-span-2">
          <MySessions sessions={view.sessions} />
        </div>
        <MyData />
        <CloseAccount days={days} hasStep={view.step.since !== null} problem={problemOf("close")} />
      </div>
    </Page>
  );
}
