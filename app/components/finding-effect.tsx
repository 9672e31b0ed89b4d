import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  findingMoveKey,
  findingStatusKey,
  findingStillKey,
  findingWouldKey,
  settledSignKey,
} from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { indicatorKey } from "../i18n/plan-keys";
import type { InternalView } from "../lib/internal-page.server";
import { paths } from "../lib/paths";
import type { FindingEffect } from "../recruitment/protected-findings";
import type { SettledSign } from "../recruitment/settled-signs";
import { Section } from "./page";
import { InternalResult } from "./recruitment-protected";

/** What a finding told in confidence does to the internal number, or why it does nothing and what it would take. */
export function EffectText({ effect: { moves, still, would }, floor }: { effect: FindingEffect; floor: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const height = format.score(floor);
  return (
    <>
      {moves.map((move) => (
        <p key={move}>{t(findingMoveKey[move], { height })}</p>
      ))}
      {still && <p>{t(findingStillKey[still])}</p>}
      {would.map((move) => (
        <p key={move} className="text-soft">
          {t(findingWouldKey[move], { height })}
        </p>
      ))}
    </>
  );
}

/** Signs of the ICLS guidelines that a settlement names, in one line; nothing without any. */
export function SettledSigns({ signs }: { signs: readonly SettledSign[] }) {
  const { t } = useTranslation();
  if (signs.length === 0) return null;
  const list = signs.map((sign) => t(settledSignKey[sign])).join("; ");
  return <p className="text-sm">{t("inConfidence.settle.shows", { list })}</p>;
}

const isIndicator = (id: string): id is keyof typeof indicatorKey => id in indicatorKey;

/** The internal result beside what everyone sees, with every finding told in confidence and what it does there. */
export function InternalCard({ workspace, internal }: { workspace: string; internal: InternalView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { standing, findings, without, floor } = internal;
  if (findings.length === 0) return <InternalResult standing={standing} />;
  return (
    <Section id="in-confidence" title={t("inConfidence.title")} note={t("inConfidence.note")}>
      <InternalResult standing={standing} />
      <p className="mt-2 text-sm text-soft">
        {without
          ? t("inConfidence.without", {
              score: without.score === null ? t("recruitment.result.noScore") : format.score(without.score),
              low: format.score(without.plausible[0]),
              high: format.score(without.plausible[1]),
            })
          : t("inConfidence.same")}
      </p>
      <ul className="mt-3 divide-y divide-line">
        {findings.map(({ id, status, summary, foundOn, indicators, effect }) => (
          <li key={id} className="py-3 first:pt-0">
            <Link to={paths.finding(workspace, id)} className="link break-words">
              {summary}
            </Link>
            <p className="text-sm text-soft">
              {[
                t(findingStatusKey[status]),
                format.day(foundOn),
                ...indicators.filter(isIndicator).map((one) => t(indicatorKey[one])),
              ].join(" · ")}
            </p>
            <div className="mt-1 space-y-1 text-[0.9375rem]">
              <EffectText effect={effect} floor={floor} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
