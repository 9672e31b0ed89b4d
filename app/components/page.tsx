import { Link, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";
import { Brand } from "./brand";
import { Icon, type IconName } from "./icons";
import { LanguageChoice, PageMenu, ThemeChoice } from "./page-menu";

export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** Only the exact address counts as being there. */
  readonly end?: boolean;
  /** Beginnings of other addresses whose pages belong to this one. */
  readonly within?: readonly string[];
  /** On a phone it stands in the menu: the bar at the foot has room for five. */
  readonly inMenu?: boolean;
}

interface PageProps {
  readonly home: string;
  readonly nav?: readonly NavItem[];
  /** Workspace name beside the brand. */
  readonly place?: ReactNode;
  /** What stands beside the menu: the way to search. */
  readonly tools?: ReactNode;
  /** What was done a moment ago: between the navigation and the content, so that it covers neither. */
  readonly message?: ReactNode;
  /** Said on paper alone, where the navigation is not: whose page this is. */
  readonly printed?: string | undefined;
  /** Where help is found. */
  readonly help?: string | null;
  /** Where the members of the workspace are. */
  readonly members?: string | null;
  /** Where an owner changes the workspace itself. */
  readonly settings?: string | null;
  readonly signedIn: boolean;
  readonly children: ReactNode;
}

/** Pages of the navigation that have room beside name, search and menu. */
const ROOM_FOR = 6;

/** The frame of every page: skip link, brand, navigation, menu, and the one `main`. On a phone the navigation is at the foot. */
export function Page({
  home,
  nav = [],
  place,
  tools,
  message,
  printed,
  help = null,
  members = null,
  settings = null,
  signedIn,
  children,
}: PageProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <div className="page">
      <a
        href="#main"
        className="button absolute start-2 top-2 z-30 -translate-y-24 focus-visible:translate-y-0"
        data-kind="primary"
      >
        {t("common.skip")}
      </a>
      <header className="no-print relative border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[84rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6 lg:gap-x-6">
          <Brand to={home} small={place !== undefined} />
          {place}
          {nav.length > 0 && (
            <nav
              aria-label={t("common.mainNavigation")}
              className="main-nav"
              data-many={nav.length > ROOM_FOR || undefined}
            >
              {nav.map(({ to, label, icon, within = [], end = false, inMenu = false }) => (
                <NavLink
                  key={to}
                  to={to}
                  end={end}
                  data-within={within.some((start) => pathname.startsWith(start)) || undefined}
                  className={`main-nav-link ${inMenu ? "max-md:hidden!" : ""}`}
                >
                  <Icon name={icon} className="size-5 md:hidden" />
                  {label}
                </NavLink>
              ))}
            </nav>
          )}
          <div className="ms-auto flex shrink-0 items-center gap-1 sm:gap-2">
            {tools}
            {signedIn ? (
              <PageMenu
                help={help}
                members={members}
                settings={settings}
                places={nav.filter(({ inMenu = false }) => inMenu)}
              />
            ) : (
              <>
                <div className="max-md:hidden">
                  <ThemeChoice />
                </div>
                <LanguageChoice />
              </>
            )}
          </div>
        </div>
      </header>
      {message}
      {printed && <p className="print-only text-sm">{printed}</p>}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[84rem] flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
      <footer className="border-t border-line text-sm text-soft">
        <p className="mx-auto max-w-[84rem] px-4 py-4 sm:px-6">
          {t("common.footer")}{" "}
          <Link to={paths.methodHome()} className="no-print text-accent underline underline-offset-4">
            {t("method.link")}
          </Link>
        </p>
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
