import { Form, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageCodes, LANGUAGES } from "../i18n/languages";
import { paths } from "../lib/paths";
import { Brand } from "./brand";

export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** Only the exact address counts as being there. */
  readonly end?: boolean;
}

interface PageProps {
  readonly home: string;
  readonly nav?: readonly NavItem[];
  /** Workspace name beside the brand. */
  readonly place?: ReactNode;
  readonly signedIn: boolean;
  readonly children: ReactNode;
}

function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <Form
      method="post"
      action={paths.language()}
      reloadDocument
      className="flex items-center"
      aria-label={t("common.language")}
    >
      <input type="hidden" name="next" value={pathname + search} />
      {languageCodes.map((code) => (
        <button
          key={code}
          name="language"
          value={code}
          lang={code}
          aria-pressed={code === i18n.language}
          className="button aria-pressed:text-ink! aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4"
          data-kind="quiet"
          data-size="small"
        >
          {LANGUAGES[code].name}
        </button>
      ))}
    </Form>
  );
}

/** The frame of every page: skip link, brand, navigation, language, sign-out, and the one `main`. */
export function Page({ home, nav = [], place, signedIn, children }: PageProps) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="button absolute start-2 top-2 z-10 -translate-y-24 focus-visible:translate-y-0"
        data-kind="primary"
      >
        {t("common.skip")}
      </a>
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[84rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <Brand to={home} small={place !== undefined} />
          {place}
          {nav.length > 0 && (
            <nav
              aria-label={t("common.mainNavigation")}
              className="order-last -mx-2 flex w-full gap-1 overflow-x-auto md:order-none md:w-auto"
            >
              {nav.map(({ to, label, end = false }) => (
                <NavLink
                  key={to}
                  to={to}
                  end={end}
                  className="rounded px-2.5 py-1.5 text-[0.9375rem] font-semibold whitespace-nowrap text-soft no-underline hover:bg-sunken hover:text-ink aria-[current=page]:text-accent aria-[current=page]:underline aria-[current=page]:decoration-2 aria-[current=page]:underline-offset-8"
                >
                  {label}
                </NavLink>
              ))}
            </nav>
          )}
          <div className="ms-auto flex items-center gap-1">
            <LanguageChoice />
            {signedIn && (
              <Form method="post" action={paths.logout()} reloadDocument>
                <button className="button" data-kind="quiet" data-size="small">
                  {t("common.signOut")}
                </button>
              </Form>
            )}
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[84rem] flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
      <footer className="border-t border-line text-sm text-soft">
        <p className="mx-auto max-w-[84rem] px-4 py-4 sm:px-6">{t("common.footer")}</p>
      </footer>
    </div>
  );
}

/** The title of a page, what stands above and beside it. */
export function PageHead({
  title,
  above,
  lead,
  children,
}: {
  title: ReactNode;
  above?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-full">
        {above && <div className="mb-1 text-sm text-soft">{above}</div>}
        <h1>{title}</h1>
        {lead && <p className="mt-2 prose-width text-soft">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  );
}

/** A part of a page with its heading. */
export function Section({
  title,
  note,
  id,
  children,
  aside,
}: {
  title: string;
  note?: ReactNode;
  id: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="card p-4 sm:p-5">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {note && <p className="mb-3 prose-width text-sm text-soft">{note}</p>}
      {children}
    </section>
  );
}
