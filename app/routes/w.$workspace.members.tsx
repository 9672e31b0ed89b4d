import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InviteForm, InvitationMade, OpenInvitations } from "../components/members-invite";
import { MemberList } from "../components/members-list";
import { RoleTable } from "../components/members-roles";
import { MembersThen } from "../components/members-then";
import { PastDay, PastDayForm } from "../components/trail-day";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { Refused } from "../components/refused";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDay } from "../lib/as-known-on";
import { getConfig, getDb } from "../lib/db.server";
import { changeMembers, doneOf } from "../lib/members-form.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { shownUrl } from "../lib/public-url.server";
import { notFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { invitationsThen, membersThen } from "../services/members/members-then.server";
import { dayOf } from "../services/scoring/assessor.server";
import { membersView } from "../services/members/members-view.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const [db, now] = [await getDb(), new Date()];
  const search = new URL(request.url).searchParams;
  const today = dayOf(now);
  const seesPast = can(scope.role, "audit:read");
  const day = seesPast ? pastDay(search, today) : null;
  return {
    title: pageTitle(request, "members.title"),
    canManage: can(scope.role, "member:manage"),
    mails: getConfig().mail !== null,
    done: doneOf(search.get("done")),
    seesPast,
    day,
    today,
    past:
      day === null
        ? null
        : { members: await membersThen(db, scope, day), invitations: await invitationsThen(db, scope, day) },
    ...(await membersView(db, scope, now)),
  };
}

/** Every member may leave; all else is for who manages members. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const values = Object.fromEntries(await request.formData());
  const leaves = values["intent"] === "remove" && values["member"] === scope.userId;
  if (!leaves && !can(scope.role, "member:manage")) throw notFound();
  try {
    const did = await changeMembers(await getDb(), scope, values, { config: getConfig(), url: shownUrl(request) });
    if (did.kind === "invited") return data({ problem: null, made: did.made, email: "" });
    throw redirect(leaves ? `${paths.workspaces()}?all=1` : `${paths.members(scope.workspaceSlug)}?done=${did.kind}`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const problem = problemSentence(requestI18n(request), error);
    const { email } = values;
    return data({ problem, made: null, email: typeof email === "string" ? email : "" }, { status: error.status });
  }
}

/** Who is here, as what, and whom do I let in? */
export default function Members() {
  const { t } = useTranslation();
  const { canManage, mails, done, members, invitations, seesPast, day, today, past } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  if (past)
    return (
      <>
        <PageHead title={t("members.title")} />
        <PastDay day={day} />
        <div className="space-y-5">
          <MembersThen members={past.members} invitations={past.invitations} />
          <PastDayForm today={today} day={day} />
        </div>
      </>
    );
  return (
    <>
      <PageHead title={t("members.title")} lead={t("members.lead")} />
      <div className="space-y-5">
        {returned?.problem && <Refused>{returned.problem}</Refused>}
        {!returned && done && (
          <output className="block">
            <Notice kind="note">{t(done)}</Notice>
          </output>
        )}
        {returned?.made && <InvitationMade made={returned.made} />}
        <MemberList members={members} canManage={canManage} />
        {canManage && <OpenInvitations invitations={invitations} />}
        {canManage && <InviteForm key={returned?.made?.email ?? ""} mails={mails} email={returned?.email ?? ""} />}
        <RoleTable />
        {seesPast && <PastDayForm today={today} day={day} />}
      </div>
    </>
  );
}
