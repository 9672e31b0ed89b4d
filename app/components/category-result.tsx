import { useTranslation } from "react-i18next";
import { bandKey, bandsKey, engineKey, labourKey } from "../i18n/keys";
import { cpvKindKey } from "../i18n/category-keys";
import { useFormat } from "../i18n/format";
import type { ResultView, RowView } from "../lib/category-page.server";
import { as } from "./block-table";
import { GoodName, PlaceName, usePlaceName } from "./category-place";
import { FoundIn } from "./line-origin";
import { valueText } from "./line-value";
import { BandTag, LevelTag } from "./marks";
import { SourceLinks } from "./method-parts";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { RangeBar } from "./range-bar";
import { ScrollRegion } from "./scroll-region";

/** The risk of a category: how far it lies apart, each place with its reasons, and what the law on products says of it. */
export function CategoryResult({ view, opened = false }: { view: ResultView; opened?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Section id="result" title={t("category.result.title")} note={t("category.result.lead")}>
        <Spread view={view} />
        <div className="mt-5 space-y-6">
          {view.codes.map((code) => (
            <Code key={code.code} code={code} model={view.modelId} opened={opened} />
          ))}
        </div>
        <p className="mt-4 text-sm text-soft">
          {t("category.result.model", { model: view.modelId, day: format.day(view.dataDate) })}{" "}
          {t("category.result.proves")}
        </p>
      </Section>
      <Law view={view} />
      {view.materials.length > 0 && <Materials view={view} />}
    </>
  );
}

/** The ends of all plausible ranges as one bar, with the bands that are reached. */
function Spread({ view: { spread, possible } }: { view: ResultView }) {
  const { t } = useTranslation();
  const bands = spread.bands;
  const word = (at: 0 | 1) => t(bandKey[bands![at]]);
  return (
    <div className="max-w-2xl">
      <h3 className="font-semibold">
        {t("category.result.spread")}
        {": "}
        {bands === null
          ? t("category.result.noBand")
          : bands[0] === bands[1]
            ? t("category.result.onlyBand", { band: word(0) })
            : t("category.result.bandsFrom", { low: word(0), high: word(1) })}
      </h3>
      <RangeBar score={null} plausible={spread.plausible} possible={possible} />
    </div>
  );
}

