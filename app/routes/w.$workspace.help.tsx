import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHead, Section } from "../components/page";
import { ShortcutList } from "../components/shortcut-list";
import { useFurtherPlaces, useWorkspaceNav } from "../components/workspace-nav";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { requireScope, requireUser } from "../lib/scope.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const { shortcuts } = await requireUser(request);
  return {
    title: pageTitle(request, "shell.helpPage.title"),
    workspace: scope.workspaceSlug,
    role: scope.role,
    guideHidden: scope.guideHidden,
    shortcuts,
  };
}

const words = [
  ["shell.helpPage.level", "shell.helpPage.levelText"],
  ["shell.helpPage.score", "shell.helpPage.scoreText"],
  ["shell.helpPage.range", "shell.helpPage.rangeText"],
  ["shell.helpPage.coverage", "shell.helpPage.coverageText"],
] as const;

/** How to get about, how to read what is shown, and the way back to the guide. */
export default function Help() {
  const { t } = useTranslation();
  const { workspace, role, guideHidden, shortcuts } = useLoaderData<typeof loader>();
  const places = useWorkspaceNav(workspace, role);
  const further = useFurtherPlaces(workspace, role);
  return (
    <>
      <PageHead title={t("shell.helpPage.title")} lead={t("shell.helpPage.lead")} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <Section id="keys" title={t("shell.shortcuts.title")}>
          <ShortcutList places={places} on={shortcuts} />
        </Section>
        <div className="space-y-5">
          <Section id="words" title={t("shell.helpPage.words")}>
            <dl className="space-y-3">
              {words.map(([word, text]) => (
                <div key={word}>
                  <dt className="font-semibold">{t(word)}</dt>
                  <dd className="text-soft">{t(text)}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-3">
              <Link to={paths.methodHome()}>{t("method.link")}</Link>
            </p>
            {further.map(({ to, label }) => (
              <p key={to} className="mt-1">
                <Link to={to}>{label}</Link>
              </p>
            ))}
          </Section>
          <Section id="guide" title={t("shell.helpPage.guide")}>
            <p className="text-soft">{t(guideHidden ? "shell.helpPage.guideHidden" : "shell.helpPage.guideShown")}</p>
            {guideHidden ? (
              <Form method="post" action={paths.guide(workspace)} className="mt-3">
                <button className="button" name="guide" value="show">
                  {t("shell.helpPage.guideShow")}
                </button>
              </Form>
            ) : (
              <p className="mt-3">
                <Link to={paths.workspace(workspace)} className="button">
                  {t("shell.helpPage.guideOpen")}
                </Link>
              </p>
            )}
          </Section>
        </div>
      </div>
    </>
  );
}
