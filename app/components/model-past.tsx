import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { ModelChange, ModelsThen } from "../services/models/models-then.server";
import { DataMark } from "./model-data";
import { WeightsHead } from "./model-weights";
import { PageHead, Section } from "./page";
import { PlainTable } from "./plain-table";
import { PastDay, PastDayForm } from "./trail-day";

/** The model and the weights as known on a past day: what scored the list, who had chosen it, and which weights were agreed to. */
export function ModelPast({ day, today, past }: { day: string; today: string; past: ModelsThen }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { derived, changes, tellsWho, untold } = past;
  return (
    <>
      <PageHead title={t("model.title")} />
      <PastDay day={day} names={t("trail.on.peopleToday")}>
        {t("pastPages.model.noMoves")}{" "}
        {untold > 0 && t("pastPages.model.untold", { count: untold, formatted: format.count(untold) })}
      </PastDay>
      <div className="space-y-5">
        <Scored past={past} />
        <Section id="changes" title={t("pastPages.model.changes")}>
          {changes.length === 0 ? (
            <p className="text-soft">{t("pastPages.model.noChanges")}</p>
          ) : (
            <PlainTable
              label={t("pastPages.model.changes")}
              columns={[
                { head: t("pastPages.model.when") },
                ...(tellsWho ? [{ head: t("trail.on.person") }] : []),
                { head: t("pastPages.model.change") },
              ]}
              rows={changes.map((change) => ({
                key: `${change.what} ${new Date(change.at).toISOString()}`,
                cells: [
                  format.minute(change.at),
                  ...(tellsWho ? [change.who ?? t("model.own.someone")] : []),
                  <Change key="change" change={change} dataDays={past.dataDays} />,
                ],
              }))}
            />
          )}
        </Section>
        <Section id="own-weights" title={t("model.own.title")}>
          {derived.length === 0 ? (
            <p className="text-soft">{t("trail.on.none")}</p>
          ) : (
            <div className="space-y-6">
              {derived.map((one) => (
                <section key={one.id} className="border-t border-line pt-4 first:border-0 first:pt-0">
                  <WeightsHead derived={one} />
                  {one.isUsable && <p className="mt-1">{t("pastPages.model.usable")}</p>}
                </section>
              ))}
            </div>
          )}
        </Section>
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}

/** What the list that was shown was scored with, beside the newest model released by then. */
function Scored({ past: { list, models } }: { past: ModelsThen }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [newest] = models;
  return (
    <section className="card p-4 sm:p-6">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <div>
          <dt className="text-sm text-soft">{t("model.now")}</dt>
          {list === null || list === "erased" ? (
            <dd>{t(list === null ? "trail.on.noneShown" : "trail.on.erased")}</dd>
          ) : list.modelId === null ? (
            <dd>{t("pastPages.model.notKept")}</dd>
          ) : (
            <>
              <dd className="text-2xl font-bold break-words">{list.modelId}</dd>
              {list.percents && (
                <dd className="text-sm">
                  {t("model.own.weights", {
                    country: format.count(list.percents.country),
                    sector: format.count(list.percents.sector),
                    recruitment: format.count(list.percents.recruitment),
                  })}
                </dd>
              )}
              {list.dataDate && (
                <dd className="text-sm text-soft">
                  {t("model.dataDate", { day: format.day(list.dataDate) })}{" "}
                  {list.dataHash && <DataMark hash={list.dataHash} />}
                </dd>
              )}
            </>
          )}
        </div>
        {newest && (
          <div>
            <dt className="text-sm text-soft">{t("pastPages.model.newest")}</dt>
            <dd className="text-2xl font-bold">{newest.id}</dd>
            <dd className="text-sm text-soft">{t("model.from", { day: format.day(newest.effectiveFrom) })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Change({ change: { what, from, to }, dataDays }: { change: ModelChange } & Pick<ModelsThen, "dataDays">) {
  const { t } = useTranslation();
  const format = useFormat();
  if (what === "model") return <>{t("pastPages.model.modelChange", { from, to })}</>;
  const dataOf = (hash: string) => {
    const day = dataDays[hash];
    return (
      <>
        {day !== undefined && t("model.dataDate", { day: format.day(day) })} <DataMark hash={hash} />
      </>
    );
  };
  return (
    <>
      {dataOf(from)} → {dataOf(to)}
    </>
  );
}
