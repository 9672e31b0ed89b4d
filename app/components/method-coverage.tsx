import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { chainBasisKey, stageName } from "../i18n/material-keys";
import type { coverageView } from "../lib/method-coverage.server";
import { SourceLinks, useSaid } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { WorldMap } from "./world-map";

export type CoverageView = ReturnType<typeof coverageView>;

interface Props {
  readonly view: CoverageView;
}

/** How many inputs have a value in each country: the map, and what it says in words. */
export function CoverageMap({ view: { map, rows, inputs } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = format.count(inputs);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const describe = (code: string) => {
    const { name, known } = byCode.get(code)!;
    return t("methodCoverage.countryInputs", { country: name, inputs: format.count(known), of });
  };
  const counts = Array.from({ length: inputs + 1 }, (_, less) => inputs - less).flatMap((known) => {
    const count = rows.filter((row) => row.known === known).length;
    if (count === 0) return [];
    const text = t("methodCoverage.mapCount", {
      inputs: format.count(known),
      of,
      count,
      formatted: format.count(count),
    });
    return { known, text, shade: map.shades[known] ?? null };
  });
  return (
    <Section id="map" title={t("methodCoverage.map")} note={t("methodCoverage.mapNote", { formatted: of })}>
      <figure>
        <WorldMap
          width={map.width}
          height={map.height}
          land={map.land}
          shapes={map.shapes}
          label={t("methodCoverage.mapLabel", { formatted: of, counts: counts.map(({ text }) => text).join("; ") })}
          describe={describe}
          href={(code) => `#country-${code}`}
          after="table"
        />
        <figcaption className="mt-2 space-y-1 text-sm text-soft">
          <ul className="figures flex flex-wrap gap-x-4 gap-y-1">
            {counts.map(({ known, text, shade }) => (
              <li key={known} className="flex items-center gap-1.5">
                <span
                  aria-hidden="true"
                  data-shade={shade ?? undefined}
                  className="inline-block h-3 w-5 border border-line-strong"
                  style={{ background: "var(--shade, var(--sunken))" }}
                />
                {text}
              </li>
            ))}
          </ul>
          <p className="text-xs">{t("methodCoverage.borders")}</p>
        </figcaption>
      </figure>
    </Section>
  );
}

export function InputCoverage({ view: { byInput } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  return (
    <Section id="inputs" title={t("methodCoverage.inputs")}>
      <PlainTable
        columns={[
          { head: t("methodCoverage.input") },
          { head: t("methodCoverage.countries"), end: true },
          { head: t("methodCoverage.years"), end: true },
        ]}
        rows={byInput.map(({ id, name, countries, years }) => ({
          key: id,
          cells: [
            say(name),
            format.count(countries),
            years === null
              ? t("common.unknown")
              : years[0] === years[1]
                ? String(years[1])
                : `${years[0]} – ${years[1]}`,
          ],
        }))}
      />
    </Section>
  );
}

/** Every country with what is not known of it. */
export function CountryTable({ view: { rows, inputs, byInput } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  const nameOf = new Map(byInput.map(({ id, name }) => [id, say(name)]));
  const whole = rows.filter(({ missing }) => missing.length === 0);
  return (
    <Section id="table" title={t("methodCoverage.table")}>
      <p className="mb-4 text-sm">
        <strong>{t("methodCoverage.whole")}</strong>{" "}
        {whole.map(({ code, name }, at) => (
          <span key={code} id={`country-${code}`}>
            {at > 0 && t("common.separator")}
            {name}
          </span>
        ))}
      </p>
      <PlainTable
        columns={[
          { head: t("methodCoverage.country") },
          { head: t("methodCoverage.known"), end: true },
          { head: t("methodCoverage.missing") },
        ]}
        rows={rows.flatMap(({ code, name, known, missing }) =>
          missing.length === 0
            ? []
            : {
                key: code,
                id: `country-${code}`,
                cells: [
                  name,
                  t("methodCoverage.knownOf", { inputs: format.count(known), of: format.count(inputs) }),
                  missing.map((id) => nameOf.get(id)).join(t("common.separator")),
                ],
              },
        )}
      />
    </Section>
  );
}

/** Sectors that a source names, and those that none does. */
export function SectorCoverage({ view: { evidence } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = evidence.filter(({ sources }) => sources.length > 0);
  const silent = evidence.filter(({ sources }) => sources.length === 0);
  const label = ({ code, label: { name, lang } }: CoverageView["evidence"][number]) => (
    <span key={code}>
      {code} <span lang={lang}>{name}</span>
    </span>
  );
  return (
    <Section
      id="sectors"
      title={t("methodCoverage.sectors")}
      note={t("methodCoverage.sectorsNote", {
        count: named.length,
        formatted: format.count(named.length),
        of: format.count(evidence.length),
      })}
    >
      <PlainTable
        columns={[
          { head: t("methodCoverage.division") },
          { head: t("methodCoverage.named") },
          { head: t("methodCoverage.year"), end: true },
        ]}
        rows={named.map((one) => ({
          key: one.code,
          cells: [label(one), <SourceLinks key="sources" sources={one.sources} />, one.year ?? t("common.unknown")],
        }))}
      />
      {silent.length > 0 && (
        <p className="mt-3 text-sm text-soft">
          {t("methodCoverage.none", {
            divisions: silent.map(({ code, label: { name } }) => `${code} ${name}`).join("; "),
          })}
        </p>
      )}
    </Section>
  );
}

/** The product chains: stages, what says so, and the industries that are read without a listed good. */
export function ChainCoverage({ view: { chains } }: Props) {
  const { t } = useTranslation();
  return (
    <Section id="chains" title={t("methodCoverage.chains")} note={t("methodCoverage.chainsNote")}>
      <PlainTable
        columns={[
          { head: t("methodCoverage.chain") },
          { head: t("methodCoverage.chainBasis") },
          { head: t("methodCoverage.chainIndustries") },
          { head: t("methodCoverage.source") },
        ]}
        rows={chains.map(({ chain, steps, bases, industries, sources }) => ({
          key: chain,
          cells: [
            steps.map((stages) => stages.map((stage) => stageName(t, stage)).join(" / ")).join(" → "),
            bases.map((basis) => t(chainBasisKey[basis])).join("; "),
            industries.join(t("common.separator")),
            <SourceLinks key="sources" sources={sources} />,
          ],
        }))}
      />
    </Section>
  );
}

/** Recruitment corridors and fee rules, and where there are none. Figures are as published. */
export function CorridorCoverage({ view: { corridors, rules, gaps } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = (code: string | null) => (code === null ? t("methodCoverage.anywhere") : format.country(code));
  const inRules = new Set(rules.map(({ country }) => country)).size;
  return (
    <>
      <Section id="corridors" title={t("methodCoverage.corridors")} note={t("methodCoverage.corridorsNote")}>
        {corridors.length === 0 ? (
          <p>{t("methodCoverage.corridorsNone")}</p>
        ) : (
          <PlainTable
            columns={[
              { head: t("methodCoverage.origin") },
              { head: t("methodCoverage.destination") },
              { head: t("methodCoverage.figure") },
              { head: t("methodCoverage.year"), end: true },
              { head: t("methodCoverage.source") },
            ]}
            rows={corridors.map(
              ({ origin, destination, group, statistic, value, unit, months, year, sources }, at) => ({
                key: String(at),
                cells: [
                  place(origin),
                  place(destination),
                  <span key="figure" lang="en">
                    {[
                      statistic,
                      `${value} ${unit}`.trim(),
                      months && t("methodCoverage.months", { months, lng: "en" }),
                      group,
                    ]
                      .filter(Boolean)
                      .join("; ")}
                  </span>,
                  year || t("common.unknown"),
                  <SourceLinks key="sources" sources={sources} />,
                ],
              }),
            )}
          />
        )}
      </Section>
      <Section
        id="rules"
        title={t("methodCoverage.rules")}
        note={t("methodCoverage.rulesNote", { count: inRules, formatted: format.count(inRules) })}
      >
        <PlainTable
          columns={[
            { head: t("methodCoverage.country") },
            { head: t("methodCoverage.rule") },
            { head: t("methodCoverage.year"), end: true },
            { head: t("methodCoverage.source") },
          ]}
          rows={rules.map(({ country, side, rule, covers, value, unit, note, year, sources }, at) => ({
            key: String(at),
            cells: [
              place(country),
              <span key="rule" lang="en">
                {[`${side}, ${rule}`, covers, `${value} ${unit}`.trim(), note].filter(Boolean).join("; ")}
              </span>,
              year || t("common.unknown"),
              <SourceLinks key="sources" sources={sources} />,
            ],
          }))}
        />
      </Section>
      {(gaps.eu || gaps.centralAsia) && (
        <Section id="gaps" title={t("methodCoverage.gaps")}>
          <ul className="list-disc space-y-1 ps-5">
            {gaps.eu && <li>{t("methodCoverage.gapsEu")}</li>}
            {gaps.centralAsia && <li>{t("methodCoverage.gapsCentralAsia")}</li>}
          </ul>
        </Section>
      )}
    </>
  );
}
