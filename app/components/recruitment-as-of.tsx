import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { engineKey } from "../i18n/keys";
import type { AsOfView } from "../lib/as-of.server";
import { Section } from "./page";
import { answerName, answerText } from "./recruitment-answer";
import { ResultPanel } from "./recruitment-result";

/** Asks for what was known at the end of a day. */
export function AsOfForm({ today, day }: { today: string; day: string | null }) {
  const { t } = useTranslation();
  return (
    <Form key={day ?? ""} method="get" className="no-print flex flex-wrap items-end gap-2 text-sm">
      <label>
        <span className="block text-soft">{t("recruitment.asOf.on")}</span>
        <input
          type="date"
          name="on"
          max={today}
          defaultValue={day ?? ""}
          required
          className="input"
          data-size="small"
        />
      </label>
      <button className="button" data-size="small">
        {t("recruitment.asOf.show")}
      </button>
    </Form>
  );
}

/** Why nothing is known of a supplier on a day. */
export const WHY_NOT_KNOWN = {
  "no-list": "recruitment.asOf.noList",
  "not-in-list": "recruitment.asOf.notInList",
  "list-gone": "recruitment.asOf.listGone",
  "list-erased": "trail.on.erased",
} as const;

/** A supplier as it was known on a day, and what of it cannot be brought back. `back`: where it stands today; null: nowhere. */
export function AsOfResult({ asOf, back }: { asOf: AsOfView; back: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="mb-4 space-y-4">
      <Section
        id="as-of"
        title={t("recruitment.asOf.lead", { day: format.day(asOf.day) })}
        aside={back !== null && <Link to={back}>{t("recruitment.asOf.today")}</Link>}
      >
        {asOf.known ? (
          <div className="space-y-2 text-[0.9375rem]">
            <p>
              {t("recruitment.asOf.list", {
                file: asOf.list.fileName,
                day: format.day(asOf.list.publishedAt),
                model: asOf.modelId,
              })}
            </p>
            <p>
              {t("recruitment.asOf.answers", {
                count: asOf.answers.length,
                formatted: format.count(asOf.answers.length),
              })}
            </p>
            {asOf.answers.length > 0 && (
              <ul className="list-disc ps-5">
                {asOf.answers.map((one) => (
                  <li key={one.id} className="break-words">
                    {answerName(t, one.what)}: {answerText(t, format, one)}{" "}
                    <span className="text-soft">({format.day(one.validFrom)})</span>
                  </li>
                ))}
              </ul>
            )}
            <ul className="figures space-y-0.5">
              {asOf.reasons.map(({ key, points }) => (
                <li key={key}>
                  <span className="font-semibold">{format.points(points)}</span> {t(engineKey(key))}
                </li>
              ))}
            </ul>
            {!asOf.isKept && (
              <p className="text-sm text-soft">
                {t("recruitment.asOf.limits")}{" "}
                {asOf.decisionsSince.length > 0 &&
                  t("recruitment.asOf.since", {
                    list: asOf.decisionsSince
                      .map(({ label, decidedAt }) => `${label} (${format.day(decidedAt)})`)
                      .join(t("common.separator")),
                  })}
              </p>
            )}
          </div>
        ) : (
          <p>{t(WHY_NOT_KNOWN[asOf.why])}</p>
        )}
      </Section>
      {asOf.known && <ResultPanel standing={asOf.standing} tried={null} isWaiting={false} isProtected={false} isPast />}
    </div>
  );
}
