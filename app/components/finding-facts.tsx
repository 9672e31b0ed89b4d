import { useTranslation } from "react-i18next";
import { accessClassKey, findingSourceKey, findingStatusKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { severityKey } from "../i18n/keys";
import { indicatorKey } from "../i18n/plan-keys";
import type { FindingPage } from "../lib/finding-page.server";
import { EffectText, SettledSigns } from "./finding-effect";
import { Section } from "./page";

const isIndicator = (id: string): id is keyof typeof indicatorKey => id in indicatorKey;

/** The words of the record, as they were written. */
export function FindingFacts({ page }: { page: FindingPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recordedAt, who } = page;
  const signs = page.indicators.filter(isIndicator);
  const none = (
    <span key="none" className="text-soft">
      {t("findings.page.none")}
    </span>
  );
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [
      t("findings.list.source"),
      <>
        <span className="inline-block first-letter:uppercase">{t(findingSourceKey[page.source])}</span>
        {page.saidBy && <span className="block text-sm text-soft">{page.saidBy}</span>}
      </>,
    ],
    [t("findings.new.foundOn"), format.day(page.foundOn)],
    [t("findings.new.site"), page.site ?? none],
    [t("findings.new.product"), page.product ?? none],
    [t("findings.list.severity"), t(severityKey[page.severity])],
    [
      t("findings.new.class"),
      t(
        page.accessClass
          ? accessClassKey[page.accessClass]
          : page.isProtected
            ? "findings.class.protected"
            : "trail.on.noClass",
      ),
    ],
    [
      t("findings.page.recorded"),
      t("findings.page.recordedBy", { day: format.minute(recordedAt), who: who ?? t("findings.page.nobody") }),
    ],
  ];
  return (
    <Section id="facts" title={t("findings.page.facts")}>
      <p className="mb-4 text-[1.0625rem] break-words whitespace-pre-wrap">{page.summary}</p>
      <p className="mb-4">
        <span className="eyebrow block">{t("findings.new.indicators")}</span>
        {signs.length === 0 ? (
          <span className="text-soft">{t("findings.page.noIndicators")}</span>
        ) : (
          signs.map((id) => t(indicatorKey[id])).join("; ")
        )}
      </p>
      {page.effect && !page.undone && (
        <div className="mb-4 space-y-1 rounded-md bg-note-wash p-3 text-[0.9375rem]">
          <p className="eyebrow">{t("inConfidence.effect")}</p>
          <EffectText effect={page.effect} floor={page.pairFloor} />
        </div>
      )}
      <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
        {rows.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-sm text-soft">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** What happened with it, the newest last: what was said, from when it holds, who and when, and who agreed. */
export function FindingHistory({ page }: { page: FindingPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const closed = page.isProtected ? "inConfidence.settle.remedied" : "findings.settle.closed";
  const nameOf = (step: FindingPage["steps"][number]): string => {
    const status = t(step.status ? findingStatusKey[step.status] : closed);
    if (step.refused) return t("findings.step.refused", { status });
    if (step.isWaiting) return t("findings.step.proposed", { status });
    switch (step.kind) {
      case "closed":
        return t(page.isProtected ? closed : "findings.step.closed");
      case "reply-asked":
        return t("findings.step.asked", { day: format.day(step.answerBy ?? step.validOn) });
      case "reply-not-asked":
        return t("findings.step.notAsked");
      case "reply":
        return t("findings.step.reply");
      case "class":
        return t("findings.step.class", { class: step.accessClass ? t(accessClassKey[step.accessClass]) : "" });
      case "status":
        return t("findings.step.status", { status });
    }
  };
  const nobody = t("findings.page.nobody");
  return (
    <Section id="history" title={t("findings.page.history")}>
      <ol className="space-y-3 border-s-2 border-line ps-4">
        <li>
          <p className="font-semibold">{t("findings.step.recorded")}</p>
          <p className="text-sm text-soft">
            {t("findings.page.recordedBy", { day: format.minute(page.recordedAt), who: page.who ?? nobody })}
          </p>
        </li>
        {page.steps.map((step) => (
          <li key={step.id}>
            <p className="font-semibold first-letter:uppercase">{nameOf(step)}</p>
            <p className="break-words whitespace-pre-wrap">{step.text}</p>
            <SettledSigns signs={step.signs} />
            <p className="text-sm text-soft">
              {t("findings.page.recordedBy", { day: format.minute(step.recordedAt), who: step.who ?? nobody })} ·{" "}
              {t("findings.step.validOn", { day: format.day(step.validOn) })}
            </p>
            {step.agreed && (
              <p className="text-sm text-soft">
                {step.agreed.isSamePerson
                  ? t("findings.step.oneperson")
                  : t("findings.step.agreed", { who: step.agreed.who ?? nobody, day: format.minute(step.agreed.at) })}
              </p>
            )}
            {step.refused && (
              <p className="text-sm">
                {t("findings.step.refusedBy", {
                  who: step.refused.who ?? nobody,
                  day: format.minute(step.refused.at),
                  reason: step.refused.reason,
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
