import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { measureKeys, regimeKey } from "../i18n/category-keys";
import { useFormat } from "../i18n/format";
import type { RecordView } from "../lib/category-record.server";
import { paths } from "../lib/paths";
import { Measures, Nevers } from "./category-measures";
import { usePlaceName } from "./category-place";
import { CategoryResult } from "./category-result";
import { Section } from "./page";
import { useSameDay } from "./trail-day";

/** Everything of a filed assessment, laid open for paper. */
export function CategoryRecordView(view: RecordView & { readonly workspace: string; readonly today: string }) {
  const { t } = useTranslation();
  const { measures, left, ownText, result, input, today } = view;
  return (
    <div className="space-y-5">
      <p className="prose-width font-semibold">{t("category.record.limits")}</p>
      <Head {...view} />
      <CategoryResult view={result} opened />
      <Section id="chosen" title={t("category.record.chosen")}>
        {measures.length === 0 ? (
          <p>{t("category.record.none")}</p>
        ) : (
          <Measures measures={measures} today={today} opened />
        )}
        {ownText !== "" && (
          <div className="mt-5">
            <h3 className="text-base! font-semibold">{t("category.record.ownText")}</h3>
            <p className="prose-width break-words whitespace-pre-wrap">{ownText}</p>
          </div>
        )}
        <div className="mt-5">
          <h3 className="text-base! font-semibold">{t("category.record.left")}</h3>
          {left.length === 0 ? (
            <p>{t("category.record.nothingLeft")}</p>
          ) : (
            <ul className="list-disc ps-5">
              {left.map((id) => (
                <li key={id}>{t(measureKeys(id).title)}</li>
              ))}
            </ul>
          )}
        </div>
        <div className="mt-5">
          <Nevers regime={input.regime} />
        </div>
      </Section>
      <Older {...view} />
    </div>
  );
}

function Head(view: RecordView) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePlaceName();
  const { record, input, codes, replacedVersion } = view;
  const places = (keys: readonly string[], unknown: boolean) =>
    [...keys.map(nameOf).toSorted(format.compare), ...(unknown ? [t("category.result.unknownPlace")] : [])].join("; ");
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t("category.record.filed"), t("tenders.by", { name: record.filedByName, when: format.minute(record.filedAt) })],
    [t("category.record.version"), String(record.version)],
    [
      t("category.record.replaces"),
      replacedVersion === null
        ? null
        : t("category.record.replacesVersion", { version: String(replacedVersion), reason: record.reason ?? "" }),
    ],
    [
      t("category.record.codes"),
      codes.map(({ code, label, lang }) => (
        <span key={code} className="block">
          <span className="figures">{code}</span> <span lang={lang}>{label}</span>
        </span>
      )),
    ],
    [t("category.record.origins"), places(input.origins, input.originUnknown) || null],
    [t("category.record.places"), places(input.places, input.placeUnknown) || null],
    [t("category.record.buyer"), format.country(input.buyer)],
    [t("category.record.regime"), t(regimeKey[input.regime])],
    [t("category.record.model"), record.modelId],
    [t("category.record.dataDate"), format.day(record.dataDate)],
    [t("category.record.dataHash"), <code key="data">{record.dataHash}</code>],
    [t("category.record.hash"), <code key="hash">{record.recordSha256}</code>],
  ];
  return (
    <Section id="stated" title={t("category.record.stated")}>
      <dl className="grid grid-cols-1 gap-x-6 text-[0.9375rem] max-sm:[&_dd]:mb-2 sm:gap-y-1 sm:grid-cols-[14rem_minmax(0,1fr)]">
        {lines.map(
          ([label, text]) =>
            text !== null && (
              <div key={label} className="contents">
                <dt className="text-soft">{label}</dt>
                <dd className="mb-1 break-words sm:mb-0">{text}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  );
}

function Older({ older, workspace }: RecordView & { readonly workspace: string }) {
  const sameDay = useSameDay();
  const { t } = useTranslation();
  const format = useFormat();
  if (older.length === 0) return null;
  return (
    <Section id="older" title={t("category.record.older")}>
      <ul className="space-y-1">
        {older.map(({ id, version, filedByName, filedAt }) => (
          <li key={id}>
            <Link to={sameDay(paths.category(workspace, id))}>
              {t("category.record.version")} {version}
            </Link>{" "}
            <span className="text-soft">{t("tenders.by", { name: filedByName, when: format.minute(filedAt) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
