import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { Trans, useTranslation } from "react-i18next";
import { accessClassKey, findingSourceKey } from "../i18n/finding-keys";
import { severityKey } from "../i18n/keys";
import { indicatorKey } from "../i18n/plan-keys";
import { AreaField, ChoiceField, LineField, typedText, type Typed } from "./finding-fields";
import { Section } from "./page";

/** What the page prints of a commitment. */
export interface KnownCommitment {
  readonly id: string;
  readonly short: string;
  readonly article: string;
  readonly url: string;
}

export interface FindingFormProps {
  readonly values: Typed;
  readonly indicatorsChosen: readonly string[];
  readonly today: string;
  /** What this member may record. */
  readonly openSources: readonly (keyof typeof findingSourceKey)[];
  readonly protectedSources: readonly (keyof typeof findingSourceKey)[];
  readonly severities: readonly (keyof typeof severityKey)[];
  readonly classes: readonly (keyof typeof accessClassKey)[];
  readonly commitments: readonly KnownCommitment[];
}

/** What was found, who says so, and what it means to write it down. */
export function FindingForm({
  values,
  today,
  openSources,
  protectedSources,
  severities,
  classes,
  ...rest
}: FindingFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const isBusy = useNavigation().state !== "idle";
  const sources = [...openSources, ...protectedSources];
  return (
    <Form method="post" className="space-y-4">
      <Section id="what" title={t("findings.new.source")}>
        <div className="space-y-4">
          <fieldset>
            <legend className="sr-only">{t("findings.new.source")}</legend>
            <SourceChoices id={id} title={t("findings.new.open")} sources={openSources} values={values} />
            {protectedSources.length > 0 ? (
              <>
                <SourceChoices id={id} title={t("findings.new.protected")} sources={protectedSources} values={values} />
                <p className="mt-1 text-sm text-soft">{t("findings.new.protectedNote")}</p>
              </>
            ) : (
              <p className="mt-2 text-sm text-soft">{t("findings.new.protectedElse")}</p>
            )}
          </fieldset>
          <LineField
            name="saidBy"
            label={t("findings.new.saidBy")}
            hint={t("findings.new.saidByHint")}
            values={values}
          />
          <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-3">
            <LineField name="foundOn" type="date" max={today} label={t("findings.new.foundOn")} values={values} />
            <LineField
              name="site"
              required={false}
              label={t("findings.new.site")}
              hint={t("findings.new.siteHint")}
              values={values}
            />
            <LineField
              name="product"
              required={false}
              label={t("findings.new.product")}
              hint={t("findings.new.productHint")}
              values={values}
            />
          </div>
        </div>
      </Section>
      <Section id="found" title={t("findings.new.what")}>
        <div className="space-y-4">
          <AreaField
            name="summary"
            label={t("findings.new.summary")}
            hint={t("findings.new.summaryHint")}
            values={values}
            rows={4}
          />
          <Indicators chosen={rest.indicatorsChosen} />
          <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
            <ChoiceField
              name="severity"
              label={t("findings.new.severity")}
              hint={t("findings.new.severityHint")}
              values={values}
              empty={t("findings.new.notChosen")}
              options={severities.map((one) => [one, t(severityKey[one])])}
            />
            <ChoiceField
              name="accessClass"
              label={t("findings.new.class")}
              hint={t("findings.new.classHint")}
              values={values}
              fallback="by-source"
              options={[
                ["by-source", t("findings.new.bySource")],
                ...classes.map((one) => [one, t(accessClassKey[one])] as const),
              ]}
            />
          </div>
        </div>
      </Section>
      <Meaning commitments={rest.commitments} />
      <p className="flex items-start gap-2">
        <input
          type="checkbox"
          id={`${id}-names`}
          name="namesNobody"
          value="yes"
          required
          defaultChecked={typedText(values, "namesNobody") === "yes"}
          className="mt-1"
        />
        <label htmlFor={`${id}-names`} className="font-semibold">
          {t("findings.new.names")}
        </label>
      </p>
      <button className="button" data-kind="primary" disabled={isBusy || sources.length === 0}>
        {t("findings.new.save")}
      </button>
    </Form>
  );
}

function SourceChoices({
  id,
  title,
  sources,
  values,
}: {
  id: string;
  title: string;
  sources: readonly (keyof typeof findingSourceKey)[];
  values: Typed;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="mt-1 not-first:mt-3">
      <legend className="eyebrow mb-1">{title}</legend>
      <div className="flex flex-wrap gap-2">
        {sources.map((source) => (
          <label
            key={source}
            htmlFor={`${id}-${source}`}
            className="flex items-center gap-2 rounded-md border border-line-strong px-3 py-1.5 has-checked:border-accent has-checked:bg-accent-wash"
          >
            <input
              type="radio"
              id={`${id}-${source}`}
              name="source"
              value={source}
              required
              defaultChecked={values["source"] === source}
            />
            <span className="inline-block first-letter:uppercase">{t(findingSourceKey[source])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Indicators({ chosen }: { chosen: readonly string[] }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset>
      <legend className="font-semibold">{t("findings.new.indicators")}</legend>
      <div className="mt-1 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {(Object.keys(indicatorKey) as (keyof typeof indicatorKey)[]).map((one) => (
          <label key={one} htmlFor={`${id}-${one}`} className="flex items-start gap-2 py-0.5">
            <input
              type="checkbox"
              id={`${id}-${one}`}
              name="indicator"
              value={one}
              defaultChecked={chosen.includes(one)}
              className="mt-1"
            />
            {t(indicatorKey[one])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What writing it down means, before it is written down. */
function Meaning({ commitments }: { commitments: readonly KnownCommitment[] }) {
  const { t } = useTranslation();
  const link = (id: string) => {
    const found = commitments.find((one) => one.id === id);
    return (
      <a key={id} href={found?.url} rel="noreferrer" lang="en">
        {found ? `${found.short}, ${found.article} (${id})` : id}
      </a>
    );
  };
  return (
    <Section id="meaning" title={t("findings.meaning.title")}>
      <ul className="prose-width list-disc space-y-2 ps-5 text-[0.9375rem]">
        <li>{t("findings.meaning.known")}</li>
        <li>
          <Trans i18nKey="findings.meaning.use" components={{ atd: link("EU-ATD-06"), coe: link("COE-CETS197-03") }} />
        </li>
        <li>{t("findings.meaning.disclosed")}</li>
        <li>{t("findings.meaning.crime")}</li>
      </ul>
    </Section>
  );
}
