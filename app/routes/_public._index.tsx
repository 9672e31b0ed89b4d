import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Key } from "../i18n/keys";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { currentUser } from "../lib/session.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  if (await currentUser(request)) throw redirect(paths.workspaces());
  return { title: pageTitle(request, "account.home.title") };
}

const promises = [
  ["account.home.takes.title", "account.home.takes.text"],
  ["account.home.explains.title", "account.home.explains.text"],
  ["account.home.open.title", "account.home.open.text"],
] as const satisfies readonly (readonly [Key, Key])[];

export default function Home() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto max-w-4xl py-4 sm:py-12">
      <h1 className="max-w-3xl text-[clamp(1.9rem,1.2rem+3vw,3.25rem)]! leading-[1.08]!">{t("account.home.title")}</h1>
      <p className="mt-5 max-w-2xl text-lg text-soft">{t("account.home.lead")}</p>
      <p className="mt-7 flex flex-wrap gap-3">
        <Link to={paths.login()} className="button" data-kind="primary">
          {t("account.login.title")}
        </Link>
        <Link to={paths.signup()} className="button">
          {t("account.signup.title")}
        </Link>
      </p>
      <ul className="mt-12 grid gap-x-8 gap-y-6 border-t border-line-strong pt-6 sm:grid-cols-3">
        {promises.map(([title, text]) => (
          <li key={title}>
            <h2 className="text-base!">{t(title)}</h2>
            <p className="mt-1 text-[0.9375rem] text-soft">{t(text)}</p>
          </li>
        ))}
      </ul>
      <section aria-labelledby="not" className="mt-10 border-s-4 border-accent ps-4">
        <h2 id="not">{t("account.home.notTitle")}</h2>
        <p className="mt-1 prose-width">{t("account.home.notText")}</p>
      </section>
    </div>
  );
}
