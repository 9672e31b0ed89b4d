import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { CorridorsView } from "../lib/corridors-page.server";
import { Jump } from "./method-parts";
import { Section } from "./page";
import { useDayAsked, useSameDay } from "./trail-day";

export type Countries = readonly { readonly code: string; readonly name: string }[];

/** Which corridor it is about, and below it what is known of it. */
export function AskCorridor({
  countries,
  from,
  to,
  children,
}: {
  countries: Countries;
  from: string | null;
  to: string | null;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const day = useDayAsked();
  const sameDay = useSameDay();
  const field = (name: "from" | "to", label: string, chosen: string | null) => (
    <label className="min-w-0">
      <span className="block text-soft">{label}</span>
      <select name={name} defaultValue={chosen ?? ""} className="input max-w-64" data-size="small">
        <option value="">{t("corridors.ask.any")}</option>
        {countries.map(({ code, name: country }) => (
          <option key={code} value={code}>
            {country}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Section id="ask" title={t("corridors.ask.title")}>
      <Form key={`${from} ${to}`} method="get" className="no-print flex flex-wrap items-end gap-2 text-sm">
        {day !== null && <input type="hidden" name="on" value={day} />}
        {field("from", t("corridors.ask.from"), from)}
        {field("to", t("corridors.ask.to"), to)}
        <button className="button" data-size="small">
          {t("corridors.ask.show")}
        </button>
        {(from ?? to) !== null && (
          <Link to={sameDay("?")} className="py-1 text-accent underline underline-offset-4">
            {t("corridors.ask.all")}
          </Link>
        )}
      </Form>
      {children}
    </Section>
  );
}

/** What is known of one corridor, in a sentence or two, and what to do where nothing is. */
export function CorridorAnswer({
  answer: { totals, figures, rules, own },
  from,
  to,
  canWrite,
}: {
  answer: NonNullable<CorridorsView["answer"]>;
  from: string;
  to: string;
  canWrite: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = (count: number) => ({ count, formatted: format.count(count) });
  return (
    <div className="mt-4 space-y-1" id="answer">
      <p className="font-semibold">
        {t("recruitment.gap.corridor", { from: format.country(from), to: format.country(to) })}
      </p>
      {totals.map((row) => (
        <p key={row.id} className="figures break-words">
          {t("corridors.ask.total", { usd: format.number(row.usd, 0), year: String(row.year), source: row.source })}
          {row.workers && ` (${row.workers})`}
        </p>
      ))}
      {figures + rules + own === 0 ? (
        <p>{t("corridors.ask.none")}</p>
      ) : (
        <p>
          {[t("corridors.ask.figures", of(figures)), t("corridors.ask.rules", of(rules))].join(t("common.separator"))}
          {totals.length === 0 && `. ${t("corridors.ask.noTotal")}`}
        </p>
      )}
      {canWrite && totals.length === 0 && (
        <p>
          <Jump to="add">{t("corridors.ask.add")}</Jump>
        </p>
      )}
    </div>
  );
}
