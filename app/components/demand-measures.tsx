import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { besideKey, measureCountsKey, measureDataKey, measureFillKey, measureTitleKey } from "../i18n/demand-keys";
import { useFormat } from "../i18n/format";
import type { DemandPage, MeasureLine } from "../lib/demand-page.server";
import { Section } from "./page";
import { PlainField } from "./plain-field";
import { PlainTable } from "./plain-table";
import { useSameDay } from "./trail-day";

/** Every measure with its two numbers, what is behind it and who answers for it; no sum over them. */
export function DemandMeasures({ page }: { page: DemandPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to } = page.period;
  return (
    <Section
      id="measures"
      title={t("demand.measures")}
      note={
        <>
          {t("demand.period", { from: format.day(from), to: format.day(to) })}. {t("demand.measuresNote")}
        </>
      }
    >
      <PlainTable
        columns={[
          { head: t("demand.column.measure") },
          { head: t("demand.column.done"), end: true },
          { head: t("demand.column.of"), end: true },
          { head: t("demand.column.share"), end: true },
          { head: t("demand.column.behind") },
          { head: t("demand.column.owner") },
        ]}
        rows={page.measures.map((line) => ({
          key: line.id,
          id: `measure-${line.id}`,
          cells: [<What key="what" line={line} />, ...numbersOf(line), <Behind key="behind" line={line} />, <OwnerOf key="owner" line={line} canWrite={page.canWrite} />], // prettier-ignore
        }))}
      />
      {page.untold > 0 && (
        <p className="mt-3 text-sm text-soft">
          {t("pastDuties.demand.untold", { count: page.untold, formatted: format.count(page.untold) })}
        </p>
      )}
    </Section>
  );

  /** Numerator, denominator and share; a blank is not measured, never zero. */
  function numbersOf({ measured }: MeasureLine) {
    const denominator = measured?.denominator ?? null;
    if (denominator === null) return [t("demand.notMeasured"), "–", "–"];
    const { numerator } = measured!;
    return [
      format.count(numerator),
      format.count(denominator),
      denominator === 0 ? t("reports.shareOfNone") : format.share(numerator / denominator),
    ];
  }
}

function What({ line: { id } }: { line: MeasureLine }) {
  const { t } = useTranslation();
  return (
    <>
      {t(measureTitleKey[id])}
      <span className="block max-w-prose text-sm font-normal text-soft">{t(measureCountsKey[id])}</span>
    </>
  );
}

/** Amounts and numbers beside a measure, the data, the records; where nothing is told, what would fill it. */
function Behind({ line: { id, measured, place } }: { line: MeasureLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (measured === null) return <span className="text-sm text-soft">{t("demand.notForYou")}</span>;
  const { amounts, further, records, all, denominator } = measured;
  return (
    <div className="space-y-1 text-sm">
      {denominator === null && place !== null && (
        <p>
          <Lead to={place}>{t(measureFillKey[id])}</Lead>
        </p>
      )}
      {(amounts.length > 0 || further.length > 0) && (
        <ul>
          {amounts.map(({ what, amount, currency }) => (
            <li key={`${what} ${currency}`}>
              {t(besideKey[what])}: <span className="amount">{`${format.money(BigInt(amount))} ${currency}`}</span>
            </li>
          ))}
          {further.map(({ what, number }) => (
            <li key={what}>
              {t(besideKey[what])}: {format.number(number)}
            </li>
          ))}
        </ul>
      )}
      <p className="text-soft">{t(measureDataKey[id])}</p>
      {records.length > 0 && (
        <details>
          <summary className="py-1 text-accent">{t("demand.allRecords", { records: format.count(all) })}</summary>
          <ul className="space-y-1">
            {records.map(({ name, to }) => (
              <li key={to} className="break-words">
                <Lead to={to}>
                  <bdi className="inline-block py-1">{name || to}</bdi>
                </Lead>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A place of this page keeps the time that is shown; another page is led to as of the same day. */
function Lead({ to, children }: { to: string; children: ReactNode }) {
  const sameDay = useSameDay();
  return to.startsWith("#") ? <a href={to}>{children}</a> : <Link to={sameDay(to)}>{children}</Link>;
}

function OwnerOf({ line: { id, owner }, canWrite }: { line: MeasureLine; canWrite: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="text-sm">
      {owner === "" ? <span className="text-soft">{t("demand.noOwner")}</span> : <bdi>{owner}</bdi>}
      {canWrite && (
        <details className="no-print">
          <summary className="py-1 text-accent" aria-label={`${t("demand.nameOwner")}: ${t(measureTitleKey[id])}`}>
            {t("demand.nameOwner")}
          </summary>
          <Form method="post" className="space-y-2">
            <input type="hidden" name="measure" value={id} />
            <PlainField
              name="owner"
              label={t("demand.owner")}
              hint={t("demand.ownerHint")}
              defaultValue={owner}
              maxLength={120}
              autoComplete="off"
            />
            <button name="intent" value="owner" className="button" data-size="small">
              {t("demand.keepOwner")}
            </button>
          </Form>
        </details>
      )}
    </div>
  );
}
