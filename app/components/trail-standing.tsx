import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { faultSentence } from "../i18n/trail-keys";
import type { TrailStanding } from "../services/trail/trail-view.server";
import { Notice } from "./notice";
import { Section } from "./page";

/** Is the trail as it was written, when was that looked at, and is its head noted where nobody here can change it? */
export function Standing({ standing }: { standing: TrailStanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { headSeq, headHash, isVerifying, checkFailedAt } = standing;
  return (
    <Section
      id="standing"
      title={t("trail.standing.title")}
      aside={
        <Form method="post" className="no-print">
          <button className="button" data-size="small" name="intent" value="verify" disabled={isVerifying}>
            {t("trail.standing.verify")}
          </button>
        </Form>
      }
    >
      <div className="space-y-3 text-[0.9375rem]">
        {isVerifying && <output className="block">{t("trail.standing.running")}</output>}
        {checkFailedAt && (
          <Notice kind="problem">{t("trail.standing.checkFailed", { when: format.minute(checkFailedAt) })}</Notice>
        )}
        <LastCheck standing={standing} />
        <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <div>
            <dt className="sr-only">{t("trail.title")}</dt>
            <dd>{t("trail.standing.events", { count: headSeq, formatted: format.count(headSeq) })}</dd>
          </div>
          <div className="min-w-0">
            <dt className="inline text-soft">{t("trail.standing.head")}:</dt>{" "}
            <dd className="inline break-all">
              <code className="text-xs">{headHash}</code>
            </dd>
          </div>
        </dl>
        <Outside outside={standing.outside} />
      </div>
    </Section>
  );
}

function LastCheck({ standing: { lastCheck, isVerifying, checkFailedAt } }: { standing: TrailStanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!lastCheck) return isVerifying || checkFailedAt ? null : <p>{t("trail.standing.never")}</p>;
  const { at, check } = lastCheck;
  const when = format.minute(at);
  const hidden = check.faultCount - check.faults.length;
  if (check.valid)
    return (
      <p>
        {t("trail.standing.good", { when, upTo: format.count(check.headSeq) })}{" "}
        {t("trail.standing.compared", { count: check.rows, formatted: format.count(check.rows) })}{" "}
        {check.isUnsealed && t("trail.standing.unsealed")}
      </p>
    );
  return (
    <Notice
      kind="problem"
      title={t("trail.standing.bad", { when, count: check.faultCount, formatted: format.count(check.faultCount) })}
    >
      <ul className="list-disc ps-5">
        {check.faults.map((fault, at) => (
          <li key={`${at} ${JSON.stringify(fault)}`} className="break-all">
            {faultSentence(t, fault)}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>{t("trail.standing.more", { count: hidden, formatted: format.count(hidden) })}</p>}
      <p>{t("trail.standing.badNext")}</p>
    </Notice>
  );
}

function Outside({ outside }: { outside: TrailStanding["outside"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!outside) return <p className="prose-width text-sm text-soft">{t("trail.standing.outsideNone")}</p>;
  return (
    <>
      {outside.failedAt && (
        <Notice kind="problem">
          {outside.why === null
            ? t("trail.standing.outsideFailedUnknown", { when: format.minute(outside.failedAt) })
            : t("trail.standing.outsideFailed", { when: format.minute(outside.failedAt), why: outside.why })}
        </Notice>
      )}
      <p className="text-sm">
        {outside.lastAt
          ? t("trail.standing.outside", { when: format.minute(outside.lastAt) })
          : t("trail.standing.outsideNever")}
      </p>
    </>
  );
}
