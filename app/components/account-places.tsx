import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { memberRoleKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import { Notice } from "./notice";
import { Section } from "./page";

type MemberRole = keyof typeof memberRoleKey;

/** Where the person is a member, with the way out. */
export function MyPlaces({
  workspaces,
  problem,
}: {
  workspaces: readonly { readonly slug: string; readonly name: string; readonly role: MemberRole }[];
  problem: string | null;
}) {
  const { t } = useTranslation();
  return (
    <Section id="places" title={t("mine.places.title")}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {workspaces.length === 0 && <p className="text-soft">{t("mine.places.none")}</p>}
      <ul className="divide-y divide-line">
        {workspaces.map(({ slug, name, role }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Link to={paths.workspace(slug)}>{name}</Link>
            <span className="text-sm text-soft">{t(memberRoleKey[role])}</span>
            <details className="ms-auto">
              <summary className="button" data-kind="quiet" data-size="small">
                {t("mine.places.leave")}
                <span className="sr-only">: {name}</span>
              </summary>
              <Form method="post" className="mt-1 max-w-xs space-y-2">
                <input type="hidden" name="intent" value="leave" />
                <p className="text-sm text-soft">{t("members.leaveNote")}</p>
                <button name="workspace" value={slug} className="button" data-size="small">
                  {t("mine.places.leaveSure", { name })}
                </button>
              </Form>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
