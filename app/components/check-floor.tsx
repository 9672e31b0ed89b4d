import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { floorPartKey } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import type { CheckPage } from "../lib/check-page.server";
import type { FloorAnswer, FloorInput } from "../checks/floor";
import { FormName } from "./check-fields";
import { FloorFields } from "./floor-fields";
import { Section } from "./page";

/** Does the price pay for the hours? A calculation that leads to a question to the bidder and to nothing else. */
export function FloorCalculator({ page }: { page: CheckPage }) {
  const { t } = useTranslation();
  const input = page.status.floor?.input ?? null;
  return (
    <Section id="floor" title={t("checks.floor.title")} note={t("checks.floor.note")}>
      {input && page.floor ? (
        <FloorResult input={input} answer={page.floor} />
      ) : (
        <p className="text-soft">{t("checks.floor.none")}</p>
      )}
      {page.canWrite && page.isOpen && (
        <details open={input !== null && (page.floor?.missing.length ?? 0) > 0} className="mt-2">
          <summary className="py-1 text-accent">{t(input ? "checks.floor.again" : "checks.floor.open")}</summary>
          <FormName.Provider value="floor">
            <Form method="post" className="mt-2 space-y-3">
              <FloorFields
                input={input}
                currency={page.lot.currency ?? ""}
                today={page.today}
                currencies={page.currencies}
              />
              <button name="intent" value="floor" className="button">
                {t("checks.floor.save")}
              </button>
            </Form>
          </FormName.Provider>
        </details>
      )}
    </Section>
  );
}

/** What came of it, with what is missing or was left out. */
export function FloorResult({
  input,
  answer: { floor, missing, unstated },
}: {
  input: FloorInput;
  answer: FloorAnswer;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (amount: number) => `${format.fixed(amount, 2)} ${input.currency ?? ""}`;
  const parts = (names: readonly (keyof typeof floorPartKey)[]) =>
    names.map((part) => t(floorPartKey[part])).join("; ");
  if (floor === null)
    return (
      <p className="font-semibold">
        <span aria-hidden="true">! </span>
        {t("checks.floor.missing", { parts: parts(missing) })}
      </p>
    );
  return (
    <div className="space-y-2">
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto] sm:max-w-xl">
        <dt className="text-soft">{t("checks.floor.left")}</dt>
        <dd className="figures sm:text-end">{money(floor.left)}</dd>
        <dt className="text-soft">{t("checks.floor.labourCost")}</dt>
        <dd className="figures sm:text-end">{money(floor.labourCost)}</dd>
        <dt className="font-semibold">{t(floor.gap < 0 ? "checks.floor.below" : "checks.floor.above")}</dt>
        <dd className="figures font-semibold sm:text-end">{money(Math.abs(floor.gap))}</dd>
        {floor.hourlyLeft !== null && (
          <>
            <dt className="text-soft">{t("checks.floor.hourly")}</dt>
            <dd className="figures sm:text-end">{money(floor.hourlyLeft)}</dd>
          </>
        )}
      </dl>
      {input.wageSourceOn && (
        <p className="text-sm text-soft">
          {t("checks.floor.source", {
            basis: t(input.wageBasis === "law" ? "checks.floor.law" : "checks.floor.agreement"),
            source: input.wageSource,
            day: format.day(input.wageSourceOn),
          })}
        </p>
      )}
      {unstated.length > 0 && <p className="text-sm">{t("checks.floor.unstated", { parts: parts(unstated) })}</p>}
      <p className="prose-width text-sm">{t(floor.gap < 0 ? "checks.floor.askFor" : "checks.floor.noVerdict")}</p>
    </div>
  );
}
