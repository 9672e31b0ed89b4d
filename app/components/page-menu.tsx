import { Form, Link, useLocation, useRouteLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Key } from "../i18n/keys";
import { languageCodes, LANGUAGES } from "../i18n/languages";
import { paths } from "../lib/paths";
import { THEMES, type Theme } from "../lib/theme";
import type { loader as rootLoader } from "../root";
import { Icon } from "./icons";

export const themeKey = {
  system: "shell.theme.system",
  light: "shell.theme.light",
  dark: "shell.theme.dark",
} as const satisfies Readonly<Record<Theme, Key>>;

/** The theme of this page; "system" on a page that failed before it was known. */
export const useTheme = (): Theme => useRouteLoaderData<typeof rootLoader>("root")?.theme ?? "system";

const CHOICE =
  "button aria-pressed:text-ink! aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4";

/** One of a few words, each a button; the page loads anew in the one that is pressed. */
function Choice<T extends string>({
  label,
  action,
  name,
  options,
  chosen,
}: {
  label: string;
  action: string;
  name: string;
  options: readonly { readonly value: T; readonly text: string; readonly lang?: string }[];
  chosen: string;
}) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={action} reloadDocument className="flex flex-wrap items-center" aria-label={label}>
      <input type="hidden" name="next" value={pathname + search} />
      {options.map(({ value, text, lang }) => (
        <button
          key={value}
          name={name}
          value={value}
          lang={lang}
          aria-pressed={value === chosen}
          className={CHOICE}
          data-kind="quiet"
          data-size="small"
        >
          {text}
        </button>
      ))}
    </Form>
  );
}

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const options = languageCodes.map((code) => ({ value: code, text: LANGUAGES[code].name, lang: code }));
  return (
    <Choice
      label={t("common.language")}
      action={paths.language()}
      name="language"
      options={options}
      chosen={i18n.language}
    />
  );
}

export function ThemeChoice() {
  const { t } = useTranslation();
  const options = THEMES.map((theme) => ({ value: theme, text: t(themeKey[theme]) }));
  return (
    <Choice label={t("shell.theme.label")} action={paths.theme()} name="theme" options={options} chosen={useTheme()} />
  );
}

/** What belongs to the person and not to the page. Opens without script; with it, closes like a menu does. */
export function PageMenu({
  help,
  members,
  settings,
  places,
}: {
  help: string | null;
  /** Who else is in this workspace. */
  members: string | null;
  /** The settings of this workspace, for its owners. */
  settings: string | null;
  /** Pages of the navigation that its bar has no room for on a phone. */
  places: readonly { readonly to: string; readonly label: string }[];
}) {
  const { t } = useTranslation();
  const { key } = useLocation();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    details.current?.removeAttribute("open");
  }, [key]);
  useEffect(() => {
    const close = (focus: boolean) => {
      if (!details.current?.open) return;
      details.current.open = false;
      if (focus) details.current.querySelector("summary")?.focus();
    };
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !details.current?.contains(target)) close(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape") close(true);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      document.removeEventListener("keydown", escape);
    };
  }, []);
  return (
    <details ref={details} className="page-menu">
      <summary className="button" data-kind="quiet" data-size="small">
        <Icon name="menu" />
        <span className="max-sm:sr-only">{t("shell.menu")}</span>
      </summary>
      <div className="menu-sheet">
        {places.map(({ to, label }) => (
          <Link key={to} to={to} className="menu-line md:hidden">
            {label}
          </Link>
        ))}
        <Link to={`${paths.workspaces()}?all=1`} className="menu-line">
          {t("shell.workspaces")}
        </Link>
        {members && (
          <Link to={members} className="menu-line">
            {t("members.title")}
          </Link>
        )}
        {settings && (
          <Link to={settings} className="menu-line">
            {t("settings.title")}
          </Link>
        )}
        {help && (
          <Link to={help} className="menu-line">
            {t("shell.help")}
          </Link>
        )}
        <Link to={paths.methodHome()} className="menu-line">
          {t("method.title")}
        </Link>
        <Link to={paths.account()} className="menu-line">
          {t("mine.title")}
        </Link>
        <div className="menu-part">
          <p className="eyebrow px-2.5">{t("common.language")}</p>
          <LanguageChoice />
        </div>
        <div className="menu-part">
          <p className="eyebrow px-2.5">{t("shell.theme.label")}</p>
          <ThemeChoice />
        </div>
        <Form method="post" action={paths.logout()} reloadDocument className="menu-part">
          <button className="menu-line w-full text-start">{t("common.signOut")}</button>
        </Form>
      </div>
    </details>
  );
}
