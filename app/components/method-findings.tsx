import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { dimensionKey } from "../i18n/keys";
import { constructionKey, effectKey, kindNameKey, questionKey, verdictKey } from "../i18n/method-keys";
import type { Finding } from "../lib/method-findings";

/** The figures the questions themselves name. */
export interface Bounds {
  /** How far a dimension's share may lie from its weight. */
  readonly tolerance: number;
  /** Largest share of the variance between countries. */
  readonly between: number;
}

/** What was asked, in words. */
export function useQuestion(bounds: Bounds) {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ id, countries = [] }: Finding): string =>
    t(questionKey[id], {
      tolerance: format.percent(bounds.tolerance),
      most: format.percent(bounds.between),
      countries: countries.map(format.country).join(t("common.separator")),
    });
}

/** What the answer means for a buyer; null where the verdict says it all. */
export function FindingDetail({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { effects = [], kinds = [], near, cases, constructions = [], verdict } = finding;
  const list = (words: readonly string[]) => words.join(t("common.separator"));
  return (
    <>
      {effects.map(({ dimension, stated, from, to, is }) => (
        <span key={dimension} className="block">
          {t(effectKey[is], {
            dimension: t(dimensionKey[dimension]),
            stated: format.share(stated),
            from: format.share(from),
            to: format.share(to),
          })}
        </span>
      ))}
      {effects.length > 0 && <span className="block">{t("methodStudy.effects.so")}</span>}
      {kinds.length > 0 && t("methodStudy.laws.so", { kinds: list(kinds.map((kind) => t(kindNameKey[kind]))) })}
      {near && verdict !== "holds" && (
        <>{t("methodStudy.ranks.narrow", { tenth: format.share(near.tenth), fifth: format.share(near.fifth) })}</>
      )}
      {cases && t("methodStudy.ofCases", { right: format.count(cases.right), all: format.count(cases.all) })}
      {constructions.length > 0 &&
        `${t("methodStudy.known.construction")}: ${list(
          constructions.map((one) =>
            one in constructionKey ? t(constructionKey[one as keyof typeof constructionKey]) : one,
          ),
        )}`}
    </>
  );
}

/** One question with its verdict and what it means. */
export function FindingLine({ finding, bounds }: { finding: Finding; bounds: Bounds }) {
  const { t } = useTranslation();
  const question = useQuestion(bounds);
  return (
    <li>
      <span className="font-semibold">{question(finding)}:</span>{" "}
      <span className="font-semibold">{t(verdictKey[finding.verdict])}.</span>
      <span className="block text-soft">
        <FindingDetail finding={finding} />
      </span>
    </li>
  );
}
