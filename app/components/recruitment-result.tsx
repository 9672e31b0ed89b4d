import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { bandKey, engineKey, levelWhyKey } from "../i18n/keys";
import { repaymentStateKey } from "../i18n/recruitment-keys";
import type { TriedView } from "../lib/recruitment-page.server";
import type { QuestionId } from "../recruitment/questions";
import type { Standing } from "../services/readings/try-answers";
import { LevelTag, BandTag } from "./marks";
import { Notice } from "./notice";

/** Score, band and range of a result in words; "not enough evidence" where there is none. */
export function useStandingWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    score: ({ score }: Standing) => (score === null ? t("recruitment.result.noScore") : format.score(score)),
    band: ({ band, between }: Standing) =>
      band !== null
        ? t(bandKey[band])
        : between !== null
          ? t("recruitment.result.between", { low: t(bandKey[between[0]]), high: t(bandKey[between[1]]) })
          : null,
    range: ({ plausible: [low, high] }: Standing) =>
      t("recruitment.result.rangeOf", { low: format.score(low), high: format.score(high) }),
    known: ({ known }: Standing) => format.percent(known),
  };
}

/** Score, range and what is known, where they change: a text each. */
export function useStandingChanges(): (before: Standing, after: Standing) => string[] {
  const { t } = useTranslation();
  const words = useStandingWords();
  return (before, after) =>
    (["score", "range", "known"] as const).flatMap((what) => {
      const [from, to] = [words[what](before), words[what](after)];
      if (from === to) return [];
      const label = { score: t("recruitment.result.score"), range: t("recruitment.result.range"), known: t("recruitment.result.known") }[what]; // prettier-ignore
      return [`${label}: ${t("recruitment.result.change", { from, to })}`];
    });
}

/** What one answer does, in one line below it. */
export function StepEffect({ question, tried }: { question: QuestionId; tried: TriedView | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changesOf = useStandingChanges();
  const at = tried?.steps.findIndex((one) => one.question === question) ?? -1;
  if (!tried || at < 0) return null;
  const { after, bound } = tried.steps[at]!;
  const before = at === 0 ? tried.before : tried.steps[at - 1]!.after;
  const changes = changesOf(before, after);
  return (
    <p className="figures mt-2 rounded-md bg-accent-wash px-3 py-1.5 text-sm">
      <span className="font-semibold">{t("recruitment.result.effect")}:</span>{" "}
      {changes.length === 0 ? t("recruitment.result.same") : changes.join(" · ")}
      {tried.overtaken.includes(question) ? (
        <span className="block text-soft">{t("recruitment.result.overtaken")}</span>
      ) : (
        changes.length > 0 &&
        bound < 1 && (
          <span className="block text-soft">
            {bound === 0
              ? t("recruitment.result.noBound")
              : t("recruitment.result.bound", { share: format.percent(bound) })}
          </span>
        )
      )}
    </p>
  );
}

/** The result now and after, side by side, with what it means. */
export function ResultPanel({
  standing,
  tried,
  isWaiting,
  isProtected,
  isPast = false,
}: {
  standing: Standing;
  tried: TriedView | null;
  isWaiting: boolean;
  isProtected: boolean;
  /** As of a day that is over: there is nothing to enter. */
  isPast?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useStandingWords();
  const before = tried?.before ?? standing;
  const after = tried && tried.steps.length > 0 ? tried.after : null;
  const shown = after ?? before;
  const say = (label: string, text: (one: Standing) => string, view: (one: Standing) => ReactNode = text) => ({
    label,
    from: { text: text(before), view: view(before) },
    to: after && { text: text(after), view: view(after) },
  });
  const lines = [
    say(
      t("recruitment.result.level"),
      ({ level }) => level,
      ({ level }) => <LevelTag level={level} />,
    ),
    say(t("recruitment.result.score"), words.score),
    ...(shown.score === null
      ? []
      : [
          say(
            t("recruitment.result.band"),
            (one) => words.band(one) ?? t("recruitment.result.noScore"),
            (one) => (one.band === null ? words.band(one) : <BandTag band={one.band} />),
          ),
        ]),
    say(t("recruitment.result.range"), words.range),
    say(t("recruitment.result.known"), words.known),
  ];
  return (
    <section aria-labelledby="effect" className="card p-4 sm:p-5" aria-live="polite" aria-busy={isWaiting}>
      <h2 id="effect" className="mb-2">
        {t(isPast ? "recruitment.result.past" : "recruitment.result.title")}
      </h2>
      <dl className={isPast ? "flex flex-wrap gap-x-8 gap-y-3" : "divide-y divide-line"}>
        {lines.map(({ label, from, to }) => (
          <div key={label} className={isPast ? undefined : "py-1.5"}>
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="figures flex flex-wrap items-baseline gap-x-2">
              {from.view}
              {to && (
                <>
                  {to.text === from.text ? (
                    <span className="text-sm text-soft">{t("recruitment.result.same")}</span>
                  ) : (
                    <>
                      <span aria-hidden="true">→</span>
                      <span className="sr-only">{t("recruitment.result.after")}:</span>
                      <strong>{to.view}</strong>
                    </>
                  )}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {shown.score === null && <p className="mt-2 text-sm">{t(levelWhyKey[shown.level])}</p>}
      {!after && !isPast && <p className="mt-2 text-sm text-soft">{t("recruitment.result.nothing")}</p>}
      {shown.caseForAction && (isPast || !before.caseForAction) && (
        <div className="mt-3">
          <Notice kind="problem">{t("recruitment.result.action")}</Notice>
        </div>
      )}
      {shown.state !== "none" && (
        <p className="mt-3 rounded-md border border-line bg-note-wash p-3 text-sm">
          <span className="font-semibold">
            {t("recruitment.state.title")}: {t(repaymentStateKey[shown.state])}.
          </span>{" "}
          {t("recruitment.state.support")}
        </p>
      )}
      {after && tried && tried.reasons.length > 0 && (
        <>
          <h3 className="mt-3 mb-1 eyebrow">{t("recruitment.result.why")}</h3>
          <ul className="space-y-1 text-sm">
            {tried.reasons.map(({ key, points }) => (
              <li key={key} className="flex gap-2">
                <span className="figures w-12 shrink-0 text-end font-semibold">{format.points(points)}</span>
                <span className="min-w-0">{t(engineKey(key))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isPast && (
        <p className="mt-3 text-xs text-soft">
          {t(isProtected ? "recruitment.result.previewInternal" : "recruitment.result.preview")}
        </p>
      )}
    </section>
  );
}
