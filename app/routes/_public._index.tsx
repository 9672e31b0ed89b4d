import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BandTag, LevelTag } from "../components/marks";
import { RangeBar } from "../components/range-bar";
import { useFormat } from "../i18n/format";
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
    <div className="py-2 sm:py-8">
      <div className="grid grid-cols-1 items-center gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div>
          <h1 className="text-[clamp(1.8rem,1.2rem+2.6vw,3rem)]! leading-[1.1]!">{t("account.home.title")}</h1>
          <p className="mt-5 max-w-xl text-lg text-soft">{t("account.home.lead")}</p>
          <p className="mt-7 flex flex-wrap gap-3">
            <Link to={paths.login()} className="button" data-kind="primary">
              {t("account.login.title")}
            </Link>
            <Link to={paths.signup()} className="button">
              {t("account.signup.title")}
            </Link>
          </p>
        </div>
        <Example />
      </div>
      <ul className="mt-12 grid gap-x-10 gap-y-6 border-t border-line-strong pt-6 sm:grid-cols-3">
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

/** What a result looks like: an invented supplier, said to be one. */
const EXAMPLE = { score: 71.4, plausible: [64.2, 77], possible: [51, 88.5] } as const;
const REASONS = [
  [12.3, "account.home.example.fees", "account.home.example.feesSource"],
  [8.4, "account.home.example.goods", "account.home.example.goodsSource"],
  [6.5, "account.home.example.country", "account.home.example.countrySource"],
] as const satisfies readonly (readonly [number, Key, Key])[];

function Example() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="example" className="card p-5 sm:p-6">
      <p className="text-sm text-soft">{t("account.home.example.note")}</p>
      <h2 id="example" className="mt-1.5">
        {t("account.home.example.name")}
      </h2>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="figures text-4xl leading-none font-bold tracking-tight">{format.score(EXAMPLE.score)}</span>
        <BandTag band="high" />
        <LevelTag level="assessed" />
      </p>
      <RangeBar score={EXAMPLE.score} plausible={EXAMPLE.plausible} possible={EXAMPLE.possible} />
      <ul className="figures mt-4 divide-y divide-line border-t border-line text-[0.9375rem]">
        {REASONS.map(([points, reason, source]) => (
          <li key={reason} className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-3 py-2">
            <span className="text-end font-semibold whitespace-nowrap">+{format.score(points)}</span>
            <span>
              {t(reason)}
              <span className="block text-sm text-soft">{t(source)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 rounded bg-accent-wash px-3 py-2 text-[0.9375rem]">
        <span className="font-semibold">{t("account.home.example.ask")}</span> {t("account.home.example.question")}
      </p>
    </section>
  );
}
