import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { accessClassKey, strengthKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { ChoiceField, LineField, type Typed } from "./finding-fields";
import { Section } from "./page";

/** A document with what it shows, how strong it is, and what its uploader says it shows of people. */
export function EvidenceForm({
  values,
  today,
  limit,
  isProtected,
}: {
  values: Typed;
  today: string;
  limit: number;
  /** Of a protected finding: no class, for nobody else ever sees it. */
  isProtected: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const isBusy = useNavigation().state !== "idle";
  const optional = (label: string) => `${label} (${t("evidence.new.optional")})`;
  const classes = Object.keys(accessClassKey) as (keyof typeof accessClassKey)[];
  const strengths = Object.keys(strengthKey) as (keyof typeof strengthKey)[];
  return (
    <Form method="post" encType="multipart/form-data" className="space-y-4">
      <Section id="document" title={t("evidence.new.document")}>
        <div className="space-y-4">
          <div>
            <label htmlFor={`${id}-file`} className="block font-semibold">
              {t("evidence.new.file")}
            </label>
            <p id={`${id}-file-hint`} className="mb-1 text-sm text-soft">
              {t("evidence.new.fileHint", { limit: format.bytes(limit) })}
            </p>
            <input
              id={`${id}-file`}
              type="file"
              name="file"
              required
              aria-describedby={`${id}-file-hint`}
              className="input h-auto! py-2"
            />
          </div>
          <fieldset>
            <legend className="font-semibold">{t("evidence.new.persons")}</legend>
            <p className="mb-2 text-sm text-soft">{t("evidence.new.personsNote")}</p>
            {(["no", "yes"] as const).map((one) => (
              <label key={one} htmlFor={`${id}-${one}`} className="flex items-start gap-2 py-1">
                <input
                  type="radio"
                  id={`${id}-${one}`}
                  name="persons"
                  value={one}
                  required
                  defaultChecked={values["persons"] === one}
                  className="mt-1"
                />
                {t(one === "no" ? "evidence.new.personsNo" : "evidence.new.personsYes")}
              </label>
            ))}
          </fieldset>
        </div>
      </Section>
      <Section id="says" title={t("evidence.new.about")}>
        <div className="space-y-4">
          <LineField name="shows" label={t("evidence.new.shows")} values={values} />
          <LineField name="issuer" label={t("evidence.new.issuer")} values={values} />
          <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
            <ChoiceField
              name="strength"
              label={t("evidence.new.strength")}
              values={values}
              empty={t("findings.new.notChosen")}
              options={strengths.map((one) => [one, t(strengthKey[one])])}
            />
            {!isProtected && (
              <ChoiceField
                name="accessClass"
                label={t("evidence.new.class")}
                values={values}
                fallback="confidential"
                options={classes.map((one) => [one, t(accessClassKey[one])])}
              />
            )}
            <LineField
              name="issuedOn"
              type="date"
              max={today}
              required={false}
              label={optional(t("evidence.new.issuedOn"))}
              values={values}
            />
            <LineField
              name="expiresOn"
              type="date"
              required={false}
              label={optional(t("evidence.new.expiresOn"))}
              values={values}
            />
            <LineField name="site" required={false} label={optional(t("evidence.new.site"))} values={values} />
            <LineField name="product" required={false} label={optional(t("evidence.new.product"))} values={values} />
            <LineField
              name="tier"
              type="number"
              min="1"
              max="20"
              required={false}
              label={optional(t("evidence.new.tier"))}
              values={values}
            />
          </div>
        </div>
      </Section>
      <button className="button" data-kind="primary" disabled={isBusy}>
        {t("evidence.new.save")}
      </button>
    </Form>
  );
}
