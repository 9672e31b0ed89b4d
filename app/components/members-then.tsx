import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { memberRoleKey } from "../i18n/keys";
import type { MemberThen } from "../services/members/members-then.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** Who was a member as what on a past day. @param invitations how many were open; null: not for this reader. */
export function MembersThen({ members, invitations }: { members: readonly MemberThen[]; invitations: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="people" title={t("members.people")}>
      {members.length === 0 ? (
        <p className="text-soft">{t("trail.on.none")}</p>
      ) : (
        <PlainTable
          label={t("members.people")}
          columns={[{ head: t("members.name") }, { head: t("members.role") }]}
          rows={members.map(({ userId, name, role }) => ({
            key: userId,
            cells: [
              <bdi key="name" className="break-words">
                {name}
              </bdi>,
              t(memberRoleKey[role]),
            ],
          }))}
        />
      )}
      {invitations !== null && (
        <p className="mt-3 text-sm text-soft">
          {t("members.invitedThen", { count: invitations, formatted: format.count(invitations) })}
        </p>
      )}
    </Section>
  );
}
