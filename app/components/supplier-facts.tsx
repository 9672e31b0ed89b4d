import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Ask, Change } from "../../risk-models";
import { FINDING_GROUNDS, type Basis, type Concern, type Floor, type SupplierRole } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { basisKey, engineKey, floorLiftedByKey, regionName, supplierRoleKey } from "../i18n/keys";
import type { DecidableFact, DecidedFacts } from "../services/suppliers/decided-facts.server";
import type { SectorLabel } from "../lib/sector-names.server";
import { Amounts } from "./amounts";
import { DecidedNote } from "./decided-note";
import { Section } from "./page";
import { SectorName } from "./sector-name";
import { SourceLinks, type SourceName } from "./method-parts";

/** A floor of a finding stands on the supplier itself, not on a good or a region. */
const isFinding = (on: string): boolean => (FINDING_GROUNDS as readonly string[]).includes(on);

/** Floors that act, with what rests under them and how they end. */
export function Floors({ floors }: { floors: readonly (Floor & { readonly sources: readonly SourceName[] })[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (floors.length === 0) return null;
  return (
    <Section id="floors" title={t("supplier.floors")} note={t("supplier.floorsNote")}>
      <ul className="space-y-3">
        {floors.map(({ id, height, on, country, year, source, sources }) => (
          <li key={`${id}-${on}`} className="border-s-4 border-high ps-3">
            <p className="font-semibold">{t(engineKey(`reason.floor.${id}`))}</p>
            <p className="text-sm">
              {[
                [isFinding(on) ? null : regionName(t, on), country && format.country(country), year]
                  .filter(Boolean)
                  .join(t("common.separator")),
                t("supplier.floorHeight", { height: format.score(height) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p className="text-sm text-soft">{t("supplier.floorLiftedBy", { condition: t(floorLiftedByKey[id]) })}</p>
            <div className="text-sm text-soft">
              {sources.length > 0 ? <SourceLinks sources={sources} /> : <bdi>{source}</bdi>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What to ask first, with how much each answer would narrow the range; then what else is open. */
export function Missing({ asks, others }: { asks: readonly Ask[]; others: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (asks.length === 0 && others.length === 0) return null;
  return (
    <Section id="missing" title={t("supplier.missing")} note={asks.length > 0 ? t("supplier.missingNote") : null}>
      <ol className="list-decimal space-y-2 ps-5 marker:font-semibold marker:text-soft">
        {asks.map(({ key, narrows }) => (
          <li key={key}>
            {t(engineKey(key))}
            <span className="block text-sm text-soft">{t("supplier.narrows", { points: format.score(narrows) })}</span>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <p className="mt-3 text-sm text-soft">
          {t("supplier.missingOthers", { list: others.map((key) => t(engineKey(key))).join(t("common.separator")) })}
        </p>
      )}
    </Section>
  );
}

/** What would lower the risk: from the closed list of practices and remedies. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title={t("supplier.change")} note={t("supplier.changeNote")}>
      <ol className="list-decimal space-y-2 ps-5 marker:font-semibold marker:text-soft">
        {changes.map(({ key, lowers }) => (
          <li key={key}>
            {t(engineKey(key))}
            <span className="block text-sm text-soft">{t("supplier.lowers", { points: format.score(lowers) })}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Concerns({ concerns }: { concerns: readonly Concern[] }) {
  const { t } = useTranslation();
  if (concerns.length === 0) return null;
  return (
    <Section id="concerns" title={t("supplier.concerns")} note={t("supplier.concernsNote")}>
      <ul className="list-disc space-y-1 ps-5">
        {concerns.map(({ key, values, year }) => (
          <li key={`${key}-${JSON.stringify(values)}`}>
            {t(engineKey(key.startsWith("concern.") ? key : `concern.${key}`))}
            <span lang="en" className="text-sm text-soft">
              {[...Object.values(values).map(String), year].filter(Boolean).map((part) => ` · ${part}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export interface PlaceFact {
  readonly country: string | null;
  readonly region: string | null;
  readonly basis: Basis;
}

export interface FactsView {
  readonly workspace: string;
  readonly decided: DecidedFacts;
  readonly used: PlaceFact;
  readonly seat: PlaceFact;
  readonly placeOfWork: PlaceFact;
  readonly origin: PlaceFact;
  readonly role: SupplierRole;
  readonly isic: string | null;
  readonly sector: SectorLabel | null;
  readonly sectorBasis: Basis;
  readonly sectorConfidence: number | null;
  readonly goods: readonly string[];
  readonly product: string | null;
  readonly workers: number | null;
  readonly number: string | null;
  readonly registration: string | null;
  readonly parent: string | null;
  readonly address: string | null;
  readonly tier: string | null;
  readonly amounts: string | null;
}

/** What the result was computed from, and how each fact came to be known. */
export function Facts({ facts }: { facts: FactsView }) {
  const { t } = useTranslation();
  const format = useFormat();
  // What a person decided says by whom below; "stated" beside it would say that the list does.
  const place = ({ country, region, basis }: PlaceFact, decided = false): ReactNode => {
    if (country === null) return null;
    const value = [format.country(country), region && regionName(t, region)]
      .filter(Boolean)
      .join(t("common.separator"));
    return decided ? value : t("supplier.basisOf", { value, basis: t(basisKey[basis]) });
  };
  const sector = facts.isic !== null && (
    <>
      {facts.sector ? <SectorName sector={facts.sector} /> : facts.isic}
      {!facts.decided.sector && ` (${t(basisKey[facts.sectorBasis])})`}
      {facts.sectorConfidence !== null && facts.sectorBasis === "derived" && (
        <span className="block text-sm text-soft">
          {t("supplier.confidence", { percent: format.percent(facts.sectorConfidence) })}
        </span>
      )}
    </>
  );
  const lines: readonly (readonly [label: string, value: ReactNode, always: boolean, fact?: DecidableFact])[] = [
    [t("supplier.usedCountry"), place(facts.used), true],
    [t("supplier.seat"), place(facts.seat), true],
    [t("supplier.placeOfWork"), place(facts.placeOfWork, !!facts.decided.placeOfWork), true, "placeOfWork"],
    [t("supplier.origin"), place(facts.origin, !!facts.decided.origin), true, "origin"],
    [t("supplier.role"), facts.role === "unknown" ? null : t(supplierRoleKey[facts.role]), true, "role"],
    [t("supplier.sector"), sector, true, "sector"],
    [
      t("supplier.goods"),
      facts.goods.length > 0 && (
        <span key="goods" lang="en">
          {facts.goods.join(t("common.separator"))}
        </span>
      ),
      false,
    ],
    [t("supplier.product"), facts.product, true],
    [t("supplier.workers"), facts.workers === null ? null : format.count(facts.workers), false],
    [t("supplier.number"), facts.number, false],
    [t("supplier.registration"), facts.registration, false],
    [t("supplier.parent"), facts.parent, false],
    [t("supplier.address"), facts.address, false],
    [t("supplier.tier"), facts.tier, false],
    [t("supplier.amounts"), facts.amounts && <Amounts key="amounts" stored={facts.amounts} credits />, false],
  ];
  return (
    <Section id="used" title={t("supplier.used")}>
      <dl className="space-y-2.5 text-[0.9375rem]">
        {lines
          .filter(([, value, always]) => always || value)
          .map(([label, value, , fact]) => (
            <div key={label} className="border-b border-line pb-2 last:border-0 last:pb-0">
              <dt className="text-sm text-soft">{label}</dt>
              <dd className="break-words">
                {value || <span className="text-soft">{t("common.unknown")}</span>}
                {fact && <DecidedNote fact={facts.decided[fact]} workspace={facts.workspace} />}
              </dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
