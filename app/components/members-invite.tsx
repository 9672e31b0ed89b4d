import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { memberRoleKey } from "../i18n/keys";
import type { MadeInvitation } from "../lib/members-form.server";
import { INVITED_ROLES } from "../services/members/invited-roles";
import type { InvitationLine } from "../services/members/members-view.server";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** Who was invited and has not come yet. */
export function OpenInvitations({ invitations }: { invitations: readonly InvitationLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    { head: t("members.email") },
    { head: t("members.role") },
    { head: t("members.open.sent") },
    { head: t("members.open.until") },
    { head: t("members.change") },
  ];
  const rows = invitations.map(({ id, email, role, invitedByName, renewedAt, expiresAt, isOver }) => ({
    key: id,
    cells: [
      <span key="email" className="break-all">
        {email}
        {invitedByName !== null && (
          <span className="block text-sm font-normal text-soft">{t("members.open.by", { name: invitedByName })}</span>
        )}
      </span>,
      t(memberRoleKey[role]),
      format.minute(renewedAt),
      isOver ? <strong key="until">{t("members.open.over")}</strong> : format.minute(expiresAt),
      <Form key="change" method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="invitation" value={id} />
        <button
          name="intent"
          value="again"
          className="button"
          data-size="small"
          aria-label={`${t("members.open.again")}: ${email}`}
        >
          {t("members.open.again")}
        </button>
        <button
          name="intent"
          value="withdraw"
          className="button"
          data-kind="quiet"
          data-size="small"
          aria-label={`${t("members.open.withdraw")}: ${email}`}
        >
          {t("members.open.withdraw")}
        </button>
      </Form>,
    ],
  }));
  return (
    <Section id="invited" title={t("members.open.title")}>
      {rows.length === 0 ? (
        <p className="text-soft">{t("members.open.none")}</p>
      ) : (
        <PlainTable columns={columns} rows={rows} label={t("members.open.title")} />
      )}
    </Section>
  );
}

/** Asks for an address and a role. */
export function InviteForm({ mails, email }: { mails: boolean; email: string }) {
  const { t } = useTranslation();
  return (
    <Section
      id="invite"
      title={t("members.invite.title")}
      note={
        <>
          {t("members.invite.note")} {t(mails ? "members.invite.willSend" : "members.invite.willShow")}
        </>
      }
    >
      <Form method="post" className="grid max-w-3xl items-end gap-4 sm:grid-cols-[minmax(0,1fr)_auto_auto]">
        <input type="hidden" name="intent" value="invite" />
        <label className="space-y-1">
          <span className="block font-semibold">{t("members.invite.email")}</span>
          <input
            name="email"
            type="email"
            autoComplete="off"
            required
            maxLength={254}
            defaultValue={email}
            className="input"
          />
        </label>
        <label className="space-y-1">
          <span className="block font-semibold">{t("members.invite.role")}</span>
          <select name="role" className="input" defaultValue="officer">
            {INVITED_ROLES.map((role) => (
              <option key={role} value={role}>
                {t(memberRoleKey[role])}
              </option>
            ))}
          </select>
        </label>
        <button className="button" data-kind="primary">
          {t("members.invite.submit")}
        </button>
      </Form>
    </Section>
  );
}

/** What became of an invitation, with its link where no mail took it. */
export function InvitationMade({
  made,
}: {
  made: Omit<MadeInvitation, "expiresAt"> & { readonly expiresAt: Date | string };
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { email, mail, url, expiresAt } = made;
  if (url === null)
    return (
      <output className="block">
        <Notice kind="note">{t("members.link.sent", { email })}</Notice>
      </output>
    );
  return (
    <output className="block">
      <Notice
        kind={mail === "failed" ? "problem" : "note"}
        title={mail === "failed" ? t("members.link.failed", { email }) : t("members.link.title", { email })}
        wide
      >
        <input className="input" readOnly value={url} aria-label={t("members.link.label")} />
        <p className="mt-1 text-sm">{t("members.link.once", { until: format.minute(expiresAt) })}</p>
      </Notice>
    </output>
  );
}