function Code({ code, model, opened }: { code: ResultView["codes"][number]; model: string; opened: boolean }) {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const id = `code-${code.code}`;
  const { rows } = code;
  const placeHead = t(rows[0]?.on === "origin" ? "category.result.origin" : "category.result.place");
  const heads = [t("category.result.level"), t("category.result.band"), t("category.result.score"), t("category.result.range"), t("category.result.because")]; // prettier-ignore
  return (
    <div>
      <h3 id={id} className="mb-1 text-base! font-semibold">
        <span className="figures text-soft">{code.code}</span> <span lang={code.lang}>{code.label}</span>{" "}
        <span className="font-normal text-soft">({t(cpvKindKey[code.kind])})</span>
      </h3>
      <ScrollRegion labelledBy={id}>
        <table {...as.table} className="table blocks plain">
          <thead {...as.group}>
            <tr {...as.row}>
              {[placeHead, ...heads].map((head, at) => (
                <th key={head} {...as.columnHead} scope="col" data-align={at === 3 || at === 4 ? "end" : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as.group}>
            {rows.map((row) => (
              <PlaceRow key={row.place ?? ""} row={row} heads={heads} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length > 1 && <p className="mt-1 text-sm text-soft">{t("category.result.alphabet")}</p>}
      {rows.some(({ place }) => place === null) && <p className="mt-1 text-sm">{t("category.result.ask")}</p>}
      {rows.map((row) => (
        <details key={row.place ?? ""} open={opened} className="mt-2">
          <summary className="py-1 text-sm font-semibold text-accent">
            {t("category.result.reasons", {
              place: row.place === null ? t("category.result.unknownPlace") : nameOf(row.place),
            })}
          </summary>
          <Lines
            row={row}
            model={model}
            label={`${code.code}, ${row.place === null ? t("category.result.unknownPlace") : nameOf(row.place)}`}
          />
        </details>
      ))}
    </div>
  );
}

const SHOWN_REASONS = 3;

function PlaceRow({ row, heads }: { row: RowView; heads: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { band, between, score, plausible, lines, level } = row;
  const [levelHead, bandHead, scoreHead, rangeHead, becauseHead] = heads;
  return (
    <tr {...as.row}>
      <th {...as.rowHead} scope="row">
        <PlaceName of={row.place} />
      </th>
      <td {...as.cell} data-label={levelHead}>
        <LevelTag level={level} />
      </td>
      <td {...as.cell} data-label={bandHead}>
        {band !== null && <BandTag band={band} />}
        {between !== null && t(bandsKey(between[0], between[1]))}
        {band === null && between === null && <span className="text-soft">{t("category.result.noScore")}</span>}
      </td>
      <td {...as.cell} data-label={scoreHead} data-align="end" className="figures font-semibold">
        {score === null ? (
          <span className="font-normal text-soft">{t("category.result.noScore")}</span>
        ) : (
          format.score(score)
        )}
      </td>
      <td {...as.cell} data-label={rangeHead} data-align="end" className="figures whitespace-nowrap">
        {format.score(plausible[0])} – {format.score(plausible[1])}
      </td>
      <td {...as.cell} data-label={becauseHead}>
        {lines
          .filter(({ points }) => points > 0)
          .slice(0, SHOWN_REASONS)
          .map(({ key }) => t(engineKey(key)))
          .join("; ")}
      </td>
    </tr>
  );
}

/** Every reason of one row with value, year and source; their points are its score. */
function Lines({ row, model, label }: { row: RowView; model: string; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <ScrollRegion label={label}>
        <PlainTable
          label={label}
          columns={[
            { head: t("supplier.reason") },
            { head: t("supplier.points"), end: true },
            { head: t("supplier.value") },
            { head: t("supplier.year") },
            { head: t("supplier.source") },
          ]}
          rows={row.lines.map((line) => ({
            key: line.key,
            cells: [
              t(engineKey(line.key)),
              <span key="points" className="figures">
                {format.points(line.points)}
              </span>,
              valueText(t, format, line),
              line.year,
              <FoundIn key="source" origin={line.origin} indicator={line.indicator} model={model} />,
            ],
          }))}
          {...(row.score !== null && { foot: [t("supplier.sum"), format.score(row.score), "", "", ""] })}
        />
      </ScrollRegion>
      {row.floors.map(({ id, height }) => (
        <p key={id} className="mt-1 text-sm">
          {t("category.result.floors", {
            height: format.count(height),
            floors: t(engineKey(`reason.floor.${id}`)),
          })}
        </p>
      ))}
      {row.concerns.length > 0 && (
        <p className="mt-1 text-sm text-soft">
          {t("category.result.concerns", {
            concerns: row.concerns
              .map(({ key }) => t(engineKey(key.startsWith("concern.") ? key : `concern.${key}`)))
              .join("; "),
          })}
        </p>
      )}
    </>
  );
}

/** What the EU's ban on products reaches and what matters where it does not. */
function Law({ view: { kinds, labour, regime } }: { view: ResultView }) {
  const { t } = useTranslation();
  const isWork = kinds.includes("services") || kinds.includes("works");
  return (
    <div className="space-y-3">
      {isWork && (
        <Notice kind="note" title={t("category.law.services")}>
          {t("category.law.servicesText")}
        </Notice>
      )}
      {kinds.includes("supplies") && regime === "eu" && (
        <Notice kind="note" title={t("category.law.goods")}>
          {t("category.law.goodsText")}
        </Notice>
      )}
      {labour.length > 0 && (
        <Notice kind="note" title={labour.map((kind) => t(labourKey[kind])).join(t("common.separator"))}>
          {t("category.law.labourText")}
        </Notice>
      )}
      {regime === "other" && <Notice kind="note">{t("category.buyer.other")}</Notice>}
    </div>
  );
}

function Materials({ view: { materials } }: { view: ResultView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePlaceName();
  return (
    <Section id="materials" title={t("category.result.materials")} note={t("category.result.materialsNote")}>
      <PlainTable
        label={t("category.result.materials")}
        columns={[
          { head: t("category.result.material") },
          { head: t("category.result.listedIn") },
          { head: t("supplier.source") },
        ]}
        rows={materials.map(({ good, places, stateImposed, sources }) => ({
          key: good,
          cells: [
            <GoodName key="good" of={good} />,
            places
              .map((key) => [nameOf(key), stateImposed.includes(key)] as const)
              .toSorted(([a], [b]) => format.compare(a, b))
              .map(([name, isImposed]) => (isImposed ? `${name} (${t("category.from.stateImposed")})` : name))
              .join("; "),
            <SourceLinks key="sources" sources={sources} />,
          ],
        }))}
      />
    </Section>
  );
}
