import { accessClassKey } from "../i18n/finding-keys";
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ReportPage } from "../lib/report-page.server";
import { FACT_LENGTH } from "../reports/facts";
import { NAME_LENGTH, STATEMENT_LENGTH } from "../reports/settings";
import { AreaInput, FormName, SelectInput, TextInput } from "./check-fields";
import { Notice } from "./notice";
import { Claims } from "./report-claims";
import { Section } from "./page";

interface Writing {
  readonly page: ReportPage;
  /** What came back, and why; null: nothing did. */
  readonly refused: { readonly point: string; readonly problem: string; readonly text: string } | null;
  /** The point to write about now; "": none in particular. */
  readonly turn: string;
}

/** The points that need a person's words: folded, with what stands there and what is still needed. */
export function ReportWrite({ page, refused, turn }: Writing) {
  const { t } = useTranslation();
  const all = page.writing.flatMap(({ points }) => points);
  const told = all.filter(({ text }) => text !== "").length;
  if (all.length === 0) return null;
  return (
    <Section
      id="write"
      title={t("reports.write")}
      note={t("reports.writeNote")}
      aside={
        <span className="text-sm text-soft">
          {t("reports.writtenOf", { told: String(told), all: String(all.length) })}
        </span>
      }
    >
      <div className="space-y-4">
        {page.writing.map(({ id, title, points }) => (
          <div key={id}>
            <h3 className="mb-1 font-semibold">{title}</h3>
            <div className="divide-y divide-line border-y border-line">
              {points.map((point) => (
                <Point
                  key={point.id}
                  point={point}
                  refused={refused?.point === point.id ? refused : null}
                  isTurn={turn === point.id}
                  next={nextToWrite(all, point.id)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </Section>
  );
}

type WrittenPoint = ReportPage["writing"][number]["points"][number];

/** The first needed point after this one, else before it, that is still empty; null: there is none. Pure. */
export function nextToWrite<P extends { readonly id: string; readonly isNeeded: boolean }>(
  all: readonly P[],
  id: string,
): P | null {
  const at = all.findIndex((one) => one.id === id);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(({ isNeeded }) => isNeeded) ?? null;
}

interface PointProps {
  readonly point: WrittenPoint;
  readonly refused: Writing["refused"];
  readonly isTurn: boolean;
  readonly next: WrittenPoint | null;
}

function Point({ point, refused, isTurn, next }: PointProps) {
  const { t } = useTranslation();
  const { id, name, ask, text, evidence, statement, isNeeded } = point;
  const isEmpty = text === "";
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isTurn) place.current?.querySelector("textarea")?.focus();
  }, [isTurn]);
  return (
    <details id={`point-${id}`} ref={place} open={refused !== null || isTurn} className="scroll-mt-4 py-2">
      <summary className="flex-wrap gap-x-3">
        <span className="me-3 text-accent">{name}</span>{" "}
        <span className={`text-sm ${isNeeded ? "font-semibold text-high" : "text-soft"}`}>
          {isEmpty ? t(isNeeded ? "reports.mandatory" : "reports.optional") : t("reports.written")}
        </span>
        {point.claims.length > 0 && <span className="text-sm font-semibold">{t("reports.claim.mark")}</span>}
      </summary>
      <FormName.Provider value={`state ${id}`}>
        <Form method="post" replace data-stays className="mt-2 space-y-3 pb-2">
          <input type="hidden" name="point" value={id} />
          <input type="hidden" name="replaces" value={statement} />
          <input type="hidden" name="next" value={next?.id ?? ""} />
          {refused && (
            <Notice kind="problem" title={refused.problem}>
              {text !== "" && text !== refused.text && (
                <>
                  {t("reports.standsNow")} <q className="whitespace-pre-wrap">{text}</q>
                </>
              )}
            </Notice>
          )}
          <AreaInput
            name="text"
            label={t("reports.text")}
            hint={ask}
            value={text}
            rows={5}
            maxLength={STATEMENT_LENGTH}
          />
          <Claims claims={point.claims} />
          <AreaInput
            name="evidence"
            label={t("reports.evidence")}
            hint={t("reports.evidenceHint")}
            value={evidence}
            rows={2}
          />
          <p className="flex flex-wrap gap-2">
            {next && (
              <button className="button" name="intent" value="state-next">
                {t("reports.saveNext")}
              </button>
            )}
            <button className="button" name="intent" value="state">
              {t("reports.save")}
            </button>
          </p>
        </Form>
      </FormName.Provider>
    </details>
  );
}

/** The head of a draft: who reports, for which days, in which variant, for whom. */
export function ReportSettingsForm({
  page,
  countries,
}: {
  page: ReportPage;
  countries: readonly { readonly code: string; readonly name: string }[];
}) {
  const { t } = useTranslation();
  const { settings, variants } = page;
  return (
    <Section id="settings" title={t("reports.settings")} note={t("reports.settingsNote")}>
      <FormName.Provider value="settings">
        <Form
          method="post"
          replace
          data-stays
          className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-3"
        >
          <input type="hidden" name="seen" value={page.seen} />
          <TextInput
            name="organisation"
            label={t("reports.organisation")}
            value={settings.organisation.name}
            maxLength={NAME_LENGTH}
            required
          />
          <TextInput
            name="identifier"
            label={t("reports.identifier")}
            value={settings.organisation.identifier}
            maxLength={NAME_LENGTH}
          />
          <SelectInput
            name="country"
            label={t("reports.country")}
            value={settings.organisation.country ?? ""}
            blank={t("reports.noCountry")}
            options={countries.map(({ code, name }) => [code, name])}
          />
          {variants.length > 1 ? (
            <SelectInput
              name="variant"
              label={t("reports.chooseVariant")}
              value={page.variant}
              blank="–"
              required
              options={variants.map(({ id, name }) => [id, name])}
            />
          ) : (
            <input type="hidden" name="variant" value={page.variant} />
          )}
          <TextInput name="from" type="date" label={t("reports.from")} value={settings.from} required />
          <TextInput name="to" type="date" label={t("reports.to")} value={settings.to} required />
          <SelectInput
            name="class"
            label={t("reports.class")}
            value={settings.class}
            blank="–"
            required
            options={page.classes.map((one) => [one, t(accessClassKey[one])])}
          />
          {page.facts.map((fact) => (
            <FactInput key={fact.id} fact={fact} />
          ))}
          <div>
            <button className="button" name="intent" value="settings">
              {t("reports.save")}
            </button>
          </div>
        </Form>
      </FormName.Provider>
    </Section>
  );
}

/** A day, a name or a choice that the template asks for beside its points. */
function FactInput({ fact: { id, kind, name, hint, value, choices } }: { fact: ReportPage["facts"][number] }) {
  const field = { name: `fact-${id}`, label: name, value };
  if (kind === "choice")
    return <SelectInput {...field} blank="–" options={choices.map(([choice, label]) => [choice, label])} />;
  if (kind === "lines" || kind === "days" || kind === "suppliers")
    return (
      <div className="sm:col-span-2 lg:col-span-3">
        <AreaInput {...field} hint={hint} rows={3} />
      </div>
    );
  return <TextInput {...field} hint={hint} type={kind === "day" ? "date" : "text"} maxLength={FACT_LENGTH} />;
}
