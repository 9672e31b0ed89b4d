import { Link, NavLink, useLocation } from "@remix-run/react";
import { createContext, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Equation, Figure } from "../../risk-models/equation";
import { useFormat, type Format } from "../i18n/format";
import { paths } from "../lib/paths";

/** Translations of the model's own texts into the reader's language, by the English text. */
export const ModelTexts = createContext<Readonly<Record<string, string>>>({});

/** A text of the model file in the reader's language; one that has no translation says that it is English. */
export function Said({ text }: { text: string }) {
  const { i18n } = useTranslation();
  const known = useContext(ModelTexts)[text];
  return known !== undefined || i18n.language === "en" ? <>{known ?? text}</> : <span lang="en">{text}</span>;
}

/** The same as plain text, for a heading or a name. */
export function useSaid(): (text: string) => string {
  const texts = useContext(ModelTexts);
  return (text) => texts[text] ?? text;
}

/** To a part of the same page; a plain link to a fragment is not scrolled to a second time once pages are followed by script. */
export function Jump({ to, children }: { to: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  return <Link to={{ pathname, search, hash: to }}>{children}</Link>;
}

/** Why it is so, and who would know better: behind every judgement. `named`: the head of the column says already what it is. */
export function Why({ why, who, named = false }: { why: string; who?: string; named?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="prose-width space-y-0.5 text-sm text-soft">
      <p>
        {!named && <span className="font-semibold">{t("method.why")}: </span>}
        <Said text={why} />
      </p>
      {who !== undefined && (
        <p>
          <span className="font-semibold">{t("method.who")}:</span> <Said text={who} />
        </p>
      )}
    </div>
  );
}

/** Who would know better than the rows of a table above, each named once. */
export function Experts({ who }: { who: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <p className="mt-2 prose-width text-sm text-soft">
      <span className="font-semibold">{t("method.who")}:</span>{" "}
      {[...new Set(who)].map((one, at) => (
        <span key={one}>
          {at > 0 && "; "}
          <Said text={one} />
        </span>
      ))}
    </p>
  );
}

const figureText = (format: Format, { value, digits }: Figure): string =>
  digits === null ? format.number(value, 6) : format.fixed(value, digits);

/** An equation as it is typed into a calculator: figures in the reader's notation. */
export function Sum({ equation: { left, result } }: { equation: Equation }) {
  const format = useFormat();
  return (
    <span className="equation figures">
      {left.map((token) => (typeof token === "string" ? token : figureText(format, token))).join("")}
      {" = "}
      <strong>{figureText(format, result)}</strong>
    </span>
  );
}

export function Num({ figure }: { figure: Figure }) {
  return <>{figureText(useFormat(), figure)}</>;
}

/** Where a page of the method stands among the others, and what is on it. */
export function MethodNav({ version }: { version: string }) {
  const { t } = useTranslation();
  const pages = [
    [paths.method(version), t("method.nav.model")],
    [paths.methodWorked(version), t("method.nav.worked")],
    [paths.methodStudy(version), t("method.nav.study")],
    [paths.methodCoverage(version), t("method.nav.coverage")],
    [paths.methodSources(), t("method.nav.sources")],
  ] as const;
  return (
    <nav aria-label={t("method.nav.label")} className="no-print mb-5 flex flex-wrap border-b border-line">
      {pages.map(([to, label]) => (
        <NavLink key={to} to={to} end className="view-link">
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

export interface Part {
  readonly id: string;
  readonly title: string;
}

/** A page with the list of its parts: beside them on a wide screen, before them on a narrow one. */
export function WithContents({ parts, children }: { parts: readonly Part[]; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-8">
      <nav aria-labelledby="contents" className="contents-list no-print">
        <h2 id="contents" className="text-sm! text-soft">
          {t("method.contents")}
        </h2>
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <Jump to={id}>{title}</Jump>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0 space-y-5">{children}</div>
    </div>
  );
}

export interface SourceName {
  readonly id: string;
  readonly title: string;
  readonly year: string;
}

/** Sources by their title and year, each leading to where it is described. Titles are as published. */
export function SourceLinks({ sources }: { sources: readonly SourceName[] }) {
  return (
    <ul className="space-y-0.5">
      {sources.map(({ id, title, year }) => (
        <li key={id} lang="en">
          <Link to={paths.methodSources(id)}>{title}</Link>
          {year && `, ${year}`}
        </li>
      ))}
    </ul>
  );
}
