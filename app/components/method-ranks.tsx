import { useTranslation } from "react-i18next";
import type { StudyReport } from "../../risk-models/study/report";
import { useFormat } from "../i18n/format";
import { choiceKindKey, constructionKey, keyIn, levelOfChoiceKey } from "../i18n/method-keys";
import { Said } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** A share as a bar beside its number. The number stands in the table. */
function Bar({ from = 0, to }: { from?: number; to: number }) {
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="share-bar" aria-hidden="true">
      <rect x="0" y="0" width="100" height="8" className="ground" />
      <rect x={100 * from} y="0" width={Math.max(0.5, 100 * (to - from))} height="8" />
    </svg>
  );
}

/** How much ranks depend on choices. */
export function Ranks({ study }: { study: Pick<StudyReport, "uncertainty" | "settings"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rankIntervals, topFifth, rankShift, importance, followed, suppliers } = study.uncertainty;
  return (
    <Section id="ranks" title={t("methodStudy.ranks.title")}>
      <div className="prose-width space-y-2">
        <p>
          {t("methodStudy.ranks.text", {
            draws: format.count(study.settings.draws),
            suppliers: format.count(suppliers),
          })}
        </p>
        <p>
          {t("methodStudy.ranks.half", {
            median: format.share(rankIntervals.medianWidth),
            wide: format.share(rankIntervals.width90),
          })}
        </p>
        <p className="font-semibold">
          {t("methodStudy.ranks.narrow", {
            tenth: format.share(rankIntervals.shareAtMostTenth),
            fifth: format.share(rankIntervals.shareAtMostFifth),
          })}
        </p>
        <p>
          {t("methodStudy.ranks.top", {
            stays: format.share(topFifth.stays),
            worst: format.share(topFifth.staysAtWorst5Percent),
          })}
        </p>
      </div>
      <h3 className="mt-5 mb-2">{t("methodStudy.ranks.what")}</h3>
      <PlainTable
        label={t("methodStudy.ranks.what")}
        columns={[{ head: t("methodStudy.ranks.choice") }, { head: t("methodStudy.ranks.share") }]}
        rows={[
          ...importance.groups.map(({ group, share }) => ({
            key: group,
            cells: [<Said key="group" text={group} />, <BarCell key="share" share={share} />],
          })),
          {
            key: "rest",
            cells: [t("methodStudy.ranks.rest"), <BarCell key="share" share={importance.jointAndChance} />],
          },
        ]}
      />
      <h3 className="mt-5 mb-2">{t("methodStudy.ranks.choices")}</h3>
      <PlainTable
        label={t("methodStudy.ranks.choices")}
        columns={[
          { head: t("methodStudy.ranks.choice") },
          { head: t("methodStudy.ranks.as") },
          { head: t("methodStudy.ranks.shift"), end: true },
          { head: t("methodStudy.ranks.stays"), end: true },
        ]}
        rows={(["aggregation", "imputation", "missingness"] as const).flatMap((kind) =>
          rankShift[kind].map(({ level, rankShift: shift, topFifthStays }) => {
            const key = keyIn(levelOfChoiceKey, level);
            return {
              key: `${kind} ${level}`,
              cells: [t(choiceKindKey[kind]), key ? t(key) : level, format.share(shift), format.share(topFifthStays)],
            };
          }),
        )}
      />
      <h3 className="mt-5 mb-1">{t("methodStudy.ranks.followed")}</h3>
      <p className="mb-2 prose-width text-sm text-soft">{t("methodStudy.ranks.followedNote")}</p>
      <PlainTable
        label={t("methodStudy.ranks.followed")}
        columns={[
          { head: t("methodStudy.ranks.case") },
          { head: t("methodStudy.ranks.released"), end: true },
          { head: t("methodStudy.ranks.span") },
        ]}
        rows={followed.flatMap(({ name, released, low, high }) => {
          if (name === null) return [];
          const [id, title] = [name.split(" ")[0]!, name.slice(name.indexOf(" ") + 1)];
          return {
            key: id,
            cells: [
              <span key="case">
                {id} <Said text={title} />
              </span>,
              format.share(released),
              <span key="span" className="flex flex-wrap items-center gap-x-3">
                <Bar from={low} to={high} />
                {t("methodStudy.ranks.spanOf", { low: format.share(low), high: format.share(high) })}
              </span>,
            ],
          };
        })}
      />
    </Section>
  );
}

function BarCell({ share }: { share: number }) {
  const format = useFormat();
  return (
    <span className="flex items-center gap-3">
      <Bar to={share} />
      {format.share(share)}
    </span>
  );
}

/** Companies known for forced labour, within one country, beside two baselines. */
export function Known({ study }: { study: Pick<StudyReport, "knownCases"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { countries, customs, leftOut } = study.knownCases;
  const lift = (value: number, [low, high]: readonly number[]) =>
    t("methodStudy.known.liftOf", {
      lift: format.score(value),
      low: format.score(low ?? 0),
      high: format.score(high ?? 0),
    });
  return (
    <Section id="known" title={t("methodStudy.known.title")}>
      {countries.map(({ country, entries, companies, authorities, constructions }) => (
        <div key={country}>
          <div className="mb-3 prose-width space-y-2">
            <p>
              {t("methodStudy.known.text", {
                entries: format.count(entries),
                companies: format.count(companies),
                country: format.country(country),
                authorities: authorities.join(", "),
              })}
            </p>
            <p>{t("methodStudy.known.ordinary")}</p>
          </div>
          <PlainTable
            label={format.country(country)}
            columns={[
              { head: t("methodStudy.known.ranking") },
              { head: t("methodStudy.known.construction") },
              { head: t("methodStudy.known.number"), end: true },
              { head: t("methodStudy.known.top"), end: true },
              { head: t("methodStudy.known.lift"), end: true },
              { head: t("methodStudy.known.above"), end: true },
            ]}
            rows={constructions.flatMap(({ construction, ordinary, lifts }) =>
              lifts.map((one) => {
                const key = keyIn(constructionKey, construction);
                return {
                  key: `${construction} ${one.ranking}`,
                  cells: [
                    <Said key="ranking" text={one.ranking} />,
                    key ? t(key) : construction,
                    format.count(ordinary),
                    format.share(one.listedInTopFifth),
                    lift(one.lift, one.interval),
                    one.aboveListedGood === null
                      ? ""
                      : lift(one.aboveListedGood.difference, one.aboveListedGood.interval),
                  ],
                };
              }),
            )}
          />
        </div>
      ))}
      <div className="mt-3 prose-width space-y-2">
        <p className="text-sm text-soft">{t("methodStudy.known.liftNote")}</p>
        <p>{t("methodStudy.known.blind")}</p>
      </div>
      <h3 className="mt-5 mb-1">{t("methodStudy.known.customs")}</h3>
      <p className="prose-width">
        {t("methodStudy.known.customsText", {
          companies: format.count(customs.companies),
          notRead: format.count(customs.notRead),
          share: format.share(customs.shareInTopFifth),
        })}
      </p>
      <h3 className="mt-5 mb-1">{t("methodStudy.known.leftOut")}</h3>
      <ul className="list-disc ps-5">
        {Object.entries(leftOut).map(([why, count]) => (
          <li key={why}>
            <Said text={why} />: {format.count(count)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
