import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RiskModel } from "../../risk-models";
import { BANDS, LIKELIHOODS, SEVERITIES } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { likelihoodKey, severityKey } from "../i18n/keys";
import { scopeKey, stateKey } from "../i18n/method-keys";
import type { VersionLine } from "../lib/method.server";
import { paths } from "../lib/paths";
import { BandTag } from "./marks";
import { Experts, Said, Why } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** Each floor: ground, height, scope, way out, and what the naming means in law. */
export function FloorTable({ model }: { model: RiskModel }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="floors" title={t("method.floors.title")} note={t("method.floors.note")}>
      <PlainTable
        columns={[
          { head: t("method.floors.ground") },
          { head: t("method.floors.height"), end: true },
          { head: t("method.floors.scope") },
          { head: t("method.floors.liftedBy") },
          { head: t("method.floors.legal") },
          { head: t("method.why") },
        ]}
        rows={model.floors.map((floor) => ({
          key: floor.id,
          id: `floor-${floor.id}`,
          cells: [
            <Said key="ground" text={floor.ground} />,
            format.number(floor.height),
            t(scopeKey[floor.scope]),
            <Said key="ends" text={floor.liftedBy} />,
            <Said key="law" text={floor.legalEffect} />,
            <Why key="why" named why={floor.why} />,
          ],
        }))}
      />
      <Experts who={model.floors.map((floor) => floor.whoKnowsBetter)} />
    </Section>
  );
}

/** From which score a word begins, and how severity and likelihood make the priority. */
export function Bands({ model }: { model: RiskModel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bands, likelihood, severity, priority } = model;
  const words = LIKELIHOODS.filter((word) => word !== "unknown");
  return (
    <Section id="bands" title={t("method.bands.title")} note={t("method.bands.printed")}>
      <div className="grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-2">
        <div className="space-y-2">
          <PlainTable
            columns={[{ head: t("method.bands.band") }, { head: t("method.bands.from"), end: true }]}
            rows={BANDS.map((band) => ({
              key: band,
              cells: [<BandTag key="band" band={band} />, format.number(bands[band])],
            }))}
          />
          <Why why={bands.why} who={bands.whoKnowsBetter} />
        </div>
        <div className="space-y-2">
          <PlainTable
            columns={[{ head: t("method.bands.likelihood") }, { head: t("method.bands.from"), end: true }]}
            rows={words.map((word) => ({
              key: word,
              cells: [t(likelihoodKey[word]), format.number(likelihood.from[word])],
            }))}
          />
          <Why why={likelihood.why} who={likelihood.whoKnowsBetter} />
        </div>
      </div>
      <h3 className="mt-5 mb-1">{t("method.bands.severity")}</h3>
      <p className="prose-width">
        {t("method.bands.severityText", {
          workers: format.count(severity.manyWorkers),
          months: format.number(severity.severeMonths),
        })}
      </p>
      <Why why={severity.why} who={severity.whoKnowsBetter} />
      <h3 className="mt-5 mb-1">{t("method.bands.priority")}</h3>
      <p className="mb-2 prose-width text-sm text-soft">{t("method.bands.priorityNote")}</p>
      <PlainTable
        label={t("method.bands.priority")}
        columns={[
          { head: t("method.bands.severity") },
          ...words.map((word) => ({ head: t(likelihoodKey[word]), end: true })),
        ]}
        rows={[...SEVERITIES]
          .sort((a, b) => orderOf(priority.table, a) - orderOf(priority.table, b))
          .map((level) => ({
            key: level,
            cells: [t(severityKey[level]), ...words.map((word) => String(priority.table[level][word]))],
          }))}
      />
      <div className="mt-2">
        <Why why={priority.why} who={priority.whoKnowsBetter} />
      </div>
    </Section>
  );
}

/** The place of a severity in the model's own table. */
const orderOf = (table: RiskModel["priority"]["table"], level: keyof typeof table): number =>
  Object.keys(table).indexOf(level);

export function VersionState({ line, of }: { line: VersionLine; of: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return <>{t(stateKey[line.state], { date: format.day(line.effectiveFrom), model: of })}</>;
}

/** Hashes of this version, its variants, and the other models. */
export function Versions({
  model,
  hashes,
  versions,
}: {
  model: RiskModel;
  hashes: { readonly model: string; readonly cases: string } | null;
  versions: readonly VersionLine[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="versions" title={t("method.versions.title")} note={t("method.versions.never")}>
      {hashes && (
        <dl className="facts mb-4">
          <div>
            <dt>{t("method.versions.hash")}</dt>
            <dd className="hash">{hashes.model}</dd>
          </div>
          <div>
            <dt>{t("method.versions.casesHash")}</dt>
            <dd className="hash">{hashes.cases}</dd>
          </div>
        </dl>
      )}
      {model.variants.length > 0 && (
        <>
          <h3 className="mb-1">{t("method.versions.variants")}</h3>
          <ul className="mb-4 list-disc space-y-1 ps-5">
            {model.variants.map(({ id, meaning }) => (
              <li key={id} className="prose-width">
                <Link to={paths.method(`${model.id.split("+")[0]}+${id}`)}>{id}</Link>: <Said text={meaning} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mb-1">{t("method.versions.others")}</h3>
      <ul className="list-disc space-y-1 ps-5">
        {versions.map((line) => (
          <li key={line.id}>
            {line.id === model.id ? <strong>{line.id}</strong> : <Link to={paths.method(line.id)}>{line.id}</Link>}
            {": "}
            <VersionState line={line} of={line.id.split("+")[0]!} />
            {"; "}
            {t("method.data", { date: format.day(line.dataDate) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
