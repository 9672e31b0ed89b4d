import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { workspacesOf } from "../../db/queries/accounts";
import { Field } from "../components/field";
import { Page } from "../components/page";
import { memberRoleKey } from "../i18n/keys";
import { getDb } from "../lib/db.server";
import { NewWorkspace, parseForm } from "../lib/forms.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { requireUser } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { foundWorkspace } from "../services/accounts/found-workspace.server";

export const meta = titleMeta;

/** Who is in one workspace goes straight there, unless they asked for this page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const workspaces = await workspacesOf(await getDb(), user.id);
  const [only] = workspaces;
  const cameHere = new URL(request.url).searchParams.has("all") || request.headers.get("referer")?.includes("/w/");
  if (only && workspaces.length === 1 && !cameHere) throw redirect(paths.workspace(only.slug));
  return {
    title: pageTitle(request, "account.workspaces.title"),
    workspaces: workspaces.map(({ slug, name, isDemo, role }) => ({ slug, name, isDemo, role })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await parseForm(request, NewWorkspace);
  if (form.status !== "success") return data({ result: form.reply() }, { status: 422 });
  const scope = await foundWorkspace(await getDb(), user.id, form.value.name, new Date());
  throw redirect(paths.workspace(scope.workspaceSlug));
}

export default function Workspaces() {
  const { t } = useTranslation();
  const { workspaces } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ name: string }>({ id: "workspace", lastResult: answer?.result ?? null });
  return (
    <Page home={paths.home()} signedIn>
      <div className="mx-auto max-w-2xl space-y-8">
        <div>
          <h1>{t("account.workspaces.title")}</h1>
          {workspaces.length === 0 && <p className="mt-3 text-soft">{t("account.workspaces.none")}</p>}
          <ul className="card mt-4 divide-y divide-line empty:hidden">
            {workspaces.map(({ slug, name, isDemo, role }) => (
              <li key={slug} className="flex flex-wrap items-center gap-x-3 gap-y-1 p-4">
                <Link to={paths.workspace(slug)} className="font-semibold text-accent underline underline-offset-4">
                  {name}
                </Link>
                {isDemo && <span className="tag border border-line-strong bg-note-wash">{t("common.demo")}</span>}
                <span className="ms-auto text-sm text-soft">
                  {t("account.workspaces.role", { role: t(memberRoleKey[role]) })}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <section aria-labelledby="new">
          <h2 id="new">{t("account.workspaces.newTitle")}</h2>
          <p className="mt-1 text-soft">{t("account.workspaces.newLead")}</p>
          <Form method="post" className="card mt-3 space-y-4 p-5" {...getFormProps(form)} noValidate>
            <Field field={fields.name} label={t("account.workspaces.name")} autoComplete="organization" required />
            <button className="button" data-kind="primary">
              {t("account.workspaces.create")}
            </button>
          </Form>
        </section>
      </div>
    </Page>
  );
}
