import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { memberRoleKey } from "../i18n/keys";
import { INVITED_ROLES } from "../services/members/invited-roles";
import type { MemberLine } from "../services/members/members-view.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** Who is a member as what; for who manages members, with the way to change it. */
export function MemberList({ members, canManage }: { members: readonly MemberLine[]; canManage: boolean }) {
  const { t } = useTranslation();
  const columns = [
    { head: t("members.name") },
    ...(canManage ? [{ head: t("members.email") }] : []),
    { head: t("members.role") },
    { head: t("members.change") },
  ];
  const rows = members.map((member) => ({
    key: member.userId,
    cells: [
      <span key="name">
        <bdi className="break-words">{member.name}</bdi>
        {member.isMe && <span className="text-soft"> ({t("members.me")})</span>}
      </span>,
      ...(canManage
        ? [
            <span key="email" className="break-all">
              {member.email}
            </span>,
          ]
        : []),
      t(memberRoleKey[member.role]),
      <MemberChange key="change" member={member} canManage={canManage} />,
    ],
  }));
  return (
    <Section id="people" title={t("members.people")}>
      <PlainTable columns={columns} rows={rows} label={t("members.people")} />
    </Section>
  );
}

function MemberChange({ member, canManage }: { member: MemberLine; canManage: boolean }) {
  const { t } = useTranslation();
  if (!canManage && !member.isMe) return <span className="text-soft">–</span>;
  if (member.isLastOwner) return <span className="text-sm text-soft">{t("members.lastOwner")}</span>;
  const { name, userId } = member;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {canManage && (
        <Form method="post" className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="intent" value="role" />
          <input type="hidden" name="member" value={userId} />
          <select
            name="role"
            className="input w-auto!"
            data-size="small"
            defaultValue={member.role}
            aria-label={t("members.newRole", { name })}
          >
            {INVITED_ROLES.map((role) => (
              <option key={role} value={role}>
                {t(memberRoleKey[role])}
              </option>
            ))}
          </select>
          <button className="button" data-size="small">
            {t("members.save")}
          </button>
        </Form>
      )}
      <details className="min-w-0">
        <summary className="button" data-kind="quiet" data-size="small">
          {t(member.isMe ? "members.leave" : "members.remove")}
          {!member.isMe && <span className="sr-only">: {name}</span>}
        </summary>
        <Form method="post" className="mt-2 max-w-sm space-y-2">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="member" value={userId} />
          <p className="text-sm text-soft">
            {member.isMe ? t("members.leaveNote") : t("members.removeNote", { name })}
          </p>
          <button className="button" data-size="small">
            {member.isMe ? t("members.leave") : t("members.removeSure", { name })}
          </button>
        </Form>
      </details>
    </div>
  );
}
